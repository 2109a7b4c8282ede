//! Prints how the tagger cuts and sees the texts of a corpus, one JSON document a line: what a
//! teacher of the tagger (`examples/teacher`) learns from and gives its opinion on.
//!
//! With the weights of a tagger it prints the scores of all labels, too, in the weights' steps.

#[path = "train_tagger/corpus.rs"]
#[allow(dead_code, reason = "a training program uses all of it")]
mod corpus;

use std::error::Error;
use std::fs;
use std::ops::Range;

use newslight::Span;
use newslight::dev::model::context::Context;
use newslight::dev::model::features::View;
use newslight::dev::model::words::{Word, Words};
use newslight::dev::model::{Model, Scores, Weights, all_features};
use newslight::dev::text::Document;
use serde_json::{Value, json};

use corpus::{Convention, Text};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("usage: tokens FILE [WEIGHTS]")?;
    let weights = arguments
        .next()
        .map(|path| Ok::<_, Box<dyn Error>>(Weights::read(&fs::read(path)?)?))
        .transpose()?;
    let convention = Convention::of(&path);
    for line in fs::read_to_string(path)?.lines() {
        let mut line: Value = serde_json::from_str(line)?;
        let id = line["id"].clone();
        // A corpus of quotes marks no names.
        if line["entities"].is_null() {
            line["entities"] = json!([]);
        }
        let text: Text = serde_json::from_value(line)?;
        println!("{}", see(id, &text, convention, weights.as_ref()));
    }
    Ok(())
}

/// A text with its tokens (in code points), its sentences (in tokens), and for each token: the
/// number of its shape, the lists of names that it is in alone, those that a name of several words
/// around it is in and whether it is the first of that name, and the labels that it may have.
fn see(id: Value, text: &Text, convention: Convention, weights: Option<&Weights>) -> Value {
    let document = Document::new(&text.text);
    let words = Words::new(&document);
    let context = Context::new(&document, &words);
    let view = View {
        document: &document,
        words: &words,
        context: &context,
    };
    let range = |range: &Range<usize>| [range.start, range.end];
    let each = |of: fn(&Word) -> u32| -> Vec<u32> {
        (0..document.tokens.len())
            .map(|token| of(words.at(token)))
            .collect()
    };
    let known = context.known.iter();
    let mut seen = json!({
        "id": id,
        "text": text.text,
        "tokens": code_points(&document),
        "sentences": document.sentences.iter().map(range).collect::<Vec<_>>(),
        "shapes": each(|word| word.shape as u32),
        "lists": each(|word| u32::from(word.gazetteer.0)),
        "known": known.map(|&(lists, first)| (lists.0, first)).collect::<Vec<_>>(),
        "allowed": text.allowed(&document, convention),
    });
    if let Some(weights) = weights {
        seen["scores"] = json!(scores(&view, weights));
        seen["transitions"] = json!(weights.transitions());
    }
    seen
}

/// The first code point of each token, and the one after its last.
fn code_points(document: &Document) -> Vec<[usize; 2]> {
    let mut before = Span::new(0, 0);
    let mut start = 0;
    let mut offsets = Vec::with_capacity(document.tokens.len());
    for token in &document.tokens {
        let count = |span: Span| span.of(document.text).chars().count();
        start += count(Span::new(before.start, token.span.start));
        offsets.push([start, start + count(token.span)]);
        before = token.span;
    }
    offsets
}

/// What the weights say for and against each label of every token.
fn scores(view: &View, weights: &Weights) -> Vec<Scores> {
    let mut scores = Vec::with_capacity(view.document.tokens.len());
    for (index, sentence) in view.document.sentences.iter().enumerate() {
        for token in sentence.clone() {
            let mut features = Vec::new();
            all_features(view, index, token, |key| features.push(key));
            let mut sum = Scores::default();
            weights.add(&features, &mut sum);
            scores.push(sum);
        }
    }
    scores
}
