//! The articles to learn from, with their attributions in tokens.

use std::ops::Range;

use newslight::Span;
use newslight::dev::entities::{self, Name};
use newslight::dev::quotes::cues;
use newslight::dev::quotes::reading::Reading;
use newslight::dev::quotes::terms::Class;
use newslight::dev::text::Document;
use serde_json::Value;

/// One attribution of the corpus, in tokens.
pub struct Gold {
    pub is_direct: bool,
    pub is_mixed: bool,
    pub content: Vec<Range<usize>>,
    pub cue: Vec<Range<usize>>,
    pub speaker: Vec<Range<usize>>,
    pub head: Vec<Range<usize>>,
}

/// One article with its attributions.
pub struct Article<'d, 't> {
    pub reading: Reading<'d, 't>,
    pub names: Vec<Name>,
    pub gold: Vec<Gold>,
    pub ignored: Vec<Range<usize>>,
}

impl<'d, 't> Article<'d, 't> {
    pub fn new(value: &Value, document: &'d Document<'t>) -> Self {
        let bytes: Vec<usize> = document
            .text
            .char_indices()
            .map(|(at, _)| at)
            .chain([document.text.len()])
            .collect();
        let ranges = |spans: &Value| -> Vec<Range<usize>> {
            spans
                .as_array()
                .into_iter()
                .flatten()
                .map(|span| {
                    let at = |index: usize| bytes[span[index].as_u64().unwrap_or(0) as usize];
                    tokens(document, Span::new(at(0), at(1)))
                })
                .collect()
        };
        let mut gold: Vec<Gold> = value["quotes"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|quote| quote["kind"] != "scare?")
            .map(|quote| {
                let speaker = ranges(&quote["speaker"]);
                let head = ranges(&quote["speaker_head"]);
                Gold {
                    is_direct: quote["kind"] == "direct",
                    is_mixed: quote["kind"] == "mixed",
                    content: ranges(&quote["content"]),
                    cue: ranges(&quote["cue"]),
                    head: if head.is_empty() {
                        speaker.clone()
                    } else {
                        head
                    },
                    speaker,
                }
            })
            .collect();
        gold.sort_by_key(|quote| quote.content[0].start);
        Self {
            names: entities::find(document),
            reading: Reading::new(document),
            gold,
            ignored: ranges(&value["ignore"]),
        }
    }

    /// The head of the cue of an attribution.
    pub fn cue_head(&self, gold: &Gold) -> Option<usize> {
        let first = gold.cue.first()?;
        let inside = first
            .clone()
            .filter(|&token| cues::can_report(&self.reading, token));
        let is_noun = |&token: &usize| !matches!(self.reading.class(token), Class::Colon);
        inside
            .clone()
            .find(is_noun)
            .or_else(|| inside.clone().next())
    }

    /// The attribution that most of a quotation belongs to.
    pub fn gold_of(&self, quotation: usize) -> Option<usize> {
        let tokens = self.reading.quotations[quotation].inner();
        let shared = |gold: &Gold| {
            gold.content
                .iter()
                .map(|part| overlap(part, &tokens))
                .sum::<usize>()
        };
        (0..self.gold.len())
            .filter(|&index| self.gold[index].is_direct || self.gold[index].is_mixed)
            .max_by_key(|&index| (shared(&self.gold[index]), usize::MAX - index))
            .filter(|&index| 2 * shared(&self.gold[index]) >= tokens.len().max(1))
    }

    pub fn is_ignored(&self, tokens: &Range<usize>) -> bool {
        self.ignored.iter().any(|span| overlap(span, tokens) > 0)
    }
}

pub fn tokens(document: &Document, span: Span) -> Range<usize> {
    let start = document.token_at(span.start);
    let end = document
        .tokens
        .partition_point(|token| token.span.start < span.end);
    start..end.max(start)
}

pub fn overlap(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}
