//! The walk along a text: whom each description, pronoun and speaker means.

use std::ops::Range;

use super::description::{self, Description};
use super::discourse::{Discourse, Recent};
use super::head::{self, Head, Initials};
use super::layout::{Layout, Named, Place};
use super::nouns::{self, Kind};
use super::pronoun;
use super::rules::Rule;
use super::{described, relative, roles, subject};
use crate::annotations::{Entity, EntityType, Mention, MentionKind, Quote};
use crate::hash::{HashedMap, mix};
use crate::lexicon::Tags;
use crate::order::pair;
use crate::span::Span;
use crate::text::Document;

/// How likely what is neither a person nor a body speaks, the label of answers is that of the one who is interviewed, and
/// one word is the name of the one of several who is meant.
const DOUBT: f32 = 0.955;

/// The walk along the text.
pub struct Walk<'w> {
    document: &'w Document<'w>,
    entities: &'w [Entity],
    layout: &'w Layout,
    pub discourse: Discourse,
    found: Vec<(usize, Mention)>,
    /// How likely the one found last is right.
    likely: f32,
    /// Who stands at the span of each speaker that is known, and how likely.
    speakers: HashedMap<(usize, f32)>,
    /// The speakers that are neither people nor bodies: “placards said”.
    doubtful: Vec<u64>,
    /// Who answers in an interview, as it was clear, or not, before its first label.
    interviewee: Option<Option<usize>>,
    /// Whose initials label a turn.
    initials: Initials,
}

impl<'w> Walk<'w> {
    /// A walk that has not begun.
    pub fn new(
        document: &'w Document<'w>,
        entities: &'w [Entity],
        layout: &'w Layout,
        discourse: Discourse,
    ) -> Self {
        Self {
            document,
            entities,
            layout,
            discourse,
            found: Vec::new(),
            likely: 0.0,
            speakers: HashedMap::default(),
            doubtful: Vec::new(),
            interviewee: None,
            initials: Initials::default(),
        }
    }

    /// Goes all the way.
    pub fn run(&mut self) {
        let mut at = Place::default();
        let mut next_name = 0;
        let mut next_speaker = 0;
        let mut end = 0;
        let (document, layout) = (self.document, self.layout);
        let mut openers = document.tokens_tagged(Tags::OPENER).peekable();
        loop {
            while let Some(name) = layout.names.get(next_name)
                && name.tokens.start < end
            {
                next_name += 1;
            }
            while openers.next_if(|&opener| opener < end).is_some() {}
            let named = layout.names.get(next_name);
            // Nothing is to be done at any other token.
            let stops = [
                openers.peek().copied(),
                named.map(|name| name.tokens.start),
                layout.next_speaker(&mut next_speaker, end),
            ];
            let Some(token) = stops.into_iter().flatten().min() else {
                break;
            };
            layout.move_to(document, &mut at, token);
            let speaker = layout.speaker_at(&mut next_speaker, token);
            end = match named.filter(|name| name.tokens.start == token) {
                Some(name) if self.document.is_credit(token) => name.tokens.end,
                Some(name) => {
                    self.discourse.meet(
                        self.document,
                        self.entities,
                        at,
                        name.tokens.clone(),
                        name.entity,
                    );
                    if let Some(noun) = head::kind_behind(self.document, name) {
                        self.discourse.remember(noun, name.entity);
                    }
                    name.tokens.end
                }
                None => {
                    if speaker.is_some() {
                        let asker = self.layout.asker(token);
                        self.discourse.asker = asker
                            .and_then(|span| self.speakers.get(&key(span)).map(|known| known.0));
                    }
                    self.mention(at, token, next_name, speaker.is_some());
                    // A name within a description is met like any other.
                    token + 1
                }
            };
            if let Some(tokens) = speaker {
                self.speak(at, tokens, next_name);
            }
        }
    }

    /// Names the speakers, and makes each quote's confidence that in who is shown.
    pub fn name_speakers(&self, quotes: &mut [Quote]) {
        for quote in quotes {
            let Some(speaker) = &mut quote.speaker else {
                continue;
            };
            let known = self.speakers.get(&key(speaker.span)).copied();
            speaker.entity = known.map(|(entity, _)| entity);
            speaker.name = match speaker.entity {
                Some(entity) => self.entities[entity].name.clone(),
                None => self.words(speaker.span).to_owned(),
            };
            let doubt = match self.doubtful.contains(&key(speaker.span)) {
                true => DOUBT,
                false => 1.0,
            };
            quote.confidence *= known.map_or(doubt, |(_, likely)| likely);
        }
    }

