//! What the mention of a speaker comes down to: a name, a pronoun, a description, a paper.

use std::cell::OnceCell;
use std::ops::Range;

use super::layout::Named;
use super::nouns;
use super::rules::Rule;
use super::subject::{comes_in, is_title, role_start};
use crate::annotations::{Entity, EntityType};
use crate::hash::{HashedMap, hash_of};
use crate::lexicon::{Gender, Tags, word_tags};
use crate::text::{Document, TokenKind, is_capital, lower_cased};

/// What stands at the heart of a speaker's mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// The name of an entity.
    Name(usize),
    /// A pronoun of the third person.
    Pronoun,
    /// “who”, “which”, “that”.
    Relative,
    /// A definite description.
    Description,
    /// Somebody by the name of the group that they belong to, if the text names it: “the Dane”.
    Member(Option<usize>),
    /// A paper that speaks for a body, and the name that the mention gives for it.
    Paper(Option<usize>),
    /// The label of the questions of an interview.
    Question,
    /// The label of the answers.
    Answer,
    /// Nobody that a name is known of.
    Nobody,
}

/// Finds the heart of a speaker's mention among the names within it; `next` is the first name
/// behind it.
pub fn find(
    document: &Document,
    entities: &[Entity],
    initials: &Initials,
    names: &[Named],
    next: Option<&Named>,
    tokens: &Range<usize>,
) -> Head {
    let first = lower_cased(document.word(tokens.start));
    if tokens.len() == 1 {
        match &*first {
            "he" | "she" | "him" | "his" | "her" | "it" => return Head::Pronoun,
            "who" | "which" | "that" => return Head::Relative,
            "q" if is_label(document, tokens) => return Head::Question,
            "a" if is_label(document, tokens) => return Head::Answer,
            _ => {}
        }
    }
    if let Some(person) = by_initials(document, entities, initials, tokens) {
        return Head::Name(person);
    }
    if first == "who" || first == "whom" {
        return Head::Relative;
    }
    let noun_end = noun_end(document, names, tokens);
    let is_time = |name: &Named| {
        matches!(
            entities[name.entity].entity_type,
            EntityType::Date | EntityType::Money
        )
    };
    if let Some(name) = names
        .iter()
        .find(|name| name.tokens.end == noun_end && !is_time(name))
    {
        return if is_member(document, entities, name, tokens) {
            Head::Member(Some(name.entity))
        } else {
            Head::Name(name.entity)
        };
    }
    // “co-founder and chief executive Ana Ruiz”
    let second = document.word_or_none(noun_end + 1);
    let has_two_roles = document.word_or_none(noun_end) == "and"
        && (nouns::is_person(document, noun_end + 1) || !second.contains(char::is_lowercase))
        && nouns::is_person(document, noun_end - 1);
    let ends_all = |name: &&Named| name.is_person && name.tokens.end == tokens.end;
    if let Some(person) = names.iter().find(ends_all).filter(|_| has_two_roles) {
        return Head::Name(person.entity);
    }
    // “a patient man called Mr Reed”
    let is_called = |name: &&Named| {
        name.is_person
            && name.tokens.end == tokens.end
            && comes_in(document, role_start(document, name.tokens.start))
    };
    if let Some(person) = names.iter().find(is_called) {
        return Head::Name(person.entity);
    }
    let is_kind = |name: &&Named| kind_behind(document, name).is_some();
    let names_kind = |name: &&Named| name.tokens.end + 1 == noun_end && is_kind(name);
    if let Some(body) = names.iter().find(names_kind) {
        return Head::Name(body.entity);
    }
    if let Some(person) = behind_link(document, names, tokens, noun_end, &first) {
        return Head::Name(person);
    }
    if first == "the"
        && tokens.len() == 2
        && word_tags(document.word(tokens.end - 1)).has(Tags::DEMONYM)
    {
        return Head::Member(None);
    }
    let body = |name: &&Named| {
        let comma = name.tokens.start.saturating_sub(1);
        let comma = comma.saturating_sub(usize::from(document.word(comma) == "the"));
        // “The builder that it hired, Northgate”, but not “the man at the builder, Northgate”
        let is_beside =
            comma == noun_end || matches!(document.word_or_none(noun_end), "that" | "which");
        name.is_organization
            && is_beside
            && comma > tokens.start
            && name.tokens.end == tokens.end
            && document.word(comma) == ","
    };
    if let Some(name) = names.iter().find(body) {
        return Head::Name(name.entity);
    }
    let noun = lower_cased(document.word(noun_end - 1));
    if word_tags(&noun).has(Tags::RELEASE) && first != "a" && first != "an" {
        let issuer = names
            .iter()
            .filter(|name| name.tokens.end <= noun_end)
            .find(|name| !is_time(name));
        return Head::Paper(issuer.map(|name| name.entity));
    }
    if let Some(person) = next.filter(|name| ends_at(document, tokens, name)) {
        return Head::Name(person.entity);
    }
    let is_possessive =
        (tokens.start..noun_end).any(|token| document.tokens[token].kind == TokenKind::Clitic);
    if nouns::is_definite(&first) && !is_possessive {
        Head::Description
    } else {
        Head::Nobody
    }
}

