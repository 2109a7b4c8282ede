//! Frames: what the structure of a sentence shows of who reports, whatever its verb is.
//!
//! “‘Nor us,’ snapped Finn.” needs no list of verbs: a finite verb and its subject stand alone behind words
//! within marks that a comma, a question or an exclamation ends.

mod proposition;
mod subject;
mod unsaid;

use std::ops::Range;

use super::dateline;
pub use super::frame::Frame;
use super::marks::Quotation;
use super::reading::Reading;
use super::report_end::report_end;
use super::terms::{Class, form, forms};
use crate::ablation;
use crate::lexicon::Tags;

pub(super) use proposition::is_proposition;
pub(super) use unsaid::is_unsaid;

/// The ids of the rules by structure: the frames themselves, what was not said, and what is a proposition.
pub(super) const IDS: [&str; 3] = [FRAMES, UNSAID, PROPOSITION];
const FRAMES: &str = "quotes-frames";
const UNSAID: &str = "quotes-unsaid";
const PROPOSITION: &str = "quotes-proposition";

/// The frame that stands right behind each quotation, if one does.
pub fn find(reading: &Reading) -> Vec<Option<Frame>> {
    let quotations = reading.quotations.iter();
    let frame = |quotation| {
        let frame = behind(reading, quotation).filter(|_| ablation::is_on(FRAMES));
        frame.inspect(|_| ablation::fired(FRAMES))
    };
    quotations.map(frame).collect()
}

/// The frame right behind a quotation: “‘…,’ snapped Finn”, “‘…,’ Finn snapped”, “‘…,’ came the reply from Finn”.
fn behind(reading: &Reading, quotation: &Quotation) -> Option<Frame> {
    let end = quotation.tokens.end;
    let last = quotation.inner().last()?;
    // In British style the comma may stand behind the mark.
    let parts = matches!(reading.class_from(last, end), Class::Comma | Class::Dash);
    let at = end + usize::from(parts);
    let is_comma = parts || matches!(reading.class(last), Class::Comma | Class::Dash);
    let leads_on = is_comma || is_question_or_cry(reading, last);
    let search = Search {
        reading,
        limit: report_end(reading, quotation).max(at),
        is_comma,
    };
    if !quotation.is_closed || !leads_on || !reading.is_beside(last, at) {
        return None;
    }
    search
        .reply(at)
        .or_else(|| search.inverted(at))
        .or_else(|| search.straight(at))
}

/// The subject and its verb of the clause that ends with a colon: “Varga interrupted Reed: …”, “Asked about it, Varga was
/// blunt: …”. Whom that quotes is another one.
pub fn before_colon(reading: &Reading, colon: usize) -> Option<Frame> {
    const QUOTING: [u32; 5] = forms(["cited", "cites", "quoted", "quotes", "recalled"]);
    let sentence = reading.sentence(colon);
    let start = dateline::end(reading, sentence.start).unwrap_or(sentence.start);
    let search = Search {
        reading,
        limit: colon,
        is_comma: true,
    };
    let frame = |start| {
        // “Varga interrupted Reed”, but “A retired miner interrupted Reed”
        let is_whole =
            |phrase: &Range<usize>| phrase.len() > 1 || !reading.class(phrase.start).opens_noun();
        let phrase = search.noun_phrase(start).filter(is_whole);
        let subject = phrase.or_else(|| search.subject_before_verb(start))?;
        let from = search.behind_aside(subject.end).unwrap_or(subject.end);
        let belongs =
            |&token: &usize| matches!(reading.class(token), Class::Auxiliary | Class::Adverb);
        let helpers = (from..colon).take_while(belongs).count();
        let is_main = search.is_verb(from + helpers) && from + helpers < colon;
        let is_thing =
            const { forms(["it", "this", "that", "there"]) }.contains(&reading.form(start));
        let verb = if is_main { from + helpers } else { from };
        let is_sound =
            (helpers > 0 || is_main) && !is_thing && !QUOTING.contains(&reading.form(verb));
        is_sound.then_some(Frame { verb, subject })
    };
    let opens_clause = matches!(
        reading.class(start),
        Class::Subordinator | Class::Preposition | Class::Ing | Class::Ed
    ) || reading.term(start).is_saying;
    let comma = (start..colon).find(|&token| opens_clause && reading.class(token) == Class::Comma);
    match comma {
        Some(comma) => frame(comma + 1),
        None => frame(start),
    }
}

