//! Capitals that speak for their countries: “Beijing said”.

use super::rules::Rule;
use crate::annotations::{Entity, EntityType};

/// Capitals and seats of government, and the countries that they speak for by any of the names
/// that texts have for them.
const SEATS: &[(&str, &[&str])] = &[
    ("Abuja", &["Nigeria"]),
    ("Ankara", &["Turkey", "Türkiye"]),
    ("Athens", &["Greece"]),
    ("Baghdad", &["Iraq"]),
    ("Beijing", &["China"]),
    ("Belgrade", &["Serbia"]),
    ("Berlin", &["Germany"]),
    ("Brasilia", &["Brazil"]),
    ("Brussels", &["European Union", "EU"]),
    ("Budapest", &["Hungary"]),
    ("Cairo", &["Egypt"]),
    ("Canberra", &["Australia"]),
    ("Copenhagen", &["Denmark"]),
    ("Damascus", &["Syria"]),
    ("Downing Street", &["United Kingdom", "UK", "Britain"]),
    ("Dublin", &["Ireland"]),
    ("Hanoi", &["Vietnam"]),
    ("Havana", &["Cuba"]),
    ("Helsinki", &["Finland"]),
    ("Islamabad", &["Pakistan"]),
    ("Jakarta", &["Indonesia"]),
    ("Kabul", &["Afghanistan"]),
    ("Kiev", &["Ukraine"]),
    ("Kyiv", &["Ukraine"]),
    ("Lisbon", &["Portugal"]),
    ("London", &["United Kingdom", "UK", "Britain"]),
    ("Madrid", &["Spain"]),
    ("Manila", &["Philippines"]),
    ("Moscow", &["Russia"]),
    ("New Delhi", &["India"]),
    ("Oslo", &["Norway"]),
    ("Ottawa", &["Canada"]),
    ("Paris", &["France"]),
    ("Pretoria", &["South Africa"]),
    ("Pyongyang", &["North Korea"]),
    ("Riyadh", &["Saudi Arabia"]),
    ("Rome", &["Italy"]),
    ("Seoul", &["South Korea"]),
    ("Stockholm", &["Sweden"]),
    ("Taipei", &["Taiwan"]),
    ("Tehran", &["Iran"]),
    ("Tokyo", &["Japan"]),
    ("Vienna", &["Austria"]),
    ("Warsaw", &["Poland"]),
    (
        "Washington",
        &["United States", "US", "U.S.", "USA", "America"],
    ),
];

/// The seats of government of a text whose countries it names as well.
#[derive(Debug)]
pub struct Metonyms {
    country_of_seat: Vec<(usize, usize)>,
}

impl Metonyms {
    /// Finds the seats and their countries among the entities.
    pub fn new(entities: &[Entity]) -> Self {
        let country_of_seat = entities
            .iter()
            .filter(|entity| entity.entity_type == EntityType::Place)
            .filter_map(|seat| {
                let names = nations_of(&seat.name)?;
                let country = entities
                    .iter()
                    .find(|entity| names.contains(&entity.name.as_str()))?;
                Some((seat.id, country.id))
            })
            .collect();
        Self { country_of_seat }
    }

    /// Who stands behind a paper that bears a name: where it is that of a nation or its seat, the
    /// nation's ministry that the text names, or else who bears the name.
    pub fn issuer(&self, entities: &[Entity], issuer: usize) -> usize {
        let entity = &entities[issuer];
        if !matches!(entity.entity_type, EntityType::Place | EntityType::Group) {
            return issuer;
        }
        let name = entity.name.as_str();
        let nations = nations_of(name).unwrap_or(std::slice::from_ref(&name));
        let speaks = |body: &&Entity| {
            body.entity_type == EntityType::Organization
                && OFFICES.iter().any(|office| body.name.contains(office))
                && nations
                    .iter()
                    .any(|nation| is_of_nation(&body.name, nation))
        };
        entities.iter().find(speaks).map_or(issuer, |body| body.id)
    }

    /// The country that an entity speaks for, or the entity itself.
    pub fn government(&self, speaker: usize) -> usize {
        if !Rule::Metonyms.is_on() {
            return speaker;
        }
        self.country_of_seat
            .iter()
            .find(|&&(seat, _)| seat == speaker)
            .inspect(|_| Rule::Metonyms.fires())
            .map_or(speaker, |&(_, country)| country)
    }
}

/// The names of the nation that a place is the seat of, if it is one.
fn nations_of(seat: &str) -> Option<&'static [&'static str]> {
    let found = SEATS.binary_search_by_key(&seat, |&(name, _)| name);
    found.ok().map(|index| SEATS[index].1)
}

/// Words in the names of bodies that speak for a government.
const OFFICES: [&str; 4] = ["Department", "Embassy", "Government", "Ministry"];

/// Whether a body's name opens with that of a nation or what is made of it: “Norwegian Foreign
/// Ministry” with that of Norway.
fn is_of_nation(body: &str, nation: &str) -> bool {
    const SHARED: usize = 4;
    let stem = match nation.contains(' ') {
        true => Some(nation),
        false => nation.get(..SHARED),
    };
    stem.is_some_and(|stem| body.starts_with(stem))
}

#[cfg(test)]
mod tests {
    use super::SEATS;

    #[test]
    fn seats_are_sorted_for_the_binary_search() {
        assert!(SEATS.is_sorted_by_key(|&(seat, _)| seat));
    }
}
