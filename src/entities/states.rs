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
        if name.tokens.len() == 1 && is_state(name.tokens.start) {
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
    use crate::entities::tagged;
    use EntityType::{Organization, Place};

    #[test]
    fn shortened_states_are_places() {
        let text = "Elm, Calif., is far. In Oak, Mass. State Hall, Ida Holm (D-Pa.) and Tom Holm, R-Ky., sat.";
        let document = Document::new(text);
        let before = [("Calif.", Organization), ("Mass. State Hall", Organization)];
        let after = [
            ("Calif.", Place),
            ("Mass. State Hall", Organization),
            ("Pa.", Place),
            ("Ky.", Place),
        ];
        let found = with_states(&document, tagged(&document, &before));
        assert_eq!(found, tagged(&document, &after));
    }
}
