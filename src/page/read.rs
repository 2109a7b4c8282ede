//! From the page to pieces: walks the nodes as a reader sees them.

use std::mem::take;
use std::rc::Rc;

use js_sys::{Array, JsString};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlSlotElement, Node, ShadowRoot, Text};

use super::article::metadata::Metadata;
use super::article::names::{Name, Names};
use super::article::why::is_closed;
use super::compose::Composer;
use super::dom::{ComputedStyle, Matchable, computed_style};
use super::elements::{
    CLOSED, INLINE, NEVER, WORDED, is_aside, is_called_unseen, is_card, is_clipped_away,
    is_drop_cap, is_in_sentence, is_in_words, is_note_mark, is_replaced, is_told_again,
    stands_apart,
};
use super::metadata::metadata_of;
use super::passage::{Manner, Markup};
use super::place::box_around;
use super::reading::{Around, Event, Known, Reading};
use crate::hash::{HashedMap, hash_of};

const ELEMENT: u16 = Node::ELEMENT_NODE;
const TEXT: u16 = Node::TEXT_NODE;
const CDATA: u16 = Node::CDATA_SECTION_NODE;

/// Walks a tree in small steps, so that a long page can be read in slices.
pub struct Reader {
    skip: JsString,
    frames: bool,
    known: Option<Known>,
    /// Whether the root is a whole page, of which the article alone is read.
    is_page: bool,
    /// What the page says of its article.
    metadata: Metadata,
    /// What elements are called, by their tags and classes: most occur again and again.
    names: HashedMap<Names>,
    reading: Reading,
    /// At work once all is walked through.
    composer: Option<Composer>,
    /// The blocks that the walk is in, each with whether it is whole.
    open: Vec<bool>,
    /// What is left to do, the next on top.
    stack: Vec<Task>,
}

/// One step of the walk.
enum Task {
    /// Read this node and then its next siblings.
    Siblings(Node, Around),
    /// Read this node alone.
    One(Node, Around),
    /// The end of an element.
    Leave(Leave),
}

/// What is to be closed at the end of an element.
#[derive(Clone, Copy, Default)]
struct Leave {
    /// The number that it has among the blocks.
    block: Option<u32>,
    is_block: bool,
    /// Whether its markup says something of its words.
    says: bool,
    /// Whether it stands apart from what is beside it, and whether by room of its own.
    apart: Option<bool>,
}

impl Reader {
    /// A reader of everything below `root`, without what `skip` selects. What is known already it
    /// does not read again.
    pub fn new(
        root: &Node,
        skip: Option<&str>,
        frames: bool,
        is_page: bool,
        known: Option<Known>,
    ) -> Self {
        let skip = match skip {
            Some(skip) => [NEVER, ", ", skip].concat(),
            None => String::from(NEVER),
        };
        let mut reader = Self {
            skip: skip.into(),
            frames,
            known,
            is_page,
            metadata: metadata_of(root),
            names: HashedMap::default(),
            reading: Reading::default(),
            composer: None,
            open: Vec::new(),
            stack: Vec::new(),
        };
        if let Some(element) = box_around(root) {
            reader.reading.open(&element, 0, Names::default());
        }
        let mut around = Around::ROOT;
        if let Some(element) = root.dyn_ref::<Element>() {
            let style = computed_style(element);
            around = around.within(&element.local_name(), &style, true);
        }
        match root.dyn_ref::<Element>().and_then(Element::shadow_root) {
            Some(shadow) => reader.push_shadow(&shadow, around),
            None => reader.push_children(root, around),
        }
        reader
    }

    /// Reads one node, or composes what one was read into; false when nothing is left.
    pub fn step(&mut self) -> bool {
        match self.stack.pop() {
            None => {
                let composer = self.composer.get_or_insert_with(|| {
                    Composer::new(&self.reading, self.is_page, take(&mut self.metadata))
                });
                return composer.step(&mut self.reading);
            }
            Some(Task::One(node, around)) => self.read(&node, around),
            Some(Task::Siblings(node, around)) => {
                if let Some(next) = node.next_sibling() {
                    self.stack.push(Task::Siblings(next, around));
                }
                self.read(&node, around);
            }
            Some(Task::Leave(leave)) => self.leave(leave),
        }
        true
    }

    /// What was read.
    pub fn finish(self) -> Reading {
        self.reading
    }

