//! Where WebKit paints highlights beside the words they are meant for: in the text node that begins with a letter of
//! its own style (`::first-letter`), each is moved by that letter (seen in WebKitGTK 2.50, in floated letters and others).

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{Document, Element, Node, Text};

use crate::page::dom::{computed_style, computed_style_of_part};

/// Whether a document's browser is WebKit: the name of its vendor is fixed by the HTML standard.
pub fn is_webkit(document: &Document) -> bool {
    let own = |value: &JsValue, name: &str| Reflect::get(value, &JsValue::from_str(name)).ok();
    let vendor = document
        .default_view()
        .and_then(|window| own(&own(&window, "navigator")?, "vendor")?.as_string());
    vendor.is_some_and(|vendor| vendor.starts_with("Apple"))
}

/// Whether a text node begins its block, whose first letter has a style of its own.
pub fn begins_with_styled_letter(text: &Text) -> bool {
    block_begun_by(text).is_some_and(|block| {
        let own = computed_style(&block);
        let letter = computed_style_of_part(&block, "::first-letter");
        // Without a style of its own a letter floats no more than its words, whatever their box does.
        let floats = letter.float() != "none" && letter.float() != own.float();
        floats || letter.font_size() != own.font_size() || letter.color() != own.color()
    })
}

/// The block whose first words a text node holds.
fn block_begun_by(text: &Text) -> Option<Element> {
    let is_blank = |node: &Node| {
        let words = node.text_content().unwrap_or_default();
        words.trim().is_empty()
    };
    let mut node: Node = text.clone().into();
    loop {
        let mut before = node.previous_sibling();
        while let Some(sibling) = before {
            if !is_blank(&sibling) {
                return None;
            }
            before = sibling.previous_sibling();
        }
        let parent = node.parent_element()?;
        if !matches!(
            computed_style(&parent).display().as_str(),
            "inline" | "contents"
        ) {
            return Some(parent);
        }
        node = parent.into();
    }
}
