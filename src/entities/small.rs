//! Places in small letters within a sentence that has others: “We flew to oslo”.

use super::Name;
use super::draft::Draft;
use crate::annotations::EntityType;
use crate::lexicon::{Gazetteer, gazetteer_of, known_word, word_key};
use crate::text::Document;

/// What stands before places.
pub const WHERE: &[&str] = &["at", "for", "from", "in", "near", "to"];

/// Adds the known place behind a word for where something is, if most texts have its word in names. What comes
/// from afar comes from no region of Ethiopia.
pub fn add_place(document: &Document, draft: &mut Draft, before: usize) {
    /// Shorter words are often something else: “at nice prices”.
    const SHORTEST: usize = 4;
    let tokens = before + 1..before + 2;
    let word = document.word_or_none(tokens.start);
    let is_place = || {
        let key = word_key(word);
        known_word(key).is_some_and(|known| known.is_name())
            && gazetteer_of(key).intersects(Gazetteer::PLACE)
    };
    if word.len() >= SHORTEST
        && word.starts_with(|c: char| c.is_ascii_lowercase())
        && word != "afar"
        && document.word_or_none(tokens.end) != "-"
        && is_place()
        && draft.around(&tokens).is_empty()
    {
        draft.add(Name {
            tokens,
            entity_type: EntityType::Place,
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::entities::telling::check;
    use EntityType::Place;

    use super::*;

    #[test]
    fn known_places_in_small_letters_are_found() {
        check(&[
            (
                "a country",
                "We flew to france and back.",
                &[],
                &[("france", Place)],
            ),
            ("another word", "We flew to nice places.", &[], &[]),
            ("no place", "We flew with france.", &[], &[]),
            ("from afar", "We came from afar.", &[], &[]),
            ("a compound", "A job in houston-based firms.", &[], &[]),
        ]);
    }
}
