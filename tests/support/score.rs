//! Strict scores against the gold articles: a span that is off by one character is wrong.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::AddAssign;

use newslight::{Annotations, EntityType, MentionKind, QuoteKind, Span};

use super::gold::{Article, Quote};
use super::harm::{Harm, harm, is_shown, outside_of_answers, said};
use super::layout::Layouts;
use super::links::{Links, joined, links, shown, things_of};
use super::promise::Promises;

/// How many were right of those found, and of those there are.
#[derive(Clone, Copy, Default)]
pub struct Tally {
    /// Those that are both found and in the gold.
    pub right: usize,
    /// Those found.
    pub found: usize,
    /// Those in the gold.
    pub gold: usize,
}

impl Tally {
    /// Counts what two sets share.
    pub fn of<T: Ord>(found: &BTreeSet<T>, gold: &BTreeSet<T>) -> Self {
        Self {
            right: found.intersection(gold).count(),
            found: found.len(),
            gold: gold.len(),
        }
    }

    /// The harmonic mean of precision and recall, in percent.
    pub fn f1(self) -> f64 {
        percent(2 * self.right, self.found + self.gold)
    }

    /// The share of the gold that was found, in percent.
    pub fn recall(self) -> f64 {
        percent(self.right, self.gold)
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.found += other.found;
        self.gold += other.gold;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let precision = percent(self.right, self.found);
        let (recall, f1) = (self.recall(), self.f1());
        let Self { right, found, gold } = self;
        write!(
            f,
            "P {precision:5.1}  R {recall:5.1}  F1 {f1:5.1}  ({right} right of {found} found, {gold} in gold)"
        )
    }
}

#[expect(clippy::cast_precision_loss, reason = "the counts are small")]
fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        100.0 * part as f64 / whole as f64
    }
}

/// The scores of one article, or the sum of several.
#[derive(Clone, Copy, Default)]
pub struct Scores {
    /// Names of persons: the span.
    pub person: Tally,
    /// Names of organizations: the span.
    pub organization: Tally,
    /// Names of places: the span.
    pub place: Tally,
    /// Direct quotes: each content span, marks included.
    pub direct: Tally,
    /// Direct quotes whose span and speaker's mention are both right.
    pub speaker: Tally,
    /// Direct quotes whose span is right and whose speaker is the right one; of those whose
    /// speaker the article names.
    pub resolved: Tally,
    /// Indirect and mixed quotes: the content.
    pub reported: Tally,
    /// The same of those that readers see unless they ask for more.
    pub shown: Tally,
    /// Of those seen that are somebody's words: the content is neither more nor less than these.
    pub extents: Tally,
    /// Scare quotes: `right` counts those that are credited to nobody.
    pub scare: Tally,
    /// Pairs of names that name the same thing, told apart by their words.
    pub joined: Tally,
    /// Which names are one thing.
    pub links: Links,
    /// The names that things are shown by, of those found.
    pub display: Tally,
    /// The roles that persons are shown with.
    pub role: Tally,
    /// Whose words are shown as somebody else's.
    pub harm: Harm,
    /// Direct quotes by how their speaker is given.
    pub layouts: Layouts,
    /// What the confidence is worth.
    pub promises: Promises,
}

impl Scores {
    /// The names of all three types together.
    pub fn names(&self) -> Tally {
        let mut sum = self.person;
        sum += self.organization;
        sum += self.place;
        sum
    }

    /// The lines of the table, each with its heading.
    pub fn rows(&self) -> [(&'static str, Tally); 14] {
        [
            ("names", self.names()),
            ("person", self.person),
            ("organization", self.organization),
            ("place", self.place),
            ("joined", self.joined),
            ("direct", self.direct),
            ("speaker", self.speaker),
            ("resolved", self.resolved),
            ("reported", self.reported),
            ("as shown", self.shown),
            ("extents", self.extents),
            ("scare", self.scare),
            ("display", self.display),
            ("role", self.role),
        ]
    }
}

impl AddAssign for Scores {
    fn add_assign(&mut self, other: Self) {
        self.person += other.person;
        self.organization += other.organization;
        self.place += other.place;
        self.direct += other.direct;
        self.speaker += other.speaker;
        self.resolved += other.resolved;
        self.reported += other.reported;
        self.scare += other.scare;
        self.joined += other.joined;
        self.shown += other.shown;
        self.extents += other.extents;
        self.links += other.links;
        self.display += other.display;
        self.role += other.role;
        self.harm += other.harm;
        self.layouts += other.layouts;
        self.promises += other.promises;
    }
}

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (heading, tally) in self.rows() {
            writeln!(f, "{heading:14} {tally}")?;
        }
        let [precision, recall, f1] = self.links.figures();
        let names = self.links.names;
        writeln!(
            f,
            "{:14} P {precision:5.1}  R {recall:5.1}  F1 {f1:5.1}  (B³ of {names} names)",
            "links"
        )?;
        writeln!(f, "{:14} {}", "harm", self.harm)?;
        write!(f, "{}{}", self.layouts, self.promises)
    }
}

