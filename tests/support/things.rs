//! What the names of a gold article name: the same person, firm or place is one thing.

use std::collections::BTreeMap;

use newslight::{EntityType, Span};

use super::gold::Article;

/// One real thing that the article names.
pub struct Thing {
    /// What kind of thing it is.
    pub entity_type: EntityType,
    /// The fullest form of its name in the text, with its key where a namesake needs one.
    pub form: String,
    /// What the text says that a person is, each in the words of the text; any of them is right.
    pub roles: Vec<String>,
}

impl Thing {
    /// Whether this is its fullest name. What the text has in capitals alone may be written as
    /// names are.
    pub fn is_called(&self, name: &str) -> bool {
        let full = without_key(&self.form);
        let is_cried = !full.contains(char::is_lowercase);
        full == name || is_cried && full.to_lowercase() == name.to_lowercase()
    }

    /// Whether this is its role, with or without the article or the possessive before it.
    pub fn is_role(&self, role: &str) -> bool {
        let role = without_article(role);
        self.roles.iter().any(|own| without_article(own) == role)
    }
}

impl Article {
    /// The thing with this fullest name.
    pub fn thing(&self, form: &str) -> Option<usize> {
        self.things.iter().position(|thing| thing.form == form)
    }
}

/// A name without the key that tells namesakes apart.
pub fn without_key(form: &str) -> &str {
    match form.rsplit_once('.') {
        Some((name, key)) if !key.is_empty() && key.chars().all(|c| c.is_ascii_digit()) => name,
        _ => form,
    }
}

fn without_article(role: &str) -> &str {
    const ARTICLES: [&str; 9] = ["the", "a", "an", "my", "our", "his", "her", "its", "their"];
    match role.split_once(' ') {
        Some((first, rest)) if ARTICLES.contains(&first.to_lowercase().as_str()) => rest,
        _ => role,
    }
}

/// Numbers the things of an article by its names, their other forms and their keys.
///
/// # Panics
/// Where a role is given to nobody.
pub fn tell_apart(article: &mut Article, keys: &BTreeMap<Span, String>, roles: Vec<Vec<String>>) {
    for name in &mut article.names {
        let words = name.span.of(&article.text);
        let form = match keys.get(&name.span) {
            Some(key) => format!("{words}.{key}"),
            None => words.to_owned(),
        };
        let fullest = article.aliases.iter().find(|forms| forms.contains(&form));
        let form = fullest.map_or(form, |forms| forms[0].clone());
        let is_known = |thing: &Thing| thing.form == form && thing.entity_type == name.entity_type;
        let known = article.things.iter().position(is_known);
        name.thing = known.unwrap_or(article.things.len());
        if known.is_none() {
            article.things.push(Thing {
                entity_type: name.entity_type,
                form,
                roles: Vec::new(),
            });
        }
    }
    for role in roles {
        let thing = article
            .thing(&role[0])
            .unwrap_or_else(|| panic!("{}: a role for `{}`", article.name, role[0]));
        article.things[thing].roles = role[1..].to_vec();
    }
}
