//! What the document says of its words: runs of capitals, known names, how a word is used
//! elsewhere in the same text.

use std::ops::Range;

use super::words::{Shape, Words};
use crate::lexicon::{self, Gazetteer, Tags, join_keys};
use crate::text::Document;

/// The longest name that is looked up, in tokens.
const LONGEST_NAME: usize = 5;

/// A text of so many tokens says little of its words.
const SHORT_TEXT: usize = 50;

/// A text of so many tokens says little of its names: the lists of whole names count there.
const BRIEF_TEXT: usize = 200;

/// How the words of a sentence are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseMode {
    /// Lower-cased words prevail.
    Prose,
    /// Nearly all words begin with a capital, as in a heading.
    Title,
    /// Nearly all letters are capitals.
    Capitals,
}

/// A run of tokens.
pub type Run = Range<u32>;

/// What the document says of each token.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// For each token the run of capitals that it is in; empty where it is in none.
    pub runs: Vec<Run>,
    /// The same with the small words and marks that join capitals: “of the”, “&”, “'s”.
    pub wide_runs: Vec<Run>,
    /// For each token the lists that a name of several words around it is in, and whether it is
    /// that name's first word.
    pub known: Vec<(Gazetteer, bool)>,
    /// The same for the lists of whole names ([`Gazetteer::WHOLE`]); nothing where the text is not brief.
    pub whole: Vec<(Gazetteer, bool)>,
    /// For each sentence how it is written.
    pub modes: Vec<CaseMode>,
    /// For each folded word whether the document has it lower-cased.
    pub seen_lower: Vec<bool>,
    /// For each folded word the longest run of two capitals or more that it is in.
    pub longest_run: Vec<Run>,
    /// For each folded word its first two uses as a capital within a sentence of prose.
    pub uses: Vec<[Option<u32>; 2]>,
}

impl Context {
    /// Looks over a document once.
    pub fn new(document: &Document, words: &Words) -> Self {
        let count = document.tokens.len();
        let mut context = Self {
            runs: vec![0..0; count],
            wide_runs: vec![0..0; count],
            known: vec![(Gazetteer::default(), false); count],
            whole: Vec::new(),
            modes: Vec::with_capacity(document.sentences.len()),
            seen_lower: vec![false; words.folded_count],
            longest_run: vec![0..0; words.folded_count],
            uses: vec![[None; 2]; words.folded_count],
        };
        if count <= BRIEF_TEXT {
            context.whole = vec![(Gazetteer::default(), false); count];
        }
        for sentence in &document.sentences {
            let mode = case_mode(words, sentence.clone());
            context.modes.push(mode);
            context.find_runs(document, words, sentence.clone());
            context.find_known(words, sentence.clone());
            context.note_words(words, sentence.clone(), mode);
        }
        context
    }

    /// Whether the text is too short to say much of its words.
    pub const fn is_short(&self) -> bool {
        self.is_brief() && self.whole.len() <= SHORT_TEXT
    }

    /// Whether the text is so brief that the lists of whole names count.
    pub const fn is_brief(&self) -> bool {
        !self.whole.is_empty()
    }

    fn find_runs(&mut self, document: &Document, words: &Words, sentence: Range<usize>) {
        let mut wide_start = sentence.start;
        let mut wide_end = sentence.start;
        let mut at = sentence.start;
        while at < sentence.end {
            if !words.shapes[at].is_capital() {
                at += 1;
                continue;
            }
            let end = run_end(document, words, at, sentence.end);
            self.runs[at..end].fill(at as u32..end as u32);
            if wide_end == sentence.start || !joins(document, words, wide_end..at) {
                wide_start = at;
            }
            wide_end = end;
            self.wide_runs[at] = wide_start as u32..end as u32;
            at = end;
        }
        // Each part of a wide run first knew where it began; the last part knows where it ends.
        let mut at = sentence.end;
        while at > sentence.start {
            at -= 1;
            if self.wide_runs[at].is_empty() {
                continue;
            }
            let wide = self.wide_runs[at].clone();
            self.wide_runs[wide.start as usize..wide.end as usize].fill(wide.clone());
            at = wide.start as usize;
        }
    }

    fn find_known(&mut self, words: &Words, sentence: Range<usize>) {
        let mut at = sentence.start;
        while at < sentence.end {
            let mut found = 0;
            if words.shapes[at].is_capital() {
                let mut key = words.at(at).key;
                for end in at + 1..sentence.end.min(at + LONGEST_NAME) {
                    key = join_keys(key, words.at(end).key);
                    let all = lexicon::gazetteer_of(key);
                    let bits = all.without(Gazetteer::WHOLE);
                    if bits != all && self.is_brief() {
                        let whole = all.within(Gazetteer::WHOLE);
                        self.whole[at..=end].fill((whole, false));
                        self.whole[at].1 = true;
                    }
                    if bits != Gazetteer::default() {
                        self.known[at..=end].fill((bits, false));
                        self.known[at].1 = true;
                        found = end - at;
                    }
                }
            }
            at += found + 1;
        }
    }

