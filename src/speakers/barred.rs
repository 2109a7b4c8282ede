//! Who cannot be the speaker of a cue, however near.

use std::ops::Range;

use super::candidates::{Candidate, Reference};
use super::{coordination, passive};
use crate::lexicon::Tags;
use crate::quotes::reading::Reading;
use crate::quotes::terms::{Class, Term, form, forms};
use crate::quotes::{Reported, dateline};
use crate::text::BlockKind;

/// Whether a candidate cannot be credited with what is reported.
pub(super) fn is_barred(reading: &Reading, candidate: &Candidate, found: &Reported) -> bool {
    is_credit(reading, candidate, found)
        || is_thing(reading, candidate, found.cue)
        || found.cue.is_some_and(|cue| {
            is_before_clause(reading, candidate, cue)
                || hangs_on_subject(reading, candidate, cue)
                || hangs_on_inverted(reading, candidate, cue)
                || passive::hears(reading, cue, candidate)
                || heads_nobody(reading, cue, candidate)
                || is_met(reading, candidate, cue)
        })
        || is_dateline(reading, candidate)
}

/// Whether what is found in the place of the speaker is the reply itself: “‘Never,’ came the answer”, “went the cry”.
pub(super) fn is_reply(reading: &Reading, candidate: &Candidate, cue: usize) -> bool {
    let verb = reading.term(cue);
    let head = reading.term(candidate.head);
    let may_speak = can_speak(head) || head.tags.has(Tags::RELEASE) || head.class == Class::Plural;
    candidate.reference == Reference::Description
        && candidate.tokens.start == cue + 1
        && verb.tags.has(Tags::PAST)
        && !verb.is_saying
        && !may_speak
}

/// Whether a candidate stands behind the colon of a heading that announces what follows, and not who speaks:
/// “‘We drift’: five minutes with Ana Ruiz”.
fn heads_nobody(reading: &Reading, cue: usize, candidate: &Candidate) -> bool {
    reading.class(cue) == Class::Colon
        && candidate.head > cue
        && match candidate.reference {
            Reference::Description => !reading.term(candidate.head).is_person,
            Reference::Pronoun => reading.class(candidate.head) == Class::Relative,
            Reference::Name(_) => false,
        }
}

/// Whether a candidate is not the subject of the clause that a participle goes on with: what its verb meets, whose
/// something is, what opens it, or another sentence's: “rebuked | Ana Ruiz, saying”, “‘sharply rebuked’ | Ana Ruiz,
/// saying”, “In | Reed's case, it refused, saying”.
fn is_met(reading: &Reading, candidate: &Candidate, cue: usize) -> bool {
    const TITLE: usize = 4;
    let Range { start, end } = candidate.tokens;
    let goes_on = reading.class(cue) == Class::Ing
        && matches!(
            reading.class_from(cue, cue.checked_sub(1)),
            Class::Comma | Class::Quotation | Class::Dash
        );
    // “thanked Reed, who came along, praising”
    let is_told_of = reading.class(end + 1) == Class::Relative;
    if !goes_on || end >= cue || is_told_of {
        return false;
    }
    let sentence = reading.sentence(cue).start;
    let is_title = |&token: &usize| reading.class(token) == Class::Capital;
    let title = (sentence..start)
        .rev()
        .take(TITLE)
        .take_while(is_title)
        .count();
    let Some(verb) = (start - title)
        .checked_sub(1)
        .filter(|&verb| verb >= sentence)
    else {
        return start < sentence;
    };
    let meets = match reading.quotation_of(verb) {
        Some(index) => reading.quotations[index]
            .inner()
            .last()
            .is_some_and(|last| reading.class(last).is_open()),
        None => {
            let term = reading.term(verb);
            let is_inverted = reading.class_from(verb, verb.checked_sub(1)).is_mark();
            term.is_past() && !term.is_saying && !is_inverted
        }
    };
    let opens = verb == sentence && reading.class(end) == Class::Comma;
    let is_linked = matches!(
        reading.class(verb),
        Class::Preposition | Class::Subordinator
    );
    meets || opens && is_linked || reading.class(end) == Class::Genitive
}

/// Whether a candidate stands in a caption or a byline, and what is reported does not: who took a picture or
/// wrote the article does not speak.
fn is_credit(reading: &Reading, candidate: &Candidate, found: &Reported) -> bool {
    let document = reading.document;
    let is_caption = |token| document.is_in_block(token, &[BlockKind::Caption]);
    document.is_credit(candidate.head)
        || is_caption(candidate.head) && !is_caption(found.content[0].start)
}

/// Whether a candidate stands in a dateline: “OSLO, May 3 (Reuters) - …”.
fn is_dateline(reading: &Reading, candidate: &Candidate) -> bool {
    let start = reading.sentence(candidate.head).start;
    candidate.tokens.end <= start + dateline::LONGEST
        && dateline::end(reading, start).is_some_and(|end| candidate.tokens.end <= end)
}

