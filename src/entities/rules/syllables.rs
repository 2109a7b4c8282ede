//! The second syllable of a given name, where a hyphen joins it: “Lau Kin-man”.

use super::rule::*;
use crate::text::lower_cased;

pub const RULE: Rule = Rule {
    id: "syllables",
    trigger: Trigger::Name(&[EntityType::Person], |document, name| {
        let end = name.tokens.end;
        let is_one = name.tokens.len() > 1
            && document.word_or_none(end) == "-"
            && document.is_within_word(end)
            && is_syllable(document.word_or_none(end + 1))
            && is_syllable(&lower_cased(document.word(end - 1)))
            && !WORDS.contains(&document.word_or_none(end + 1));
        is_one.then(|| Edit::Reach(name.tokens.start..end + 2))
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "a given name",
            "[P Lau Kin]-man left",
            "[P Lau Kin-man] left",
        ),
        Example::new(
            "another word",
            "a [P Ana Rao]-run firm",
            "a [P Ana Rao]-run firm",
        ),
        Example::new(
            "two syllables",
            "a [P Ana Holm]-designed hat",
            "a [P Ana Holm]-designed hat",
        ),
        Example::new("one word", "a [P Kin]-man", "a [P Kin]-man"),
        Example::new("the end", "[P Lau Kin]-", "[P Lau Kin]-"),
    ],
};

/// Words that are no part of a name though they sound like a syllable of one.
const WORDS: &[&str] = &["fan", "free", "hit", "on", "pro", "run", "to"];
/// What may stand behind the vowels of a syllable in Chinese and Korean names as English writes them.
const CODAS: &[&str] = &["", "h", "k", "l", "m", "n", "ng", "p", "r", "t", "w"];
/// The letters of the longest syllable.
const LONGEST: usize = 6;

/// Whether a word is one syllable in small letters.
fn is_syllable(word: &str) -> bool {
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let rhyme = word.trim_start_matches(|c: char| c.is_ascii_lowercase() && !is_vowel(c));
    let coda = rhyme.trim_start_matches(is_vowel);
    word.len() <= LONGEST && coda.len() < rhyme.len() && CODAS.contains(&coda)
}
