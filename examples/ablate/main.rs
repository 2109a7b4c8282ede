//! Prints what each rule is worth: how often it changes something, what is lost without it, in points of F1, and how
//! many named cases are read otherwise.
//!
//! `cargo xtask ablate` runs it; `cargo xtask ablate coref` prints one table of the four. The corpora are those of
//! `../shared`; where there are none, the gold articles are all that is measured.

mod cases;
mod meant;
#[path = "../../tests/support/mod.rs"]
mod support;

use std::collections::BTreeSet;
use std::fs;

use meant::Meant;
use newslight::dev::ablation::{take_fired, without};
use newslight::dev::{coref as coref_rules, entities, quotes as quote_rules};
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
    let wanted = std::env::args().nth(1);
    let tables: [(&str, fn()); 4] = [
        ("names", names),
        ("links", links),
        ("quotes", quotes),
        ("coref", coref),
    ];
    for (name, print) in tables {
        if wanted.as_deref().is_none_or(|wanted| wanted == name) {
            print();
        }
    }
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

/// What each rule by which names are linked is worth: on the names of the gold articles, and on those of biographies
/// and interviews.
fn links() {
    let articles = gold::articles();
    let meant = Meant::read();
    let annotator = Annotator::new().quotes(false);
    let measure = || {
        let mut sum = Scores::default();
        for article in &articles {
            sum += score(article, &annotator.annotate(&article.text));
        }
        let [.., linked] = sum.links.figures();
        let [.., elsewhere] = meant.measure().links.figures();
        vec![sum.joined.f1(), linked, elsewhere]
    };
    let headings = ["joined", "gold B3", "bio B3"];
    table("links", headings, entities::link_rule_ids(), measure);
}

/// What each rule of quotes is worth, on the gold articles and on PolNeAR.
fn quotes() {
    let (headings, measure) = reports();
    table("quotes", headings, quote_rules::rule_ids(), measure);
}

/// What each rule of coreference is worth: the same, and what pronouns and descriptions mean in biographies and
/// interviews.
fn coref() {
    let (headings, measure) = reports();
    let meant = Meant::read();
    let measure = || {
        let mut figures = measure();
        let meant = meant.measure();
        figures.extend([meant.pronouns.f1(), meant.descriptions.f1()]);
        figures
    };
    let headings = headings.into_iter().chain(["pronouns", "descript"]);
    table("coref", headings, coref_rules::rule_ids(), measure);
}

/// How quotes and their speakers are measured, and what the figures are called.
fn reports() -> (Vec<&'static str>, impl Fn() -> Vec<f64>) {
    let articles = gold::articles();
    let corpus = attributions("polnear.dev");
    let headings = ["direct", "speaker", "resolved", "reported", "polnear"];
    let measured = headings.into_iter().take(4 + corpus.iter().len());
    let measure = move || {
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
    (measured.collect(), measure)
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

/// Prints a row for each rule: how often it fires, how much each figure falls without it, and how many of the named
/// cases are then read otherwise.
fn table(
    title: &str,
    headings: impl IntoIterator<Item = &'static str>,
    rules: impl IntoIterator<Item = &'static str>,
    measure: impl Fn() -> Vec<f64>,
) {
    let cases = cases::texts();
    let read = || -> Vec<String> {
        let found = cases.iter().map(|text| annotate(text));
        found.map(|found| format!("{found:?}")).collect()
    };
    take_fired();
    let (whole, readings) = (measure(), read());
    let fired = take_fired();
    let headings = headings.into_iter().map(|it| format!("{it:>8.8}"));
    let headings: Vec<String> = headings.collect();
    println!("{title:28}  fires {}   cases", headings.join(" "));
    let cells = |figures: &[f64], digits: usize| -> String {
        let cell = |figure: &f64| format!("{figure:8.digits$}");
        figures.iter().map(cell).collect::<Vec<_>>().join(" ")
    };
    let all = cells(&whole, 1);
    println!("{:28}        {all} {:7}", "all rules", cases.len());
    for rule in rules {
        let (figures, others) = without(rule, || (measure(), read()));
        let lost: Vec<f64> = whole
            .iter()
            .zip(figures)
            .map(|(all, it)| all - it)
            .collect();
        let times = fired.get(rule).copied().unwrap_or_default();
        let decided = readings
            .iter()
            .zip(&others)
            .filter(|(one, other)| one != other);
        let (lost, decided) = (cells(&lost, 2), decided.count());
        println!("{rule:28}{times:>7} {lost} {decided:7}");
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
