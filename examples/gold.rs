//! Prints the gold articles as JSON, one document a line: the format of the corpora that news
//! taggers and quote finders are measured on, with offsets in code points.

#[path = "../tests/support/mod.rs"]
mod support;

use newslight::{QuoteKind, Span};
use serde_json::{Value, json};
use support::corpus::label;
use support::gold::{self, Article, Quote};
use support::things::without_key;

fn main() {
    for article in gold::articles() {
        println!("{}", document(&article));
    }
}

fn document(article: &Article) -> Value {
    let text = article.text.as_str();
    let entities: Vec<Value> = article
        .names
        .iter()
        .map(|name| {
            let [start, end] = code_points(text, name.span);
            json!([start, end, label(name.entity_type)])
        })
        .collect();
    let quotes: Vec<Value> = article
        .quotes
        .iter()
        .map(|found| quote(text, found))
        .collect();
    let forms = article.aliases.iter();
    let forms = forms.map(|forms| forms.iter().map(|form| without_key(form)));
    let aliases: Vec<Vec<&str>> = forms.map(Iterator::collect).collect();
    json!({
        "id": article.name,
        "source": "newslight, tests/gold",
        "licence": "MIT OR Apache-2.0",
        "text": text,
        "aliases": aliases,
        "entities": entities,
        "quotes": quotes,
    })
}

fn quote(text: &str, quote: &Quote) -> Value {
    let kind = match quote.kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Mixed => "mixed",
        QuoteKind::Indirect => "indirect",
        QuoteKind::Scare => "scare?",
    };
    let list = |spans: &[Span]| -> Vec<[usize; 2]> {
        spans.iter().map(|&span| code_points(text, span)).collect()
    };
    json!({
        "content": list(&quote.content),
        "kind": kind,
        "cue": list(quote.cue.as_slice()),
        "speaker": list(quote.speaker.as_slice()),
        "speaker_text": quote.speaker.map(|span| span.of(text)),
        "speaker_head": list(quote.head.as_slice()),
        "speaker_type": if quote.speaker.is_some() { &quote.speaker_type } else { "none" },
        "resolved": quote.resolved,
    })
}

/// A span in code points.
fn code_points(text: &str, span: Span) -> [usize; 2] {
    [span.start, span.end].map(|byte| text[..byte].chars().count())
}
