//! How salient those are who were mentioned: whom a pronoun means.

use super::{Cast, MEMORY, Recent};
use crate::coref::scene::Place;
use crate::lexicon::Gender;
use crate::order::{descending, sort_by_number};

/// How many sentences back a pronoun reaches.
const REACH: usize = 6;

/// Who a mention may mean, and how likely.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// The entity.
    pub entity: usize,
    /// How salient it is: higher is likelier, 0 is hardly.
    pub score: f32,
    /// How far it leads the next one.
    pub lead: f32,
}

impl Cast {
    /// The most salient person of a gender, where any or none will do if it is not known.
    pub fn most_salient(
        &self,
        at: Place,
        gender: Option<Gender>,
        is_subject: bool,
        excluded: &dyn Fn(&Recent) -> bool,
    ) -> Option<Candidate> {
        let mut candidates: Vec<(usize, f32)> = Vec::with_capacity(MEMORY);
        for recent in self.recent.iter().filter(|recent| recent.is_person) {
            let known = self.characters[recent.entity].gender;
            let distance = at.sentence - recent.at.sentence;
            let clashes = gender.is_some() && known.is_some() && gender != known;
            if clashes || distance > REACH || excluded(recent) {
                continue;
            }
            let agrees = gender.is_some() && known == gender;
            let score = self.salience(recent, at, is_subject) + if agrees { 1.0 } else { 0.0 };
            match candidates
                .iter_mut()
                .find(|(entity, _)| *entity == recent.entity)
            {
                Some((_, best)) => *best = best.max(score),
                None => candidates.push((recent.entity, score)),
            }
        }
        sort_by_number(&mut candidates, |&(_, score)| descending(score));
        let &(entity, score) = candidates.first()?;
        let second = candidates.get(1).map_or(0.0, |&(_, score)| score);
        Some(Candidate {
            entity,
            score,
            lead: score - second,
        })
    }

    /// How salient a mention is for one that stands at `at`: near, subject, in the same
    /// paragraph, the last speaker, often named; less so within somebody's words.
    fn salience(&self, recent: &Recent, at: Place, is_subject: bool) -> f32 {
        const BY_DISTANCE: [f32; REACH + 1] = [5.0, 4.5, 3.5, 2.5, 1.5, 1.0, 0.5];
        let mut score = BY_DISTANCE[(at.sentence - recent.at.sentence).min(REACH)];
        if recent.is_subject {
            score += if is_subject { 2.5 } else { 1.5 };
        }
        if recent.at.paragraph == at.paragraph {
            score += 0.5;
        }
        if recent.at.quote != at.quote {
            score -= 2.5;
        }
        if let Some((speaker, spoken)) = self.last_speaker
            && speaker == recent.entity
            && at.paragraph - spoken.paragraph <= 1
        {
            score += 2.0;
        }
        score + (self.characters[recent.entity].mentions as f32).ln_1p() * 0.4
    }
}
