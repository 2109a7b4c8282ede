//! Words that keep the dot behind them.

use super::token::run_end;
use crate::letters::{is_capital, lower_cased};

/// Abbreviations that keep their dot, lower-cased: titles, ranks, companies, months, streets.
const ABBREVIATIONS: &[&str] = &[
    "adm", "ald", "apr", "assn", "atty", "ave", "barr", "brig", "bros", "capt", "cllr", "cmdr",
    "co", "col", "corp", "cpl", "dec", "dept", "det", "dr", "engr", "est", "etc", "feb", "fr",
    "ft", "gen", "gov", "hon", "inc", "insp", "jan", "jr", "lt", "ltd", "maj", "messrs", "mr",
    "mrs", "ms", "msgr", "mt", "no", "nov", "oct", "pres", "prof", "pvt", "rep", "reps", "rev",
    "sen", "sens", "sept", "sgt", "sr", "st", "supt", "univ", "vs",
];

/// Abbreviations that are also everyday words, and so keep their dot only before a name or number.
const AMBIGUOUS: &[&str] = &["co", "est", "fr", "ft", "gen", "hon", "no", "rep"];

/// The states of the US as newspapers shorten them behind a town or a party, lower-cased.
pub(crate) const STATES: &[&str] = &[
    "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky",
    "la", "mass", "md", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa",
    "tenn", "tex", "va", "vt", "wash", "wis", "wyo",
];

/// Whether a word is a state of the US, shortened: “Calif.”.
pub(crate) fn is_state(word: &str) -> bool {
    word.strip_suffix('.')
        .is_some_and(|word| STATES.binary_search(&&*lower_cased(word)).is_ok())
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
        let is_initial = is_capital(word) && word != "I";
        return (end > dot + 1 || is_initial).then_some(end);
    }
    if word.len() > 6 {
        return None;
    }
    let lower = lower_cased(word);
    if lower == "ph" && text[dot + 1..].starts_with("D.") {
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
    if ABBREVIATIONS.binary_search(&&*lower).is_err() {
        return None;
    }
    let before_name = text[dot + 1..]
        .trim_start_matches(' ')
        .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let keeps = !AMBIGUOUS.contains(&&*lower) || (before_name && is_capital(word));
    keeps.then_some(dot + 1)
}

fn is_letter(word: &str) -> bool {
    let mut chars = word.chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if c.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_sorted_for_the_binary_search() {
        assert!(ABBREVIATIONS.is_sorted());
        assert!(STATES.is_sorted());
    }
}
