//! Coreference: which entity a description or a pronoun means, and who each speaker is.
//!
//! One walk along the text keeps the people and bodies that were named last. A pronoun goes to
//! the most salient of those that fit, a description to the one whose role or name it repeats.
//! Where two are equally likely, nobody is named: a wrong name is worse than none.

mod cast;
mod character;
mod described;
mod description;
mod first_person;
mod head;
mod main_body;
mod metonym;
mod papers;
mod pronoun;
mod scene;
mod subject;
#[cfg(test)]
mod tests;
mod unnamed;
mod words;

use std::ops::Range;

use crate::annotations::{Entity, EntityType, Mention, MentionKind, Quote};
use crate::hash::{HashedMap, mix};
use crate::order::{pair, sort_by_number};
use crate::span::Span;
use crate::text::{Document, TokenKind};
use cast::{Cast, Recent};
use description::Description;
use head::{Head, Initials};
use metonym::Metonyms;
use pronoun::Pronoun;
use scene::{Place, Scene};

/// Adds the descriptions and pronouns that mean an entity to its mentions, and tells each
/// speaker's entity.
pub fn resolve(document: &Document, entities: &mut [Entity], quotes: &mut [Quote]) {
    let scene = Scene::new(document, entities, quotes);
    let mut walk = Walk {
        document,
        entities,
        scene: &scene,
        metonyms: Metonyms::new(entities),
        cast: Cast::new(document, entities),
        found: Vec::new(),
        speakers: HashedMap::default(),
        interviewee: None,
        initials: Initials::default(),
    };
    walk.run();
    let Walk {
        found,
        speakers,
        metonyms,
        ..
    } = walk;
    for quote in quotes.iter_mut() {
        let Some(speaker) = &mut quote.speaker else {
            continue;
        };
        speaker.entity = speakers
            .get(&key(speaker.span))
            .map(|&entity| metonyms.government(entity));
        speaker.name = match speaker.entity {
            Some(entity) => entities[entity].name.clone(),
            None => speaker.span.of(document.text).to_owned(),
        };
    }
    for (entity, mention) in found {
        entities[entity].mentions.push(mention);
    }
    first_person::add(document, entities, quotes);
    put_in_order(entities, quotes);
}

/// Sorts the mentions of each entity, the first of two that overlap alone, and numbers the
/// entities anew in order of their first mention, which may now be a description.
fn put_in_order(entities: &mut [Entity], quotes: &mut [Quote]) {
    for entity in entities.iter_mut() {
        sort_by_number(&mut entity.mentions, |mention| {
            pair(mention.span.start, mention.kind as usize)
        });
        let mut free = 0;
        entity.mentions.retain(|mention| {
            let is_apart = free <= mention.span.start;
            if is_apart {
                free = mention.span.end;
            }
            is_apart
        });
    }
    // An entity without a mention comes first, and of the spans from one start the shortest.
    sort_by_number(entities, |entity| {
        let first = entity.mentions.first().map(|mention| mention.span);
        first.map_or(0, |span| pair(span.start, span.end))
    });
    let mut new_ids = vec![0; entities.len()];
    for (new_id, entity) in entities.iter_mut().enumerate() {
        new_ids[entity.id] = new_id;
        entity.id = new_id;
    }
    for speaker in quotes.iter_mut().flat_map(|quote| &mut quote.speaker) {
        speaker.entity = speaker.entity.map(|id| new_ids[id]);
    }
}

/// The walk along the text.
struct Walk<'w> {
    document: &'w Document<'w>,
    entities: &'w [Entity],
    scene: &'w Scene,
    metonyms: Metonyms,
    cast: Cast,
    found: Vec<(usize, Mention)>,
    /// Who stands at the span of each speaker that is known.
    speakers: HashedMap<usize>,
    /// Who answers in an interview, as it was clear, or not, before its first label.
    interviewee: Option<Option<usize>>,
    /// Whose initials label a turn.
    initials: Initials,
}

