//! Names with “'s”: what belongs to somebody or somewhere and was taken for one name with it, “Velm United's Ana
//! Holm”, and firms that are called after their owners, “Macy's”.

use super::capitals::GOES_ON;
use super::everywhere::{Forms, is_apart};
use super::rule::*;
use crate::lexicon::Gazetteer;

pub const RULE: Rule = Rule {
    id: "possessives",
    trigger: Trigger::Name(
        &[
            EntityType::Organization,
            EntityType::Place,
            EntityType::Person,
        ],
        |document, name| {
            let parts = split(document, name).map(|parts| Edit::Split(parts.into()));
            parts.or_else(|| maker(document, name).map(Edit::Reach))
        },
    ),
    #[cfg(test)]
    examples: &[
        Example::new(
            "a team's player",
            "[O Velm Park's Darwin Holm]",
            "[O Velm Park]'s [P Darwin Holm]",
        ),
        Example::new(
            "a nation's court",
            "[O Kenya's Velm Court]",
            "[L Kenya]'s [O Velm Court]",
        ),
        Example::new(
            "a city's market",
            "[L Oslo’s Velm Market]",
            "[L Oslo]’s [L Velm Market]",
        ),
        Example::new(
            "a town's school",
            "[O Velm Park's Darwin School]",
            "[O Velm Park's Darwin School]",
        ),
        Example::new(
            "a saint's square",
            "[L Holm's Velm Market]",
            "[L Holm's Velm Market]",
        ),
        Example::new(
            "somebody's firm",
            "[P Emma Holm's Velmworks]",
            "[P Emma Holm]'s [O Velmworks]",
        ),
        Example::new(
            "what a firm makes",
            "[O Unilever's Velm Plus] and [O Unilever's Velm Institute]",
            "[O Unilever]'s Velm Plus and [O Unilever's Velm Institute]",
        ),
        Example::new("no more", "[L Oslo's]", "[L Oslo's]"),
    ],
};

/// “Macy's said so”: a firm that is called after its owner, who owns nothing here.
pub const OWNERS: Rule = Rule {
    id: "owners",
    trigger: Trigger::Document(|document, names| {
        let owners = document.tokens_tagged(Tags::OWNER_FIRM);
        let mut owners: Vec<usize> = owners.filter(|&at| owns_nothing(document, at)).collect();
        if owners.is_empty() {
            return 0;
        }
        let of_token = &document.vocabulary.of_token;
        let mut is_surname = vec![false; document.vocabulary.words.len()];
        for name in names.names() {
            if name.entity_type == EntityType::Person && is_somebody(document, name) {
                is_surname[of_token[name.tokens.end - 1] as usize] = true;
            }
        }
        owners.retain(|&owner| !is_surname[of_token[owner] as usize]);
        let firms = Forms::of(document, owners.into_iter().map(|owner| owner..owner + 2));
        let found = firms.places(document).into_iter();
        let found = found.filter(|firm| is_apart(document, firm));
        let firm = |tokens| Name {
            tokens,
            entity_type: EntityType::Organization,
        };
        names.put(found.map(firm).collect())
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "passed over",
            "Macy's fell, and Macy's shares with it.",
            "[O Macy's] fell, and [O Macy's] shares with it.",
        ),
        Example::new(
            "no person",
            "They met at [P Denny]’s.",
            "They met at [O Denny’s].",
        ),
        Example::new(
            "one of its shops",
            "the [P Lowe]'s store burnt",
            "the [O Lowe's] store burnt",
        ),
        Example::new(
            "what is somebody's",
            "[P Lowe]'s lawyer left",
            "[P Lowe]'s lawyer left",
        ),
        Example::new(
            "somebody of that name",
            "[P Ida Lowe] left. It was [P Lowe]'s.",
            "[P Ida Lowe] left. It was [P Lowe]'s.",
        ),
        Example::new(
            "somebody with a title",
            "It was Mr [P Lowe]'s.",
            "It was Mr [P Lowe]'s.",
        ),
        Example::new(
            "somebody else's",
            "It was [P Velm]'s.",
            "It was [P Velm]'s.",
        ),
    ],
};

/// Whether a name is somebody's beyond doubt: it has several words, or a title before it.
fn is_somebody(document: &Document, name: &Name) -> bool {
    let before = document.tags(name.tokens.start.checked_sub(1));
    name.tokens.len() > 1 || before.has(Tags::HONORIFIC.union(Tags::TITLE).union(Tags::ROLE))
}

/// Whether a name with “'s” has nothing behind it that may be its own, or an article before it.
fn owns_nothing(document: &Document, owner: usize) -> bool {
    let next = document.word_or_none(owner + 2);
    let is_alone = !next.starts_with(char::is_alphanumeric)
        || document.tags(owner + 2).has(GOES_ON) && next != "left";
    let before = document.word_or_none(owner.checked_sub(1));
    let is_one = matches!(before, "a" | "the" | "A" | "The");
    document.is_capital(owner)
        && matches!(document.word_or_none(owner + 1), "'s" | "’s")
        && (is_one || is_alone)
        && is_apart(document, &(owner..owner + 2))
}

fn split(document: &Document, name: &Name) -> Option<[Name; 2]> {
    let is_possessive = |&token: &usize| matches!(document.word(token), "'s" | "’s");
    let mut within = (name.tokens.start + 1..name.tokens.end.saturating_sub(1)).rev();
    let possessive = within.find(is_possessive)?;
    let owner = name.tokens.start..possessive;
    let owned = possessive + 1..name.tokens.end;
    let is_person = owned.len() == 2
        && document.is_first_name(owned.start)
        && !document.tags(owned.start + 1).has(Tags::HEAD);
    let lists = document.lists(owner.clone());
    let (owner_type, owned_type) = match name.entity_type {
        EntityType::Organization if is_person => (EntityType::Organization, EntityType::Person),
        EntityType::Organization if lists.intersects(Gazetteer::COUNTRY) => {
            (EntityType::Place, EntityType::Organization)
        }
        EntityType::Person if owner.len() > 1 && !is_person => {
            (EntityType::Person, EntityType::Organization)
        }
        EntityType::Place if lists.intersects(Gazetteer::PLACE) => {
            (EntityType::Place, EntityType::Place)
        }
        _ => return None,
    };
    let part = |tokens, entity_type| Name {
        tokens,
        entity_type,
    };
    Some([part(owner, owner_type), part(owned, owned_type)])
}

/// The well-known firm whose product was taken for one name with it: “Unilever's Velm Plus”.
fn maker(document: &Document, name: &Name) -> Option<std::ops::Range<usize>> {
    let (start, end) = (name.tokens.start, name.tokens.end);
    let body = Tags::HEAD
        .union(Tags::BODY_NOUN)
        .union(Tags::COMPANY_SUFFIX)
        .union(Tags::SITE);
    let is_product = name.entity_type == EntityType::Organization
        && end - start > 2
        && document.tags(start).has(Tags::FIRM.union(Tags::FIRM_WORD))
        && matches!(document.word(start + 1), "'s" | "’s")
        && !document.tags(end - 1).has(body);
    is_product.then_some(start..start + 1)
}
