//! Every decision of every article as an example to learn from.

use std::ops::Range;

use newslight::QuoteKind;
use newslight::dev::model::linear::{Decision, Linear};
use newslight::dev::quotes;
use newslight::dev::quotes::content::{Choice, Clause};
use newslight::dev::quotes::cues::{self, Cue};
use newslight::dev::quotes::reading::{Features, Reading};
use newslight::dev::quotes::{continuation, direct};
use newslight::dev::speakers::alone;
use newslight::dev::speakers::candidates::{self, Candidate};
use newslight::dev::speakers::choose::Question;
use newslight::dev::speakers::{self, confidence};

use crate::gold::{Article, Gold, overlap};
use crate::learner::Example;

pub fn cue_examples(article: &Article) -> Vec<Example> {
    let reading = &article.reading;
    let count = reading.terms.len();
    let mut is_head = vec![false; count];
    let mut is_unclear = vec![false; count];
    for gold in &article.gold {
        for part in &gold.cue {
            is_unclear[part.clone()].fill(true);
        }
    }
    for gold in &article.gold {
        if let Some(head) = article.cue_head(gold) {
            is_head[head] = true;
        }
    }
    for span in &article.ignored {
        is_unclear[span.clone()].fill(true);
    }
    (0..count)
        .filter(|&token| cues::can_report(reading, token) && (is_head[token] || !is_unclear[token]))
        .map(|token| {
            Example::yes_or_no(Decision::Cue, is_head[token], |f| {
                cues::describe(reading, token, f)
            })
        })
        .collect()
}

pub fn credited_examples(article: &Article) -> Vec<Example> {
    quotation_examples(article, Decision::Credited, |gold| Some(gold.is_some()))
}

pub fn whole_examples(article: &Article) -> Vec<Example> {
    quotation_examples(article, Decision::Whole, |gold| {
        gold.map(|gold| gold.is_direct)
    })
}

pub fn quotation_examples(
    article: &Article,
    decision: Decision,
    right: impl Fn(Option<&Gold>) -> Option<bool>,
) -> Vec<Example> {
    let reading = &article.reading;
    (0..reading.quotations.len())
        .filter(|&index| !article.is_ignored(&reading.quotations[index].tokens))
        .filter_map(|index| {
            let gold = article.gold_of(index).map(|gold| &article.gold[gold]);
            let right = right(gold)?;
            Some(Example::yes_or_no(decision, right, |f| {
                direct::describe(reading, &reading.cues, index, f)
            }))
        })
        .collect()
}

/// The direct quotes as runs of quotations, each with its attribution.
pub fn groups(article: &Article) -> Vec<(Range<usize>, usize)> {
    let mut groups: Vec<(Range<usize>, usize)> = Vec::new();
    for index in 0..article.reading.quotations.len() {
        let Some(gold) = article
            .gold_of(index)
            .filter(|&gold| article.gold[gold].is_direct)
        else {
            continue;
        };
        match groups.last_mut() {
            Some((group, last)) if *last == gold && group.end == index => group.end = index + 1,
            _ => groups.push((index..index + 1, gold)),
        }
    }
    groups
}

pub fn continuation_examples(article: &Article) -> Vec<Example> {
    let reading = &article.reading;
    let direct = |index: usize| {
        article
            .gold_of(index)
            .filter(|&gold| article.gold[gold].is_direct)
    };
    (1..reading.quotations.len())
        .filter(|&index| continuation::can_continue(reading, index))
        .filter_map(|index| {
            let (before, here) = (direct(index - 1)?, direct(index)?);
            Some(Example::yes_or_no(
                Decision::Continuation,
                before == here,
                |f| {
                    continuation::describe(reading, &reading.cues, index, f);
                },
            ))
        })
        .collect()
}

pub fn cue_choice_examples(article: &Article) -> Vec<Example> {
    let reading = &article.reading;
    groups(article)
        .into_iter()
        .map(|(group, gold)| {
            let gold = &article.gold[gold];
            let found = direct::cue::candidates(reading, &reading.cues, &group);
            let options: Vec<Option<usize>> = [None].into_iter().chain(found.map(Some)).collect();
            let mut right: Vec<bool> = options
                .iter()
                .map(|cue| {
                    cue.is_some_and(|cue| {
                        gold.cue
                            .iter()
                            .any(|part| part.contains(&reading.cues[cue].head))
                    })
                })
                .collect();
            right[0] = !right.contains(&true);
            let describe = |cue: &Option<usize>| {
                let mut features = Features::new(Decision::DirectCue);
                direct::cue::describe(reading, &reading.cues, &group, *cue, &mut features);
                features.slots
            };
            Example {
                options: options.iter().map(describe).collect(),
                right,
            }
        })
        .collect()
}

