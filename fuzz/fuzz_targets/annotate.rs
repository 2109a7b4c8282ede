//! Any text gives a sound result.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/support/validity.rs"]
mod validity;

fuzz_target!(|text: &str| {
    let faults = validity::faults(text, &newslight::annotate(text));
    assert!(faults.is_empty(), "{faults:#?}");
});
