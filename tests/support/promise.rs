//! What the confidence of a quote promises: the person shown said the words shown.

use std::fmt;
use std::ops::AddAssign;

use newslight::{Annotations, QuoteKind, Span};

use super::gold::{Article, Quote};
use super::harm::{outside_of_answers, said};
use super::links::things_of;

/// The quotes of one tenth of confidence.
#[derive(Clone, Copy, Default)]
struct Bin {
    quotes: usize,
    right: usize,
    promised: f64,
}

/// The confidence from which nothing may be wrong.
const CERTAIN: f32 = 0.95;

/// What was promised and what was kept, by tenths of confidence.
#[derive(Clone, Copy, Default)]
pub struct Promises {
    bins: [Bin; 10],
    certain: usize,
    certain_and_wrong: usize,
}

impl Promises {
    /// How many were wrong of the quotes at 0.95 and more.
    pub fn broken(&self) -> usize {
        self.certain_and_wrong
    }

    /// The tenths of confidence that hold this many quotes, and lie farther from what was kept than this, beside one
    /// standard error.
    #[expect(clippy::cast_precision_loss, reason = "the counts are small")]
    pub fn strays(&self, fewest: usize, farthest: f64) -> Vec<String> {
        let judged = self.bins.iter().enumerate();
        let judged = judged.filter(|(_, bin)| bin.quotes >= fewest);
        let line = |(index, bin): (usize, &Bin)| {
            let quotes = bin.quotes as f64;
            let (promised, kept) = (bin.promised / quotes, bin.right as f64 / quotes);
            let error = (kept * (1.0 - kept) / quotes).sqrt();
            let strays = (promised - kept).abs() > farthest + error;
            strays.then(|| {
                format!("0.{index}: promised {promised:.2}, kept {kept:.2} ({quotes} quotes)")
            })
        };
        judged.filter_map(line).collect()
    }

    /// Adds the quotes of one article that have a speaker.
    pub fn add(&mut self, article: &Article, found: &Annotations) {
        let found = &outside_of_answers(article, found);
        let things = things_of(article, found);
        let credited = found.quotes.iter();
        for quote in credited.filter(|quote| quote.kind != QuoteKind::Scare) {
            let Some(speaker) = &quote.speaker else {
                continue;
            };
            let thing = speaker.entity.and_then(|entity| things[entity]);
            let is_right = said(article, quote).is_some_and(|gold| {
                holds(gold, &quote.content) && is_shown_as(article, gold, speaker, thing)
            });
            let bin = &mut self.bins[((quote.confidence * 10.0) as usize).min(9)];
            bin.quotes += 1;
            bin.right += usize::from(is_right);
            bin.promised += f64::from(quote.confidence);
            if quote.confidence >= CERTAIN {
                self.certain += 1;
                self.certain_and_wrong += usize::from(!is_right);
            }
        }
    }
}

/// Whether the words are the gold's, but for an odd word at the ends.
fn holds(gold: &Quote, content: &[Span]) -> bool {
    let length = |spans: &[Span]| -> usize { spans.iter().map(|span| span.len()).sum() };
    let pairs = gold.content.iter();
    let pairs = pairs.flat_map(|a| content.iter().map(move |b| (a, b)));
    let shared: usize = pairs
        .map(|(a, b)| a.end.min(b.end).saturating_sub(a.start.max(b.start)))
        .sum();
    10 * shared >= 9 * length(content)
}

/// Whether the one shown is the one who speaks. Who is shown by the phrase of the text alone is
/// right by that phrase.
fn is_shown_as(
    article: &Article,
    gold: &Quote,
    speaker: &newslight::Speaker,
    thing: Option<usize>,
) -> bool {
    let own = gold
        .resolved
        .as_deref()
        .and_then(|form| article.thing(form));
    if speaker.entity.is_some() {
        return own.is_some() && own == thing;
    }
    gold.speaker
        .is_some_and(|phrase| phrase.overlaps(speaker.span))
}

impl AddAssign for Promises {
    fn add_assign(&mut self, other: Self) {
        for (bin, other) in self.bins.iter_mut().zip(other.bins) {
            bin.quotes += other.quotes;
            bin.right += other.right;
            bin.promised += other.promised;
        }
        self.certain += other.certain;
        self.certain_and_wrong += other.certain_and_wrong;
    }
}

impl fmt::Display for Promises {
    #[expect(clippy::cast_precision_loss, reason = "the counts are small")]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, bin) in self
            .bins
            .iter()
            .enumerate()
            .filter(|(_, bin)| bin.quotes > 0)
        {
            let quotes = bin.quotes as f64;
            let (promised, kept) = (bin.promised / quotes, bin.right as f64 / quotes);
            let count = bin.quotes;
            writeln!(
                f,
                "confidence 0.{index}  promised {promised:.2}  kept {kept:.2}  ({count} quotes)"
            )?;
        }
        let (wrong, certain) = (self.certain_and_wrong, self.certain);
        writeln!(
            f,
            "certain        {wrong} wrong of {certain} at 0.95 and more"
        )
    }
}
