//! Finds the article of a page, as the group of paragraphs that belong together.
//!
//! What is surely something else is left out first ([`leave`]). Of the rest a first look weighs what each
//! paragraph is like, what it is called and how the page's prose is spread ([`features`]); a second one
//! weighs what the first thought of its neighbours and of what stands around ([`group`]). The weights are
//! learned from saved pages. None of this room knows the DOM: elements and paragraphs are numbers.

pub mod features;
pub mod group;
pub mod headline;
pub mod leave;
pub mod metadata;
pub mod names;
pub mod outline;
pub mod role;
pub mod shape;
pub mod tables;
pub mod weights;
pub mod why;

use features::Features;
use names::{Name, Names};
use outline::{Outline, Survey};
use role::Role;
use weights::Weights;
use why::Why;

/// How the article was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FoundBy {
    /// Within schema.org's `articleBody`.
    Schema,
    /// Within an `<article>`.
    Article,
    /// Within `<main>`, or that role.
    Main,
    /// By its words alone.
    Density,
    /// Not at all: the root is read as it is.
    #[default]
    Given,
}

impl FoundBy {
    /// Its name for JavaScript.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Schema => "schema",
            Self::Article => "article",
            Self::Main => "main",
            Self::Density => "density",
            Self::Given => "given",
        }
    }
}

/// Which paragraphs of a page are read.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// What the paragraphs are.
    pub roles: Vec<Role>,
    /// Why those that are not read are left out.
    pub left: Vec<Option<Why>>,
    /// The innermost container around the article's own words.
    pub root: usize,
    /// How they were found.
    pub found_by: FoundBy,
    /// For each container whether all in it is left out, and no change of it alone can alter what is read: it
    /// is a small part of the page.
    pub closed: Vec<bool>,
}

/// So much prose is an article, in letters: a page with less is read as it is.
const ENOUGH: f32 = 120.0;

/// So much of what is read stands in the innermost container that is the article's.
const ALMOST_ALL: f32 = 0.85;

/// Of what the page gives as its article's text so much must be there to be believed.
const MOST: f32 = 0.6;

/// So much of a paragraph is in that text, or so little.
const TOLD: f32 = 0.8;
const STRANGE: f32 = 0.1;

/// The share of the letters that is too small to alter what the rest of the page is taken for.
pub const FEW: f32 = 0.02;

/// A sentence has so many letters at least.
const SENTENCE: u32 = 25;

/// A standfirst, a byline or a picture stands so few paragraphs before the text.
const HEAD: usize = 8;

impl Choice {
    /// Chooses what is read below a root: all but what is surely something else, or, where the root is
    /// a whole page, the article alone.
    pub fn of(outline: &Outline, is_page: bool) -> Self {
        Self::by(outline, is_page, &Weights::learned())
    }

    /// The same by other weights.
    pub fn by(outline: &Outline, is_page: bool, weights: &Weights) -> Self {
        let (survey, mut left) = leave_out(outline);
        let headline = headline::headline(outline, &survey);
        let roles = role::roles(outline, &survey, headline);
        let mut choice = Self {
            roles,
            root: 0,
            found_by: FoundBy::Given,
            left: left.clone(),
            closed: closed(&survey),
        };
        if !is_page {
            return choice;
        }
        let scores = scores(outline, &survey, &left, weights);
        let mut letters = 0.0;
        for ((reason, score), paragraph) in left.iter_mut().zip(&scores).zip(&outline.paragraphs) {
            if reason.is_none() && *score <= 0.0 {
                *reason = Some(Why::Outside);
            } else if reason.is_none() {
                letters += paragraph.shape.letters as f32;
            }
        }
        if letters < ENOUGH {
            return choice;
        }
        choice.left = left;
        choice.join(outline);
        choice.heed_metadata(outline);
        choice.root = choice.trunk(outline);
        choice.drop_strays(outline, &survey);
        tables::join(outline, choice.root, &mut choice.left);
        choice.found_by = match survey.around[choice.root] {
            names if names.is(Name::Schema) => FoundBy::Schema,
            names if names.is(Name::Article) => FoundBy::Article,
            names if names.is(Name::Main) => FoundBy::Main,
            _ => FoundBy::Density,
        };
        choice.add_head(outline, headline);
        choice
    }

    /// Believes what the page gives as its article's text, where that is most of what was found.
    fn heed_metadata(&mut self, outline: &Outline) {
        let (mut read, mut told) = (0, 0);
        for (paragraph, left) in outline.paragraphs.iter().zip(&self.left) {
            let shape = &paragraph.shape;
            if left.is_none() {
                read += shape.letters;
            }
            if shape.told.is_some_and(|told| told > TOLD) {
                told += shape.letters;
            }
        }
        if (told as f32) < MOST * read as f32 {
            return;
        }
        for (at, left) in self.left.iter_mut().enumerate() {
            let shape = &outline.paragraphs[at].shape;
            match (shape.told, *left) {
                (Some(told), Some(why)) if told > TOLD => {
                    let is_twice = matches!(why, Why::PullQuote | Why::Hidden);
                    if why == Why::Outside || shape.is_prose() && !is_twice {
                        *left = None;
                    }
                }
                (Some(told), None) if told < STRANGE && self.roles[at] == Role::Body => {
                    *left = Some(Why::Outside);
                }
                _ => {}
            }
        }
    }