impl Walk<'_> {
    fn run(&mut self) {
        let mut at = Place::default();
        let mut next_name = 0;
        let mut next_speaker = 0;
        let mut token = 0;
        while token < self.document.tokens.len() {
            self.scene.move_to(self.document, &mut at, token);
            let speaker = self.scene.speaker_at(&mut next_speaker, token);
            while let Some(name) = self.scene.names.get(next_name)
                && name.tokens.start < token
            {
                next_name += 1;
            }
            let named = self.scene.names.get(next_name);
            let end = match named.filter(|name| name.tokens.start == token) {
                Some(name) => {
                    self.cast.meet(
                        self.document,
                        self.entities,
                        at,
                        name.tokens.clone(),
                        name.entity,
                    );
                    if let Some(noun) = head::kind_behind(self.document, name) {
                        self.cast.remember(noun, name.entity);
                    }
                    name.tokens.end
                }
                None => {
                    if speaker.is_some() {
                        let asker = self.scene.asker(token);
                        self.cast.asker =
                            asker.and_then(|span| self.speakers.get(&key(span)).copied());
                    }
                    self.mention(at, token, next_name, speaker.is_some());
                    // A name within a description is met like any other.
                    token + 1
                }
            };
            if let Some(tokens) = speaker {
                self.speak(at, tokens, next_name);
            }
            token = end;
        }
    }

    /// Resolves the pronoun and the description that begin at a token, if any does.
    fn mention(&mut self, at: Place, token: usize, next_name: usize, speaks: bool) {
        if !may_open(self.document.word(token)) {
            return;
        }
        if self.document.word(token) == "married" {
            self.marry(token, next_name);
        }
        let mut owner = None;
        if let Some(pronoun) = pronoun::read(self.document, token) {
            let entity = self
                .subject_ahead(&pronoun, at, next_name)
                .or_else(|| pronoun::resolve(&mut self.cast, self.document, &pronoun, at, speaks));
            self.add(entity, token..token + 1, MentionKind::Pronoun, at, speaks);
            owner = entity;
        }
        let is_opening = self.document.sentences[at.sentence].start == token;
        if at.quote.is_none()
            && let Some(noun) = description::introduced(self.document, token)
        {
            self.cast.strangers.introduce(&noun);
        }
        if at.quote.is_none()
            && let Some(gender) = description::stranger(self.document, token, is_opening)
        {
            self.cast.strangers.act(gender, at);
        }
        let names = &self.scene.names[next_name..];
        let acts = |recent: &Recent| recent.is_subject && recent.at.sentence == at.sentence;
        if at.quote.is_none()
            && let Some(issuer) =
                papers::issuer(self.document, names, token, || self.cast.latest(acts))
        {
            self.cast.papers.issue(issuer, at);
        }
        if let Some(mut description) = description::read(self.document, names, token) {
            description.owner = owner;
            description.apposed = description
                .apposed
                .or_else(|| self.body_before(&description));
            let entity = described::resolve(&mut self.cast, &description, at, speaks, is_opening);
            let entity = entity.map(|entity| match described::is_country(&description) {
                true => self.metonyms.government(entity),
                false => entity,
            });
            // “His wife disagreed.”
            if let description::Kind::Person(gender) = description.kind
                && entity.is_none()
                && description.is_possessive
                && is_opening
                && at.quote.is_none()
            {
                self.cast.strangers.act(gender, at);
            }
            self.add(
                entity,
                description.tokens,
                MentionKind::Description,
                at,
                speaks,
            );
        }
    }

    /// Takes note of who marries whom, so that the text may go on with “his wife”: “Tom Reed married Ana Ruiz”.
    fn marry(&mut self, verb: usize, next_name: usize) {
        let one = self
            .cast
            .latest(|recent| recent.is_person && recent.end == verb);
        let other = self.scene.names.get(next_name).filter(|name| {
            name.is_person && subject::role_start(self.document, name.tokens.start) == verb + 1
        });
        if let (Some(one), Some(other)) = (one, other) {
            for noun in ["wife", "husband"] {
                self.cast.relate(one, noun, other.entity);
                self.cast.relate(other.entity, noun, one);
            }
        }
    }

    /// The organization right before a comma that a description between marks tells of: “Northgate, the drivers'
    /// union,”.
    fn body_before(&self, description: &Description) -> Option<usize> {
        let Range { start, end } = description.tokens;
        let comma = start.checked_sub(1)?;
        let closes = matches!(self.document.word_or_none(end), "," | ".");
        let is_parted = description.kind == description::Kind::Body
            && self.document.word(comma) == ","
            && closes;
        let names = |recent: &Recent| {
            recent.end == comma
                && self.entities[recent.entity].entity_type == EntityType::Organization
        };
        is_parted.then(|| self.cast.latest(names)).flatten()
    }

    /// The person whom a pronoun means in the participle clause that opens the sentence of this subject:
    /// “Asked whether he knew, Tom Reed smiled.”
    fn subject_ahead(&self, pronoun: &Pronoun, at: Place, next_name: usize) -> Option<usize> {
        let document = self.document;
        let sentence = document.sentences[at.sentence].clone();
        let opening = document.word(sentence.start);
        if at.quote.is_some() || !subject::is_participle(opening) {
            return None;
        }
        let comma = (at.token..sentence.end).find(|&token| document.word(token) == ",")?;
        let name = self.scene.names[next_name..]
            .iter()
            .find(|name| name.tokens.start > comma)?;
        let is_subject = subject::role_start(document, name.tokens.start) == comma + 1
            && name.tokens.end < sentence.end
            && document.tokens[name.tokens.end].kind != TokenKind::Mark;
        (is_subject && name.is_person && pronoun.agrees(self.cast.gender(name.entity)))
            .then_some(name.entity)
    }

    /// Keeps a mention whose entity is known, and lets it be remembered like a name.
    fn add(
        &mut self,
        entity: Option<usize>,
        tokens: Range<usize>,
        kind: MentionKind,
        at: Place,
        speaks: bool,
    ) {
        let Some(entity) = entity else { return };
        let can_act = kind != MentionKind::Pronoun
            || pronoun::can_be_subject(self.document.word(tokens.start));
        let span = self.document.span(tokens.clone());
        self.found.push((entity, Mention { span, kind }));
        self.cast.recall(Recent {
            entity,
            is_person: self.entities[entity].entity_type == EntityType::Person,
            is_subject: speaks || (can_act && subject::is_subject(self.document, &tokens)),
            at,
            end: tokens.end,
        });
    }

    /// Finds out who a speaker is, and remembers who spoke last.
    fn speak(&mut self, at: Place, tokens: Range<usize>, next_name: usize) {
        let names = self.scene.names_within(next_name, &tokens);
        let span = self.document.span(tokens.clone());
        let next = self.scene.name_behind(next_name, &tokens);
        let (document, entities, initials) = (self.document, self.entities, &self.initials);
        let entity = match head::find(document, entities, initials, names, next, &tokens) {
            Head::Name(entity) => Some(entity),
            Head::Pronoun => self.just_found(span, MentionKind::Pronoun),
            Head::Description => self.just_found(span, MentionKind::Description),
            Head::Member(group) => described::compatriot(&self.cast, at).or(group),
            Head::Relative => self.cast.antecedent(self.document, at),
            Head::Paper(Some(entity)) => Some(self.metonyms.issuer(entities, entity)),
            Head::Paper(None) => self.cast.papers.source(at),
            Head::Question => {
                self.interviewee(at);
                None
            }
            Head::Answer => self.interviewee(at),
            Head::Nobody => None,
        };
        let Some(entity) = entity else {
            if let Some(gender) = head::described(self.document, names, &tokens) {
                self.cast.strangers.speak(gender, at);
            }
            return;
        };
        self.speakers.insert(key(span), entity);
        self.cast.spoke(self.entities, entity, at);
    }

    /// Who answers in an interview whose first label is at this place: whom the text speaks of, or
    /// the person who spoke last.
    fn interviewee(&mut self, at: Place) -> Option<usize> {
        let (cast, entities) = (&self.cast, self.entities);
        let is_person = |&entity: &usize| entities[entity].entity_type == EntityType::Person;
        let find = || {
            let presumed = described::presumed(cast, None, at);
            presumed.or_else(|| cast.last_speaker().filter(is_person))
        };
        *self.interviewee.get_or_insert_with(find)
    }

    /// The entity of the mention of this kind that was found last, if it begins where `span` does.
    fn just_found(&self, span: Span, kind: MentionKind) -> Option<usize> {
        let &(entity, mention) = self.found.last()?;
        (mention.kind == kind && mention.span.start == span.start).then_some(entity)
    }
}

/// The number by which the speaker of a span is known.
const fn key(span: Span) -> u64 {
    mix(pair(span.start, span.end))
}

/// Whether a word can be a pronoun of the third person or open a description, as its length and first letter
/// tell at once: “another”, “herself”, “it”, “my”, “one”, “she”, “the”.
fn may_open(word: &str) -> bool {
    const LONGEST: usize = "himself".len();
    let first = word.as_bytes().first().map(u8::to_ascii_lowercase);
    word.len() <= LONGEST && matches!(first, Some(b'a' | b'h' | b'i' | b'm' | b'o' | b's' | b't'))
}
