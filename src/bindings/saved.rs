//! Saved annotations and corrections, for JavaScript.

use js_sys::{Array, Float32Array, Uint32Array};
use wasm_bindgen::prelude::*;

use super::packed::pack;
use super::reader::{self, Part};
use super::unpacked::unpack;
use crate::anchors::{self, Anchor, Saved, place, restore};
use crate::annotations::Annotations;
use crate::corrections::{Edit, apply};
use crate::page::marks::Mark;
use crate::span::Span;
use crate::utf16::Utf16Index;

/// What of saved annotations holds in a text, with the marks to paint it, and of each selector how much speaks for its
/// place, or -1.
#[wasm_bindgen(js_name = restoreAnnotations)]
pub fn restore_annotations(
    text: &str,
    numbers: &[u32],
    strings: &str,
    words: &str,
    starts: &[u32],
    paragraphs: &[u32],
) -> Array {
    let saved = Saved {
        paragraphs: reader::paragraphs(paragraphs),
        selectors: reader::selectors(words, starts),
        annotations: unpack(numbers, strings, &|span| span),
    };
    let restored = restore(text, &saved);
    told(&restored.annotations, text, &restored.anchors)
}

/// Annotations as people have put them right, with the marks to paint them, and of each selector of a correction
/// how much speaks for its place, or -1.
#[wasm_bindgen(js_name = correctAnnotations)]
pub fn correct_annotations(
    text: &str,
    numbers: &[u32],
    strings: &str,
    words: &str,
    starts: &[u32],
    paragraphs: &[u32],
    edits: Vec<Part>,
) -> Array {
    let index = Utf16Index::new(text);
    let found = unpack(numbers, strings, &|span| index.bytes(span));
    let selectors = reader::selectors(words, starts);
    let anchors = place(text, &reader::paragraphs(paragraphs), &selectors);
    let find = |span: Span| {
        let anchor = anchors.get(span.start).copied().flatten();
        anchor.map(|anchor| anchor.span)
    };
    let edits: Vec<Edit> = edits.iter().filter_map(|edit| edit.edit(find)).collect();
    told(&apply(found, &edits, text), text, &anchors)
}

/// Annotations for JavaScript, with their marks, and how much speaks for the place of each selector.
fn told(annotations: &Annotations, text: &str, anchors: &[Option<Anchor>]) -> Array {
    let marks = Mark::to_numbers(&Mark::of(annotations, text));
    let marks = Uint32Array::from(&marks[..]);
    Array::of3(&pack(annotations, text), &marks, &scores(anchors))
}

/// The paragraphs of a text that are new or not as they were: where each begins and ends.
#[wasm_bindgen(js_name = changedParagraphs)]
pub fn changed_paragraphs(text: &str, paragraphs: &[u32]) -> Vec<u32> {
    let index = Utf16Index::new(text);
    let changed = anchors::changed(text, &reader::paragraphs(paragraphs));
    let changed = changed.into_iter().map(|span| index.span(span));
    let numbers = changed.flat_map(|span| [span.start as u32, span.end as u32]);
    numbers.collect()
}

fn scores(anchors: &[Option<Anchor>]) -> Float32Array {
    let scores = anchors
        .iter()
        .map(|anchor| anchor.map_or(-1.0, |anchor| anchor.score));
    Float32Array::from(&scores.collect::<Vec<_>>()[..])
}
