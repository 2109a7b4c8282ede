//! Papers that speak, and who stands behind them: “A statement by the ministry was read out. It said …”.

use super::layout::{Named, Place};
use super::subject::role_start;
use crate::text::Document;

/// Nouns for what is read out or sent.
const PAPERS: [&str; 5] = ["email", "letter", "memo", "message", "statement"];

/// Verbs whose subject issues the paper behind them.
const ISSUES: [&str; 5] = ["issued", "out", "released", "sent", "wrote"];

/// Who issued the paper whose mention begins at a token with an article, as far as it is known, if its words say
/// that; `names` are those from this token on, and `subject` finds the one of whom the sentence is.
pub fn issuer(
    document: &Document,
    names: &[Named],
    token: usize,
    subject: impl Fn() -> Option<usize>,
) -> Option<Option<usize>> {
    const LONGEST: usize = 4;
    let is_article =
        |token: usize| matches!(document.word_or_none(token), "a" | "A" | "the" | "The");
    if !is_article(token) {
        return None;
    }
    let words = token + 1..document.tokens.len().min(token + LONGEST);
    let noun = words
        .into_iter()
        .find(|&noun| PAPERS.contains(&document.word(noun)))?;
    let is_issued = document.word_or_none(noun + 2) == "by";
    let link = noun + 1 + usize::from(is_issued);
    if !matches!(document.word_or_none(link), "by" | "from" | "of") {
        let verb = token.checked_sub(1)?;
        return ISSUES.contains(&document.word(verb)).then(subject);
    }
    let start = link + 1 + usize::from(is_article(link + 1));
    let name = names.iter().find(|name| name.tokens.start >= start);
    let is_next = |name: &&Named| role_start(document, name.tokens.start) <= start;
    Some(name.filter(is_next).map(|name| name.entity))
}

/// The papers and sources of a text so far.
#[derive(Clone, Debug, Default)]
pub struct Papers {
    source: Option<(usize, Place)>,
    paper: Option<(Option<usize>, Place)>,
}

impl Papers {
    /// Takes note that a body spoke or was named for a source.
    pub fn credit(&mut self, body: usize, at: Place) {
        self.source = Some((body, at));
    }

    /// Takes note of a paper and of who issued it, as far as that is known.
    pub fn issue(&mut self, issuer: Option<usize>, at: Place) {
        self.paper = Some((issuer, at));
    }

    /// The organization that stands behind a paper, such as “the statement”, at this place.
    pub fn source(&self, at: Place) -> Option<usize> {
        let (entity, seen) = self.source?;
        (at.paragraph.saturating_sub(seen.paragraph) <= 1).then_some(entity)
    }

    /// The paper that “it” can mean at this place, by who issued it and where it was named.
    pub fn last(&self, at: Place) -> Option<(Option<usize>, Place)> {
        const REACH: usize = 2;
        self.paper.filter(|(_, seen)| {
            let sentences = at.sentence.saturating_sub(seen.sentence);
            (1..=REACH).contains(&sentences) && at.paragraph.saturating_sub(seen.paragraph) <= 1
        })
    }
}