    /// The words of a speaker, or of whom a clause about somebody is about.
    fn words(&self, speaker: Span) -> &str {
        let tokens = self.document.tokens_of(speaker);
        let whom = relative::antecedent(self.document, &tokens);
        let span = whom.map_or(speaker, |tokens| self.document.span(tokens));
        span.of(self.document.text)
    }

    /// The descriptions and pronouns that mean an entity, and the phrases that say behind a name who it is.
    pub fn mentions(self) -> Vec<(usize, Mention)> {
        let mut mentions = self.found;
        let appositions = self.discourse.appositions();
        mentions.extend(appositions.map(|(entity, tokens)| {
            let mention = Mention {
                span: self.document.span(tokens),
                kind: MentionKind::Description,
            };
            (entity, mention)
        }));
        mentions
    }

    /// Resolves the pronoun and the description that begin at a token, if any does.
    fn mention(&mut self, at: Place, token: usize, next_name: usize, speaks: bool) {
        if !self.document.tags(token).has(Tags::OPENER) {
            return;
        }
        if let Some(pronoun) = pronoun::read(self.document, token) {
            let is_tried = speaks && self.layout.is_tried(self.document, token);
            let below = match pronoun::can_be_subject(self.document.word(token)) {
                true => self.layout.named_below(self.document, next_name, at),
                false => Vec::new(),
            };
            let found = pronoun::resolve(
                &mut self.discourse,
                self.document,
                &pronoun,
                at,
                speaks,
                is_tried,
                &below,
            );
            self.add(found, token..token + 1, MentionKind::Pronoun, at, speaks);
            self.give_role(found.map(|(entity, _)| entity), token);
        }
        let is_opening = self.document.sentences[at.sentence].start == token;
        if at.quote.is_none()
            && let Some(noun) = description::introduced(self.document, token)
        {
            self.discourse.unnamed_people.introduce(&noun, at);
        }
        if at.quote.is_none()
            && let Some(gender) = description::stranger(self.document, token, is_opening)
        {
            self.discourse.unnamed_people.act(gender, at);
        }
        let names = &self.layout.names[next_name..];
        let is_role = |noun: &str| self.discourse.knows_role(noun);
        if let Some(mut description) = description::read(self.document, names, token, is_role) {
            description.apposed = description
                .apposed
                .or_else(|| self.body_before(&description));
            let found =
                described::resolve(&mut self.discourse, &description, at, speaks, is_opening);
            // “His wife disagreed.” “The judge shook her head.”
            if let Kind::Person(gender) = description.kind
                && found.is_none()
                && (is_opening || subject::is_behind_opening(self.document, token))
                && at.quote.is_none()
            {
                self.discourse.unnamed_people.act(gender, at);
            }
            self.add(
                found,
                description.tokens,
                MentionKind::Description,
                at,
                speaks,
            );
        }
    }

    /// Takes note of the role that a sentence gives its subject, a pronoun: “She is a nurse.”
    fn give_role(&mut self, entity: Option<usize>, pronoun: usize) {
        let Some(entity) = entity else { return };
        if !pronoun::can_be_subject(self.document.word(pronoun)) || !Rule::Roles.is_on() {
            return;
        }
        if let Some(phrase) = roles::predicate(self.document, pronoun + 1) {
            for role in phrase.roles(self.document) {
                self.discourse.give(entity, role);
            }
        }
    }

    /// The organization right before a comma that a description between marks is of: “Northgate, the drivers'
    /// union,”.
    fn body_before(&self, description: &Description) -> Option<usize> {
        let Range { start, end } = description.tokens;
        let comma = start.checked_sub(1)?;
        let closes = matches!(self.document.word_or_none(end), "," | ".");
        let is_parted =
            description.kind == Kind::Body && self.document.word(comma) == "," && closes;
        let names = |recent: &Recent| {
            recent.end == comma
                && self.entities[recent.entity].entity_type == EntityType::Organization
        };
        is_parted.then(|| self.discourse.latest(names)).flatten()
    }

