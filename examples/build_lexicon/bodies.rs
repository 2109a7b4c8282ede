//! Lists of organizations, and of products, to names of the gazetteer.

use std::collections::{HashMap, HashSet};
use std::error::Error;
use std::fs;
use std::path::Path;

use newslight::dev::lexicon::Gazetteer;
use regex::Regex;
use serde_json::Value;

/// A name of several words counts where all of them are among so many of the most frequent ones: newsrooms write
/// of it.
const KNOWN_WORDS: usize = 6_000;
/// The same of clubs and other bodies, which their words show less often to be one.
const KNOWN_CLUB_WORDS: usize = 15_000;
/// The same of names of one word, which nothing else shows to be one.
const SINGLE_WORDS: usize = 110_000;
/// The same of clubs, many of which are small.
const SINGLE_CLUBS: usize = 30_000;
/// A company of one word that is among so many of the most frequent ones is rather that word.
const COMMON_WORDS: usize = 2_500;
/// The same of clubs, many of which are small and named after a thing.
const COMMON_CLUBS: usize = 2_500;
/// The most words that a name has.
const LONGEST: usize = 4;
/// The countries whose newsrooms write English: brands that are sold there alone count, too.
const ENGLISH: &[&str] = &[
    "au", "ca", "gb", "gh", "ie", "in", "ke", "my", "ng", "nz", "ph", "pk", "sg", "us", "za",
];
/// In how many countries a brand or an operator is known that none of those has.
const COUNTRIES: usize = 3;

/// What a company's name is also known without: a remark in brackets, its legal form, a word for
/// companies.
pub const LEGAL_FORM: &str = r"(?x) \s* \(.*\)$ | ,?\s (?: Inc\.? | Incorporated | Corp\.? | Corporation |
    Co\.,?\ Ltd\.? | Co\. | Company | Ltd\.? | Limited | plc | PLC | AG | SE | S\.?A\.? | N\.?V\.? |
    L\.?P\.? | LLC | Oyj | AB | A/S | KGaA | Group | Holdings? ) $";

/// What indicates that a club's name is a club's, and is mostly left out.
const CLUB_FORM: &str = r"(?x) ^ (?: FC | AFC | CF | SC | AC | AS | SK | FK | SV | CD | UD | US | SS | RC ) \s |
    \s (?: FC | AFC | CF | SC | AC | SK | FK | Football\ Club | F\.C\. | C\.F\. ) $";

/// How frequent words are: their places in the order of frequency.
pub struct Ranks<'w>(HashMap<&'w str, usize>);

impl<'w> Ranks<'w> {
    /// The ranks of words in order of frequency.
    pub fn new(words: &'w [String]) -> Self {
        let ranks = words.iter().enumerate();
        Self(ranks.map(|(rank, word)| (word.as_str(), rank)).collect())
    }

    /// Whether news write of a name, as far as its words show: all of them are known, and one alone
    /// is none of the most common.
    fn has(&self, name: &str, list: Gazetteer) -> bool {
        let (several, single, common) = match list {
            Gazetteer::BUSINESS => (KNOWN_WORDS, SINGLE_WORDS, COMMON_WORDS),
            Gazetteer::CLUB => (KNOWN_CLUB_WORDS, SINGLE_CLUBS, COMMON_CLUBS),
            _ => (KNOWN_CLUB_WORDS, SINGLE_WORDS, COMMON_WORDS),
        };
        let small = name.to_lowercase().replace(['’', '.'], "");
        let mut words = small
            .split([' ', '-', '\'', '&'])
            .filter(|word| !word.is_empty());
        let count = words.clone().count();
        let rank = |word: &str| self.0.get(word).copied();
        let limit = if count > 1 { several } else { single };
        let is_known = words.all(|word| rank(word).is_some_and(|rank| rank < limit));
        is_known
            && (1..=LONGEST).contains(&count)
            && (count > 1 || name.len() > 2 && rank(&small).is_none_or(|rank| rank >= common))
    }
}

/// The names of companies, clubs, parties and other bodies in `organizations.tsv`.
pub fn organizations(
    file: &Path,
    ranks: &Ranks,
) -> Result<Vec<(String, Gazetteer)>, Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    let (legal, club) = (Regex::new(LEGAL_FORM)?, Regex::new(CLUB_FORM)?);
    let mut found = Vec::new();
    for line in text.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [name, kind, source] = fields[..] else {
            continue;
        };
        let (form, lists) = match kind {
            "company" => (&legal, Gazetteer::BUSINESS),
            "club" => (&club, Gazetteer::CLUB),
            "newspaper" | "charity" => (&legal, Gazetteer::INSTITUTION),
            _ => continue,
        };
        let mut short = name.to_owned();
        while let Some(rest) = form.find(&short) {
            short.replace_range(rest.range(), "");
        }
        // “Boston Red Sox” are the Red Sox.
        if kind == "club" && source.starts_with("dariusk") {
            found.extend(nickname(&short).map(|name| (name.to_owned(), lists)));
        }
        if ranks.has(&short, lists) {
            found.push((short, lists));
        }
    }
    Ok(found)
}

/// What an American team is called without its city.
fn nickname(team: &str) -> Option<&str> {
    let (before, last) = team.rsplit_once(' ')?;
    match last {
        "Sox" | "Jackets" | "Wings" | "Leafs" | "Jays" | "Knights" | "Blazers" => {
            let start = before.rfind(' ')? + 1;
            Some(&team[start..])
        }
        _ => Some(last),
    }
}

/// The brands and operators of the name suggestion index that are known in much of the world, or
/// where English is written.
pub fn brands(file: &Path, ranks: &Ranks) -> Result<Vec<(String, Gazetteer)>, Box<dyn Error>> {
    let index: Value = serde_json::from_slice(&fs::read(file)?)?;
    let mut found = HashSet::new();
    let empty = serde_json::Map::new();
    for (path, branch) in index["nsi"].as_object().unwrap_or(&empty) {
        let is_brand = path.starts_with("brands/");
        if !is_brand && !path.starts_with("operators/") {
            continue;
        }
        for item in branch["items"].as_array().into_iter().flatten() {
            let tags = &item["tags"];
            let name = ["brand", "operator", "name"]
                .iter()
                .find_map(|tag| tags[tag].as_str());
            let places = item["locationSet"]["include"].as_array();
            let places = places.map_or(&[][..], Vec::as_slice);
            let is_in = |place: &Value| {
                place.as_str().is_some_and(|place| {
                    place == "001" || is_brand && ENGLISH.contains(&&place[..2.min(place.len())])
                })
            };
            if let Some(name) = name
                && (places.len() >= COUNTRIES || places.iter().any(is_in))
                && ranks.has(name, Gazetteer::BUSINESS)
            {
                found.insert(name.to_owned());
            }
        }
    }
    Ok(found
        .into_iter()
        .map(|name| (name, Gazetteer::BUSINESS))
        .collect())
}
