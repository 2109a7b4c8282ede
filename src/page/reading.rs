//! What a page was read into, and what of that still holds when the page has changed.

use std::ops::Range;
use std::rc::Rc;

use js_sys::Map;
use wasm_bindgen::JsCast;
use web_sys::{Element, MutationRecord, Node, Text};

use super::article::names::{Name, Names};
use super::article::{Choice, FEW, FoundBy};
use super::elements::is_told_again;
use super::passage::{Manner, Markup, Passage};
use super::watch::Changed;

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
    pub blocks: Vec<Block>,
    /// The shadow roots and frame documents on the way, which an observer must be told of.
    pub trees: Vec<Node>,
    /// What of it is read.
    pub choice: Choice,
    /// The blocks of the paragraphs that this was chosen from.
    pub places: Vec<u32>,
    /// What the walk came upon.
    pub log: Vec<Event>,
    /// From an element to its number among the blocks.
    numbers: Map,
}

/// What is around a node.
#[derive(Clone, Copy, Debug)]
pub struct Around {
    /// Whether a reader sees it.
    pub is_visible: bool,
    /// Whether it stands where nothing is seen yet: a page that has not appeared, or what shows itself once the
    /// reader comes to it.
    pub appears_later: bool,
    /// How its words are shown.
    pub manner: Manner,
    /// Whether it is part of a link.
    pub is_linked: bool,
    /// Whether the node may be cut, and elements put between the parts.
    pub holds_elements: bool,
    /// The number of the block.
    pub block: u32,
}

impl Around {
    /// What is around the nodes right below a document or a shadow root.
    pub const ROOT: Self = Self {
        is_visible: true,
        appears_later: false,
        manner: Manner::PLAIN,
        is_linked: false,
        holds_elements: false,
        block: 0,
    };
}

/// A block or another element that describes its content, and what was found there.
#[derive(Debug)]
pub struct Block {
    /// Its element.
    pub element: Element,
    /// The number of the block around it; the outermost has its own.
    pub parent: u32,
    /// What it is called.
    pub names: Names,
    /// The part of the log that describes it.
    events: Range<usize>,
    /// The numbers of the block itself and of those in it.
    blocks: Range<usize>,
    /// Whether all of it stands below the element itself: not so where it shows another tree.
    is_whole: bool,
}

/// What a walk through a page comes upon.
#[derive(Clone, Debug)]
pub enum Event {
    /// The edge of a block.
    Edge,
    /// A line break.
    Line,
    /// Where two things stand side by side without a word of space: with room, or perhaps without.
    Seam { has_room: bool },
    /// An element begins that says something of its words.
    Open(Markup),
    /// It ends.
    Close,
    /// A text node with its words.
    Words(Rc<(Text, String)>, Around),
}

impl Reading {
    /// Writes down what comes next.
    pub fn push(&mut self, event: Event) {
        self.log.push(event);
    }

    /// Begins a block within another; returns its number.
    pub fn open(&mut self, element: &Element, parent: u32, names: Names) -> u32 {
        let number = self.blocks.len();
        self.numbers.set(element, &(number as u32).into());
        self.blocks.push(Block {
            element: element.clone(),
            parent,
            names,
            events: self.log.len()..self.log.len(),
            blocks: number..number + 1,
            is_whole: true,
        });
        number as u32
    }

    /// Ends a block.
    pub fn close(&mut self, number: u32, is_whole: bool) {
        let end = self.blocks.len();
        let block = &mut self.blocks[number as usize];
        block.events.end = self.log.len();
        block.blocks.end = end;
        block.is_whole = is_whole;
    }

    /// The element around the article's own words, where an article was found.
    pub fn article(&self) -> Option<&Element> {
        let root = self.blocks.get(self.choice.root);
        root.filter(|_| self.choice.found_by != FoundBy::Given)
            .map(|block| &block.element)
    }

    /// Whether a change may be one of the text: it is in the article or in its headline, or alters so many words
    /// that the article may be another now; and it is not in what is left out and is still small.
    pub fn concerns(&self, record: &MutationRecord, target: &Node) -> bool {
        let around = match record.type_() == "attributes" {
            true => target.parent_node(),
            false => Some(target.clone()),
        };
        let nearest = around.and_then(|node| self.blocks_around(&node).next());
        if nearest.is_some_and(|number| self.is_passed_over(number)) {
            return false;
        }
        let Some(article) = self.article() else {
            return true;
        };
        let mut read = self
            .places
            .iter()
            .zip(&self.choice.left)
            .filter(|(_, left)| left.is_none());
        article.contains(Some(target))
            || !self.trees.is_empty()
            || read.any(|(place, _)| self.blocks[*place as usize].element.contains(Some(target)))
            || !self.is_small(changed_words(record, target))
    }

