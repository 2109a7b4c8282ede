//! Names that the tagger took for one with the verb of a heading: “Rovers stun City”, and where a heading has
//! capitals throughout, “Harbour Plan Divides Velm Council”.

use std::ops::Range;

use super::Name;
use super::draft::Draft;
use crate::annotations::EntityType;
use crate::text::Document;

/// What the subjects of headings do, in words that are in no name.
pub const VERBS: &str = "\
    accuses admits agrees announces approves asks backs bans beats becomes begins blames condemns confirms \
    defeats defends denies dies divides fails finds gets gives hits joins kills launches leaves loses makes \
    meets opens praises raises rejects reveals says seeks sells sends sinks slams stuns sues takes tells \
    unveils urges vows wants warns wins";

/// What one team does to another in a heading: either is a name.
pub const BEATING: &[&str] = &[
    "crush", "down", "edge", "rout", "sink", "stun", "thrash", "trounce",
];

/// Parts what a verb joins to one name: “Rovers stun City”. The subject of a verb with a capital may be any words,
/// and where it is a name, it is one elsewhere.
pub fn part(document: &Document, draft: &mut Draft, verb: usize) {
    let [whole] = draft.around(&(verb..verb + 1)) else {
        return;
    };
    let Range { start, end } = whole.tokens;
    let entity_type = whole.entity_type;
    if entity_type == EntityType::Work
        || start == verb
        || verb + 1 == end
        || !document.is_capital(start)
        || !document.is_capital(verb + 1)
    {
        return;
    }
    whole.tokens.start = verb + 1;
    if !document.is_capital(verb) {
        draft.add(Name {
            tokens: start..verb,
            entity_type,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::tagged;
    use EntityType::{Organization, Work};

    #[test]
    fn verbs_part_names() {
        let cases: &[(&str, &str, EntityType, &str)] = &[
            (
                "an object",
                "Port Plan Divides Velm Council",
                Organization,
                "Velm Council",
            ),
            (
                "a work",
                "Port Plan Divides Velm Council",
                Work,
                "Port Plan Divides Velm Council",
            ),
            ("a verb first", "Divides Velm", Organization, "Divides Velm"),
            ("a verb last", "Velm Divides", Organization, "Velm Divides"),
        ];
        for (case, text, entity_type, expected) in cases {
            let document = Document::new(text);
            let mut draft = Draft::new(tagged(&document, &[(text, *entity_type)]));
            let verb = (0..).find(|&token| document.word(token) == "Divides");
            part(&document, &mut draft, verb.expect("it is there"));
            let expected = [(*expected, *entity_type)];
            assert_eq!(draft.finish(), tagged(&document, &expected), "{case}");
        }
    }
}
