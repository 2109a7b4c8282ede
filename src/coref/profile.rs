//! What names, titles and roles indicate about an entity before the text is read.

use std::ops::Range;

use super::court::ACCUSED;
use super::nouns::plain;
use super::phrase::Role;
use super::roles;
use super::rules::Rule;
use crate::annotations::{Entity, EntityType};
use crate::lexicon::{Gender, Tags, first_name_gender, word_tags};
use crate::span::Span;
use crate::text::Document;

/// What is known of an entity.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// Whether “he” or “she” means it, as far as is known.
    pub gender: Option<Gender>,
    /// The words of an organization's name, in small letters.
    pub words: Vec<String>,
    /// The roles that the text gives a person.
    pub roles: Vec<Role>,
    /// Where it gives them behind a name.
    pub appositions: Vec<Range<usize>>,
    /// Whether it is an organization.
    pub is_organization: bool,
    /// Whether it looks like a person's name, and somebody works for it: “Hartwell manager Tom Reed”.
    pub is_employer: bool,
    /// How often it has been named so far.
    pub mentions: u32,
    /// The token of the last mention.
    pub last_seen: usize,
}

impl Profile {
    /// What the names and the role of an entity indicate.
    pub fn new(document: &Document, entity: &Entity) -> Self {
        let mut profile = Self {
            gender: gender(document, entity),
            is_organization: entity.entity_type == EntityType::Organization,
            is_employer: is_employer(document, entity),
            ..Self::default()
        };
        match entity.entity_type {
            EntityType::Person if Rule::Roles.is_on() => {
                let names = entity.mentions.iter();
                let names = names.map(|mention| document.tokens_of(mention.span));
                (profile.roles, profile.appositions) = roles::around_names(document, names);
                let role = entity.role.as_deref().unwrap_or_default();
                profile.roles.extend(roles::in_words(role));
            }
            EntityType::Organization => {
                let words = entity.name.split([' ', '-']);
                profile.words = words.filter(|word| !word.is_empty()).map(plain).collect();
            }
            _ => {}
        }
        profile
    }

    /// The age that the text gives somebody, as a noun: “53-year-old”.
    pub fn age(&self) -> Option<&str> {
        let mut nouns = self.roles.iter().map(|role| role.noun.as_str());
        nouns.find(|noun| noun.ends_with("-year-old"))
    }

    /// Whether the text says that somebody is held, charged or tried.
    pub fn is_accused(&self) -> bool {
        self.roles.iter().any(|role| role.noun == ACCUSED)
    }

    /// Whether somebody speaks for the state or for others in court.
    pub fn is_official(&self) -> bool {
        let is_one = |role: &Role| word_tags(&role.noun).has(Tags::COURT_OFFICIAL);
        self.roles.iter().any(is_one)
    }
}

/// Whether the one name of an entity stands right before somebody's role and name: no person is called so, but a club
/// or a firm.
fn is_employer(document: &Document, entity: &Entity) -> bool {
    let is_before_role = |span: Span| {
        let role = document.tokens_of(span).end;
        let is_role = document.tags(role).has(Tags::ROLE);
        is_role && !document.is_capital(role) && document.is_capital(role + 1)
    };
    let mut names = entity.mentions.iter().map(|mention| mention.span);
    !entity.name.contains(' ') && names.any(is_before_role)
}

/// The gender that an entity's first name, title or role indicates.
fn gender(document: &Document, entity: &Entity) -> Option<Gender> {
    if entity.entity_type != EntityType::Person {
        return None;
    }
    let told = |token: usize| document.tags(token).gender();
    let by_title = entity.mentions.iter().take(4).find_map(|mention| {
        let token = document.token_at(mention.span.start);
        // A surname alone may be a title by chance: “King said”.
        let is_long = mention.span.of(document.text).contains(' ');
        let within = is_long.then(|| told(token)).flatten();
        within.or_else(|| told(token.checked_sub(1)?))
    });
    let by_role = || {
        let role = entity.role.as_deref()?;
        // In “wife of the chairman” the first noun is the person's own.
        role.split([' ', '-'])
            .find_map(|word| word_tags(&plain(word)).gender())
    };
    let by_name = || {
        let (first, _) = entity.name.split_once(' ')?;
        first_name_gender(first.split('-').next()?)
    };
    by_title.or_else(by_name).or_else(by_role)
}
