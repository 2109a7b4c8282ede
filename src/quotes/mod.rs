//! Quoted words: where quotation marks open and close, who is likely credited with them, and
//! which clauses report without marks.

mod alone;
mod class;
pub mod content;
pub mod continuation;
mod cue;
pub mod cues;
pub mod dateline;
pub mod direct;
mod form;
mod frame;
pub mod frames;
pub mod introduced;
mod layouts;
pub mod marks;
mod mixed;
mod outermost;
mod pulled;
pub mod reading;
mod report_end;
mod reported;
mod status;
pub mod terms;

use crate::model::linear::Linear;
use crate::order::sort_by_number;
use crate::text::Document;
use layouts::Found;
use reading::Reading;
pub use reported::Reported;

/// The ids of the rules that can be switched off.
pub fn rule_ids() -> impl Iterator<Item = &'static str> {
    let layouts = layouts::LAYOUTS.iter().map(|layout| layout.id);
    layouts.chain(frames::IDS)
}

/// Reads a document for the stages of quotes and speakers: its marks, its frames, its cues.
pub fn read<'d, 't>(document: &'d Document<'t>, model: &Linear) -> Reading<'d, 't> {
    let mut reading = Reading::new(document);
    reading.turns = continuation::turns(&reading);
    reading.frames = frames::find(&reading);
    reading.cues = cues::find(&reading, model);
    reading
}

/// What a text reports or puts within marks, in order.
pub fn find(reading: &Reading, model: &Linear) -> Vec<Reported> {
    let laid_out = layouts::find(reading);
    let is_claimed = claims(reading, &laid_out);
    let (mut statuses, mut found) = status::quotations(reading, model, |token| is_claimed[token]);
    let reports = mixed::reports(reading, model, &found, &mut statuses);
    found.extend(reports);
    found.extend(alone::quotations(reading, &statuses));
    found.retain_mut(|reported| stays_apart(reported, &is_claimed));
    found.extend(laid_out.into_iter().map(|found| found.reported));
    sort_by_number(&mut found, |reported| reported.content[0].start as u64);
    pulled::drop(reading, &mut found);
    found
}

/// Which tokens a layout has for itself.
fn claims(reading: &Reading, laid_out: &[Found]) -> Vec<bool> {
    let mut is_claimed = vec![false; reading.terms.len()];
    for found in laid_out {
        is_claimed[found.claimed.clone()].fill(true);
    }
    is_claimed
}

/// Takes from a quote the parts that a layout has claimed; gives whether something of it remains, and
/// nothing of a report is claimed.
fn stays_apart(reported: &mut Reported, is_claimed: &[bool]) -> bool {
    use crate::annotations::QuoteKind;
    let is_apart = |part: &std::ops::Range<usize>| !part.clone().any(|token| is_claimed[token]);
    if reported.kind == QuoteKind::Direct {
        reported.content.retain(is_apart);
        reported.quoted.retain(is_apart);
    }
    !reported.content.is_empty() && reported.content.iter().all(is_apart)
}
