//! Whom a description means, by what the text says of people and bodies.

use super::candidates::{Candidate, Question};
use super::description::Description;
use super::discourse::{Discourse, Recent};
use super::layout::Place;
use super::nouns::Kind;
use super::phrase::Role;
use super::pronoun;
use super::rules::Rule;
use crate::lexicon::{Gender, Tags, hyponyms, synonyms, word_tags, words_tagged};

/// How likely each kind of evidence is right.
mod likely {
    /// The name follows at once.
    pub const APPOSED: f32 = 0.98;
    /// The text gives the role to one alone.
    pub const ROLE: f32 = 0.97;
    /// The role means the same, or is one of the kind.
    pub const SYNONYM: f32 = 0.9;
    /// Others have the role as well.
    pub const SHARED: f32 = 0.75;
    /// The role is given only behind the description.
    pub const AHEAD: f32 = 0.8;
    /// The noun is part of a body's name.
    pub const NAMED_BODY: f32 = 0.92;
    /// The body acted last.
    pub const ACTING_BODY: f32 = 0.75;
    /// No age is known of the one whom the text speaks of.
    pub const AGED: f32 = 0.7;
}

/// Who a description means that speaks or not, and opens its sentence or not, and how likely.
pub fn resolve(
    discourse: &mut Discourse,
    description: &Description,
    at: Place,
    speaks: bool,
    opens: bool,
) -> Option<(usize, f32)> {
    if let Some(entity) = description.apposed.filter(|_| Rule::Appositions.is_on()) {
        if description.kind == Kind::Body {
            discourse.remember(&description.noun, entity);
        } else {
            discourse.give(entity, description.role());
            if let Some(gender) = description.gender() {
                discourse.learn(entity, gender);
            }
        }
        Rule::Appositions.fires();
        return Some((entity, likely::APPOSED));
    }
    // What somebody's own words call “the president” is seldom one whom the article has named.
    if at.quote.is_some() || description.is_possessive {
        return None;
    }
    match description.kind {
        Kind::Person(gender) => {
            let found = person(discourse, description, gender, at)?;
            // “the man”
            if let Some(gender) = gender {
                discourse.learn(found.0, gender);
            }
            Rule::Roles.fires();
            Some(found)
        }
        Kind::Body => body(discourse, description, at, speaks || opens)
            .inspect(|_| Rule::ActingBodies.fires()),
    }
}

/// Whether a description is of a country, which a text may have named by its seat of government.
fn is_country(description: &Description) -> bool {
    word_tags(&description.noun).has(Tags::COUNTRY_NOUN)
}

/// Who has the age, or the role, that a description indicates.
fn person(
    discourse: &Discourse,
    description: &Description,
    gender: Option<Gender>,
    at: Place,
) -> Option<(usize, f32)> {
    if let Some(age) = description.age.as_deref().filter(|_| Rule::Ages.is_on()) {
        return aged(discourse, description, age, gender, at).inspect(|_| Rule::Ages.fires());
    }
    called(discourse, description, gender)
}

/// Who has the age that a description indicates: by the text, or as the one of whom it speaks, whose age nothing
/// else says.
fn aged(
    discourse: &Discourse,
    description: &Description,
    age: &str,
    gender: Option<Gender>,
    at: Place,
) -> Option<(usize, f32)> {
    let agrees = |entity: &usize| discourse.agrees(*entity, gender);
    let mut of_age = discourse.with_role(age).iter().copied().filter(agrees);
    match (of_age.next(), of_age.next()) {
        (Some(only), None) => return Some((only, likely::ROLE)),
        (Some(_), Some(_)) => return None,
        _ => {}
    }
    if !description.noun.is_empty()
        && let Some((entity, _)) = called(discourse, description, gender)
        && discourse.profile(entity).age().is_none()
    {
        return Some((entity, likely::SYNONYM));
    }
    let found = presumed(discourse, gender, at, true).filter(|found| found.is_alone)?;
    let is_free = discourse.profile(found.entity).age().is_none();
    let fits = description.noun.is_empty() || description.is_generic();
    (is_free && fits).then_some((found.entity, likely::AGED))
}

/// How well a role answers to the noun of a description.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Kind,
    Same,
}

/// The person to whom the text gives the role of a description, or one that means the same or is of its kind.
fn called(
    discourse: &Discourse,
    description: &Description,
    gender: Option<Gender>,
) -> Option<(usize, f32)> {
    let noun = description.noun.as_str();
    let mut found: Vec<(usize, Fit)> = Vec::new();
    let mut look = |noun: &str, fit: Fit| {
        for &entity in discourse.with_role(noun) {
            let is_known = found.iter().any(|&(known, _)| known == entity);
            if !is_known
                && discourse.agrees(entity, gender)
                && has_role(discourse, entity, noun, description)
            {
                found.push((entity, fit));
            }
        }
    };
    look(noun, Fit::Same);
    if Rule::Synonyms.is_on() {
        synonyms(noun).iter().for_each(|same| look(same, Fit::Same));
        hyponyms(noun).iter().for_each(|kind| look(kind, Fit::Kind));
    }
    let is_met = |entity: usize| discourse.profile(entity).mentions > 0;
    let best = found
        .iter()
        .copied()
        .filter(|&(entity, _)| is_met(entity))
        .max_by_key(|&(entity, fit)| (fit, discourse.last_seen(entity)));
    let Some((entity, fit)) = best else {
        // “The mayor said no. … Ana Ruiz, the mayor of Oslo, …”
        let [(only, Fit::Same)] = found[..] else {
            return None;
        };
        let is_alone = discourse.unnamed_people.introduced(noun).is_none();
        return (is_alone && !description.modifiers.is_empty()).then_some((only, likely::AHEAD));
    };
    // “A nurse came. … The nurse said”
    let unnamed = discourse.unnamed_people.introduced(noun);
    if unnamed.is_some_and(|token| token > discourse.last_seen(entity)) {
        return None;
    }
    if fit == Fit::Kind {
        Rule::Synonyms.fires();
    }
    let sharing = found.iter().filter(|&&(other, _)| is_met(other)).count();
    let likely = match fit {
        _ if sharing > 1 || unnamed.is_some() => likely::SHARED,
        Fit::Same => likely::ROLE,
        Fit::Kind => likely::SYNONYM,
    };
    Some((entity, likely))
}

