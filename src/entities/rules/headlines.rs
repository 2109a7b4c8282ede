//! Names in headlines in title case, where each word has a capital: what stands behind “To” or “As” is no more
//! of the name, nor what the text below does without.

use std::ops::Range;

use super::everywhere::Forms;
use super::known::BODIES;
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

/// “Velm Foods Cuts Jobs”: of a headline's name, which the text below never has, the beginning that it has.
pub const TOLD_BELOW: Rule = Rule {
    id: "told-below",
    trigger: Trigger::Document(|document, names| {
        let lines = document.sentences.iter();
        // “Velm Foods Bhd founder Tom Hale left.” is none.
        let ends = |line: &Range<usize>| document.word_or_none(line.end.checked_sub(1)) == ".";
        let lines = lines.filter(|line| !ends(line) && is_title_case(document, line));
        let lines: Vec<usize> = lines.map(|line| line.start).collect();
        if lines.is_empty() {
            return 0;
        }
        let is_headline = |name: &Name| {
            let line = document.sentence(name.tokens.start).start;
            lines.binary_search(&line).is_ok()
        };
        // Bodies are called after places: “Oslo Evening Herald”.
        let told = [EntityType::Person, EntityType::Organization].map(|entity_type| {
            let names = names.names().iter();
            let told = names.filter(|name| name.entity_type == entity_type && !is_headline(name));
            let told = told.flat_map(|name| {
                let Range { start, end } = name.tokens;
                let is_surname = entity_type == EntityType::Person && !is_suffix(document, end - 1);
                let surname = is_surname.then_some(end - 1..end);
                std::iter::once(start..end).chain(surname)
            });
            (entity_type, Forms::of(document, told))
        });
        names.edit(|name| {
            let names = is_headline(name).then(|| told_below(document, name, &told))?;
            (!names.is_empty()).then_some(Edit::Split(names))
        })
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "a firm",
            "[O Velm Foods Cuts Rates For Some]\n\nAt [O Velm Foods] nobody knew.",
            "[O Velm Foods] Cuts Rates For Some\n\nAt [O Velm Foods] nobody knew.",
        ),
        Example::new(
            "somebody",
            "Mayor [O Holm Vetoes] Plan\n\nIn May [P Holm] had not known.",
            "Mayor [P Holm] Vetoes Plan\n\nIn May [P Holm] had not known.",
        ),
        Example::new(
            "two surnames",
            "[P Holm Picks Velm] To Lead\n\nThen [P Ida Holm] had met [P Tom Velm] twice.",
            "[P Holm] Picks [P Velm] To Lead\n\nThen [P Ida Holm] had met [P Tom Velm] twice.",
        ),
        Example::new(
            "a name that the text has",
            "[O Velm Arms] Shuts Its Doors\n\nThe [O Velm Arms] in [L Velm] is old.",
            "[O Velm Arms] Shuts Its Doors\n\nThe [O Velm Arms] in [L Velm] is old.",
        ),
        Example::new(
            "a body of a town",
            "[O Oslo Bank] Shuts Its Doors\n\nIt is the oldest in [L Oslo].",
            "[O Oslo Bank] Shuts Its Doors\n\nIt is the oldest in [L Oslo].",
        ),
        Example::new(
            "a body that lists have",
            "The [O New York Times] Reports So\n\nThen [O New York] shut.",
            "The [O New York Times] Reports So\n\nThen [O New York] shut.",
        ),
        Example::new(
            "a law about a body",
            "[W Velm Data Act] Is Passed\n\nBut [O Velm] knew.",
            "[W Velm Data Act] Is Passed\n\nBut [O Velm] knew.",
        ),
        Example::new(
            "what is called after a town",
            "[O Oslo Evening Herald] Shuts Its Doors\n\nIt is the oldest in [L Oslo].",
            "[O Oslo Evening Herald] Shuts Its Doors\n\nIt is the oldest in [L Oslo].",
        ),
        Example::new(
            "a first name",
            "[P Emma Holm] Wins Again Today\n\nThen [P Emma] wept.",
            "[P Emma Holm] Wins Again Today\n\nThen [P Emma] wept.",
        ),
        Example::new(
            "no headline",
            "The [O Velm Foods Cuts] were over, and [O Velm Foods] knew it.",
            "The [O Velm Foods Cuts] were over, and [O Velm Foods] knew it.",
        ),
    ],
};

/// The name of the text below that a headline's name begins with, and somebody's that it ends with.
fn told_below(document: &Document, name: &Name, told: &[(EntityType, Forms)]) -> Vec<Name> {
    let Range { start, end } = name.tokens;
    let last = document.tags(end - 1);
    let lists = document.lists(start..end);
    let is_told = |tokens: Range<usize>| {
        let (entity_type, _) = told
            .iter()
            .find(|(_, forms)| forms.has(document, &tokens))?;
        let entity_type = *entity_type;
        Some(Name {
            tokens,
            entity_type,
        })
    };
    if last.has(WHOLE)
        || lists.intersects(BODIES.union(Gazetteer::PLACE))
        || is_told(start..end).is_some()
    {
        return Vec::new();
    }
    let first = (start + 1..end).rev().find_map(|cut| is_told(start..cut));
    let first = first.filter(|first| match first.entity_type {
        // “Ana Ruiz” or “Ana Ruiz Jr.” above, “Ana” or “Ana Ruiz” below
        EntityType::Person => {
            let is_more = first.tokens.len() + 1 < end - start || !document.is_first_name(start);
            name.entity_type != EntityType::Person
                || is_more && !is_suffix(document, first.tokens.end)
        }
        // “Velm Data Act” above, “Velm” below
        _ => !last.has(Tags::LAW),
    });
    let Some(first) = first else {
        return Vec::new();
    };
    let second = (first.tokens.end + 1..end).find_map(|cut| is_told(cut..end));
    let second = second.filter(|second| second.entity_type == EntityType::Person);
    [first].into_iter().chain(second).collect()
}

/// Whether a word behind a name, or at its end, is no surname: “Jr.”, “III”.
fn is_suffix(document: &Document, token: usize) -> bool {
    let word = document.word(token);
    word.ends_with('.') || !word.contains(char::is_lowercase)
}

/// What ends a name: what stands before it is another.
const WHOLE: Tags = Tags::HEAD
    .union(Tags::SITE)
    .union(Tags::EVENT)
    .union(Tags::COMPANY_SUFFIX);

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