/// The noun right behind an organization's name that says what it is: “the Northgate union”.
pub fn kind_behind<'d>(document: &'d Document, name: &Named) -> Option<&'d str> {
    if !name.is_organization {
        return None;
    }
    let noun = document.word_or_none(name.tokens.end);
    let kinds = Tags::COMPANY_NOUN.union(Tags::BODY_KIND);
    document.tags(name.tokens.end).has(kinds).then_some(noun)
}

/// The end of the part of a mention that holds its noun.
fn noun_end(document: &Document, names: &[Named], tokens: &Range<usize>) -> usize {
    let ends = |token: usize| match document.tokens[token].kind {
        TokenKind::Mark => matches!(document.word(token), "," | "(" | "–" | "—" | "--"),
        _ => document.tags(token).has(Tags::PHRASE_END),
    };
    (tokens.start + 1..tokens.end)
        .find(|&token| ends(token) && !is_within(names, token))
        .unwrap_or(tokens.end)
}

/// What is known of the gender of the one person whom a mention without a name describes: “a
/// woman”, “her mother”, “a spokesman for the mayor”, “one of the crew”. `None` where it is no person or several.
pub fn described(
    document: &Document,
    names: &[Named],
    tokens: &Range<usize>,
) -> Option<Option<Gender>> {
    let noun = lower_cased(document.word(noun_end(document, names, tokens) - 1));
    // “a coastguard”, but not “a statement”
    let is_another = || {
        let things = Tags::RELEASE.union(Tags::WORK);
        matches!(
            document.word(tokens.start),
            "a" | "A" | "an" | "An" | "another" | "Another"
        ) && !nouns::is_body(&noun)
            && !word_tags(&noun).has(things)
    };
    let is_somebody =
        noun == "one" || tokens.len() > 1 && (nouns::is_calling(&noun) || is_another());
    nouns::person(&noun).or(is_somebody.then_some(None))
}

/// Whether a mention without a name can be of those who speak: people, bodies, papers, pronouns.
pub fn can_speak(document: &Document, names: &[Named], tokens: &Range<usize>) -> bool {
    let noun = lower_cased(document.word(noun_end(document, names, tokens) - 1));
    let is_one = |noun: &str| {
        nouns::kind_of(noun).is_some()
            || nouns::is_calling(noun)
            || word_tags(noun).has(Tags::RELEASE)
    };
    let singular = noun.strip_suffix('s').unwrap_or(&noun);
    word_tags(&noun).has(Tags::PRONOUN.union(Tags::CIRCLE))
        || is_one(&noun)
        || is_one(singular)
        || document.is_capital(tokens.start + 1)
        || matches!(
            &*noun,
            "police" | "source" | "sources" | "report" | "study" | "documents"
        )
}

fn is_label(document: &Document, tokens: &Range<usize>) -> bool {
    tokens.end < document.tokens.len() && document.word(tokens.end) == ":"
}

/// The persons of a text by their initials, of all names and of the first and the last. Gathered at the
/// first label: few texts have any.
#[derive(Default)]
pub struct Initials(OnceCell<HashedMap<Vec<usize>>>);

impl Initials {
    /// The person whose initials these are, where nobody shares them.
    fn person(&self, entities: &[Entity], label: &str) -> Option<usize> {
        let people = self.0.get_or_init(|| by_their_initials(entities));
        match people.get(&hash_of(label))?[..] {
            [only] => Some(only),
            _ => None,
        }
    }
}