/// Whether somebody's role of this noun has what else a description says, and is no lesser one.
fn has_role(discourse: &Discourse, entity: usize, noun: &str, description: &Description) -> bool {
    let is_lesser = |word: &str| word_tags(word).has(Tags::RANK);
    let says_lesser = description.modifiers.iter().any(|word| is_lesser(word));
    let roles = discourse.profile(entity).roles.iter();
    let mut of_noun = roles.filter(|role| role.noun == noun);
    of_noun.any(|role| says_lesser == role.is_lesser())
        && discourse.has_words(entity, description.weighty())
}

impl Description {
    /// The words around the noun that say who is meant.
    fn weighty(&self) -> impl Iterator<Item = &str> {
        let words = self.modifiers.iter().map(String::as_str);
        words.filter(|word| !word_tags(word).has(Tags::WEAK))
    }

    /// The role that it gives whom it means.
    fn role(&self) -> Role {
        Role {
            noun: self.noun.clone(),
            words: self.modifiers.clone(),
        }
    }

    fn gender(&self) -> Option<Gender> {
        match self.kind {
            Kind::Person(gender) => gender,
            Kind::Body => None,
        }
    }

    /// Whether its noun says no more than a gender.
    fn is_generic(&self) -> bool {
        word_tags(&self.noun).has(Tags::PERSON)
    }
}

/// The person who speaks by their country alone, as a pronoun might mean them.
pub fn compatriot(discourse: &Discourse, at: Place) -> Option<(usize, f32)> {
    let person = presumed(discourse, None, at, true).filter(|_| Rule::Compatriots.is_on())?;
    Rule::Compatriots.fires();
    Some((person.entity, likely::AGED))
}

/// The person that the text is speaking of outside of quotes, if it is clear who that is.
pub fn presumed(
    discourse: &Discourse,
    gender: Option<Gender>,
    at: Place,
    speaks: bool,
) -> Option<Candidate> {
    let question = Question {
        at,
        gender,
        is_subject: true,
        speaks,
        is_tried: false,
    };
    let quoted = |recent: &Recent| recent.at.quote.is_some();
    let found = discourse.likeliest(&question, &quoted)?;
    pronoun::is_clear(&found, speaks).then_some(found)
}

/// The tokens within which a body is meant by its noun where it does not act.
const NEAR: usize = 120;

/// The organization last named with the noun in its name, or, for one that acts, the last one at all where
/// the noun fits any.
fn body(
    discourse: &Discourse,
    description: &Description,
    at: Place,
    acts: bool,
) -> Option<(usize, f32)> {
    let modifiers = || description.weighty();
    let noun = description.noun.as_str();
    let press = match noun {
        "newspaper" | "paper" => Tags::NEWSPAPER,
        "network" => Tags::BROADCASTER,
        _ => Tags::default(),
    };
    let mut words = vec![noun];
    words_tagged(press).for_each(|word| words.push(word));
    let named = words
        .into_iter()
        .flat_map(|word| discourse.called(word).iter().copied())
        .filter(|&entity| {
            discourse.is_organization(entity) && discourse.has_words(entity, modifiers())
        })
        .max_by_key(|&entity| discourse.last_seen(entity));
    let is_company = word_tags(noun).has(Tags::COMPANY_NOUN);
    let likely = |body: usize| (body, likely::NAMED_BODY);
    if !acts || (named.is_some() && !is_company) || !Rule::ActingBodies.is_on() {
        let is_near = |body: &usize| at.token.saturating_sub(discourse.last_seen(*body)) <= NEAR;
        return named.filter(|body| acts || is_near(body)).map(likely);
    }
    if is_country(description) {
        let acting = discourse.last_subject(|entity| !discourse.is_organization(entity), at);
        return acting.map(|country| (country, likely::ACTING_BODY));
    }
    if !is_company {
        return None;
    }
    // “the airline” says what it is, as “the company” does not.
    if !word_tags(noun).has(Tags::ANY_BODY) && discourse.organizations() > 1 {
        return named.map(likely);
    }
    let is_other_body = |entity: usize| {
        let bodies = words_tagged(Tags::BODY_NOUN);
        bodies
            .filter(|body| !word_tags(body).has(Tags::COMPANY_NOUN))
            .any(|body| discourse.has_words(entity, std::iter::once(body)))
    };
    let acting = discourse.last_subject(
        |entity| discourse.is_organization(entity) && !is_other_body(entity),
        at,
    );
    // Whoever acted last is “the company”, though another one has the word in its name; where a third was named since,
    // nobody is.
    let latest = |&entity: &usize| discourse.last_seen(entity);
    let found = named.into_iter().chain(acting).max_by_key(latest)?;
    let bodies = discourse.recent().map(|recent| recent.entity);
    let mut bodies = bodies.filter(|&body| discourse.is_organization(body));
    let is_clear = acting == Some(found) || bodies.all(|body| latest(&body) <= latest(&found));
    is_clear.then_some((found, likely::ACTING_BODY))
}
