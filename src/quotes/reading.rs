//! A document as the stages of quotes and speakers read it.

use std::ops::Range;

use super::cues::Cue;
use super::frames::Frame;
use super::marks::{self, Quotation};
use super::terms::{self, Class, Term};
use crate::lexicon::Tags;
use crate::model::linear::{Decision, Linear, feature};
use crate::text::{Document, TokenKind};

/// A document with its terms and quotations, and where each token stands among them.
pub struct Reading<'d, 't> {
    /// The document.
    pub document: &'d Document<'t>,
    /// What each token is to grammar.
    pub terms: Vec<Term>,
    /// The outermost quotations, in order.
    pub quotations: Vec<Quotation>,
    /// The sentence of each token.
    sentence_of: Vec<u32>,
    /// The paragraph of each token.
    paragraph_of: Vec<u32>,
    /// The frame behind each quotation; empty until they are found.
    pub frames: Vec<Option<Frame>>,
    /// Whether each quotation is a turn of a dialogue; empty until they are found.
    pub turns: Vec<bool>,
    /// The words that may report; empty until they are found.
    pub cues: Vec<Cue>,
    /// The quotation that encloses each token, plus one; 0 where none does.
    enclosing: Vec<u32>,
}

impl<'d, 't> Reading<'d, 't> {
    /// Reads a document.
    pub fn new(document: &'d Document<'t>) -> Self {
        let quotations = marks::pair(document);
        let count = document.tokens.len();
        let mut enclosing = vec![0; count];
        for (index, quotation) in quotations.iter().enumerate() {
            enclosing[quotation.tokens.clone()].fill(index as u32 + 1);
        }
        let mut terms = terms::terms(document);
        for token in 0..count {
            let is_free_mark = terms[token].class == Class::Quotation && enclosing[token] == 0;
            if is_free_mark && is_plural_genitive(document, token) {
                terms[token].class = Class::Genitive;
            }
        }
        Self {
            document,
            terms,
            frames: Vec::new(),
            turns: Vec::new(),
            cues: Vec::new(),
            quotations,
            sentence_of: numbers(&document.sentences, count),
            paragraph_of: numbers(&document.paragraphs, count),
            enclosing,
        }
    }

    /// What a token is to grammar; [`terms::NOTHING`] outside of the text.
    pub fn term(&self, token: impl Into<Option<usize>>) -> &Term {
        let term = token.into().and_then(|token| self.terms.get(token));
        term.unwrap_or(&terms::NOTHING)
    }

    /// The quotation that encloses a token.
    pub fn quotation_of(&self, token: impl Into<Option<usize>>) -> Option<usize> {
        let number = *self.enclosing.get(token.into()?)?;
        number.checked_sub(1).map(|index| index as usize)
    }

    /// Whether a quotation is a turn of a dialogue.
    pub fn is_turn(&self, quotation: usize) -> bool {
        self.turns.get(quotation).is_some_and(|&is_turn| is_turn)
    }

    /// The number of the sentence of a token; that of the last one past the end of the text.
    pub fn sentence_number(&self, token: usize) -> u32 {
        number_of(&self.sentence_of, token)
    }

    /// The number of the paragraph of a token; that of the last one past the end of the text.
    pub fn paragraph_number(&self, token: usize) -> u32 {
        number_of(&self.paragraph_of, token)
    }

    /// The sentence of a token; empty in a text without any.
    pub fn sentence(&self, token: usize) -> Range<usize> {
        let sentence = self.sentence_number(token) as usize;
        self.document
            .sentences
            .get(sentence)
            .cloned()
            .unwrap_or_default()
    }

    /// The paragraph of a token; empty in a text without any.
    pub fn paragraph(&self, token: usize) -> Range<usize> {
        let paragraph = self.paragraph_number(token) as usize;
        self.document
            .paragraphs
            .get(paragraph)
            .cloned()
            .unwrap_or_default()
    }

    /// Whether words, with their closing mark or without it, end with a question.
    pub fn asks(&self, words: &Range<usize>) -> bool {
        let mut last = words.clone().rev().take(2);
        last.any(|token| matches!(self.document.word_or_none(token), "?" | "?!"))
    }

    /// The class of a token; [`Class::Stop`] outside of the text.
    pub fn class(&self, token: impl Into<Option<usize>>) -> Class {
        self.term(token).class
    }

    /// The class of a token as seen from another one: [`Class::Stop`] outside its paragraph, so
    /// that no paragraph's reading depends on its neighbours.
    #[inline]
    pub fn class_from(&self, from: usize, token: impl Into<Option<usize>>) -> Class {
        self.class(self.beside(from, token.into()))
    }

