//! Prints what each rule is worth: how often it changes something, and what is lost without it, in points of F1.
//!
//! `cargo xtask ablate` runs it. The corpora are those of `../shared`; where there are none, the gold articles are
//! all that is measured.

#[path = "../tests/support/mod.rs"]
mod support;

use std::collections::BTreeSet;
use std::fs;

use newslight::dev::ablation::{take_fired, without};
use newslight::dev::{coref, entities, quotes as quote_rules};
use newslight::{
    Annotations, Annotator, EntityType, MentionKind, Quote, QuoteKind, Span, annotate,
};
use serde_json::Value;
use support::score::{Scores, Tally, score};
use support::{corpus, gold};

/// The corpora of names, by what they are called in `../shared/data/entities`.
const CORPORA: [&str; 8] = [
    "worldwide.dev",
    "uner-ewt.dev",
    "crossner-politics.dev",
    "gmb.dev",
    "gum-news.train",
    "gum-interview.train",
    "men.train",
    "wikigold.all",
];

/// The types whose names are counted.
const TYPES: [EntityType; 3] = [
    EntityType::Person,
    EntityType::Organization,
    EntityType::Place,
];

/// A name: where it begins and ends, in bytes, and the place of its type in [`TYPES`].
type Place = (usize, usize, usize);

fn main() {
    names();
    quotes();
}

/// What each rule of names is worth.
fn names() {
    let corpora: Vec<Vec<Document>> = CORPORA.iter().filter_map(|name| read(name)).collect();
    let annotator = Annotator::new().quotes(false);
    let measure = || {
        let scores = corpora.iter().map(|corpus| {
            let tallies = corpus.iter().map(|document| {
                let found = names_of(&annotator.annotate(&document.text));
                Tally::of(&found, &document.names)
            });
            sum(tallies).f1()
        });
        let articles = gold::articles();
        let on_gold = articles
            .iter()
            .map(|article| score(article, &annotator.annotate(&article.text)).names());
        scores.chain([sum(on_gold).f1()]).collect()
    };
    let headings = CORPORA.iter().take(corpora.len()).chain(&["gold"]);
    table("names", headings.copied(), entities::rule_ids(), measure);
}

/// What each rule of quotes, speakers and coreference is worth, on the gold articles and on PolNeAR.
fn quotes() {
    let articles = gold::articles();
    let corpus = attributions("polnear.dev");
    let measure = || {
        let mut sum = Scores::default();
        for article in &articles {
            sum += score(article, &annotate(&article.text));
        }
        let on_gold = [sum.direct, sum.speaker, sum.resolved, sum.reported];
        let on_corpus = corpus.iter().map(|corpus| on_attributions(corpus));
        on_gold
            .into_iter()
            .chain(on_corpus)
            .map(Tally::f1)
            .collect()
    };
    let headings = ["direct", "speaker", "resolved", "reported", "polnear"];
    let measured = headings.into_iter().take(4 + corpus.iter().len());
    let rules = quote_rules::rule_ids().chain(coref::rule_ids());
    table("quotes", measured, rules, measure);
}

/// A text with the attributions that people marked in it: the first span of each content, and its speakers.
type Attributed = (String, Vec<(Span, Vec<Span>)>);

/// A corpus of attributions, where there is one.
fn attributions(corpus: &str) -> Option<Vec<Attributed>> {
    let path = corpus::shared()?.join(format!("data/quotes/{corpus}.jsonl"));
    let lines = fs::read_to_string(path).ok()?;
    let read = |line: &str| {
        let document: Value = serde_json::from_str(line).expect("a document in JSON");
        let text = document["text"].as_str().expect("a text").to_owned();
        let bytes = bytes_of(&text);
        let spans = |value: &Value| -> Vec<Span> {
            let all = value.as_array().into_iter().flatten();
            let byte = |at: &Value| bytes[at.as_u64().expect("an offset") as usize];
            all.map(|span| Span::new(byte(&span[0]), byte(&span[1])))
                .collect()
        };
        let quotes = document["quotes"].as_array().expect("its quotes");
        let quotes = quotes
            .iter()
            .filter(|quote| quote["kind"] != "scare?")
            .filter_map(|quote| {
                Some((*spans(&quote["content"]).first()?, spans(&quote["speaker"])))
            });
        let quotes = quotes.collect();
        (text, quotes)
    };
    Some(lines.lines().map(read).collect())
}

