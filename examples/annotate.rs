//! Annotates what it reads from standard input and reports it.
//!
//! Plain text comes back with carets under its quotes. Lines of JSON, each `{"id", "text"}`,
//! come back as lines of JSON with `entities` and `quotes`, offsets in code points.

use std::io::{self, Read, Write};

use newslight::{Annotations, EntityType, MentionKind, QuoteKind, Span, annotate};
use serde_json::{Value, json};

fn main() -> io::Result<()> {
    let mut input = String::new();
    io::stdin().read_to_string(&mut input)?;
    let mut out = io::stdout().lock();
    if !input.starts_with('{') {
        return report(&input, &mut out);
    }
    for line in input.lines().filter(|line| !line.trim().is_empty()) {
        let document: Value = serde_json::from_str(line)?;
        let text = document["text"].as_str().unwrap_or_default();
        let found = annotate(text);
        writeln!(out, "{}", to_json(&document["id"], text, &found))?;
    }
    Ok(())
}

/// One line of carets under each line of the text that holds a quote, and who said it.
fn report(text: &str, out: &mut impl Write) -> io::Result<()> {
    let found = annotate(text);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let here = Span::new(start, start + line.len());
        start = here.end;
        writeln!(out, "{}", line.trim_end())?;
        let carets = carets(text, here, &found);
        if !carets.is_empty() {
            writeln!(out, "{carets}")?;
        }
        for quote in &found.quotes {
            if here.start <= quote.content[0].start && quote.content[0].start < here.end {
                let speaker = quote.speaker.as_ref();
                let name = speaker.map_or("nobody", |speaker| &speaker.name);
                let mention = speaker.map_or("", |speaker| speaker.span.of(text));
                let cue = quote.cue.map_or("", |cue| cue.of(text));
                let kind = quote.kind;
                let confidence = quote.confidence;
                writeln!(
                    out,
                    "    {kind:?} {confidence:.2}: {name} ({mention}) [{cue}]"
                )?;
            }
        }
    }
    Ok(())
}

/// What stands under one line: `^` direct, `~` mixed, `-` indirect, `.` scare, `=` cue,
/// `@` speaker.
fn carets(text: &str, line: Span, found: &Annotations) -> String {
    let mut carets = vec![' '; line.of(text).chars().count()];
    let mut mark = |span: Span, caret: char| {
        let from = span.start.max(line.start);
        let to = span.end.min(line.end);
        if from < to {
            let column = text[line.start..from].chars().count();
            let width = text[from..to].chars().count();
            carets[column..column + width].fill(caret);
        }
    };
    for quote in &found.quotes {
        let caret = match quote.kind {
            QuoteKind::Direct => '^',
            QuoteKind::Mixed => '~',
            QuoteKind::Indirect => '-',
            QuoteKind::Scare => '.',
        };
        quote.content.iter().for_each(|&span| mark(span, caret));
        quote.cue.iter().for_each(|&span| mark(span, '='));
        if let Some(speaker) = &quote.speaker {
            mark(speaker.span, '@');
        }
    }
    carets.into_iter().collect::<String>().trim_end().to_owned()
}

/// The annotations in code points, as the scorers of the corpora read them.
fn to_json(id: &Value, text: &str, found: &Annotations) -> Value {
    let mut points = vec![0; text.len() + 1];
    let mut count = 0;
    for (at, c) in text.char_indices() {
        points[at..at + c.len_utf8()].fill(count);
        count += 1;
    }
    points[text.len()] = count;
    let at = |span: Span| json!([points[span.start], points[span.end]]);
    let mut entities = Vec::new();
    for entity in &found.entities {
        for mention in &entity.mentions {
            if mention.kind == MentionKind::Name {
                let Span { start, end } = mention.span;
                let label = label(entity.entity_type);
                entities.push(json!([points[start], points[end], label]));
            }
        }
    }
    let quotes: Vec<Value> = found
        .quotes
        .iter()
        .filter(|quote| quote.kind != QuoteKind::Scare)
        .map(|quote| {
            json!({
                "content": quote.content.iter().map(|&span| at(span)).collect::<Vec<_>>(),
                "kind": format!("{:?}", quote.kind).to_lowercase(),
                "cue": quote.cue.iter().map(|&span| at(span)).collect::<Vec<_>>(),
                "speaker": quote.speaker.iter().map(|speaker| at(speaker.span)).collect::<Vec<_>>(),
                "resolved": quote.speaker.as_ref().map(|speaker| &speaker.name),
                "confidence": quote.confidence,
            })
        })
        .collect();
    json!({ "id": id, "entities": entities, "quotes": quotes })
}

const fn label(entity_type: EntityType) -> &'static str {
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