    /// Adds what is written out and stands right beside what is read, in the same container.
    fn join(&mut self, outline: &Outline) {
        let count = self.left.len();
        let parent = |at: usize| {
            let own = outline.paragraphs[at].container as usize;
            match outline.containers[own].names.is(Name::Text) {
                true => outline.containers[own].parent as usize,
                false => own,
            }
        };
        let pairs = (1..count).map(|at| (at - 1, at));
        for (from, to) in pairs
            .clone()
            .chain(pairs.rev().map(|(from, to)| (to, from)))
        {
            let is_apart = self.left[from].is_some() || self.left[to] != Some(Why::Outside);
            let shape = &outline.paragraphs[to].shape;
            let is_sentence =
                shape.is_closed && shape.letters >= SENTENCE && shape.link_share() < 0.4;
            let is_text = self.roles[to] == Role::Body && is_sentence;
            if !is_apart && is_text && parent(from) == parent(to) {
                self.left[to] = None;
            }
        }
    }

    /// The innermost container around almost all of the text that is read.
    fn trunk(&self, outline: &Outline) -> usize {
        let count = outline.containers.len();
        let mut letters = vec![0; count];
        for (paragraph, left) in outline.paragraphs.iter().zip(&self.left) {
            if left.is_none() {
                letters[paragraph.container as usize] += paragraph.shape.letters;
            }
        }
        for number in (1..count).rev() {
            let parent = outline.containers[number].parent as usize;
            letters[parent] += letters[number];
        }
        let mut trunk = 0;
        for (number, container) in outline.containers.iter().enumerate().skip(1) {
            let is_next = container.parent as usize == trunk && !container.names.is(Name::Text);
            if is_next && letters[number] as f32 >= ALMOST_ALL * letters[0] as f32 {
                trunk = number;
            }
        }
        trunk
    }

    /// Leaves out what stands far from all the rest, unless it is written out: and even then where it is
    /// another article.
    fn drop_strays(&mut self, outline: &Outline, survey: &Survey) {
        for (left, paragraph) in self.left.iter_mut().zip(&outline.paragraphs) {
            let own = paragraph.container as usize;
            if left.is_some() || outline.is_within(own, self.root) {
                continue;
            }
            let is_another =
                survey.around[own].is(Name::Article) && !survey.around[self.root].is(Name::Article);
            if is_another || !paragraph.shape.is_prose() {
                *left = Some(Why::Outside);
            }
        }
    }

    /// Adds what belongs to the article beside its own words: the headline, wherever that stands, the
    /// standfirst between the two, and the captions of its pictures.
    fn add_head(&mut self, outline: &Outline, headline: Option<usize>) {
        let Some(first) = self.left.iter().position(Option::is_none) else {
            return;
        };
        let headline = headline.or_else(|| {
            let text = (first..self.left.len())
                .find(|&at| self.left[at].is_none() && self.roles[at] != Role::Heading)?;
            let title = headline::last_title(outline, text)?;
            let is_open = matches!(self.left[title], None | Some(Why::Outside));
            is_open.then_some(title)
        });
        if let Some(at) = headline {
            self.roles[at] = Role::Headline;
        }
        let head = headline.filter(|&at| at < first || self.left[at].is_none());
        let head = head.unwrap_or(first.saturating_sub(HEAD));
        for at in 0..self.left.len() {
            if self.left[at] != Some(Why::Outside) {
                continue;
            }
            let own = outline.paragraphs[at].container as usize;
            let is_between = head < at && at < first && first - at <= HEAD;
            let is_added = match self.roles[at] {
                Role::Headline => true,
                Role::Standfirst => is_between,
                Role::Caption => is_between || outline.is_within(own, self.root),
                _ => false,
            };
            if is_added {
                self.left[at] = None;
            }
        }
    }
}

/// What the page's containers hold, and which paragraphs are surely something else.
pub fn leave_out(outline: &Outline) -> (Survey, Vec<Option<Why>>) {
    let survey = Survey::of(outline, |_| false);
    let left = leave::reasons(outline, &survey);
    let survey = Survey::of(outline, |at| left[at].is_some());
    (survey, left)
}

/// The containers that are left out by what they are called, and that are small.
fn closed(survey: &Survey) -> Vec<bool> {
    let all = survey.letters.first().copied().unwrap_or_default();
    let containers = survey.around.iter().zip(&survey.letters);
    let is_closed =
        |(names, letters): (&Names, &f32)| why::is_closed(*names) && *letters <= FEW * all;
    containers.map(is_closed).collect()
}

/// How likely the paragraphs are the article's, from both looks; positive for those that are.
pub fn scores(
    outline: &Outline,
    survey: &Survey,
    left: &[Option<Why>],
    weights: &Weights,
) -> Vec<f32> {
    let first = first_look(outline, survey, left, &weights.first);
    let second = group::second_look(outline, &first).into_iter();
    let weigh = |looks: [f32; group::GROUP]| {
        looks
            .iter()
            .zip(&weights.second)
            .map(|(look, weight)| look * weight)
            .sum()
    };
    second.map(weigh).collect()
}

/// A paragraph that is left out.
const NEVER: f32 = -9.0;

/// What the first look thinks of the paragraphs.
pub fn first_look(
    outline: &Outline,
    survey: &Survey,
    left: &[Option<Why>],
    weights: &[f32],
) -> Vec<f32> {
    let features = Features::new(outline, survey);
    let mut numbers = Vec::new();
    let score = |at: usize| {
        if left[at].is_some() {
            return NEVER;
        }
        features.of(at, &mut numbers);
        numbers.iter().map(|&number| weights[number]).sum()
    };
    (0..outline.paragraphs.len()).map(score).collect()
}

#[cfg(test)]
mod tests;
