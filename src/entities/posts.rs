//! Bodies before the post of one of their people: “White House National Security Adviser Ana Ruiz”.

use std::ops::Range;

use super::draft::Draft;
use super::{Name, lists_of};
use crate::annotations::EntityType;
use crate::lexicon::{Gazetteer, Tags, word_tags};
use crate::text::Document;

/// What opens a post and ends no body's name.
const DUTIES: &[&str] = &[
    "Acting",
    "Assistant",
    "Chief",
    "Deputy",
    "Executive",
    "Foreign",
    "Interim",
    "Joint",
    "Majority",
    "Minority",
    "Political",
    "Senior",
    "Shadow",
    "Vice",
];

/// What opens a post, but ends the names of some bodies as well: “the Associated Press”.
const FIELDS: &[&str] = &[
    "Affairs",
    "Campaign",
    "Communications",
    "Defence",
    "Defense",
    "Economic",
    "Financial",
    "Home",
    "Humanitarian",
    "Interior",
    "Justice",
    "Legal",
    "Marketing",
    "Media",
    "National",
    "Operating",
    "Policy",
    "Press",
    "Security",
    "Trade",
];

/// The longest known body that is looked for before a post, in words.
const LONGEST: usize = 3;

/// Parts bodies from the posts behind them, and adds known ones that the tagger passed over there.
pub fn with_posts_apart(document: &Document, mut names: Vec<Name>) -> Vec<Name> {
    for name in &mut names {
        cut_duties(document, name);
    }
    let persons = names
        .iter()
        .filter(|name| name.entity_type == EntityType::Person);
    let bodies: Vec<Name> = persons
        .filter_map(|person| body_before(document, person.tokens.start))
        .collect();
    let mut draft = Draft::new(names);
    for body in bodies {
        if draft.around(&body.tokens).is_empty() {
            draft.add(body);
        }
    }
    draft.finish()
}

/// Whether a word names a post, in capitals as before a name.
fn is_post(document: &Document, token: usize) -> bool {
    document.is_capital(token) && {
        let word = document.word(token);
        let told = word_tags(word);
        told.has(Tags::ROLE) || told.has(Tags::TITLE) || word == "Whip"
    }
}

/// Cuts what belongs to the post behind a body: “House Minority” before “Leader”.
fn cut_duties(document: &Document, name: &mut Name) {
    if name.entity_type != EntityType::Organization
        || name.tokens.len() < 2
        || name.tokens.end == document.tokens.len()
        || !is_post(document, name.tokens.end)
    {
        return;
    }
    let Range { start, mut end } = name.tokens;
    let mut cut = end;
    while end > start + 1 {
        let word = document.word(end - 1);
        let is_duty = DUTIES.contains(&word);
        if !is_duty && !FIELDS.contains(&word) {
            break;
        }
        end -= 1;
        let lists = lists_of(document, start..end);
        if is_duty
            || lists.intersects(Gazetteer::BODY.union(Gazetteer::PLACE))
                && !lists.intersects(Gazetteer::PEOPLE)
        {
            cut = end;
        }
    }
    if cut == name.tokens.end {
        return;
    }
    if cut > start + 1 && document.word(cut - 1).starts_with(['\'', '’']) {
        cut -= 1;
    }
    name.tokens.end = cut;
    let lists = lists_of(document, name.tokens.clone());
    // A street may stand for a government, a city for none.
    if lists.intersects(Gazetteer::PLACE)
        && (name.tokens.len() == 1 || !lists.intersects(Gazetteer::BODY))
    {
        name.entity_type = EntityType::Place;
    }
}

/// The known body before the post of somebody whose name begins at a token.
fn body_before(document: &Document, person: usize) -> Option<Name> {
    let mut end = person;
    loop {
        let before = end.checked_sub(1)?;
        let word = document.word(before);
        // “Secretary-General”, “Chief of Staff”
        let is_joint = before > 1
            && document.is_capital(before)
            && matches!(document.word(before - 1), "of" | "-")
            && is_post(document, before - 2);
        if is_joint {
            end = before - 2;
        } else if is_post(document, before)
            || end < person && (DUTIES.contains(&word) || FIELDS.contains(&word))
        {
            end = before;
        } else {
            return None;
        }
        if let Some(body) = body_at(document, end) {
            return Some(body);
        }
    }
}