fn is_question_or_cry(reading: &Reading, token: usize) -> bool {
    matches!(
        reading.document.word_or_none(token),
        "?" | "!" | "?!" | "…" | "..."
    )
}

/// The search for a frame up to a token.
struct Search<'s, 'd, 't> {
    reading: &'s Reading<'d, 't>,
    limit: usize,
    /// Whether a comma leads on to the frame, rather than a question or a cry, behind which a sentence may begin.
    is_comma: bool,
}

impl Search<'_, '_, '_> {
    /// “came the reply from Ana Ruiz”: the noun and the subject.
    fn reply(&self, at: usize) -> Option<Frame> {
        const LONGEST: usize = 4;
        let reading = self.reading;
        let comes = const { forms(["came", "comes"]) }.contains(&reading.form(at));
        if !comes || !reading.class(at + 1).opens_noun() {
            return None;
        }
        let nouns = at + 2..self.limit.min(at + 2 + LONGEST);
        let from = nouns
            .clone()
            .find(|&token| reading.form(token) == const { form("from") })?;
        let subject = self.noun_phrase(from + 1)?;
        (from > nouns.start && self.ends(subject.end)).then_some(Frame { verb: at, subject })
    }

    /// “snapped Finn”, “piped up the mayor”, “cut in his wife”.
    fn inverted(&self, verb: usize) -> Option<Frame> {
        if !self.is_verb(verb) || self.reading.document.is_capital(verb) {
            return None;
        }
        let behind = self.behind_particle(verb + 1);
        let frame = |start| {
            let subject = self.noun_phrase(start)?;
            self.ends(subject.end).then_some(Frame { verb, subject })
        };
        frame(behind).or_else(|| frame(verb + 1))
    }

    /// “Finn snapped”, “the mayor cut in”, “she smiled”.
    fn straight(&self, start: usize) -> Option<Frame> {
        let reading = self.reading;
        let subject = self.subject_before_verb(start)?;
        let is_adverb = |&token: &usize| reading.class(token) == Class::Adverb;
        let from = self.behind_aside(subject.end).unwrap_or(subject.end);
        let verb = (from..self.limit).find(|token| !is_adverb(token))?;
        let verb = self.behind_habit(verb);
        if from > subject.end && !reading.term(verb).is_saying {
            return None;
        }
        // “‘Get off!’ Stewards ran towards the crowd.”
        let is_sure = self.is_comma || reading.term(verb).is_saying;
        let ends = |end: usize| match is_sure {
            true => self.ends(end),
            false => end >= self.limit || reading.class(end).is_mark(),
        };
        // “she cut in”, “she wrote in a letter”
        let is_end = ends(self.behind_particle(verb + 1)) || ends(verb + 1);
        (self.is_verb(verb) && is_end).then_some(Frame { verb, subject })
    }

    /// The token behind what indicates who a subject is, between commas or in brackets: “Finn, | the mayor, | said”.
    fn behind_aside(&self, start: usize) -> Option<usize> {
        const LONGEST: usize = 14;
        let closing = match self.reading.class(start) {
            Class::Comma => Class::Comma,
            Class::Opening => Class::Closing,
            _ => return None,
        };
        let mut aside = start + 1..self.limit.min(start + LONGEST);
        let end = aside.find(|&token| self.reading.class(token) == closing)?;
        Some(end + 1)
    }

    /// Whether a word can be a finite verb: a past form, a verb of saying, or a form in -s that is no noun for people.
    fn is_verb(&self, token: usize) -> bool {
        let term = self.reading.term(token);
        term.is_saying
            || term.tags.has(Tags::PAST)
            || matches!(term.class, Class::Ed | Class::Plural) && !term.is_person
    }

    /// The verb of saying behind one for a habit: “liked to | say”, “went on to | add”; else the verb itself.
    fn behind_habit(&self, verb: usize) -> usize {
        let reading = self.reading;
        let to = self.behind_particle(verb + 1);
        let is_habit = reading.term(verb).is_past()
            && reading.class(to) == Class::To
            && to + 1 < self.limit
            && reading.term(to + 1).is_saying
            && !reading
                .term(verb)
                .tags
                .has(Tags::REFUSING.union(Tags::WISHING));
        if is_habit { to + 1 } else { verb }
    }

    /// The token behind the particle of a verb: “shot | back”.
    fn behind_particle(&self, token: usize) -> usize {
        token + usize::from(self.reading.term(token).tags.has(Tags::PARTICLE))
    }

    /// Whether a frame can end before a token: what follows adds when, where or how, or begins anew.
    fn ends(&self, token: usize) -> bool {
        let class = self.reading.class(token);
        token >= self.limit
            || class.is_mark() && !self.reading.document.is_within_word(token)
            || matches!(
                class,
                Class::Preposition
                    | Class::Time
                    | Class::Adverb
                    | Class::Ing
                    | Class::Subordinator
                    | Class::Conjunction
                    | Class::Relative
            )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;

    #[test]
    fn the_subject_before_a_colon_is_found() {
        let cases = [
            ("Gil Finn interrupted Tom Orr: “No.”", "Gil Finn"),
            ("Asked about it, Gil Finn was blunt: “No.”", "Gil Finn"),
            (
                "The mayor of Leeds thanked Orr: “No.”",
                "The mayor of Leeds",
            ),
            ("The Post quoted Orr: “No.”", ""),
            ("The verdict of Orr: “No.”", ""),
            ("It was Orr who came: “No.”", ""),
        ];
        for (text, expected) in cases {
            let document = Document::new(text);
            let reading = Reading::new(&document);
            let colon = (0..document.tokens.len()).find(|&token| document.word(token) == ":");
            let frame = before_colon(&reading, colon.expect("a colon"));
            let found = frame.map_or("", |frame| document.span(frame.subject).of(text));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_verb_and_its_subject_alone_behind_words_within_marks_are_a_frame() {
        let cases = [
            (
                "inverted",
                "“Nor us,” snapped Gil Finn.",
                "snapped | Gil Finn",
            ),
            (
                "a letter",
                "“I did,” her tutor wrote in a letter that survives.",
                "wrote | her tutor",
            ),
            (
                "a habit",
                "“Only by bills,” the owner liked to say at parties.",
                "say | the owner",
            ),
            (
                "what was not said",
                "“Only by bills,” the owner declined to say.",
                "",
            ),
            ("a particle", "“I did,” shot back Finn.", "shot | Finn"),
            (
                "particles, too",
                "“I did,” piped up her son.",
                "piped | her son",
            ),
            (
                "a role",
                "“Nor us,” growled the mayor of Leeds.",
                "growled | the mayor of Leeds",
            ),
            (
                "a calling",
                "“Nor us,” scoffed baker Gil Finn, 40.",
                "scoffed | baker Gil Finn",
            ),
            (
                "an aside",
                "“Nor us,” Gil Finn, the mayor, said.",
                "said | Gil Finn",
            ),
            (
                "brackets",
                "“Nor us,” Rep. Gil Finn (D-Pa.) said.",
                "said | Rep. Gil Finn",
            ),
            (
                "in order",
                "“Nor us,” Gil Finn corrected.",
                "corrected | Gil Finn",
            ),
            ("a pronoun", "“Nor us,” she smiled at last.", "smiled | she"),
            (
                "a relative",
                "“Four,” his wife interjected.",
                "interjected | his wife",
            ),
            (
                "a reply",
                "“I did,” came the reply from Ana Ruiz.",
                "came | Ana Ruiz",
            ),
            (
                "a question",
                "“Who?” barked the judge.",
                "barked | the judge",
            ),
            (
                "a comma behind the mark",
                "‘Nor us’, quipped Finn.",
                "quipped | Finn",
            ),
            ("present tense", "“Nor us,” quips Finn.", "quips | Finn"),
            (
                "initials and a title",
                "“Nor us,” joked Dr. J. van der Berg.",
                "joked | Dr. J. van der Berg",
            ),
            ("a name alone", "“Nor us,” Finn and his wife.", ""),
            (
                "a sentence of its own",
                "“Get off!” Stewards ran towards the crowd.",
                "",
            ),
            (
                "an adjective",
                "“Nor us,” former mayor Gil Finn said.",
                "said | former mayor Gil Finn",
            ),
            (
                "a calling before its verb",
                "“Nor us,” residents Finn and Orr told us.",
                "",
            ),
            ("a stop", "“It is late.” Ran Finn away?", ""),
            ("an object", "“Nor us,” Finn threw the ball.", ""),
            ("nothing", "“Nor us,”", ""),
        ];
        for (name, text, expected) in cases {
            let document = Document::new(text);
            let reading = Reading::new(&document);
            let found = behind(&reading, &reading.quotations[0]).map(|frame| {
                let subject = document.span(frame.subject).of(text);
                format!("{} | {subject}", document.word(frame.verb))
            });
            assert_eq!(found.unwrap_or_default(), expected, "{name}");
        }
    }
}
