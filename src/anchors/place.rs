//! The order in which places are looked for, and what is enough to be sure of one.

use std::cell::OnceCell;

use super::context::{ENOUGH, Target};
use super::fuzzy;
use super::homes::{Home, homes};
use super::selector::{Anchor, Paragraph, Selector};
use super::words::{Word, Words};
use crate::order::sort_by_number;
use crate::span::Span;

/// A place whose context is that much alike needs nothing else to speak for it.
const SURE: f32 = 0.8;

/// With a neighbour that went there, too, so much is enough.
const LIKELY: f32 = 0.4;

/// The same for a single word, which may come by chance.
const LIKELY_SHORT: f32 = 0.6;

/// What a neighbour adds that went there.
const AGREES: f32 = 0.5;

/// By how much every other place must be worse.
const MARGIN: f32 = 0.2;

/// So many words in a row hardly come twice: where they stand once, they are meant.
const LONG: usize = 6;

/// How far away, in code points of the older text, a neighbour counts.
const NEAR: usize = 400;

/// By how many code points the way from a neighbour may have changed.
const DRIFT: usize = 25;

/// Of more places than these only those are looked at where something beside the words is the same.
const FEW: usize = 8;

/// So many places are looked at for one selector.
const MOST: usize = 400;

/// So many for all: no file takes a page from its reader.
const MOST_OF_ALL: usize = 200_000;

/// So many pairs of words are compared to find those that were changed.
const MOST_STEPS: usize = 20_000_000;

/// Places below this have a context or words that changed.
const CHANGED: f32 = 0.95;

/// Where the words of selectors stand in a text now; `old` are the paragraphs of the text that they are from.
pub fn place(text: &str, old: &[Paragraph], selectors: &[Selector]) -> Vec<Option<Anchor>> {
    let mut order: Vec<usize> = (0..selectors.len()).collect();
    sort_by_number(&mut order, |&number| selectors[number].start as u64);
    let mut search = Search {
        text,
        words: Words::new(text),
        homes: homes(text, old),
        selectors,
        targets: vec![OnceCell::new(); selectors.len()],
        found: vec![None; selectors.len()],
        order,
        looks: MOST_OF_ALL,
    };
    search.follow();
    search.ask_neighbours();
    search.ask_neighbours();
    search.find_changed();
    search.anchors()
}

/// A place for a selector: the numbers of the words, and how alike they are.
#[derive(Clone, Copy, Debug)]
struct Found {
    start: usize,
    end: usize,
    score: f32,
}

struct Search<'s> {
    text: &'s str,
    words: Words,
    homes: Vec<Home>,
    selectors: &'s [Selector],
    /// The selectors taken apart, once that is asked for: most stand in paragraphs that are as they were.
    targets: Vec<OnceCell<Target>>,
    found: Vec<Option<Found>>,
    /// The selectors in the order of the older text.
    order: Vec<usize>,
    /// How many places may still be looked at.
    looks: usize,
}

