//! Where in the text a word stands: its sentence, its paragraph, the quote around it.

use std::ops::Range;

use super::nouns::is_speaker;
use crate::annotations::{Entity, EntityType, Quote, QuoteKind};
use crate::hash::HashedMap;
use crate::lexicon::Tags;
use crate::order::{pair, sort_by_number};
use crate::span::Span;
use crate::text::Document;

/// The place of a token. Moves forward alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The token itself.
    pub token: usize,
    /// The index of its sentence.
    pub sentence: usize,
    /// The index of its paragraph.
    pub paragraph: usize,
    /// The index of the quoted part that it lies in.
    pub quote: Option<usize>,
    /// The index of the first quoted part that does not lie before it.
    next_quote: usize,
}

impl Place {
    /// Whether a quoted part is the last one before this place.
    pub fn is_behind(&self, quote: Option<usize>) -> bool {
        self.quote.is_none() && quote.is_some() && quote == self.next_quote.checked_sub(1)
    }
}

/// One name in the text.
#[derive(Clone, Debug)]
pub struct Named {
    /// The tokens of the name.
    pub tokens: Range<usize>,
    /// What it names.
    pub entity: usize,
    /// Whether that is a person.
    pub is_person: bool,
    /// Whether that is an organization.
    pub is_organization: bool,
}

/// Whether the cue of a quote begins so.
fn has_cue(document: &Document, quote: &Quote, start: &str) -> bool {
    let cue = quote.cue.map(|cue| cue.of(document.text));
    cue.is_some_and(|cue| cue.starts_with(start))
}

/// The names, the quoted parts and the speakers of a text, as ranges of tokens in order.
#[derive(Debug)]
pub struct Layout {
    /// The names.
    pub names: Vec<Named>,
    quoted: Vec<Range<usize>>,
    speakers: Vec<Range<usize>>,
    /// The tokens at which those begin who speak of themselves.
    selves: Vec<usize>,
    /// Who asked those who reply, by the tokens at which these begin.
    askers: HashedMap<Span>,
}

impl Layout {
    /// Sorts out what stands where. Who speaks together with others is nobody's name.
    pub fn new(
        document: &Document,
        entities: &[Entity],
        quotes: &[Quote],
        groups: &[Span],
    ) -> Self {
        let mut names: Vec<Named> = entities
            .iter()
            .flat_map(|entity| {
                entity.mentions.iter().map(|mention| Named {
                    tokens: document.tokens_of(mention.span),
                    entity: entity.id,
                    is_person: entity.entity_type == EntityType::Person,
                    is_organization: entity.entity_type == EntityType::Organization,
                })
            })
            .collect();
        sort_by_number(&mut names, |name| name.tokens.start as u64);
        let mut quoted: Vec<Range<usize>> = quotes
            .iter()
            .filter(|quote| matches!(quote.kind, QuoteKind::Direct | QuoteKind::Mixed))
            .flat_map(|quote| quote.quoted.iter().map(|&span| document.tokens_of(span)))
            .collect();
        sort_by_number(&mut quoted, |tokens| tokens.start as u64);
        let mut speakers: Vec<Range<usize>> = quotes
            .iter()
            .filter_map(|quote| quote.speaker.as_ref())
            .filter(|speaker| !speaker.span.is_empty() && !groups.contains(&speaker.span))
            .map(|speaker| document.tokens_of(speaker.span))
            .filter(|tokens| tokens.end <= document.tokens.len())
            .collect();
        sort_by_number(&mut speakers, |tokens| pair(tokens.start, tokens.end));
        speakers.dedup();
        let replies = quotes.windows(2).filter_map(|pair| {
            let [asked, replied] = pair else { return None };
            let is_reply = has_cue(document, asked, "ask") && has_cue(document, replied, "repli");
            let [asker, replier] = [asked, replied].map(|quote| quote.speaker.as_ref());
            let reply = || Some((document.token_at(replier?.span.start) as u64, asker?.span));
            is_reply.then(reply).flatten()
        });
        let speak_of_themselves = quotes.iter().filter_map(|quote| {
            let speaker = document.token_at(quote.speaker.as_ref()?.span.start);
            let mut words = quote
                .quoted
                .iter()
                .flat_map(|&span| document.tokens_of(span));
            let is_self = |token: usize| is_speaker(document.word_or_none(token));
            words.any(is_self).then_some(speaker)
        });
        Self {
            selves: speak_of_themselves.collect(),
            askers: replies.collect(),
            names,
            quoted,
            speakers,
        }
    }

