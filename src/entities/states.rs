//! States of the US, shortened behind a town or a party: “Palo Alto, Calif.”.

use super::Name;
use crate::annotations::EntityType;
use crate::order::sort_by_number;
use crate::text::{Document, is_state};

/// Takes shortened states for places, whatever the tagger took them for: it has seen few of them.
pub fn with_states(document: &Document, mut names: Vec<Name>) -> Vec<Name> {
    let is_state = |token: usize| is_state(document.word(token));
    let mut states: Vec<usize> = (0..document.tokens.len())
        .filter(|&token| is_state(token))
        .collect();
    if states.is_empty() {
        return names;
    }
    let mut taken = vec![false; document.tokens.len()];
    for name in &mut names {
        let last = name.tokens.end - 1;
        let is_party = name.tokens.len() == 3 && document.word(last - 1) == "-";
        if is_state(last) && (name.tokens.len() == 1 || is_party) {
            name.tokens.start = last;
            name.entity_type = EntityType::Place;
        }
        taken[name.tokens.clone()].fill(true);
    }
    states.retain(|&token| !taken[token]);
    names.extend(states.into_iter().map(|token| Name {
        tokens: token..token + 1,
        entity_type: EntityType::Place,
    }));
    sort_by_number(&mut names, |name| name.tokens.start as u64);
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use EntityType::{Organization, Person, Place};

    #[test]
    fn shortened_states_are_places() {
        let text = "Elm, Calif., is far. In Oak, Mass. State Hall, Ida Holm (D-Pa.) and Tom Holm, R-Ky., sat.";
        let document = Document::new(text);
        let name = |words: &str, entity_type| {
            let at = text.find(words).expect("it is there");
            let end = at + words.len() - 1;
            Name {
                tokens: document.token_at(at)..document.token_at(end) + 1,
                entity_type,
            }
        };
        let tagged = vec![
            name("Calif.", Organization),
            name("Mass. State Hall", Organization),
            name("R-Ky.", Person),
        ];
        let expected = [
            name("Calif.", Place),
            name("Mass. State Hall", Organization),
            name("Pa.", Place),
            name("Ky.", Place),
        ];
        assert_eq!(with_states(&document, tagged), expected);
    }
}
