//! Words within marks: whether anybody is credited with them, and which cue reports them.

use std::ops::Range;

use super::content::attribution;
use super::cues::{self, Cue};
use super::marks::Quotation;
use super::reading::{Features, Reading, bucket};
use super::terms::Class;

/// What tells whether a quotation is credited to somebody (decision 3), and whether it is a
/// quote of its own rather than part of a reported clause (decision 4).
pub fn describe(reading: &Reading, cues: &[Cue], index: usize, features: &mut Features) {
    let quotation = &reading.quotations[index];
    let tokens = quotation.tokens.clone();
    let inner = quotation.inner();
    let words = inner
        .clone()
        .filter(|&i| !reading.class(i).is_mark())
        .count();
    let length = bucket(words);
    let class = |token: usize| reading.class_from(tokens.start, token) as u32;
    let form = |token: usize| reading.form_from(tokens.start, token);
    let before = tokens.start.wrapping_sub(1);
    features.add(0, 0, 0);
    features.add(1, length, 0);
    features.add(2, 0, u32::from(quotation.is_closed));
    features.add(3, u32::from(quotation.continues), length);
    features.add(4, class(inner.start), length.min(5));
    features.add(5, reading.form(inner.start), 0);
    let last = class(inner.end.saturating_sub(1));
    features.add(6, last, length.min(5));
    features.add(7, class(tokens.end), last);
    features.add(8, form(tokens.end), 0);
    features.add(9, class(before), length.min(5));
    features.add(10, form(before), 0);
    features.add(11, form(before.wrapping_sub(1)), class(before));
    features.add(12, class(before), class(inner.start));
    features.add(13, class(tokens.end) << 8 | class(tokens.end + 1), last);
    let alike = |token: usize| reading.alike_from(tokens.start, token);
    features.add(30, alike(before), length.min(5));
    features.add(31, alike(tokens.end), length.min(5));
    features.add(32, alike(before.wrapping_sub(1)), class(before));
    features.add(33, alike(inner.start), length.min(5));
    features.add(34, alike(inner.end.saturating_sub(1)), length.min(5));
    let paragraph = reading.paragraph(tokens.start);
    let at_start = u32::from(paragraph.start == tokens.start);
    let at_end = u32::from(paragraph.end <= tokens.end + 1);
    features.add(14, at_start << 1 | at_end, length);
    let sentence = reading.sentence(tokens.start);
    features.add(15, u32::from(sentence.start == tokens.start), last);
    let capitals = inner
        .clone()
        .filter(|&i| matches!(reading.class(i), Class::Capital | Class::Upper))
        .count();
    let share = (4 * capitals / words.max(1)) as u32;
    features.add(16, share, length);
    let (ahead, behind) = nearest_cues(reading, cues, quotation);
    features.add(17, ahead, length.min(5));
    features.add(18, behind, length.min(5));
    features.add(19, ahead, behind);
    features.add(20, ahead, class(before));
    features.add(21, behind, last);
    features.add(22, ahead.max(behind) & 7, class(before) << 8 | last);
    if let Some(cue) = cue_beside(cues, tokens.start, true, &sentence) {
        features.add(
            23,
            reading.terms[cue.head].stem,
            bucket(tokens.start - cue.head).min(5),
        );
    }
    let end_sentence = sentence.start..report_end(reading, quotation);
    if let Some(cue) = cue_beside(cues, tokens.end, false, &end_sentence) {
        features.add(
            24,
            reading.terms[cue.head].stem,
            bucket(cue.head - tokens.end).min(5),
        );
    }
    let beside = |other: Option<&Quotation>| {
        let same = |other: &&Quotation| {
            reading.paragraph_of[other.tokens.start] == reading.paragraph_of[tokens.start]
        };
        other.filter(same).map_or(0, |other| {
            let gap = if other.tokens.start < tokens.start {
                tokens.start - other.tokens.end
            } else {
                other.tokens.start - tokens.end
            };
            1 + bucket(gap)
        })
    };
    features.add(
        25,
        beside(index.checked_sub(1).map(|i| &reading.quotations[i])),
        length.min(5),
    );
    features.add(26, beside(reading.quotations.get(index + 1)), length.min(5));
}

