//! Names in headlines in title case, where each word has a capital: what stands behind “To” or “As” is no more
//! of the name.

use std::ops::Range;

use super::rule::*;
use crate::lexicon::Gazetteer;
use crate::text::is_capitalized;

pub const RULE: Rule = Rule {
    id: "headlines",
    trigger: Trigger::Name(ALL, |document, name| {
        let within = name.tokens.start + 1..name.tokens.end;
        let cut = within.clone().find(|&token| ends_name(document, token))?;
        if !is_title_case(document, &document.sentence(cut)) {
            return None;
        }
        let mut parts = vec![Name {
            tokens: name.tokens.start..cut,
            entity_type: name.entity_type,
        }];
        let last = within.rev().find(|&token| ends_name(document, token));
        let rest = last.unwrap_or(cut) + 1..name.tokens.end;
        if document.lists(rest.clone()).intersects(Gazetteer::PLACE) {
            parts.push(Name {
                tokens: rest,
                entity_type: EntityType::Place,
            });
        }
        Some(Edit::Split(parts))
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "a firm",
            "Council Rejects Bid By [O Velm Foods To Build In Oslo]",
            "Council Rejects Bid By [O Velm Foods] To Build In [L Oslo]",
        ),
        Example::new(
            "somebody",
            "[O Ana Ruiz To Lead Inquiry Into Harbour Fire]",
            "[O Ana Ruiz] To Lead Inquiry Into Harbour Fire",
        ),
        Example::new(
            "a name's own word",
            "Fans Of [O Bank Of Velm] Leave",
            "Fans Of [O Bank Of Velm] Leave",
        ),
        Example::new(
            "a sentence",
            "They had read [W Ana To Velm] twice and liked it.",
            "They had read [W Ana To Velm] twice and liked it.",
        ),
    ],
};

/// “NORWAY AND GREECE SIGN PACT”: the countries of a headline in capitals.
pub const CAPITALS: Rule = Rule {
    id: "capitals",
    trigger: Trigger::Document(|document, names| {
        let lines = document.sentences.iter();
        let lines = lines.filter(|line| is_in_capitals(document, line));
        let places = lines.flat_map(|line| countries(document, line.clone()));
        names.add(places)
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "two of them",
            "NORWAY AND GREECE SIGN PACT\n\nThey met in Oslo.",
            "[L NORWAY] AND [L GREECE] SIGN PACT\n\nThey met in Oslo.",
        ),
        Example::new(
            "a first name",
            "JORDAN HOLM WINS AGAIN",
            "JORDAN HOLM WINS AGAIN",
        ),
        Example::new("a sentence", "It rained in KENYA.", "It rained in KENYA."),
    ],
};

/// Whether a sentence has several words and none with small letters.
fn is_in_capitals(document: &Document, sentence: &Range<usize>) -> bool {
    let is_small = |token: usize| document.word(token).contains(char::is_lowercase);
    sentence.len() > 3 && !sentence.clone().any(is_small)
}

/// The countries of a line, each of one word: what lists have as several is too often something else.
fn countries(document: &Document, line: Range<usize>) -> impl Iterator<Item = Name> {
    let is_country = |&token: &usize| {
        let lists = document.lists(token..token + 1);
        lists.intersects(Gazetteer::COUNTRY)
            && !lists.intersects(Gazetteer::FIRST_NAME)
            && document.is_rare(token)
    };
    line.filter(is_country).map(|token| Name {
        tokens: token..token + 1,
        entity_type: EntityType::Place,
    })
}

/// Whether a word with a capital ends a name before it: no name of a headline goes on behind it.
pub fn ends_name(document: &Document, token: usize) -> bool {
    document.tags(token).has(Tags::HEADLINE_WORD) && is_capitalized(document.word(token))
}

/// Whether nearly all words of a sentence have a capital.
pub fn is_title_case(document: &Document, sentence: &Range<usize>) -> bool {
    let words = sentence.clone().map(|token| document.word(token));
    let (mut small, mut capital) = (0, 0);
    for word in words {
        small += usize::from(word.starts_with(char::is_lowercase));
        capital += usize::from(word.starts_with(char::is_uppercase));
    }
    capital > 3 && capital > 3 * small
}