    /// Whether a block is left out, however its words change while they are few.
    fn is_passed_over(&self, number: usize) -> bool {
        let is_told = |number: usize| {
            let Block { element, names, .. } = &self.blocks[number];
            names.is(Name::Hidden) && is_told_again(element)
        };
        self.choice.closed.get(number) == Some(&true)
            && !self
                .around
                .iter()
                .any(|around| around.block as usize == number)
            && self.is_small(words_in(&self.blocks[number].element))
            && !self.blocks_above(number).any(is_told)
    }

    /// Whether so many words are too few to alter what the rest is taken for.
    fn is_small(&self, words: usize) -> bool {
        words as f32 <= FEW * self.passage.text.len() as f32
    }

    /// The numbers of a block and of those around it, the innermost first.
    pub fn blocks_above(&self, block: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(block), |&inner| {
            let outer = self.blocks.get(inner)?.parent as usize;
            (outer < inner).then_some(outer)
        })
    }

    /// The numbers of the blocks around a node, the nearest first.
    fn blocks_around(&self, node: &Node) -> impl Iterator<Item = usize> {
        let nodes = std::iter::successors(Some(node.clone()), Node::parent_node);
        nodes.filter_map(|node| self.number(node.dyn_ref()?))
    }

    /// The element of the block that holds a node.
    pub fn block_of(&self, node: &Node) -> Option<&Element> {
        let number = self.blocks_around(node).next()?;
        Some(&self.blocks[number].element)
    }

    /// The number of the block that an element is.
    fn number(&self, element: &Element) -> Option<usize> {
        let number = self.numbers.get(element).as_f64();
        number.map(|number| number as usize)
    }

    /// Takes over what an older reading knows of a block.
    fn repeat(&mut self, old: &Self, number: usize, parent: u32) {
        let block = &old.blocks[number];
        let (event, first) = (self.log.len(), self.blocks.len());
        let events = |range: &Range<usize>| {
            let moved = |at: usize| at - block.events.start + event;
            moved(range.start)..moved(range.end)
        };
        let moved = |at: usize| at - number + first;
        for inner in &old.blocks[block.blocks.clone()] {
            let place = self.blocks.len() as u32;
            self.numbers.set(&inner.element, &place.into());
            self.blocks.push(Block {
                element: inner.element.clone(),
                parent: match inner.parent as usize {
                    outer if outer < number => parent,
                    outer => moved(outer) as u32,
                },
                names: inner.names,
                events: events(&inner.events),
                blocks: moved(inner.blocks.start)..moved(inner.blocks.end),
                is_whole: inner.is_whole,
            });
        }
        for event in &old.log[block.events.clone()] {
            let mut event = event.clone();
            if let Event::Words(_, around) = &mut event {
                around.block = moved(around.block as usize) as u32;
            }
            self.log.push(event);
        }
    }
}

/// How long the words below a node are.
fn words_in(node: &Node) -> usize {
    node.text_content().unwrap_or_default().len()
}

/// How long the words are that came, went or may be shown now.
fn changed_words(record: &MutationRecord, target: &Node) -> usize {
    if record.type_() != "childList" {
        return words_in(target);
    }
    let mut words = 0;
    for list in [record.added_nodes(), record.removed_nodes()] {
        for index in 0..list.length() {
            words += list.item(index).map_or(0, |node| words_in(&node));
        }
    }
    words
}

/// An older reading, and which of its blocks the page has changed since.
pub struct Known {
    reading: Rc<Reading>,
    /// For each block whether it has changed.
    changed: Vec<bool>,
}

impl Known {
    /// Looks up the blocks that hold what was changed.
    pub fn new(reading: Rc<Reading>, changes: &[Changed]) -> Self {
        let mut changed = vec![false; reading.blocks.len()];
        let mut note = |block: usize| changed[block] = true;
        let mut trees = Vec::new();
        for change in changes {
            match change {
                Changed::Node(node) => reading.blocks_around(node).for_each(&mut note),
                Changed::Tree(element) => trees.push(element.clone()),
            }
        }
        // All that came, in shadow roots too.
        while let Some(element) = trees.pop() {
            reading.number(&element).into_iter().for_each(&mut note);
            let shown = element.shadow_root().map(|shadow| shadow.children());
            for children in shown.into_iter().chain([element.children()]) {
                trees.extend((0..children.length()).filter_map(|index| children.item(index)));
            }
        }
        Self { reading, changed }
    }

    /// Writes down what is known of an element; false where that may no longer hold.
    pub fn repeat(&self, element: &Element, reading: &mut Reading, parent: u32) -> bool {
        let number = self.reading.number(element);
        let holds =
            |number: &usize| !self.changed[*number] && self.reading.blocks[*number].is_whole;
        let Some(number) = number.filter(holds) else {
            return false;
        };
        reading.repeat(&self.reading, number, parent);
        true
    }
}
