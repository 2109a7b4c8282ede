//! Words within marks whose place and look alone indicate what they are.

use crate::lexicon::Tags;
use crate::quotes::content::attribution;
use crate::quotes::cues;
use crate::quotes::introduced::verb_before;
use crate::quotes::reading::Reading;
use crate::quotes::report_end::report_end;
use crate::quotes::terms::{Class, form};
use crate::text::is_capital;

/// Whether a quotation is a sentence of its own behind another one in its paragraph: “Tom Reed was blunt.
/// ‘No.’” Of these, 99 in 100 are credited to somebody in the training articles.
pub(in crate::quotes) fn is_utterance(reading: &Reading, index: usize) -> bool {
    let quotation = &reading.quotations[index];
    let tokens = &quotation.tokens;
    let inner = quotation.inner();
    let behind_sentence = tokens.start > reading.paragraph(tokens.start).start
        && (reading.class(tokens.start - 1) == Class::Stop
            || reading.quotation_of(tokens.start - 1).is_some());
    let word = inner
        .clone()
        .next()
        .map(|first| reading.document.word(first));
    let opens = word.is_some_and(is_capital);
    let closes = inner
        .clone()
        .last()
        .is_some_and(|last| reading.class(last) == Class::Stop);
    quotation.is_closed
        && behind_sentence
        && opens
        && closes
        && reading.sentence(tokens.start).start == tokens.start
}

/// Whether words within marks open a clause and have a frame right behind them: “‘Nor us,’ snapped Finn.”
pub(in crate::quotes) fn is_framed(reading: &Reading, index: usize) -> bool {
    let start = reading.quotations[index].tokens.start;
    let before = reading.class_from(start, start.checked_sub(1));
    let inner = reading.quotations[index].inner();
    let opens = before != Class::Comma || reading.document.is_capital(inner.start);
    matches!(reading.frames.get(index), Some(Some(_))) && before.is_mark() && opens
}

/// Whether a quotation is a sentence that is a paragraph of its own, or the part of a run of paragraphs: what a
/// heading within marks is not, for want of a stop.
pub(in crate::quotes) fn is_paragraph(reading: &Reading, index: usize) -> bool {
    const FEWEST: usize = 3;
    let quotation = &reading.quotations[index];
    let inner = quotation.inner();
    let stops = |token: usize| reading.class(token) == Class::Stop;
    // “‘Legend in the Coal Fields.’” is a heading.
    let has_small = inner.clone().any(|token| {
        let class = reading.class(token);
        class.is_open() && !matches!(class, Class::Capital | Class::Upper)
    });
    let has_capital = inner
        .clone()
        .skip(1)
        .any(|token| reading.class(token) == Class::Capital);
    quotation.tokens == reading.paragraph(quotation.tokens.start)
        && (has_small || !has_capital)
        && inner.clone().last().is_some_and(stops)
        && inner
            .filter(|&token| !reading.class(token).is_mark())
            .count()
            >= FEWEST
}

/// Whether words within marks that open a sentence are a cry or a question, behind which another sentence begins:
/// “‘Get out!’ Ana Ruiz grabbed her coat.”
pub(in crate::quotes) fn is_cry(reading: &Reading, index: usize) -> bool {
    let quotation = &reading.quotations[index];
    let (start, end) = (quotation.tokens.start, quotation.tokens.end);
    let inner = quotation.inner();
    let last = inner.clone().last();
    let cries = last.is_some_and(|last| matches!(reading.document.word(last), "!" | "?" | "?!"));
    let opens = reading.paragraph(start).start == start;
    let next = reading.class_from(start, end);
    let begins = reading.document.is_capital(end) || next == Class::Pronoun;
    // “‘Hello, Dolly!’ The show ran for years.”
    let capitals = inner.skip(1);
    let is_title = capitals
        .into_iter()
        .any(|token| reading.class(token) == Class::Capital);
    let closes = reading.class(reading.paragraph(start).end.saturating_sub(1)) == Class::Stop;
    cries
        && opens
        && begins
        && !next.is_mark()
        && !is_title
        && closes
        && reading.is_beside(start, end)
}

