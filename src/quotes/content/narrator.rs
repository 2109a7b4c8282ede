//! Where the writer's own words go on behind a report: “said that it was late | and left”, “said rents would rise |
//! while a rival cut its prices”, “said the pier was safe | before walking to her car”.

use std::ops::Range;

use super::adverbial;
use crate::lexicon::Tags;
use crate::quotes::reading::Reading;
use crate::quotes::terms::{Class, form, forms};

/// What is said, as far as it indicates whether words behind it go on with it.
struct Said {
    /// Behind its first verb.
    from: usize,
    end: usize,
    /// Whether its subject can do what people do.
    is_animate: bool,
    verb: Verb,
}

/// The verb of what is said.
#[derive(Clone, Copy, PartialEq)]
enum Verb {
    /// “would fall”: no past form can go on with it.
    Modal,
    /// “was repaired”, “would be repaired”: a participle can.
    Passive,
    /// “were over”.
    Be,
    /// “had failed”, “fell”.
    Other,
}

/// Where the writer's own words begin behind a cue, if they do within a window.
pub(super) fn end(reading: &Reading, cue: &Range<usize>, window: &Range<usize>) -> Option<usize> {
    if !reading.term(cue.start).is_saying {
        return None;
    }
    let said = said(reading, cue, window)?;
    let is_free = |token: &usize| reading.quotation_of(*token).is_none();
    (said.from..said.end).filter(is_free).find(|&token| {
        reading.class(token - 1) == Class::Comma && adverbial::comments(reading, token)
            || second_deed(reading, &said, token)
            || keeps_silent(reading, token)
            || turns(reading, token)
            || meanwhile(reading, &said, token)
            || around_it(reading, &said, token)
    })
}

/// What is said behind a cue.
fn said(reading: &Reading, cue: &Range<usize>, window: &Range<usize>) -> Option<Said> {
    const HEARERS: usize = 6;
    const LONGEST_SUBJECT: usize = 12;
    let that = (cue.end..window.end.min(cue.end + HEARERS))
        .take_while(|&token| reading.class(token) != Class::Auxiliary)
        .find(|&token| reading.class(token) == Class::That);
    let start = that.map_or(cue.end, |that| that + 1);
    let limit = window.end.min(start + LONGEST_SUBJECT);
    let is_finite = |&token: &usize| reading.term(token).is_finite();
    let verb = (start + 1..limit).find(is_finite)?;
    let head = reading.term(verb - 1);
    let is_it = const { forms(["it", "that", "there", "this"]) }.contains(&head.form);
    let is_animate = head.is_person
        || head
            .tags
            .has(Tags::PEOPLE.union(Tags::MALE).union(Tags::FEMALE))
        || matches!(head.class, Class::Capital | Class::Upper)
        || head.class == Class::Pronoun && !is_it;
    Some(Said {
        from: verb + 1,
        end: window.end,
        is_animate,
        verb: kind(reading, verb),
    })
}

/// What kind of verb begins at a token.
fn kind(reading: &Reading, verb: usize) -> Verb {
    let belongs = |&token: &usize| matches!(reading.class(token), Class::Auxiliary | Class::Adverb);
    let length = (verb..reading.terms.len()).take_while(belongs).count();
    let group = verb..verb + length;
    let is = |tag: Tags| group.clone().any(|token| reading.term(token).tags.has(tag));
    let main = reading.term(group.end);
    let is_participle = main.is_past();
    match (is(Tags::BE), is_participle) {
        (true, true) => Verb::Passive,
        (_, _) if is(Tags::MOOD) => Verb::Modal,
        (true, false) => Verb::Be,
        _ => Verb::Other,
    }
}

/// Whether the one who speaks does something else from a token on: “and then drove off”, “but refused to leave”.
fn second_deed(reading: &Reading, said: &Said, token: usize) -> bool {
    const LINKS: [u32; 3] = forms(["and", "but", "then"]);
    if !LINKS.contains(&reading.form(token)) {
        return false;
    }
    let is_adverb = |&at: &usize| reading.class(at) == Class::Adverb;
    let verb = token + 1 + (token + 1..said.end).take_while(is_adverb).count();
    let term = reading.term(verb);
    if !term.is_past() || verb >= said.end || reading.form(verb + 1) == const { form("by") } {
        return false;
    }
    let is_deed = term.tags.has(
        Tags::ACTING
            .union(Tags::REFUSING)
            .union(Tags::URGING)
            .union(Tags::SAYING),
    );
    match said.verb {
        Verb::Modal => true,
        _ if said.is_animate => false,
        Verb::Be => true,
        Verb::Passive | Verb::Other => is_deed,
    }
}

/// Whether the writer tells from a token on what is not said: “but would not say when”.
fn keeps_silent(reading: &Reading, token: usize) -> bool {
    const SILENT: [[u32; 3]; 2] = [forms(["but", "would", "not"]), forms(["but", "did", "not"])];
    let is_silent = |words: &[u32; 3]| {
        (token..)
            .zip(words)
            .all(|(at, &word)| reading.form(at) == word)
    };
    let verb = reading.term(token + 3);
    let tells = const { forms(["comment", "disclose", "elaborate", "specify"]) };
    SILENT.iter().any(is_silent) && (verb.is_saying || tells.contains(&verb.form))
}

/// Whether the writer turns at a token to what was said as a whole: “…, but that was before the storm”.
fn turns(reading: &Reading, token: usize) -> bool {
    let be = reading.term(token + 2);
    reading.class(token - 1) == Class::Comma
        && reading.form(token) == const { form("but") }
        && reading.form(token + 1) == const { form("that") }
        && (be.is_finite() || be.class == Class::Genitive)
}