impl Search<'_> {
    fn target(&self, number: usize) -> &Target {
        self.targets[number].get_or_init(|| Target::new(&self.selectors[number]))
    }

    /// Looks where each should be if nothing has changed since the one before it, and else wherever the words are.
    fn follow(&mut self) {
        let mut shift = 0;
        for turn in 0..self.order.len() {
            let number = self.order[turn];
            let found = match self.home(number) {
                Some(home) => self.in_home(number, home),
                None => self.unmoved(number, shift).or_else(|| self.alone(number)),
            };
            if let Some(found) = found {
                let place = self.words.all[found.start].place;
                shift = place as i64 - self.selectors[number].start as i64;
            }
            self.found[number] = found;
        }
    }

    /// The unchanged paragraph that a selector is of.
    fn home(&self, number: usize) -> Option<Home> {
        let selector = &self.selectors[number];
        let end = selector.start + selector.exact.chars().count();
        let behind = self
            .homes
            .partition_point(|home| home.old.start <= selector.start);
        let home = self.homes[..behind].last().copied();
        home.filter(|home| end <= home.old.end)
    }

    /// The place in an unchanged paragraph.
    fn in_home(&self, number: usize, home: Home) -> Option<Found> {
        let inside = self.selectors[number].start - home.old.start;
        let at = self.words.at(home.new.start + inside);
        if let Some(end) = self.same(number, at) {
            let score = 1.0;
            return Some(Found {
                start: at,
                end,
                score,
            });
        }
        let target = self.target(number);
        let is_here = |at: usize| target.is_at(&self.words.all, at, true);
        if !target.exact.is_empty() && is_here(at) {
            return Some(self.found_at(number, at, 1.0));
        }
        // Blanks may have changed: then the same words are a little further on.
        let [first, last] = [home.new.start, home.new.end].map(|place| self.words.at(place));
        let places = (first..last).filter(|&at| !target.exact.is_empty() && is_here(at));
        self.best(number, places, |_| 0.0, SURE)
    }

    /// The end of a selector's words where they stand at a place letter by letter.
    fn same(&self, number: usize, at: usize) -> Option<usize> {
        let exact = &self.selectors[number].exact;
        let words = &self.words.all[at..];
        let start = words.first()?.span.start;
        if !self.text[start..].starts_with(&**exact) {
            return None;
        }
        let end = start + exact.len();
        let count = words.iter().take_while(|word| word.span.end <= end).count();
        let is_whole = count > 0 && words[count - 1].span.end == end;
        is_whole.then_some(at + count)
    }

    /// The place where a selector is if nothing else has moved than what moved those before it.
    fn unmoved(&self, number: usize, shift: i64) -> Option<Found> {
        let target = self.target(number);
        let place = usize::try_from(self.selectors[number].start as i64 + shift).ok()?;
        let at = self.words.at(place);
        let words = &self.words.all;
        let is_here = words.get(at)?.place == place
            && !target.exact.is_empty()
            && target.is_at(words, at, true);
        let (score, weight) = self.context(number, at);
        (is_here && score > 0.99 && weight >= ENOUGH).then(|| self.found_at(number, at, score))
    }

    /// The only place that is meant, by the words and what stands around them alone.
    fn alone(&mut self, number: usize) -> Option<Found> {
        let places = self.places(number, true);
        let is_long = self
            .target(number)
            .exact
            .iter()
            .filter(|word| word.is_word)
            .count()
            >= LONG;
        if let (true, &[place]) = (is_long, &places[..]) {
            let score = self.context(number, place).0;
            return Some(self.found_at(number, place, score.max(SURE)));
        }
        self.best(number, places.into_iter(), |_| 0.0, SURE)
    }

    /// The places that have the words of a selector.
    fn places(&mut self, number: usize, is_cased: bool) -> Vec<usize> {
        if self.looks == 0 {
            return Vec::new();
        }
        let target = self.target(number);
        let Some((rarest, places)) = self.words.rarest(&target.exact) else {
            return Vec::new();
        };
        let tried = places.len();
        let starts = places
            .iter()
            .filter_map(|&at| (at as usize).checked_sub(rarest));
        let is_here = |at: &usize| target.is_at(&self.words.all, *at, is_cased);
        let mut starts: Vec<usize> = starts.filter(is_here).collect();
        if starts.len() > FEW {
            starts.retain(|&at| target.touches(&self.words.all, at, at + target.exact.len()) > 0);
        }
        if starts.len() > MOST {
            let place = self.selectors[number].start;
            sort_by_number(&mut starts, |&at| {
                self.words.all[at].place.abs_diff(place) as u64
            });
            starts.truncate(MOST);
        }
        starts.truncate(self.looks);
        self.looks = self.looks.saturating_sub(starts.len() + tried / 8);
        starts
    }

    /// The best of some places, with what else speaks for each, where it is good enough and no other nearly as good.
    fn best(
        &self,
        number: usize,
        places: impl Iterator<Item = usize>,
        more: impl Fn(usize) -> f32,
        enough: f32,
    ) -> Option<Found> {
        let (mut best, mut second) = ((0, -1.0), -1.0_f32);
        for at in places {
            let (score, weight) = self.context(number, at);
            let score = if weight < ENOUGH {
                score * weight / ENOUGH
            } else {
                score
            } + more(at);
            if score > best.1 {
                second = second.max(best.1);
                best = (at, score);
            } else {
                second = second.max(score);
            }
        }
        let target = self.target(number);
        let beside = target.touches(&self.words.all, best.0, best.0 + target.exact.len());
        let is_beside = match target.exact.len() {
            ..2 => beside >= 2,
            2..LONG => beside >= 1,
            _ => true,
        };
        (best.1 >= enough && best.1 - second >= MARGIN && is_beside)
            .then(|| self.found_at(number, best.0, self.context(number, best.0).0))
    }

    /// Places that are less sure by themselves, where neighbours are that were placed.
    fn ask_neighbours(&mut self) {
        for turn in 0..self.order.len() {
            let number = self.order[turn];
            if self.found[number].is_some() || self.home(number).is_some() {
                continue;
            }
            let neighbours = self.neighbours(turn);
            if neighbours.is_empty() {
                continue;
            }
            let cased = self.places(number, true);
            let places = if cased.is_empty() {
                self.places(number, false)
            } else {
                cased
            };
            let start = self.selectors[number].start;
            let is_short = self.target(number).exact.len() < 2;
            let enough = AGREES + if is_short { LIKELY_SHORT } else { LIKELY };
            let agrees = |at: usize| {
                let place = self.words.all[at].place;
                let is_in_order = neighbours.iter().all(|&(old, new)| {
                    (old.cmp(&start)).is_le() == (new.cmp(&place)).is_le() || old == start
                });
                let is_near = neighbours
                    .iter()
                    .any(|&(old, new)| (new + start).abs_diff(place + old) <= DRIFT);
                if is_in_order && is_near { AGREES } else { 0.0 }
            };
            self.found[number] = self.best(number, places.into_iter(), agrees, enough);
        }
    }

    /// The nearest that were placed, before and behind one in the older text: where they were, and where they are.
    fn neighbours(&self, turn: usize) -> Vec<(usize, usize)> {
        let start = self.selectors[self.order[turn]].start;
        let placed = |&number: &usize| {
            let old = self.selectors[number].start;
            let found = self.found[number].filter(|_| old.abs_diff(start) <= NEAR)?;
            Some((old, self.words.all[found.start].place))
        };
        let before = self.order[..turn].iter().rev().take(40).find_map(placed);
        let after = self.order[turn + 1..].iter().take(40).find_map(placed);
        before.into_iter().chain(after).collect()
    }

    /// Places many words of which some were changed, between what was placed before.
    fn find_changed(&mut self) {
        let mut steps = MOST_STEPS;
        for turn in 0..self.order.len() {
            let number = self.order[turn];
            if self.found[number].is_some() || self.home(number).is_some() {
                continue;
            }
            let part = self.part_around(turn);
            let target = self.target(number);
            if let Some((range, score)) =
                fuzzy::find(target, &self.words.all[part.clone()], &mut steps)
            {
                self.found[number] = Some(Found {
                    start: part.start + range.start,
                    end: part.start + range.end,
                    score: score * 0.9,
                });
            }
        }
    }

    /// The words of the text to look through for one selector: all, or those around its neighbours where all are
    /// very many.
    fn part_around(&self, turn: usize) -> std::ops::Range<usize> {
        const FEW: usize = 20_000;
        let words = &self.words.all;
        let neighbours = self.neighbours(turn);
        if words.len() <= FEW || neighbours.is_empty() {
            return 0..words.len();
        }
        let length = self.selectors[self.order[turn]].exact.chars().count();
        let places = neighbours.iter().map(|&(_, new)| new);
        let first = places
            .clone()
            .min()
            .unwrap_or(0)
            .saturating_sub(NEAR + length);
        let last = places.max().unwrap_or(0) + NEAR + 2 * length;
        self.words.at(first)..self.words.at(last)
    }

    fn context(&self, number: usize, at: usize) -> (f32, f32) {
        let target = self.target(number);
        let end = (at + target.exact.len()).min(self.words.all.len());
        target.context(&self.words.all, at, end)
    }

    fn found_at(&self, number: usize, at: usize, score: f32) -> Found {
        let end = at + self.target(number).exact.len();
        let is_same = self.span(at, end).of(self.text) == self.selectors[number].exact;
        Found {
            start: at,
            end,
            score: if is_same { score } else { score.min(CHANGED) },
        }
    }

    fn span(&self, start: usize, end: usize) -> Span {
        let words: &[Word] = &self.words.all[start..end];
        let first = words.first().map_or(0, |word| word.span.start);
        Span::new(first, words.last().map_or(first, |word| word.span.end))
    }

    fn anchors(&self) -> Vec<Option<Anchor>> {
        let anchor = |found: Found| Anchor {
            span: self.span(found.start, found.end),
            score: found.score,
        };
        self.found.iter().map(|found| found.map(anchor)).collect()
    }
}
