//! What a newsroom cannot forgive: somebody who is named is shown with words that are not theirs.

use std::fmt;
use std::ops::AddAssign;

use newslight::{Annotations, EntityType, QuoteKind, Span};

use super::gold::{Article, Quote};
use super::links::things_of;

/// The confidence from which an indirect quote is shown without being asked for.
const SHOWN: f32 = 0.7;

/// The confidence that calls itself sure.
const SURE: f32 = 0.9;

/// Whether readers see this quote unless they ask for more.
pub fn is_shown(quote: &newslight::Quote) -> bool {
    match quote.kind {
        QuoteKind::Direct | QuoteKind::Mixed => true,
        QuoteKind::Indirect => quote.confidence >= SHOWN,
        QuoteKind::Scare => false,
    }
}

/// Quotes shown with a person's name, and those of them that are not that person's.
#[derive(Clone, Copy, Default)]
pub struct Harm {
    /// Quotes shown with the name of a person.
    pub shown: usize,
    /// Words of somebody else.
    pub wrong: usize,
    /// The same, at a confidence of 0.9 and more.
    pub wrong_and_sure: usize,
    /// Words that nobody said.
    pub unsaid: usize,
    /// The same, at a confidence of 0.9 and more.
    pub unsaid_and_sure: usize,
}

impl AddAssign for Harm {
    fn add_assign(&mut self, other: Self) {
        self.shown += other.shown;
        self.wrong += other.wrong;
        self.wrong_and_sure += other.wrong_and_sure;
        self.unsaid += other.unsaid;
        self.unsaid_and_sure += other.unsaid_and_sure;
    }
}

impl fmt::Display for Harm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            shown,
            wrong,
            wrong_and_sure,
            unsaid,
            unsaid_and_sure,
        } = self;
        write!(
            f,
            "{wrong} of {shown} quotes shown with a person's name are somebody else's ({wrong_and_sure} at 0.9), {unsaid} nobody's ({unsaid_and_sure} at 0.9)"
        )
    }
}

/// Counts the quotes of an article that are shown with the wrong person's name.
pub fn harm(article: &Article, found: &Annotations) -> Harm {
    let things = things_of(article, found);
    let mut harm = Harm::default();
    for quote in found.quotes.iter().filter(|quote| is_shown(quote)) {
        let entity = quote.speaker.as_ref().and_then(|speaker| speaker.entity);
        let Some(entity) = entity else { continue };
        if found.entities[entity].entity_type != EntityType::Person {
            continue;
        }
        harm.shown += 1;
        let is_sure = quote.confidence >= SURE;
        match said(article, quote) {
            None => {
                harm.unsaid += 1;
                harm.unsaid_and_sure += usize::from(is_sure);
            }
            Some(gold) => {
                let speaker = gold
                    .resolved
                    .as_deref()
                    .and_then(|form| article.thing(form));
                let is_right = speaker.is_some() && speaker == things[entity];
                harm.wrong += usize::from(!is_right);
                harm.wrong_and_sure += usize::from(!is_right && is_sure);
            }
        }
    }
    harm
}

/// What was found but for reports within the answers of an interview, which the gold does not mark
/// again: they are neither right nor wrong.
pub fn outside_of_answers(article: &Article, found: &Annotations) -> Annotations {
    let is_answer = |gold: &&Quote| {
        let opening = gold.content[0].of(&article.text).chars().next();
        gold.kind == QuoteKind::Direct && opening.is_some_and(char::is_alphanumeric)
    };
    let answers = article.quotes.iter().filter(is_answer);
    let answers: Vec<Span> = answers.flat_map(|gold| gold.content.clone()).collect();
    let is_within = |span: &Span| {
        let mut answers = answers.iter();
        answers.any(|answer| answer.contains(*span) && answer != span)
    };
    let mut found = found.clone();
    found.quotes.retain(|quote| {
        let is_report = matches!(quote.kind, QuoteKind::Indirect | QuoteKind::Mixed);
        !(is_report && quote.content.iter().all(is_within))
    });
    found
}

/// The article's own quote that shares the most with these words.
pub fn said<'a>(article: &'a Article, quote: &newslight::Quote) -> Option<&'a Quote> {
    let shared = |gold: &Quote| -> usize {
        let pairs = gold.content.iter();
        let pairs = pairs.flat_map(|a| quote.content.iter().map(move |b| (a, b)));
        pairs
            .map(|(a, b)| a.end.min(b.end).saturating_sub(a.start.max(b.start)))
            .sum()
    };
    let credited = article
        .quotes
        .iter()
        .filter(|gold| gold.kind != QuoteKind::Scare);
    credited
        .max_by_key(|gold| shared(gold))
        .filter(|gold| shared(gold) > 0)
}
