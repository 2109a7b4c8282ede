//! The one feature extractor: what the tagger is trained on and what it runs on.
//!
//! A feature is a 64-bit key, a hash of its template's number and its values. Templates that
//! look at one word alone are apart ([`word_features`]), so that a running tagger scores them
//! once for each distinct word.

use super::context::{CaseMode, Context, Run};
use super::words::{Shape, Word, Words, prefixes, suffixes};
use crate::hash::hash_of;
use crate::lexicon::Gazetteer;
use crate::text::{Document, TokenKind};

/// How far to either side single words are looked at.
pub const REACH: usize = 2;

/// What the extractor reads.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The text, cut into tokens.
    pub document: &'a Document<'a>,
    /// Its distinct words.
    pub words: &'a Words<'a>,
    /// What it says of them.
    pub context: &'a Context,
}

/// The grains of [`Word::classes`].
const FINEST: usize = 0;
const FINE: usize = 1;
pub(super) const COARSE: usize = 2;
const COARSEST: usize = 3;

/// The value of a word that is not there.
pub(super) const NOTHING: u64 = 0x9e37_79b9_7f4a_7c15;

/// The key of a template with one value.
#[inline]
pub(super) fn key(template: u64, value: u64) -> u64 {
    let hash =
        (value ^ template.wrapping_mul(0xa076_1d64_78bd_642f)).wrapping_mul(0xe703_7ed1_a0b4_28db);
    (hash ^ (hash >> 29)).wrapping_mul(0x8ebc_6af0_9c88_c6e3)
}

/// One value of two, for templates of several.
#[inline]
pub(super) const fn pair(a: u64, b: u64) -> u64 {
    a.rotate_left(21).wrapping_mul(0x5896_5cc7_5374_cc3d) ^ b
}

/// The features of one word, with its text, as seen from `offset` tokens to its right: 0 for the word
/// itself, 1 for the word after it, -1 for the word before it.
pub fn word_features(word: &Word, text: &str, offset: isize, mut emit: impl FnMut(u64)) {
    let place = 20 * (offset + REACH as isize) as u64;
    let mut add = |template: u64, value: u64| emit(key(place + template, value));
    let shape = word.shape as u64;
    add(0, word.key);
    let class = |grain: usize| u64::from(word.classes[grain]);
    add(1, class(FINE));
    add(2, pair(shape, class(COARSEST)));
    if offset.abs() == 2 {
        return;
    }
    add(3, class(FINEST));
    add(4, class(COARSE));
    add(5, pair(lists(word), shape));
    add(6, word.ending);
    add(7, pair(u64::from(word.prior), shape));
    if offset != 0 {
        return;
    }
    add(8, hash_of(text));
    add(9, pair(shape, class(COARSE)));
    let affixes = prefixes(text).into_iter().chain(suffixes(text));
    for (i, affix) in (10..).zip(affixes) {
        if affix != 0 {
            add(i, affix);
        }
    }
}

/// The lists that a word is in, those of whole names apart ([`Gazetteer::WHOLE`]).
const fn lists(word: &Word) -> u64 {
    word.gazetteer.without(Gazetteer::WHOLE).0 as u64
}

/// What stands for a word in templates of several.
#[derive(Clone, Copy)]
struct Values {
    key: u64,
    shape: u64,
    fine: u64,
    coarse: u64,
    coarsest: u64,
    prior: u64,
}

impl Values {
    /// The values where there is no word.
    const NONE: Self = Self {
        key: NOTHING,
        shape: NOTHING,
        fine: NOTHING,
        coarse: NOTHING,
        coarsest: NOTHING,
        prior: NOTHING,
    };

    fn of(word: &Word) -> Self {
        let [_, fine, coarse, coarsest] = word.classes.map(u64::from);
        Self {
            key: word.key,
            shape: word.shape as u64,
            fine,
            coarse,
            coarsest,
            prior: u64::from(word.prior),
        }
    }
}

/// The features of a token that look at more than one word.
pub fn context_features(
    view: &View,
    sentence: &std::ops::Range<usize>,
    mode: CaseMode,
    token: usize,
    mut emit: impl FnMut(u64),
) {
    let mut add = |template: u64, value: u64| emit(key(100 + template, value));
    let [far_left, left, here, right, far_right] = [-2, -1, 0, 1, 2].map(|offset| {
        token
            .checked_add_signed(offset)
            .filter(|at| sentence.contains(at))
            .map_or(Values::NONE, |at| Values::of(view.words.at(at)))
    });
    add(0, pair(left.key, here.key));
    add(1, pair(here.key, right.key));
    add(2, pair(pair(left.shape, here.shape), right.shape));
    add(3, pair(pair(here.shape, right.shape), far_right.shape));
    add(4, pair(pair(far_left.shape, left.shape), here.shape));
    add(5, pair(pair(left.coarse, here.coarse), here.shape));
    add(6, pair(pair(here.coarse, right.coarse), here.shape));
    let coarsest = pair(pair(left.coarsest, here.coarsest), right.coarsest);
    add(7, pair(coarsest, here.shape));
    add(8, pair(left.key, here.coarse));
    add(9, pair(here.coarse, right.key));
    add(10, pair(left.fine, here.fine));
    add(11, pair(here.fine, right.fine));
    add(12, pair(left.coarse, right.coarse));
    add(13, pair(left.key, here.shape));
    add(14, pair(here.shape, right.key));
    add(15, pair(far_left.key, left.key));
    add(16, pair(right.key, far_right.key));
    add(23, pair(pair(left.prior, here.prior), here.shape));
    add(24, pair(pair(here.prior, right.prior), here.shape));
    add(25, pair(pair(left.key, here.prior), here.shape));
    let place = (token - sentence.start).min(2) as u64;
    add(17, pair(pair(place, here.shape), mode as u64));
    add(18, pair(here.coarse, pair(place.min(1), mode as u64)));
    known_features(view, sentence, token, &mut add);
    if view.words.shapes[token].is_capital() {
        run_features(view, sentence, token, &mut add);
        document_features(view, token, &mut add);
    }
}

