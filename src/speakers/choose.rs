//! The choice of a speaker among the candidates.

use std::ops::Range;

use super::candidates::Candidate;
use super::{alone, clause_subject};
use crate::model::templates::SpeakerTemplate as Template;
use crate::quotes::reading::{Features, Reading, bucket};
use crate::quotes::terms::Class;

/// What is to be credited to somebody.
pub struct Question<'r> {
    /// Its first part: the words nearest to the cue.
    pub content: &'r [Range<usize>],
    /// The head of its cue.
    pub cue: Option<usize>,
    /// Whether all of it stands within marks.
    pub is_direct: bool,
    /// The candidate who spoke last before it.
    pub last: Option<usize>,
    /// The candidate who is the subject of the cue's own clause.
    subject: Option<usize>,
    /// Where the words behind that subject begin that describe it, up to the cue: “A man | accused of theft”.
    told_of: Option<usize>,
}

impl<'r> Question<'r> {
    /// The question who is credited with what is reported.
    pub fn new(
        reading: &Reading,
        all: &[Candidate],
        content: &'r [Range<usize>],
        cue: Option<usize>,
        is_direct: bool,
        last: Option<usize>,
    ) -> Self {
        let described = cue.and_then(|cue| clause_subject::described(reading, all, cue, content));
        Self {
            content,
            cue,
            is_direct,
            last,
            subject: described.or_else(|| clause_subject::subject(reading, all, cue?)),
            told_of: described.map(|subject| all[subject].tokens.end),
        }
    }

    /// Where speakers are sought from: the cue, or the first word where there is none.
    fn anchor(&self) -> usize {
        self.cue.unwrap_or(self.content[0].start)
    }

    /// The candidates worth comparing: those of the anchor's sentence and of two sentences before
    /// it, as far as they are not too many, and the last speaker.
    pub fn candidates(&self, reading: &Reading, all: &[Candidate]) -> Vec<usize> {
        const BEFORE: usize = 16;
        const BEHIND_CUE: usize = 40;
        const BEHIND_CONTENT: usize = 20;
        let anchor = self.anchor();
        let sentence = reading.sentence_number(anchor) as usize;
        let start = reading.document.sentences[sentence.saturating_sub(2)].start;
        let mut end = reading.document.sentences[sentence]
            .end
            .min(anchor + BEHIND_CUE);
        if self.cue.is_none() {
            let content_end = self.content.iter().map(|part| part.end).max();
            end = end.max(content_end.unwrap_or(end) + BEHIND_CONTENT);
        }
        let index_of = |token: usize| all.partition_point(|candidate| candidate.head < token);
        let from = index_of(start).max(index_of(anchor).saturating_sub(BEFORE));
        // Whoever stands before the clause of the subject is the subject of another verb.
        let here = reading.document.sentences[sentence].start;
        let is_before_clause = |index: usize| {
            let subject = self.subject.map(|subject| all[subject].tokens.start);
            subject.is_some_and(|start| all[index].head >= here && all[index].head < start)
        };
        let is_told =
            |index: usize| (self.told_of.unwrap_or(anchor)..anchor).contains(&all[index].head);
        let is_elsewhere = |index: usize| {
            is_before_clause(index)
                || is_told(index)
                || self.opens_closed_clause(reading, &all[index])
        };
        let mut found: Vec<usize> = (from..index_of(end))
            .filter(|&index| !all[index].tokens.contains(&anchor) || self.cue.is_none())
            .filter(|&index| !is_elsewhere(index))
            .collect();
        let last = self.last.filter(|&last| !is_elsewhere(last));
        if let Some(last) = last.filter(|last| !found.contains(last)) {
            found.insert(0, last);
        }
        found
    }

    /// Whether a candidate opens a clause that is closed before the cue, whose verb has another subject:
    /// “Another, who came late, said”.
    fn opens_closed_clause(&self, reading: &Reading, candidate: &Candidate) -> bool {
        reading.class(candidate.head) == Class::Relative
            && self.cue.is_some_and(|cue| {
                candidate.head + 1 < cue && reading.class(cue - 1) == Class::Comma
            })
    }

    /// What indicates whether nobody is credited.
    pub fn describe_none(&self, reading: &Reading, features: &mut Features) {
        features.add(Template::NoneBias, u32::from(self.is_direct), 0);
        if let Some(cue) = self.cue {
            let term = reading.term(cue);
            features.add(Template::NoneStem, term.stem, 0);
            features.add(
                Template::NoneClasses,
                term.class as u32,
                reading.class(cue.checked_sub(1)) as u32,
            );
            features.add(
                Template::NoneFormBefore,
                reading.form(cue.checked_sub(1)),
                0,
            );
            features.add(Template::NoneFormAfter, reading.form(cue + 1), 0);
            features.add(Template::NoneForm, term.form, 0);
        } else {
            features.add(
                Template::NoneLast,
                u32::from(self.last.is_some()),
                u32::from(self.is_direct),
            );
        }
    }