    fn note_words(&mut self, words: &Words, sentence: Range<usize>, mode: CaseMode) {
        for at in sentence.clone() {
            let word = words.at(at);
            let folded = word.folded as usize;
            if word.shape == Shape::Lower {
                self.seen_lower[folded] = true;
            }
            if !word.shape.is_capital() || mode != CaseMode::Prose {
                continue;
            }
            let run = self.runs[at].clone();
            if run.len() > 1 && run.len() > self.longest_run[folded].len() {
                self.longest_run[folded] = run;
            }
            if at > sentence.start
                && let Some(free) = self.uses[folded].iter_mut().find(|free| free.is_none())
            {
                *free = Some(at as u32);
            }
        }
    }
}

/// Where the run of capitals that begins at `start` ends. A hyphen or an apostrophe between two
/// capitals, with no blank beside it, is part of the run.
fn run_end(document: &Document, words: &Words, start: usize, limit: usize) -> usize {
    let mut end = start + 1;
    while end < limit {
        if words.shapes[end].is_capital() {
            end += 1;
        } else if end + 1 < limit
            && words.shapes[end + 1].is_capital()
            && matches!(document.word(end), "-" | "'" | "’" | "/")
            && document.is_within_word(end)
        {
            end += 2;
        } else {
            break;
        }
    }
    end
}

/// Whether the tokens between two runs join them to one longer name.
fn joins(document: &Document, words: &Words, between: Range<usize>) -> bool {
    !between.is_empty()
        && between.len() <= 2
        && between.clone().all(|at| {
            let is_small = words.shapes[at] == Shape::Lower;
            words.shapes[at] == Shape::Clitic
                || is_small && document.tags(at).has(Tags::WITHIN_NAME)
                || matches!(document.word(at), "&" | "-" | "–" | "'" | "’")
        })
}

fn case_mode(words: &Words, sentence: Range<usize>) -> CaseMode {
    let (mut lower, mut capital, mut capitals) = (0, 0, 0);
    for &shape in &words.shapes[sentence] {
        match shape {
            Shape::Lower => lower += 1,
            Shape::Capitals => capitals += 1,
            Shape::Capitalized | Shape::Mixed => capital += 1,
            _ => {}
        }
    }
    if capitals > 2 && capitals > 3 * (lower + capital) {
        CaseMode::Capitals
    } else if capital + capitals > 3 && 2 * (capital + capitals) > 3 * lower {
        CaseMode::Title
    } else {
        CaseMode::Prose
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_capitals_are_joined_by_small_words_and_marks() {
        let text = "He heard the Bank of North Avon-Marsh say so.";
        let document = Document::new(text);
        let words = Words::new(&document);
        let context = Context::new(&document, &words);
        let of = |run: &Run| document.span(run.start as usize..run.end as usize).of(text);
        let avon = document.token_at(text.find("Avon").expect("it is there"));
        assert_eq!(of(&context.runs[avon]), "North Avon-Marsh");
        assert_eq!(of(&context.wide_runs[avon]), "Bank of North Avon-Marsh");
    }

    #[test]
    fn sentences_are_written_in_modes() {
        let cases: &[(&str, &str, CaseMode)] = &[
            (
                "prose",
                "The council met in Leeds and then went home.",
                CaseMode::Prose,
            ),
            ("title", "Council Meets Twice In Leeds", CaseMode::Title),
            ("capitals", "COUNCIL MEETS IN LEEDS", CaseMode::Capitals),
        ];
        for (name, text, expected) in cases {
            let document = Document::new(text);
            let words = Words::new(&document);
            assert_eq!(
                case_mode(&words, 0..document.tokens.len()),
                *expected,
                "{name}"
            );
        }
    }

    #[test]
    fn the_document_tells_how_a_word_is_used_elsewhere() {
        let text = "Rose spoke. They had met Ana Rose in a garden where a rose grew.";
        let document = Document::new(text);
        let words = Words::new(&document);
        let context = Context::new(&document, &words);
        let folded = words.at(0).folded as usize;
        assert!(context.seen_lower[folded]);
        let run = context.longest_run[folded].clone();
        assert_eq!(
            document.span(run.start as usize..run.end as usize).of(text),
            "Ana Rose"
        );
    }
}
