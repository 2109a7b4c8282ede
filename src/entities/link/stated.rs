//! Where the text itself says that two names name one thing: every rule with its id.

use std::ops::Range;

use crate::ablation::{fired, is_on};
use crate::annotations::EntityType;
use crate::entities::Name;
use crate::lexicon::{Gazetteer, gazetteer};
use crate::quotation_marks::opens_speech;
use crate::text::{Document, TokenKind, is_capital, is_latin};

/// A rule by which the text itself says that two names name one thing.
pub struct Stated {
    /// What the rule is called.
    pub id: &'static str,
    /// Whether the second name is another name of the first.
    pub states: fn(&Document, &Name, &Name) -> bool,
}

/// The most tokens between two names that are said to be one.
const FAR: usize = 30;

/// Every rule that reads what a text states.
pub const STATED: &[Stated] = &[
    Stated {
        // “European Union (EU)”
        id: "an abbreviation in brackets",
        states: |document, one, other| {
            let (long, short) = (&one.tokens, &other.tokens);
            let between = long.end;
            let letters = document.word(short.start);
            let capitals = letters.chars().filter(|c| c.is_uppercase()).count();
            one.entity_type != EntityType::Person
                && long.len() > 1
                && short.len() == 1
                && short.start == between + 1
                && document.word(between) == "("
                && document.word_or_none(short.end) == ")"
                && capitals > 1
                && !is_of_tail(document, long, letters)
                // “KESSING, Narvia (AP) — …”
                && !matches!(document.word_or_none(short.end + 1), "-" | "–" | "—")
        },
    },
    Stated {
        // “Ana Ruiz (born 4 May 1960), better known as Nita Sol,”, “Nita Sol, whose real name is Ana Ruiz,”
        id: "known as",
        states: |document, one, other| {
            let between = one.tokens.end..other.tokens.start;
            let is_apart = is_apposition(document, between.clone());
            let words = Behind(document, between.end);
            let is_alias = words.ends(&["known", "as"])
                || words.ends(&["Known", "as"])
                || words.ends(&["goes", "by"])
                || words.ends(&["aka"])
                || words.ends(&["a.k.a."])
                || is_by_name(document, between.end)
                || ["real", "birth", "full", "legal"]
                    .iter()
                    .any(|kind| words.ends(&[*kind, "name"]) || words.ends(&[*kind, "name", "is"]));
            is_apart && is_alias
        },
    },
    Stated {
        // “Nita Sol (née Ana Ruiz)”, “Norvane, formerly Velm Steel,”
        id: "a former name",
        states: |document, one, other| {
            let between = one.tokens.end..other.tokens.start;
            let is_person = one.entity_type == EntityType::Person;
            let word = document.word_or_none(between.start + 1);
            let is_former = match is_person {
                true => matches!(word, "born" | "née" | "né"),
                false => matches!(word, "formerly" | "previously" | "originally"),
            };
            let opens = document.word_or_none(between.start);
            // A firm of that name would be of another type but by a fault.
            let closes = matches!(document.word_or_none(other.tokens.end), "," | ")" | ".");
            between.len() == 2
                && is_former
                && one.entity_type == other.entity_type
                && (opens == "(" || opens == "," && closes)
        },
    },
    Stated {
        // “Ana Ruiz (Арина Руис; Greek: Άνα Ρουίζ)”
        id: "a name in another script or language",
        states: |document, one, other| {
            let between = one.tokens.end..other.tokens.start;
            let is_foreign = |token: usize| {
                let word = document.word(token);
                document.tokens[token].kind == TokenKind::Word && !word.starts_with(is_latin)
            };
            let mut words = (between.start + 1..between.end).rev().peekable();
            while words.next_if(|&token| is_foreign(token)).is_some() {}
            let colon = words.peek().copied();
            let is_language = colon.is_some_and(|colon| {
                let language = document.word_or_none(colon.checked_sub(1));
                let mark = document.word_or_none(colon.checked_sub(2));
                document.word(colon) == ":" && matches!(mark, "(" | ";") && is_language(language)
            });
            let is_script = colon.is_none() && between.len() > 1;
            let opens = matches!(document.word_or_none(between.start), "(" | ";");
            opens && (is_language || is_script)
        },
    },
    Stated {
        // “Nita Sol is the stage name of the singer Ana Ruiz.”
        id: "the name of",
        states: |document, one, other| {
            const ROLE: usize = 4;
            let between = one.tokens.end..other.tokens.start;
            let from = between.start.max(between.end.saturating_sub(ROLE));
            let of = (from..between.end)
                .rev()
                .find(|&of| document.word(of) == "of");
            let verb = (between.start..from).rev().find(|&token| {
                let word = document.word(token);
                matches!(word, "is" | "was" | ",") || opens_speech(word)
            });
            of.is_some_and(|of| is_name_noun(document, of.checked_sub(1)))
                && verb.is_some_and(|verb| matches!(document.word(verb), "is" | "was"))
        },
    },
];

