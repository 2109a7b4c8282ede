//! Names that the tagger took in parts: partners of one firm, the fields of one ministry, a child and the parent whom it
//! is called after, a country with an “and”, a town on its river.

use super::called::organization;
use super::capitals::{capitals_before, capitals_from};
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

/// “the Ministry of Trade, Crafts and Industry”: the tagger took the first field alone, or each for a name.
pub const FIELDS: Rule = Rule {
    id: "fields",
    trigger: Trigger::Document(|document, names| {
        let ministries = names.names().iter();
        let whole = ministries.filter_map(|name| {
            let end = fields_end(document, names, name)?;
            Some(organization(name.tokens.start..end))
        });
        names.replace(whole.collect())
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "three fields",
            "the [O Ministry of Trade], Crafts and Industry said",
            "the [O Ministry of Trade, Crafts and Industry] said",
        ),
        Example::new(
            "each a name",
            "the [O Department for Culture], [O Media] and [O Public Sport] said",
            "the [O Department for Culture, Media and Public Sport] said",
        ),
        Example::new(
            "towns and bodies",
            "the [O Ministry of Trade], [L Oslo] and [L Bergen], the [O Ministry of Trade], [O Senate] and [O Tesco]",
            "the [O Ministry of Trade], [L Oslo] and [L Bergen], the [O Ministry of Trade], [O Senate] and [O Tesco]",
        ),
        Example::new(
            "another body",
            "the [O Department of Trade], and Small Crafts Office said",
            "the [O Department of Trade], and Small Crafts Office said",
        ),
        Example::new(
            "no ministry",
            "the [O Friends of Trade], Crafts and Industry",
            "the [O Friends of Trade], Crafts and Industry",
        ),
    ],
};

/// “Velm a/l Tarvo” is one person, the son of another.
pub const CHILDREN: Rule = Rule {
    id: "children",
    trigger: Trigger::Document(|document, names| {
        let slashes = document.vocabulary.tokens_of("/");
        let found = slashes.filter_map(|slash| child(document, slash));
        names.replace(found.collect())
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "a son",
            "said [P Velm] a/l [P Tarvo] and Marl s/o Holm",
            "said [P Velm a/l Tarvo] and [P Marl s/o Holm]",
        ),
        Example::new(
            "a rate",
            "[O Velm] p/e [O Tarvo] and a/c Marl",
            "[O Velm] p/e [O Tarvo] and a/c Marl",
        ),
    ],
};

/// “Trinidad and Tobago” is one country.
pub const COUNTRIES: Rule = Rule {
    id: "countries",
    trigger: Trigger::Document(|document, names| {
        let ands = document.vocabulary.tokens_of("and");
        let found = ands.filter_map(|and| country(document, names, and));
        names.replace(found.collect())
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "taken for two",
            "in [L Trinidad] and [L Tobago]",
            "in [L Trinidad and Tobago]",
        ),
        Example::new(
            "two",
            "in [L Kenya] and [L Velm]",
            "in [L Kenya] and [L Velm]",
        ),
    ],
};

/// Where the name of a ministry ends whose first field is known, and whose others follow with an “and”.
fn fields_end(document: &Document, names: &NameSet, name: &Name) -> Option<usize> {
    const LONGEST: usize = 3;
    let mut at = name.tokens.end;
    let is_ministry = matches!(document.word(name.tokens.start), "Ministry" | "Department")
        && matches!(document.word_or_none(name.tokens.start + 1), "of" | "for");
    if !is_ministry || document.word_or_none(at) != "," {
        return None;
    }
    let is_field = |&token: &usize| {
        let others = Tags::THE_BODY
            .union(Tags::FIRM)
            .union(Tags::HEAD)
            .union(Tags::BODY_NOUN);
        let mut around = names.around(&(token..token + 1)).iter();
        document.is_capital(token)
            && !document.is_rare(token)
            && !document.tags(token).has(others)
            && around.all(|name| name.entity_type == EntityType::Organization)
    };
    let field_end = |start: usize| {
        let length = (start..start + LONGEST).take_while(is_field).count();
        (length > 0).then_some(start + length)
    };
    loop {
        let is_comma = document.word_or_none(at) == ",";
        let is_last = document.word_or_none(at + usize::from(is_comma)) == "and";
        if !is_comma && !is_last {
            return None;
        }
        at = field_end(at + usize::from(is_comma) + usize::from(is_last))?;
        if is_last {
            // “…, and Small Business | Administration”
            return (!document.is_capital(at)).then_some(at);
        }
    }
}

/// Who stands around the short form of “son of” or “daughter of” that a slash is in: “Velm a/l Tarvo”.
fn child(document: &Document, slash: usize) -> Option<Name> {
    let first = slash.checked_sub(1)?;
    let letters = [document.word(first), document.word_or_none(slash + 1)];
    let is_child = matches!(
        letters,
        ["a" | "A", "l" | "p" | "L" | "P"] | ["s" | "d" | "S" | "D", "o" | "O"]
    );
    let (child, parent) = (
        capitals_before(document, first),
        capitals_from(document, slash + 2),
    );
    let is_person = is_child && !child.is_empty() && !parent.is_empty();
    is_person.then_some(Name {
        tokens: child.start..parent.end,
        entity_type: EntityType::Person,
    })
}

/// The country whose name has an “and”.
fn country(document: &Document, names: &NameSet, and: usize) -> Option<Name> {
    let start = and.checked_sub(1)?;
    let is_place = |token: usize| {
        let mut names = names.around(&(token..token + 1)).iter();
        names.any(|name| name.entity_type == EntityType::Place)
    };
    if !is_place(start) || !is_place(and + 1) {
        return None;
    }
    let is_country = |end: &usize| {
        let lists = document.lists(start..*end);
        lists.intersects(Gazetteer::COUNTRY)
    };
    let end = (and + 2..and + 4).find(is_country)?;
    Some(Name {
        tokens: start..end,
        entity_type: EntityType::Place,
    })
}

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

fn on_river(document: &Document, hyphen: usize) -> Option<Name> {
    let (town, link) = (hyphen.checked_sub(1)?, hyphen + 1);
    let is_link = matches!(
        document.word_or_none(link),
        "upon" | "on" | "le" | "sur" | "under" | "am"
    );
    let is_town = is_link
        && document.is_hyphen(hyphen)
        && document.is_hyphen(link + 1)
        && document.is_capital(town)
        && document.is_capital(link + 2);
    is_town.then_some(Name {
        tokens: town..link + 3,
        entity_type: EntityType::Place,
    })
}
