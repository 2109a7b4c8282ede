//! What the tagger takes into a name at its end: a bracket that the name does not close, a day, a number's kind.

use super::rule::*;
use crate::lexicon::Gazetteer;
use crate::text::is_capitalized;

pub const RULE: Rule = Rule {
    id: "edges",
    trigger: Trigger::Name(ALL, |document, name| {
        let parts = credit(document, name).or_else(|| town_and_country(document, name));
        if let Some(parts) = parts.or_else(|| at_from(document, name)) {
            return Some(Edit::Split(parts.into()));
        }
        let start = name.tokens.start;
        if name.tokens.len() > 1 && opens(document, name) {
            return Some(Edit::Reach(start + 1..name.tokens.end));
        }
        let end = before_day(
            document,
            name.tokens.start,
            before_verb(document, name, before_open_bracket(document, name)),
        );
        (end < name.tokens.end).then_some(Edit::Reach(name.tokens.start..end))
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "an open bracket",
            "[P Ana Ruiz (Green] party)",
            "[P Ana Ruiz] (Green party)",
        ),
        Example::new(
            "a bracket that closes",
            "[O Velm (Tarvo) Bank]",
            "[O Velm (Tarvo) Bank]",
        ),
        Example::new(
            "a second one",
            "[O Velm (Tarvo) Bank (Marl]",
            "[O Velm (Tarvo) Bank] (Marl",
        ),
        Example::new(
            "a telephone",
            "[P Ana Ruiz Phone] 12",
            "[P Ana Ruiz] Phone 12",
        ),
        Example::new(
            "a day",
            "[O Velm Council Friday] said",
            "[O Velm Council] Friday said",
        ),
        Example::new(
            "a firm's town",
            "owned by [L Velm Shipping of Oslo] until",
            "owned by [O Velm Shipping] of [L Oslo] until",
        ),
        Example::new(
            "an article that opens a sentence",
            "[O The Velm Agency] said so to [O The Velm Times].",
            "The [O Velm Agency] said so to [O The Velm Times].",
        ),
        Example::new(
            "a verb",
            "[O Velm United beat Marl] on",
            "[O Velm United] beat Marl on",
        ),
        Example::new(
            "small letters",
            "the [L united states] number",
            "the [L united states] number",
        ),
        Example::new(
            "who took a picture, and for whom",
            "Photograph: [P Ana Ruiz/Velm]",
            "Photograph: [P Ana Ruiz]/[O Velm]",
        ),
        Example::new(
            "a town and its country",
            "in [L Zurich Switzerland] on",
            "in [L Zurich] [L Switzerland] on",
        ),
        Example::new(
            "a small word that opens the sentence",
            "[O As Velm] said, it is so.",
            "As [O Velm] said, it is so.",
        ),
        Example::new(
            "a title's small word",
            "She read [W As Velm Said] twice.",
            "She read [W As Velm Said] twice.",
        ),
        Example::new(
            "whom somebody left",
            "He joined [O Velm from Friends of Tarvo] on",
            "He joined [O Velm] from [O Friends of Tarvo] on",
        ),
        Example::new(
            "somebody of a firm",
            "with [P Emma Holm of Velm] on",
            "with [P Emma Holm] of [O Velm] on",
        ),
        Example::new(
            "a saint",
            "with [P Ida of Velm] on",
            "with [P Ida of Velm] on",
        ),
        Example::new("a day alone", "[P Friday] came", "[P Friday] came"),
        Example::new(
            "a club",
            "[O Sheffield Wednesday]",
            "[O Sheffield Wednesday]",
        ),
    ],
};

/// Where a name ends that opens a bracket and does not close it: before the bracket.
fn before_open_bracket(document: &Document, name: &Name) -> usize {
    let mut marks = name.tokens.clone().skip(1).rev();
    let mark = marks.find(|&token| matches!(document.word(token), "(" | ")"));
    mark.filter(|&mark| document.word(mark) == "(")
        .unwrap_or(name.tokens.end)
}

/// Where a name ends that runs on over a verb in small letters: before the verb.
fn before_verb(document: &Document, name: &Name, end: usize) -> usize {
    let is_verb = |&token: &usize| {
        let word = document.word(token);
        let verb = Tags::SAYING.union(Tags::PAST).union(Tags::ACTING);
        word.len() > 2 && word.starts_with(char::is_lowercase) && document.tags(token).has(verb)
    };
    let is_work = matches!(name.entity_type, EntityType::Work | EntityType::Event);
    let mut within = name.tokens.start + 1..end;
    let is_whole = is_work || !document.is_capital(name.tokens.start);
    let verb = within.find(is_verb).filter(|_| !is_whole);
    verb.unwrap_or(end)
}

