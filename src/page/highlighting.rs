//! One highlighted page: what was read there, what was found in it and how that is painted.

use std::rc::Rc;

use js_sys::Date;
use web_sys::{Document, Element, MutationRecord, Node, Range};

use super::article::FoundBy;
use super::article::role::Role;
use super::article::why::Why;
use super::blocks::Blocks;
use super::marks::Mark;
use super::near::Part;
use super::paint::{Painter, Stroke, painter_of};
use super::passage::Piece;
use super::place::{Places, document_of, scope_of};
use super::read::Reader;
use super::reading::{Known, Reading};
use super::watch::{Change, Changes};
use crate::annotate::Block;
use crate::order::{pair, sort_by_number};

/// What JavaScript asks for.
pub struct Request {
    /// Where to read.
    pub root: Node,
    /// `highlight` or `mark`; otherwise the first that the browser has.
    pub painter: Option<String>,
    /// What is not article text, as a selector.
    pub skip: Option<String>,
    /// Whether frames of the same origin are read too.
    pub frames: bool,
}

/// How many nodes are read between two looks at the clock.
const STEPS: usize = 32;

/// More strokes than these are painted near the window alone, as long as that leaves the page's
/// nodes alone: after any change of the page the browser goes through all ranges that there are.
const MANY: usize = 1000;

/// A page that is read, painted and in the end left as it was found.
///
/// Reading and painting take a budget in milliseconds and are called until they are done.
pub struct Highlighting {
    /// What is walked through: of a page its body.
    root: Node,
    is_page: bool,
    skip: Option<String>,
    frames: bool,
    reader: Option<Reader>,
    /// What was read last, until its marks are known.
    fresh: Option<Rc<Reading>>,
    reading: Rc<Reading>,
    /// What the page has changed.
    changes: Changes,
    marks: Vec<Mark>,
    /// What is to be painted, by node, and how much of it is.
    strokes: Vec<Stroke>,
    painted: usize,
    /// Whether the page's changes took some of them away.
    is_worn: bool,
    /// Where the strokes are, if they are painted near the window alone.
    blocks: Blocks,
    /// Of which of their nodes only a part is painted.
    parts: Vec<Part>,
    /// What the reader chose.
    chosen: Vec<Stroke>,
    painter: Box<dyn Painter>,
}

impl Highlighting {
    /// Finds what is to be read, and begins to.
    pub fn new(request: Request) -> Self {
        let (root, is_page) = scope_of(&request.root);
        let mut highlighting = Self {
            painter: painter_of(
                &document_of(&root),
                request.painter.as_deref(),
                request.frames,
            ),
            root,
            is_page,
            skip: request.skip,
            frames: request.frames,
            reader: None,
            fresh: None,
            reading: Rc::default(),
            changes: Changes::default(),
            marks: Vec::new(),
            strokes: Vec::new(),
            painted: 0,
            is_worn: false,
            blocks: Blocks::default(),
            parts: Vec::new(),
            chosen: Vec::new(),
        };
        highlighting.begin(true);
        highlighting
    }

    /// What is read, and how that was found.
    pub fn root(&self) -> (&Node, FoundBy) {
        let reading = self.latest();
        let article = reading.article().map(AsRef::as_ref);
        (article.unwrap_or(&self.root), reading.choice.found_by)
    }

    /// What is walked through, which an observer must watch.
    pub fn scope(&self) -> &Node {
        &self.root
    }

    /// The paragraphs that there are: their elements, what they are and why they are not read.
    pub fn paragraphs(&self) -> impl Iterator<Item = (&Element, Role, Option<Why>)> {
        let reading = self.latest();
        let choice = reading.choice.roles.iter().zip(&reading.choice.left);
        let places = reading
            .places
            .iter()
            .map(|place| &reading.blocks[*place as usize].element);
        places
            .zip(choice)
            .map(|(element, (role, why))| (element, *role, *why))
    }

    fn latest(&self) -> &Reading {
        self.fresh.as_ref().unwrap_or(&self.reading)
    }