/// The scores of what was found in one article.
pub fn score(article: &Article, found: &Annotations) -> Scores {
    let found = &outside_of_answers(article, found);
    let (speaker, resolved) = speakers(article, found);
    let (display, role) = shown(article, found);
    let mut layouts = Layouts::default();
    layouts.add(article, found);
    let mut promises = Promises::default();
    promises.add(article, found);
    let reports = [QuoteKind::Indirect, QuoteKind::Mixed];
    let seen = found.quotes.iter().filter(|quote| is_shown(quote));
    let seen = seen.map(|quote| (quote.kind, &quote.content));
    Scores {
        person: names(article, found, EntityType::Person),
        organization: names(article, found, EntityType::Organization),
        place: names(article, found, EntityType::Place),
        direct: Tally::of(
            &found_content(found, &[QuoteKind::Direct]),
            &gold_content(article, &[QuoteKind::Direct]),
        ),
        speaker,
        resolved,
        reported: Tally::of(
            &found_content(found, &reports),
            &gold_content(article, &reports),
        ),
        shown: Tally::of(&content(seen, &reports), &gold_content(article, &reports)),
        extents: extents(article, found),
        scare: scare(article, found),
        joined: joined(article, found),
        links: links(article, found),
        display,
        role,
        harm: harm(article, found),
        layouts,
        promises,
    }
}

fn names(article: &Article, found: &Annotations, wanted: EntityType) -> Tally {
    let of_type = article
        .names
        .iter()
        .filter(|name| name.entity_type == wanted);
    let gold = of_type.map(|name| name.span).collect();
    let entities = found
        .entities
        .iter()
        .filter(|entity| entity.entity_type == wanted);
    let mentions = entities.flat_map(|entity| &entity.mentions);
    let names = mentions.filter(|mention| mention.kind == MentionKind::Name);
    Tally::of(&names.map(|mention| mention.span).collect(), &gold)
}

fn gold_content(article: &Article, kinds: &[QuoteKind]) -> BTreeSet<Span> {
    let quotes = article.quotes.iter();
    content(quotes.map(|quote| (quote.kind, &quote.content)), kinds)
}

fn found_content(found: &Annotations, kinds: &[QuoteKind]) -> BTreeSet<Span> {
    let quotes = found.quotes.iter();
    content(quotes.map(|quote| (quote.kind, &quote.content)), kinds)
}

/// The content of the quotes of some kinds.
fn content<'a>(
    quotes: impl Iterator<Item = (QuoteKind, &'a Vec<Span>)>,
    kinds: &[QuoteKind],
) -> BTreeSet<Span> {
    quotes
        .filter(|(kind, _)| kinds.contains(kind))
        .flat_map(|(_, content)| content.iter().copied())
        .collect()
}

/// The reports that are seen and share words with a quote of the article: those that are exact.
fn extents(article: &Article, found: &Annotations) -> Tally {
    let mut tally = Tally::default();
    for quote in found.quotes.iter().filter(|quote| is_shown(quote)) {
        let is_report = matches!(quote.kind, QuoteKind::Indirect | QuoteKind::Mixed);
        if let Some(gold) = said(article, quote).filter(|_| is_report) {
            tally.found += 1;
            tally.gold += 1;
            tally.right += usize::from(gold.content == quote.content);
        }
    }
    tally
}

/// Direct quotes credited to the right mention, and to the right one.
fn speakers(article: &Article, found: &Annotations) -> (Tally, Tally) {
    let things = things_of(article, found);
    let (mut speaker, mut resolved) = (Tally::default(), Tally::default());
    let direct = |kind| kind == QuoteKind::Direct;
    for quote in found.quotes.iter().filter(|quote| direct(quote.kind)) {
        if quote.speaker.is_some() {
            speaker.found += quote.content.len();
        }
        if quote
            .speaker
            .as_ref()
            .is_some_and(|speaker| speaker.entity.is_some())
        {
            resolved.found += quote.content.len();
        }
    }
    for gold in article.quotes.iter().filter(|quote| direct(quote.kind)) {
        if gold.speaker.is_some() {
            speaker.gold += gold.content.len();
        }
        let thing = gold
            .resolved
            .as_deref()
            .and_then(|form| article.thing(form));
        if thing.is_some() {
            resolved.gold += gold.content.len();
        }
        for span in &gold.content {
            let mut quotes = found.quotes.iter().filter(|quote| direct(quote.kind));
            let Some(quote) = quotes.find(|quote| quote.content.contains(span)) else {
                continue;
            };
            let Some(credited) = &quote.speaker else {
                continue;
            };
            speaker.right += usize::from(is_mention_of(gold, credited.span));
            let credited = credited.entity.and_then(|entity| things[entity]);
            resolved.right += usize::from(thing.is_some() && credited == thing);
        }
    }
    (speaker, resolved)
}

/// Whether a mention is the one that the article credits: within its noun phrase, with its head.
fn is_mention_of(gold: &Quote, mention: Span) -> bool {
    let within = gold
        .speaker
        .is_some_and(|speaker| speaker.contains(mention));
    within && gold.head.is_some_and(|head| head.overlaps(mention))
}

/// Scare quotes that are credited to nobody.
fn scare(article: &Article, found: &Annotations) -> Tally {
    let credited: Vec<Span> = found
        .quotes
        .iter()
        .filter(|quote| matches!(quote.kind, QuoteKind::Direct | QuoteKind::Mixed))
        .flat_map(|quote| quote.content.iter().copied())
        .collect();
    let gold = gold_content(article, &[QuoteKind::Scare]);
    let is_left_alone = |span: &&Span| !credited.iter().any(|other| other.overlaps(**span));
    Tally {
        right: gold.iter().filter(is_left_alone).count(),
        found: gold.len(),
        gold: gold.len(),
    }
}
