//! What hyphens join to a name: the second syllable of a given name, “Lau Kin-man”, and the rest of a place's
//! name, “Stoke-on-Trent”.

use crate::annotations::EntityType;
use crate::entities::{Name, lists_of};
use crate::lexicon::Gazetteer;
use crate::text::{Document, lower_cased};

/// Words that are no part of a name though they sound like a syllable of one: “Ana Rao-run”.
const WORDS: &[&str] = &["fan", "free", "hit", "on", "pro", "run", "to"];
/// What may stand behind the vowels of a syllable in Chinese and Korean names as English writes them.
const CODAS: &[&str] = &["", "h", "k", "l", "m", "n", "ng", "p", "r", "t", "w"];
/// The letters of the longest syllable.
const LONGEST: usize = 6;

/// A place's name with two more words that hyphens join to it, where a list has them all.
pub fn with_joined(document: &Document, mut name: Name) -> Name {
    let end = name.tokens.end;
    let last = end + 3;
    if name.entity_type == EntityType::Place
        && document.word_or_none(end) == "-"
        && document.word_or_none(last - 1) == "-"
        && document.is_capital(last)
        && lists_of(document, end - 1..last + 1).intersects(Gazetteer::PLACE)
    {
        name.tokens.end = last + 1;
    }
    name
}

/// A person's name with the second syllable of a given name, where the tagger took the first alone.
pub fn with_second_syllable(document: &Document, mut name: Name) -> Name {
    let hyphen = name.tokens.end;
    let second = hyphen + 1;
    if name.entity_type == EntityType::Person
        && name.tokens.len() > 1
        && second < document.tokens.len()
        && document.word(hyphen) == "-"
        && document.is_within_word(hyphen)
        && is_syllable(document.word(second))
        && is_syllable(&lower_cased(document.word(hyphen - 1)))
        && !WORDS.contains(&document.word(second))
    {
        name.tokens.end = second + 1;
    }
    name
}

/// Whether a word is one syllable in small letters.
fn is_syllable(word: &str) -> bool {
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let rhyme = word.trim_start_matches(|c: char| c.is_ascii_lowercase() && !is_vowel(c));
    let coda = rhyme.trim_start_matches(is_vowel);
    word.len() <= LONGEST && coda.len() < rhyme.len() && CODAS.contains(&coda)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_with_hyphens_are_whole() {
        let cases: &[(&str, &str, &str)] = &[
            ("a known one", "Stoke-on-Trent council", "Stoke-on-Trent"),
            ("another one", "Velm-on-Tarvo council", "Velm"),
            ("a compound", "Stoke-on council", "Stoke"),
        ];
        for (case, text, expected) in cases {
            let document = Document::new(text);
            let name = Name {
                tokens: 0..1,
                entity_type: EntityType::Place,
            };
            let whole = with_joined(&document, name);
            assert_eq!(document.span(whole.tokens).of(text), *expected, "{case}");
        }
    }

    #[test]
    fn given_names_are_whole() {
        use EntityType::{Organization, Person};
        let cases: &[(&str, &str, EntityType, &str)] = &[
            ("two syllables", "Lau Kin-man spoke", Person, "Lau Kin-man"),
            (
                "a first name before",
                "Ada Lau Ho-yin",
                Person,
                "Ada Lau Ho-yin",
            ),
            ("another word", "Ada Lau-led talks", Person, "Ada Lau"),
            (
                "a word like a syllable",
                "Ada Lau-run shop",
                Person,
                "Ada Lau",
            ),
            ("a longer name", "Ada Marlow-san", Person, "Ada Marlow"),
            ("a blank", "Lau Kin- man", Person, "Lau Kin"),
            ("a capital", "Lau Kin-Man", Person, "Lau Kin"),
            ("no person", "Lau Kin-man", Organization, "Lau Kin"),
        ];
        for (case, text, entity_type, expected) in cases {
            let document = Document::new(text);
            let words = document.tokens.iter();
            let end = words.take_while(|token| token.span.of(text) != "-").count();
            let name = Name {
                tokens: 0..end,
                entity_type: *entity_type,
            };
            let whole = with_second_syllable(&document, name);
            assert_eq!(document.span(whole.tokens).of(text), *expected, "{case}");
        }
    }
}
