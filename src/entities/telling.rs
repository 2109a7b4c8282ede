//! Names that a word tells by itself, of which the tagger has seen too few: “the G20”, “Sino-Welsh”,
//! “a Foreign Ministry official”, “(afp/dpa)”.

use std::ops::Range;
use std::sync::LazyLock;

use super::draft::Draft;
use super::{Name, credits, teams};
use crate::annotations::EntityType;
use crate::hash::{HashedMap, hash_of};
use crate::lexicon::{Gazetteer, gazetteer, person_word};
use crate::text::Document;

/// What a word tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    /// A club of nations by their number, or the letter of one.
    Club,
    /// The first of two nations, in a form of its own.
    Nation,
    /// A part of a government, by the word before.
    Office,
    /// A news agency, where it is credited.
    Agency,
    /// What a team did, behind its city's name.
    Winning,
    /// What a team does to another.
    Beating,
    /// Who plays for a team, behind its city's name.
    Player,
}

/// How many nations a club has that is called by their number.
const CLUBS: &[&str] = &["7", "8", "20", "77"];

/// What nations are called before a hyphen and another nation; `settle` knows which they are.
const NATIONS: &[&str] = &[
    "Anglo", "Austro", "Franco", "Hispano", "Indo", "Italo", "Luso", "Russo", "Sino", "Turco",
];

const OFFICES: &[&str] = &["Department", "Ministry", "Office"];

/// What ministries and offices of governments are for.
const FIELDS: &[&str] = &[
    "Agriculture",
    "Cabinet",
    "Commerce",
    "Culture",
    "Defence",
    "Defense",
    "Education",
    "Energy",
    "Environment",
    "Finance",
    "Foreign",
    "Health",
    "Home",
    "Interior",
    "Justice",
    "Labor",
    "Labour",
    "State",
    "Tourism",
    "Trade",
    "Transport",
];

/// Adds the names that words tell where the tagger saw none or another one.
pub fn with_told(document: &Document, names: Vec<Name>) -> Vec<Name> {
    let told = told();
    let words = document.vocabulary.words.iter();
    let told: Vec<Option<Told>> = words.map(|(_, hash)| told.get(hash).copied()).collect();
    if told.iter().all(Option::is_none) {
        return names;
    }
    let mut draft = Draft::new(names);
    let of_token = &document.vocabulary.of_token;
    let is_agency = |token: usize| told[of_token[token] as usize] == Some(Told::Agency);
    for (token, &word) in of_token.iter().enumerate() {
        let Some(told) = told[word as usize] else {
            continue;
        };
        match told {
            Told::Club => add_club(document, &mut draft, token),
            Told::Nation => add_nations(document, &mut draft, token),
            Told::Office => add_office(document, &mut draft, token),
            Told::Agency if credits::is_credited(document, token, &is_agency) => {
                put_organization(&mut draft, token..token + 1);
            }
            Told::Agency => {}
            Told::Winning => {
                teams::part(document, &mut draft, token);
                teams::find_winners(document, &mut draft, token);
            }
            Told::Beating => teams::part(document, &mut draft, token),
            Told::Player => teams::find_employer(document, &mut draft, token),
        }
    }
    draft.finish()
}

/// The words that tell a name, by their hashes.
fn told() -> &'static HashedMap<Told> {
    static TOLD: LazyLock<HashedMap<Told>> = LazyLock::new(|| {
        let mut told = HashedMap::default();
        let mut tell = |word: &str, fact| told.insert(hash_of(word), fact);
        tell("G", Told::Club);
        for number in CLUBS {
            tell(&format!("G{number}"), Told::Club);
        }
        for nation in NATIONS {
            tell(nation, Told::Nation);
        }
        for office in OFFICES {
            tell(office, Told::Office);
        }
        for verb in teams::WINNING {
            tell(verb, Told::Winning);
        }
        for verb in teams::BEATING {
            tell(verb, Told::Beating);
        }
        for player in teams::PLAYERS {
            tell(player, Told::Player);
        }
        for agency in credits::AGENCIES {
            for word in [agency, &*agency.to_lowercase(), &*agency.to_uppercase()] {
                tell(word, Told::Agency);
            }
        }
        told
    });
    &TOLD
}

