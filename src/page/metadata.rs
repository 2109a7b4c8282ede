//! What the head of a page says of its article.

use js_sys::JSON;
use wasm_bindgen::JsCast;
use web_sys::{Document, Node};

use super::article::metadata::Metadata;
use super::dom::Words;
use super::place::document_of;

/// What the page that a root is on says of its article.
pub fn metadata_of(root: &Node) -> Metadata {
    let document = document_of(root);
    let first = |selector| document.query_selector(selector).ok().flatten();
    let given = first("meta[property='og:title']").and_then(|meta| meta.get_attribute("content"));
    // Not `document.title`: elements of the page may bear that name.
    let shown = first("title").and_then(|title| title.text_content());
    let titles = [given.unwrap_or_default(), shown.unwrap_or_default()];
    let titles = titles.each_ref().map(String::as_str);
    Metadata::new(&titles, &body_of(&document))
}

/// schema.org's `articleBody`, where the page has that for machines; not that of a live blog, which grows.
fn body_of(document: &Document) -> String {
    let mut body = String::new();
    let Ok(scripts) = document.query_selector_all("script[type='application/ld+json']") else {
        return body;
    };
    for index in 0..scripts.length() {
        let Some(script) = scripts.get(index) else {
            continue;
        };
        let script = script.unchecked_ref::<Words>().text_content();
        if script.includes("LiveBlogPosting", 0) {
            continue;
        }
        for rest in script.split("\"articleBody\"").iter().skip(1) {
            let rest = rest.as_string().unwrap_or_default();
            let string = rest.trim_start().strip_prefix(':').and_then(string_at);
            let string = string.and_then(|string| JSON::parse(string).ok()?.as_string());
            body.push_str(&string.unwrap_or_default());
            body.push('\n');
        }
    }
    body
}

/// The string that JSON begins with, as it is written.
fn string_at(json: &str) -> Option<&str> {
    let json = json.trim_start();
    let mut is_escaped = false;
    let inside = json.strip_prefix('"')?;
    let end = inside.find(|c| {
        let is_end = c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_end
    })?;
    Some(&json[..end + 2])
}
