//! First names and the gender that they indicate.

use std::collections::{BTreeMap, HashSet};
use std::error::Error;
use std::fs;
use std::path::Path;

use newslight::dev::lexicon::{Gazetteer, word_key};
use regex::Regex;

/// How often a name is borne by one gender for each time by the other, at least.
const DOMINANCE: f64 = 8.0;
/// What being in the list of one locale counts beside the census' parts in 1,000.
const LOCALE: f64 = 0.3;
/// Names below this weight are left out, for the bytes that they cost.
const RAREST: f64 = 0.3;
/// Names from all over the world count where they are among so many of the most frequent words.
const KNOWN_WORDS: usize = 100_000;

/// First names that women and men bear, though the census knows those of one gender alone.
const SHARED: [&str; 1] = ["jess"];

/// How often the name with each key is borne by women and by men.
type Weights = BTreeMap<u64, [f64; 2]>;

/// The keys of the first names that indicate a gender, each with the list of those who bear it.
pub fn first_names(
    packages: &Path,
    words: &[String],
) -> Result<Vec<(u64, Gazetteer)>, Box<dyn Error>> {
    let mut weights = Weights::new();
    for (gender, file) in ["dist.female.first", "dist.male.first"].iter().enumerate() {
        for line in fs::read_to_string(packages.join("names").join(file))?.lines() {
            let mut fields = line.split_whitespace();
            if let (Some(name), Some(percent)) = (fields.next(), fields.next()) {
                let weight = weights.entry(word_key(name)).or_default();
                weight[gender] += 10.0 * percent.parse::<f64>()?;
            }
        }
    }
    add_faker(
        &mut weights,
        &packages.join("faker/providers/person"),
        words,
    )?;
    let tells = |weight: &[f64; 2], gender: usize| {
        weight[gender] >= RAREST && weight[gender] >= DOMINANCE * weight[1 - gender]
    };
    let told = weights.into_iter().filter_map(|(name, weight)| {
        if tells(&weight, 0) {
            Some((name, Gazetteer::FEMALE))
        } else {
            tells(&weight, 1).then_some((name, Gazetteer::MALE))
        }
    });
    let shared = SHARED.map(|name| (word_key(name), Gazetteer::FIRST_NAME));
    Ok(told.chain(shared).collect())
}

/// Counts, for each name, the locales of faker that list it for women and for men.
fn add_faker(weights: &mut Weights, folder: &Path, words: &[String]) -> Result<(), Box<dyn Error>> {
    let frequent = words.iter().take(KNOWN_WORDS);
    let known: HashSet<u64> = frequent.map(|word| word_key(word)).collect();
    let assignment = Regex::new(r"^\s+_?(\w+)\s*(?::[^=]*)?=")?;
    let string = Regex::new(r#"["']([^"'\\{}]+)["']"#)?;
    for locale in fs::read_dir(folder)? {
        let Ok(source) = fs::read_to_string(locale?.path().join("__init__.py")) else {
            continue;
        };
        let mut seen = HashSet::new();
        let mut gender = None;
        for line in source.lines() {
            if let Some(found) = assignment.captures(line) {
                gender = match &found[1] {
                    "first_names_female" => Some(0),
                    "first_names_male" => Some(1),
                    _ => None,
                };
            }
            let Some(gender) = gender else { continue };
            for found in string.captures_iter(line) {
                let name = word_key(&found[1]);
                if known.contains(&name) && seen.insert((name, gender)) {
                    weights.entry(name).or_default()[gender] += LOCALE;
                }
            }
        }
    }
    Ok(())
}
