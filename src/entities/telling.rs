//! Names that a word tells by itself, of which the tagger has seen too few: “the G20”, “Sino-Welsh”,
//! “a Foreign Ministry official”, “(afp/dpa)”.

use std::sync::LazyLock;

use super::draft::Draft;
use super::nations::{CLUBS, add_club, add_nations};
use super::offices::{OFFICES, add_office};
use super::settle::NATIONS;
use super::states::{CODES, add_code, add_seat, add_state};
use super::{Name, credits, headings, small, teams};
use crate::annotations::EntityType;
use crate::hash::hash_of;
use crate::text::{Document, STATES, capitalized};

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
    /// The two letters of a state, behind its town.
    Code,
    /// A news agency, where it is credited.
    Agency,
    /// What a team did, behind its city's name.
    Winning,
    /// What the subject of a heading does.
    Heading,
    /// What stands before a place.
    Where,
    /// Who plays for a team, behind its city's name.
    Player,
}

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
            Told::Code => add_code(document, &mut draft, token),
            Told::Agency if credits::is_credited(document, token, &is_agency) => {
                draft.put_organization(token..token + 1);
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
                headings::part(document, &mut draft, token);
                teams::find_winners(document, &mut draft, token);
            }
            Told::Heading => headings::part(document, &mut draft, token),
            Told::Where => small::add_place(document, &mut draft, token),
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
        for code in CODES.split(' ') {
            telling.add(code, Told::Code);
        }
        for (nation, _) in NATIONS {
            telling.add(&capitalized(nation), Told::Nation);
        }
        for agency in credits::AGENCIES {
            telling.add(agency, Told::Agency);
            telling.add(&agency.to_ascii_lowercase(), Told::Agency);
            telling.add(&agency.to_ascii_uppercase(), Told::Agency);
        }
        for verb in headings::VERBS.split(' ') {
            telling.add(&capitalized(verb), Told::Heading);
        }
        let lists: [(&[&str], Told); 6] = [
            (small::WHERE, Told::Where),
            (&["D", "R"], Told::Party),
            (OFFICES, Told::Office),
            (teams::WINNING, Told::Winning),
            (headings::BEATING, Told::Heading),
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

#[cfg(test)]
type Names = &'static [(&'static str, EntityType)];

/// Checks what becomes of the tagger's names: a case's name, its text, the names before and after.
#[cfg(test)]
pub fn check(cases: &[(&str, &str, Names, Names)]) {
    for (case, text, before, after) in cases {
        let document = Document::new(text);
        let found = with_told(&document, super::tagged(&document, before));
        assert_eq!(found, super::tagged(&document, after), "{case}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use EntityType::{Organization, Person, Place};

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
                "a heading in capitals",
                "Velm Plan Divides Tarvo Council",
                &[("Velm Plan Divides Tarvo Council", Organization)],
                &[("Tarvo Council", Organization)],
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
