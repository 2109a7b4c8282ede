//! Strict scores: exact span and type of persons, organizations and places.

use std::collections::HashSet;

use newslight::EntityType;
use newslight::dev::entities::find_with;
use newslight::dev::model::Model;
use newslight::dev::text::Document;

use crate::corpus::Text;

/// Right, proposed and wanted names.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    right: usize,
    proposed: usize,
    wanted: usize,
}

impl Score {
    /// The harmonic mean of precision and recall, in percent.
    pub fn f1(self) -> f64 {
        200.0 * self.right as f64 / (self.proposed + self.wanted).max(1) as f64
    }
}

/// The scores on one corpus, in percent: all three types, then each alone.
pub struct Report {
    /// The corpus.
    pub name: String,
    /// The harmonic means of precision and recall.
    pub f1: [f64; 4],
}

/// The scores of a model on labelled texts: all three types, then persons, organizations, places.
pub fn score(texts: &[Text], model: &impl Model) -> [Score; 4] {
    let mut scores = [Score::default(); 4];
    for text in texts {
        let document = Document::new(&text.text);
        let proposed: HashSet<_> = find_with(&document, model)
            .into_iter()
            .filter_map(|name| {
                let index = match name.entity_type {
                    EntityType::Person => 1,
                    EntityType::Organization => 2,
                    EntityType::Place => 3,
                    _ => return None,
                };
                Some((document.span(name.tokens), index))
            })
            .collect();
        let wanted: HashSet<_> = text
            .names()
            .into_iter()
            .filter_map(|(span, name)| {
                let index = ["", "PERSON", "ORG", "PLACE"]
                    .iter()
                    .position(|&known| known == name);
                Some((span, index?))
            })
            .collect();
        for (index, score) in scores.iter_mut().enumerate() {
            let of = |set: &HashSet<_>| {
                set.iter()
                    .filter(|&&(_, kind)| index == 0 || kind == index)
                    .count()
            };
            score.proposed += of(&proposed);
            score.wanted += of(&wanted);
            score.right += of(&proposed.intersection(&wanted).copied().collect());
        }
    }
    scores
}