/// Whether a verb of saying stands between words within marks that open a sentence, closed by a mark of their own,
/// and the one who says them: “‘Order!’ cried the speaker.”
pub(in crate::quotes) fn is_cried(reading: &Reading, index: usize) -> bool {
    let quotation = &reading.quotations[index];
    let verb = quotation.tokens.end;
    let Some(last) = quotation.inner().last() else {
        return false;
    };
    let opens = reading.sentence(last).start == quotation.tokens.start;
    let is_subject = matches!(
        reading.class_from(last, verb + 1),
        Class::Determiner | Class::Capital | Class::Upper
    );
    opens
        && is_subject
        && reading.term(verb).is_saying
        && matches!(reading.class(last), Class::Comma | Class::Stop)
}

/// How many tokens a single word has with its two marks: more often a term than what somebody said.
const LONGEST_WORD: usize = 3;

/// Whether a quotation is a single word.
pub(in crate::quotes) fn is_word(reading: &Reading, index: usize) -> bool {
    reading.quotations[index].tokens.len() <= LONGEST_WORD
}

/// Whether a quotation within what a cue reports is a title or a label, by its capitals: “her song, ‘Paper
/// Moonlight’”, “a vest marked ‘SECURITY’”, but not “called him ‘Crooked Tom’”.
pub(in crate::quotes) fn is_label(reading: &Reading, index: usize, cue: usize) -> bool {
    let term = reading.term(cue);
    let names = term.tags.has(Tags::JUDGING) || term.stem == const { form("call") };
    let inner = reading.quotations[index].inner();
    // “‘Ask me in May.’”, “‘Shame!’”
    let is_said = |token: usize| {
        matches!(
            reading.class(token),
            Class::Pronoun | Class::Object | Class::Auxiliary | Class::Possessive
        )
    };
    let stops = inner
        .clone()
        .last()
        .is_some_and(|last| reading.class(last) == Class::Stop);
    let mut words = inner
        .clone()
        .filter(|&token| reading.class(token).is_open())
        .peekable();
    !names
        && !stops
        && !inner.clone().any(is_said)
        && words.peek().is_some()
        && words.all(|token| matches!(reading.class(token), Class::Capital | Class::Upper))
}

/// Whether a quotation is the title of a work: words with capitals behind a noun and a comma, as in
/// “she said in her memoir, ‘The Warm Door.’”
pub(in crate::quotes) fn is_title(reading: &Reading, index: usize) -> bool {
    let quotation = &reading.quotations[index];
    let (start, inner) = (quotation.tokens.start, quotation.inner());
    let is_noun = |token: usize| {
        let is_cue = !cues::within(&reading.cues, token..token + 1).is_empty();
        matches!(
            reading.class_from(start, token),
            Class::Open | Class::Plural
        ) && !is_cue
    };
    let mut words = inner
        .clone()
        .filter(|&token| reading.class(token).is_open())
        .peekable();
    let is_behind = |class: Class| start >= 2 && reading.class_from(start, start - 1) == class;
    // “made a record: ‘Cold Rooms.’”, but not the headline “Reed Hits Back: ‘Build More Homes.’”
    let is_named = || {
        const NEAR: usize = 12;
        let word = reading.document.word_or_none(inner.start);
        let is_coined = word.chars().skip(1).any(char::is_uppercase);
        let last = inner.end.checked_sub(1);
        is_behind(Class::Colon)
            && (is_coined || inner.len() > 2)
            && reading.document.word_or_none(last) == "."
            && verb_before(reading, start - 1).is_none()
            && !reading.term(start - 2).tags.has(Tags::UTTERANCE)
            && (start.saturating_sub(NEAR)..start).any(is_noun)
    };
    (is_behind(Class::Comma) && is_noun(start - 2) || is_named())
        && words.peek().is_some()
        && words.all(|token| matches!(reading.class(token), Class::Capital | Class::Upper))
}

/// Whether a quotation ends a clause that begins before it, and an attribution behind it reports all
/// of that: “Ana Ruiz spoke of ‘…,’ her spokesman said.”
pub(in crate::quotes) fn is_woven(reading: &Reading, index: usize) -> bool {
    let tokens = &reading.quotations[index].tokens;
    let sentence = reading.sentence(tokens.start);
    let is_word = |token: usize| {
        let class = reading.class(token);
        class.is_open()
            || matches!(
                class,
                Class::Preposition | Class::To | Class::Determiner | Class::Possessive
            )
    };
    let begins_before = tokens.start > sentence.start && is_word(tokens.start - 1);
    let sentence = sentence.start..report_end(reading, &reading.quotations[index]);
    let mut behind = cues::within(&reading.cues, tokens.end..sentence.end).iter();
    begins_before
        && behind.any(|cue| attribution::closing(reading, cue.head, &sentence) == Some(tokens.end))
}
