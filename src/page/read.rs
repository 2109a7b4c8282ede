//! From the page to pieces: walks the nodes as a reader sees them.

use std::rc::Rc;

use js_sys::{Array, JsString};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlSlotElement, Node, ShadowRoot, Text};

use super::dom::{ComputedStyle, Matchable, computed_style};
use super::elements::{CLOSED, INLINE, NEVER, is_clipped_away, is_list_of_stories};
use super::reading::{Around, Event, Known, Reading};

const ELEMENT: u16 = Node::ELEMENT_NODE;
const TEXT: u16 = Node::TEXT_NODE;
const CDATA: u16 = Node::CDATA_SECTION_NODE;

/// Walks a tree in small steps, so that a long page can be read in slices.
pub struct Reader {
    skip: JsString,
    frames: bool,
    /// A root that is hidden as a whole is a page that has not appeared yet.
    appears_later: bool,
    known: Option<Known>,
    reading: Reading,
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
    /// The end of an element, with the number of the block that it is.
    Leave { block: Option<u32>, is_quote: bool },
}

impl Reader {
    /// A reader of everything below `root`, without what `skip` selects. What is known already it
    /// does not read again.
    pub fn new(root: &Node, skip: Option<&str>, frames: bool, known: Option<Known>) -> Self {
        let skip = match skip {
            Some(skip) => format!("{NEVER}, {skip}"),
            None => String::from(NEVER),
        };
        let mut reader = Self {
            skip: skip.into(),
            frames,
            appears_later: false,
            known,
            reading: Reading::default(),
            open: Vec::new(),
            stack: Vec::new(),
        };
        if let Some(element) = box_around(root) {
            reader.reading.open(&element);
        }
        let mut around = Around::ROOT;
        if let Some(element) = root.dyn_ref::<Element>() {
            let style = computed_style(element);
            around = around.within(&element.local_name(), &style);
            reader.appears_later = !around.is_visible;
            around.is_visible = true;
        }
        reader.push_children(root, around);
        reader
    }

    /// Reads one node; false when nothing is left.
    pub fn step(&mut self) -> bool {
        match self.stack.pop() {
            None => return false,
            Some(Task::One(node, around)) => self.read(&node, around),
            Some(Task::Siblings(node, around)) => {
                if let Some(next) = node.next_sibling() {
                    self.stack.push(Task::Siblings(next, around));
                }
                self.read(&node, around);
            }
            Some(Task::Leave { block, is_quote }) => self.leave(block, is_quote),
        }
        true
    }

    /// What was read.
    pub fn finish(self) -> Reading {
        self.reading.finish()
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
            && known.repeat(element, &mut self.reading)
        {
            return;
        }
        let name = element.local_name();
        match name.as_str() {
            "br" => return self.reading.push(Event::Line),
            "hr" => return self.reading.push(Event::Edge),
            "iframe" | "frame" => return self.enter_frame(element),
            "ul" | "ol" if is_list_of_stories(element) => return,
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
        let is_block = match display.as_str() {
            "contents" => false,
            "" => !INLINE.contains(&name.as_str()),
            shown => !shown.starts_with("inline") && shown != "ruby",
        };
        let is_quote = matches!(name.as_str(), "q" | "blockquote");
        let block = is_block.then(|| self.reading.open(element));
        if is_block {
            self.open.push(!self.appears_later);
            self.reading.push(Event::Edge);
        }
        if is_quote {
            self.reading.push(Event::Open { is_block });
        }
        self.stack.push(Task::Leave { block, is_quote });
        let mut inside = around.within(&name, &style);
        inside.is_visible |= self.appears_later;
        inside.block = block.unwrap_or(around.block);
        match name.as_str() {
            "details" if !element.has_attribute("open") => self.push_summary(element, inside),
            "slot" => self.push_slotted(element, inside),
            _ => match element.shadow_root() {
                Some(shadow) => self.push_shadow(&shadow, inside),
                None => self.push_children(element, inside),
            },
        }
    }

    fn leave(&mut self, block: Option<u32>, is_quote: bool) {
        if is_quote {
            self.reading.push(Event::Close);
        }
        if let Some(block) = block {
            self.reading.push(Event::Edge);
            let is_whole = self.open.pop().unwrap_or_default();
            self.reading.close(block, is_whole);
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
    /// What is around the nodes right below a document or a shadow root.
    const ROOT: Self = Self {
        is_visible: true,
        keeps_lines: false,
        holds_elements: false,
        block: 0,
    };

    /// What is around the nodes of an element in here.
    fn within(self, name: &str, style: &ComputedStyle) -> Self {
        let display = style.display();
        let is_laid_out_by_child = display.ends_with("flex") || display.ends_with("grid");
        Self {
            is_visible: !matches!(style.visibility().as_str(), "hidden" | "collapse"),
            keeps_lines: matches!(
                style.white_space().as_str(),
                "pre" | "pre-wrap" | "pre-line" | "break-spaces"
            ),
            holds_elements: match display.as_str() {
                "contents" => self.holds_elements,
                _ => !is_laid_out_by_child,
            } && !CLOSED.contains(&name),
            block: self.block,
        }
    }
}

/// The element that is laid out as a box around what stands below a root.
fn box_around(root: &Node) -> Option<Element> {
    let mut element = match root.dyn_ref::<ShadowRoot>() {
        Some(shadow) => shadow.host(),
        None => match root.dyn_ref::<Document>() {
            Some(document) => document.document_element()?,
            None => root.dyn_ref::<Element>()?.clone(),
        },
    };
    while computed_style(&element).display() == "contents"
        && let Some(around) = element.parent_element()
    {
        element = around;
    }
    Some(element)
}
