//! States of the US, shortened behind a town or a party: “Palo Alto, Calif.”, “Troy, NY”, “(D-Queens)”.

use super::Name;
use super::draft::Draft;
use crate::annotations::EntityType;
use crate::text::{Document, is_capital};

/// Their two letters.
pub const CODES: &str = "AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH \
    NJ NM NV NY OH OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY";

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

/// Takes two letters for a state behind a comma and a town, and apart from it.
pub fn add_code(document: &Document, draft: &mut Draft, token: usize) {
    let Some(town) = token.checked_sub(2) else {
        return;
    };
    if document.word(token - 1) != "," || !document.word(town).contains(char::is_lowercase) {
        return;
    }
    let state = Name {
        tokens: token..token + 1,
        entity_type: EntityType::Place,
    };
    match draft.around(&(town..token + 1)) {
        [name] if name.entity_type == EntityType::Place && name.tokens.end == town + 1 => {
            draft.add(state)
        }
        [name] if name.entity_type == EntityType::Place && name.tokens.end == token + 1 => {
            name.tokens.end = town + 1;
            draft.add(state);
        }
        _ => {}
    }
}

/// “(D-Queens)”: the place that somebody of a party sits for.
pub fn add_seat(document: &Document, draft: &mut Draft, token: usize) {
    /// The most words of such a place.
    const LONGEST: usize = 3;
    let seat = token + 2;
    let is_bracketed = token > 0
        && document.word(token - 1) == "("
        && document.is_within_word(token + 1)
        && matches!(document.word(token + 1), "-" | "–");
    if !is_bracketed {
        return;
    }
    let near = seat..(seat + LONGEST).min(document.tokens.len());
    let is_name = |&token: &usize| {
        let word = document.word(token);
        // A shortened state tells itself.
        is_capital(word) && word.contains(char::is_lowercase) && !word.ends_with('.')
    };
    let end = seat + near.take_while(is_name).count();
    let closes = end > seat && end < document.tokens.len() && document.word(end) == ")";
    if closes && draft.around(&(seat..end)).is_empty() {
        draft.add(Name {
            tokens: seat..end,
            entity_type: EntityType::Place,
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::annotations::EntityType::{Group, Organization, Place};
    use crate::entities::telling::check;

    #[test]
    fn shortened_states_are_places() {
        check(&[
            (
                "behind a town",
                "Elm, Calif., is far",
                &[],
                &[("Calif.", Place)],
            ),
            (
                "in capitals",
                "ELM, CALIF., is far",
                &[],
                &[("CALIF.", Place)],
            ),
            (
                "another name",
                "In Oak, Mass. it is far",
                &[("Mass.", Organization)],
                &[("Mass.", Place)],
            ),
            (
                "part of another name",
                "In Oak, Mass. State Hall",
                &[("Mass. State Hall", Organization)],
                &[("Mass. State Hall", Organization)],
            ),
            (
                "behind a party",
                "Ida Holm (D-Pa.) and Tom Holm, R-Ky., sat",
                &[],
                &[("Pa.", Place), ("Ky.", Place)],
            ),
        ]);
    }

    #[test]
    fn two_letters_are_a_state_behind_a_town() {
        check(&[
            (
                "passed over",
                "in Elm, CA today",
                &[("Elm", Place)],
                &[("Elm", Place), ("CA", Place)],
            ),
            (
                "one name",
                "in Elm, CA today",
                &[("Elm, CA", Place)],
                &[("Elm", Place), ("CA", Place)],
            ),
            (
                "no town",
                "by Elm, CA today",
                &[("Elm", Organization)],
                &[("Elm", Organization)],
            ),
            (
                "no comma",
                "in Elm CA today",
                &[("Elm", Place)],
                &[("Elm", Place)],
            ),
            (
                "in capitals",
                "IN ELM, OR BE",
                &[("ELM", Place)],
                &[("ELM", Place)],
            ),
        ]);
    }

    #[test]
    fn seats_of_politicians_are_places() {
        check(&[
            ("a word", "Ana Holm (D-Velm)", &[], &[("Velm", Place)]),
            (
                "words",
                "(R–North Velm) said",
                &[],
                &[("North Velm", Place)],
            ),
            (
                "a name already",
                "(D-Velm)",
                &[("D-Velm", Group)],
                &[("D-Velm", Group)],
            ),
            ("a sum", "(D-200)", &[], &[]),
            ("initials", "(R-VM)", &[], &[]),
            ("no brackets", "a D-Velm", &[], &[]),
            ("no end", "(D-Velm", &[], &[]),
        ]);
    }
}
