//! The gender that first names tell.

use std::sync::LazyLock;

use super::Gender;

/// First names in small letters, each on its line and sorted: those of women, an empty line,
/// those of men. Searched as it stands, so that it costs nothing before it is needed.
const FIRST_NAMES: &str = include_str!("../data/first_names.txt");

/// The gender that a first name tells, whatever its case, where nearly all who bear it are of
/// one.
pub fn first_name_gender(name: &str) -> Option<Gender> {
    /// The names of women and those of men.
    static LISTS: LazyLock<(&str, &str)> =
        LazyLock::new(|| FIRST_NAMES.split_once("\n\n").unwrap_or_default());
    let folded = name.to_lowercase();
    let (women, men) = *LISTS;
    if has_line(women, &folded) {
        Some(Gender::Female)
    } else if has_line(men, &folded) {
        Some(Gender::Male)
    } else {
        None
    }
}

/// Whether a sorted text has this line, by halving the bytes.
fn has_line(mut text: &str, line: &str) -> bool {
    while !text.is_empty() {
        let before = &text.as_bytes()[..text.len() / 2];
        let start = before
            .iter()
            .rposition(|&byte| byte == b'\n')
            .map_or(0, |at| at + 1);
        let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        match text[start..end].cmp(line) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => text = text.get(end + 1..).unwrap_or_default(),
            std::cmp::Ordering::Greater => text = text[..start].trim_end_matches('\n'),
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_names_tell_a_gender_or_nothing() {
        let cases: &[(&str, Option<Gender>)] = &[
            ("John", Some(Gender::Male)),
            ("ANA", Some(Gender::Female)),
            ("Aaron", Some(Gender::Male)),
            ("Zoe", Some(Gender::Female)),
            ("Kim", None),
            ("Qwerty", None),
            ("", None),
        ];
        for (name, expected) in cases {
            assert_eq!(first_name_gender(name), *expected, "{name}");
        }
    }

    #[test]
    fn every_line_is_found() {
        let (women, men) = FIRST_NAMES.split_once("\n\n").expect("two lists");
        for list in [women, men] {
            assert!(list.lines().all(|line| has_line(list, line)));
            assert!(list.lines().is_sorted());
        }
        assert!(men.lines().count() > 1000 && women.lines().count() > 1000);
    }
}
