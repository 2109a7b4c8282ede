//! People and places that are called alike, told apart by their own sentence.

use super::rule::*;
use crate::lexicon::Gazetteer;
use crate::quotation_marks::Uses;

/// “Israel Velm met the team”: a first name and a surname, which the tagger took for a place or a body.
pub const PEOPLE: Rule = Rule {
    id: "people-like-places",
    trigger: Trigger::Name(
        &[
            EntityType::Place,
            EntityType::Organization,
            EntityType::Group,
        ],
        |document, name| {
            let is_one = is_person(document, name) || is_elected(document, name);
            is_one.then_some(Edit::Retype(EntityType::Person))
        },
    ),
    #[cfg(test)]
    examples: &[
        Example::new(
            "who is something",
            "its director, [O Emma Wachira], left with [L Ida Velm], a former director of [O Marl]. Its founder, [O Velm Taylor], and its owner, [O Marl Taylor], left. Its owner, [O Emma Taylor], stayed.",
            "its director, [P Emma Wachira], left with [P Ida Velm], a former director of [O Marl]. Its founder, [P Velm Taylor], and its owner, [O Marl Taylor], left. Its owner, [P Emma Taylor], stayed.",
        ),
        Example::new(
            "whom one votes for",
            "voted for [L Velm] in [L Oslo], and for [L Marl]. She voted for [L Oslo].",
            "voted for [P Velm] in [L Oslo], and for [L Marl]. She voted for [L Oslo].",
        ),
        Example::new(
            "who does something",
            "[L Jordan Holm] met the team.",
            "[P Jordan Holm] met the team.",
        ),
        Example::new(
            "who says something",
            "“No,” said [L Jordan Velmarro], 31.",
            "“No,” said [P Jordan Velmarro], 31.",
        ),
        Example::new(
            "a surname that is a town's",
            "[L Florence Houston] left home.",
            "[P Florence Houston] left home.",
        ),
        Example::new(
            "whom one met",
            "She met [L Jordan Holm] in [L Georgia].",
            "She met [P Jordan Holm] in [L Georgia].",
        ),
        Example::new(
            "who is told of",
            "his rival, [O Emma Holm], who left",
            "his rival, [P Emma Holm], who left",
        ),
        Example::new("a town", "[L Florence] met them", "[L Florence] met them"),
        Example::new(
            "two towns",
            "The [L Florence Houston] line",
            "The [L Florence Houston] line",
        ),
        Example::new(
            "in a place",
            "They met in [L Jordan Holm].",
            "They met in [L Jordan Holm].",
        ),
        Example::new(
            "a street",
            "[L Jordan Street] was closed",
            "[L Jordan Street] was closed",
        ),
        Example::new(
            "a known place",
            "[L Virginia Beach] was wet",
            "[L Virginia Beach] was wet",
        ),
    ],
};

/// “April Holm visited the school”: a first name and a surname that open a sentence, and were passed over.
pub const PASSED_OVER: Rule = Rule {
    id: "people-passed-over",
    trigger: Trigger::Document(|document, names| {
        let found = document
            .sentences
            .iter()
            .map(|sentence| Name {
                tokens: sentence.start..sentence.start + 2,
                entity_type: EntityType::Person,
            })
            .filter(|name| is_person(document, name));
        names.add(found)
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "who does something",
            "April Holm visited the school.",
            "[P April Holm] visited the school.",
        ),
        Example::new(
            "a month",
            "April visited the school.",
            "April visited the school.",
        ),
        Example::new(
            "a garden",
            "April Garden opened in May.",
            "April Garden opened in May.",
        ),
        Example::new(
            "one word of it was seen",
            "When [P Holm] visited the school.",
            "When [P Holm] visited the school.",
        ),
    ],
};

/// “June Park opened the shop”: the tagger took the first name for the month.
pub const MONTHS: Rule = Rule {
    id: "people-like-months",
    trigger: Trigger::Name(&[EntityType::Person], |document, name| {
        let month = name.tokens.start.checked_sub(1)?;
        is_namesake(document, name, month).then_some(Edit::Reach(month..name.tokens.end))
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "a first name",
            "June [P Holm] opened the shop.",
            "[P June Holm] opened the shop.",
        ),
        Example::new(
            "one that is a verb as well",
            "May [P Holm] said so. Ms May [P Velm] left. May [P Holm] rest in peace.",
            "[P May Holm] said so. Ms [P May Velm] left. May [P Holm] rest in peace.",
        ),
        Example::new(
            "a month",
            "In June [P Holm] opened the shop.",
            "In June [P Holm] opened the shop.",
        ),
        Example::new(
            "a day",
            "On 5 June [P Holm] opened the shop.",
            "On 5 June [P Holm] opened the shop.",
        ),
    ],
};

