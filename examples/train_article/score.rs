//! How much of an article was read, and how much else.

use std::collections::HashMap;
use std::fmt;

/// Shares of shingles: right, too many and missing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    right: f64,
    surplus: f64,
    missing: f64,
}

impl Score {
    /// Compares what was wanted and what was read.
    pub fn of(wanted: &str, read: &str) -> Self {
        let (wanted, read) = (shingles(&words(wanted)), shingles(&words(read)));
        let count = |shingles: &HashMap<String, u32>, shingle: &str| {
            f64::from(shingles.get(shingle).copied().unwrap_or_default())
        };
        let mut score = Self::default();
        for (shingle, times) in &wanted {
            let common = f64::from(*times).min(count(&read, shingle));
            score.right += common;
            score.missing += f64::from(*times) - common;
        }
        for (shingle, times) in &read {
            score.surplus += (f64::from(*times) - count(&wanted, shingle)).max(0.0);
        }
        let all = (score.right + score.surplus + score.missing).max(1.0);
        Self {
            right: score.right / all,
            surplus: score.surplus / all,
            missing: score.missing / all,
        }
    }

    /// Adds another page.
    pub fn add(&mut self, other: &Self) {
        self.right += other.right;
        self.surplus += other.surplus;
        self.missing += other.missing;
    }

    /// The harmonic mean of precision and recall, in percent.
    pub fn f1(&self) -> f64 {
        200.0 * self.right / (2.0 * self.right + self.surplus + self.missing)
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let precision = 100.0 * self.right / (self.right + self.surplus);
        let recall = 100.0 * self.right / (self.right + self.missing);
        write!(f, "F1 {:.1} P {precision:.1} R {recall:.1}", self.f1())
    }
}

/// The words of a text, in small letters.
pub fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// The runs of four words, with how often each occurs.
pub fn shingles(words: &[String]) -> HashMap<String, u32> {
    let mut found = HashMap::new();
    for run in words.windows(words.len().clamp(1, 4)) {
        *found.entry(run.join(" ")).or_default() += 1;
    }
    found
}
