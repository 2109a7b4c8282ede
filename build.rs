//! Compiles the word lists of `src/data/en/words` to one table, and their tags to constants.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

/// The lists, beside `tags.tsv`.
const WORDS: &str = "src/data/en/words";

/// The letter that stands for the first tag in the table: behind it there are letters enough.
const FIRST: u32 = 0x100;

fn main() {
    println!("cargo::rerun-if-changed={WORDS}");
    let tags = read("tags.tsv");
    let tags: Vec<(&str, &str)> = tags
        .lines()
        .map(|line| {
            line.split_once('\t')
                .unwrap_or_else(|| panic!("{WORDS}/tags.tsv: `{line}` lacks its meaning"))
        })
        .collect();
    let words = words(&tags);
    let out = env::var("OUT_DIR").expect("cargo names a folder");
    write(&out, "tags.rs", &constants(&tags, &words));
    write(&out, "words.txt", &table(&words));
}

/// All words with their sets of tags.
fn words(tags: &[(&str, &str)]) -> BTreeMap<String, BTreeSet<usize>> {
    let mut words = BTreeMap::new();
    let mut files: Vec<String> = fs::read_dir(WORDS)
        .expect("the folder of the words")
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().into())
        .filter(|name: &String| name.ends_with(".tsv") && name != "tags.tsv")
        .collect();
    files.sort();
    for file in files {
        for (number, line) in (1..).zip(read(&file).lines()) {
            let at = format!("{WORDS}/{file}:{number}");
            let (forms, names) = line
                .split_once('\t')
                .unwrap_or_else(|| panic!("{at}: no tab between words and tags"));
            let number = |name| {
                let tag = tags.iter().position(|&(tag, _)| tag == name);
                tag.unwrap_or_else(|| panic!("{at}: tags.tsv lacks `{name}`"))
            };
            let set: BTreeSet<usize> = names.split(' ').map(number).collect();
            for word in forms.split(' ') {
                assert!(
                    !word.is_empty() && word == word.to_lowercase() && !word.ends_with('.'),
                    "{at}: `{word}` is not in small letters, or ends in a dot"
                );
                let before = words.insert(word.to_owned(), set.clone());
                assert!(before.is_none(), "{at}: `{word}` stands twice");
            }
        }
    }
    words
}

/// A constant for each tag, and the length of the longest word.
fn constants(tags: &[(&str, &str)], words: &BTreeMap<String, BTreeSet<usize>>) -> String {
    let longest = words.keys().map(String::len).max().unwrap_or_default();
    let mut code =
        format!("/// No word of the table has more bytes.\nconst LONGEST: usize = {longest};\n");
    writeln!(
        code,
        "/// A set of tags has a bit for each, in numbers of 64.\nconst LENGTH: usize = {};\n\
         /// The letter of the first tag in the table; the others follow it.\nconst FIRST: u32 = {FIRST};",
        tags.len().div_ceil(64)
    )
    .expect("a string takes all");
    code += "impl Tags {\n";
    for (bit, (tag, meaning)) in tags.iter().enumerate() {
        let name = tag.to_uppercase().replace('-', "_");
        writeln!(
            code,
            "    /// {meaning}\n    pub const {name}: Self = Self::of({bit});"
        )
        .expect("a string takes all");
    }
    code + "}\n"
}

/// A line for each set of tags: a letter for each tag, a tab, and the words.
fn table(words: &BTreeMap<String, BTreeSet<usize>>) -> String {
    let mut by_set: BTreeMap<&BTreeSet<usize>, Vec<&str>> = BTreeMap::new();
    for (word, set) in words {
        by_set.entry(set).or_default().push(word);
    }
    let line = |(set, words): (&BTreeSet<usize>, Vec<&str>)| {
        let tags: String = set
            .iter()
            .filter_map(|&tag| char::from_u32(FIRST + tag as u32))
            .collect();
        format!("{tags}\t{}\n", words.join(" "))
    };
    by_set.into_iter().map(line).collect()
}

fn read(file: &str) -> String {
    let path = Path::new(WORDS).join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn write(folder: &str, file: &str, text: &str) {
    fs::write(Path::new(folder).join(file), text).expect("cargo's folder can be written to");
}
