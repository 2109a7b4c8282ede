//! Corpora of others, where they lie beside the repository, and the format they come in.

use std::path::{Path, PathBuf};

use newslight::{Annotations, EntityType, MentionKind, QuoteKind, Span, annotate};
use serde_json::{Value, json};

/// The folder of the corpora and of their scorers, where there is one.
pub fn shared() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    folder.join("data/README.md").exists().then_some(folder)
}

/// What we find in each document of a corpus, one line of JSON each, as its scorer reads it.
pub fn predictions(corpus: &str) -> String {
    let mut lines = String::new();
    for line in corpus.lines().filter(|line| !line.trim().is_empty()) {
        let document: Value = serde_json::from_str(line).expect("a document in JSON");
        let text = document["text"].as_str().unwrap_or_default();
        lines += &prediction(&document["id"], text, &annotate(text)).to_string();
        lines.push('\n');
    }
    lines
}

/// The annotations of one document, offsets in code points, without the scare quotes.
pub fn prediction(id: &Value, text: &str, found: &Annotations) -> Value {
    let points = code_points(text);
    let at = |span: Span| json!([points[span.start], points[span.end]]);
    let mut entities = Vec::new();
    for entity in &found.entities {
        let names = entity
            .mentions
            .iter()
            .filter(|mention| mention.kind == MentionKind::Name);
        entities.extend(names.map(|mention| {
            let Span { start, end } = mention.span;
            json!([points[start], points[end], label(entity.entity_type)])
        }));
    }
    let list = |spans: &[Span]| -> Vec<Value> { spans.iter().map(|&span| at(span)).collect() };
    let credited = found
        .quotes
        .iter()
        .filter(|quote| quote.kind != QuoteKind::Scare);
    let quotes: Vec<Value> = credited
        .map(|quote| {
            json!({
                "content": list(&quote.content),
                "kind": format!("{:?}", quote.kind).to_lowercase(),
                "cue": list(quote.cue.as_slice()),
                "speaker": quote.speaker.iter().map(|speaker| at(speaker.span)).collect::<Vec<_>>(),
                "resolved": quote.speaker.as_ref().map(|speaker| &speaker.name),
                "confidence": quote.confidence,
            })
        })
        .collect();
    json!({ "id": id, "entities": entities, "quotes": quotes })
}

/// The number of code points before each byte, the text's end included.
fn code_points(text: &str) -> Vec<usize> {
    let mut points = vec![0; text.len() + 1];
    let mut count = 0;
    for (at, c) in text.char_indices() {
        points[at..at + c.len_utf8()].fill(count);
        count += 1;
    }
    points[text.len()] = count;
    points
}

/// The type's name in the corpora.
pub const fn label(entity_type: EntityType) -> &'static str {
    match entity_type {
        EntityType::Person => "PERSON",
        EntityType::Organization => "ORG",
        EntityType::Place => "PLACE",
        EntityType::Group => "NORP",
        EntityType::Event => "EVENT",
        EntityType::Work => "WORK",
        EntityType::Date => "DATE",
        EntityType::Money => "MONEY",
    }
}
