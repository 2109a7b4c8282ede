//! Terms: what each token is to grammar, looked up once for all stages.

use std::cell::RefCell;

pub use super::class::Class;
pub use super::form::{form, forms};
use super::form::{hash, step};
use crate::hash::Memory;
use crate::lexicon::{Tags, word_class, word_tags};
use crate::quotation_marks;
use crate::text::{Document, TokenKind};

/// One token as grammar sees it.
#[derive(Clone, Copy, Debug)]
pub struct Term {
    /// The word in small letters, hashed; digits count as 0.
    pub form: u32,
    /// The same without the endings of verbs and nouns.
    pub stem: u32,
    /// The word's last three letters, hashed.
    pub ending: u32,
    /// What the token is to grammar.
    pub class: Class,
    /// The class of words used alike, one of 256, counted from 1; 0 for a rare word or a mark.
    pub alike: u32,
    /// What the lists of words know of it.
    pub tags: Tags,
    /// Whether it is a form of a verb of saying.
    pub is_saying: bool,
    /// Whether it is a noun for a person by role or kin, or for several.
    pub is_person: bool,
}

/// What stands outside of a text: like a stop, but without a form.
pub const NOTHING: Term = Term {
    form: 0,
    stem: 0,
    ending: 0,
    class: Class::Stop,
    alike: 0,
    tags: Tags::NONE,
    is_saying: false,
    is_person: false,
};

/// The terms of a text, one for each token.
pub fn terms(document: &Document) -> Vec<Term> {
    thread_local! {
        static MEMORY: RefCell<Memory<Term>> = RefCell::default();
    }
    let mut letters = Vec::new();
    MEMORY.with_borrow_mut(|memory| {
        document.vocabulary.map(memory, |token| {
            let word = token.word(document.text);
            fold(word, &mut letters);
            Term::new(word, &letters, token.kind)
        })
    })
}

impl Term {
    /// The form, as features see it: its class where it is a mark, and nothing outside of the text.
    pub fn seen_form(&self) -> u32 {
        if self.form != 0 && self.class.is_mark() {
            self.class as u32
        } else {
            self.form
        }
    }

    /// Whether the word can be a past form or a participle: “walked”, “went”.
    pub fn is_past(&self) -> bool {
        self.class == Class::Ed || self.tags.has(Tags::PAST)
    }

    /// Whether the word alone shows a finite verb: an auxiliary, or a past form.
    pub fn is_finite(&self) -> bool {
        self.class == Class::Auxiliary || self.is_past()
    }

    /// The term of a word, which is given in small letters, too.
    fn new(word: &str, letters: &[u8], kind: TokenKind) -> Self {
        let form = hash(letters);
        let folded = std::str::from_utf8(letters).unwrap_or_default();
        let tags = match kind {
            TokenKind::Word => word_tags(folded),
            _ => Tags::NONE,
        };
        Self {
            form,
            stem: stem_hash(letters),
            ending: hash(&letters[letters.len().saturating_sub(3)..]),
            class: class(word, letters, form, kind, tags),
            alike: match kind {
                TokenKind::Word => word_class(word).map_or(0, |class| u32::from(class.fine) + 1),
                _ => 0,
            },
            tags,
            is_saying: tags.has(Tags::SAYING),
            is_person: kind == TokenKind::Word && is_person(folded, tags),
        }
    }
}

/// Whether a word in small letters is a noun for a person or for several.
fn is_person(word: &str, tags: Tags) -> bool {
    const PERSON: Tags = Tags::ROLE.union(Tags::TITLE).union(Tags::RELATION);
    let singular = word.strip_suffix('s');
    tags.has(PERSON) || singular.is_some_and(|word| word_tags(word).has(PERSON))
}

/// A word in small letters, with straight apostrophes and digits as 0.
fn fold(word: &str, letters: &mut Vec<u8>) {
    letters.clear();
    if word.is_ascii() {
        letters.extend(word.bytes().map(|b| match b {
            b'0'..=b'9' => b'0',
            _ => b.to_ascii_lowercase(),
        }));
        return;
    }
    let mut buffer = [0; 4];
    for c in word.chars().flat_map(char::to_lowercase) {
        let c = if matches!(c, '’' | 'ʼ') { '\'' } else { c };
        letters.extend_from_slice(c.encode_utf8(&mut buffer).as_bytes());
    }
}