/// Whether something else happens meanwhile from a token on: “while rival Northgate cut its prices”.
fn meanwhile(reading: &Reading, said: &Said, token: usize) -> bool {
    const LONGEST: usize = 14;
    const LINKS: [u32; 2] = forms(["as", "while"]);
    let is_parted = reading.class(token - 1) == Class::Comma && reading.form(token) == LINKS[1];
    let opens = LINKS.contains(&reading.form(token)) && (is_parted || said.verb != Verb::Other);
    let subject = reading.class(token + 1);
    if !opens || !(subject.is_open() || subject.opens_noun()) {
        return false;
    }
    let end = said.end.min(token + 2 + LONGEST);
    let mut at = token + 2;
    while at < end {
        let term = reading.term(at);
        if let Some(behind) = behind_name(reading, at) {
            at = behind;
            continue;
        }
        // “Harlow & Co”
        if term.is_finite() || term.class.is_mark() && term.class != Class::Mark {
            return term.class.is_open() && !reading.class(at - 1).opens_noun();
        }
        at += 1;
    }
    false
}

/// The token behind the name between commas, of which the first stands at a token: “a rival, Ana Ruiz, | said”.
fn behind_name(reading: &Reading, comma: usize) -> Option<usize> {
    const LONGEST: usize = 5;
    let is_comma = |token: usize| reading.class_from(comma, token) == Class::Comma;
    let is_name = |token: &usize| matches!(reading.class(*token), Class::Capital | Class::Upper);
    let words = (comma + 1..comma + 1 + LONGEST).take_while(is_name).count();
    let closing = comma + 1 + words;
    (words > 0 && is_comma(comma) && is_comma(closing)).then_some(closing + 1)
}

/// Whether the one who speaks does something before or after speaking: “before walking to her car”.
fn around_it(reading: &Reading, said: &Said, token: usize) -> bool {
    let opens = const { forms(["after", "before"]) }.contains(&reading.form(token));
    let is_deed = || {
        let term = reading.term(token + 1);
        term.class == Class::Ing && term.tags.has(Tags::ACTING)
    };
    opens && (!said.is_animate || said.verb == Verb::Be) && is_deed()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quotes::reading::Reading;
    use crate::text::Document;

    #[test]
    fn the_writers_words_are_told_from_what_is_said() {
        let cases = [
            (
                "a deed",
                "Reed said that the hearing was over and left for Oslo.",
                "and left for Oslo.",
            ),
            (
                "then",
                "Reed said that prices would stay low and then raised them.",
                "and then raised them.",
            ),
            (
                "a refusal",
                "Reed said the hut was sound but refused to enter it.",
                "but refused to enter it.",
            ),
            (
                "a turn",
                "Reed said the roof would hold, but that was before the storm.",
                "but that was before the storm.",
            ),
            (
                "a turn, shortened",
                "Reed said rents would ease, but that’s no more than a hope.",
                "but that’s no more than a hope.",
            ),
            (
                "a second clause",
                "Reed said the roof would hold, but that it was leaking.",
                "",
            ),
            (
                "meanwhile",
                "Reed said rents were low while the city raised its taxes.",
                "while the city raised its taxes.",
            ),
            (
                "meanwhile, behind a comma",
                "Reed said profits fell, while a report by Northgate found more.",
                "while a report by Northgate found more.",
            ),
            (
                "meanwhile, with a firm of two names",
                "Reed said profits fell, while an audit by Harlow & Co found errors.",
                "while an audit by Harlow & Co found errors.",
            ),
            (
                "meanwhile, with somebody's name",
                "Reed said profits fell, while a clerk at the firm, Ana Ruiz, called that false.",
                "while a clerk at the firm, Ana Ruiz, called that false.",
            ),
            (
                "a remark",
                "Reed said the huts were gone, a claim rejected by the council.",
                "a claim rejected by the council.",
            ),
            (
                "a record",
                "Reed said the army fell back, in the worst defeat since May.",
                "in the worst defeat since May.",
            ),
            (
                "a record alone",
                "Reed said exports fell, the sharpest drop on record.",
                "the sharpest drop on record.",
            ),
            (
                "a verdict",
                "Reed said the hut would close, in a blow to walkers.",
                "in a blow to walkers.",
            ),
            (
                "what it stirs",
                "Reed said the pier would close, prompting fresh anger in town.",
                "prompting fresh anger in town.",
            ),
            (
                "a list",
                "Reed said the van held a map, a sign and two ropes.",
                "",
            ),
            (
                "a praise",
                "Reed said he beat Borg, the best player in town.",
                "",
            ),
            (
                "what was done with it",
                "Reed said the river rose, sending water into the huts.",
                "",
            ),
            (
                "as",
                "Reed said the hut was safe as children ran outside.",
                "as children ran outside.",
            ),
            (
                "before",
                "Reed said that the vote was fair before leaving the hall.",
                "before leaving the hall.",
            ),
            (
                "more that is said",
                "Reed said the man stole a van and drove off.",
                "",
            ),
            (
                "another clause",
                "Reed said it was late and that he would go.",
                "",
            ),
            (
                "another auxiliary",
                "Reed said the firm had lost money and was selling huts.",
                "",
            ),
            (
                "participles",
                "Reed said the hut would be washed and painted.",
                "",
            ),
            ("a cause", "Reed said prices rose as farmers left.", ""),
            ("when", "Reed said he was asleep when the fire began.", ""),
            (
                "no verb of saying",
                "Reed saw that the hut was empty and left.",
                "",
            ),
        ];
        for (name, text, expected) in cases {
            let document = Document::new(text);
            let reading = Reading::new(&document);
            let window = 0..document.tokens.len();
            let found = end(&reading, &(1..2), &window);
            let rest = found.map_or("", |end| document.span(end..window.end).of(text));
            assert_eq!(rest, expected, "{name}");
        }
    }
}
