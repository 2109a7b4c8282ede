//! Names that are a line by themselves: who signs a mail, and the agency of a report.

use std::ops::Range;

use super::draft::Draft;
use super::{Name, credits};
use crate::annotations::EntityType;
use crate::lexicon::{Gazetteer, gazetteer, is_first_name};
use crate::text::{Document, is_capital};

/// The most words of an agency's name.
const LONGEST: usize = 4;

/// Adds the names that are a line by themselves, or the last words of one behind a dash.
pub fn with_lines(document: &Document, names: Vec<Name>) -> Vec<Name> {
    let mut draft = Draft::new(names);
    for line in &document.paragraphs {
        let place = line.start..line.start + 1;
        if is_dateline(document, line)
            && let [name] = draft.around(&place)
            && name.tokens == place
        {
            name.entity_type = EntityType::Place;
        }
        let name = last_words(document, line);
        if let Some(entity_type) = type_of(document, &name, line)
            && draft.around(&name).is_empty()
        {
            draft.add(Name {
                tokens: name,
                entity_type,
            });
        }
    }
    draft.finish()
}

/// Whether a line begins with the place of a report, in one word: “RAVENSBY, Marl (CPS) —”.
fn is_dateline(document: &Document, line: &Range<usize>) -> bool {
    /// What is shorter is often initials.
    const SHORTEST: usize = 5;
    let place = document.word(line.start);
    if place.len() < SHORTEST || place.contains(|c: char| !c.is_uppercase()) {
        return false;
    }
    let mut agencies = credits::AGENCIES.iter();
    let is_known_body = gazetteer(place).intersects(Gazetteer::BODY)
        || agencies.any(|agency| agency.eq_ignore_ascii_case(place));
    let word = |at: usize| if at < line.end { document.word(at) } else { "" };
    let mut at = line.start + 1;
    if word(at) == "," && is_capital(word(at + 1)) {
        at += 2;
    }
    if word(at) == "(" && word(at + 2) == ")" {
        at += 3;
    }
    !is_known_body && matches!(word(at), "—" | "–" | "--" | "-") && !document.is_within_word(at)
}

/// The last words of a line, without the mark that ends it; none of a longer line without a dash.
fn last_words(document: &Document, line: &Range<usize>) -> Range<usize> {
    let is_end = line.len() > 1 && matches!(document.word(line.end - 1), "," | ".");
    let end = line.end - usize::from(is_end);
    let mut start = end;
    while start > line.start && document.is_capital(start - 1) {
        start -= 1;
        if end - start > LONGEST {
            return end..end;
        }
    }
    let is_alone = start == line.start || matches!(document.word(start - 1), "–" | "—" | "--");
    if is_alone { start..end } else { end..end }
}

/// What some words name that are the last of a line.
fn type_of(document: &Document, name: &Range<usize>, line: &Range<usize>) -> Option<EntityType> {
    if name.len() == 1 && name.start == line.start {
        let word = document.word(name.start);
        let is_name = word.len() > 2 && is_first_name(word);
        return is_name.then_some(EntityType::Person);
    }
    // “Associated Press”, but not “Press Office”
    let mut words = name.clone().skip(1).map(|token| document.word(token));
    let is_agency = words.any(|word| word == "Press")
        || name.len() > 1 && document.word(name.end - 1) == "Agency";
    is_agency.then_some(EntityType::Organization)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::tagged;
    use EntityType::{Organization, Person, Place};

    #[test]
    fn datelines_are_places() {
        let cases: &[(&str, &str, bool)] = &[
            ("a dash", "VELMAR — It rained.", true),
            ("an agency", "VELMAR (CPS) -- It rained.", true),
            (
                "a state and an agency",
                "VELMAR, Marl (CPS) – It rained.",
                true,
            ),
            ("a compound", "VELMAR-BASED firms", false),
            ("initials", "VMR — It rained.", false),
            ("no dash", "VELMAR said", false),
            ("an agency's own", "REUTERS — It rained.", false),
            ("nothing more", "VELMAR", false),
        ];
        for (case, text, expected) in cases {
            let document = Document::new(text);
            let names = vec![Name {
                tokens: 0..1,
                entity_type: Organization,
            }];
            let found = with_lines(&document, names);
            assert_eq!(found[0].entity_type == Place, *expected, "{case}");
        }
    }

    #[test]
    fn names_that_are_a_line_are_added() {
        let text = "Press Office\nPlease call. Thanks,\nAnna\nMaria,\nPost\nEmma Post\nin\nVelm\nAssociated Press\nIt is over. — Associated Press\nWe read Associated Press";
        let document = Document::new(text);
        let found = with_lines(&document, tagged(&document, &[("Velm", Place)]));
        let expected = [
            ("Anna", Person),
            ("Maria", Person),
            ("Velm", Place),
            ("Associated Press", Organization),
            ("Associated Press", Organization),
        ];
        assert_eq!(found, tagged(&document, &expected));
    }
}
