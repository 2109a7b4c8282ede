//! Bodies that the lists know by their whole name, where the tagger saw something else, or nothing.

use std::ops::Range;

use super::capitals::GOES_ON;
use super::everywhere::{Forms, is_apart, name_firms};
use super::headlines::ends_name;
use super::rule::*;
use crate::lexicon::Gazetteer;
use crate::text::lower_cased;

/// “Oxfam” is no person: of all lists those of bodies alone have it.
pub const RETYPED: Rule = Rule {
    id: "known-bodies",
    trigger: Trigger::Document(|document, names| {
        // An article says of whom it speaks.
        if document.tokens.len() > BRIEF {
            return 0;
        }
        let is_other = |name: &&Name| {
            name.entity_type == EntityType::Person
                && name.tokens.len() == 1
                && is_body_alone(document, &name.tokens)
                && !is_bound(document, &name.tokens)
        };
        let found = names.names().iter().filter(is_other);
        let bodies = Forms::of(document, found.map(|name| name.tokens.clone()));
        name_firms(document, names, bodies)
    }),
    #[cfg(test)]
    examples: &[
        Example::new("no person", "[P Unicef] gave", "[O Unicef] gave"),
        Example::new(
            "somebody called so",
            "[P Emma Unicef] came, and [P Unicef] left",
            "[P Emma Unicef] came, and [P Unicef] left",
        ),
        Example::new("two words", "[P Velm Unicef] gave", "[P Velm Unicef] gave"),
        Example::new("a town", "[L Paris] is cold", "[L Paris] is cold"),
        Example::new("a surname", "[P Siemens] left", "[P Siemens] left"),
        Example::new("Mr before it", "Mr [P Unicef] left", "Mr [P Unicef] left"),
    ],
};

/// A text of so many tokens says little of its names.
const BRIEF: usize = 200;

/// “Boeing said”: a body that was passed over.
pub const PASSED_OVER: Rule = Rule {
    id: "bodies-passed-over",
    trigger: Trigger::Document(|document, names| {
        let found = passed_over(document, names);
        names.add(found)
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "at the beginning of a sentence",
            "Adobe said on Friday that profits fell.",
            "[O Adobe] said on Friday that profits fell.",
        ),
        Example::new(
            "another word of the text",
            "Oracle said so. It was an oracle.",
            "Oracle said so. It was an oracle.",
        ),
        Example::new("an everyday word", "Target was hit.", "Target was hit."),
        Example::new(
            "a thing",
            "He had an Adobe at home.",
            "He had an Adobe at home.",
        ),
        Example::new("a surname", "Siemens left.", "Siemens left."),
        Example::new(
            "a longer name",
            "Adobe Velm said so.",
            "Adobe Velm said so.",
        ),
    ],
};

/// “Unilever” is a firm wherever it stands; “Orange”, which others are called as well, where it does or owns something.
pub const NAMED: Rule = Rule {
    id: "well-known",
    trigger: Trigger::Document(|document, names| {
        let firms = document.tokens_tagged(Tags::FIRM);
        let firms = firms.filter(|&token| document.is_capital(token));
        let firms = Forms::of(document, firms.map(|token| token..token + 1));
        let words = document.tokens_tagged(Tags::FIRM_WORD);
        let words = words
            .filter(|&token| is_firm(document, token) && !is_small_word(document, token))
            .map(|token| Name {
                tokens: token..token + 1,
                entity_type: EntityType::Organization,
            });
        names.put(words.collect()) + name_firms(document, names, firms)
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "passed over",
            "Orange said so, and Orange was right.",
            "[O Orange] said so, and [O Orange] was right.",
        ),
        Example::new(
            "a name of nothing else",
            "[L Unilever] sells soap, as does Unilever.",
            "[O Unilever] sells soap, as does [O Unilever].",
        ),
        Example::new(
            "part of a longer name",
            "[O Siemens Energy] and [L Unilever House] are old",
            "[O Siemens Energy] and [L Unilever House] are old",
        ),
        Example::new("no person", "[P Sky] has won.", "[O Sky] has won."),
        Example::new(
            "an everyday word",
            "Orange was hit. It was an orange.",
            "Orange was hit. It was an orange.",
        ),
        Example::new("a forest", "in the [L Amazon]", "in the [L Amazon]"),
        Example::new("a fruit", "an Apple and a pear", "an Apple and a pear"),
        Example::new(
            "somebody",
            "[P Sky Holm] met [P Ida Shell].",
            "[P Sky Holm] met [P Ida Shell].",
        ),
        Example::new(
            "a town",
            "in [L Orange], [L Texas]",
            "in [L Orange], [L Texas]",
        ),
        Example::new("a noun", "Target prices fell.", "Target prices fell."),
    ],
};