    fn read(&mut self, node: &Node, around: Around) {
        match node.node_type() {
            TEXT | CDATA if around.is_visible => {
                let text: &Text = node.unchecked_ref();
                let words = Rc::new((text.clone(), text.data()));
                self.reading.push(Event::Words(words, around));
            }
            ELEMENT => self.enter(node.unchecked_ref(), around),
            _ => {}
        }
    }

    fn enter(&mut self, element: &Element, around: Around) {
        if let Some(known) = &self.known
            && known.repeat(element, &mut self.reading, around.block)
        {
            return;
        }
        let name = element.local_name();
        match name.as_str() {
            "br" => return self.reading.push(Event::Line),
            "hr" => return self.reading.push(Event::Edge),
            "iframe" | "frame" => return self.enter_frame(element),
            "sup" | "a" if is_note_mark(element) => return,
            "del" if is_replaced(element) => return,
            "button" | "label" if is_in_words(element) && !is_in_sentence(element) => return,
            _ => {}
        }
        if element.unchecked_ref::<Matchable>().matches(&self.skip) {
            return;
        }
        let style = computed_style(element);
        let display = style.display();
        if display == "none" || is_clipped_away(&style) {
            return;
        }
        if style.content_visibility().as_deref() == Some("hidden") {
            return;
        }
        let Some(names) = self.names_of(element, &name) else {
            return;
        };
        let is_block = match display.as_str() {
            "contents" => false,
            "" => !INLINE.contains(&name.as_str()),
            shown => !shown.starts_with("inline") && shown != "ruby",
        };
        let is_inline = INLINE.contains(&name.as_str());
        if is_inline
            && !is_block
            && (names.is(Name::Hidden) || is_closed(names) && is_in_words(element))
        {
            return;
        }
        if is_inline && !is_block && is_card(element) {
            return;
        }
        if is_inline && is_block && !is_drop_cap(element) && is_aside(element, &style) {
            return;
        }
        self.open(
            element,
            &name,
            around,
            &style,
            (is_block && !(is_inline && is_drop_cap(element)), names),
        );
    }

    /// Begins an element that is read.
    fn open(
        &mut self,
        element: &Element,
        name: &str,
        around: Around,
        style: &ComputedStyle,
        (is_block, names): (bool, Names),
    ) {
        let markup = Markup::of(name);
        let is_told = is_block || !names.is_empty();
        let leave = Leave {
            block: is_told.then(|| self.reading.open(element, around.block, names)),
            is_block,
            says: markup.is_some(),
            apart: match name {
                _ if is_block => None,
                "time" => Some(true),
                _ => stands_apart(element, style),
            },
        };
        if is_told {
            // How the parts of a line are read depends on what stands beside them, and so does what screen
            // readers are kept from.
            let is_part = INLINE.contains(&name)
                || matches!(name, "button" | "label")
                || element.has_attribute("aria-hidden");
            self.open
                .push(!around.appears_later && is_block && !is_part);
        }
        if is_block {
            self.reading.push(Event::Edge);
        }
        if let Some(has_room) = leave.apart {
            self.reading.push(Event::Seam { has_room });
        }
        if let Some(markup) = markup {
            self.reading.push(Event::Open(markup));
        }
        self.stack.push(Task::Leave(leave));
        let keeps_room = is_block && matches!(style.position().as_str(), "static" | "relative");
        let mut inside = around.within(name, style, keeps_room);
        if inside.appears_later && !around.appears_later {
            self.open.fill(false);
        }
        inside.is_linked |= name == "a";
        inside.block = leave.block.unwrap_or(around.block);
        match name {
            "details" if !element.has_attribute("open") => self.push_summary(element, inside),
            "slot" => self.push_slotted(element, inside),
            _ => match element.shadow_root() {
                Some(shadow) => self.push_shadow(&shadow, inside),
                None => self.push_children(element, inside),
            },
        }
    }

    fn leave(&mut self, leave: Leave) {
        if leave.says {
            self.reading.push(Event::Close);
        }
        if let Some(has_room) = leave.apart {
            self.reading.push(Event::Seam { has_room });
        }
        if leave.is_block {
            self.reading.push(Event::Edge);
        }
        if let Some(block) = leave.block {
            let is_whole = self.open.pop().unwrap_or_default();
            self.reading.close(block, is_whole);
        }
    }

