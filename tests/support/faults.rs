//! What is wrong with what was found in a gold article, one fault a line, for people to read.

use std::collections::BTreeSet;

use newslight::{Annotations, EntityType, MentionKind, QuoteKind, Span};

use super::gold::Article;
use super::harm::{is_shown, outside_of_answers, said};
use super::links::things_of;
use super::things::without_key;

/// Every fault, the kind first.
pub fn faults(article: &Article, found: &Annotations) -> Vec<String> {
    let found = &outside_of_answers(article, found);
    let mut faults = quote_faults(article, found);
    faults.extend(missed(article, found));
    faults.extend(name_faults(article, found));
    faults.extend(thing_faults(article, found));
    faults
}

/// The first words of a span.
fn start_of(text: &str, span: Span) -> String {
    let words = span.of(text);
    match words.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}

/// What is wrong with the quotes that were found.
fn quote_faults(article: &Article, found: &Annotations) -> Vec<String> {
    let text = &article.text;
    let things = things_of(article, found);
    let mut faults = Vec::new();
    for quote in found
        .quotes
        .iter()
        .filter(|quote| quote.kind != QuoteKind::Scare)
    {
        let words = start_of(text, quote.content[0]);
        let who = quote.speaker.as_ref();
        let shown = who.map_or("nobody", |who| who.name.as_str());
        let mention = who.map_or("", |who| who.span.of(text));
        let hidden = if is_shown(quote) { "" } else { ", not shown" };
        let sure = format!("{:.2}{hidden}", quote.confidence);
        let label = format!("“{words}” by {shown} ({mention}, {sure})");
        let Some(gold) = said(article, quote) else {
            faults.push(format!("said by nobody: {label}"));
            continue;
        };
        if gold.content != quote.content {
            let own: Vec<String> = gold
                .content
                .iter()
                .map(|span| start_of(text, *span))
                .collect();
            faults.push(format!("extent: {label}, gold {own:?}"));
        }
        let own = gold.resolved.as_deref();
        let shown = who
            .and_then(|who| who.entity)
            .and_then(|entity| things[entity]);
        let own_thing = own.and_then(|form| article.thing(form));
        let is_named = who.is_some_and(|who| who.entity.is_some());
        if shown != own_thing && (is_named || own.is_some()) {
            let kind = if is_named {
                "WRONG speaker"
            } else {
                "open speaker"
            };
            faults.push(format!(
                "{kind}: {label}, gold {}",
                own.unwrap_or("nobody named")
            ));
        }
    }
    faults
}

/// The quotes that were not found, and the words in marks that are nobody's.
fn missed(article: &Article, found: &Annotations) -> Vec<String> {
    let mut faults = Vec::new();
    for (number, quote) in (1..).zip(&article.quotes) {
        let is_found = |span: &Span| {
            let mut quotes = found
                .quotes
                .iter()
                .filter(|quote| quote.kind != QuoteKind::Scare);
            quotes.any(|other| other.content.iter().any(|other| other.overlaps(*span)))
        };
        let is_scare = quote.kind == QuoteKind::Scare;
        for span in quote
            .content
            .iter()
            .filter(|span| is_found(span) == is_scare)
        {
            let kind = if is_scare {
                "scare quote credited"
            } else {
                "quote missed"
            };
            let words = start_of(&article.text, *span);
            faults.push(format!("{kind}: q{number} {words}"));
        }
    }
    faults
}

/// Names that are no names, or are passed over.
fn name_faults(article: &Article, found: &Annotations) -> Vec<String> {
    const SCORED: [EntityType; 3] = [
        EntityType::Person,
        EntityType::Organization,
        EntityType::Place,
    ];
    let mut ours = BTreeSet::new();
    for entity in found
        .entities
        .iter()
        .filter(|entity| SCORED.contains(&entity.entity_type))
    {
        let names = entity.mentions.iter();
        let names = names.filter(|mention| mention.kind == MentionKind::Name);
        ours.extend(names.map(|mention| (mention.span, entity.entity_type)));
    }
    let gold = article.names.iter();
    let gold: BTreeSet<_> = gold
        .filter(|name| SCORED.contains(&name.entity_type))
        .map(|name| (name.span, name.entity_type))
        .collect();
    let line = |kind: &str, (span, of): &(Span, EntityType)| {
        format!("{kind}: {of:?} {}", start_of(&article.text, *span))
    };
    let no_names = ours
        .difference(&gold)
        .map(|name| line("no such name", name));
    let missed = gold.difference(&ours).map(|name| line("name missed", name));
    no_names.chain(missed).collect()
}

/// Things with a wrong name or role, and names of one thing that are parted.
fn thing_faults(article: &Article, found: &Annotations) -> Vec<String> {
    let mut faults = Vec::new();
    for (entity, thing) in found.entities.iter().zip(things_of(article, found)) {
        let Some(thing) = thing.map(|thing| &article.things[thing]) else {
            continue;
        };
        let full = without_key(&thing.form);
        if !thing.is_called(&entity.name) {
            faults.push(format!("display: {}, gold {full}", entity.name));
        }
        if thing.entity_type != EntityType::Person {
            continue;
        }
        match &entity.role {
            Some(role) if !thing.is_role(role) => {
                faults.push(format!("role of {full}: {role}, gold {:?}", thing.roles));
            }
            None if !thing.roles.is_empty() => {
                faults.push(format!("role missed of {full}: gold {:?}", thing.roles));
            }
            _ => {}
        }
    }
    faults
}
