//! Who a pronoun may mean, and how likely.

use super::discourse::{Discourse, Recent};
use super::evidence::{Evidence, Weighed, probability};
use super::layout::Place;
use crate::lexicon::Gender;
use crate::order::{descending, sort_by_number};

/// How many sentences back a pronoun reaches.
const REACH: usize = 6;

/// What asks for somebody: a pronoun at a place.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// Where it stands.
    pub at: Place,
    /// The gender that it indicates, if any.
    pub gender: Option<Gender>,
    /// Whether it can be a subject or own something, and is no object.
    pub is_subject: bool,
    /// Whether it speaks.
    pub speaks: bool,
    /// Whether it speaks of itself in court.
    pub is_tried: bool,
}

/// Who is likeliest, and how likely.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// The entity.
    pub entity: usize,
    /// How likely it is meant, from 0 to 1.
    pub probability: f32,
    /// Whether nobody else near can be meant.
    pub is_alone: bool,
}

impl Discourse {
    /// The likeliest person, but for those who are excluded.
    pub fn likeliest(
        &self,
        question: &Question,
        excluded: &dyn Fn(&Recent) -> bool,
    ) -> Option<Candidate> {
        let mut scores: Vec<(usize, f32)> = Vec::new();
        let latest = self.recent().rev().find(|recent| recent.is_person);
        for recent in self.recent().rev().filter(|recent| recent.is_person) {
            let is_known = scores.iter().any(|&(entity, _)| entity == recent.entity);
            let agrees = self.agrees(recent.entity, question.gender);
            if is_known || !agrees || distance(question.at, recent) > REACH || excluded(recent) {
                continue;
            }
            let mut evidence = self.evidence(question, recent, excluded);
            let is_latest = latest.is_some_and(|latest| latest.entity == recent.entity);
            evidence.add(Evidence::Latest, is_latest);
            scores.push((recent.entity, evidence.score()));
        }
        sort_by_number(&mut scores, |&(_, score)| descending(score));
        let &(entity, _) = scores.first()?;
        let scores: Vec<f32> = scores.into_iter().map(|(_, score)| score).collect();
        Some(Candidate {
            entity,
            probability: probability(&scores, question.speaks),
            is_alone: scores.len() == 1,
        })
    }

    /// The evidence for somebody whose last mention that can be meant is `nearest`.
    fn evidence(
        &self,
        question: &Question,
        nearest: &Recent,
        excluded: &dyn Fn(&Recent) -> bool,
    ) -> Weighed {
        let at = question.at;
        let mut weighed = Weighed::default();
        weighed.add(
            match distance(at, nearest) {
                0 => Evidence::ThisSentence,
                1 => Evidence::LastSentence,
                2 => Evidence::TwoBefore,
                3 => Evidence::ThreeBefore,
                _ => Evidence::Farther,
            },
            true,
        );
        let is_beside = self.is_beside_subject(question.gender, nearest);
        weighed.add(Evidence::BesideSubject, is_beside);
        let subject = self.recent().rev().filter(|_| !is_beside).find(|recent| {
            recent.entity == nearest.entity && recent.is_subject && !excluded(recent)
        });
        if let Some(subject) = subject {
            weighed.add(
                match distance(at, subject) {
                    0 => Evidence::SubjectHere,
                    1 => Evidence::SubjectBefore,
                    _ => Evidence::SubjectFarther,
                },
                true,
            );
            weighed.add(Evidence::SubjectForObject, !question.is_subject);
            let is_near = distance(at, subject) <= 1;
            weighed.add(Evidence::SubjectSpeaks, question.speaks && is_near);
        }
        weighed.add(Evidence::Paragraph, nearest.at.paragraph == at.paragraph);
        weighed.add(Evidence::OtherVoice, nearest.at.quote != at.quote);
        let spoke = self.speaker_near(at) == Some(nearest.entity);
        weighed.add(Evidence::Spoke, spoke);
        weighed.add(Evidence::SpeaksOn, spoke && question.speaks);
        let profile = self.profile(nearest.entity);
        let agrees = question.gender.is_some() && profile.gender == question.gender;
        weighed.add(Evidence::Gender, agrees);
        weighed.add(Evidence::Topic, self.topic() == Some(nearest.entity));
        #[expect(clippy::cast_precision_loss, reason = "the counts are small")]
        weighed.measure(Evidence::Often, (profile.mentions as f32).ln_1p());
        weighed.add(Evidence::Pronoun, !nearest.is_name);
        weighed.add(Evidence::Owner, nearest.owns);
        if question.is_tried {
            weighed.add(Evidence::Accused, profile.is_accused());
            weighed.add(Evidence::Official, profile.is_official());
        }
        weighed
    }

    /// Whether another person of a gender is the subject of the sentence of a mention, which is none.
    fn is_beside_subject(&self, gender: Option<Gender>, mention: &Recent) -> bool {
        let subjects = self
            .recent()
            .rev()
            .skip_while(|recent| recent.at.sentence > mention.at.sentence)
            .take_while(|recent| recent.at.sentence == mention.at.sentence)
            .filter(|recent| {
                recent.is_person && recent.is_subject && self.agrees(recent.entity, gender)
            });
        let mut is_there = false;
        for subject in subjects {
            if subject.entity == mention.entity {
                return false;
            }
            is_there = true;
        }
        is_there
    }
}

/// How many sentences lie between a place and a mention before it.
fn distance(at: Place, recent: &Recent) -> usize {
    at.sentence.saturating_sub(recent.at.sentence)
}
