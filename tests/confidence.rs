//! The confidence of a quote promises how often such a quote is right: the person shown said the words shown.

mod support;

use newslight::annotate;
use serde_json::Value;
use support::promise::Promises;
use support::{corpus, gold};

/// How many quotes a bin must hold to be judged.
const FEWEST: usize = 50;
/// How far what was kept may lie from what was promised, beside one standard error of the bin.
const FARTHEST: f64 = 0.05;

/// How many quotes of our own articles a bin must hold to be judged.
const FEWEST_OF_OURS: usize = 30;
/// Words and person together, on our own articles.
#[test]
fn confidence_keeps_its_promise_on_the_gold() {
    let mut promises = Promises::default();
    for article in gold::articles() {
        promises.add(&article, &annotate(&article.text));
    }
    println!("{promises}");
    let strays = promises.strays(FEWEST_OF_OURS, FARTHEST);
    assert!(strays.is_empty(), "\n{}", strays.join("\n"));
    assert_eq!(promises.broken(), 0, "wrong at 0.95 and more");
}

/// The quotes of one tenth of confidence.
#[derive(Clone, Copy, Default)]
struct Bin {
    count: usize,
    right: usize,
    promised: f64,
}

/// The corpora may not be copied into the repository: where they do not lie beside it, this
/// test says so and passes.
#[test]
fn confidence_keeps_its_promise() {
    let Some(shared) = corpus::shared() else {
        println!("SKIPPED: there is no ../shared with the corpora");
        return;
    };
    let path = shared.join("data/quotes/polnear.dev.jsonl");
    let gold = std::fs::read_to_string(path).expect("a corpus");
    let found = corpus::predictions(&gold);
    let parse = |line: &str| -> Value { serde_json::from_str(line).expect("a document in JSON") };
    let mut bins = [Bin::default(); 10];
    for (gold, found) in gold.lines().map(parse).zip(found.lines().map(parse)) {
        let credited = quotes(&found).filter(|quote| !spans(quote, "speaker").is_empty());
        // Who a pronoun or a description means, the corpus does not say.
        for quote in credited.filter(|quote| speaker_type(&gold, quote) != Some("pronoun")) {
            let confidence = quote["confidence"].as_f64().expect("a confidence");
            let bin = &mut bins[((confidence * 10.0) as usize).min(9)];
            bin.count += 1;
            bin.right += usize::from(is_right(&gold, quote));
            bin.promised += confidence;
        }
    }
    let mut broken = Vec::new();
    println!("bin      quotes  promised  kept");
    for (index, bin) in bins.iter().enumerate().filter(|(_, bin)| bin.count > 0) {
        let count = bin.count as f64;
        let (promised, kept) = (bin.promised / count, bin.right as f64 / count);
        let line = format!(
            "0.{index}–{:.1}  {:6}  {promised:8.3}  {kept:.3}",
            (index + 1) as f64 / 10.0,
            bin.count
        );
        println!("{line}");
        let error = (kept * (1.0 - kept) / count).sqrt();
        if bin.count >= FEWEST && (promised - kept).abs() > FARTHEST + error {
            broken.push(line);
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

fn quotes(document: &Value) -> impl Iterator<Item = &Value> {
    document["quotes"].as_array().into_iter().flatten()
}

fn spans(quote: &Value, field: &str) -> Vec<[u64; 2]> {
    let pairs = quote[field].as_array().into_iter().flatten();
    pairs
        .map(|pair| [0, 1].map(|end| pair[end].as_u64().unwrap_or_default()))
        .collect()
}

/// How many code points two lists of spans share.
fn shared(a: &[[u64; 2]], b: &[[u64; 2]]) -> u64 {
    let pairs = a.iter().flat_map(|a| b.iter().map(move |b| (a, b)));
    pairs
        .map(|(a, b)| a[1].min(b[1]).saturating_sub(a[0].max(b[0])))
        .sum()
}

/// How the corpus refers to the speaker of a quote's words.
fn speaker_type<'v>(gold: &'v Value, quote: &Value) -> Option<&'v str> {
    best(gold, quote)?["speaker_type"].as_str()
}

/// The quote of the corpus that shares most with a quote's words.
fn best<'v>(gold: &'v Value, quote: &Value) -> Option<&'v Value> {
    let content = spans(quote, "content");
    let credited = quotes(gold).filter(|quote| quote["kind"] != "scare?");
    credited
        .max_by_key(|gold| shared(&content, &spans(gold, "content")))
        .filter(|gold| shared(&content, &spans(gold, "content")) > 0)
}

/// Whether the corpus has somebody say at least half of a quote's words, and the quote's speaker
/// is a mention of that one: it holds the main word and lies mostly in the phrase.
fn is_right(gold: &Value, quote: &Value) -> bool {
    let (content, speaker) = (spans(quote, "content"), spans(quote, "speaker"));
    let length = |spans: &[[u64; 2]]| -> u64 { spans.iter().map(|span| span[1] - span[0]).sum() };
    let Some(best) = best(gold, quote) else {
        return false;
    };
    let phrase = spans(best, "speaker");
    let head = match spans(best, "speaker_head") {
        head if head.is_empty() => phrase.clone(),
        head => head,
    };
    2 * shared(&content, &spans(best, "content")) >= length(&content)
        && shared(&speaker, &head) > 0
        && 2 * shared(&speaker, &phrase) >= length(&speaker)
}