/// How likely the nearest cues before and after a quotation report, and how near they are.
pub(super) fn nearest_cues(reading: &Reading, cues: &[Cue], quotation: &Quotation) -> (u32, u32) {
    let tokens = &quotation.tokens;
    let first = reading.sentence(tokens.start);
    let end = report_end(reading, quotation);
    let tell = |best: Option<(u32, usize)>| {
        best.map_or(0, |(level, distance)| level | bucket(distance).min(8) << 3)
    };
    let before = cues::within(cues, first.start..tokens.start)
        .iter()
        .map(|cue| (level(cue.probability), tokens.start - cue.head))
        .max_by_key(|&(level, distance)| (level, std::cmp::Reverse(distance)));
    let after = cues::within(cues, tokens.end..end)
        .iter()
        .map(|cue| (level(cue.probability), cue.head - tokens.end))
        .max_by_key(|&(level, distance)| (level, std::cmp::Reverse(distance)));
    (tell(before), tell(after))
}

/// A probability in eight steps, finer at both ends.
pub(super) fn level(probability: f32) -> u32 {
    const STEPS: [f32; 7] = [0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95];
    STEPS.iter().filter(|&&step| probability >= step).count() as u32
}

/// The nearest cue of some weight on one side of a place, within a sentence.
fn cue_beside(cues: &[Cue], at: usize, before: bool, sentence: &Range<usize>) -> Option<Cue> {
    let split = cues.partition_point(|cue| cue.head < at);
    let is_likely = |cue: &&Cue| cue.probability >= 0.1 && sentence.contains(&cue.head);
    if before {
        let near = cues[..split].iter().rev().take(4);
        near.clone().find(is_likely).copied()
    } else {
        cues[split..].iter().take(4).find(is_likely).copied()
    }
}

/// The end of the sentence that a quotation ends in. A question or an exclamation does not end
/// the sentence that reports it: “Why?” Ana Ruiz asked.
pub(super) fn report_end(reading: &Reading, quotation: &Quotation) -> usize {
    let tokens = &quotation.tokens;
    let end = reading.sentence(tokens.end - 1).end;
    let asks = quotation
        .inner()
        .last()
        .is_some_and(|last| matches!(reading.document.word(last), "?" | "!" | "?!" | "…" | "..."));
    if asks && end == tokens.end && end < reading.paragraph(tokens.end - 1).end {
        reading.sentence(end).end
    } else {
        end
    }
}

