//! The state of the discourse: what is known of each entity, and who was mentioned last.

use std::cmp::Ordering;
use std::collections::VecDeque;
use std::ops::Range;

use super::layout::Place;
use super::nouns;
use super::phrase::Role;
use super::profile::Profile;
use super::roles;
use super::subject;
use super::unnamed::UnnamedPeople;
use crate::annotations::{Entity, EntityType};
use crate::hash::{HashedMap, hash_of};
use crate::lexicon::Gender;
use crate::text::Document;

/// The mentions that are remembered: more than a few sentences hold.
const MEMORY: usize = 24;
/// The entities that are remembered for each word of a role or name.
const NAMESAKES: usize = 3;

/// One mention on the way.
#[derive(Clone, Copy, Debug)]
pub struct Recent {
    /// Who or what is mentioned.
    pub entity: usize,
    /// Whether that is a person.
    pub is_person: bool,
    /// Whether the mention looks like the subject of its clause.
    pub is_subject: bool,
    /// Where it stands.
    pub at: Place,
    /// The token behind it.
    pub end: usize,
    /// Whether it is a name, and no description or pronoun.
    pub is_name: bool,
    /// Whether it owns what follows: “Reed's”, “his”.
    pub owns: bool,
}

/// Everybody that the text has named so far.
#[derive(Clone, Debug)]
pub struct Discourse {
    profiles: Vec<Profile>,
    recent: VecDeque<Recent>,
    /// For each noun of a role, by its hash, the people who have it anywhere in the text.
    with_role: HashedMap<Vec<usize>>,
    /// The people whom the text names most often: nobody where that is one of several.
    topic: Option<usize>,
    /// How many organizations the text names.
    organizations: usize,
    /// How many entities have a word, by its hash, in their names.
    sharing: HashedMap<usize>,
    /// For each word of roles and names, by its hash, the entities that it was last used of.
    latest_by_word: HashedMap<Vec<usize>>,
    last_speaker: Option<(usize, Place)>,
    /// Those without a name.
    pub unnamed_people: UnnamedPeople,
    /// Who has asked the one who replies.
    pub asker: Option<usize>,
    /// The organization that spoke, or was named for a source, last.
    source: Option<(usize, Place)>,
}

impl Discourse {
    /// What names and roles indicate about the entities, before the text is read.
    pub fn new(document: &Document, entities: &[Entity]) -> Self {
        let profiles: Vec<Profile> = entities
            .iter()
            .map(|entity| Profile::new(document, entity))
            .collect();
        let mut with_role: HashedMap<Vec<usize>> = HashedMap::default();
        for entity in entities {
            if entity.entity_type != EntityType::Person {
                continue;
            }
            for role in &profiles[entity.id].roles {
                let people = with_role.entry(hash_of(&role.noun)).or_default();
                if !people.contains(&entity.id) {
                    people.push(entity.id);
                }
            }
        }
        let mut sharing: HashedMap<usize> = HashedMap::default();
        for word in entities.iter().flat_map(|entity| entity.name.split(' ')) {
            *sharing.entry(hash_of(word)).or_default() += 1;
        }
        Self {
            topic: topic(entities),
            sharing,
            organizations: profiles.iter().filter(|it| it.is_organization).count(),
            profiles,
            with_role,
            recent: VecDeque::with_capacity(MEMORY),
            latest_by_word: HashedMap::default(),
            last_speaker: None,
            unnamed_people: UnnamedPeople::default(),
            asker: None,
            source: None,
        }
    }

    /// Takes note of a name.
    pub fn meet(
        &mut self,
        document: &Document,
        entities: &[Entity],
        at: Place,
        tokens: Range<usize>,
        entity: usize,
    ) {
        let entity_type = entities[entity].entity_type;
        self.profiles[entity].mentions += 1;
        self.profiles[entity].last_seen = at.token;
        if !matches!(
            entity_type,
            EntityType::Person | EntityType::Organization | EntityType::Place
        ) {
            return;
        }
        if self.profiles[entity].mentions == 1 || entity_type == EntityType::Organization {
            for word in &self.profiles[entity].words {
                remember(&mut self.latest_by_word, word, entity);
            }
        }
        if entity_type == EntityType::Organization
            && let Some(noun) = roles::kind_of_body(document, &tokens)
        {
            self.remember(noun, entity);
        }
        let is_source = entity_type == EntityType::Organization
            && document.sentences.get(at.sentence).is_some_and(|sentence| {
                let from = sentence.start.max(tokens.start.saturating_sub(4));
                (from..tokens.start).any(|token| document.word(token) == "according")
            });
        if is_source {
            self.source = Some((entity, at));
        }
        self.recall(Recent {
            entity,
            is_person: entity_type == EntityType::Person && !self.profiles[entity].is_employer,
            is_subject: (subject::is_subject(document, &tokens)
                || subject::comes_in(document, tokens.start))
                && !subject::is_dateline(document, &tokens),
            at,
            end: tokens.end,
            is_name: true,
            owns: nouns::owns(document, tokens.end),
        });
    }