    /// The people whom the words name that a subject governs, a pronoun at this place: it cannot mean them. “He told
    /// Reed”, “she knew that Ana Ruiz had slept” (condition C of Chomsky's binding theory, 1981). A comma may open
    /// another clause.
    pub fn named_below(&self, document: &Document, next_name: usize, at: Place) -> Vec<usize> {
        /// How many tokens behind the pronoun may be governed.
        const LONGEST: usize = 48;
        let end = document.sentences[at.sentence].end;
        let end = end.min(at.token + LONGEST);
        let names = self.names[next_name..].iter();
        let mut behind = at.token + 1;
        names
            .take_while(|name| {
                let is_below = name.tokens.start < end
                    && (behind..name.tokens.start).all(|token| document.word(token) != ",");
                behind = behind.max(name.tokens.end);
                is_below
            })
            .filter(|name| name.is_person && name.tokens.start > at.token)
            .map(|name| name.entity)
            .collect()
    }

    /// Moves a place forward to a token.
    pub fn move_to(&self, document: &Document, at: &mut Place, token: usize) {
        at.token = token;
        let ended = |ranges: &[Range<usize>], index: usize| {
            ranges.get(index).is_some_and(|range| range.end <= token)
        };
        while ended(&document.sentences, at.sentence) {
            at.sentence += 1;
        }
        while ended(&document.paragraphs, at.paragraph) {
            at.paragraph += 1;
        }
        while ended(&self.quoted, at.next_quote) {
            at.next_quote += 1;
        }
        let quoted = self.quoted.get(at.next_quote);
        at.quote = quoted
            .filter(|quoted| quoted.contains(&token))
            .map(|_| at.next_quote);
    }

    /// Whether the one who speaks at a token does so of themselves in court: “I slept,” he told the jury.
    pub fn is_tried(&self, document: &Document, token: usize) -> bool {
        const REACH: usize = 12;
        if !self.selves.contains(&token) {
            return false;
        }
        let end = document.sentence(token).end.min(token + REACH);
        (token + 1..end).any(|token| document.tags(token).has(Tags::COURT))
    }

    /// Who asked the one who replies at a token.
    pub fn asker(&self, token: usize) -> Option<Span> {
        self.askers.get(&(token as u64)).copied()
    }

    /// Where the next speaker begins, at a token or behind it; those before it are passed.
    pub fn next_speaker(&self, next: &mut usize, token: usize) -> Option<usize> {
        while let Some(tokens) = self.speakers.get(*next)
            && tokens.start < token
        {
            *next += 1;
        }
        self.speakers.get(*next).map(|tokens| tokens.start)
    }

    /// The longest speaker that begins at a token, none having been passed before.
    pub fn speaker_at(&self, next: &mut usize, token: usize) -> Option<Range<usize>> {
        let mut found = None;
        while let Some(tokens) = self.speakers.get(*next)
            && tokens.start <= token
        {
            found = (tokens.start == token).then(|| tokens.clone()).or(found);
            *next += 1;
        }
        found
    }

    /// The first name behind some tokens, of the few from `first` on.
    pub fn name_behind(&self, first: usize, tokens: &Range<usize>) -> Option<&Named> {
        let mut rest = self.names[first..].iter();
        rest.find(|name| name.tokens.start >= tokens.end)
    }

    /// The names within some tokens, of those from `first` on.
    pub fn names_within(&self, first: usize, tokens: &Range<usize>) -> &[Named] {
        let rest = &self.names[first..];
        let start = rest
            .iter()
            .take_while(|name| name.tokens.start < tokens.start);
        let rest = &rest[start.count()..];
        let within = rest.iter().take_while(|name| name.tokens.end <= tokens.end);
        &rest[..within.count()]
    }
}