/// Whether a quotation is a sentence of its own behind another one in its paragraph: “Tom Reed was blunt.
/// ‘No.’” Of these, 99 in 100 are credited to somebody in the training articles.
pub(super) fn is_utterance(reading: &Reading, index: usize) -> bool {
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
    let opens = word.is_some_and(|word| word.starts_with(char::is_uppercase));
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

/// Whether a verb of saying stands between words within marks that open a sentence, closed by a mark of their own,
/// and the one who says them: “‘Order!’ cried the speaker.”
pub(super) fn is_cried(reading: &Reading, index: usize) -> bool {
    let quotation = &reading.quotations[index];
    let verb = quotation.tokens.end;
    let last = quotation.inner().end.wrapping_sub(1);
    let opens = reading.sentence(last).start == quotation.tokens.start;
    let is_subject = matches!(
        reading.class_from(verb - 1, verb + 1),
        Class::Determiner | Class::Capital | Class::Upper
    );
    opens
        && is_subject
        && reading.terms[verb].is_saying
        && matches!(reading.class(last), Class::Comma | Class::Stop)
}

/// Whether a quotation is the title of a work: words with capitals behind a noun and a comma, as in
/// “she said in her memoir, ‘The Warm Door.’”
pub(super) fn is_title(reading: &Reading, index: usize) -> bool {
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
        .filter(|&token| reading.class(token).is_open())
        .peekable();
    start >= 2
        && reading.class_from(start, start - 1) == Class::Comma
        && is_noun(start - 2)
        && words.peek().is_some()
        && words.all(|token| matches!(reading.class(token), Class::Capital | Class::Upper))
}

/// Whether a quotation ends a clause that begins before it, and an attribution behind it reports all
/// of that: “Ana Ruiz spoke of ‘…,’ her spokesman said.”
pub(super) fn is_woven(reading: &Reading, index: usize) -> bool {
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

/// The cues that may report a quote: the quotations `group` of the text.
pub fn cue_candidates(reading: &Reading, cues: &[Cue], group: &Range<usize>) -> Range<usize> {
    let first = reading.quotations[group.start].tokens.start;
    let sentence = reading.sentence_of[first] as usize;
    let paragraph = reading.paragraph(first);
    let from = match sentence.checked_sub(1) {
        Some(before)
            if reading.document.sentences[before].start >= paragraph.start
                || reading.class(first.wrapping_sub(1)) == Class::Colon =>
        {
            reading.document.sentences[before].start
        }
        Some(_) => paragraph.start,
        None => 0,
    };
    // A line that ends in a colon may stand in the paragraph before.
    let reaches_back =
        paragraph.start < first || reading.class(first.wrapping_sub(1)) == Class::Colon;
    let from = if reaches_back {
        from.max(first.saturating_sub(60))
    } else {
        first
    };
    let to = report_end(reading, &reading.quotations[group.end - 1]);
    let start = cues.partition_point(|cue| cue.head < from);
    let end = cues.partition_point(|cue| cue.head < to);
    start..end.max(start)
}

/// What tells whether a cue, or none, reports a quote (decision 6).
pub fn describe_cue(
    reading: &Reading,
    cues: &[Cue],
    group: &Range<usize>,
    cue: Option<usize>,
    features: &mut Features,
) {
    let quotations = &reading.quotations[group.clone()];
    let first = quotations[0].tokens.clone();
    let count = quotations.len().min(3) as u32;
    let Some(number) = cue else {
        let paragraph = reading.paragraph(first.start);
        features.add(0, 0, 0);
        features.add(1, count, 0);
        features.add(
            2,
            u32::from(paragraph.start == first.start),
            u32::from(paragraph.end <= first.end + 1),
        );
        features.add(3, reading.class(first.start.wrapping_sub(1)) as u32, 0);
        return;
    };
    let cue = cues[number];
    let term = reading.terms[cue.head];
    let stem = if term.class == Class::Colon {
        1
    } else {
        term.stem
    };
    // The quotation nearest to the cue, and on which side of it the cue stands.
    let near = quotations
        .iter()
        .min_by_key(|quotation| {
            quotation.tokens.start.saturating_sub(cue.head)
                + cue.head.saturating_sub(quotation.tokens.end)
        })
        .expect("a group holds a quotation");
    let is_after = cue.head >= near.tokens.end;
    let is_last = near.tokens.end == quotations[quotations.len() - 1].tokens.end;
    let is_first = near.tokens.start == first.start;
    let place = u32::from(is_after) | u32::from(is_first) << 1 | u32::from(is_last) << 2;
    let (distance, edge) = if is_after {
        (
            cue.head - near.tokens.end,
            reading.class(near.inner().end.saturating_sub(1)),
        )
    } else {
        (
            near.tokens.start - cue.head,
            reading.class(near.tokens.start.wrapping_sub(1)),
        )
    };
    let outer = if is_after {
        near.tokens.end - 1
    } else {
        near.tokens.start
    };
    let sentences = reading.sentence_of[cue.head]
        .abs_diff(reading.sentence_of[outer])
        .min(3);
    let place = place << 2 | sentences;
    let (edge, likely) = (edge as u32, level(cue.probability));
    features.add(10, place, likely);
    features.add(11, place, bucket(distance));
    features.add(12, place, edge);
    features.add(13, place, stem);
    features.add(14, stem, 0);
    features.add(15, place << 4 | bucket(distance).min(8), edge);
    features.add(16, place << 4 | bucket(distance).min(8), likely);
    features.add(17, term.class as u32, place << 8 | edge);
    let range = if is_after {
        near.tokens.end..cue.head
    } else {
        cue.head + 1..near.tokens.start
    };
    let rivals = cues::within(cues, range.clone())
        .iter()
        .filter(|other| other.probability > 0.3)
        .count()
        .min(2) as u32;
    features.add(18, rivals, place);
    let marks = range
        .clone()
        .filter(|&i| reading.class(i) == Class::Comma)
        .count()
        .min(3) as u32;
    features.add(19, marks, place);
    features.add(20, count, place);
    features.add(21, reading.class(cue.head + 1) as u32, place);
    let last = &quotations[quotations.len() - 1];
    features.add(22, own_cue(reading, cues, last), place);
}

/// How surely a quotation brings its own attribution, right behind it: “…,” she said, or a name
/// behind a dash that ends the paragraph.
pub(super) fn own_cue(reading: &Reading, cues: &[Cue], quotation: &Quotation) -> u32 {
    const REACH: usize = 6;
    const SIGNED: u32 = 8;
    let end = quotation.tokens.end;
    let paragraph = reading.paragraph(end - 1);
    let is_signed = reading.class_from(end - 1, end) == Class::Dash
        && matches!(reading.class(end + 1), Class::Capital | Class::Upper)
        && paragraph.end <= end + 2 * REACH;
    if is_signed {
        return SIGNED;
    }
    let reach = report_end(reading, quotation).min(end + REACH);
    let near = cues::within(cues, end..reach).iter();
    let likely = near.map(|cue| cue.probability).fold(0.0, f32::max);
    let is_comma = reading.class(quotation.inner().end.saturating_sub(1)) == Class::Comma;
    let steps = [0.2, 0.5, 0.8]
        .iter()
        .filter(|&&step| likely > step)
        .count() as u32;
    u32::from(is_comma) << 2 | steps
}
