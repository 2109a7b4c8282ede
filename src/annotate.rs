//! The story of newslight: the only place that knows the order of the stages.

use std::borrow::Cow;

use crate::annotations::{Annotations, Entity, EntityType, Quote, renumber};
use crate::entities::{KnownName, KnownNames, LexiconError};
use crate::model::linear::speaking;
use crate::text::{Document, is_english, unwrapped};
use crate::{coref, entities, quotes, speakers};

pub use crate::text::{Block, BlockKind};

/// Finds the names and the quotes of a news text and who said what.
///
/// Any string is welcome; the time grows linearly with its length. In a text that is not English nothing is found.
pub fn annotate(text: &str) -> Annotations {
    Annotator::new().annotate(text)
}

/// Annotates texts by one set of options.
#[derive(Clone, Debug, Default)]
pub struct Annotator {
    types: Option<Vec<EntityType>>,
    without_quotes: bool,
    known: Option<KnownNames>,
    ignored: Vec<String>,
}

impl Annotator {
    /// An annotator that keeps everything it finds.
    pub fn new() -> Self {
        Self::default()
    }

    /// Keeps the entities of these types alone. The quotes and their speakers stay as they are,
    /// but a speaker whose entity is not kept has none.
    pub fn types(mut self, types: &[EntityType]) -> Self {
        self.types = Some(types.to_vec());
        self
    }

    /// Finds these names wherever a text has them as whole words, and believes them rather than
    /// its own judgement. Replaces the names given before.
    pub fn lexicon(mut self, names: &[KnownName]) -> Result<Self, LexiconError> {
        self.known = Some(KnownNames::new(names)?);
        Ok(self)
    }

    /// Never takes these words, written like this, for a name. Replaces those given before.
    pub fn ignore(mut self, names: &[String]) -> Self {
        self.ignored = names.to_vec();
        self.ignored.sort_unstable();
        self
    }

    /// Keeps the quotes (as it does unless told otherwise) or does not look for them, which saves
    /// half of the time. The names stay the same; which pronouns within quotes mean them is then
    /// known less well, as nobody knows who speaks there.
    pub fn quotes(mut self, keep: bool) -> Self {
        self.without_quotes = !keep;
        self
    }

    /// Finds the names and the quotes of a news text and who said what.
    ///
    /// Every stage sees every name, whatever types are kept in the end: a speaker is found by a
    /// name even where persons are left out of the result.
    pub fn annotate(&self, text: &str) -> Annotations {
        self.annotate_blocks(text, &[])
    }

    /// The same for a text of which a page knows more than its words: its quotes, captions, bylines and headings.
    pub fn annotate_blocks(&self, text: &str, blocks: &[Block]) -> Annotations {
        let running = unwrapped(text);
        let text = &*running;
        let document = Document::new(text).with_blocks(blocks);
        if !is_english(&document) {
            return Annotations::default();
        }
        let known = self.known.as_ref().map(|known| known.find(&document));
        let known = known.unwrap_or_default();
        let names = known.with_names(&document, entities::find(&document));
        let mut names = entities::with_dates_and_money(&document, names);
        names.retain(|name| {
            if self.ignored.is_empty() {
                return true;
            }
            let words = document.span(name.tokens.clone()).of(text);
            self.ignored
                .binary_search_by(|ignored| ignored.as_str().cmp(words))
                .is_err()
        });
        let mut entities = entities::link(&document, &names, &known);
        let (mut quotes, mut groups) = (Vec::new(), Vec::new());
        if !self.without_quotes {
            let model = speaking();
            let reading = quotes::read(&document, model);
            let reported = quotes::find(&reading, model);
            (quotes, groups) = speakers::attribute(&reading, &names, reported, model);
        }
        coref::resolve(&document, &mut entities, &mut quotes, &groups);
        if let Cow::Owned(_) = running {
            join_words(&mut entities, &mut quotes);
        }
        self.keep(Annotations { entities, quotes })
    }

    /// Leaves out the entities of types that are not asked for, and numbers the rest anew.
    fn keep(&self, mut annotations: Annotations) -> Annotations {
        let Some(types) = &self.types else {
            return annotations;
        };
        let entities = &mut annotations.entities;
        entities.retain(|entity| types.contains(&entity.entity_type));
        renumber(entities, &mut annotations.quotes);
        annotations
    }
}

/// Takes the soft hyphens out of names, which the ends of lines put there.
fn join_words(entities: &mut [Entity], quotes: &mut [Quote]) {
    let speakers = quotes.iter_mut().filter_map(|quote| quote.speaker.as_mut());
    let names = entities.iter_mut().map(|entity| &mut entity.name);
    for name in names.chain(speakers.map(|speaker| &mut speaker.name)) {
        name.retain(|c| c != '\u{ad}');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotations::{MentionKind, QuoteKind, Speaker};
    use crate::span::Span;

    fn entity(id: usize, entity_type: EntityType) -> Entity {
        Entity {
            id,
            entity_type,
            name: format!("{entity_type:?}"),
            role: None,
            url: None,
            mentions: Vec::new(),
        }
    }

    fn quote_by(entity: usize) -> Quote {
        Quote {
            kind: QuoteKind::Direct,
            content: vec![Span::new(0, 4)],
            quoted: vec![Span::new(0, 4)],
            cue: None,
            speaker: Some(Speaker {
                span: Span::new(5, 8),
                name: String::from("Ana"),
                entity: Some(entity),
            }),
            confidence: 1.0,
        }
    }

    #[test]
    fn entities_that_are_kept_are_numbered_anew() {
        let all = Annotations {
            entities: vec![entity(0, EntityType::Place), entity(1, EntityType::Person)],
            quotes: vec![quote_by(1), quote_by(0)],
        };
        let kept = Annotator::new().types(&[EntityType::Person]).keep(all);
        assert_eq!(kept.entities.len(), 1);
        assert_eq!(kept.entities[0].id, 0);
        let speakers: Vec<_> = kept.quotes.iter().flat_map(|q| &q.speaker).collect();
        assert_eq!(speakers[0].entity, Some(0));
        assert_eq!(speakers[1].entity, None);
    }

    #[test]
    fn ignored_names_are_never_taken() {
        let text = "Ana Ruiz met the council in Leeds. Ruiz left Leeds in May.";
        let names = |annotator: Annotator| -> Vec<String> {
            let annotations = annotator.annotate(text);
            annotations.entities.into_iter().map(|e| e.name).collect()
        };
        assert!(names(Annotator::new()).contains(&String::from("Leeds")));
        let ignored = ["Leeds", "Ana"].map(String::from);
        let left = names(Annotator::new().ignore(&ignored));
        assert!(left.contains(&String::from("Ana Ruiz")), "{left:?}");
        assert!(!left.contains(&String::from("Leeds")), "{left:?}");
    }

    #[test]
    fn without_quotes_the_names_stay_the_same() {
        let text = "Ana Ruiz met the council in Leeds. “I was wrong,” Ruiz said. She left.";
        let whole = annotate(text);
        let names = Annotator::new().quotes(false).annotate(text);
        assert_eq!((whole.quotes.len(), names.quotes.len()), (1, 0));
        let spans = |annotations: &Annotations| -> Vec<_> {
            let mentions = annotations.entities.iter().flat_map(|e| &e.mentions);
            mentions
                .filter(|mention| mention.kind == MentionKind::Name)
                .map(|mention| mention.span)
                .collect()
        };
        assert_eq!(spans(&whole).len(), 3);
        assert_eq!(spans(&whole), spans(&names));
    }
}