    /// Keeps a mention whose entity is known, and lets it be remembered like a name.
    fn add(
        &mut self,
        found: Option<(usize, f32)>,
        tokens: Range<usize>,
        kind: MentionKind,
        at: Place,
        speaks: bool,
    ) {
        let Some((entity, likely)) = found else {
            return;
        };
        self.likely = likely;
        let can_act = kind != MentionKind::Pronoun
            || pronoun::can_be_subject(self.document.word(tokens.start));
        let span = self.document.span(tokens.clone());
        self.found.push((entity, Mention { span, kind }));
        self.discourse.recall(Recent {
            entity,
            is_person: self.entities[entity].entity_type == EntityType::Person,
            is_subject: speaks || (can_act && subject::is_subject(self.document, &tokens)),
            at,
            end: tokens.end,
            is_name: false,
            owns: nouns::owns(self.document, tokens.end)
                || kind == MentionKind::Pronoun && pronoun::is_owner(self.document, tokens.start),
        });
    }

    /// Finds out who a speaker is, and remembers who spoke last.
    fn speak(&mut self, at: Place, tokens: Range<usize>, next_name: usize) {
        let names = self.layout.names_within(next_name, &tokens);
        let span = self.document.span(tokens.clone());
        let next = self.layout.name_behind(next_name, &tokens);
        let (document, entities, initials) = (self.document, self.entities, &self.initials);
        let sure = |entity: Option<usize>| entity.map(|entity| (entity, 1.0));
        let found = match head::find(document, entities, initials, names, next, &tokens) {
            Head::Name(entity) => Some((entity, self.likely_named(names, entity))),
            Head::Pronoun => self.just_found(span, MentionKind::Pronoun),
            Head::Description => self.just_found(span, MentionKind::Description),
            Head::Member(group) => described::compatriot(&self.discourse, at).or(sure(group)),
            Head::Relative => sure(self.discourse.antecedent(self.document, at)),
            Head::Paper(issuer) => sure(issuer.or_else(|| self.discourse.source(at))),
            Head::Question => {
                self.interviewee(at);
                return;
            }
            Head::Answer => self.interviewee(at).map(|entity| (entity, DOUBT)),
            Head::Nobody => None,
        };
        let Some((entity, likely)) = found else {
            match head::described(self.document, names, &tokens) {
                Some(gender) => self.discourse.unnamed_people.speak(gender, at),
                None if names.is_empty() && !head::can_speak(self.document, names, &tokens) => {
                    self.doubtful.push(key(span));
                }
                None => {}
            }
            return;
        };
        self.speakers.insert(key(span), (entity, likely));
        self.discourse.spoke(self.entities, entity, at);
    }

    /// How likely a name is that of an entity: one word that others share is less clear.
    fn likely_named(&self, names: &[Named], entity: usize) -> f32 {
        let named = names.iter().find(|name| name.entity == entity);
        let word = named.filter(|name| name.tokens.len() == 1);
        let word = word.map(|name| self.document.word(name.tokens.start));
        match word.is_some_and(|word| self.discourse.is_shared(word)) {
            true => DOUBT,
            false => 1.0,
        }
    }

    /// Who answers in an interview whose first label is at this place: whom the text speaks of, or
    /// the person who spoke last.
    fn interviewee(&mut self, at: Place) -> Option<usize> {
        let (discourse, entities) = (&self.discourse, self.entities);
        let is_person = |&entity: &usize| entities[entity].entity_type == EntityType::Person;
        let find = || {
            let presumed = described::presumed(discourse, None, at, true).map(|found| found.entity);
            presumed.or_else(|| discourse.last_speaker().filter(is_person))
        };
        *self.interviewee.get_or_insert_with(find)
    }

    /// The entity of the mention of this kind that was found last, if it begins where `span` does.
    fn just_found(&self, span: Span, kind: MentionKind) -> Option<(usize, f32)> {
        let &(entity, mention) = self.found.last()?;
        let is_there = mention.kind == kind && mention.span.start == span.start;
        is_there.then_some((entity, self.likely))
    }
}

/// The number by which the speaker of a span is known.
const fn key(span: Span) -> u64 {
    mix(pair(span.start, span.end))
}
