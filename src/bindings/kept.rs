//! The annotations of a file that hold on a page, for the one who annotates the rest.

use wasm_bindgen::prelude::*;

use super::unpacked::unpack;
use crate::annotations::Annotations;
use crate::span::Span;
use crate::utf16::Utf16Index;

#[wasm_bindgen]
extern "C" {
    /// What holds, and which paragraphs have changed; where there is no file, there is no object either.
    pub type Kept;

    #[wasm_bindgen(method, getter)]
    fn numbers(this: &Kept) -> Vec<u32>;

    #[wasm_bindgen(method, getter)]
    fn strings(this: &Kept) -> String;

    #[wasm_bindgen(method, getter)]
    fn changed(this: &Kept) -> Vec<u32>;
}

impl Kept {
    /// The annotations and the paragraphs that have changed.
    pub fn read(&self, text: &str) -> (Annotations, Vec<Span>) {
        let index = Utf16Index::new(text);
        let span = |two: &[u32]| index.bytes(Span::new(two[0] as usize, two[1] as usize));
        let changed = self.changed().chunks_exact(2).map(span).collect();
        let bytes = |span| index.bytes(span);
        (unpack(&self.numbers(), &self.strings(), &bytes), changed)
    }
}
