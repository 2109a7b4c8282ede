//! From the page to pieces: walks the nodes as a reader sees them.

use js_sys::{Array, JsString};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlSlotElement, Node, ShadowRoot, Text};

use super::dom::{ComputedStyle, Matchable, computed_style};
use super::elements::{CLOSED, INLINE, NEVER, is_clipped_away, is_list_of_stories};
use super::passage::{Passage, PassageBuilder};

const ELEMENT: u16 = Node::ELEMENT_NODE;
const TEXT: u16 = Node::TEXT_NODE;
const CDATA: u16 = Node::CDATA_SECTION_NODE;

/// What a page was read into: the text, and the nodes that its pieces are parts of.
#[derive(Debug, Default)]
pub struct Reading {
    /// The text and the way back.
    pub passage: Passage,
    /// The text nodes, by their numbers in the passage.
    pub nodes: Vec<Text>,
    /// What is around the nodes, by the same numbers.
    pub around: Vec<Around>,
    /// The elements that are laid out as boxes of their own around the nodes.
    pub blocks: Vec<Element>,
    /// The shadow roots and frame documents on the way, which an observer must be told of.
    pub trees: Vec<Node>,
}

/// Walks a tree in small steps, so that a long page can be read in slices.
pub struct Reader {
    skip: JsString,
    frames: bool,
    /// A root that is hidden as a whole is a page that has not appeared yet.
    appears_later: bool,
    builder: PassageBuilder,
    nodes: Vec<Text>,
    around: Vec<Around>,
    blocks: Vec<Element>,
    trees: Vec<Node>,
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
    Leave { is_block: bool, is_quote: bool },
}

/// What is around a node.
#[derive(Clone, Copy, Debug)]
pub struct Around {
    is_visible: bool,
    keeps_lines: bool,
    /// Whether the node may be cut, and elements put between the parts.
    pub holds_elements: bool,
    /// The index of the block in the reading's `blocks`.
    pub block: u32,
}

impl Reader {
    /// A reader of everything below `root`, without what `skip` selects.
    pub fn new(root: &Node, skip: Option<&str>, frames: bool) -> Self {
        let skip = match skip {
            Some(skip) => format!("{NEVER}, {skip}"),
            None => String::from(NEVER),
        };
        let mut reader = Self {
            skip: skip.into(),
            frames,
            appears_later: false,
            builder: PassageBuilder::default(),
            nodes: Vec::new(),
            around: Vec::new(),
            blocks: box_around(root).into_iter().collect(),
            trees: Vec::new(),
            stack: Vec::new(),
        };
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
            Some(Task::Leave { is_block, is_quote }) => {
                if is_quote {
                    self.builder.close_quote();
                }
                if is_block {
                    self.builder.block();
                }
            }
        }
        true
    }

    /// What was read.
    pub fn finish(self) -> Reading {
        Reading {
            passage: self.builder.finish(),
            nodes: self.nodes,
            around: self.around,
            blocks: self.blocks,
            trees: self.trees,
        }
    }

    fn read(&mut self, node: &Node, around: Around) {
        match node.node_type() {
            TEXT | CDATA if around.is_visible => {
                let text: &Text = node.unchecked_ref();
                self.builder
                    .text(self.nodes.len(), &text.data(), around.keeps_lines);
                self.nodes.push(text.clone());
                self.around.push(around);
            }
            ELEMENT => self.enter(node.unchecked_ref(), around),
            _ => {}
        }
    }

    fn enter(&mut self, element: &Element, around: Around) {
        let name = element.local_name();
        match name.as_str() {
            "br" => return self.builder.line(),
            "hr" => return self.builder.block(),
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
        if is_block {
            self.builder.block();
        }
        if is_quote {
            self.builder.open_quote(is_block);
        }
        self.stack.push(Task::Leave { is_block, is_quote });
        let mut inside = around.within(&name, &style);
        inside.is_visible |= self.appears_later;
        if is_block {
            inside.block = self.blocks.len() as u32;
            self.blocks.push(element.clone());
        }
        match name.as_str() {
            "details" if !element.has_attribute("open") => self.push_summary(element, inside),
            "slot" => self.push_slotted(element, inside),
            _ => match element.shadow_root() {
                Some(shadow) => self.push_shadow(&shadow, inside),
                None => self.push_children(element, inside),
            },
        }
    }

    fn push_children(&mut self, node: &Node, around: Around) {
        if let Some(first) = node.first_child() {
            self.stack.push(Task::Siblings(first, around));
        }
    }

    fn push_shadow(&mut self, shadow: &ShadowRoot, around: Around) {
        self.trees.push(shadow.clone().into());
        self.push_children(shadow, around);
    }

    /// What a slot shows: the nodes assigned to it, or else its own.
    fn push_slotted(&mut self, slot: &Element, around: Around) {
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
            self.trees.push(body.clone().into());
            self.builder.block();
            self.stack.push(Task::Leave {
                is_block: true,
                is_quote: false,
            });
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
