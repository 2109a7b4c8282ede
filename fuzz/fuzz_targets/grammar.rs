//! Words of news in any order give a sound result.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/support/grammar.rs"]
#[allow(dead_code, reason = "the laws use the other half")]
mod grammar;
#[path = "../../tests/support/validity.rs"]
mod validity;

fuzz_target!(|numbers: &[u8]| {
    let text = grammar::text(numbers.iter().copied());
    let faults = validity::faults(&text, &newslight::annotate(&text));
    assert!(faults.is_empty(), "{text:?}: {faults:#?}");
});
