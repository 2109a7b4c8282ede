//! What the lists of whole names are worth in a short text: no document stands around its names, so that they
//! count for more than in an article.

use super::context::CaseMode;
use super::features::{COARSE, NOTHING, View, key, pair};
use crate::lexicon::Gazetteer;

/// The features that the capitals of brief texts have besides those of all texts; none elsewhere.
pub fn features(
    view: &View,
    sentence: &std::ops::Range<usize>,
    mode: CaseMode,
    token: usize,
    mut emit: impl FnMut(u64),
) {
    if !view.context.is_brief() || !view.words.shapes[token].is_capital() {
        return;
    }
    let mut add = |template: u64, value: u64| emit(key(100 + template, value));
    let here = view.words.at(token);
    let shape = here.shape as u64;
    let is_first = u64::from(token == sentence.start);
    if view.context.is_short() {
        add(86, pair(shape, pair(is_first, mode as u64)));
    }
    let (several, begins) = view.context.whole[token];
    let (whole, begins, length) = if several == Gazetteer::default() {
        let whole = here.gazetteer.within(Gazetteer::WHOLE);
        (whole, true, view.context.runs[token].len())
    } else {
        (several, begins, 0)
    };
    // A club is called after its town.
    let lists = match length {
        0 => Gazetteer::default(),
        _ => here.gazetteer,
    };
    if whole == Gazetteer::default() || lists.intersects(Gazetteer::PLACE) {
        return;
    }
    let coarse = |at: Option<usize>| {
        at.filter(|at| sentence.contains(at))
            .map_or(NOTHING, |at| view.words.at(at).classes[COARSE].into())
    };
    let whole = pair(
        u64::from(whole.0),
        pair(u64::from(begins), length.min(2) as u64),
    );
    add(99, whole);
    add(100, pair(whole, pair(shape, is_first)));
    add(101, pair(whole, pair(here.prior.into(), is_first)));
    add(102, pair(whole, coarse(Some(token + 1))));
    add(103, pair(whole, coarse(token.checked_sub(1))));
}