    /// What indicates whether a candidate is credited, beside what it indicates by itself; `holder` is
    /// of the candidate that holds it.
    pub fn describe(
        &self,
        reading: &Reading,
        all: &[Candidate],
        index: usize,
        holder: u32,
        features: &mut Features,
    ) {
        let candidate = &all[index];
        let anchor = self.anchor();
        let kind = candidate.reference.number();
        let order = self.order(candidate);
        let is_last = u32::from(self.last == Some(index));
        features.add(Template::Kind, kind, order);
        features.add(Template::LastKind, is_last, kind);
        features.add(Template::LastOrder, is_last, order);
        alone::describe_place(reading, candidate, order, features);
        features.add(Template::Holder, holder, order);
        let gap = if candidate.tokens.end <= anchor {
            candidate.tokens.end..anchor
        } else {
            anchor + 1..candidate.tokens.start.max(anchor + 1)
        };
        let sentences = reading
            .sentence_number(anchor)
            .abs_diff(reading.sentence_number(candidate.head))
            .min(3);
        let paragraphs = reading
            .paragraph_number(anchor)
            .abs_diff(reading.paragraph_number(candidate.head))
            .min(3);
        features.add(Template::Apart, order, sentences << 2 | paragraphs);
        features.add(Template::Gap, order, bucket(gap.len()));
        features.add(
            Template::KindGap,
            order << 8 | kind,
            sentences << 4 | bucket(gap.len()),
        );
        let between = self.between(all, index, anchor);
        features.add(Template::Between, order, between);
        features.add(Template::KindBetween, order << 8 | kind, between);
        let shape = self.shape(reading, &gap);
        features.add(Template::Shape, order, shape);
        features.add(Template::KindShape, order << 8 | kind, shape);
        let Some(cue) = self.cue else {
            features.add(
                Template::Colon,
                kind,
                u32::from(reading.class(candidate.tokens.end) == Class::Colon),
            );
            return;
        };
        if let Some(subject) = self.subject {
            let is_subject = u32::from(subject == index);
            features.add(Template::Subject, is_subject, order);
        }
        let term = reading.term(cue);
        features.add(Template::StemOrder, term.stem, order);
        features.add(
            Template::StemGap,
            term.stem,
            order << 8 | bucket(gap.len()).min(5),
        );
        features.add(Template::CueClass, term.class as u32, order << 8 | kind);
        features.add(Template::CueForm, term.form, order << 8 | kind);
        features.add(
            Template::CueClassGap,
            term.class as u32,
            order << 8 | bucket(gap.len()).min(6),
        );
        features.add(Template::FormAfterCue, reading.form(cue + 1), order);
        features.add(
            Template::ClassBeforeCue,
            reading.class(cue.checked_sub(1)) as u32,
            order << 8 | bucket(gap.len()).min(5),
        );
        features.add(
            Template::StemFormBefore,
            term.stem,
            order << 16 | reading.form(candidate.tokens.start.checked_sub(1)),
        );
    }

    /// How the candidate stands to the cue and the content: before or behind each, within the
    /// content, and whether it is the kind of quote that may hold its speaker.
    fn order(&self, candidate: &Candidate) -> u32 {
        let content = &self.content[0];
        let inside = self
            .content
            .iter()
            .any(|part| part.contains(&candidate.head));
        let behind_content = candidate.head >= content.end;
        let direct = u32::from(self.is_direct);
        match self.cue {
            Some(cue) => {
                u32::from(candidate.head > cue)
                    | u32::from(behind_content) << 1
                    | u32::from(content.start > cue) << 2
                    | u32::from(inside) << 3
                    | direct << 4
            }
            None => 32 | u32::from(behind_content) | u32::from(inside) << 1 | direct << 4,
        }
    }

    /// How many other candidates stand between the candidate and the cue.
    fn between(&self, all: &[Candidate], index: usize, anchor: usize) -> u32 {
        let count = if all[index].head < anchor {
            all[index + 1..]
                .iter()
                .take(4)
                .filter(|other| other.head < anchor && !other.tokens.contains(&all[index].head))
                .count()
        } else {
            all[..index]
                .iter()
                .rev()
                .take(4)
                .filter(|other| other.head > anchor && !other.tokens.contains(&all[index].head))
                .count()
        };
        count as u32
    }

    /// What stands between the candidate and the cue: the classes in order where they are few,
    /// the set of telling ones where they are many.
    fn shape(&self, reading: &Reading, gap: &Range<usize>) -> u32 {
        if gap.len() <= 4 {
            return gap
                .clone()
                .fold(1, |shape, token| shape * 32 + reading.class(token) as u32);
        }
        let seen = gap
            .clone()
            .fold(0, |seen, token| match reading.class(token) {
                Class::Comma => ((seen + 1) & 3) | (seen & !3),
                Class::Quotation => seen | 4,
                Class::Auxiliary => seen | 8,
                Class::Relative => seen | 16,
                Class::Conjunction => seen | 32,
                Class::Stop => seen | 64,
                Class::Dash => seen | 128,
                Class::That | Class::Subordinator => seen | 256,
                Class::Pronoun => seen | 512,
                Class::Opening => seen | 1024,
                _ => seen,
            });
        1 << 30 | seen
    }
}