    /// What is known of an entity.
    pub fn profile(&self, entity: usize) -> &Profile {
        &self.profiles[entity]
    }

    /// The mentions that are remembered, the last one last.
    pub fn recent(&self) -> impl DoubleEndedIterator<Item = &Recent> {
        self.recent.iter()
    }

    /// Whether several entities have a word in their names.
    pub fn is_shared(&self, word: &str) -> bool {
        self.sharing
            .get(&hash_of(word))
            .is_some_and(|&count| count > 1)
    }

    /// The person whom the text names more often than any other.
    pub fn topic(&self) -> Option<usize> {
        self.topic
    }

    /// Takes note of a role that the text gives somebody.
    pub fn give(&mut self, entity: usize, role: Role) {
        let people = self.with_role.entry(hash_of(&role.noun)).or_default();
        if !people.contains(&entity) {
            people.push(entity);
        }
        let roles = &mut self.profiles[entity].roles;
        if !roles.contains(&role) {
            roles.push(role);
        }
    }

    /// Whether anybody has a role of this noun in the text.
    pub fn knows_role(&self, noun: &str) -> bool {
        self.with_role.contains_key(&hash_of(noun))
    }

    /// Takes note that a word was used of an entity.
    pub fn remember(&mut self, word: &str, entity: usize) {
        remember(&mut self.latest_by_word, word, entity);
    }

    /// The entities that a word was used of, the last one first.
    pub fn called(&self, word: &str) -> &[usize] {
        self.latest_by_word
            .get(&hash_of(word))
            .map_or(&[], Vec::as_slice)
    }

    /// The people who have a role of this noun, be they named before or after.
    pub fn with_role(&self, word: &str) -> &[usize] {
        self.with_role
            .get(&hash_of(word))
            .map_or(&[], Vec::as_slice)
    }