/// Whether a candidate is a pronoun for a thing: “nothing”, or “which” where the verb is none of saying.
fn is_thing(reading: &Reading, candidate: &Candidate, cue: Option<usize>) -> bool {
    const NOTHING: [u32; 4] = forms(["anything", "everything", "nothing", "something"]);
    let form_of = reading.form(candidate.head);
    candidate.reference == Reference::Pronoun
        && (NOTHING.contains(&form_of)
            || form_of == const { form("which") }
                && !cue.is_some_and(|cue| reading.term(cue).is_saying))
}

/// Whether a candidate stands before the clause of a cue, which has a subject of its own: “They left before | doctors
/// said”.
fn is_before_clause(reading: &Reading, candidate: &Candidate, cue: usize) -> bool {
    const LONGEST: usize = 6;
    let is_part = |&token: &usize| {
        let class = reading.class_from(cue, token);
        class.is_open() || class.opens_noun() || matches!(class, Class::Number | Class::Genitive)
    };
    let words = (0..cue).rev().take(LONGEST).take_while(is_part).count();
    let start = cue - words;
    let link = start.checked_sub(1).filter(|_| words > 0);
    link.is_some_and(|link| candidate.head < link && opens_clause(reading, link, cue - 1))
}

/// Whether a candidate right before its cue hangs by a preposition on the noun phrase that opens the sentence or its
/// last clause: “Sources close to | Reed said”, “One of | the nurses said”, “On Friday, an aide to | Reed said”.
fn hangs_on_subject(reading: &Reading, candidate: &Candidate, cue: usize) -> bool {
    let sentence = reading.sentence(cue).start;
    let Range { start: own, end } = candidate.tokens;
    let Some(link) = coordination::first_of(reading, own)
        .checked_sub(1)
        .filter(|&link| link > sentence && end <= cue)
    else {
        return false;
    };
    let belongs = |token: usize| matches!(reading.class(token), Class::Auxiliary | Class::Adverb);
    let is_linked = matches!(
        reading.class_from(cue, link),
        Class::Preposition | Class::To
    );
    if !is_linked || !(end..cue).all(belongs) || opens_clause(reading, link, candidate.head) {
        return false;
    }
    let is_part = |&token: &usize| is_of_phrase(reading, token);
    let start = link - (sentence..link).rev().take_while(is_part).count();
    start < link && opens_phrase(reading, start, sentence)
}

/// Whether a noun is one for people or for a body.
fn can_speak(noun: &Term) -> bool {
    noun.is_person || noun.tags.has(Tags::PEOPLE.union(Tags::BODY_NOUN))
}

/// Whether a word opens a clause of its own, since whoever stands behind it can speak: “This comes after police said”.
fn opens_clause(reading: &Reading, link: usize, subject: usize) -> bool {
    const LINKS: [u32; 4] = forms(["after", "before", "since", "until"]);
    let head = reading.term(subject);
    let speaks = can_speak(head)
        || head.form == const { form("police") }
        || matches!(head.class, Class::Capital | Class::Upper | Class::Pronoun);
    LINKS.contains(&reading.form(link)) && speaks
}

/// Whether a candidate hangs by a preposition on the noun phrase right behind a verb of saying that a comma or a mark
/// parts from what is said: “…, said the council in | a statement”.
fn hangs_on_inverted(reading: &Reading, candidate: &Candidate, cue: usize) -> bool {
    let is_part = |token: usize| is_of_phrase(reading, token);
    let link = candidate.tokens.start.saturating_sub(1);
    let parts = |class| matches!(class, Class::Comma | Class::Quotation);
    reading.term(cue).is_saying
        && link > cue + 1
        && reading.class(link) == Class::Preposition
        && reading.form(link) != const { form("by") }
        && parts(reading.class_from(cue, cue.checked_sub(1)))
        && reading.class(cue + 1) != Class::Preposition
        && (cue + 1..link).all(is_part)
}

/// Whether a word can be part of a noun phrase on which others hang.
fn is_of_phrase(reading: &Reading, token: usize) -> bool {
    let term = reading.term(token);
    match term.class {
        Class::Preposition | Class::To | Class::Genitive | Class::Number => true,
        Class::Dash => reading.document.is_within_word(token),
        class => {
            class.opens_noun() || class.is_open() && !term.is_saying && !term.tags.has(Tags::PAST)
        }
    }
}

/// Whether a noun phrase can begin at a token: at the start of its sentence, or with an article behind what opens that.
fn opens_phrase(reading: &Reading, start: usize, sentence: usize) -> bool {
    let class = reading.class(start);
    let counts = class.opens_noun() || class == Class::Number;
    if start > sentence {
        let opens = matches!(
            reading.class(start - 1),
            Class::Comma | Class::Subordinator | Class::That
        );
        return counts && opens;
    }
    // A participle in a capital is no noun: “Speaking to Reed”.
    let word = reading.document.word_or_none(start);
    let is_participle = word.ends_with("ing") || word.ends_with("ed");
    let is_noun = class.is_open() && !matches!(class, Class::Ing | Class::Ed | Class::Adverb);
    (counts || is_noun) && !is_participle
}
