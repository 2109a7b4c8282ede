//! Finds the article of a page, the way reading modes do: where the page's markup names it, and
//! else by how densely paragraphs stand.
//!
//! The weights of a paragraph and of its ancestors are those of Mozilla's Readability.

use js_sys::Map;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element};

use super::dom::Words;
use super::elements::NEVER;
use crate::order::{descending, sort_by_number};

/// How the article was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoundBy {
    /// By schema.org's `articleBody`.
    Schema,
    /// As an `<article>`.
    Article,
    /// As `<main>`, or by that role.
    Main,
    /// By the density of its paragraphs.
    Density,
    /// Not at all: the root is read as it is.
    Given,
}

impl FoundBy {
    /// Its name for JavaScript.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Schema => "schema",
            Self::Article => "article",
            Self::Main => "main",
            Self::Density => "density",
            Self::Given => "given",
        }
    }
}

/// What pages call their article, the most exact name first.
const NAMES: [(&str, FoundBy); 3] = [
    ("[itemprop~=articleBody]", FoundBy::Schema),
    ("article, [role=article]", FoundBy::Article),
    ("main, [role=main]", FoundBy::Main),
];

/// Shorter paragraphs do not count, in characters.
const SHORTEST: usize = 25;

/// So many paragraphs tell where the article is.
const ENOUGH: u32 = 1000;

/// A name is believed where it holds at least this share of the words that the densest part of
/// the page holds: a teaser that calls itself an article is not the article.
const BELIEVED: f64 = 0.5;

/// The densest part grows to its parent while that holds this much more: an article is often cut
/// into sections.
const GROWS: f64 = 1.3;

/// So many of the highest scores are weighed by density, as in Readability.
const CANDIDATES: usize = 5;

/// The article of a document, or else its body; nothing in a document that has none.
pub fn find(document: &Document) -> Option<(Element, FoundBy)> {
    let body = Element::from(document.body()?);
    let paragraphs = Paragraphs::of(&body);
    let Some(densest) = paragraphs.densest(&body) else {
        return Some((body, FoundBy::Given));
    };
    let enough = BELIEVED * paragraphs.words_in(&densest);
    for (selector, found_by) in NAMES {
        if let Some((named, words)) = paragraphs.fullest(&body, selector)
            && words >= enough
        {
            return Some((named, found_by));
        }
    }
    Some((densest, FoundBy::Density))
}

/// The elements that hold the paragraphs of a page, all the way up.
struct Paragraphs {
    holders: Vec<Holder>,
    /// From an element to its index in `holders`.
    index: Map,
}

struct Holder {
    element: Element,
    /// The characters of all paragraphs below.
    words: f64,
    /// How much it looks like the article.
    score: f64,
}

impl Paragraphs {
    fn of(body: &Element) -> Self {
        let mut parents = Self::empty();
        let found = body.get_elements_by_tag_name("p");
        let paragraphs = (0..found.length().min(ENOUGH)).filter_map(|index| found.item(index));
        for paragraph in paragraphs {
            let words = paragraph.text_content().unwrap_or_default();
            let words = words.trim();
            if words.len() < SHORTEST {
                continue;
            }
            let Some(parent) = paragraph.parent_element() else {
                continue;
            };
            let commas = words.bytes().filter(|&byte| byte == b',').count() as f64;
            let length = words.len() as f64;
            parents.add(&parent, length, 1.0 + commas + (length / 100.0).min(3.0));
        }
        let mut all = Self::empty();
        for parent in &parents.holders {
            let never = parent.element.closest(NEVER).ok().flatten();
            if never.is_some_and(|never| never != *body && body.contains(Some(&never))) {
                continue;
            }
            let mut ancestor = Some(parent.element.clone());
            let mut level = 0.0;
            while let Some(element) = ancestor {
                let share = [1.0, 0.5].get(level as usize).copied();
                all.add(
                    &element,
                    parent.words,
                    parent.score * share.unwrap_or(1.0 / (level * 3.0)),
                );
                level += 1.0;
                ancestor = (&element != body)
                    .then(|| element.parent_element())
                    .flatten();
            }
        }
        all
    }

    fn empty() -> Self {
        Self {
            holders: Vec::new(),
            index: Map::new(),
        }
    }

    fn add(&mut self, element: &Element, words: f64, score: f64) {
        match self.get(element) {
            Some(index) => {
                self.holders[index].words += words;
                self.holders[index].score += score;
            }
            None => {
                self.index.set(element, &(self.holders.len() as u32).into());
                self.holders.push(Holder {
                    element: element.clone(),
                    words,
                    score,
                });
            }
        }
    }

    fn get(&self, element: &Element) -> Option<usize> {
        let index: JsValue = self.index.get(element);
        index.as_f64().map(|index| index as usize)
    }

    fn words_in(&self, element: &Element) -> f64 {
        self.get(element)
            .map_or(0.0, |index| self.holders[index].words)
    }

    /// The element of a selector that holds most.
    fn fullest(&self, body: &Element, selector: &str) -> Option<(Element, f64)> {
        let named = body.query_selector_all(selector).ok()?;
        (0..named.length())
            .filter_map(|index| named.item(index))
            .map(|node| {
                let element: Element = node.unchecked_into();
                let words = self.words_in(&element);
                (element, words)
            })
            .max_by(|one, other| one.1.total_cmp(&other.1))
    }

    /// The element with the highest score, grown to the parents that hold much more.
    fn densest(&self, body: &Element) -> Option<Element> {
        let mut holders: Vec<&Holder> = self.holders.iter().collect();
        sort_by_number(&mut holders, |holder| descending(holder.score as f32));
        let weighed = holders
            .into_iter()
            .take(CANDIDATES)
            .map(|holder| (holder, holder.score * holder.density()));
        let (best, _) = weighed.max_by(|one, other| one.1.total_cmp(&other.1))?;
        let mut densest = best.element.clone();
        while &densest != body
            && let Some(parent) = densest.parent_element()
            && self.words_in(&parent) >= GROWS * self.words_in(&densest)
        {
            densest = parent;
        }
        Some(densest)
    }
}

impl Holder {
    /// The share of the element's words that are paragraphs and not links, menus and the like.
    fn density(&self) -> f64 {
        let all = self.element.unchecked_ref::<Words>().text_content();
        self.words / f64::from(all.length()).max(self.words)
    }
}
