//! The cue of a quote within marks, if it has one.

use std::ops::Range;

use super::level;
use crate::model::templates::DirectCueTemplate as Template;
use crate::quotes::cues::{self, Cue};
use crate::quotes::marks::Quotation;
use crate::quotes::reading::{Features, Reading, bucket};
use crate::quotes::report_end::report_end;
use crate::quotes::terms::Class;

/// The cues that may report a quote: the quotations `group` of the text.
pub fn candidates(reading: &Reading, cues: &[Cue], group: &Range<usize>) -> Range<usize> {
    let first = reading.quotations[group.start].tokens.start;
    let sentence = reading.sentence_number(first) as usize;
    let paragraph = reading.paragraph(first);
    let from = match sentence.checked_sub(1) {
        Some(before)
            if reading.document.sentences[before].start >= paragraph.start
                || reading.class(first.checked_sub(1)) == Class::Colon =>
        {
            reading.document.sentences[before].start
        }
        Some(_) => paragraph.start,
        None => 0,
    };
    // A line that ends in a colon may stand in the paragraph before.
    let reaches_back =
        paragraph.start < first || reading.class(first.checked_sub(1)) == Class::Colon;
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

/// What indicates whether a cue, or none, reports a quote.
pub fn describe(
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
        features.add(Template::NoneBias, 0, 0);
        features.add(Template::NoneCount, count, 0);
        features.add(
            Template::NoneParagraph,
            u32::from(paragraph.start == first.start),
            u32::from(paragraph.end <= first.end + 1),
        );
        features.add(
            Template::NoneClassBefore,
            reading.class(first.start.checked_sub(1)) as u32,
            0,
        );
        return;
    };
    let cue = cues[number];
    let term = reading.term(cue.head);
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
            reading.class(near.tokens.start.checked_sub(1)),
        )
    };
    let outer = if is_after {
        near.tokens.end - 1
    } else {
        near.tokens.start
    };
    let sentences = reading
        .sentence_number(cue.head)
        .abs_diff(reading.sentence_number(outer))
        .min(3);
    let place = place << 2 | sentences;
    let (edge, likely) = (edge as u32, level(cue.probability));
    features.add(Template::Likely, place, likely);
    features.add(Template::Distance, place, bucket(distance));
    features.add(Template::Edge, place, edge);
    features.add(Template::Stem, place, stem);
    features.add(Template::StemAlone, stem, 0);
    features.add(
        Template::DistanceEdge,
        place << 4 | bucket(distance).min(8),
        edge,
    );
    features.add(
        Template::DistanceLikely,
        place << 4 | bucket(distance).min(8),
        likely,
    );
    features.add(Template::ClassEdge, term.class as u32, place << 8 | edge);
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
    features.add(Template::Rivals, rivals, place);
    let marks = range
        .clone()
        .filter(|&i| reading.class(i) == Class::Comma)
        .count()
        .min(3) as u32;
    features.add(Template::Commas, marks, place);
    features.add(Template::Count, count, place);
    features.add(
        Template::ClassAfter,
        reading.class(cue.head + 1) as u32,
        place,
    );
    let last = &quotations[quotations.len() - 1];
    features.add(Template::Attribution, own(reading, cues, last), place);
}

/// How surely a quotation brings its own attribution, right behind it: “…,” she said, or a name
/// behind a dash that ends the paragraph.
pub(in crate::quotes) fn own(reading: &Reading, cues: &[Cue], quotation: &Quotation) -> u32 {
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
