//! Who is on the scene: what is known of each entity, and who was mentioned last.

pub mod salience;

use std::collections::VecDeque;
use std::ops::Range;

use super::character::Character;
use super::main_body::MainBody;
use super::papers::Papers;
use super::scene::Place;
use super::subject;
use super::unnamed::Strangers;
use crate::annotations::{Entity, EntityType};
use crate::hash::{HashedMap, hash_of, mix};
use crate::lexicon::Gender;
use crate::text::Document;

/// The mentions that are remembered: more than a few sentences hold.
const MEMORY: usize = 16;
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
}

/// Everybody that the text has named so far.
#[derive(Debug)]
pub struct Cast {
    characters: Vec<Character>,
    recent: VecDeque<Recent>,
    /// For each word of a role, by its hash, the first people who have it, anywhere in the text.
    with_role: HashedMap<Vec<usize>>,
    /// For each word of roles and names, by its hash, the entities that it was last used of.
    latest_by_word: HashedMap<Vec<usize>>,
    last_speaker: Option<(usize, Place)>,
    /// Those without a name.
    pub strangers: Strangers,
    /// Who has asked the one who replies.
    pub asker: Option<usize>,
    /// What speaks for somebody.
    pub papers: Papers,
    /// Who is what to whom, as far as the text names them: “her daughter, Sue Lane”.
    relations: HashedMap<usize>,
    /// The organization that the text is about.
    pub main_body: MainBody,
}

impl Cast {
    /// What names and roles tell of the entities, before the text is read.
    pub fn new(document: &Document, entities: &[Entity]) -> Self {
        let characters: Vec<Character> = entities
            .iter()
            .map(|entity| Character::new(document, entity))
            .collect();
        let mut with_role: HashedMap<Vec<usize>> = HashedMap::default();
        for entity in entities {
            if entity.entity_type != EntityType::Person {
                continue;
            }
            for word in &characters[entity.id].words {
                let people = with_role.entry(hash_of(word)).or_default();
                if people.len() < NAMESAKES {
                    people.push(entity.id);
                }
            }
        }
        Self {
            characters,
            with_role,
            recent: VecDeque::with_capacity(MEMORY),
            latest_by_word: HashedMap::default(),
            last_speaker: None,
            strangers: Strangers::default(),
            asker: None,
            papers: Papers::default(),
            relations: HashedMap::default(),
            main_body: MainBody::default(),
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
        self.characters[entity].mentions += 1;
        self.characters[entity].last_seen = at.token;
        if !matches!(
            entity_type,
            EntityType::Person | EntityType::Organization | EntityType::Place
        ) {
            return;
        }
        if self.characters[entity].mentions == 1 || entity_type == EntityType::Organization {
            for word in &self.characters[entity].words {
                remember(&mut self.latest_by_word, word, entity);
            }
        }
        if entity_type == EntityType::Organization {
            let named = self.characters[entity].mentions;
            self.main_body.name(entity, named);
        }
        let is_source = entity_type == EntityType::Organization
            && document.sentences.get(at.sentence).is_some_and(|sentence| {
                let from = sentence.start.max(tokens.start.saturating_sub(4));
                (from..tokens.start).any(|token| document.word(token) == "according")
            });
        if is_source {
            self.papers.credit(entity, at);
        }
        self.recall(Recent {
            entity,
            is_person: entity_type == EntityType::Person,
            is_subject: (subject::is_subject(document, &tokens)
                || subject::comes_in(document, tokens.start))
                && !subject::is_dateline(document, &tokens),
            at,
            end: tokens.end,
        });
    }

    /// Takes note that a word was used of an entity.
    pub fn remember(&mut self, word: &str, entity: usize) {
        remember(&mut self.latest_by_word, word, entity);
    }

    /// Takes note that somebody is what a noun says to another.
    pub fn relate(&mut self, owner: usize, noun: &str, entity: usize) {
        self.relations.insert(relation(owner, noun), entity);
    }

    /// Who is what a noun says to somebody.
    pub fn related(&self, owner: usize, noun: &str) -> Option<usize> {
        self.relations.get(&relation(owner, noun)).copied()
    }

    /// The entities that a word was used of, the last one first.
    pub fn called(&self, word: &str) -> &[usize] {
        self.latest_by_word
            .get(&hash_of(word))
            .map_or(&[], Vec::as_slice)
    }

    /// The first people whose role has a word, be they named before or after.
    pub fn with_role(&self, word: &str) -> &[usize] {
        self.with_role
            .get(&hash_of(word))
            .map_or(&[], Vec::as_slice)
    }

    /// Whether all of these words are among those of an entity's role or name.
    pub fn has_words<'w>(&self, entity: usize, mut words: impl Iterator<Item = &'w str>) -> bool {
        words.all(|word| {
            self.called(word).contains(&entity)
                || self.characters[entity].words.iter().any(|own| own == word)
        })
    }

