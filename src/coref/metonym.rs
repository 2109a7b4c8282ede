//! Capitals that speak for their countries: “Beijing said”.

use crate::annotations::{Entity, EntityType};

/// Capitals and seats of government, and the countries that they speak for by any of the names
/// that texts have for them.
const SEATS: &[(&str, &[&str])] = &[
    ("Abuja", &["Nigeria"]),
    ("Ankara", &["Turkey", "Türkiye"]),
    ("Athens", &["Greece"]),
    ("Baghdad", &["Iraq"]),
    ("Beijing", &["China"]),
    ("Berlin", &["Germany"]),
    ("Brasilia", &["Brazil"]),
    ("Brussels", &["European Union", "EU"]),
    ("Cairo", &["Egypt"]),
    ("Canberra", &["Australia"]),
    ("Damascus", &["Syria"]),
    ("Downing Street", &["United Kingdom", "UK", "Britain"]),
    ("Hanoi", &["Vietnam"]),
    ("Havana", &["Cuba"]),
    ("Islamabad", &["Pakistan"]),
    ("Jakarta", &["Indonesia"]),
    ("Kabul", &["Afghanistan"]),
    ("Kiev", &["Ukraine"]),
    ("Kyiv", &["Ukraine"]),
    ("London", &["United Kingdom", "UK", "Britain"]),
    ("Madrid", &["Spain"]),
    ("Manila", &["Philippines"]),
    ("Moscow", &["Russia"]),
    ("New Delhi", &["India"]),
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
        let is_seat = |entity: &&Entity| {
            entity.entity_type == EntityType::Place
                && SEATS
                    .binary_search_by_key(&entity.name.as_str(), |&(seat, _)| seat)
                    .is_ok()
        };
        let country_of_seat = entities
            .iter()
            .filter(is_seat)
            .filter_map(|seat| {
                let index = SEATS
                    .binary_search_by_key(&seat.name.as_str(), |&(name, _)| name)
                    .ok()?;
                let names = SEATS[index].1;
                let country = entities
                    .iter()
                    .find(|entity| names.contains(&entity.name.as_str()))?;
                Some((seat.id, country.id))
            })
            .collect();
        Self { country_of_seat }
    }

    /// The country that an entity speaks for, or the entity itself.
    pub fn government(&self, speaker: usize) -> usize {
        self.country_of_seat
            .iter()
            .find(|&&(seat, _)| seat == speaker)
            .map_or(speaker, |&(_, country)| country)
    }
}

#[cfg(test)]
mod tests {
    use super::SEATS;

    #[test]
    fn seats_are_sorted_for_the_binary_search() {
        assert!(SEATS.is_sorted_by_key(|&(seat, _)| seat));
    }
}
