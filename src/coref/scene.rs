//! Where in the text a word stands: its sentence, its paragraph, the quote around it.

use std::ops::Range;

use crate::annotations::{Entity, EntityType, Quote, QuoteKind};
use crate::lexicon::person_word;
use crate::order::{pair, sort_by_number};
use crate::text::{Document, TokenKind};

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

/// The names, the quoted parts and the speakers of a text, as ranges of tokens in order.
#[derive(Debug)]
pub struct Scene {
    /// The names.
    pub names: Vec<Named>,
    quoted: Vec<Range<usize>>,
    speakers: Vec<Range<usize>>,
}

impl Scene {
    /// Sorts out what stands where.
    pub fn new(document: &Document, entities: &[Entity], quotes: &[Quote]) -> Self {
        let tokens_of = |span: crate::span::Span| {
            let start = document.token_at(span.start);
            start..document.token_at(span.end.saturating_sub(1)).max(start) + 1
        };
        let mut names: Vec<Named> = entities
            .iter()
            .flat_map(|entity| {
                entity.mentions.iter().map(|mention| Named {
                    tokens: tokens_of(mention.span),
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
            .flat_map(|quote| quote.quoted.iter().map(|&span| tokens_of(span)))
            .collect();
        sort_by_number(&mut quoted, |tokens| tokens.start as u64);
        let mut speakers: Vec<Range<usize>> = quotes
            .iter()
            .filter_map(|quote| quote.speaker.as_ref())
            .filter(|speaker| !speaker.span.is_empty())
            .map(|speaker| tokens_of(speaker.span))
            .filter(|tokens| tokens.end <= document.tokens.len())
            .collect();
        sort_by_number(&mut speakers, |tokens| pair(tokens.start, tokens.end));
        speakers.dedup();
        Self {
            names,
            quoted,
            speakers,
        }
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

/// Where the role before a name begins: “the Oslo police chief” of “the Oslo police chief Ana Ruiz”.
pub fn role_start(document: &Document, name: usize) -> usize {
    const LONGEST: usize = 5;
    let is_part = |token: usize| {
        let word = document.word(token);
        let told = person_word(word);
        told.is_role || told.is_title || told.is_courtesy
    };
    let mut start = name;
    while let Some(before) = start.checked_sub(1)
        && start + LONGEST > name
        && (is_part(before)
            || start < name
                && document.tokens[before].kind == TokenKind::Word
                && (document.word(before).starts_with(char::is_uppercase)
                    || document.word(before) == "the"))
    {
        start = before;
    }
    start
}

/// Whether a sentence begins with a mention, or with a few words before it that tell where or when it
/// plays or who is named: “Outside the court, Ana Ruiz was calm”, “Her rival, Ana Ruiz, was calm”.
fn opens_sentence(document: &Document, tokens: &Range<usize>) -> bool {
    const LONGEST: usize = 8;
    let token = tokens.start;
    let at = document
        .sentences
        .partition_point(|sentence| sentence.start <= token);
    let Some(start) = at.checked_sub(1).map(|at| document.sentences[at].start) else {
        return false;
    };
    if start == token || (start + 1 == token && document.word(start) == "The") {
        return true;
    }
    let is_mark = |token: usize| {
        document.tokens[token].kind == TokenKind::Mark && !document.is_within_word(token)
    };
    let is_near = token - start <= LONGEST
        && document.word(token - 1) == ","
        && !(start + 1..token - 1).any(is_mark);
    if !is_near {
        return false;
    }
    let opening = document.word(start);
    let is_followed = tokens.end + 1 < document.tokens.len() && document.word(tokens.end) == ",";
    if is_opening(opening) {
        // “In a note to her rival, Ana Ruiz, he wrote” has another subject.
        return !(is_followed && is_subject_pronoun(document.word(tokens.end + 1)));
    }
    is_followed && names_nobody_else(document, start..token - 1)
}

fn is_subject_pronoun(word: &str) -> bool {
    matches!(word, "he" | "she" | "they" | "it" | "we" | "I")
}

/// Whether the words before a comma can be a description of the one whose name follows, and no clause:
/// “Her rival”, “The owner's friend”.
fn names_nobody_else(document: &Document, mut words: Range<usize>) -> bool {
    let opens = matches!(
        document.word(words.start),
        "A" | "An" | "Another" | "Her" | "His" | "Its" | "My" | "One" | "Our" | "The" | "Their"
    );
    let is_owner = |token: usize| document.tokens[token].kind == TokenKind::Clitic;
    (opens || words.clone().any(is_owner)) && !words.any(|token| is_verb(document.word(token)))
}

/// Whether a word is likely a verb in the past or one that helps another.
pub fn is_verb(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed")
        || matches!(
            word,
            "had" | "has" | "is" | "said" | "says" | "was" | "were"
        )
}

/// Whether a word opens a phrase that stands before the subject.
pub fn is_opening(word: &str) -> bool {
    OPENINGS.contains(&word)
}

/// Words that open a phrase which stands before the subject.
const OPENINGS: &[&str] = &[
    "After",
    "At",
    "Before",
    "Behind",
    "By",
    "Despite",
    "During",
    "Earlier",
    "For",
    "From",
    "In",
    "Inside",
    "Instead",
    "Last",
    "Later",
    "Meanwhile",
    "Near",
    "Next",
    "On",
    "Outside",
    "Since",
    "Speaking",
    "Still",
    "Then",
    "Under",
    "Until",
    "With",
    "Yesterday",
];

/// Whether a mention looks like the subject of its clause: nothing but a comma, a conjunction or
/// an opening mark before it, or a verb right behind it.
pub fn is_subject(document: &Document, tokens: &Range<usize>) -> bool {
    let start = role_start(document, tokens.start);
    let Some(before) = start.checked_sub(1) else {
        return true;
    };
    // Papers that write “Mr.” do so wherever they speak of somebody again, mostly of who acts.
    let is_titled = matches!(document.word(tokens.start - 1), "Mr." | "Mrs." | "Ms.");
    let is_possessive = document.tokens.get(tokens.end).is_some_and(|token| {
        token.kind == TokenKind::Clitic && token.span.of(document.text).ends_with('s')
    });
    if is_possessive {
        return false;
    }
    opens_sentence(document, &(start..tokens.end))
        || is_titled
        || matches!(
            document.word(before),
            "that"
                | "and"
                | "when"
                | "while"
                | "because"
                | "as"
                | "if"
                | "where"
                | "“"
                | "But"
                | "And"
        )
        || document.tokens.get(tokens.end).is_some_and(|next| {
            let word = next.span.of(document.text);
            matches!(
                word,
                "said"
                    | "says"
                    | "is"
                    | "was"
                    | "has"
                    | "had"
                    | "will"
                    | "would"
                    | "told"
                    | "who"
                    | "did"
                    | "does"
                    | "can"
                    | "could"
            ) || word.len() > 4 && word.ends_with("ed")
        })
}
