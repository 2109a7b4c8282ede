//! Names that a word tells by itself, of which the tagger has seen too few: “the G20”, “Sino-Welsh”,
//! “a Foreign Ministry official”, “(afp/dpa)”.

use std::ops::Range;
use std::sync::LazyLock;

use super::draft::Draft;
use super::settle::NATIONS;
use super::states::add_state;
use super::{Name, credits, teams};
use crate::annotations::EntityType;
use crate::hash::hash_of;
use crate::lexicon::{Gazetteer, gazetteer, person_word};
use crate::text::{Document, STATES};

/// What a word tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    /// A club of nations by their number, or the letter of one.
    Club,
    /// The first of two nations, in a form of its own.
    Nation,
    /// A part of a government, by the word before.
    Office,
    /// A party, before the place of who is in its group: “(D-Queens)”.
    Party,
    /// A state of the US, shortened.
    State,
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
    static TELLING: LazyLock<Telling> = LazyLock::new(Telling::new);
    let telling = &*TELLING;
    let words = document.vocabulary.words.iter();
    let told: Vec<Option<Told>> = words.map(|&(_, hash)| telling.get(hash)).collect();
    if told.iter().all(Option::is_none) {
        return names;
    }
    let mut draft = Draft::new(names);
    let mut credited = Vec::new();
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
            Told::Party => add_seat(document, &mut draft, token),
            Told::State => add_state(&mut draft, token),
            Told::Agency if credits::is_credited(document, token, &is_agency) => {
                put_organization(&mut draft, token..token + 1);
                credited.push(word);
            }
            Told::Agency => {
                // What is credited once is an agency wherever it is a name.
                if credited.contains(&word)
                    && let [name] = draft.around(&(token..token + 1))
                    && name.tokens.len() == 1
                {
                    name.entity_type = EntityType::Organization;
                }
            }
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

/// The words that tell a name: what each tells, at the place that its hash names, or the next one that is
/// free. Most words are told from all of these by one look.
struct Telling {
    slots: Vec<Option<(u64, Told)>>,
}

impl Telling {
    /// More than four times as many as there are words.
    const SLOTS: usize = 2048;

    /// Reads the lists.
    fn new() -> Self {
        let mut telling = Self {
            slots: vec![None; Self::SLOTS],
        };
        telling.add("G", Told::Club);
        for number in CLUBS {
            telling.add(&format!("G{number}"), Told::Club);
        }
        for state in STATES {
            telling.add(&format!("{}.", capitalized(state)), Told::State);
            telling.add(&format!("{}.", state.to_ascii_uppercase()), Told::State);
        }
        for (nation, _) in NATIONS {
            telling.add(&capitalized(nation), Told::Nation);
        }
        for agency in credits::AGENCIES {
            telling.add(agency, Told::Agency);
            telling.add(&agency.to_ascii_lowercase(), Told::Agency);
            telling.add(&agency.to_ascii_uppercase(), Told::Agency);
        }
        let lists: [(&[&str], Told); 5] = [
            (&["D", "R"], Told::Party),
            (OFFICES, Told::Office),
            (teams::WINNING, Told::Winning),
            (teams::BEATING, Told::Beating),
            (teams::PLAYERS, Told::Player),
        ];
        for (words, told) in lists {
            for word in words {
                telling.add(word, told);
            }
        }
        telling
    }

    fn add(&mut self, word: &str, told: Told) {
        let hash = hash_of(word);
        let slot = self.slot(hash);
        self.slots[slot] = Some((hash, told));
    }

    /// What the word with this hash tells.
    fn get(&self, hash: u64) -> Option<Told> {
        self.slots[self.slot(hash)].map(|(_, told)| told)
    }

    /// The slot of a hash, or the free one that it would have.
    fn slot(&self, hash: u64) -> usize {
        let mut slot = hash as usize % Self::SLOTS;
        while self.slots[slot].is_some_and(|(other, _)| other != hash) {
            slot = (slot + 1) % Self::SLOTS;
        }
        slot
    }
}

fn capitalized(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_ascii_uppercase() + rest
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

/// “(D-Queens)”: the place that somebody of a party sits for.
fn add_seat(document: &Document, draft: &mut Draft, token: usize) {
    /// The most words of such a place.
    const LONGEST: usize = 3;
    let seat = token + 2;
    let is_bracketed = token > 0
        && document.word(token - 1) == "("
        && document.is_within_word(token + 1)
        && matches!(document.word(token + 1), "-" | "–");
    if !is_bracketed {
        return;
    }
    let near = seat..(seat + LONGEST).min(document.tokens.len());
    let is_name = |&token: &usize| {
        let word = document.word(token);
        // A shortened state tells itself.
        word.starts_with(char::is_uppercase)
            && word.contains(char::is_lowercase)
            && !word.ends_with('.')
    };
    let end = seat + near.take_while(is_name).count();
    let closes = end > seat && end < document.tokens.len() && document.word(end) == ")";
    if closes && draft.around(&(seat..end)).is_empty() {
        draft.add(Name {
            tokens: seat..end,
            entity_type: EntityType::Place,
        });
    }
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
    fn shortened_states_are_places() {
        check(&[
            (
                "behind a town",
                "Elm, Calif., is far",
                &[],
                &[("Calif.", Place)],
            ),
            (
                "in capitals",
                "ELM, CALIF., is far",
                &[],
                &[("CALIF.", Place)],
            ),
            (
                "another name",
                "In Oak, Mass. it is far",
                &[("Mass.", Organization)],
                &[("Mass.", Place)],
            ),
            (
                "part of another name",
                "In Oak, Mass. State Hall",
                &[("Mass. State Hall", Organization)],
                &[("Mass. State Hall", Organization)],
            ),
            (
                "behind a party",
                "Ida Holm (D-Pa.) and Tom Holm, R-Ky., sat",
                &[],
                &[("Pa.", Place), ("Ky.", Place)],
            ),
        ]);
    }

    #[test]
    fn seats_of_politicians_are_places() {
        check(&[
            ("a word", "Ana Holm (D-Velm)", &[], &[("Velm", Place)]),
            (
                "words",
                "(R–North Velm) said",
                &[],
                &[("North Velm", Place)],
            ),
            (
                "a name already",
                "(D-Velm)",
                &[("D-Velm", Group)],
                &[("D-Velm", Group)],
            ),
            ("a sum", "(D-200)", &[], &[]),
            ("initials", "(R-VM)", &[], &[]),
            ("no brackets", "a D-Velm", &[], &[]),
            ("no end", "(D-Velm", &[], &[]),
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
                "an agency that was credited",
                "OSLO (AP) - It is over, AP said.",
                &[("AP", Place), ("AP", Place)],
                &[("AP", Organization), ("AP", Organization)],
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
