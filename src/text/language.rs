//! Whether a text is English at all: what is learnt of English says nothing about other languages.

use super::{Document, TokenKind};
use crate::lexicon::Tags;

/// How many of a text's tokens are looked at.
const ENOUGH: usize = 400;
/// How many frequent words of other languages show one: a title or two in an English text have fewer.
const FEWEST: usize = 6;

/// Whether a text can be English: its letters are Latin, and of its frequent words no more are another language's than
/// its own. A few words or names alone can be.
pub fn is_english(document: &Document) -> bool {
    let (mut english, mut foreign) = (0, 0);
    let (mut words, mut latin) = (0, 0);
    for (index, token) in document.tokens.iter().enumerate().take(ENOUGH) {
        if token.kind == TokenKind::Word {
            let tags = document.tags(index);
            english += usize::from(tags.has(Tags::ENGLISH));
            foreign += usize::from(tags.has(Tags::FOREIGN));
            words += 1;
            latin += usize::from(document.word(index).chars().next().is_some_and(is_latin));
        }
    }
    2 * latin >= words && (foreign < FEWEST || foreign <= english)
}

fn is_latin(letter: char) -> bool {
    letter < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use crate::annotate;
    use crate::text::Document;

    #[test]
    fn english_is_told_from_other_languages() {
        for (name, text, is_english) in [
            ("nothing", "", true),
            ("a headline", "Mayor Ana Ruiz opens new bridge", true),
            (
                "a list of names",
                "Ana Ruiz, Tom Reed, Bob Lane, Sue Vane, Piet Vos, Liv Haugen",
                true,
            ),
            (
                "foreign names",
                "Luis de la Vega and María de los Ángeles of the Partido de la Costa sat with the mayor of Las Rocas and the head of El Faro.",
                true,
            ),
            (
                "a foreign sentence in quotation marks",
                "“El puente es de los vecinos y no se vende,” said Ana Ruiz of the bridge that was closed to the public by the council for a year.",
                true,
            ),
            (
                "German",
                "Die Brücke ist nach dem Sturm für Autos gesperrt, und das Amt will sich nicht zu den Kosten äußern. „Wir prüfen das“, sagte Eva Stein.",
                false,
            ),
            (
                "Spanish",
                "El puente se cerró por la tormenta y los vecinos no saben cuándo lo abrirán. “Es una vergüenza para el pueblo”, dijo Ana Ruiz, que vive con su hija.",
                false,
            ),
            (
                "French",
                "Le pont est fermé depuis la tempête et les riverains ne savent pas quand il sera rouvert. « Une honte pour le village », dit Luc Morel, qui habite dans la rue.",
                false,
            ),
            (
                "Malay",
                "Jambatan itu ditutup kepada orang ramai dan penduduk yang tinggal di situ tidak tahu bila ini akan dibuka untuk kereta dari bandar, kata Ahmad.",
                false,
            ),
            (
                "Russian",
                "Мост закрыт после шторма. «Это позор», — сказала Анна Рыбакова.",
                false,
            ),
            (
                "Korean",
                "폭풍 이후 다리가 폐쇄됐다. “부끄러운 일이다”라고 김 시장은 말했다.",
                false,
            ),
        ] {
            assert_eq!(
                super::is_english(&Document::new(text)),
                is_english,
                "{name}"
            );
            let found = annotate(text);
            assert!(
                is_english || found.entities.is_empty() && found.quotes.is_empty(),
                "{name}"
            );
        }
    }
}