/// Irregular forms and their stems, as far as verbs of saying and thinking have them.
const IRREGULAR: &[(&str, &str)] = &[
    ("said", "say"),
    ("told", "tell"),
    ("wrote", "write"),
    ("written", "write"),
    ("thought", "think"),
    ("knew", "know"),
    ("known", "know"),
    ("saw", "see"),
    ("seen", "see"),
    ("felt", "feel"),
    ("found", "find"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("swore", "swear"),
    ("sought", "seek"),
    ("gave", "giv"),
    ("given", "giv"),
    ("made", "mak"),
    ("went", "go"),
    ("gone", "go"),
    ("met", "meet"),
    ("heard", "hear"),
    ("held", "hold"),
    ("understood", "understand"),
    ("began", "begin"),
    ("chose", "choos"),
    ("taken", "tak"),
    ("took", "tak"),
    ("forgot", "forget"),
    ("meant", "mean"),
];

/// A word without the endings of a verb or a plural. It need not be a word itself, but the
/// forms of one word share it.
fn stem(letters: &[u8]) -> &[u8] {
    if letters.len() <= 6
        && let Some((_, stem)) = IRREGULAR
            .iter()
            .find(|(form, _)| form.as_bytes() == letters)
    {
        return stem.as_bytes();
    }
    let cut = |ending: &[u8]| letters.strip_suffix(ending).filter(|rest| rest.len() >= 3);
    let base = cut(b"ing")
        .or_else(|| cut(b"ied"))
        .or_else(|| cut(b"ies"))
        .or_else(|| cut(b"ed"))
        .or_else(|| cut(b"es"))
        .or_else(|| {
            letters
                .strip_suffix(b"s")
                .filter(|rest| rest.len() >= 3 && !rest.ends_with(b"s"))
        })
        .unwrap_or(letters);
    let base = match base {
        [rest @ .., b'e' | b'y'] if rest.len() >= 3 => rest,
        _ => base,
    };
    match base {
        [.., a, b] if a == b && base.len() > 3 && !b"lse".contains(b) => &base[..base.len() - 1],
        _ => base,
    }
}

/// The hash of a word's stem, with the “-ise” of British spelling as “-ize”.
fn stem_hash(letters: &[u8]) -> u32 {
    const SHORTEST: usize = 5;
    match stem(letters) {
        [rest @ .., b'i', b's'] if rest.len() + 2 >= SHORTEST => [b'i', b'z']
            .iter()
            .fold(hash(rest), |hash, &b| step(hash, b)),
        stem => hash(stem),
    }
}

/// The class of a word that has one use alone.
fn closed(word: &str, form: u32, tags: Tags) -> Option<Class> {
    if word.ends_with('.') {
        return tags.has(Tags::MONTH_SHORT).then_some(Class::Time);
    }
    match form {
        _ if form == const { self::form("to") } => Some(Class::To),
        _ if form == const { self::form("that") } => Some(Class::That),
        _ => Class::of(tags),
    }
}

fn class(word: &str, letters: &[u8], form: u32, kind: TokenKind, tags: Tags) -> Class {
    /// “family”, “ally”
    const NOUNS: Tags = Tags::CIRCLE.union(Tags::ROLE).union(Tags::BODY_NOUN);
    match kind {
        TokenKind::Mark => return mark_class(word),
        TokenKind::Number => return Class::Number,
        TokenKind::Clitic if letters.ends_with(b"s") => return Class::Genitive,
        TokenKind::Clitic => return Class::Auxiliary,
        TokenKind::Word => {}
    }
    if let Some(class) = closed(word, form, tags) {
        return class;
    }
    let mut chars = word.chars();
    if chars.next().is_some_and(char::is_uppercase) {
        let mut rest = chars.filter(|c| c.is_alphabetic()).peekable();
        let is_upper = rest.peek().is_some() && rest.all(char::is_uppercase);
        return if is_upper {
            Class::Upper
        } else {
            Class::Capital
        };
    }
    match letters {
        [_, _, .., b'n', b'\'', b't'] => Class::Auxiliary,
        [_, _, .., b'l', b'y'] if !tags.has(NOUNS) => Class::Adverb,
        [_, _, .., b'i', b'n', b'g'] => Class::Ing,
        [_, _, .., b'e', b'd'] => Class::Ed,
        [_, _, .., x, b's'] if *x != b's' => Class::Plural,
        _ => Class::Open,
    }
}

fn mark_class(mark: &str) -> Class {
    match mark.chars().next() {
        Some(',') => Class::Comma,
        Some('.' | '!' | '?' | '…') => Class::Stop,
        Some(':') => Class::Colon,
        Some(';') => Class::Semicolon,
        Some('-' | '–' | '—' | '―') => Class::Dash,
        Some('(' | '[' | '{') => Class::Opening,
        Some(')' | ']' | '}') => Class::Closing,
        Some(c) if quotation_marks::is_mark(c) => Class::Quotation,
        _ => Class::Mark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_has_one_use_alone_is_known_by_its_form() {
        let of = |word: &str| closed(word, form(word), word_tags(word));
        assert_eq!(of("to"), Some(Class::To));
        assert_eq!(of("Sept."), Some(Class::Time));
        assert_eq!(of("no."), None);
        assert_eq!(of("the"), Some(Class::Determiner));
        assert_eq!(of("yourself"), Some(Class::Object));
        assert_eq!(of("bridge"), None);
    }

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for forms in [
            ["say", "says", "said", "saying"],
            ["argue", "argues", "argued", "arguing"],
            ["reply", "replies", "replied", "replying"],
            ["admit", "admits", "admitted", "admitting"],
            ["stress", "stresses", "stressed", "stressing"],
            ["tell", "tells", "told", "telling"],
        ] {
            let stems: Vec<_> = forms.iter().map(|form| stem(form.as_bytes())).collect();
            assert!(stems.iter().all(|stem| *stem == stems[0]), "{forms:?}");
        }
    }
}
