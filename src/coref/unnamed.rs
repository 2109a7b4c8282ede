//! Those who speak or act without a name.

use super::layout::Place;
use crate::hash::{HashedMap, hash_of};
use crate::lexicon::Gender;

/// Those without a name whom a text has brought in so far.
#[derive(Clone, Debug, Default)]
pub struct UnnamedPeople {
    last: Option<Unnamed>,
    /// The nouns, by their hashes, by which somebody has come in, and where the last one did.
    nouns: HashedMap<usize>,
}

/// Somebody without a name.
#[derive(Clone, Copy, Debug)]
pub struct Unnamed {
    /// Which gender they are of, as far as it is known.
    gender: Option<Gender>,
    /// Where they spoke or acted.
    pub at: Place,
    /// Whether they spoke, and are not only whom a sentence is of.
    pub spoke: bool,
}

impl UnnamedPeople {
    /// Takes note that somebody without a name spoke.
    pub fn speak(&mut self, gender: Option<Gender>, at: Place) {
        self.last = Some(Unnamed {
            gender,
            at,
            spoke: true,
        });
    }

    /// Takes note that a sentence is of somebody without a name: “A woman came.”
    pub fn act(&mut self, gender: Option<Gender>, at: Place) {
        // “A clerk said the man was polite.”
        let speaks_here = |last: &Unnamed| last.spoke && last.at.sentence == at.sentence;
        if self.last.as_ref().is_some_and(speaks_here) {
            return;
        }
        self.last = Some(Unnamed {
            gender,
            at,
            spoke: false,
        });
    }

    /// Takes note that a pronoun went on with the one without a name of whom a sentence was.
    pub fn go_on(&mut self, at: Place) {
        if let Some(unnamed) = &mut self.last
            && !unnamed.spoke
        {
            unnamed.at = at;
        }
    }

    /// Takes note that somebody with a name spoke.
    pub fn leave(&mut self) {
        self.last = None;
    }

    /// The one whom a pronoun of a gender may mean, which speaks or not, if nobody was named since.
    pub fn last(&self, gender: Gender, at: Place, speaks: bool) -> Option<Unnamed> {
        const SPEAKERS_REACH: usize = 4;
        const ACTORS_REACH: usize = 3;
        self.last.filter(|unnamed| {
            let reach = match (unnamed.spoke, speaks) {
                (true, _) => SPEAKERS_REACH,
                (false, true) => ACTORS_REACH,
                (false, false) => 1,
            };
            unnamed.gender.is_none_or(|known| known == gender)
                && at.sentence.saturating_sub(unnamed.at.sentence) <= reach
                && (unnamed.spoke || at.sentence > unnamed.at.sentence)
                && at.paragraph.saturating_sub(unnamed.at.paragraph) <= 1
        })
    }

    /// Takes note that somebody came in by a noun: “a diplomat”.
    pub fn introduce(&mut self, noun: &str, at: Place) {
        self.nouns.insert(hash_of(noun), at.token);
    }

    /// Where somebody came in last by a noun.
    pub fn introduced(&self, noun: &str) -> Option<usize> {
        self.nouns.get(&hash_of(noun)).copied()
    }
}
