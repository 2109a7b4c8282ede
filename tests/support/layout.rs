//! Direct quotes by how their speaker is given: where the right one is shown, and where not.

use std::fmt;
use std::ops::AddAssign;

use newslight::{Annotations, QuoteKind};

use super::gold::{Article, Quote};
use super::links::things_of;

/// How the speaker of a direct quote is given.
const WAYS: [&str; 7] = [
    "by name",
    "by a pronoun",
    "by a description of somebody named",
    "by a description of somebody unnamed",
    "in the paragraph before",
    "behind or before several paragraphs",
    "by the layout alone",
];

/// Of the stretches of quotes of each way: those shown as the right one's, as somebody else's,
/// and all.
#[derive(Clone, Copy, Default)]
pub struct Layouts([[usize; 3]; WAYS.len()]);

impl Layouts {
    /// Adds the direct quotes of one article.
    pub fn add(&mut self, article: &Article, found: &Annotations) {
        let things = things_of(article, found);
        let is_direct = |gold: &&Quote| gold.kind == QuoteKind::Direct;
        for gold in article.quotes.iter().filter(is_direct) {
            let thing = gold
                .resolved
                .as_deref()
                .and_then(|form| article.thing(form));
            let [right, wrong, all] = &mut self.0[way(article, gold)];
            for span in &gold.content {
                *all += 1;
                let mut quotes = found.quotes.iter();
                let quote = quotes.find(|quote| quote.content.contains(span));
                let Some(speaker) = quote.and_then(|quote| quote.speaker.as_ref()) else {
                    continue;
                };
                let shown = speaker.entity.and_then(|entity| things[entity]);
                let is_unnamed = speaker.entity.is_none();
                *right += usize::from(shown == thing && thing.is_none() == is_unnamed);
                *wrong += usize::from(!is_unnamed && shown != thing);
            }
        }
    }
}

fn way(article: &Article, gold: &Quote) -> usize {
    let text = &article.text;
    let is_new_paragraph = |from: usize, to: usize| text[from..to].contains("\n\n");
    let mut pairs = gold.content.windows(2);
    if gold.speaker.is_none() {
        6
    } else if pairs.any(|pair| is_new_paragraph(pair[0].end, pair[1].start)) {
        5
    } else if gold.cue.is_none() {
        4
    } else {
        match (gold.speaker_type.as_str(), &gold.resolved) {
            ("named", _) => 0,
            ("pronoun", _) => 1,
            (_, Some(_)) => 2,
            _ => 3,
        }
    }
}

impl AddAssign for Layouts {
    fn add_assign(&mut self, other: Self) {
        for (sum, counts) in self.0.iter_mut().zip(other.0) {
            for (sum, count) in sum.iter_mut().zip(counts) {
                *sum += count;
            }
        }
    }
}

impl fmt::Display for Layouts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (way, [right, wrong, all]) in WAYS.iter().zip(self.0) {
            writeln!(f, "{way:36} {right:3} right, {wrong:2} wrong of {all:3}")?;
        }
        Ok(())
    }
}
