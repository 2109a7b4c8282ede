//! Which of the clauses that cues may report are reported: the outermost alone, for within what is
//! reported nothing is reported anew, and no words twice.

use super::content::{Choice, Clause};
use super::cues::{self, Cue};
use super::direct::shape;
use super::frames;
use super::reading::Reading;
use super::terms::{form, forms};
use crate::model::linear::Linear;
use crate::order::{descending, sort_by_number};

/// How likely a cue must be for a clause of its own. Speakers weigh it once more.
const FLOOR: f32 = 0.35;

/// What a cue may report.
struct Report {
    cue: Cue,
    clause: Clause,
    /// Where the clause could begin at the earliest.
    earliest: usize,
}

/// The clauses that cues report, where `is_free` says which of them report nothing yet, and
/// `is_direct` which tokens lie in direct quotes.
pub(super) fn clauses(
    reading: &Reading,
    model: &Linear,
    is_free: impl Fn(usize) -> bool,
    is_direct: impl Fn(usize) -> bool,
) -> Vec<(Cue, Clause)> {
    let cues = reading.cues.iter().filter(|cue| {
        cue.probability >= FLOOR
            && is_free(cue.head)
            && !cues::is_formula(reading, cue.head)
            && !is_known(reading, cue.head)
    });
    let reports = cues.filter_map(|cue| {
        let choice = Choice::new(reading, cue);
        let clause = choice.best(reading, model)?;
        let is_noun = clause.is_subject_of(reading, cue)
            || clause.holds_subject_of(reading, cue)
            || clause.holds_object_of(reading, cue);
        let has_marks = |token: usize| {
            let quotation = reading.quotation_of(token);
            quotation.is_some_and(|index| !shape::is_label(reading, index, cue.head))
        };
        let is_said = clause.parts().flatten().any(has_marks)
            || frames::is_proposition(reading, cue, &clause);
        (!is_noun && is_said).then_some(Report {
            cue: *cue,
            clause,
            earliest: choice.earliest(),
        })
    });
    let mut reports: Vec<Report> = reports.collect();
    drop_deeds(reading, &mut reports);
    widen(&mut reports, is_direct);
    let kept = kept(reading, &mut reports);
    let reports = reports.into_iter().zip(kept).filter(|(_, kept)| *kept);
    reports
        .map(|(report, _)| (report.cue, report.clause))
        .collect()
}

/// “She is known for …”, “This is called a ‘request’”: nobody says so, unless “by” names somebody.
fn is_known(reading: &Reading, head: usize) -> bool {
    const NAMED: [u32; 6] = forms(["called", "dubbed", "known", "named", "nicknamed", "termed"]);
    let mut behind = head + 1..reading.sentence(head).end;
    NAMED.contains(&reading.form(head))
        && cues::is_behind_be(reading, head)
        && !behind.any(|token| reading.form(token) == const { form("by") })
}

/// Drops the reports by other verbs than those of saying that hold a report of words within marks by one
/// of these: “The Senate blocked a bill, Ana Ruiz saying it was ‘bad’”.
fn drop_deeds(reading: &Reading, reports: &mut Vec<Report>) {
    let says = |report: &Report| reading.term(report.cue.head).is_saying;
    let holds_marks = |report: &Report| {
        let mut tokens = report.clause.parts().flatten();
        tokens.any(|token| reading.quotation_of(token).is_some())
    };
    let mut quotes = vec![false; reading.terms.len()];
    for report in reports
        .iter()
        .filter(|report| says(report) && holds_marks(report))
    {
        quotes[report.cue.head] = true;
    }
    reports.retain(|report| {
        says(report) || !report.clause.parts().flatten().any(|token| quotes[token])
    });
}

/// Lets a clause before its cue begin where its sentence does, where it would begin within what an
/// earlier cue reports: “Lane asked for rain and said [it would come], her aide said”.
fn widen(reports: &mut [Report], is_direct: impl Fn(usize) -> bool) {
    for index in 1..reports.len() {
        let (before, rest) = reports.split_at_mut(index);
        let Report {
            cue,
            clause,
            earliest,
        } = &mut rest[0];
        if clause.second.is_some() || clause.first.end > cue.head {
            continue;
        }
        let start = clause.first.start;
        let is_shared = before
            .iter()
            .rev()
            .take_while(|other| other.cue.head >= *earliest)
            .any(|other| other.cue.head < start && other.clause.overlaps(clause));
        if is_shared && !(*earliest..start).any(&is_direct) {
            clause.first.start = *earliest;
        }
    }
}

/// Sorts the reports by how likely they are; returns which of them remain: those within another
/// one do not, nor do those which share words with a likelier one.
fn kept(reading: &Reading, reports: &mut [Report]) -> Vec<bool> {
    sort_by_number(reports, |report| descending(report.cue.probability));
    let mut owner: Vec<Option<usize>> = vec![None; reading.terms.len()];
    let mut kept = vec![false; reports.len()];
    let mut report_of: Vec<Option<usize>> = vec![None; reading.terms.len()];
    for (index, Report { cue, clause, .. }) in reports.iter().enumerate() {
        let is_taken = |token: usize| {
            owner[token].is_some_and(|other| !clause.contains(reports[other].cue.head))
        };
        if owner[cue.head].is_some() || clause.parts().flatten().any(is_taken) {
            continue;
        }
        kept[index] = true;
        report_of[cue.head] = Some(index);
        for token in clause.parts().flatten() {
            owner[token] = Some(index);
            if let Some(inner) = report_of[token].take() {
                kept[inner] = false;
            }
        }
    }
    kept
}
