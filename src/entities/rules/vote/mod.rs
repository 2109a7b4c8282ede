//! Within one article a name means one kind of thing, wherever it stands.

mod forms;
mod missed;
mod surnames;

use crate::entities::rules::rule::*;
use forms::{count, form, winner};

/// All names of one form have the type that most of them have; initials that the text spells out
/// have the type of what they stand for.
pub const VOTE: Rule = Rule {
    id: "vote",
    trigger: Trigger::Document(|document, names| {
        let forms = count(document, names.names());
        names.edit(|name| {
            let votes = &forms[&form(document, name.tokens.clone())];
            let (best, count) = winner(votes);
            (count > votes[name.entity_type as usize]).then_some(Edit::Retype(best))
        })
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "most names win",
            "[O Tarvo] grows. [O Tarvo] hires. Men of [L Tarvo] came.",
            "[O Tarvo] grows. [O Tarvo] hires. Men of [O Tarvo] came.",
        ),
        Example::new(
            "of as many each stays",
            "[O Tarvo] grows. Men of [L Tarvo] came.",
            "[O Tarvo] grows. Men of [L Tarvo] came.",
        ),
        Example::new(
            "initials",
            "The [O Harbour Works Union] ([G HWU]) met. The [G HWU] left.",
            "The [O Harbour Works Union] ([O HWU]) met. The [O HWU] left.",
        ),
        Example::new(
            "an agency's credit",
            "[L KIVALA, Narvia] ([O CPS]) said no.",
            "[L KIVALA, Narvia] ([O CPS]) said no.",
        ),
    ],
};

/// The forms of names that stand elsewhere, unless most of them are no names.
pub const MISSED: Rule = missed::RULE;

/// The surnames of people whose full names the text has.
pub const SURNAMES: Rule = surnames::RULE;
