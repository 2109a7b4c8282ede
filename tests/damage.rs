//! A short run of what `fuzz/` does for hours: gold articles with random damage, damaged tables,
//! and every text that once broke something.

mod support;

use newslight::annotate;
use newslight::dev::lexicon::Table;
use newslight::dev::model::linear::{Linear, SLOTS};
use newslight::dev::model::{Label, Model, Row, Weights};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use support::damage::{KEYS, stamp};
use support::gold;
use support::validity::faults;

/// The same damage at every run: what fails once fails again.
fn always_the_same(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(1),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// What is put in the place of a piece of text.
const SPLINTERS: &[&str] = &[
    "", "“", "”", "\"", "'", "’", "\n\n", "\n", " ", ".", "said ", "\u{301}", "😀", "\0", "Mr. ",
    "“‘", ",",
];

/// Places in a text, each with how many characters go and what comes instead.
fn blows() -> impl Strategy<Value = Vec<(prop::sample::Index, usize, &'static str)>> {
    prop::collection::vec(
        (
            any::<prop::sample::Index>(),
            0..12_usize,
            prop::sample::select(SPLINTERS),
        ),
        1..12,
    )
}

/// A text after some blows.
fn damaged(text: &str, blows: &[(prop::sample::Index, usize, &str)]) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    for (place, gone, splinter) in blows {
        let start = place.index(characters.len() + 1);
        let end = characters.len().min(start + gone);
        characters.splice(start..end, splinter.chars());
    }
    characters.into_iter().collect()
}

proptest! {
    #![proptest_config(always_the_same(200))]

    #[test]
    fn damaged_articles_give_sound_results(article in 0..12_usize, blows in blows()) {
        let articles = gold::articles();
        let text = damaged(&articles[article].text, &blows);
        prop_assert_eq!(faults(&text, &annotate(&text)), Vec::<String>::new());
    }
}

/// A small table with values of one byte or of two.
fn table(entries: u64, highest: u16) -> Vec<u8> {
    let entries: Vec<(u64, u16)> = (0..entries)
        .map(|i| {
            (
                newslight::dev::hash::mix(i),
                u16::try_from(i).unwrap_or(u16::MAX).min(highest),
            )
        })
        .collect();
    Table::write(&entries, 14)
}

/// A tagger's file of some features.
fn tagger(features: u32) -> Vec<u8> {
    let mut weights = [0; Label::COUNT];
    weights[1] = -5;
    let row = |i| Row {
        fingerprint: i * 7,
        weights,
    };
    let rows: Vec<Row> = (0..features).map(row).collect();
    Weights::write(&rows, &Default::default(), 14)
}

/// The file of a scorer with some weights.
fn choices(features: u32) -> Vec<u8> {
    let mut weights = vec![0.0; SLOTS];
    for slot in 0..features as usize {
        weights[slot * 600] = 0.5;
    }
    Linear::new(&weights, 0.1).write()
}

/// What befalls a file: bytes that change, and perhaps a cut.
fn damages() -> impl Strategy<Value = Damage> {
    (
        prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        prop::option::of(any::<prop::sample::Index>()),
    )
}

type Damage = (Vec<(prop::sample::Index, u8)>, Option<prop::sample::Index>);

fn damage(file: &mut Vec<u8>, (blows, cut): &Damage) {
    for (place, byte) in blows {
        let at = place.index(file.len());
        file[at] = *byte;
    }
    if let Some(cut) = cut {
        file.truncate(cut.index(file.len()));
    }
}

proptest! {
    #![proptest_config(always_the_same(2000))]

    /// A damaged table is refused or answers, and takes no more memory than a sound one.
    #[test]
    fn damaged_tables_are_refused_or_answer(
        size in 0..300_u64,
        wide in any::<bool>(),
        damages in damages(),
    ) {
        let mut file = table(size, if wide { u16::MAX } else { 255 });
        damage(&mut file, &damages);
        stamp(&mut file, b"NLT2");
        if let Ok(table) = Table::read(&file) {
            KEYS.iter().for_each(|&key| { table.get(key); });
        }
    }

    /// Damaged weights are refused or answer.
    #[test]
    fn damaged_weights_are_refused_or_answer(size in 0..300_u32, damages in damages()) {
        let mut file = tagger(size);
        damage(&mut file, &damages);
        stamp(&mut file, b"NLW2");
        if let Ok(weights) = Weights::read(&file) {
            let mut scores = [0; Label::COUNT];
            weights.add(&KEYS, &mut scores);
        }
        let mut file = choices(size);
        damage(&mut file, &damages);
        stamp(&mut file, b"NLS1");
        if let Ok(linear) = Linear::read(&file) {
            linear.score(&[0, SLOTS as u32 - 1]);
        }
    }
}

/// Texts that once broke something, each by what it broke.
const CASES: &[(&str, &str)] = &[
    (
        "a passive that opens a paragraph behind a short one",
        "By Ana Ruiz\n\nThe jury was told that the plan had failed.",
    ),
    (
        "a text that opens with a comma and a role",
        ", the mayor: “It is late.”",
    ),
    (
        "marks of a report that is none, behind the next report",
        "St. Marl , nobody added May Ana Ruiz May Ana Ruiz “Ana Ruiz Ana Ruiz Ana Ruiz Ana Ruiz Ana Ruiz Drthey “May May",
    ),
    (
        "single marks in a paragraph within a quote",
        "“One goes on\n\nwhere ‘this’ stands\n\nand ends” here.",
    ),
    (
        "a quotation at the end of a reported clause whose end is trimmed",
        "“‘He said she had the PM's 'full support'. He said the barriers 'will be delivered'.'",
    ),
];

#[test]
fn what_once_broke_stays_whole() {
    for (name, text) in CASES {
        assert_eq!(
            faults(text, &annotate(text)),
            Vec::<String>::new(),
            "{name}"
        );
    }
}