    /// The token of an entity's last mention.
    pub fn last_seen(&self, entity: usize) -> usize {
        self.characters[entity].last_seen
    }

    /// The gender of an entity, as far as it is known by now.
    pub fn gender(&self, entity: usize) -> Option<Gender> {
        self.characters[entity].gender
    }

    /// Takes note of a mention. The last speaker's turn ends where a later paragraph tells of somebody else,
    /// or a later sentence of somebody new.
    pub fn recall(&mut self, recent: Recent) {
        let is_new = self.characters[recent.entity].mentions == 1;
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
        // “The council gave Reed a medal” tells of him, too.
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
        self.strangers.leave();
        if entities[entity].entity_type == EntityType::Organization {
            self.papers.credit(entity, at);
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
        excluded: &dyn Fn(&Recent) -> bool,
    ) -> bool {
        self.strangers.last(gender, at).is_some_and(|unnamed| {
            let agrees = |known: Option<Gender>| known.is_none_or(|known| known == gender);
            !self.recent.iter().any(|recent| {
                recent.is_person
                    && recent.at.token > unnamed.at.token
                    && recent.at.quote.is_none()
                    && (unnamed.spoke || recent.is_subject)
                    && agrees(self.gender(recent.entity))
                    && !excluded(recent)
            })
        })
    }

    /// Who spoke last, of those who have a name.
    pub fn last_speaker(&self) -> Option<usize> {
        self.last_speaker.map(|(entity, _)| entity)
    }

    /// Who issued the paper that “it” means where it speaks, if a paper was named since any body acted:
    /// nobody where that is not known.
    pub fn issuer(&self, at: Place) -> Option<Option<usize>> {
        let (issuer, issued) = self.papers.last(at)?;
        let acts = |recent: &Recent| {
            !recent.is_person && recent.is_subject && recent.at.sentence > issued.sentence
        };
        let is_other = self.recent.iter().any(acts);
        (at.quote.is_none() && !is_other).then_some(issuer)
    }

    /// Learns a gender from a pronoun that can mean nobody else.
    pub fn learn(&mut self, entity: usize, gender: Gender) {
        self.characters[entity].gender.get_or_insert(gender);
    }

    /// What “who” or “which” at a token refers to: the name right before it, or the person
    /// before a comma and an age or a town.
    pub fn antecedent(&self, document: &Document, at: Place) -> Option<usize> {
        const NEAR: usize = 16;
        let before = at.token.checked_sub(1)?;
        let near = |recent: &&Recent| {
            recent.at.sentence == at.sentence && recent.at.token + NEAR > at.token
        };
        let mut near = self.recent.iter().rev().filter(near);
        if document.word(at.token) == "who" && document.word(before) == "," {
            return near
                .find(|recent| recent.is_person)
                .map(|recent| recent.entity);
        }
        let last = near.next()?;
        if document.word(at.token) == "who" && !last.is_person {
            // “Ana Ruiz, a clerk at the bank who”: the person whom the comma sets apart.
            let apposed = |recent: &&Recent| recent.is_person && document.word(recent.end) == ",";
            return near.find(apposed).map(|recent| recent.entity);
        }
        let parts = matches!(document.word(before), "," | "(" | "-" | "--" | "–" | "—");
        let is_adjacent = last.end == at.token || (last.end == before && parts);
        is_adjacent.then_some(last.entity)
    }

    /// The last organization or place that was the subject of this sentence or the one before.
    pub fn last_subject(&self, entities_fit: impl Fn(usize) -> bool, at: Place) -> Option<usize> {
        self.recent
            .iter()
            .rev()
            .take_while(|recent| at.sentence - recent.at.sentence <= 1)
            .filter(|recent| !recent.is_person && recent.is_subject && at.quote == recent.at.quote)
            .find(|recent| entities_fit(recent.entity))
            .map(|recent| recent.entity)
    }

    /// Whether an entity is an organization.
    pub fn is_organization(&self, entity: usize) -> bool {
        self.characters[entity].is_organization
    }

    /// The one whose mention fits and was the last that did.
    pub fn latest(&self, fits: impl Fn(&Recent) -> bool) -> Option<usize> {
        let mut recent = self.recent.iter().rev();
        recent
            .find(|recent| fits(recent))
            .map(|recent| recent.entity)
    }
}

/// The number of what a noun says that somebody is to another.
fn relation(owner: usize, noun: &str) -> u64 {
    mix(hash_of(noun) ^ owner as u64)
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
