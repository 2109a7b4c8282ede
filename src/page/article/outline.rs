//! The outline of a page: its elements, its paragraphs, and how the words are spread among them.

use super::names::{Name, Names};
use super::shape::Shape;

/// An element that holds paragraphs, or elements that do.
#[derive(Clone, Copy, Debug)]
pub struct Container {
    /// The number of the one around it; the outermost names itself.
    pub parent: u32,
    /// What it is called.
    pub names: Names,
}

/// A run of words between two edges of blocks, or between two line breaks in a row.
#[derive(Clone, Copy, Debug)]
pub struct Paragraph {
    /// The number of the innermost container around it.
    pub container: u32,
    /// What it looks like.
    pub shape: Shape,
}

/// The containers of a page, the outer before the inner, and its paragraphs in order.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// The containers.
    pub containers: Vec<Container>,
    /// The paragraphs.
    pub paragraphs: Vec<Paragraph>,
}

impl Outline {
    /// The innermost container around two.
    pub fn shared(&self, mut one: usize, mut other: usize) -> usize {
        while one != other {
            let inner = if one > other { &mut one } else { &mut other };
            *inner = self.containers[*inner].parent as usize;
        }
        one
    }

    /// Whether a container is another, or lies within it.
    pub fn is_within(&self, mut inner: usize, outer: usize) -> bool {
        while inner > outer {
            inner = self.containers[inner].parent as usize;
        }
        inner == outer
    }
}

/// Names that speak against a container: unless it holds most of the page.
const AGAINST: &[Name] = &[
    Name::Aside,
    Name::Foot,
    Name::Head,
    Name::Menu,
    Name::Control,
    Name::Ad,
    Name::Promotion,
    Name::Related,
    Name::Comments,
    Name::Share,
    Name::Byline,
    Name::Date,
    Name::Credit,
    Name::Topics,
    Name::PullQuote,
    Name::Legal,
    Name::Player,
    Name::Caption,
    Name::Figure,
    Name::Hidden,
];

/// The share of the page's prose, and of its letters, that no name can speak against.
const MOST: f32 = 0.5;

/// All of the page's letters but a few.
const ALL: f32 = 0.95;

/// So many letters of prose beside the comments are an article: readers may write more than that.
const ENOUGH: f32 = 200.0;

/// What the containers of an outline hold.
pub struct Survey {
    /// For each container the letters of its prose, and all its letters.
    pub prose: Vec<f32>,
    /// All letters.
    pub letters: Vec<f32>,
    /// The names of the container and of all around it.
    pub around: Vec<Names>,
    /// What it is called, where that can be believed.
    pub names: Vec<Names>,
    /// The names that any container has.
    pub all: Names,
}

impl Survey {
    /// Adds up what the containers hold, without the paragraphs that are left out.
    pub fn of(outline: &Outline, is_left: impl Fn(usize) -> bool) -> Self {
        let count = outline.containers.len();
        let mut prose = vec![0.0; count];
        let mut letters = vec![0.0; count];
        for (at, Paragraph { container, shape }) in outline.paragraphs.iter().enumerate() {
            let container = *container as usize;
            letters[container] += shape.letters as f32;
            if shape.is_prose() && !is_left(at) {
                prose[container] += shape.letters as f32;
            }
        }
        for number in (1..count).rev() {
            let parent = outline.containers[number].parent as usize;
            if parent < number {
                prose[parent] += prose[number];
                letters[parent] += letters[number];
            }
        }
        let total = prose.first().copied().unwrap_or_default();
        let mut around: Vec<Names> = Vec::with_capacity(count);
        let mut names = Vec::with_capacity(count);
        let mut all = Names::default();
        for (number, container) in outline.containers.iter().enumerate() {
            let is_comments = container.names.has(Name::Comments) && total - prose[number] > ENOUGH;
            let holds_most = prose[number] > MOST * total
                && letters[number] > MOST / 4.0 * letters[0]
                && !is_comments;
            // A page within one form, as old frameworks make them.
            let is_all = container.names.is(Name::Control) && letters[number] > ALL * letters[0];
            let own = if holds_most || is_all {
                container.names.without(AGAINST)
            } else {
                container.names
            };
            let above = around
                .get(container.parent as usize)
                .copied()
                .unwrap_or_default();
            around.push(above.with(own));
            names.push(own);
            all = all.with(own);
        }
        Self {
            prose,
            letters,
            around,
            names,
            all,
        }
    }

    /// The share of the page's prose that a container holds.
    pub fn share(&self, container: usize) -> f32 {
        self.prose[container] / self.prose.first().copied().unwrap_or_default().max(1.0)
    }

    /// The innermost container that holds this share of what its parent holds, from the outermost down.
    pub fn descend(&self, outline: &Outline, share: f32) -> usize {
        let mut best = 0;
        for (number, container) in outline.containers.iter().enumerate().skip(1) {
            // The outer come before the inner, so that the way down is one pass.
            if container.parent as usize == best
                && self.prose[number] >= share * self.prose[best]
                && self.prose[number] > 0.0
            {
                best = number;
            }
        }
        best
    }
}
