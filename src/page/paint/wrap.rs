//! Paints by wrapping words in `<mark>` elements, for browsers without highlights.
//!
//! The page's own text nodes stay where they are: each keeps the words before its first mark, and
//! gets all of them back in the end. Frameworks that hold on to a text node go on working.

use js_sys::JsString;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Text};

use super::selected::{Place, Selected};
use super::{Painter, Stroke, until};
use crate::hash::HashedMap;
use crate::order::{pair, sort_by_number};
use crate::page::dom::{Words, Writable};
use crate::page::marks::KINDS;

/// Wraps words in `<mark class="newslight-…">`.
#[derive(Default)]
pub struct MarkPainter {
    wrapped: HashedMap<Wrapped>,
    chosen: Vec<Element>,
}

/// A text node of the page, cut into parts.
struct Wrapped {
    text: Text,
    /// What the node holds while it is cut: the words before the first mark.
    head: JsString,
    /// What was put after the node: marks, and the words between and behind them.
    added: Vec<Node>,
    /// All its text nodes, itself first, with the offsets of their beginnings.
    parts: Vec<(u32, Text)>,
    /// The marks, innermost last, with the words that they cover.
    marks: Vec<(Stroke, Element)>,
}

impl Painter for MarkPainter {
    fn name(&self) -> &'static str {
        "mark"
    }

    fn changes_page(&self) -> bool {
        true
    }

    fn paint(&mut self, nodes: &[Text], strokes: &[Stroke], end: f64) -> usize {
        // Asked for once, before the first change: where nothing is selected the browser would lay
        // out the page to say so.
        let document = nodes.first().and_then(|node| node.owner_document());
        let mut selected = document.as_ref().and_then(Selected::of);
        let mut painted = 0;
        for strokes in until(end, strokes) {
            painted += strokes.len();
            let node = strokes[0].node as usize;
            if let Some(wrapped) = Wrapped::new(&nodes[node], strokes) {
                if let Some(selected) = &mut selected {
                    selected.move_to(|end| wrapped.after(end));
                }
                self.wrapped.insert(node as u64, wrapped);
            }
        }
        if let Some(selected) = selected {
            selected.restore();
        }
        painted
    }

    fn choose(&mut self, _nodes: &[Text], strokes: &[Stroke]) {
        for mark in self.chosen.drain(..) {
            let _ = mark.class_list().remove_1("newslight-chosen");
        }
        for stroke in strokes {
            let Some(wrapped) = self.wrapped.get(&u64::from(stroke.node)) else {
                continue;
            };
            for (covered, mark) in &wrapped.marks {
                if stroke.start <= covered.start && covered.end <= stroke.end {
                    let _ = mark.class_list().add_1("newslight-chosen");
                    self.chosen.push(mark.clone());
                }
            }
        }
    }

    fn forget(&mut self, nodes: &HashedMap<()>) {
        for node in nodes.keys() {
            if let Some(wrapped) = self.wrapped.remove(node) {
                wrapped.undo();
            }
        }
    }

    fn clear(&mut self) {
        self.chosen.clear();
        let wrapped = std::mem::take(&mut self.wrapped);
        let document = wrapped
            .values()
            .next()
            .and_then(|one| one.text.owner_document());
        let mut selected = document.as_ref().and_then(Selected::of);
        if let Some(selected) = &mut selected {
            selected.move_to(|end| wrapped.values().find_map(|one| one.before(end)));
        }
        wrapped.into_values().for_each(Wrapped::undo);
        if let Some(selected) = selected {
            selected.restore();
        }
    }

    fn parts(&self, node: usize) -> Option<&[(u32, Text)]> {
        self.wrapped
            .get(&(node as u64))
            .map(|wrapped| wrapped.parts.as_slice())
    }
}

impl Wrapped {
    /// Wraps the strokes of one node; nothing where the page has cut it shorter.
    fn new(text: &Text, strokes: &[Stroke]) -> Option<Self> {
        if strokes.iter().any(|stroke| stroke.end > text.length()) {
            return None;
        }
        let mut wrapped = Self {
            text: text.clone(),
            head: JsString::from(""),
            added: Vec::new(),
            parts: Vec::new(),
            marks: Vec::new(),
        };
        let is_done = wrapped.wrap(text, 0, &nested(strokes), true).is_some();
        wrapped.head = words_of(text);
        if !is_done {
            wrapped.undo();
            return None;
        }
        wrapped.parts.retain(|(_, part)| part.length() > 0);
        sort_by_number(&mut wrapped.parts, |(start, _)| u64::from(*start));
        Some(wrapped)
    }

