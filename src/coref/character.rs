//! What names, titles and roles tell of an entity before the text is read.

use crate::annotations::{Entity, EntityType};
use crate::lexicon::{Gender, Tags, first_name_gender, word_tags};
use crate::text::{Document, is_capital};

/// What is known of an entity.
#[derive(Clone, Debug, Default)]
pub struct Character {
    /// Whether “he” or “she” means it, as far as is known.
    pub gender: Option<Gender>,
    /// The words of the role, or of an organization's name, in small letters.
    pub words: Vec<String>,
    /// Whether it is an organization.
    pub is_organization: bool,
    /// How often it has been named so far.
    pub mentions: u32,
    /// The token of the last mention.
    pub last_seen: usize,
}

impl Character {
    /// What the names and the role of an entity tell.
    pub fn new(document: &Document, entity: &Entity) -> Self {
        let words = match entity.entity_type {
            EntityType::Person => entity.role.as_deref().unwrap_or_default(),
            EntityType::Organization => &entity.name,
            _ => "",
        };
        let mut words: Vec<String> = words
            .split([' ', '-'])
            .filter(|word| !word.is_empty())
            .map(plain)
            .collect();
        add_titles(document, entity, &mut words);
        Character {
            gender: gender(document, entity),
            words,
            is_organization: entity.entity_type == EntityType::Organization,
            mentions: 0,
            last_seen: 0,
        }
    }
}

/// A word in small letters, an abbreviated title spelt out.
pub fn plain(word: &str) -> String {
    let word = word.trim_end_matches(['.', ',']).to_lowercase();
    match word.as_str() {
        "sen" => String::from("senator"),
        "gov" => String::from("governor"),
        "rep" => String::from("congressman"),
        "gen" => String::from("general"),
        "prof" => String::from("professor"),
        "dr" => String::from("doctor"),
        "u.s" => String::from("us"),
        _ => word,
    }
}

/// Adds the words that stand before a person's names and tell what he or she is, beside the
/// one role that the entity keeps.
fn add_titles(document: &Document, entity: &Entity, words: &mut Vec<String>) {
    const MENTIONS: usize = 8;
    const REACH: usize = 4;
    if entity.entity_type != EntityType::Person {
        return;
    }
    for mention in entity.mentions.iter().take(MENTIONS) {
        let name = document.token_at(mention.span.start);
        let noun = name.checked_sub(1).map(|token| plain(document.word(token)));
        let is_noun = noun.is_some_and(|noun| {
            let told = word_tags(&noun);
            told.has(Tags::ROLE) || told.has(Tags::TITLE)
        });
        if !is_noun {
            continue;
        }
        for token in (name.saturating_sub(REACH)..name).rev() {
            let word = document.word(token);
            if token + 1 < name && !is_capital(word) {
                break;
            }
            let word = plain(word);
            if !words.contains(&word) {
                words.push(word);
            }
        }
    }
}

/// The gender that an entity's first name, title or role tells.
fn gender(document: &Document, entity: &Entity) -> Option<Gender> {
    if entity.entity_type != EntityType::Person {
        return None;
    }
    let told = |token: usize| word_tags(document.word(token)).gender();
    let by_title = entity.mentions.iter().take(4).find_map(|mention| {
        let token = document.token_at(mention.span.start);
        told(token).or_else(|| told(token.checked_sub(1)?))
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