    /// Whether all of these words are among those of an entity's role or name.
    pub fn has_words<'w>(&self, entity: usize, mut words: impl Iterator<Item = &'w str>) -> bool {
        words.all(|word| {
            self.called(word).contains(&entity)
                || self.profiles[entity].words.iter().any(|own| own == word)
                || self.profiles[entity]
                    .roles
                    .iter()
                    .any(|role| role.noun == word || role.words.iter().any(|own| own == word))
        })
    }

    /// The token of an entity's last mention.
    pub fn last_seen(&self, entity: usize) -> usize {
        self.profiles[entity].last_seen
    }

    /// The gender of an entity, as far as it is known by now.
    pub fn gender(&self, entity: usize) -> Option<Gender> {
        self.profiles[entity].gender
    }

    /// Whether nothing that is known by now shows that an entity is not of a gender.
    pub fn agrees(&self, entity: usize, gender: Option<Gender>) -> bool {
        let known = self.gender(entity);
        gender.is_none() || known.is_none() || known == gender
    }

    /// Takes note of a mention. The last speaker's turn ends where a later paragraph is about somebody else,
    /// or a later sentence of somebody new.
    pub fn recall(&mut self, recent: Recent) {
        let is_new = self.profiles[recent.entity].mentions == 1;
        let is_other = |&(speaker, spoken): &(usize, Place)| {
            speaker != recent.entity
                && (spoken.paragraph < recent.at.paragraph
                    || is_new && spoken.sentence < recent.at.sentence)
        };
        // “Ruiz's lawyer, Tom Reed, said”
        let speaks = self.last_speaker.is_some_and(|(speaker, spoken)| {
            speaker == recent.entity && spoken.sentence == recent.at.sentence
        });
        let recent = Recent {
            is_subject: recent.is_subject || (speaks && recent.at.quote.is_none()),
            ..recent
        };
        // “The council gave Reed a medal” is about him, too.
        let last = self.recent.back();
        let opens = last.is_none_or(|last| last.at.paragraph < recent.at.paragraph);
        if recent.is_person && (recent.is_subject || opens) && recent.at.quote.is_none() {
            self.last_speaker = self.last_speaker.filter(|last| !is_other(last));
        }
        if self.recent.len() == MEMORY {
            self.recent.pop_front();
        }
        self.recent.push_back(recent);
    }

    /// Takes note of who spoke.
    pub fn spoke(&mut self, entities: &[Entity], entity: usize, at: Place) {
        self.last_speaker = Some((entity, at));
        self.unnamed_people.leave();
        if entities[entity].entity_type == EntityType::Organization {
            self.source = Some((entity, at));
        }
        for recent in self.recent.iter_mut().rev().take(2) {
            recent.is_subject |= recent.entity == entity && recent.at.sentence == at.sentence;
        }
    }

    /// Whether a pronoun may mean somebody without a name: one who spoke since anybody of that gender was
    /// named outside of quotes, but for those who are excluded, or of whom the sentence before was.
    pub fn may_be_unnamed(
        &self,
        gender: Gender,
        at: Place,
        speaks: bool,
        excluded: &dyn Fn(&Recent) -> bool,
    ) -> bool {
        let unnamed = self.unnamed_people.last(gender, at, speaks);
        unnamed.is_some_and(|unnamed| {
            !self.recent.iter().any(|recent| {
                recent.is_person
                    && recent.at.token > unnamed.at.token
                    && recent.at.quote.is_none()
                    && (unnamed.spoke || recent.is_subject)
                    && self.agrees(recent.entity, Some(gender))
                    && !excluded(recent)
            })
        })
    }

    /// Who spoke last, of those who have a name.
    pub fn last_speaker(&self) -> Option<usize> {
        self.last_speaker.map(|(entity, _)| entity)
    }

    /// Who spoke last, if that was in this paragraph or the one before.
    pub fn speaker_near(&self, at: Place) -> Option<usize> {
        self.last_speaker
            .filter(|(_, spoken)| at.paragraph.saturating_sub(spoken.paragraph) <= 1)
            .map(|(entity, _)| entity)
    }

    /// The organization that stands behind a paper, such as “the statement”, at a place.
    pub fn source(&self, at: Place) -> Option<usize> {
        let (entity, seen) = self.source?;
        (at.paragraph.saturating_sub(seen.paragraph) <= 1).then_some(entity)
    }

    /// Learns a gender from a pronoun that can mean nobody else.
    pub fn learn(&mut self, entity: usize, gender: Gender) {
        self.profiles[entity].gender.get_or_insert(gender);
    }

    /// Takes over the genders that were learned elsewhere; whether there were any.
    pub fn learn_from(&mut self, other: &Self) -> bool {
        let mut has_learned = false;
        for (own, other) in self.profiles.iter_mut().zip(&other.profiles) {
            has_learned |= own.gender.is_none() && other.gender.is_some();
            own.gender = own.gender.or(other.gender);
        }
        has_learned
    }

    /// The phrases that say behind their names who people are.
    pub fn appositions(&self) -> impl Iterator<Item = (usize, Range<usize>)> {
        let people = self.profiles.iter().enumerate();
        people.flat_map(|(entity, profile)| {
            let phrases = profile.appositions.iter().cloned();
            phrases.map(move |tokens| (entity, tokens))
        })
    }

    /// How many organizations the text names.
    pub fn organizations(&self) -> usize {
        self.organizations
    }

    /// Whether an entity is an organization.
    pub fn is_organization(&self, entity: usize) -> bool {
        self.profiles[entity].is_organization
    }
}

/// The person who is named three times or more, and oftener than any other.
fn topic(entities: &[Entity]) -> Option<usize> {
    const LEAST: usize = 3;
    let people = entities
        .iter()
        .filter(|entity| entity.entity_type == EntityType::Person);
    let mut most: (usize, Option<usize>) = (LEAST - 1, None);
    for person in people {
        let times = person.mentions.len();
        match times.cmp(&most.0) {
            Ordering::Greater => most = (times, Some(person.id)),
            Ordering::Equal => most.1 = None,
            Ordering::Less => {}
        }
    }
    most.1
}

/// Puts an entity first among those that a word was used of.
fn remember(latest_by_word: &mut HashedMap<Vec<usize>>, word: &str, entity: usize) {
    if word.len() < 3 {
        return;
    }
    let namesakes = latest_by_word.entry(hash_of(word)).or_default();
    namesakes.retain(|&other| other != entity);
    namesakes.insert(0, entity);
    namesakes.truncate(NAMESAKES);
}
