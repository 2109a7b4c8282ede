//! Whom a description means.

use super::cast::{Cast, Recent};
use super::description::{Description, Kind};
use super::pronoun;
use super::scene::Place;
use super::words::{BODIES, BROADCASTERS, BYSTANDERS, COMPANIES, COUNTRIES, PAPERS, SYNONYMS};
use crate::lexicon::Gender;

/// The salience and lead that a person needs to be meant by a role that the text never gave them.
const PRESUMED_SALIENCE: f32 = 6.5;
const PRESUMED_LEAD: f32 = 2.0;
/// The salience that a person needs of whom alone the text speaks.
const LONE_SALIENCE: f32 = 5.0;

/// Who a description means that speaks or not, and opens its sentence or not.
pub fn resolve(
    cast: &mut Cast,
    description: &Description,
    at: Place,
    speaks: bool,
    opens: bool,
) -> Option<usize> {
    if let Some(entity) = description.apposed {
        cast.remember(&description.noun, entity);
        if let Some(owner) = description.owner {
            cast.relate(owner, &description.noun, entity);
        }
        return Some(entity);
    }
    // What somebody's own words call “the president” is seldom one whom the article has named.
    if at.quote.is_some() {
        return None;
    }
    if description.is_possessive {
        return cast.related(description.owner?, &description.noun);
    }
    match description.kind {
        Kind::Person(gender) => called(cast, description, gender).or_else(|| {
            speaks
                .then(|| taught(cast, description, gender, at))
                .flatten()
        }),
        Kind::Body => body(cast, description, at, speaks || opens),
    }
}

/// Whether a description is of a country, which a text may have named by its seat of government.
pub fn is_country(description: &Description) -> bool {
    COUNTRIES.contains(&description.noun.as_str())
}

/// The person last called by the noun, or one that means the same, whose role has all the other
/// words of the description; one of the whole text where several words tell who.
fn called(cast: &Cast, description: &Description, gender: Option<Gender>) -> Option<usize> {
    let nouns = || {
        let synonyms = SYNONYMS
            .iter()
            .filter(|group| group.contains(&description.noun.as_str()))
            .flat_map(|group| group.iter().copied());
        std::iter::once(description.noun.as_str()).chain(synonyms)
    };
    let fits = |entity: &usize| {
        let modifiers = description.modifiers.iter().map(String::as_str);
        let known = cast.gender(*entity);
        let agrees = gender.is_none() || known.is_none() || known == gender;
        agrees && cast.has_words(*entity, modifiers)
    };
    let before = nouns().flat_map(|noun| cast.called(noun).iter().copied());
    before.clone().find(fits).or_else(|| {
        let anywhere = nouns().flat_map(|noun| cast.with_role(noun).iter().copied());
        anywhere
            .clone()
            .find(fits)
            .filter(|_| !description.modifiers.is_empty())
    })
}

/// The one person that the text is speaking of, where the description is of the sort that
/// writers use in turn with a name.
fn taught(
    cast: &mut Cast,
    description: &Description,
    gender: Option<Gender>,
    at: Place,
) -> Option<usize> {
    let noun = description.noun.as_str();
    let is_bystander = BYSTANDERS.contains(&noun) && !description.is_aged;
    if is_bystander || cast.strangers.is_introduced(noun) {
        return None;
    }
    let entity = presumed(cast, gender, at)?;
    // “Reed said no, and the coach agreed” is of two.
    let acts_beside = |recent: &Recent| {
        recent.entity == entity && recent.is_subject && recent.at.sentence == at.sentence
    };
    if cast.latest(acts_beside).is_some() {
        return None;
    }
    cast.remember(noun, entity);
    for word in &description.modifiers {
        cast.remember(word, entity);
    }
    Some(entity)
}

/// The person who speaks by their country alone, as a pronoun might mean them.
pub fn compatriot(cast: &Cast, at: Place) -> Option<usize> {
    let found = cast.most_salient(at, None, true, &|recent| recent.at.quote.is_some())?;
    pronoun::is_clear(&found, true).then_some(found.entity)
}

/// The one person that the text is speaking of outside of quotes, if it is clear who that is.
pub fn presumed(cast: &Cast, gender: Option<Gender>, at: Place) -> Option<usize> {
    let found = cast.most_salient(at, gender, true, &|recent| recent.at.quote.is_some())?;
    let is_alone = found.lead >= LONE_SALIENCE;
    let is_clear = is_alone || (found.score >= PRESUMED_SALIENCE && found.lead >= PRESUMED_LEAD);
    is_clear.then_some(found.entity)
}

/// The organization last named with the noun in its name, or, for one that acts, the last one at all where
/// the noun fits any.
fn body(cast: &Cast, description: &Description, at: Place, acts: bool) -> Option<usize> {
    let modifiers = || description.modifiers.iter().map(String::as_str);
    let noun = description.noun.as_str();
    let press: &[&str] = match noun {
        "newspaper" | "paper" => PAPERS,
        "network" => BROADCASTERS,
        _ => &[],
    };
    let words = std::iter::once(noun).chain(press.iter().copied());
    let named = words
        .flat_map(|word| cast.called(word).iter().copied())
        .filter(|&entity| cast.is_organization(entity) && cast.has_words(entity, modifiers()))
        .max_by_key(|&entity| cast.last_seen(entity));
    let is_company = COMPANIES.contains(&noun);
    if !acts || (named.is_some() && !is_company) {
        return named;
    }
    if is_country(description) {
        return cast.last_subject(|entity| !cast.is_organization(entity), at);
    }
    if !is_company {
        return None;
    }
    let is_other_body = |entity: usize| {
        BODIES
            .iter()
            .filter(|body| !COMPANIES.contains(body))
            .any(|body| cast.has_words(entity, std::iter::once(*body)))
    };
    let acting = cast.last_subject(
        |entity| cast.is_organization(entity) && !is_other_body(entity),
        at,
    );
    // Whoever acted last is “the company”, though another one has the word in its name.
    named
        .into_iter()
        .chain(acting)
        .max_by_key(|&entity| cast.last_seen(entity))
        .or_else(|| cast.main_body.get().filter(|&body| !is_other_body(body)))
}