pub fn clause_examples(article: &Article) -> Vec<Example> {
    let reading = &article.reading;
    article
        .gold
        .iter()
        .filter(|gold| !gold.is_direct)
        .filter_map(|gold| {
            let head = article.cue_head(gold)?;
            let choice = Choice::new(
                reading,
                &Cue {
                    head,
                    probability: 1.0,
                },
            );
            let all = choice.all(reading);
            let likeness: Vec<f32> = all
                .iter()
                .map(|(clause, _)| likeness(reading, clause, gold))
                .collect();
            let best = likeness.iter().copied().fold(0.0, f32::max);
            (best > 0.5).then(|| Example {
                right: likeness.iter().map(|&value| value >= best).collect(),
                options: all.into_iter().map(|(_, features)| features).collect(),
            })
        })
        .collect()
}

/// How much a clause and an attribution's content share, from 0 to 1, marks apart.
pub fn likeness(reading: &Reading, clause: &Clause, gold: &Gold) -> f32 {
    let is_word = |&token: &usize| !reading.class(token).is_mark();
    let inside = |token: &usize| gold.content.iter().any(|part| part.contains(token));
    let (mut shared, mut count) = (0, 0);
    for token in clause.parts().flatten().filter(is_word) {
        count += 1;
        shared += usize::from(inside(&token));
    }
    let all = gold
        .content
        .iter()
        .cloned()
        .flatten()
        .filter(is_word)
        .count();
    shared as f32 / (all + count - shared).max(1) as f32
}

pub fn speaker_examples(article: &Article) -> Vec<Example> {
    let reading = &article.reading;
    let heads = article
        .gold
        .iter()
        .filter_map(|gold| article.cue_head(gold));
    let all = candidates::find(reading, &article.names, heads);
    let mut last = None;
    let mut examples = Vec::new();
    for gold in &article.gold {
        let cue = article.cue_head(gold);
        let question = Question::new(reading, &all, &gold.content, cue, gold.is_direct, last);
        let found = question.candidates(reading, &all);
        let mut right = vec![gold.speaker.is_empty()];
        right.extend(found.iter().map(|&index| is_speaker(&all[index], gold)));
        last = (0..all.len())
            .find(|&index| is_speaker(&all[index], gold))
            .or(last);
        if !right.contains(&true) {
            continue;
        }
        let mut features = Features::new(Decision::Speaker);
        question.describe_none(reading, &mut features);
        let mut options = vec![features.slots];
        for index in found {
            let mut features = Features::new(Decision::Speaker);
            let holder = alone::holder(reading, &all, index);
            alone::describe(reading, &all[index], &mut features);
            question.describe(reading, &all, index, holder, &mut features);
            options.push(features.slots);
        }
        examples.push(Example { options, right });
    }
    examples
}

/// Every credited quote, as found with weights that were learned from other articles.
pub fn confidence_examples(article: &Article, model: &Linear) -> Vec<Example> {
    let reading = &article.reading;
    let reported = quotes::find(reading, model);
    speakers::credit(reading, &article.names, reported, model)
        .iter()
        .filter(|credited| !article.is_ignored(&credited.reported.content[0]))
        .filter(|credited| credited.reported.kind != QuoteKind::Scare)
        .map(|credited| {
            let speaker = credited.speaker.as_ref();
            let right = is_right(article, speaker, &credited.reported.content);
            Example::yes_or_no(Decision::Confidence, right, |f| {
                confidence::describe(reading, credited, f)
            })
        })
        .collect()
}

/// Whether somebody says at least half of some words, and the speaker, where one is told, is
/// that one.
fn is_right(article: &Article, speaker: Option<&Candidate>, content: &[Range<usize>]) -> bool {
    let shared = |gold: &&Gold| -> usize {
        let parts = gold.content.iter();
        parts
            .flat_map(|part| content.iter().map(|other| overlap(part, other)))
            .sum()
    };
    let count: usize = content.iter().map(Range::len).sum();
    let best = article.gold.iter().max_by_key(shared);
    best.is_some_and(|gold| {
        2 * shared(&gold) >= count && speaker.is_none_or(|speaker| is_speaker(speaker, gold))
    })
}

/// Whether a candidate names the speaker: its words lie mostly in the speaker's phrase, and they
/// hold the phrase's head.
pub fn is_speaker(candidate: &Candidate, gold: &Gold) -> bool {
    let shared: usize = gold
        .speaker
        .iter()
        .map(|part| overlap(part, &candidate.tokens))
        .sum();
    gold.head
        .iter()
        .any(|part| overlap(part, &candidate.tokens) > 0)
        && 2 * shared >= candidate.tokens.len()
}