    /// The name of the painter.
    pub fn painter(&self) -> &'static str {
        self.painter.name()
    }

    /// Begins to read again: everything, or only what the page has changed. What is painted stays until
    /// new marks are set, unless the paint itself would be read.
    pub fn begin(&mut self, everything: bool) {
        if self.painter.changes_page() {
            self.unpaint();
        }
        let changed = self.changes.begin().filter(|_| !everything);
        let known = changed.map(|changed| Known::new(self.reading.clone(), changed));
        let skip = self.skip.as_deref();
        self.reader = Some(Reader::new(
            &self.root,
            skip,
            self.frames,
            self.is_page,
            known,
        ));
    }

    /// Reads on; true when all is read.
    pub fn read(&mut self, milliseconds: f64) -> bool {
        let end = Date::now() + milliseconds;
        while let Some(reader) = &mut self.reader {
            if (0..STEPS).all(|_| reader.step()) {
                if Date::now() > end {
                    return false;
                }
            } else {
                self.fresh = self.reader.take().map(|reader| Rc::new(reader.finish()));
                if !self.is_changed() {
                    self.take_fresh();
                }
            }
        }
        true
    }

    /// The text that was read last.
    pub fn text(&self) -> &str {
        &self.latest().passage.text
    }

    /// What of it the page sets apart.
    pub fn set_apart(&self) -> &[Block] {
        &self.latest().passage.blocks
    }

    /// Takes the marks of the text that was read last.
    pub fn set_marks(&mut self, marks: Vec<Mark>) {
        self.unpaint();
        self.take_fresh();
        self.marks = marks;
    }

    fn take_fresh(&mut self) {
        if let Some(fresh) = self.fresh.take() {
            self.reading = fresh;
            self.changes.settle();
        }
    }

    /// Takes the paint away and chooses which marks to paint next.
    pub fn show(&mut self, keeps: impl Fn(&Mark) -> bool) {
        self.unpaint();
        let marks = self.marks.iter().filter(|mark| keeps(mark));
        let strokes = marks.flat_map(|mark| self.strokes_of(mark.start, mark.end, mark.kind));
        let holds = |stroke: &Stroke| self.reading.around[stroke.node as usize].holds_elements;
        let changes_page = self.painter.changes_page();
        self.strokes = strokes
            .filter(|stroke| !changes_page || holds(stroke))
            .collect();
        self.is_worn = false;
        sort_by_number(&mut self.strokes, |stroke| {
            pair(stroke.node as usize, stroke.start as usize)
        });
        self.blocks = Blocks::default();
        if self.strokes.len() > MANY && !changes_page {
            self.blocks = Blocks::of(&self.reading, &self.strokes);
            self.painted = self.strokes.len();
        }
    }

    /// The elements that are to be painted once they are near the window; none where all is
    /// painted at once.
    pub fn blocks(&self) -> Vec<Element> {
        self.blocks.elements()
    }

    /// Paints the blocks that came near the window, and takes the paint off those that went away. Of very long ones
    /// only the part that is near, unless all is wanted.
    pub fn paint_blocks(&mut self, near: &[u32], far: &[u32], all: bool) {
        let nodes = |blocks: &[u32]| -> Vec<u32> {
            let nodes = blocks.iter().flat_map(|&block| self.blocks.nodes(block));
            nodes.copied().collect()
        };
        let (near, far) = (nodes(near), nodes(far));
        self.repaint(&near, &far, all);
    }

    /// Paints the parts of long nodes that came near the window.
    pub fn paint_parts(&mut self) {
        let is_far = |part: &&Part| part.is_far(&self.reading.nodes[part.node as usize]);
        let far = self.parts.iter().filter(is_far);
        let far: Vec<u32> = far.map(|part| part.node).collect();
        if !far.is_empty() {
            self.repaint(&far, &[], false);
        }
    }

    /// Paints some nodes anew, and takes the paint off others.
    fn repaint(&mut self, near: &[u32], far: &[u32], all: bool) {
        let nodes = near.iter().chain(far);
        let nodes = nodes.map(|&node| (u64::from(node), ())).collect();
        self.painter.forget(&nodes);
        let count = self.parts.len();
        let is_kept = |part: &Part| !nodes.contains_key(&u64::from(part.node));
        self.parts.retain(is_kept);
        let mut strokes = Vec::new();
        let mut parts = Vec::new();
        for &node in near {
            let own = self.strokes_in(node);
            let (own, part) = match all {
                true => (own, None),
                false => Part::of(&self.reading.nodes[node as usize], own),
            };
            strokes.extend_from_slice(own);
            parts.extend(part);
        }
        self.painter
            .paint(&self.reading.nodes, &strokes, f64::INFINITY);
        let is_new = !parts.is_empty() || count != self.parts.len();
        self.parts.extend(parts);
        if is_new && !self.chosen.is_empty() {
            self.paint_chosen();
        }
    }

    /// The strokes in a node.
    fn strokes_in(&self, node: u32) -> &[Stroke] {
        let start = self.strokes.partition_point(|stroke| stroke.node < node);
        let end = self.strokes.partition_point(|stroke| stroke.node <= node);
        &self.strokes[start..end]
    }

    /// Paints on; true when all is painted.
    pub fn paint(&mut self, milliseconds: f64) -> bool {
        let end = Date::now() + milliseconds;
        let rest = &self.strokes[self.painted..];
        self.painted += self.painter.paint(&self.reading.nodes, rest, end);
        self.painted == self.strokes.len()
    }

    /// Whether what was read last differs from what the marks belong to, by a word or by a node, or has lost some of
    /// its paint to words that came and went.
    pub fn is_changed(&self) -> bool {
        self.fresh.as_ref().is_some_and(|fresh| {
            self.is_worn
                || fresh.passage != self.reading.passage
                || fresh.nodes != self.reading.nodes
        })
    }

    /// The trees beside the root's own that were read: shadow roots, and bodies of frames.
    pub fn trees(&self) -> &[Node] {
        &self.latest().trees
    }

    /// Hears of the page's changes: takes the paint off words that are no longer there. True if
    /// the page should be read again.
    pub fn heed(&mut self, records: &[MutationRecord]) -> bool {
        let places = Places::new(&self.reading, self.painter.as_ref());
        let number = |node: &Node| places.number(node, 0).map(|found| found.0);
        let concerns = |record: &_, node: &_| self.latest().concerns(record, node);
        let change = Change::of(records, &self.root, number, concerns);
        let block_of = |node: &Node| self.reading.block_of(node).cloned();
        self.changes.remember(&change, block_of);
        if !change.stale.is_empty() {
            self.painter.forget(&change.stale);
            let is_stale = |stroke: &Stroke| change.stale.contains_key(&u64::from(stroke.node));
            let painted = self.strokes[..self.painted].iter();
            self.painted -= painted.filter(|stroke| is_stale(stroke)).count();
            let count = self.strokes.len();
            self.strokes.retain(|stroke| !is_stale(stroke));
            self.is_worn |= self.strokes.len() < count;
        }
        change.is_of_text
    }

    /// Paints spans of the text above all the rest, in place of those chosen before.
    pub fn choose(&mut self, spans: &[u32]) {
        let spans = spans.chunks_exact(2);
        let strokes = spans.flat_map(|span| self.strokes_of(span[0], span[1], 0));
        self.chosen = strokes.collect();
        self.paint_chosen();
    }

    fn paint_chosen(&mut self) {
        let is_near = |stroke: &&Stroke| {
            let part = self.parts.iter().find(|part| part.node == stroke.node);
            part.is_none_or(|part| part.holds(stroke))
        };
        let strokes: Vec<Stroke> = self.chosen.iter().filter(is_near).copied().collect();
        self.painter.choose(&self.reading.nodes, &strokes);
    }

    /// The place in the text of what the page shows at a point of the viewport.
    pub fn at(&self, x: f32, y: f32) -> Option<u32> {
        let places = Places::new(&self.reading, self.painter.as_ref());
        let (node, offset) = places.at_point(&self.root, x, y)?;
        self.reading.passage.position(node, offset)
    }

    /// The ranges of the page in which a span of the text stands, one for each text node.
    pub fn ranges(&self, start: u32, end: u32) -> Vec<Range> {
        let places = Places::new(&self.reading, self.painter.as_ref());
        let pieces = self.reading.passage.pieces(start..end).into_iter();
        pieces.filter_map(|piece| places.range(&piece)).collect()
    }

    /// Leaves the page as it was found.
    pub fn remove(&mut self) {
        self.unpaint();
        self.reader = None;
        self.strokes.clear();
    }

    fn unpaint(&mut self) {
        self.painter.clear();
        self.painted = 0;
        self.parts.clear();
    }

    fn strokes_of(&self, start: u32, end: u32, kind: u32) -> impl Iterator<Item = Stroke> {
        let stroke = move |piece: Piece| Stroke {
            node: piece.node as u32,
            start: piece.range.start,
            end: piece.range.end,
            kind,
        };
        let pieces = self.reading.passage.pieces(start..end);
        pieces.into_iter().map(stroke)
    }
}
