//! Credits of news agencies, which papers write as they like: “Sources: ats / afp”, “(ap/reuters)”.

use std::ops::Range;

use crate::text::Document;

/// News agencies by the names that they are credited with.
pub const AGENCIES: &[&str] = &[
    "Aap",
    "Adnkronos",
    "Afp",
    "Agi",
    "Anp",
    "Ani",
    "Ansa",
    "Ap",
    "Apa",
    "Ats",
    "Belga",
    "Bloomberg",
    "Bna",
    "Cna",
    "Ctk",
    "Dpa",
    "Efe",
    "Ians",
    "Interfax",
    "Itar",
    "Kna",
    "Kyodo",
    "Lusa",
    "Mti",
    "Nan",
    "Ntb",
    "Pa",
    "Pap",
    "Pti",
    "Reuters",
    "Ritzau",
    "Sana",
    "Sapa",
    "Sda",
    "Tass",
    "Tt",
    "Unb",
    "Uni",
    "Upi",
    "Wam",
    "Xinhua",
    "Yonhap",
];

/// The most tokens on either side that are looked at.
const MOST: usize = 12;

/// Whether a news agency's name is a credit: in brackets or in a line of its own, with others at most.
pub fn is_credited(document: &Document, token: usize, is_agency: &dyn Fn(usize) -> bool) -> bool {
    let Range { start, end } = credits(document, token, is_agency);
    let line = document.paragraph(token);
    let word = |at: Option<usize>| match at {
        Some(at) if line.contains(&at) => document.word(at),
        _ => "",
    };
    let before = |count: usize| word(start.checked_sub(count));
    let behind = |count: usize| word(Some(end + count));
    let is_open = |word: &str| matches!(word, "" | "-" | "--" | "–" | "—" | "(" | ")" | ":");
    if matches!((before(1), behind(0)), ("(", ")") | ("[", "]")) {
        return is_open(before(2)) || is_open(behind(1));
    }
    if !matches!((behind(0), behind(1)), ("", _) | (".", _)) {
        return false;
    }
    match before(1) {
        "" => true,
        "-" | "--" | "–" | "—" => is_stop(before(2)),
        "Source" | "Sources" | "With" => before(2).is_empty(),
        ":" => matches!(
            before(2),
            "Agencies" | "Agency" | "Credit" | "Photo" | "Photos" | "Source" | "Sources"
        ),
        _ => false,
    }
}

fn is_stop(word: &str) -> bool {
    matches!(word, "" | "." | "!" | "?" | "”" | "\"" | "’" | ")")
}

/// The agencies around one, with what stands between them.
fn credits(document: &Document, token: usize, is_agency: &dyn Fn(usize) -> bool) -> Range<usize> {
    let joins = |token: usize| matches!(document.word(token), "/" | "," | "and" | "&" | "-" | "|");
    let mut credits = token..token + 1;
    let first = token.saturating_sub(MOST);
    while credits.start > first + 1 && joins(credits.start - 1) && is_agency(credits.start - 2) {
        credits.start -= 2;
    }
    while credits.end < token + MOST
        && credits.end + 1 < document.tokens.len()
        && joins(credits.end)
        && is_agency(credits.end + 1)
    {
        credits.end += 2;
    }
    credits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agencies_are_credited_in_brackets_and_lines_of_their_own() {
        let cases: &[(&str, &str, bool)] = &[
            ("brackets at the end", "It is over. (afp)", true),
            ("two in brackets", "It is over. (reuters/afp)", true),
            ("brackets before a dash", "OSLO (AFP) - It is over.", true),
            ("a line of sources", "It is over.\nSources: afp, dpa", true),
            ("sources in a sentence", "It is over. Source: afp.", true),
            ("a line", "It is over.\nafp", true),
            ("a dash", "It is over. – afp", true),
            ("a line with others", "With afp and dpa.", true),
            ("brackets within a sentence", "the (afp) test", false),
            ("a word of a sentence", "the afp test", false),
            ("no agency beside it", "Source: afp says so", false),
            ("a dash within a sentence", "a test - afp", false),
        ];
        for (case, text, expected) in cases {
            let document = Document::new(text);
            let is_agency = |token: usize| {
                let word = document.word(token);
                AGENCIES
                    .iter()
                    .any(|agency| agency.eq_ignore_ascii_case(word))
            };
            let token = document.token_at(text.to_lowercase().find("afp").expect("it is there"));
            let found = is_credited(&document, token, &is_agency);
            assert_eq!(found, *expected, "{case}");
        }
    }
}