/// “the Treasury said”: a body of one word behind its article.
pub const BEHIND_ARTICLE: Rule = Rule {
    id: "the-bodies",
    trigger: Trigger::Word(Tags::THE_BODY, |document, token| {
        let before = document.word_or_none(token.checked_sub(1));
        let next = document.word_or_none(token + 1);
        let goes_on = next.starts_with(char::is_alphanumeric)
            && !document.tags(token + 1).has(GOES_ON)
            && !ends_name(document, token + 1);
        // “the Department of the Treasury”
        let is_part = document.word_or_none(token.checked_sub(2)) == "of"
            && document.is_capital(token.checked_sub(3));
        let is_one = document.is_capital(token) && before.eq_ignore_ascii_case("the") && !is_part;
        (is_one && !goes_on && next != "-").then_some(Name {
            tokens: token..token + 1,
            entity_type: EntityType::Organization,
        })
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "passed over",
            "The Treasury said so, and the [P Kremlin] left.",
            "The [O Treasury] said so, and the [O Kremlin] left.",
        ),
        Example::new(
            "a headline",
            "Why The Fed Is Wrong About Rates",
            "Why The [O Fed] Is Wrong About Rates",
        ),
        Example::new(
            "part of another name",
            "the Senate Leader, the Court of the Exchequer and the Treasury bond",
            "the Senate Leader, the Court of the Exchequer and the Treasury bond",
        ),
        Example::new(
            "an everyday word",
            "He fed the senate of the town.",
            "He fed the senate of the town.",
        ),
    ],
};

/// Every list of bodies.
pub const BODIES: Gazetteer = Gazetteer::BODY
    .union(Gazetteer::BUSINESS)
    .union(Gazetteer::CLUB)
    .union(Gazetteer::INSTITUTION);

/// Whether lists of bodies alone have some tokens as a whole.
fn is_body_alone(document: &Document, tokens: &Range<usize>) -> bool {
    let lists = document.lists(tokens.clone());
    let other = Gazetteer::PEOPLE
        .union(Gazetteer::PLACE)
        .union(Gazetteer::NATIONALITY)
        .union(Gazetteer::PRODUCT);
    let is_long = tokens.len() > 1 || document.word(tokens.start).len() > 3;
    lists.intersects(BODIES) && !lists.intersects(other) && is_long
}

/// Whether a name belongs to what stands before or behind it: “Mr Holm”, “Adobe-Velm”.
fn is_bound(document: &Document, tokens: &Range<usize>) -> bool {
    let before = document.tags(tokens.start.checked_sub(1));
    let is_joined =
        |token: Option<usize>| matches!(document.word_or_none(token), "-" | "/" | "@" | "#");
    before.has(Tags::HONORIFIC.union(Tags::TITLE))
        || document.is_capital(tokens.start.checked_sub(1))
        || document.is_capital(tokens.end)
        || is_joined(tokens.start.checked_sub(1))
        || is_joined(Some(tokens.end))
}

/// The known bodies of one word that open a sentence, say something, and stand outside of all names.
fn passed_over(document: &Document, names: &NameSet) -> Vec<Name> {
    let says = |token: &usize| {
        let tokens = *token..token + 1;
        document.tags(token + 1).has(Tags::SAYING)
            && document.is_capital(*token)
            && document.tags(*token) == Tags::NONE
            && is_body_alone(document, &tokens)
            && names.around(&tokens).is_empty()
            && !is_small_word(document, *token)
    };
    let starts = document.sentences.iter().map(|sentence| sentence.start);
    starts
        .filter(says)
        .map(|token| Name {
            tokens: token..token + 1,
            entity_type: EntityType::Organization,
        })
        .collect()
}

/// Whether a word that may be a firm's name is one here: it stands by itself as a capital, and at the beginning of a
/// sentence does or owns something.
fn is_firm(document: &Document, token: usize) -> bool {
    let sentence = document.sentence(token);
    let before = document.word_or_none(token.checked_sub(1));
    let next = document.word_or_none(token + 1);
    let is_thing = document.tags(token.checked_sub(1)).has(Tags::DETERMINER)
        || matches!(before, "the" | "The" | "in" | "near" | "an" | "a");
    let does = matches!(
        next,
        "'s" | "’s"
            | "has"
            | "had"
            | "will"
            | "would"
            | "is"
            | "was"
            | "and"
            | "also"
            | "plans"
            | "did"
    ) || document
        .tags(token + 1)
        .has(Tags::SAYING.union(Tags::ACTING));
    let is_whole = document.word(token).contains(char::is_lowercase)
        && !matches!(next, "-" | "&" | "/")
        && !matches!(before, "-" | "&" | "/");
    document.is_capital(token)
        && is_whole
        && is_apart(document, &(token..token + 1))
        && !is_thing
        && (token > sentence.start || does)
}

/// Whether the word of a token stands in small letters, too.
pub fn is_small_word(document: &Document, token: usize) -> bool {
    let small = lower_cased(document.word(token));
    document.vocabulary.number(&small).is_some()
}