/// The names of several words that the lexicon knows here and beside.
fn known_features(
    view: &View,
    sentence: &std::ops::Range<usize>,
    token: usize,
    add: &mut impl FnMut(u64, u64),
) {
    for (template, at) in [
        (20, token.checked_sub(1)),
        (21, Some(token)),
        (22, Some(token + 1)),
    ] {
        let Some(at) = at.filter(|at| sentence.contains(at)) else {
            continue;
        };
        let (bits, first) = view.context.known[at];
        if bits != Gazetteer::default() {
            add(template, pair(u64::from(bits.0), u64::from(first)));
        }
    }
}

/// The run of capitals around a token: its length, its ends, what stands beside it.
fn run_features(
    view: &View,
    sentence: &std::ops::Range<usize>,
    token: usize,
    add: &mut impl FnMut(u64, u64),
) {
    let value = |at: Option<usize>| {
        at.filter(|at| sentence.contains(at))
            .map(|at| view.words.at(at))
    };
    let class = |word: Option<&Word>| word.map_or(NOTHING, |word| u64::from(word.classes[COARSE]));
    let key_of = |word: Option<&Word>| word.map_or(NOTHING, |word| word.key);
    for (base, run) in [
        (30, &view.context.runs[token]),
        (50, &view.context.wide_runs[token]),
    ] {
        let (start, end) = (run.start as usize, run.end as usize);
        let (first, last) = (value(Some(start)), value(Some(end - 1)));
        let (before, after) = (value(start.checked_sub(1)), value(Some(end)));
        let length = (end - start).min(5) as u64;
        let place = (token - start).min(3) as u64;
        let is_last = u64::from(token + 1 == end);
        let position = pair(pair(length, place), is_last);
        add(base, position);
        add(base + 1, pair(key_of(first), place.min(1)));
        add(base + 2, pair(key_of(last), is_last));
        add(base + 3, pair(key_of(before), length.min(3)));
        add(base + 4, pair(key_of(after), length.min(3)));
        add(base + 5, pair(class(first), position));
        add(base + 6, pair(class(last), position));
        add(base + 7, pair(class(before), class(after)));
        add(base + 8, pair(class(last), class(before)));
        add(base + 9, pair(class(last), class(after)));
        add(
            base + 10,
            pair(last.map_or(0, |last| last.ending), position),
        );
        let gazetteer = |word: Option<&Word>| word.map_or(0, lists);
        add(
            base + 11,
            pair(pair(gazetteer(first), gazetteer(last)), position),
        );
        let prior = |word: Option<&Word>| word.map_or(64, |word| u64::from(word.prior));
        add(base + 12, pair(prior(first), position));
        add(base + 13, pair(prior(last), position));
        if base == 50 && view.context.runs[token] == *run {
            break;
        }
    }
}

/// How the document uses the word elsewhere.
fn document_features(view: &View, token: usize, add: &mut impl FnMut(u64, u64)) {
    let here = view.words.at(token);
    let folded = here.folded as usize;
    let context = view.context;
    let class = |word: &Word, grain: usize| u64::from(word.classes[grain]);
    let lower = u64::from(context.seen_lower[folded]);
    add(70, pair(lower, here.shape as u64));
    let longest: &Run = &context.longest_run[folded];
    if !longest.is_empty() {
        let (start, end) = (longest.start as usize, longest.end as usize);
        let (first, last) = (view.words.at(start), view.words.at(end - 1));
        let place =
            u64::from(first.folded == here.folded) + 2 * u64::from(last.folded == here.folded);
        add(71, pair((end - start).min(5) as u64, place));
        add(72, pair(first.key, place));
        add(73, pair(last.key, place));
        add(74, pair(class(first, COARSE), place));
        add(75, pair(class(last, COARSE), place));
        add(76, pair(pair(lists(first), lists(last)), place));
        if let Some(before) = start.checked_sub(1) {
            add(77, view.words.at(before).key);
        }
    }
    for at in context.uses[folded].into_iter().flatten() {
        let at = at as usize;
        if at == token {
            continue;
        }
        if let Some(before) = at.checked_sub(1) {
            add(80, view.words.at(before).key);
            add(81, class(view.words.at(before), FINE));
        }
        if let Some(after) = view.words.of_token.get(at + 1) {
            let after = &view.words.words[*after as usize];
            add(82, after.key);
            add(83, class(after, FINE));
        }
    }
    let is_mark = |at: Option<usize>| {
        at.and_then(|at| view.document.tokens.get(at))
            .is_some_and(|token| token.kind == TokenKind::Mark)
    };
    let marks = u64::from(is_mark(token.checked_sub(1))) + 2 * u64::from(is_mark(Some(token + 1)));
    add(84, pair(marks, u64::from(here.shape == Shape::Capitals)));
}
