//! The names among WordNet's nouns (Miller, 1995).

use std::collections::{HashMap, HashSet};
use std::error::Error;
use std::fs;
use std::path::Path;

use newslight::dev::lexicon::Gazetteer;

/// A set of nouns that mean the same.
struct Synset<'d> {
    /// The lexicographers' file that it is from.
    file: &'d str,
    nouns: Vec<&'d str>,
    /// What it is the only one of: where that stands in the file.
    class: Option<&'d str>,
}

/// The lexicographers' files of things that are made, food and substances.
const THINGS: [&str; 3] = ["06", "13", "27"];
/// The lexicographers' files of groups, locations, natural objects and persons.
const GROUPS: &str = "14";
const LOCATIONS: &str = "15";
const OBJECTS: &str = "17";
const PERSONS: &str = "18";

/// The names of persons, groups and places, each with the list that it belongs to.
pub fn names(folder: &Path) -> Result<Vec<(String, Gazetteer)>, Box<dyn Error>> {
    let data = fs::read_to_string(folder.join("dict/data.noun"))?;
    // The licence stands before the nouns, with blanks before its lines.
    let lines = data.lines().filter(|line| !line.starts_with(' '));
    let synsets: HashMap<&str, Synset> = lines.filter_map(synset).collect();
    let mut found = Vec::new();
    for synset in synsets.values() {
        for noun in &synset.nouns {
            if let Some(list) = list(synset, noun, &synsets) {
                found.push((noun.replace('_', " "), list));
            }
        }
    }
    Ok(found)
}

/// The words for animals, natural objects and phenomena.
pub fn things(folder: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let data = fs::read_to_string(folder.join("dict/data.noun"))?;
    let lines = data.lines().filter(|line| !line.starts_with(' '));
    let synsets = lines.filter_map(synset).map(|(_, synset)| synset);
    let nouns = synsets
        .filter(|synset| ["05", "17", "19"].contains(&synset.file))
        .flat_map(|synset| synset.nouns);
    let is_word = |noun: &&str| noun.bytes().all(|byte| byte.is_ascii_lowercase());
    let mut things: Vec<String> = nouns.filter(is_word).map(str::to_owned).collect();
    things.sort_unstable();
    things.dedup();
    Ok(things)
}

/// Every word in small letters: nouns, verbs and adjectives.
pub fn words(folder: &Path) -> Result<HashSet<String>, Box<dyn Error>> {
    let mut words = HashSet::new();
    for file in ["data.noun", "data.verb", "data.adj"] {
        let data = fs::read_to_string(folder.join("dict").join(file))?;
        let lines = data.lines().filter(|line| !line.starts_with(' '));
        let found = lines
            .filter_map(synset)
            .flat_map(|(_, synset)| synset.nouns);
        let plain = found.map(|word| word.split('(').next().unwrap_or(word));
        let small = plain.filter(|word| word.bytes().all(|byte| byte.is_ascii_lowercase()));
        words.extend(small.map(str::to_owned));
    }
    Ok(words)
}

/// Where a line's synset stands in the file, and the synset.
fn synset(line: &str) -> Option<(&str, Synset<'_>)> {
    let mut fields = line.split(' ');
    let (offset, file) = (fields.next()?, fields.next()?);
    let count = usize::from_str_radix(fields.nth(1)?, 16).ok()?;
    let nouns: Vec<&str> = fields.by_ref().step_by(2).take(count).collect();
    let class = fields.skip_while(|&field| field != "@i").nth(1);
    Some((offset, Synset { file, nouns, class }))
}

/// The list that a noun of a synset belongs to, if it is a name.
fn list(synset: &Synset, noun: &str, synsets: &HashMap<&str, Synset>) -> Option<Gazetteer> {
    let is_capital = noun.starts_with(|c: char| c.is_ascii_uppercase());
    if !is_capital {
        return None;
    }
    let is_long = noun.contains('_');
    let is_only_one = synset.class.is_some();
    match synset.file {
        GROUPS => {
            let is_initials = noun.chars().all(|c| c.is_ascii_uppercase());
            (is_long || is_initials || is_only_one).then_some(Gazetteer::ORGANIZATION)
        }
        PERSONS => (is_only_one && !is_long).then_some(Gazetteer::SURNAME),
        LOCATIONS if is_only_one => {
            let class = synset.class.and_then(|class| synsets.get(class));
            let is_city = class.is_some_and(|class| {
                class.nouns.iter().any(|noun| {
                    ["city", "town", "port", "capital"]
                        .iter()
                        .any(|word| noun.ends_with(word))
                })
            });
            Some(if is_city {
                Gazetteer::CITY
            } else {
                Gazetteer::REGION
            })
        }
        OBJECTS if is_only_one => Some(Gazetteer::REGION),
        // Brands: all the words have capitals, and it is no single thing, as a building is.
        file if THINGS.contains(&file) && !is_only_one => {
            let mut words = noun.split(['_', '-']);
            let is_brand = words.all(|word| word.starts_with(|c: char| c.is_ascii_uppercase()));
            (is_brand && noun.len() > 2).then_some(Gazetteer::PRODUCT)
        }
        _ => None,
    }
}
