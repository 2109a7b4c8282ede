//! States of the US, shortened behind a town or a party: “Palo Alto, Calif.”.

use super::Name;
use super::draft::Draft;
use crate::annotations::EntityType;

/// Takes a shortened state for a place, whatever the tagger took it for: it has seen few of them.
pub fn add_state(draft: &mut Draft, token: usize) {
    let state = token..token + 1;
    match draft.around(&state) {
        [] => draft.add(Name {
            tokens: state,
            entity_type: EntityType::Place,
        }),
        [name] if name.tokens == state => name.entity_type = EntityType::Place,
        _ => {}
    }
}