    /// The form of a token as seen from another one: nothing outside its paragraph.
    pub fn form_from(&self, from: usize, token: impl Into<Option<usize>>) -> u32 {
        self.form(self.beside(from, token.into()))
    }

    /// What the lists of words have of a token as seen from another one: nothing outside its paragraph.
    pub fn tags_from(&self, from: usize, token: impl Into<Option<usize>>) -> Tags {
        self.term_from(from, token).tags
    }

    /// What a token is to grammar as seen from another one: [`terms::NOTHING`] outside its paragraph.
    pub fn term_from(&self, from: usize, token: impl Into<Option<usize>>) -> &Term {
        self.term(self.beside(from, token.into()))
    }

    /// Whether two tokens stand in one paragraph.
    pub fn is_beside(&self, from: usize, token: usize) -> bool {
        self.beside(from, Some(token)).is_some()
    }

    /// Whether a token is the verb of a frame.
    pub fn is_framed(&self, token: usize) -> bool {
        let from = self.quotations.partition_point(|q| q.tokens.end <= token);
        let before = from.checked_sub(1).and_then(|index| self.frames.get(index));
        matches!(before, Some(Some(frame)) if frame.verb == token)
    }

    /// A token, if it stands in the same paragraph as another one.
    #[inline]
    fn beside(&self, from: usize, token: Option<usize>) -> Option<usize> {
        let here = self.paragraph_of.get(from)?;
        token.filter(|&token| self.paragraph_of.get(token) == Some(here))
    }

    /// The form of a token, as features see it; nothing outside of the text.
    pub fn form(&self, token: impl Into<Option<usize>>) -> u32 {
        self.term(token).seen_form()
    }
}

/// The number of the range that holds a token, or of the last one.
fn number_of(numbers: &[u32], token: usize) -> u32 {
    let number = numbers.get(token).or(numbers.last());
    number.copied().unwrap_or(0)
}

/// Whether a mark outside of quotations is the apostrophe of “the farmers’ leader”.
fn is_plural_genitive(document: &Document, token: usize) -> bool {
    if !matches!(document.word(token), "'" | "’") {
        return false;
    }
    let before = document.text[..document.tokens[token].span.start].chars();
    let next = document.tokens.get(token + 1);
    before.last().is_some_and(|c| matches!(c, 's' | 'x' | 'z'))
        && next.is_some_and(|next| next.kind == TokenKind::Word)
}

/// The number of the range that holds each of `count` tokens.
fn numbers(ranges: &[Range<usize>], count: usize) -> Vec<u32> {
    let mut numbers = vec![0; count];
    for (number, range) in ranges.iter().enumerate() {
        numbers[range.clone()].fill(number as u32);
    }
    numbers
}

/// The features of one decision, under a number of its own: scored as they come, or gathered for training.
pub struct Features<'m> {
    decision: u32,
    model: Option<&'m Linear>,
    steps: i32,
    /// The slots of the features, where no model scores them.
    pub slots: Vec<u32>,
}

impl<'m> Features<'m> {
    /// No features yet, for a decision, which are to be gathered.
    pub fn new(decision: Decision) -> Self {
        Self {
            decision: (decision as u32) << 8,
            model: None,
            steps: 0,
            slots: Vec::new(),
        }
    }

    /// The same, which a model is to score.
    pub fn scored(decision: Decision, model: &'m Linear) -> Self {
        Self {
            model: Some(model),
            ..Self::new(decision)
        }
    }

    /// Adds a feature: its template, one of the decision’s, and up to two values.
    #[inline]
    pub fn add(&mut self, template: impl Into<u32>, first: u32, second: u32) {
        let slot = feature(self.decision | template.into(), first, second);
        match self.model {
            Some(model) => self.steps += model.weight(slot),
            None => self.gather(slot),
        }
    }

    // Training alone comes here.
    #[cold]
    #[inline(never)]
    fn gather(&mut self, slot: u32) {
        self.slots.push(slot);
    }

    /// What the features come to, in steps: such sums can be added up without a loss. The next begin anew.
    pub fn take_steps(&mut self) -> i32 {
        std::mem::take(&mut self.steps)
    }

    /// The score of the features. The next begin anew.
    pub fn take_score(&mut self) -> f32 {
        let steps = self.take_steps();
        self.model.map_or(0.0, |model| model.in_steps(steps))
    }
}

/// A distance in tokens in coarse steps: 0 to 4 exactly, then ever wider.
pub const fn bucket(distance: usize) -> u32 {
    match distance {
        0..=4 => distance as u32,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        25..=49 => 9,
        _ => 10,
    }
}
