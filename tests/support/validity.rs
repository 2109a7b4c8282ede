//! What every result keeps to, whatever the text.

use newslight::{Annotations, Entity, Quote, QuoteKind, Span};

/// Every way in which the annotations of a text are unsound.
pub fn faults(text: &str, found: &Annotations) -> Vec<String> {
    let mut faults = Vec::new();
    for (index, entity) in found.entities.iter().enumerate() {
        if entity.id != index {
            faults.push(format!("entity {index} has the id {}", entity.id));
        }
        faults.extend(entity_faults(text, entity));
    }
    if !found
        .entities
        .is_sorted_by_key(|entity| entity.mentions.first().map(|mention| mention.span))
    {
        faults.push("the entities are not in the order of their first mentions".to_owned());
    }
    for quote in &found.quotes {
        faults.extend(quote_faults(text, quote, found.entities.len()));
    }
    if !found
        .quotes
        .is_sorted_by_key(|quote| quote.content.first().map(|span| span.start))
    {
        faults.push("the quotes are not in the order of their content".to_owned());
    }
    faults
}

fn entity_faults(text: &str, entity: &Entity) -> Vec<String> {
    let spans: Vec<Span> = entity.mentions.iter().map(|mention| mention.span).collect();
    let mut faults = span_faults(text, &spans);
    if spans.is_empty() {
        faults.push(format!("entity {} has no mention", entity.id));
    }
    if entity.name.trim().is_empty() {
        faults.push(format!("entity {} has no name", entity.id));
    }
    if entity
        .role
        .as_ref()
        .is_some_and(|role| role.trim().is_empty())
    {
        faults.push(format!("entity {} has an empty role", entity.id));
    }
    faults
}

fn quote_faults(text: &str, quote: &Quote, entities: usize) -> Vec<String> {
    let mut faults = span_faults(text, &quote.content);
    faults.extend(span_faults(text, &quote.quoted));
    faults.extend(span_faults(text, quote.cue.as_slice()));
    if quote.content.is_empty() {
        faults.push("a quote has no content".to_owned());
    }
    let within = |part: &Span| quote.content.iter().any(|span| span.contains(*part));
    if !quote.quoted.iter().all(within) {
        faults.push(format!(
            "quoted {:?} lies outside content {:?}",
            quote.quoted, quote.content
        ));
    }
    if !(0.0..=1.0).contains(&quote.confidence) {
        faults.push(format!("the confidence is {}", quote.confidence));
    }
    let has_marks = !quote.quoted.is_empty();
    if has_marks != (quote.kind != QuoteKind::Indirect) {
        faults.push(format!(
            "a quote of the kind {:?} has {:?} quoted",
            quote.kind, quote.quoted
        ));
    }
    if let Some(speaker) = &quote.speaker {
        faults.extend(span_faults(text, &[speaker.span]));
        if quote.kind == QuoteKind::Scare {
            faults.push("a scare quote is credited".to_owned());
        }
        if speaker.name.trim().is_empty() {
            faults.push("a speaker has no name".to_owned());
        }
        if speaker.entity.is_some_and(|entity| entity >= entities) {
            faults.push(format!(
                "the speaker's entity {:?} is none of {entities}",
                speaker.entity
            ));
        }
    }
    faults
}

/// Spans are in the text, on the boundaries of characters, not empty, sorted and apart.
fn span_faults(text: &str, spans: &[Span]) -> Vec<String> {
    let mut faults = Vec::new();
    for span in spans {
        if span.start >= span.end || text.get(span.start..span.end).is_none() {
            faults.push(format!("{span:?} is no part of the text"));
        }
    }
    if spans.windows(2).any(|pair| pair[0].end > pair[1].start) {
        faults.push(format!("{spans:?} are not sorted or not apart"));
    }
    faults
}