fn by_their_initials(entities: &[Entity]) -> HashedMap<Vec<usize>> {
    let mut people: HashedMap<Vec<usize>> = HashedMap::default();
    let is_person = |entity: &&Entity| entity.entity_type == EntityType::Person;
    for person in entities.iter().filter(is_person) {
        let parts = person.name.split([' ', '-']);
        let all: Vec<char> = parts.filter_map(|part| part.chars().next()).collect();
        if let [first, .., last] = all[..] {
            for initials in [String::from_iter(all), String::from_iter([first, last])] {
                let sharing = people.entry(hash_of(&initials)).or_default();
                if sharing.last() != Some(&person.id) {
                    sharing.push(person.id);
                }
            }
        }
    }
    people
}

/// The one person whose initials are the label of a turn: “DO: No.” where the text names Dora Ortiz.
fn by_initials(
    document: &Document,
    entities: &[Entity],
    initials: &Initials,
    tokens: &Range<usize>,
) -> Option<usize> {
    if !is_label(document, tokens) || !Rule::Initials.is_on() {
        return None;
    }
    let is_capital = |word: &str| word.chars().all(|c| c.is_uppercase() || c == '.');
    if !tokens.clone().all(|token| is_capital(document.word(token))) {
        return None;
    }
    let letters = tokens
        .clone()
        .flat_map(|token| document.word(token).chars());
    let label: String = letters.filter(|&c| c != '.').collect();
    let person = initials.person(entities, &label);
    person.inspect(|_| Rule::Initials.fires())
}

/// Whether a mention breaks off within an office whose holder follows: “US Secretary” of “US
/// Secretary of State Ana Ruiz”.
fn ends_at(document: &Document, tokens: &Range<usize>, name: &Named) -> bool {
    const LONGEST_FIELD: usize = 4;
    let noun = document.word(tokens.end - 1);
    let between = tokens.end..name.tokens.start;
    name.is_person
        && between.len() <= LONGEST_FIELD
        && is_capital(noun)
        && word_tags(noun).has(Tags::ROLE)
        && between.enumerate().all(|(index, token)| {
            let word = document.word(token);
            (index == 0 && word == "of") || (index > 0 && is_capital(word))
        })
}

/// Whether a mention is one member of a group, and not the group: “the Dane”, but “the Danes” and “the
/// Chinese”, which stands for all of them.
fn is_member(
    document: &Document,
    entities: &[Entity],
    name: &Named,
    tokens: &Range<usize>,
) -> bool {
    const PLURALS: [&str; 5] = ["s", "ese", "sh", "ch", "men"];
    let word = document.word(name.tokens.start);
    entities[name.entity].entity_type == EntityType::Group
        && document.word(tokens.start).eq_ignore_ascii_case("the")
        && tokens.start + 1 == name.tokens.start
        && tokens.len() == 2
        && !PLURALS.iter().any(|end| word.ends_with(end))
}

fn is_within(names: &[Named], token: usize) -> bool {
    names.iter().any(|name| name.tokens.contains(&token))
}

/// The person whose name follows a description: after a comma, as in “the mayor, Ana Ruiz”, or
/// at the end of an office, as in “the Secretary of State Ana Ruiz”.
fn behind_link(
    document: &Document,
    names: &[Named],
    tokens: &Range<usize>,
    noun_end: usize,
    first: &str,
) -> Option<usize> {
    let mut people = names.iter().filter(|name| name.is_person);
    let after = people.clone().filter(|name| name.tokens.start > noun_end);
    let apposed = after.into_iter().find(|name| {
        let start = name.tokens.start;
        let title = noun_end + 1..start;
        let is_plain =
            |token: usize| document.word(token) == "the" || !nouns::stops(document, token);
        // “Ana Ruiz's coach, the former Swiss racer Tom Reed”, but not “Two rivals, including Tom Reed”
        let is_one = !document.word(noun_end - 1).ends_with('s');
        let ends_mention = is_one && name.tokens.end == tokens.end && title.clone().all(is_plain);
        let comma = match ends_mention || is_title(document, title) {
            true => noun_end,
            false => role_start(document, start).saturating_sub(1),
        };
        let closes = name.tokens.end == tokens.end
            || document.tokens[name.tokens.end].kind == TokenKind::Mark;
        document.word(comma) == "," && closes
    });
    if let Some(name) = apposed {
        return Some(name.entity);
    }
    let is_office = !matches!(first, "a" | "an" | "one" | "some" | "another")
        && noun_end < tokens.end
        && document.word(noun_end) == "of"
        && word_tags(document.word(noun_end - 1)).has(Tags::ROLE);
    let name = people.find(|name| name.tokens.start > noun_end + 1)?;
    let titled = (noun_end + 1..name.tokens.start).all(|token| document.is_capital(token));
    (is_office && titled && name.tokens.end == tokens.end).then_some(name.entity)
}