/// The known body that ends at a token, or one that its last word tells.
fn body_at(document: &Document, end: usize) -> Option<Name> {
    let last = end.checked_sub(1)?;
    let name = |tokens, entity_type| Name {
        tokens,
        entity_type,
    };
    match document.word(last) {
        "U.S." | "US" | "U.K." | "UK" => return Some(name(last..end, EntityType::Place)),
        "U.N." | "UN" | "EU" => return Some(name(last..end, EntityType::Organization)),
        "Authority" | "Board" | "Commission" | "Committee" | "Council" => {
            let start = run_start(document, last);
            // “City Council Speaker” tells no city.
            let is_any = last - start < 2
                && matches!(
                    document.word(start),
                    "Advisory" | "City" | "County" | "Executive" | "School" | "Town"
                );
            return (start < last && !is_any).then(|| name(start..end, EntityType::Organization));
        }
        _ => {}
    }
    let is_body = |tokens: &Range<usize>| {
        let lists = lists_of(document, tokens.clone());
        tokens.clone().all(|token| document.is_capital(token))
            && lists.intersects(Gazetteer::BODY)
            && !lists.intersects(Gazetteer::PEOPLE)
    };
    let mut bodies = (2..=LONGEST.min(end)).rev().map(|count| end - count..end);
    bodies
        .find(is_body)
        .map(|tokens| name(tokens, EntityType::Organization))
}

/// Where the run of capitals begins that ends with a token, without an article.
fn run_start(document: &Document, last: usize) -> usize {
    /// The most words before the last one.
    const MOST: usize = 5;
    let words = (last.saturating_sub(MOST)..last).rev();
    let capitals = words.take_while(|&token| {
        document.is_capital(token) && !matches!(document.word(token), "The" | "A" | "An")
    });
    last - capitals.count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::tagged;
    use EntityType::{Organization, Person, Place};

    #[test]
    fn bodies_end_before_the_posts_of_their_people() {
        type Names = &'static [(&'static str, EntityType)];
        let cases: &[(&str, &str, Names, Names)] = &[
            (
                "a field of a known body",
                "White House National Security Adviser Ana Holm",
                &[
                    ("White House National Security", Organization),
                    ("Ana Holm", Person),
                ],
                &[("White House", Organization), ("Ana Holm", Person)],
            ),
            (
                "a duty before any body",
                "Marl Senate Minority Leader",
                &[("Marl Senate Minority", Organization)],
                &[("Marl Senate", Organization)],
            ),
            (
                "whose field it is",
                "Tarvo's Shadow Home Secretary",
                &[("Tarvo's Shadow Home", Organization)],
                &[("Tarvo", Organization)],
            ),
            (
                "a state's editor",
                "Kenya Political Editor",
                &[("Kenya Political", Organization)],
                &[("Kenya", Place)],
            ),
            (
                "a city's editor",
                "Washington Political Editor",
                &[("Washington Political", Organization)],
                &[("Washington", Place)],
            ),
            (
                "a body of that name",
                "Marl Press Editor",
                &[("Marl Press", Organization)],
                &[("Marl Press", Organization)],
            ),
            (
                "no post",
                "White House Press and others",
                &[("White House Press", Organization)],
                &[("White House Press", Organization)],
            ),
            (
                "a known body that was passed over",
                "White House Deputy Press Secretary Ana Holm",
                &[("Ana Holm", Person)],
                &[("White House", Organization), ("Ana Holm", Person)],
            ),
            (
                "posts of several words",
                "White House Chief of Staff Ana Holm and U.S. Attorney General Tom Marl",
                &[("Ana Holm", Person), ("Tom Marl", Person)],
                &[
                    ("White House", Organization),
                    ("Ana Holm", Person),
                    ("U.S.", Place),
                    ("Tom Marl", Person),
                ],
            ),
            (
                "a body by its last word",
                "The Marl Trade Committee Chair Ana Holm, City Council Speaker Tom Marl, Board Chair Ida",
                &[("Ana Holm", Person), ("Tom Marl", Person), ("Ida", Person)],
                &[
                    ("Marl Trade Committee", Organization),
                    ("Ana Holm", Person),
                    ("Tom Marl", Person),
                    ("Ida", Person),
                ],
            ),
            (
                "a state and a union",
                "US Defence Secretary Ana Holm and UN Humanitarian Coordinator Tom Marl",
                &[("Ana Holm", Person), ("Tom Marl", Person)],
                &[
                    ("US", Place),
                    ("Ana Holm", Person),
                    ("UN", Organization),
                    ("Tom Marl", Person),
                ],
            ),
            (
                "an unknown body",
                "Marl Downs Secretary Ana Holm",
                &[("Ana Holm", Person)],
                &[("Ana Holm", Person)],
            ),
            (
                "a person alone",
                "White House Ana Holm",
                &[("Ana Holm", Person)],
                &[("Ana Holm", Person)],
            ),
        ];
        for (case, text, before, after) in cases {
            let document = Document::new(text);
            let found = with_posts_apart(&document, tagged(&document, before));
            assert_eq!(found, tagged(&document, after), "{case}");
        }
    }
}
