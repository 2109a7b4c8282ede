//! Pronouns of the first person within quotes.

use super::nouns::is_speaker;
use super::rules::Rule;
use crate::annotations::{Entity, EntityType, Mention, MentionKind, Quote, QuoteKind};
use crate::text::Document;

/// Adds “I” within a person's words, and “we” within those of a body.
pub fn add(document: &Document, entities: &mut [Entity], quotes: &[Quote]) {
    if !Rule::FirstPersons.is_on() {
        return;
    }
    let mut free = 0;
    for quote in quotes {
        let Some(entity) = quote.speaker.as_ref().and_then(|speaker| speaker.entity) else {
            continue;
        };
        if !matches!(quote.kind, QuoteKind::Direct | QuoteKind::Mixed) {
            continue;
        }
        let is_person = entities[entity].entity_type == EntityType::Person;
        for &part in &quote.quoted {
            let start = document.token_at(part.start.max(free));
            let inside = (start..document.tokens.len())
                .take_while(|&token| document.tokens[token].span.end <= part.end);
            for token in inside {
                let word = document.word(token);
                let is_meant = if is_person {
                    is_speaker(word)
                } else {
                    matches!(
                        word,
                        "we" | "We" | "us" | "our" | "Our" | "ours" | "ourselves"
                    )
                };
                if is_meant {
                    Rule::FirstPersons.fires();
                    entities[entity].mentions.push(Mention {
                        span: document.tokens[token].span,
                        kind: MentionKind::Pronoun,
                    });
                }
            }
            free = free.max(part.end);
        }
    }
}
