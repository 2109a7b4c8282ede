//! The pages that are learned from, with what of each is the article.

use std::collections::HashSet;

use newslight::dev::page::article::leave_out;
use newslight::dev::page::article::metadata::Metadata;
use newslight::dev::page::article::names::Names;
use newslight::dev::page::article::outline::{Container, Outline, Paragraph, Survey};
use newslight::dev::page::article::shape::Shape;
use newslight::dev::page::article::why::Why;
use serde::Deserialize;

use crate::score::{Score, shingles, words};

/// One page.
pub struct Page {
    pub id: String,
    pub outline: Outline,
    pub survey: Survey,
    pub left: Vec<Option<Why>>,
    texts: Vec<String>,
    wanted: String,
    /// Headlines, standfirsts and captions: neither right nor wrong.
    forgiven: HashSet<String>,
    /// For each paragraph how much of it is the article's, and how much of the page it is.
    labels: Vec<(f64, f64)>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Saved {
    id: String,
    article_body: String,
    title: String,
    og_title: String,
    told: Vec<String>,
    forgiven: Vec<String>,
    containers: Vec<SavedContainer>,
    paragraphs: Vec<SavedParagraph>,
}

#[derive(Deserialize)]
struct SavedContainer {
    parent: i64,
    tag: String,
    #[serde(rename = "isBlock")]
    is_block: bool,
    #[serde(rename = "isHidden")]
    is_hidden: bool,
    role: String,
    class: String,
    id: String,
    itemprop: String,
    #[serde(rename = "aria-label")]
    label: String,
}

#[derive(Deserialize)]
struct SavedParagraph {
    container: usize,
    text: String,
    linked: String,
}

impl Page {
    /// Reads what `outlines.mjs` has written.
    pub fn read_all(path: &str) -> Vec<Self> {
        let text = std::fs::read_to_string(path).expect("the outlines can be read");
        let saved = text
            .lines()
            .map(|line| serde_json::from_str(line).expect("an outline is JSON"));
        saved.map(Self::new).collect()
    }

    fn new(saved: Saved) -> Self {
        let titles = [saved.og_title.as_str(), saved.title.as_str()];
        let metadata = Metadata::new(&titles, &saved.told.join("\n"));
        let outline = outline(&saved, &metadata);
        let (survey, left) = leave_out(&outline);
        let wanted = words(&saved.article_body);
        let all = format!(" {} ", wanted.join(" "));
        let plain = |line: &String| words(line).join(" ");
        let forgiven = saved
            .forgiven
            .iter()
            .map(plain)
            .filter(|line| !line.is_empty() && !all.contains(line.as_str()));
        let mut page = Self {
            id: saved.id,
            outline,
            survey,
            left,
            texts: saved
                .paragraphs
                .into_iter()
                .map(|paragraph| paragraph.text)
                .collect(),
            wanted: saved.article_body,
            forgiven: forgiven.collect(),
            labels: Vec::new(),
        };
        page.label(&wanted, &all);
        page
    }

    fn label(&mut self, wanted: &[String], all: &str) {
        let known = shingles(wanted);
        let label = |text: &String| {
            let words = words(text);
            let line = words.join(" ");
            if self.forgiven.contains(&line) {
                return (0.0, 0.0);
            }
            let weight = (words.len() as f64 / wanted.len() as f64).min(1.0) + 0.002;
            if words.len() < 4 {
                return (
                    if all.contains(&format!(" {line} ")) {
                        0.7
                    } else {
                        0.0
                    },
                    weight,
                );
            }
            let found = shingles(&words);
            let right: u32 = found
                .iter()
                .filter(|(shingle, _)| known.contains_key(*shingle))
                .map(|(_, times)| times)
                .sum();
            (
                f64::from(right) / f64::from(found.values().sum::<u32>()),
                weight,
            )
        };
        self.labels = self.texts.iter().map(label).collect();
        // A word or two that the article has as well are its own only among its paragraphs.
        let is_sure = |at: usize| self.labels[at].0 >= 0.9 && self.texts[at].len() > 40;
        let is_near =
            |at: usize| (at.saturating_sub(3)..(at + 4).min(self.texts.len())).any(is_sure);
        let far: Vec<usize> = (0..self.texts.len())
            .filter(|&at| self.labels[at].0 == 0.7 && !is_near(at))
            .collect();
        far.into_iter().for_each(|at| self.labels[at].0 = 0.0);
    }

    /// How far a score is off for a paragraph.
    pub fn miss(&self, at: usize, score: f64) -> f64 {
        let (label, weight) = self.labels[at];
        (1.0 / (1.0 + (-score).exp()) - label) * weight
    }

    /// The score of what is read of it.
    pub fn score(&self, is_read: impl Fn(usize) -> bool) -> Score {
        let read = self
            .texts
            .iter()
            .enumerate()
            .filter(|(at, _)| is_read(*at))
            .map(|(_, text)| text.as_str());
        let counted: Vec<&str> = read
            .filter(|text| !self.forgiven.contains(&words(text).join(" ")))
            .collect();
        Score::of(&self.wanted, &counted.join("\n"))
    }
}

/// The outline as the widget would make it.
fn outline(saved: &Saved, metadata: &Metadata) -> Outline {
    let mut outline = Outline::default();
    let mut numbers: Vec<u32> = Vec::new();
    for element in &saved.containers {
        let parent = usize::try_from(element.parent).map_or(0, |parent| numbers[parent]);
        let called = format!("{} {} {}", element.class, element.id, element.label);
        let names = Names::of(&element.tag, &element.role, &element.itemprop, &called);
        let names = if element.is_hidden {
            names.with(Names::HIDDEN)
        } else {
            names
        };
        if element.is_block || !names.is_empty() && element.tag != "a" {
            numbers.push(outline.containers.len() as u32);
            outline.containers.push(Container { parent, names });
        } else {
            numbers.push(parent);
        }
    }
    for paragraph in &saved.paragraphs {
        let linked = paragraph
            .linked
            .chars()
            .filter(|c| c.is_alphanumeric())
            .count() as u32;
        outline.paragraphs.push(Paragraph {
            container: numbers[paragraph.container],
            shape: Shape::of(&paragraph.text, linked, metadata),
        });
    }
    outline
}
