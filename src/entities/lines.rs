//! Names that are a line by themselves: who signs a mail, and the agency of a report.

use std::ops::Range;

use super::Name;
use super::draft::Draft;
use crate::annotations::EntityType;
use crate::lexicon::{Gazetteer, gazetteer};
use crate::text::Document;

/// The most words of an agency's name.
const LONGEST: usize = 4;

/// Adds the names that are a line by themselves, or the last words of one behind a dash.
pub fn with_lines(document: &Document, names: Vec<Name>) -> Vec<Name> {
    let mut draft = Draft::new(names);
    for line in &document.paragraphs {
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

/// The last words of a line, without the mark that ends it; none of a longer line without a dash.
fn last_words(document: &Document, line: &Range<usize>) -> Range<usize> {
    let is_end = line.len() > 1 && matches!(document.word(line.end - 1), "," | ".");
    let end = line.end - usize::from(is_end);
    let mut start = end;
    while start > line.start && document.word(start - 1).starts_with(char::is_uppercase) {
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
        let is_name = word.len() > 2 && gazetteer(word).intersects(Gazetteer::FIRST_NAME);
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