/// The words before a token.
struct Behind<'d>(&'d Document<'d>, usize);

impl Behind<'_> {
    /// Whether they end with these.
    fn ends(&self, words: &[&str]) -> bool {
        let Self(document, end) = self;
        let mut backwards = words.iter().rev().enumerate();
        backwards.all(|(back, word)| document.word_or_none(end.checked_sub(back + 1)) == *word)
    }
}

/// Whether “by her stage name” stands before a token.
fn is_by_name(document: &Document, end: usize) -> bool {
    const LONGEST: usize = 4;
    is_name_noun(document, end.checked_sub(1))
        && (end.saturating_sub(LONGEST)..end).any(|token| document.word(token) == "by")
}

/// Whether a token is a noun for a name that somebody goes by.
fn is_name_noun(document: &Document, token: Option<usize>) -> bool {
    let is_kind = |token: usize| {
        let kind = document.word_or_none(token.checked_sub(1));
        matches!(
            kind,
            "stage" | "pen" | "ring" | "birth" | "real" | "maiden" | "married" | "code"
        )
    };
    token.is_some_and(|token| match document.word(token) {
        "pseudonym" | "nickname" | "alias" | "moniker" | "handle" => true,
        "name" => is_kind(token),
        _ => false,
    })
}

/// Whether a word is the name of a language.
fn is_language(word: &str) -> bool {
    matches!(
        word,
        "Arabic" | "Hebrew" | "Hindi" | "Latin" | "Persian" | "Urdu"
    ) || is_capital(word) && gazetteer(word).intersects(Gazetteer::NATIONALITY)
}

/// Whether letters are the initials of what stands behind “of” in a name and of that alone: in “Velm Owls of
/// Great Harbour League (GHL)” they are the league's.
fn is_of_tail(document: &Document, name: &Range<usize>, letters: &str) -> bool {
    let mut ofs = name.clone().filter(|&token| document.word(token) == "of");
    let Some(of) = ofs.next() else { return false };
    let tail = of + 1..name.end;
    let initials = |tokens: Range<usize>| -> String {
        let capitals = tokens.filter(|&token| document.is_capital(token));
        capitals
            .filter_map(|token| document.word(token).chars().next())
            .collect()
    };
    initials(tail) == letters && initials(name.clone()) != letters
}

/// Whether what stands between two names goes on about the first: it begins with a comma or a bracket, and
/// nobody else begins to do something.
fn is_apposition(document: &Document, between: Range<usize>) -> bool {
    let first = document.word_or_none(between.start);
    // “Ana Ruiz (Арина Руис), also known as”
    let comma = between.start + usize::from(first == ")");
    let within = match document.word_or_none(comma) {
        "," if document.is_capital(comma + 1) => return false,
        "," => document.sentence(comma),
        // The dot of “(c. 1818)” may end a sentence.
        "(" => document.paragraph(comma),
        _ => return false,
    };
    between.len() <= FAR && within.contains(&between.end)
}

/// Whether a text states that two names that follow each other name one thing.
pub fn are_stated(document: &Document, one: &Name, other: &Name) -> bool {
    // “Ana Ruiz of Velm, known as Nita Sol”: no person is another name of a place.
    let is_person = |name: &Name| name.entity_type == EntityType::Person;
    // Most names have neither a mark nor a verb behind them that could open such a statement.
    let opens = matches!(
        document.word_or_none(one.tokens.end),
        "," | "(" | ")" | ";" | "is" | "was"
    );
    if !opens || is_person(one) != is_person(other) {
        return false;
    }
    let mut rules = STATED.iter().filter(|rule| is_on(rule.id));
    let found = rules.find(|rule| (rule.states)(document, one, other));
    found.inspect(|rule| fired(rule.id)).is_some()
}
