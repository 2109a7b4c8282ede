//! Words that keep the dot behind them.

use crate::letters::{is_capital, run_end};
use crate::lexicon::{Tags, word_tags};

/// Whether a word is a state of the US, shortened: “Calif.”.
pub(crate) fn is_state(word: &str) -> bool {
    word.ends_with('.') && word_tags(word).has(Tags::STATE)
}

/// The end of an abbreviation whose first dot stands at `dot`, if the word is one.
pub(super) fn dotted_end(text: &str, start: usize, dot: usize) -> Option<usize> {
    let word = &text[start..dot];
    if is_letter(word) {
        // “U.S.”, “J.”, “e.g.”: single letters, each with a dot.
        let mut end = dot + 1;
        while let next = run_end(text, end)
            && is_letter(&text[end..next])
            && text[next..].starts_with('.')
        {
            end = next + 1;
        }
        // A single small letter with a dot is the end of a sentence, or a list's “a.”.
        let is_network = word == "X" && text[..start].ends_with(" on ");
        let is_initial = is_capital(word) && word != "I" && !is_network;
        return (end > dot + 1 || is_initial).then_some(end);
    }
    if word.len() > 6 {
        return None;
    }
    if word.eq_ignore_ascii_case("ph") && text[dot + 1..].starts_with("D.") {
        return Some(dot + 3);
    }
    // “Palo Alto, Calif.”, “D-Pa.”
    let is_behind = |before: &str| text[..start].ends_with(before);
    if is_capital(word)
        && [", ", "D-", "R-"].into_iter().any(is_behind)
        && is_state(&text[start..=dot])
    {
        return Some(dot + 1);
    }
    let tags = word_tags(word);
    if !tags.has(Tags::ABBREVIATION) {
        return None;
    }
    let before_name = text[dot + 1..]
        .trim_start_matches(' ')
        .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let keeps = !tags.has(Tags::AMBIGUOUS) || (before_name && is_capital(word));
    keeps.then_some(dot + 1)
}

fn is_letter(word: &str) -> bool {
    let mut chars = word.chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if c.is_alphabetic())
}