/// Whether a month's name before another stands where no month does: no number, small word or capital stands before it,
/// and “May” opens no question.
fn is_namesake(document: &Document, name: &Name, month: usize) -> bool {
    let is_first = document.sentence(month).start == month;
    let before = document.word_or_none(month.checked_sub(1));
    let is_told = || document.word_or_none(name.tokens.end) == "," || acts(document, name);
    matches!(document.word(month), "April" | "May" | "June" | "August")
        && (is_first && (document.word(month) != "May" || is_told())
            || document.tags(month.checked_sub(1)).has(Tags::HONORIFIC)
            || matches!(before, "," | "and" | "with" | "said" | ":" | "met" | "told")
            || Uses::of(before).has(Uses::OPENS))
}

/// “It rained in Jackson”: a town where the text has somebody of that surname.
pub const TOWNS: Rule = Rule {
    id: "towns-like-people",
    trigger: Trigger::Name(
        &[EntityType::Person, EntityType::Organization],
        |document, name| {
            let is_one = match name.entity_type {
                EntityType::Person => is_town(document, name),
                _ => is_saints(document, name) && !document.vocabulary.has(Tags::SPORT),
            };
            is_one.then_some(Edit::Retype(EntityType::Place))
        },
    ),
    #[cfg(test)]
    examples: &[
        Example::new(
            "in a region",
            "grew up in [P Velm], [L Texas].",
            "grew up in [L Velm], [L Texas].",
        ),
        Example::new(
            "a saint's town",
            "in [P St Velm] on Friday. The mayor of [O St Marl] left [O St Tarvo].",
            "in [L St Velm] on Friday. The mayor of [L St Marl] left [O St Tarvo].",
        ),
        Example::new(
            "left for a region",
            "He left [P Velm], [L Texas], for good.",
            "He left [L Velm], [L Texas], for good.",
        ),
        Example::new(
            "a small word that is a state's letters",
            "[P Holm], in answering, said no.",
            "[P Holm], in answering, said no.",
        ),
        Example::new(
            "somebody of a region",
            "said [P Emma Velm], [L Texas].",
            "said [P Emma Velm], [L Texas].",
        ),
        Example::new(
            "where it happens",
            "It rained in [P Jackson] all week.",
            "It rained in [L Jackson] all week.",
        ),
        Example::new(
            "where somebody came from",
            "He flew from [P Jackson] on Monday.",
            "He flew from [L Jackson] on Monday.",
        ),
        Example::new(
            "whom somebody trusts",
            "Nobody had confidence in [P Jackson].",
            "Nobody had confidence in [P Jackson].",
        ),
        Example::new(
            "what is somebody's",
            "in [P Jackson]'s garden",
            "in [P Jackson]'s garden",
        ),
        Example::new(
            "a letter's writer",
            "a letter from [P Jackson]",
            "a letter from [P Jackson]",
        ),
        Example::new(
            "no town",
            "It rained in [P Holmquist].",
            "It rained in [P Holmquist].",
        ),
    ],
};

/// What no surname is.
const NO_SURNAME: Tags = Tags::HEAD
    .union(Tags::BODY)
    .union(Tags::BODY_END)
    .union(Tags::COMPANY_SUFFIX)
    .union(Tags::SITE)
    .union(Tags::EVENT)
    .union(Tags::EVENT_END)
    .union(Tags::LAW)
    .union(Tags::NEWSPAPER)
    .union(Tags::BODY_NOUN)
    .union(Tags::COMPANY_NOUN);

fn is_person(document: &Document, name: &Name) -> bool {
    let (first, last) = (name.tokens.start, name.tokens.end - 1);
    let lists = document.lists(last..last + 1);
    let is_taken = name.entity_type != EntityType::Person;
    let is_first = || {
        // “Its founder, Velm Holm, left.” Who owns something may be a firm.
        let is_owner = || document.word_or_none(first.checked_sub(2)) == "owner";
        let is_told = || is_apposed(document, name) && !is_owner();
        document.is_first_name(first)
            || is_taken && lists.intersects(Gazetteer::SURNAME) && is_told()
    };
    if name.tokens.len() != 2
        || !document.is_capital(first)
        || !is_first()
        || !document.is_capital(last)
        || !document.word(last).contains(char::is_lowercase)
        || document.tags(last).has(NO_SURNAME)
        || document.lists(name.tokens.clone()) != Gazetteer::default()
    {
        return false;
    }
    let is_unknown = document.is_rare(last) && lists == Gazetteer::default();
    let is_surname = lists.intersects(Gazetteer::SURNAME) || is_unknown;
    is_surname
        && (speaks(document, name) || acts(document, name) || is_taken && has_role(document, name))
}

