//! Cues whose subject is told something, or spoken of, and does not speak.

use super::candidates::Candidate;
use crate::lexicon::Tags;
use crate::quotes::cues::{HEARD, is_behind_be};
use crate::quotes::reading::Reading;
use crate::quotes::terms::{Class, form, forms};

/// By how much likelier than nobody the one is who stands behind “by” right behind a passive cue.
pub(super) const AGENT: f32 = 2.0;

/// Participles that say what somebody is praised or blamed for.
const JUDGED: [u32; 4] = forms(["blamed", "criticised", "criticized", "praised"]);

/// Participles that say, at the start of a sentence, who was asked something.
const ASKED: [u32; 3] = forms(["asked", "pressed", "told"]);

/// Stems of verbs behind which the one stands who hears.
const TELLS: [u32; 4] = forms(["assur", "inform", "remind", "tell"]);

/// Whether a cue stands in the passive without a word that says so, as in headlines, and the one
/// before it hears or is spoken of: “Locksmith ‘copied keys’, jury told”, “Minister accused of
/// ‘hiding’”, “Asked whether he knew, Reed left”; or behind a form of “be”: “the jury was told”.
pub(super) fn is_passive(reading: &Reading, cue: usize) -> bool {
    let found = reading.form(cue);
    let next = reading.form_from(cue, cue + 1);
    let is_told = found == const { form("told") }
        && matches!(
            reading.class_from(cue, cue + 1),
            Class::Stop | Class::To | Class::That
        );
    is_told
        || (found == const { form("accused") } && next == const { form("of") })
        || (reading.term(cue).tags.has(Tags::REGARDING) && next == const { form("by") })
        || (JUDGED.contains(&found) && next == const { form("for") })
        || (ASKED.contains(&found)
            && (reading.sentence(cue).start == cue || is_asked_aside(reading, cue)))
        || is_participle(reading, cue) && is_behind_be(reading, cue) && !is_heard(reading, cue)
}

/// Whether somebody is heard to say something, and so says it: “was heard to mutter”, “was overheard saying”.
fn is_heard(reading: &Reading, cue: usize) -> bool {
    let next = reading.class_from(cue, cue + 1);
    HEARD.contains(&reading.form(cue)) && matches!(next, Class::To | Class::Ing)
}

/// Whether a participle stands between commas behind the first mention of its sentence, whose verb follows: “Ana Ruiz, asked
/// what she would do, | looked up.”
fn is_asked_aside(reading: &Reading, cue: usize) -> bool {
    const LONGEST: usize = 24;
    let sentence = reading.sentence(cue);
    let is_comma = |&token: &usize| reading.class(token) == Class::Comma;
    let opens = cue.checked_sub(1).filter(is_comma);
    let mut subject = sentence.start..opens.unwrap_or(sentence.start);
    let is_plain = !subject.is_empty() && !subject.any(|token| reading.class(token).is_mark());
    let closing = (cue + 1..sentence.end.min(cue + LONGEST)).find(is_comma);
    let goes_on = closing.is_some_and(|closing| {
        let verb = reading.term(closing + 1);
        verb.is_finite() || verb.is_saying
    });
    opens.is_some() && is_plain && goes_on
}

/// Whether a form of a verb by which somebody says something, of somebody or to somebody, can be a participle.
fn is_participle(reading: &Reading, cue: usize) -> bool {
    const IRREGULAR: [u32; 6] = forms(["heard", "known", "said", "thought", "told", "written"]);
    let says = Tags::SAYING.union(Tags::JUDGING).union(Tags::URGING);
    let term = reading.term(cue);
    IRREGULAR.contains(&term.form)
        || term.tags.has(Tags::REGARDING)
        || JUDGED.contains(&term.form)
        || term.class == Class::Ed && (term.tags.has(says) || TELLS.contains(&term.stem))
}

/// Whether a candidate behind a verb is whom somebody tells, or what: “…, a witness told Ana Ruiz”, “told the jury | the
/// door was shut”. Who tells stands before it, or behind “by”.
pub(super) fn hears(reading: &Reading, cue: usize, candidate: &Candidate) -> bool {
    let start = candidate.tokens.start;
    TELLS.contains(&reading.term(cue).stem)
        && start > cue
        && reading.sentence_number(start) == reading.sentence_number(cue)
        && reading.form(start.checked_sub(1)) != const { form("by") }
}

/// Whether a candidate stands right behind a passive cue, or behind the words within marks that it reports, and
/// “by”, and is no possessive alone.
pub(super) fn is_agent(reading: &Reading, cue: Option<usize>, candidate: &Candidate) -> bool {
    cue.is_some_and(|cue| {
        let before = candidate.tokens.start.checked_sub(2);
        let is_behind_marks = || before > Some(cue) && reading.quotation_of(before).is_some();
        (before == Some(cue) || is_behind_marks())
            && reading.sentence(cue).start < cue
            && reading.class(candidate.head) != Class::Possessive
    })
}
