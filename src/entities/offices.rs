//! Parts of a government by what they are for, or who leads them: “a Foreign Ministry official”, “the Prime
//! Minister's Office”.

use super::draft::Draft;
use crate::annotations::EntityType;
use crate::lexicon::{Tags, word_tags};
use crate::text::{Document, is_capital};

/// The words that end their names.
pub const OFFICES: &[&str] = &["Department", "Ministry", "Office"];

/// What ministries and offices of governments are for.
const FIELDS: &[&str] = &[
    "Agriculture",
    "Cabinet",
    "Commerce",
    "Culture",
    "Defence",
    "Defense",
    "Education",
    "Energy",
    "Environment",
    "Finance",
    "Foreign",
    "Health",
    "Home",
    "Interior",
    "Justice",
    "Labor",
    "Labour",
    "State",
    "Tourism",
    "Trade",
    "Transport",
];

/// “Foreign Office”, with the nation before it; “Prime Minister's Office”.
pub fn add_office(document: &Document, draft: &mut Draft, token: usize) {
    let Some(before) = token.checked_sub(1) else {
        return;
    };
    let start = if FIELDS.contains(&document.word(before)) {
        before
    } else if matches!(document.word(before), "'s" | "’s") {
        officer_before(document, before)
    } else {
        return;
    };
    if start == token || !draft.around(&(start..token + 1)).is_empty() {
        return;
    }
    let nation = match draft.around(&(start.saturating_sub(1)..start)) {
        [name] if matches!(name.entity_type, EntityType::Group | EntityType::Place) => {
            Some(name.tokens.start)
        }
        _ => None,
    };
    draft.put_organization(nation.unwrap_or(start)..token + 1);
}

/// The first word of an officer's title before a possessive: “Attorney General's”. Where there is none,
/// the token behind the possessive.
fn officer_before(document: &Document, possessive: usize) -> usize {
    let is_title = |token: usize| {
        let word = document.word(token);
        is_capital(word)
            && (matches!(word, "Prime" | "Public") || {
                let told = word_tags(word);
                told.has(Tags::TITLE) || told.has(Tags::ROLE)
            })
    };
    let mut start = possessive;
    while start > 0 && is_title(start - 1) {
        start -= 1;
    }
    let is_cut = start > 0 && document.word(start - 1) == "-";
    if start == possessive || is_cut {
        possessive + 1
    } else {
        start
    }
}

#[cfg(test)]
mod tests {
    use crate::annotations::EntityType::{Group, Organization, Place};
    use crate::entities::telling::check;

    #[test]
    fn ministries_are_organizations() {
        check(&[
            (
                "by their field",
                "Foreign Office Spokesperson.",
                &[],
                &[("Foreign Office", Organization)],
            ),
            (
                "with their nation",
                "the Kenyan Trade Ministry said",
                &[("Kenyan", Group)],
                &[("Kenyan Trade Ministry", Organization)],
            ),
            (
                "beside a nation's name",
                "Kenya's Trade Ministry said",
                &[("Kenya", Place)],
                &[("Kenya", Place), ("Trade Ministry", Organization)],
            ),
            (
                "by who leads them",
                "the Prime Minister’s Office said",
                &[],
                &[("Prime Minister’s Office", Organization)],
            ),
            (
                "a name already",
                "Avon Home Office",
                &[("Avon Home Office", Place)],
                &[("Avon Home Office", Place)],
            ),
            (
                "in small letters",
                "her home Office and the doctor's Office",
                &[],
                &[],
            ),
            ("of a union", "the Secretary-General's Office", &[], &[]),
            ("nothing before", "Office rents fell", &[], &[]),
        ]);
    }
}
