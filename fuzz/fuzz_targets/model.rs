//! Damaged weights give an error or weights that can be asked, never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newslight::dev::model::linear::{Linear, SLOTS};
use newslight::dev::model::{Label, Model, Weights};

#[path = "../../tests/support/damage.rs"]
mod damage;

fuzz_target!(|file: &[u8]| {
    let mut weights = file.to_vec();
    // The reader sees every damage: none is hidden behind the checksum.
    damage::stamp(&mut weights, b"NLW2");
    if let Ok(weights) = Weights::read(&weights) {
        let mut scores = [0; Label::COUNT];
        weights.add(&damage::KEYS, &mut scores);
        std::hint::black_box(scores);
    }
    let mut choices = file.to_vec();
    damage::stamp(&mut choices, b"NLS1");
    if let Ok(choices) = Linear::read(&choices) {
        std::hint::black_box(choices.score(&[0, 1, SLOTS as u32 - 1]));
    }
});