/// Who took a picture, and the agency: “Ana Ruiz/Velm”.
fn credit(document: &Document, name: &Name) -> Option<[Name; 2]> {
    let mut within = name.tokens.start + 2..name.tokens.end.saturating_sub(1);
    let slash = within.find(|&token| document.word(token) == "/")?;
    let is_credit = name.entity_type == EntityType::Person
        && document.is_within_word(slash)
        && document.is_capital(slash + 1);
    is_credit.then(|| {
        [
            Name {
                tokens: name.tokens.start..slash,
                entity_type: EntityType::Person,
            },
            Name {
                tokens: slash + 1..name.tokens.end,
                entity_type: EntityType::Organization,
            },
        ]
    })
}

/// Whether a name begins with the small word that opens its sentence: “As Velm said”.
fn opens(document: &Document, name: &Name) -> bool {
    let start = name.tokens.start;
    let is_small =
        document.tags(start).has(Tags::CLAUSE_OPENER) && is_capitalized(document.word(start));
    let is_article = document.word(start) == "The"
        && name.tokens.len() > 2
        && document.is_capital(start + 1)
        && document.tags(name.tokens.end - 1).has(Tags::BODY);
    if is_article {
        return true;
    }
    is_small
        && document.is_capital(start + 1)
        && document.lists(name.tokens.clone()) == Gazetteer::default()
        && document.sentence(start).start == start
}

/// What somebody left, and for what: “Velm from Tarvo”; or somebody and where they work: “Ida Holm of Velm”.
fn at_from(document: &Document, name: &Name) -> Option<[Name; 2]> {
    let mut within = name.tokens.start + 1..name.tokens.end.saturating_sub(1);
    let is_somebody =
        name.entity_type == EntityType::Person && document.is_first_name(name.tokens.start);
    if is_somebody
        && let Some(of) = within
            .clone()
            .skip(1)
            .find(|&token| document.word(token) == "of")
    {
        let rest = of + 1..name.tokens.end;
        let is_place = document.lists(rest.clone()).intersects(Gazetteer::PLACE);
        let of_rest = if is_place {
            EntityType::Place
        } else {
            EntityType::Organization
        };
        let parts = [(name.tokens.start..of, EntityType::Person), (rest, of_rest)];
        return Some(parts.map(|(tokens, entity_type)| Name {
            tokens,
            entity_type,
        }));
    }
    let firm = Tags::COMPANY_SUFFIX.union(Tags::LEGAL_FORM);
    if matches!(
        name.entity_type,
        EntityType::Organization | EntityType::Place
    ) && let Some(of) = within.clone().find(|&token| document.word(token) == "of")
        && document.tags(of - 1).has(firm)
        && document
            .lists(of + 1..name.tokens.end)
            .intersects(Gazetteer::ANY_CITY)
        && document.lists(name.tokens.clone()) == Gazetteer::default()
    {
        let parts = [
            (name.tokens.start..of, EntityType::Organization),
            (of + 1..name.tokens.end, EntityType::Place),
        ];
        return Some(parts.map(|(tokens, entity_type)| Name {
            tokens,
            entity_type,
        }));
    }
    let from = within.find(|&token| document.word(token) == "from")?;
    let is_work = matches!(name.entity_type, EntityType::Work | EntityType::Event);
    (!is_work).then(|| {
        [name.tokens.start..from, from + 1..name.tokens.end].map(|tokens| Name {
            tokens,
            entity_type: name.entity_type,
        })
    })
}

/// A town and the country that it is in, without a comma between them: “Zurich Switzerland”.
fn town_and_country(document: &Document, name: &Name) -> Option<[Name; 2]> {
    let last = name.tokens.end - 1;
    let (town, country) = (name.tokens.start..last, last..name.tokens.end);
    let is_pair = name.entity_type == EntityType::Place
        && !town.is_empty()
        && document.lists(town.clone()).intersects(Gazetteer::ANY_CITY)
        && document
            .lists(country.clone())
            .intersects(Gazetteer::COUNTRY)
        && document.lists(name.tokens.clone()) == Gazetteer::default();
    is_pair.then(|| {
        [town, country].map(|tokens| Name {
            tokens,
            entity_type: EntityType::Place,
        })
    })
}

/// Where a name ends before a day, or the kind of a number; one club is called by its day.
fn before_day(document: &Document, start: usize, end: usize) -> usize {
    let is_tail = document.is_capital(end - 1)
        && document
            .tags(end - 1)
            .has(Tags::WEEKDAY.union(Tags::CONTACT));
    let is_club = document.word(start) == "Sheffield";
    if end - start > 1 && is_tail && !is_club {
        end - 1
    } else {
        end
    }
}