fn put_organization(draft: &mut Draft, tokens: Range<usize>) {
    let name = Name {
        tokens: tokens.clone(),
        entity_type: EntityType::Organization,
    };
    draft.put(&tokens, [name]);
}

/// “the G20” or “the G-20”, but not “a Velm G7”, which is a thing that somebody made.
fn add_club(document: &Document, draft: &mut Draft, token: usize) {
    let is_model = token.checked_sub(1).is_some_and(|before| {
        let word = document.word(before);
        word.starts_with(char::is_uppercase)
            && !matches!(word, "A" | "At" | "For" | "In" | "The" | "This")
    });
    let end = if document.word(token) != "G" {
        token + 1
    } else if document.is_within_word(token + 1) && CLUBS.contains(&document.word(token + 2)) {
        token + 3
    } else {
        return;
    };
    if !is_model {
        put_organization(draft, token..end);
    }
}

/// “Sino-Welsh”: two names, unless both are one people or the other is no nation.
fn add_nations(document: &Document, draft: &mut Draft, token: usize) {
    let (hyphen, other) = (token + 1, token + 2);
    if !document.is_within_word(hyphen) || !matches!(document.word(hyphen), "-" | "–") {
        return;
    }
    let word = document.word(other);
    let is_one_people = match document.word(token) {
        "Anglo" => matches!(word, "American" | "Canadian" | "Indian" | "Irish"),
        "Indo" => matches!(word, "Fijian" | "Guyanese" | "Mauritian" | "Trinidadian"),
        _ => false,
    };
    if is_one_people {
        return;
    }
    let lists = gazetteer(word);
    let known = match draft.around(&(other..other + 1)) {
        [name] if name.tokens.start == other => Some(name.entity_type),
        _ => None,
    };
    let entity_type = if lists.intersects(Gazetteer::NATIONALITY) || word == "African" {
        EntityType::Group
    } else if word == "EU" {
        EntityType::Organization
    } else if let Some(entity_type) = known {
        entity_type
    } else if lists.intersects(Gazetteer::COUNTRY) {
        EntityType::Place
    } else {
        return;
    };
    let name = |tokens, entity_type| Name {
        tokens,
        entity_type,
    };
    let pair = [
        name(token..hyphen, EntityType::Group),
        name(other..other + 1, entity_type),
    ];
    draft.put(&(token..other + 1), pair);
}

/// “Foreign Office”, with the nation before it; “Prime Minister's Office”.
fn add_office(document: &Document, draft: &mut Draft, token: usize) {
    let Some(before) = token.checked_sub(1) else {
        return;
    };
    let start = if FIELDS.contains(&document.word(before)) {
        before
    } else if matches!(document.word(before), "'s" | "’s") {
        officer_before(document, before)
    } else {
        return;
    };
    if start == token || !draft.around(&(start..token + 1)).is_empty() {
        return;
    }
    let nation = match draft.around(&(start.saturating_sub(1)..start)) {
        [name] if matches!(name.entity_type, EntityType::Group | EntityType::Place) => {
            Some(name.tokens.start)
        }
        _ => None,
    };
    put_organization(draft, nation.unwrap_or(start)..token + 1);
}