/// Attributions whose first span is exact and whose speaker's mention shares words with the gold's.
fn on_attributions(corpus: &[Attributed]) -> Tally {
    sum(corpus.iter().map(|(text, gold)| {
        let found = annotate(text);
        let found = found
            .quotes
            .iter()
            .filter(|quote| quote.kind != QuoteKind::Scare);
        let is_right = |quote: &&Quote| {
            let speaker = quote.speaker.as_ref().map(|speaker| speaker.span);
            let mut gold = gold
                .iter()
                .filter(|(content, _)| Some(content) == quote.content.first());
            gold.any(|(_, speakers)| {
                speaker.is_some_and(|one| speakers.iter().any(|other| other.overlaps(one)))
            })
        };
        Tally {
            right: found.clone().filter(is_right).count(),
            found: found.count(),
            gold: gold.len(),
        }
    }))
}

/// Prints a row for each rule: how often it fires, and how much each figure falls without it.
fn table(
    title: &str,
    headings: impl IntoIterator<Item = &'static str>,
    rules: impl IntoIterator<Item = &'static str>,
    measure: impl Fn() -> Vec<f64>,
) {
    take_fired();
    let whole = measure();
    let fired = take_fired();
    let row = |heading: &str, fired: &str, figures: &[f64], sign: bool| {
        let cell = |figure: &f64| match sign {
            true => format!("{figure:+8.2}"),
            false => format!("{figure:8.1}"),
        };
        let cells: Vec<String> = figures.iter().map(cell).collect();
        println!("{heading:16}{fired:>7} {}", cells.join(" "));
    };
    let headings: Vec<String> = headings
        .into_iter()
        .map(|heading| format!("{:>8.8}", heading))
        .collect();
    println!("{title:16}  fires {}", headings.join(" "));
    row("all rules", "", &whole, false);
    for rule in rules {
        let figures = without(rule, &measure);
        let lost: Vec<f64> = whole
            .iter()
            .zip(figures)
            .map(|(all, one)| all - one)
            .collect();
        let times = fired.get(rule).copied().unwrap_or_default().to_string();
        row(rule, &times, &lost, true);
    }
}

fn sum(tallies: impl Iterator<Item = Tally>) -> Tally {
    tallies.fold(Tally::default(), |mut sum, tally| {
        sum += tally;
        sum
    })
}

/// A text with the names that people marked in it.
struct Document {
    text: String,
    names: BTreeSet<Place>,
}

/// A corpus, where there is one.
fn read(corpus: &str) -> Option<Vec<Document>> {
    let path = corpus::shared()?.join(format!("data/entities/{corpus}.jsonl"));
    let lines = fs::read_to_string(path).ok()?;
    Some(lines.lines().map(document).collect())
}

fn document(line: &str) -> Document {
    let document: Value = serde_json::from_str(line).expect("a document in JSON");
    let text = document["text"].as_str().expect("a text").to_owned();
    let bytes = bytes_of(&text);
    let entities = document["entities"].as_array().expect("its entities");
    let name = |entity: &Value| {
        let wanted = |entity_type: &EntityType| entity[2] == corpus::label(*entity_type);
        let byte = |at: usize| bytes[entity[at].as_u64().expect("an offset") as usize];
        Some((byte(0), byte(1), TYPES.iter().position(wanted)?))
    };
    let names = entities.iter().filter_map(name).collect();
    Document { text, names }
}

/// The byte at which each code point begins, and the text's end.
fn bytes_of(text: &str) -> Vec<usize> {
    let starts = text.char_indices().map(|(at, _)| at);
    starts.chain([text.len()]).collect()
}

/// The names that were found, as the corpora mark them.
fn names_of(found: &Annotations) -> BTreeSet<Place> {
    let mut names = BTreeSet::new();
    for entity in &found.entities {
        let Some(kind) = TYPES
            .iter()
            .position(|wanted| *wanted == entity.entity_type)
        else {
            continue;
        };
        let mentions = entity.mentions.iter();
        let mentions = mentions.filter(|mention| mention.kind == MentionKind::Name);
        names.extend(mentions.map(|mention| (mention.span.start, mention.span.end, kind)));
    }
    names
}
