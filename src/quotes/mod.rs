//! Quoted words: where quotation marks open and close, and which clauses report without them.

pub mod marks;
mod saying;

use std::ops::Range;

use crate::annotations::QuoteKind;
use crate::text::{Document, TokenKind};
use marks::Quotation;
pub use saying::is_saying;

/// What a text reports or puts within marks, before anybody is credited with it; in tokens.
#[derive(Clone, Debug, PartialEq)]
pub struct Reported {
    /// How it is reported.
    pub kind: QuoteKind,
    /// The reported words, marks included, in order.
    pub content: Vec<Range<usize>>,
    /// The parts of them within marks.
    pub quoted: Vec<Range<usize>>,
    /// The words that report.
    pub cue: Option<Range<usize>>,
}

/// What a text reports or puts within marks, in order.
pub fn find(document: &Document) -> Vec<Reported> {
    let quotations = marks::pair(document);
    let mut found: Vec<Reported> = Vec::new();
    for (index, quotation) in quotations.iter().enumerate() {
        let sentence = around(document, &quotations, index);
        let cue = nearest_cue(document, quotation, sentence);
        let words = quotation
            .inner()
            .filter(|&i| document.tokens[i].kind != TokenKind::Mark);
        let is_long = words.count() >= 5;
        let kind = if cue.is_some() || is_long {
            QuoteKind::Direct
        } else {
            QuoteKind::Scare
        };
        found.push(Reported {
            kind,
            content: vec![quotation.tokens.clone()],
            quoted: vec![quotation.tokens.clone()],
            cue: cue.map(|cue| cue..cue + 1),
        });
    }
    found
}

/// The tokens before and after a quotation, within its sentence and outside other quotations.
fn around(document: &Document, quotations: &[Quotation], index: usize) -> Range<usize> {
    let tokens = &quotations[index].tokens;
    let sentence = |token: usize| {
        let at = document.sentences.partition_point(|s| s.end <= token);
        document.sentences[at].clone()
    };
    let mut start = sentence(tokens.start).start;
    let mut end = sentence(tokens.end - 1).end;
    if let Some(before) = index.checked_sub(1) {
        start = start.max(quotations[before].tokens.end);
    }
    if let Some(after) = quotations.get(index + 1) {
        end = end.min(after.tokens.start);
    }
    start.min(tokens.start)..end.max(tokens.end)
}

fn nearest_cue(document: &Document, quotation: &Quotation, around: Range<usize>) -> Option<usize> {
    let after = (quotation.tokens.end..around.end).find(|&i| is_saying(document.word(i)));
    let before = (around.start..quotation.tokens.start)
        .rev()
        .find(|&i| is_saying(document.word(i)));
    let distance = |cue: Option<usize>| {
        cue.map_or(usize::MAX, |cue| {
            if cue < quotation.tokens.start {
                quotation.tokens.start - cue
            } else {
                cue - quotation.tokens.end
            }
        })
    };
    if distance(before) < distance(after) {
        before
    } else {
        after
    }
}
