//! What newslight says about a text: plain public data. Every span counts bytes.

use crate::order::{pair, sort_by_number};
use crate::span::Span;

/// Everything found in one text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotations {
    /// One entry per real person, organization, place… of the text, in order of first mention.
    /// The entity at index `i` has the id `i`.
    pub entities: Vec<Entity>,
    /// The quotes, in order of their first content span.
    pub quotes: Vec<Quote>,
}

impl Annotations {
    /// Leaves out entities without a mention, and brings all into the order of the text.
    pub(crate) fn put_in_order(&mut self) {
        let Self { entities, quotes } = self;
        let place = |span: Option<Span>| span.map_or(0, |span| pair(span.start, span.end));
        for entity in entities.iter_mut() {
            sort_by_number(&mut entity.mentions, |mention| place(Some(mention.span)));
        }
        entities.retain(|entity| !entity.mentions.is_empty());
        sort_by_number(entities, |entity| {
            place(entity.mentions.first().map(|mention| mention.span))
        });
        renumber(entities, quotes);
        sort_by_number(quotes, |quote| place(quote.content.first().copied()));
    }
}

/// Numbers entities anew by where they stand in their list. A speaker whose entity is not there any more has none.
pub(crate) fn renumber(entities: &mut [Entity], quotes: &mut [Quote]) {
    let ids = entities.iter().map(|entity| entity.id + 1).max();
    let mut new_ids = vec![None; ids.unwrap_or(0)];
    for (new_id, entity) in entities.iter_mut().enumerate() {
        new_ids[entity.id] = Some(new_id);
        entity.id = new_id;
    }
    for speaker in quotes.iter_mut().flat_map(|quote| &mut quote.speaker) {
        let new_id = |id: usize| new_ids.get(id).copied().flatten();
        speaker.entity = speaker.entity.and_then(new_id);
    }
}

/// The kinds of thing that a name can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityType {
    /// A human being, real or fictional.
    Person,
    /// A company, agency, party, team, newspaper, ministry…
    Organization,
    /// A country, city, region, river, building…
    Place,
    /// A nationality, religion, ethnic group or the members of a party.
    Group,
    /// A war, election, tournament, storm…
    Event,
    /// A book, film, song, law…
    Work,
    /// A point or stretch of time.
    Date,
    /// A sum of money.
    Money,
}

impl EntityType {
    /// Every type, each at the place of its number.
    pub const ALL: [Self; 8] = [
        Self::Person,
        Self::Organization,
        Self::Place,
        Self::Group,
        Self::Event,
        Self::Work,
        Self::Date,
        Self::Money,
    ];
}

/// One real thing that the text speaks of, with all its mentions.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// The entity's place in [`Annotations::entities`].
    pub id: usize,
    /// What kind of thing it is.
    pub entity_type: EntityType,
    /// The fullest form of its name in the text.
    pub name: String,
    /// The title or office that the text gives it, such as “US Secretary of State”.
    pub role: Option<String>,
    /// The address that the publisher's lexicon gives it.
    pub url: Option<String>,
    /// Where the text speaks of it, in order, at least one.
    pub mentions: Vec<Mention>,
}

/// One place where the text speaks of an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The words of the mention.
    pub span: Span,
    /// How the entity is referred to.
    pub kind: MentionKind,
}

/// How a mention refers to its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionKind {
    /// By name: “Anthony Blinken”, “Blinken”.
    Name,
    /// By description: “the US secretary of state”.
    Description,
    /// By pronoun: “he”.
    Pronoun,
}

/// Words that the text reports as somebody's, or merely puts within marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// How the words are reported.
    pub kind: QuoteKind,
    /// The reported words, quotation marks included; several spans where a cue interrupts them
    /// or where they run over paragraphs.
    pub content: Vec<Span>,
    /// The parts of the content within quotation marks, marks included.
    pub quoted: Vec<Span>,
    /// The words that report: “said”, “according to”…
    pub cue: Option<Span>,
    /// Who is credited with the words; `None` where nobody is.
    pub speaker: Option<Speaker>,
    /// How likely it is, from 0 to 1, that the one who is shown said the words that are shown: that they
    /// are a report, that they begin and end there, and that it is this speaker.
    pub confidence: f32,
}

/// How the words of a quote are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuoteKind {
    /// All of it stands within quotation marks.
    Direct,
    /// A reported clause that stands only partly within marks.
    Mixed,
    /// Reported without marks.
    Indirect,
    /// Words within marks that nobody is credited with: irony, titles, headings.
    Scare,
}

/// The one who is credited with a quote.
#[derive(Clone, Debug, PartialEq)]
pub struct Speaker {
    /// The mention beside the cue: “Miller”, “he”, “the ministry”.
    pub span: Span,
    /// Who that is, by the fullest name in the text, or the mention's own words.
    pub name: String,
    /// The index of that entity in [`Annotations::entities`], where it is one of them.
    pub entity: Option<usize>,
}
