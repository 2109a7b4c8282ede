//! Every boundary of any text has the offset that encoding the text before it gives.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newslight::dev::utf16::Utf16Index;

fuzz_target!(|text: &str| {
    let index = Utf16Index::new(text);
    let mut units = 0;
    for (byte, c) in text.char_indices() {
        assert_eq!(index.offset(byte), units);
        units += c.len_utf16();
    }
    assert_eq!(index.offset(text.len()), units);
});
