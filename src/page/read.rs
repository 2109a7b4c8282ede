//! From the page to pieces: walks the nodes as a reader sees them.

use js_sys::{Array, JsString};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlSlotElement, Node, ShadowRoot, Text};

use super::dom::{ComputedStyle, Matchable, computed_style};
use super::passage::{Passage, PassageBuilder};

/// What is never article text: code and controls, media, navigation, advertisements, comments, links
/// that share the page, what search engines are told to pass by, what is kept from screen readers or
/// is for them alone, and what is being edited.
pub const NEVER: &str = "\
script, style, noscript, template, head, title, \
form, textarea, input, select, option, datalist, button, label, progress, meter, output, \
code, pre, kbd, samp, math, svg, canvas, audio, video, picture, object, embed, map, \
nav, aside, dialog, menu, rt, rp, news-light, footer, \
[role=navigation], [role=banner], [role=complementary], [role=contentinfo], [role=search], \
[role=form], [role=menu], [role=menubar], [role=toolbar], [role=tablist], [role=dialog], \
[role=alertdialog], [role=alert], [role=status], [role=button], [role=textbox], [role=combobox], \
[role=math], \
[aria-hidden=true], [inert], [contenteditable]:not([contenteditable=false]), \
[class~=ad], [class*=advert i], [class*=sponsor i], [id*=google_ads i], [data-ad-slot], \
[id=comments], [id^=disqus], [class~=comments], [class*=comment-list i], [class*=comments-section i], \
[class*=pullquote i], [class*=pull-quote i], \
[class*=newsletter i], [class*=related i], \
[class~=nocontent], [class~=robots-nocontent], \
[class~=visually-hidden], [class~=sr-only], [class~=screen-reader-text], \
[class~=share], [class*=share-tools i], [class*=sharetool i], [class*=social-share i], \
a[href*='facebook.com/share'], a[href*='twitter.com/intent'], a[href*='reddit.com/submit'], \
a[href^='mailto:?']";

/// Elements that stand within a line, where no style says so: in a detached tree.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "data", "del", "dfn", "em", "font",
    "i", "ins", "mark", "q", "ruby", "s", "slot", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr",
];

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
    trees: Vec<Node>,
    /// What is left to do, the next on top.
    stack: Vec<Task>,
}

/// One step of the walk.
enum Task {
    /// Read this node and then its next siblings.
    Siblings(Node, Parent),
    /// Read this node alone.
    One(Node, Parent),
    /// The end of an element.
    Leave { is_block: bool, is_quote: bool },
}

/// What an element tells its text.
#[derive(Clone, Copy)]
struct Parent {
    is_visible: bool,
    keeps_lines: bool,
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
            trees: Vec::new(),
            stack: Vec::new(),
        };
        let mut parent = Parent::PLAIN;
        if root.node_type() == ELEMENT {
            parent = reader.parent(&computed_style(root.unchecked_ref()));
            reader.appears_later = !parent.is_visible;
            parent.is_visible = true;
        }
        reader.push_children(root, parent);
        reader
    }

    /// Reads one node; false when nothing is left.
    pub fn step(&mut self) -> bool {
        match self.stack.pop() {
            None => return false,
            Some(Task::One(node, parent)) => self.read(&node, parent),
            Some(Task::Siblings(node, parent)) => {
                if let Some(next) = node.next_sibling() {
                    self.stack.push(Task::Siblings(next, parent));
                }
                self.read(&node, parent);
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
            trees: self.trees,
        }
    }

    fn read(&mut self, node: &Node, parent: Parent) {
        match node.node_type() {
            TEXT | CDATA if parent.is_visible => {
                let text: &Text = node.unchecked_ref();
                self.builder
                    .text(self.nodes.len(), &text.data(), parent.keeps_lines);
                self.nodes.push(text.clone());
            }
            ELEMENT => self.enter(node.unchecked_ref()),
            _ => {}
        }
    }

    fn enter(&mut self, element: &Element) {
        let name = element.local_name();
        match name.as_str() {
            "br" => return self.builder.line(),
            "hr" => return self.builder.block(),
            "iframe" | "frame" => return self.enter_frame(element),
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
        let parent = self.parent(&style);
        match name.as_str() {
            "details" if !element.has_attribute("open") => self.push_summary(element, parent),
            "slot" => self.push_slotted(element, parent),
            _ => match element.shadow_root() {
                Some(shadow) => self.push_shadow(&shadow, parent),
                None => self.push_children(element, parent),
            },
        }
    }

    fn push_children(&mut self, node: &Node, parent: Parent) {
        if let Some(first) = node.first_child() {
            self.stack.push(Task::Siblings(first, parent));
        }
    }

    fn push_shadow(&mut self, shadow: &ShadowRoot, parent: Parent) {
        self.trees.push(shadow.clone().into());
        self.push_children(shadow, parent);
    }

    /// What a slot shows: the nodes assigned to it, or else its own.
    fn push_slotted(&mut self, slot: &Element, parent: Parent) {
        let assigned: Array = slot.unchecked_ref::<HtmlSlotElement>().assigned_nodes();
        if assigned.length() == 0 {
            return self.push_children(slot, parent);
        }
        for node in assigned.iter().rev() {
            self.stack.push(Task::One(node.unchecked_into(), parent));
        }
    }

    /// All that a closed `<details>` shows.
    fn push_summary(&mut self, details: &Element, parent: Parent) {
        let children = details.children();
        let summary = (0..children.length())
            .filter_map(|index| children.item(index))
            .find(|child| child.local_name() == "summary");
        if let Some(summary) = summary {
            self.stack.push(Task::One(summary.into(), parent));
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
            self.stack.push(Task::One(body.into(), Parent::PLAIN));
        }
    }

    fn parent(&self, style: &ComputedStyle) -> Parent {
        let is_hidden = matches!(style.visibility().as_str(), "hidden" | "collapse");
        Parent {
            is_visible: self.appears_later || !is_hidden,
            keeps_lines: matches!(
                style.white_space().as_str(),
                "pre" | "pre-wrap" | "pre-line" | "break-spaces"
            ),
        }
    }
}

impl Parent {
    /// What a document or a shadow root tells.
    const PLAIN: Self = Self {
        is_visible: true,
        keeps_lines: false,
    };
}

/// Whether an element is there for screen readers alone, by the usual recipes.
fn is_clipped_away(style: &ComputedStyle) -> bool {
    let clip = style.clip();
    clip.starts_with("rect(0px, 0px, 0px, 0px)")
        || clip.starts_with("rect(1px, 1px, 1px, 1px)")
        || style.clip_path() == "inset(50%)"
        || style.clip_path() == "inset(100%)"
}
