//! Names that the tagger took in parts: partners of one firm, the fields of one ministry, a town on its river.

use super::rule::*;
use crate::lexicon::Gazetteer;

/// “Velm, Marl & Tarvo” is one firm.
pub const PARTNERS: Rule = Rule {
    id: "partners",
    trigger: Trigger::Document(|document, names| {
        let ands = document.vocabulary.tokens_of("&");
        let found = ands.filter_map(|and| partners(document, names, and));
        names.replace(found.collect())
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "three",
            "with [P Velm], [P Marl & Tarvo] on Friday",
            "with [O Velm, Marl & Tarvo] on Friday",
        ),
        Example::new(
            "two",
            "with [O Velm & Tarvo] on Friday",
            "with [O Velm & Tarvo] on Friday",
        ),
        Example::new(
            "of two lines",
            "with [P Velm],\n[P Marl & Tarvo] on Friday",
            "with [P Velm],\n[P Marl & Tarvo] on Friday",
        ),
        Example::new(
            "a list of names",
            "with [P Ida Velm], [P Emma Marl] & [P Ida Tarvo]",
            "with [P Ida Velm], [P Emma Marl] & [P Ida Tarvo]",
        ),
    ],
};

/// “the Ministry of Trade, Crafts and Industry”: the tagger took the first field alone.
pub const FIELDS: Rule = Rule {
    id: "fields",
    trigger: Trigger::Name(&[EntityType::Organization], |document, name| {
        let end = fields_end(document, name);
        (end > name.tokens.end).then_some(Edit::Reach(name.tokens.start..end))
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "three fields",
            "the [O Ministry of Trade], Crafts and Industry said",
            "the [O Ministry of Trade, Crafts and Industry] said",
        ),
        Example::new(
            "a town",
            "the [O Ministry of Trade], Oslo and Bergen",
            "the [O Ministry of Trade], Oslo and Bergen",
        ),
        Example::new(
            "no field",
            "the [O Velm Friday], Trade and Industry",
            "the [O Velm Friday], Trade and Industry",
        ),
    ],
};

/// “Velm-upon-Marl” is one town.
pub const RIVERS: Rule = Rule {
    id: "rivers",
    trigger: Trigger::Document(|document, names| {
        let hyphens = document.vocabulary.tokens_of("-");
        let found = hyphens.filter_map(|hyphen| on_river(document, hyphen));
        names.replace(found.collect())
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "a river",
            "in [L Velm]-upon-[L Marl] on",
            "in [L Velm-upon-Marl] on",
        ),
        Example::new(
            "passed over",
            "in Velm-le-Marl on",
            "in [L Velm-le-Marl] on",
        ),
        Example::new(
            "a deal",
            "a Velm-to-[L Marl] road",
            "a Velm-to-[L Marl] road",
        ),
    ],
};

fn partners(document: &Document, names: &NameSet, and: usize) -> Option<Name> {
    let first = and.checked_sub(1)?;
    if !document.is_capital(first) || !document.is_capital(and + 1) || document.is_within_word(and)
    {
        return None;
    }
    let sentence = document.sentence(and);
    let mut start = first;
    while start >= sentence.start + 2
        && document.word(start - 1) == ","
        && document.is_capital(start - 2)
        && document.word(start - 2).len() > 2
    {
        start -= 2;
    }
    let is_alone = !document.is_capital(start.checked_sub(1));
    let behind = (and + 1..sentence.end).take_while(|&token| document.is_capital(token));
    let end = and + 1 + behind.count();
    let tokens = start..end;
    let is_new = !names
        .around(&tokens)
        .iter()
        .any(|name| name.tokens == tokens);
    (start < first && is_alone && end - and < 4 && is_new).then_some(Name {
        tokens,
        entity_type: EntityType::Organization,
    })
}

fn fields_end(document: &Document, name: &Name) -> usize {
    let end = name.tokens.end;
    let mut tokens = name.tokens.clone();
    let has_field = tokens.any(|token| {
        matches!(document.word(token), "of" | "for")
            && document
                .tags(token.checked_sub(1))
                .has(Tags::HEAD.union(Tags::BODY_NOUN))
    });
    if !has_field || document.word_or_none(end) != "," {
        return end;
    }
    let is_field = |token: usize| {
        let name = Gazetteer::PLACE.union(Gazetteer::PEOPLE);
        document.is_capital(token)
            && !document.is_rare(token)
            && !document.lists(token..token + 1).intersects(name)
    };
    let mut at = end;
    while document.word_or_none(at) == "," && is_field(at + 1) {
        at += 2;
    }
    at += usize::from(document.word_or_none(at) == ",");
    let is_last = document.word_or_none(at) == "and" && is_field(at + 1);
    if is_last && !document.is_capital(at + 2) {
        at + 2
    } else {
        end
    }
}

fn on_river(document: &Document, hyphen: usize) -> Option<Name> {
    let (town, link) = (hyphen.checked_sub(1)?, hyphen + 1);
    let is_link = matches!(
        document.word_or_none(link),
        "upon" | "on" | "le" | "sur" | "under" | "am"
    );
    let is_hyphen =
        |token: usize| document.word_or_none(token) == "-" && document.is_within_word(token);
    let is_town = is_link
        && is_hyphen(hyphen)
        && is_hyphen(link + 1)
        && document.is_capital(town)
        && document.is_capital(link + 2);
    is_town.then_some(Name {
        tokens: town..link + 3,
        entity_type: EntityType::Place,
    })
}
