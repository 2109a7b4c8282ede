//! What is wrong with what was found in a gold article, for people to read.

use std::collections::BTreeSet;
use std::fmt;

use newslight::{Annotations, EntityType, MentionKind, QuoteKind, Span};

use super::gold::Article;
use super::harm::{is_shown, outside_of_answers, said};
use super::links::{SCORED, things_of};
use super::things::without_key;

/// One fault.
pub struct Fault {
    /// What kind of fault: “wrong speaker”.
    pub kind: &'static str,
    /// The words that it is about, and what would be right.
    pub what: String,
    /// How sure the quote is of its speaker.
    pub confidence: Option<f32>,
    /// Whether readers see it unless they ask for more.
    pub is_shown: bool,
}

impl Fault {
    fn new(kind: &'static str, what: String) -> Self {
        Self {
            kind,
            what,
            confidence: None,
            is_shown: true,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind, self.what)?;
        if let Some(confidence) = self.confidence {
            write!(f, " ({confidence:.2})")?;
        }
        f.write_str(if self.is_shown { "" } else { " (not shown)" })
    }
}

/// Every fault.
pub fn faults(article: &Article, found: &Annotations) -> Vec<Fault> {
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
fn quote_faults(article: &Article, found: &Annotations) -> Vec<Fault> {
    let text = &article.text;
    let things = things_of(article, found);
    let mut faults = Vec::new();
    let credited = found.quotes.iter();
    for quote in credited.filter(|quote| quote.kind != QuoteKind::Scare) {
        let mut add = |kind, what| {
            faults.push(Fault {
                confidence: Some(quote.confidence),
                is_shown: is_shown(quote),
                ..Fault::new(kind, what)
            });
        };
        let who = quote.speaker.as_ref();
        let label = match who {
            Some(who) => format!(
                "“{}” by {} [{}]",
                start_of(text, quote.content[0]),
                who.name,
                who.span.of(text)
            ),
            None => format!("“{}” by nobody", start_of(text, quote.content[0])),
        };
        let Some(gold) = said(article, quote) else {
            add("said by nobody", label);
            continue;
        };
        let entity = who.and_then(|who| who.entity);
        let shown = entity.and_then(|entity| things[entity]);
        let own = gold.resolved.as_deref();
        let is_right = shown == own.and_then(|form| article.thing(form));
        let own = own.map_or("nobody named", without_key);
        match entity {
            Some(_) if !is_right => add("wrong speaker", format!("{label}, gold {own}")),
            None if !is_right => add("open speaker", format!("{label}, gold {own}")),
            _ => {}
        }
        if gold.content != quote.content {
            let spans = gold.content.iter();
            let own: Vec<String> = spans.map(|span| start_of(text, *span)).collect();
            add("extent", format!("{label}, gold {own:?}"));
        }
    }
    faults
}

/// The quotes that were not found, and the words in marks that are nobody's.
fn missed(article: &Article, found: &Annotations) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (number, quote) in (1..).zip(&article.quotes) {
        let is_found = |span: &Span| {
            let quotes = found.quotes.iter();
            let mut quotes = quotes.filter(|quote| quote.kind != QuoteKind::Scare);
            quotes.any(|other| other.content.iter().any(|other| other.overlaps(*span)))
        };
        let is_scare = quote.kind == QuoteKind::Scare;
        for span in &quote.content {
            let words = format!("q{number} {}", start_of(&article.text, *span));
            match (is_scare, is_found(span)) {
                (true, true) => faults.push(Fault::new("scare quote credited", words)),
                (false, false) => faults.push(Fault::new("quote missed", words)),
                _ => {}
            }
        }
    }
    faults
}

/// Names that are no names, or are passed over.
fn name_faults(article: &Article, found: &Annotations) -> Vec<Fault> {
    let scored = |of: EntityType| SCORED.contains(&of);
    let mut ours = BTreeSet::new();
    for entity in found
        .entities
        .iter()
        .filter(|entity| scored(entity.entity_type))
    {
        let names = entity.mentions.iter();
        let names = names.filter(|mention| mention.kind == MentionKind::Name);
        ours.extend(names.map(|mention| (mention.span, entity.entity_type)));
    }
    let gold = article.names.iter().filter(|name| scored(name.entity_type));
    let gold: BTreeSet<_> = gold.map(|name| (name.span, name.entity_type)).collect();
    let fault = |kind, (span, of): &(Span, EntityType)| {
        Fault::new(kind, format!("{of:?} {}", start_of(&article.text, *span)))
    };
    let no_names = ours
        .difference(&gold)
        .map(|name| fault("no such name", name));
    let missed = gold
        .difference(&ours)
        .map(|name| fault("name missed", name));
    no_names.chain(missed).collect()
}

/// Things with a wrong name or role.
fn thing_faults(article: &Article, found: &Annotations) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (entity, thing) in found.entities.iter().zip(things_of(article, found)) {
        let Some(thing) = thing.map(|thing| &article.things[thing]) else {
            continue;
        };
        let full = without_key(&thing.form);
        if !thing.is_called(&entity.name) && SCORED.contains(&thing.entity_type) {
            faults.push(Fault::new(
                "display",
                format!("{}, gold {full}", entity.name),
            ));
        }
        if thing.entity_type != EntityType::Person {
            continue;
        }
        let own = &thing.roles;
        match &entity.role {
            Some(role) if !thing.is_role(role) => {
                faults.push(Fault::new("role", format!("{full}: {role}, gold {own:?}")));
            }
            None if !own.is_empty() => {
                faults.push(Fault::new("role missed", format!("{full}: gold {own:?}")));
            }
            _ => {}
        }
    }
    faults
}
