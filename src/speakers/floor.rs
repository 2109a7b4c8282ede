//! How sure it must be that a report is one and its speaker the right one, and what is too little to be
//! a report. A false report is worse than a missed one.

use super::Credited;
use super::candidates::{Candidate, Reference};
use crate::annotations::QuoteKind;
use crate::quotes::Reported;
use crate::quotes::reading::Reading;
use crate::quotes::terms::{Class, form, forms};

/// How sure a report without marks must be where its cue is a verb of saying and what is said has
/// a verb of its own, and where it has none: “posted a picture”. Chosen by training on one half of the
/// training articles and scoring the other, as are the two below.
const REPORT_FLOORS: (f32, f32) = (0.4, 0.5);

/// The same where the cue is no verb of saying, but one of thinking or doing: a reader misses
/// “considers” and “opposes” less, and least with a noun alone.
const BELIEF_FLOORS: (f32, f32) = (0.5, 0.55);

/// The same where the one who writes or reads is credited: an essay's “we believe” is the essay.
const NARRATOR_FLOOR: f32 = 0.9;

/// How sure a report with marks must be.
const MIXED_FLOOR: f32 = 0.33;

/// How sure a report must be where nobody is credited with it: words that nobody is known to have said are within
/// marks, no more.
const UNSIGNED_FLOOR: f32 = 0.9;

/// The one who writes: “we believe”.
const WRITER: [u32; 4] = forms(["i", "my", "our", "we"]);

/// The one who reads, or whom the writer asks: “you said no at first”.
const READER: [u32; 2] = forms(["you", "your"]);

/// How sure it must be that something is credited to the right speaker.
pub(super) fn floor(reading: &Reading, credited: &Credited) -> f32 {
    let says = says(reading, credited);
    match (credited.reported.kind, &credited.speaker) {
        (_, Some(speaker)) if is_nobody(reading, speaker) => 1.0,
        (QuoteKind::Direct | QuoteKind::Scare, _) => 0.0,
        (_, Some(speaker)) if is_pronoun(reading, speaker, &READER) => NARRATOR_FLOOR,
        (_, Some(speaker)) if !says && is_pronoun(reading, speaker, &WRITER) => NARRATOR_FLOOR,
        (QuoteKind::Indirect | QuoteKind::Mixed, None) => UNSIGNED_FLOOR,
        (QuoteKind::Indirect, Some(_)) => {
            let (clause, noun) = if says { REPORT_FLOORS } else { BELIEF_FLOORS };
            let is_clause = has_verb(reading, &credited.reported);
            if is_clause { clause } else { noun }
        }
        (QuoteKind::Mixed, _) => MIXED_FLOOR,
    }
}

/// Whether a speaker is one of these pronouns.
fn is_pronoun(reading: &Reading, speaker: &Candidate, pronouns: &[u32]) -> bool {
    speaker.reference == Reference::Pronoun && pronouns.contains(&reading.form(speaker.head))
}

/// Whether a speaker is nobody at all: “no one”, “not everyone”.
fn is_nobody(reading: &Reading, speaker: &Candidate) -> bool {
    let start = speaker.tokens.start;
    // “No 10”
    let is_number = reading.class(start + 1) == Class::Number;
    const { forms(["neither", "no", "nobody", "none"]) }.contains(&reading.form(start))
        && !is_number
        || const { forms(["no", "not"]) }.contains(&reading.form_from(start, start.checked_sub(1)))
}

/// Whether the cue of a report is a verb of saying or “according to”.
fn says(reading: &Reading, credited: &Credited) -> bool {
    let cue = credited.reported.cue;
    cue.is_some_and(|cue| {
        reading.term(cue).is_saying || reading.form(cue) == const { form("according") }
    })
}

/// Whether what is reported has a word that indicates a verb: it opens with “that”, “to” or
/// “whether”, or has an auxiliary or a pronoun before a verb.
fn has_verb(reading: &Reading, reported: &Reported) -> bool {
    let cue = reported.cue.map(|cue| reading.form(cue));
    let says = cue == const { Some(form("said")) };
    let start = reported.content[0].start;
    let opens = matches!(
        reading.class(start),
        Class::That | Class::To | Class::Subordinator | Class::Relative
    );
    let tells = |token: usize| match reading.class(token) {
        Class::Auxiliary => true,
        // “said members felt betrayed”
        Class::Ed => says && token > start + 1,
        Class::Pronoun => reading.class(token + 1).is_open(),
        _ => false,
    };
    opens || reported.content.iter().cloned().flatten().any(tells)
}

/// Whether two words are a subject and its verb: “prices rose”, “he lied”.
fn is_clause(reading: &Reading, words: &[usize]) -> bool {
    let [subject, verb] = words else {
        return false;
    };
    matches!(
        reading.class(*subject),
        Class::Plural | Class::Pronoun | Class::Open
    ) && verb == &(subject + 1)
        && reading.term(*verb).is_past()
}

/// Whether a report has enough words to be one: “asked how”, “told him so at supper” and “declined
/// comment” show that somebody spoke, but not what was said.
pub(super) fn says_enough(reading: &Reading, reported: &Reported) -> bool {
    const FEWEST: usize = 3;
    let words = reported.content.iter().cloned().flatten();
    let words: Vec<usize> = words
        .filter(|&token| !reading.class(token).is_mark())
        .collect();
    let start = reported.content[0].start;
    let hearer = matches!(reading.class(start), Class::Object | Class::Possessive);
    let start = start + usize::from(hearer);
    let first = reading.form(start);
    let behind = reading.class(start + 1);
    let is_it = first == const { form("it") };
    let stands_for_words = (is_it || first == const { form("so") })
        && (behind.is_mark()
            || matches!(behind, Class::Object | Class::Preposition | Class::Time)
            // “Each time he says it he frowns.”
            || is_it && behind == Class::Pronoun);
    let is_greeting = const { forms(["farewell", "goodbye", "hello"]) }.contains(&first);
    reported.kind != QuoteKind::Indirect
        || ((words.len() >= FEWEST || is_clause(reading, &words))
            && !stands_for_words
            && !is_greeting)
}
