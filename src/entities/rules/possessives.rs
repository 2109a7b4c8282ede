//! What belongs to somebody or somewhere and was taken for one name with it: “Velm United's Ana Holm”.

use super::rule::*;
use crate::lexicon::{Gazetteer, is_first_name};

pub const RULE: Rule = Rule {
    id: "possessives",
    trigger: Trigger::Name(
        &[
            EntityType::Organization,
            EntityType::Place,
            EntityType::Person,
        ],
        |document, name| split(document, name).map(|parts| Edit::Split(parts.into())),
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
        Example::new("no more", "[L Oslo's]", "[L Oslo's]"),
    ],
};

fn split(document: &Document, name: &Name) -> Option<[Name; 2]> {
    let is_possessive = |&token: &usize| matches!(document.word(token), "'s" | "’s");
    let mut within = (name.tokens.start + 1..name.tokens.end.saturating_sub(1)).rev();
    let possessive = within.find(is_possessive)?;
    let owner = name.tokens.start..possessive;
    let owned = possessive + 1..name.tokens.end;
    let is_person = owned.len() == 2
        && is_first_name(document.word(owned.start))
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