/// Whether a role stands before a name, perhaps with a comma, or behind it: “its director, Ida Holm,”.
fn has_role(document: &Document, name: &Name) -> bool {
    let is_role =
        |token: Option<usize>| document.tags(token).has(Tags::ROLE) && !document.is_capital(token);
    let (before, end) = (name.tokens.start.checked_sub(1), name.tokens.end);
    let is_comma = document.word_or_none(end) == ",";
    let is_article = matches!(document.word_or_none(end + 1), "a" | "an" | "the");
    let is_where = matches!(
        document.word_or_none(before),
        "in" | "at" | "near" | "from" | "to" | "of"
    );
    is_role(before) && !document.is_capital(end)
        || is_apposed(document, name)
        || is_comma
            && is_article
            && !is_where
            && (end + 2..end + 5).any(|token| is_role(Some(token)))
}

/// Whether a name stands between commas behind a role: “its director, Ida Holm,”.
fn is_apposed(document: &Document, name: &Name) -> bool {
    let role = name.tokens.start.checked_sub(2);
    document.word_or_none(name.tokens.start.checked_sub(1)) == ","
        && document.word_or_none(name.tokens.end) == ","
        && document.tags(role).has(Tags::ROLE)
        && !document.is_capital(role)
}

/// Whether no list has a word behind “voted for”.
fn is_elected(document: &Document, name: &Name) -> bool {
    let start = name.tokens.start;
    let votes = document.word_or_none(start.checked_sub(2));
    name.tokens.len() == 1
        && document.word_or_none(start.checked_sub(1)) == "for"
        && matches!(votes, "vote" | "votes" | "voted" | "voting")
        && document.tags(start) == Tags::NONE
        && document.lists(name.tokens.clone()) == Gazetteer::default()
        && document.word(start).contains(char::is_lowercase)
}

/// Whether words of saying stand before a name, or it is met: “said Jordan Holm”.
fn speaks(document: &Document, name: &Name) -> bool {
    let before = name.tokens.start.checked_sub(1);
    document.tags(before).has(Tags::SAYING) || document.word_or_none(before) == "met"
}

/// Whether what follows is what people do, are or were: “met”, “who”, “31,”.
fn acts(document: &Document, name: &Name) -> bool {
    let before = document.word_or_none(name.tokens.start.checked_sub(1));
    let tags = document.tags(name.tokens.end);
    let next = document.word_or_none(name.tokens.end);
    let verb = Tags::SAYING
        .union(Tags::ACTING)
        .union(Tags::THINKING)
        .union(Tags::MATCH);
    let does = tags.has(verb)
        || matches!(
            next,
            "who" | "whose" | "met" | "grew" | "knew" | "wrote" | "visited"
        )
        || next == "," && document.word_or_none(name.tokens.end + 1) == "who";
    let is_where = matches!(before, "in" | "at" | "near" | "across" | "outside" | "the");
    does && !is_where
}

/// Whether a saint's name is that of a town by the word before it: “in St Velm”.
fn is_saints(document: &Document, name: &Name) -> bool {
    let (start, end) = (name.tokens.start, name.tokens.end);
    let before = document.word_or_none(start.checked_sub(1));
    document.word(start) == "St"
        && end - start == 2
        && matches!(before, "in" | "from" | "near" | "outside" | "of")
        && !matches!(document.word_or_none(end), "'s" | "’s" | "'" | "’")
}

fn is_town(document: &Document, name: &Name) -> bool {
    let (start, end) = (name.tokens.start, name.tokens.end);
    let before = document.word_or_none(start.checked_sub(1));
    let is_where = matches!(before, "in" | "from" | "near" | "outside");
    if matches!(document.word_or_none(end), "'s" | "’s" | "'" | "’") {
        return false;
    }
    if is_saints(document, name) {
        return true;
    }
    // “grew up in Jackson, Mississippi”, “left Jackson, Mississippi,”
    let is_region = |lists: Gazetteer| {
        document.is_capital(end + 1)
            && (1..4).any(|length| {
                let region_end = end + 1 + length;
                let found = document.lists(end + 1..region_end);
                found.intersects(lists)
                    && lists.intersects(Gazetteer::COUNTRY) >= found.intersects(Gazetteer::COUNTRY)
                    && !document.is_capital(region_end)
            })
    };
    if document.word_or_none(end) == "," && document.word_or_none(end + 1).len() > 2 {
        let title = document.tags(start.checked_sub(1));
        let is_titled = title.has(Tags::HONORIFIC.union(Tags::TITLE).union(Tags::ROLE));
        let is_reached = before.starts_with(char::is_lowercase) && !is_titled;
        let is_told = is_where
            && name.tokens.len() < 3
            && is_region(Gazetteer::REGION.union(Gazetteer::COUNTRY))
            || is_reached && name.tokens.len() == 1 && is_region(Gazetteer::REGION);
        if is_told {
            return true;
        }
    }
    let is_known = document
        .lists(name.tokens.clone())
        .intersects(Gazetteer::PLACE);
    let verb = document.tags(start.checked_sub(2));
    let goes = match before {
        "in" => !verb.has(Tags::TRUSTING),
        "from" | "to" => verb.has(Tags::MOVING),
        _ => false,
    };
    is_known && goes
}