    /// Wraps strokes within a text node that begins at `base`, from the last to the first, so that
    /// what comes before keeps its offsets.
    fn wrap(&mut self, text: &Text, base: u32, strokes: &[Stroke], is_top: bool) -> Option<()> {
        let mut rest = strokes;
        for outer in outermost(strokes).into_iter().rev() {
            let (stroke, inner) = (rest[outer], &rest[outer + 1..]);
            rest = &rest[..outer];
            if stroke.end - base < text.length() {
                let tail = text.split_text(stroke.end - base).ok()?;
                self.parts.push((stroke.end, tail.clone()));
                self.add(is_top, &tail);
            }
            let words = text.split_text(stroke.start - base).ok()?;
            let mark = text.owner_document()?.create_element("mark").ok()?;
            mark.set_class_name(&["newslight-", KINDS[stroke.kind as usize]].concat());
            let _ = mark.set_attribute("tabindex", "-1");
            words.parent_node()?.replace_child(&mark, &words).ok()?;
            mark.append_child(&words).ok()?;
            self.add(is_top, &mark);
            self.marks.push((stroke, mark));
            self.wrap(&words, stroke.start, inner, false)?;
        }
        self.parts.push((base, text.clone()));
        Some(())
    }

    /// Remembers what stands beside the page's own node; what stands within goes with it.
    fn add(&mut self, is_top: bool, node: &Node) {
        if is_top {
            self.added.push(node.clone());
        }
    }

    /// Where a place of the page's own node is, now that it is cut.
    fn after(&self, (node, offset): &Place) -> Option<Place> {
        let is_own = node.is_same_node(Some(&self.text));
        let after = self.parts.partition_point(|(start, _)| start <= offset);
        let (start, part) = self.parts[..after].last()?;
        is_own.then(|| (part.clone().into(), offset - start))
    }

    /// Where a place of a part was in the page's own node.
    fn before(&self, (node, offset): &Place) -> Option<Place> {
        let mut parts = self.parts.iter();
        let (start, _) = parts.find(|(_, part)| node.is_same_node(Some(part)))?;
        Some((self.text.clone().into(), start + offset))
    }

    /// Gives the node its words back. Where the page has written new words into it meanwhile,
    /// those stand.
    fn undo(self) {
        let is_ours = words_of(&self.text) == self.head;
        for node in self.added.iter().rev() {
            if is_ours {
                let text: &Writable = self.text.unchecked_ref();
                text.append_data(&words_of(node));
            }
            if let Some(parent) = node.parent_node() {
                let _ = parent.remove_child(node);
            }
        }
        // An inner mark that the page has moved away did not go with its outer one.
        for (_, mark) in &self.marks {
            unwrap(mark);
        }
    }
}

/// Takes a mark out from around its words.
fn unwrap(mark: &Element) {
    let Some(parent) = mark.parent_node() else {
        return;
    };
    while let Some(child) = mark.first_child() {
        if parent.insert_before(&child, Some(mark)).is_err() {
            break;
        }
    }
    let _ = parent.remove_child(mark);
}

/// All words of a node, to the last half of a surrogate pair.
fn words_of(node: &Node) -> JsString {
    node.unchecked_ref::<Words>().text_content()
}

/// The strokes of one node in an order in which each lies within an earlier one or beside it: what
/// crosses the end of another is cut there.
fn nested(strokes: &[Stroke]) -> Vec<Stroke> {
    let mut strokes = strokes.to_vec();
    sort_by_number(&mut strokes, |stroke| u64::from(stroke.kind));
    // From the same start the longest first.
    sort_by_number(&mut strokes, |stroke| {
        pair(stroke.start as usize, !stroke.end as usize)
    });
    let mut ends: Vec<u32> = Vec::new();
    for stroke in &mut strokes {
        while ends.pop_if(|end| *end <= stroke.start).is_some() {}
        stroke.end = ends.last().map_or(stroke.end, |end| stroke.end.min(*end));
        ends.push(stroke.end);
    }
    strokes
}

/// The indices of the strokes that lie within no other.
fn outermost(nested: &[Stroke]) -> Vec<usize> {
    let mut end = 0;
    let mut outermost = Vec::new();
    for (index, stroke) in nested.iter().enumerate() {
        if stroke.start >= end {
            outermost.push(index);
            end = stroke.end;
        }
    }
    outermost
}
