//! A damaged table gives an error or a table that can be asked, never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newslight::dev::lexicon::Table;

#[path = "../../tests/support/damage.rs"]
mod damage;

fuzz_target!(|file: &[u8]| {
    let mut file = file.to_vec();
    // The reader sees every damage: none is hidden behind the checksum.
    damage::stamp(&mut file, b"NLT2");
    if let Ok(table) = Table::read(&file) {
        for key in damage::KEYS {
            std::hint::black_box(table.get(key));
        }
    }
});