    /// What an element is called; nothing where that says that nobody sees it.
    fn names_of(&mut self, element: &Element, tag: &str) -> Option<Names> {
        if !element.has_attributes() {
            return Some(Names::of(tag, "", "", ""));
        }
        let class = element.get_attribute("class").unwrap_or_default();
        let attribute = |name| element.get_attribute(name).unwrap_or_default();
        if is_called_unseen(&class) || WORDED.contains(&tag) && !is_english(&attribute("lang")) {
            return None;
        }
        let (role, property) = (attribute("role"), attribute("itemprop"));
        let called = [class, attribute("id"), short(attribute("aria-label"))].join(" ");
        let key = hash_of(&[tag, &role, &property, &called].join(" "));
        let names = *self
            .names
            .entry(key)
            .or_insert_with(|| Names::of(tag, &role, &property, &called));
        let is_hidden = attribute("aria-hidden") == "true" || element.has_attribute("inert");
        match is_hidden && !is_told_again(element) {
            true => Some(names.with(Names::HIDDEN)),
            false => Some(names),
        }
    }

    fn push_children(&mut self, node: &Node, around: Around) {
        if let Some(first) = node.first_child() {
            self.stack.push(Task::Siblings(first, around));
        }
    }

    fn push_shadow(&mut self, shadow: &ShadowRoot, around: Around) {
        self.open.fill(false);
        self.reading.trees.push(shadow.clone().into());
        self.push_children(shadow, around);
    }

    /// What a slot shows: the nodes assigned to it, or else its own.
    fn push_slotted(&mut self, slot: &Element, around: Around) {
        self.open.fill(false);
        let assigned: Array = slot.unchecked_ref::<HtmlSlotElement>().assigned_nodes();
        if assigned.length() == 0 {
            return self.push_children(slot, around);
        }
        for node in assigned.iter().rev() {
            self.stack.push(Task::One(node.unchecked_into(), around));
        }
    }

    /// All that a closed `<details>` shows.
    fn push_summary(&mut self, details: &Element, around: Around) {
        let children = details.children();
        let summary = (0..children.length())
            .filter_map(|index| children.item(index))
            .find(|child| child.local_name() == "summary");
        if let Some(summary) = summary {
            self.stack.push(Task::One(summary.into(), around));
        }
    }

    /// A frame of the same origin is read as a block of its own.
    fn enter_frame(&mut self, frame: &Element) {
        let document = frame
            .unchecked_ref::<web_sys::HtmlIFrameElement>()
            .content_document();
        let Some(body) = document.and_then(|document| document.body()) else {
            return;
        };
        if self.frames && !frame.unchecked_ref::<Matchable>().matches(&self.skip) {
            self.open.fill(false);
            self.reading.trees.push(body.clone().into());
            self.reading.push(Event::Edge);
            self.stack.push(Task::One(body.into(), Around::ROOT));
        }
    }
}

impl Around {
    /// What is around the nodes of an element in here. Where one that is not seen keeps the room for its words, they
    /// appear later.
    fn within(self, name: &str, style: &ComputedStyle, keeps_room: bool) -> Self {
        let display = style.display();
        let is_hidden = matches!(style.visibility().as_str(), "hidden" | "collapse");
        let appears_later = self.appears_later || is_hidden && self.is_visible && keeps_room;
        let is_laid_out_by_child = display.ends_with("flex") || display.ends_with("grid");
        Self {
            is_visible: !is_hidden || appears_later,
            appears_later,
            manner: Manner {
                keeps_lines: matches!(
                    style.white_space().as_str(),
                    "pre" | "pre-wrap" | "pre-line" | "break-spaces"
                ),
                capitalizes: style.text_transform() == "capitalize",
            },
            is_linked: self.is_linked,
            holds_elements: match display.as_str() {
                "contents" => self.holds_elements,
                _ => !is_laid_out_by_child,
            } && !CLOSED.contains(&name),
            block: self.block,
        }
    }
}

/// Whether a language is English, or none is declared.
fn is_english(lang: &str) -> bool {
    let language = lang.trim().split(['-', '_']).next().unwrap_or_default();
    let known = ["", "en", "eng", "english"];
    known
        .iter()
        .any(|known| language.eq_ignore_ascii_case(known))
}

/// A label, unless it is a sentence.
fn short(label: String) -> String {
    match label.split_ascii_whitespace().count() {
        1 | 2 => label,
        _ => String::new(),
    }
}