/// The first word of an officer's title before a possessive: “Attorney General's”. Where there is none,
/// the token behind the possessive.
fn officer_before(document: &Document, possessive: usize) -> usize {
    let is_title = |token: usize| {
        let word = document.word(token);
        word.starts_with(char::is_uppercase)
            && (matches!(word, "Prime" | "Public") || {
                let told = person_word(word);
                told.is_title || told.is_role
            })
    };
    let mut start = possessive;
    while start > 0 && is_title(start - 1) {
        start -= 1;
    }
    let is_cut = start > 0 && document.word(start - 1) == "-";
    if start == possessive || is_cut {
        possessive + 1
    } else {
        start
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::tagged;
    use EntityType::{Group, Organization, Person, Place};

    type Names = &'static [(&'static str, EntityType)];

    /// Checks what becomes of the tagger's names: a case's name, its text, the names before and after.
    fn check(cases: &[(&str, &str, Names, Names)]) {
        for (case, text, before, after) in cases {
            let document = Document::new(text);
            let found = with_told(&document, tagged(&document, before));
            assert_eq!(found, tagged(&document, after), "{case}");
        }
    }

    #[test]
    fn clubs_of_nations_are_organizations() {
        check(&[
            ("passed over", "the G7 met", &[], &[("G7", Organization)]),
            ("a hyphen", "A G-20 plan", &[], &[("G-20", Organization)]),
            (
                "a place",
                "in the G77",
                &[("G77", Place)],
                &[("G77", Organization)],
            ),
            (
                "part of a name",
                "the G20 Forum",
                &[("G20 Forum", Organization)],
                &[("G20 Forum", Organization)],
            ),
            ("no such club", "the G9 and G-9 met", &[], &[]),
            ("a thing of that name", "a Velm G7", &[], &[]),
            ("a letter at the end", "the G", &[], &[]),
        ]);
    }

    #[test]
    fn compounds_of_nations_are_two_names() {
        check(&[
            (
                "one name",
                "Sino-Kenyan ties",
                &[("Sino-Kenyan", Person)],
                &[("Sino", Group), ("Kenyan", Group)],
            ),
            (
                "half a name",
                "Russo-French ties",
                &[("French", Group)],
                &[("Russo", Group), ("French", Group)],
            ),
            (
                "with a country",
                "Indo–Kenya trade",
                &[("Kenya", Place)],
                &[("Indo", Group), ("Kenya", Place)],
            ),
            (
                "with the Union",
                "Sino-EU talks",
                &[],
                &[("Sino", Group), ("EU", Organization)],
            ),
            (
                "a company",
                "Sino-Tarvo fell",
                &[("Sino-Tarvo", Organization)],
                &[("Sino-Tarvo", Organization)],
            ),
            (
                "part of a longer name",
                "the Sino-Kenyan Bank",
                &[("Sino-Kenyan Bank", Organization)],
                &[("Sino-Kenyan Bank", Organization)],
            ),
            (
                "one people",
                "the Anglo-Irish poet",
                &[("Anglo-Irish", Group)],
                &[("Anglo-Irish", Group)],
            ),
            ("a region", "the Indo-Pacific", &[], &[]),
            (
                "a surname",
                "Ana Franco left",
                &[("Ana Franco", Person)],
                &[("Ana Franco", Person)],
            ),
        ]);
    }

    #[test]
    fn ministries_are_organizations() {
        check(&[
            (
                "by their field",
                "Foreign Office Spokesperson.",
                &[],
                &[("Foreign Office", Organization)],
            ),
            (
                "with their nation",
                "the Kenyan Trade Ministry said",
                &[("Kenyan", Group)],
                &[("Kenyan Trade Ministry", Organization)],
            ),
            (
                "beside a nation's name",
                "Kenya's Trade Ministry said",
                &[("Kenya", Place)],
                &[("Kenya", Place), ("Trade Ministry", Organization)],
            ),
            (
                "by who leads them",
                "the Prime Minister’s Office said",
                &[],
                &[("Prime Minister’s Office", Organization)],
            ),
            (
                "a name already",
                "Avon Home Office",
                &[("Avon Home Office", Place)],
                &[("Avon Home Office", Place)],
            ),
            (
                "in small letters",
                "her home Office and the doctor's Office",
                &[],
                &[],
            ),
            ("of a union", "the Secretary-General's Office", &[], &[]),
            ("nothing before", "Office rents fell", &[], &[]),
        ]);
    }

    #[test]
    fn what_is_told_by_others_is_found_through_them() {
        check(&[
            (
                "agencies",
                "Sources: ats / afp",
                &[],
                &[("ats", Organization), ("afp", Organization)],
            ),
            (
                "a winner",
                "Velm beat Tarvo 2-0.",
                &[("Velm", Place), ("Tarvo", Place)],
                &[("Velm", Organization), ("Tarvo", Organization)],
            ),
            (
                "a heading",
                "Velm stun Tarvo",
                &[("Velm stun Tarvo", Organization)],
                &[("Velm", Organization), ("Tarvo", Organization)],
            ),
            (
                "a player",
                "Velm striker Ana Holm",
                &[("Velm", Place), ("Ana Holm", Person)],
                &[("Velm", Organization), ("Ana Holm", Person)],
            ),
        ]);
    }
}
