//! What a page says of its article: its titles, and the text where it gives that to machines.

use crate::hash::{HashedMap, hash_of};
use crate::letters::small;

/// Runs of so many words are looked for in the text.
const RUN: usize = 4;

/// Longer words than these, in bytes, are no title.
const TITLE: usize = 400;

/// The titles of a page, as the window and as other sites show it, and schema.org's `articleBody`.
#[derive(Clone, Debug, Default)]
pub struct Metadata {
    titles: Vec<Vec<u64>>,
    body: HashedMap<()>,
}

impl Metadata {
    /// Takes the words.
    pub fn new(titles: &[&str], body: &str) -> Self {
        let words = hashes_of(body);
        Self {
            titles: titles.iter().map(|title| hashes_of(title)).collect(),
            body: words.windows(RUN).map(|run| (run_of(run), ())).collect(),
        }
    }

    /// How much of some words are of a title, and of the title of them: less where either holds
    /// much more than the other.
    pub fn titled(&self, words: &str) -> f32 {
        if words.len() > TITLE {
            return 0.0;
        }
        let words = hashes_of(words);
        let share = |title: &Vec<u64>| {
            let common = words.iter().filter(|word| title.contains(word)).count();
            // A title often names the site as well.
            common as f32 / (words.len() as f32).max(0.6 * title.len() as f32).max(2.0)
        };
        self.titles.iter().map(share).fold(0.0, f32::max)
    }

    /// How much of some words the page gives as its article's; nothing where it gives none, or where they are too
    /// few to tell.
    pub fn told(&self, words: &str) -> Option<f32> {
        if self.body.is_empty() {
            return None;
        }
        let words = hashes_of(words);
        let runs = words.windows(RUN);
        let count = runs.len();
        let told = runs.filter(|run| self.body.contains_key(&run_of(run)));
        (count > 0).then(|| told.count() as f32 / count as f32)
    }
}

fn hashes_of(text: &str) -> Vec<u64> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(|word| hash_of(&word.chars().map(small).collect::<String>()))
        .collect()
}

fn run_of(words: &[u64]) -> u64 {
    words
        .iter()
        .fold(0, |run: u64, word| run.rotate_left(7) ^ word)
}
