//! Texts in pieces of one or two sentences, with some of their names exchanged for others of their kind:
//! what is to be known of short texts, which have no document around them, is learnt from these, and how
//! far the lists of the gazetteer are to be believed.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;

use newslight::dev::hash::{hash_of, mix};
use newslight::dev::text::Document;

use crate::corpus::Text;

/// Names by their lists.
#[derive(Default)]
pub struct Lists(BTreeMap<String, Vec<String>>);

impl Lists {
    /// Reads lists: a name, a tab, and the list a line.
    pub fn read(path: &str) -> Result<Self, Box<dyn Error>> {
        let mut lists = Self::default();
        for line in fs::read_to_string(path)?.lines() {
            if let Some((name, list)) = line.split_once('\t') {
                let names = lists.0.entry(list.to_owned()).or_default();
                names.push(name.to_owned());
            }
        }
        Ok(lists)
    }

    /// A name of a list, by chance.
    fn pick(&self, list: &str, chance: &mut Chance) -> Option<&str> {
        let names = self.0.get(list)?;
        Some(&names[chance.below(names.len() as u64) as usize])
    }
}

/// Numbers by chance, the same for the same text.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(1);
        mix(self.0) % limit
    }
}

/// The pieces of a text, one sentence and two in turn.
pub fn of(text: &Text, lists: &Lists) -> Vec<Text> {
    let document = Document::new(&text.text);
    let names = text.names();
    let mut pieces = Vec::new();
    let mut sentences = document.sentences.as_slice();
    let mut count = 1;
    while !sentences.is_empty() {
        let (piece, rest) = sentences.split_at(count.min(sentences.len()));
        sentences = rest;
        count = 3 - count;
        let tokens = piece[0].start..piece[piece.len() - 1].end;
        if tokens.is_empty() {
            continue;
        }
        let span = document.span(tokens);
        let within = names
            .iter()
            .filter(|(name, _)| span.start <= name.start && name.end <= span.end);
        let within: Vec<_> = within
            .map(|(name, kind)| (name.start - span.start..name.end - span.start, *kind))
            .collect();
        pieces.push(exchanged(span.of(&text.text), &within, lists));
    }
    pieces
}

/// A text with some names exchanged; the same name for the same one.
fn exchanged(text: &str, names: &[(std::ops::Range<usize>, &str)], lists: &Lists) -> Text {
    let mut chance = Chance(hash_of(text));
    let mut new_of: BTreeMap<&str, String> = BTreeMap::new();
    // A town that somebody in the text is called like.
    let shared = lists.pick("town surname", &mut chance);
    let shared = shared.filter(|_| chance.below(8) == 0);
    for (range, kind) in names {
        let old = &text[range.clone()];
        if !new_of.contains_key(old) {
            let new = other(old, kind, shared, lists, &mut chance);
            new_of.insert(old, new.unwrap_or_else(|| old.to_owned()));
        }
    }
    let mut made = String::new();
    let mut entities = Vec::new();
    let mut code_points = 0;
    let mut behind = 0;
    for (range, kind) in names {
        if range.start < behind {
            continue;
        }
        let before = &text[behind..range.start];
        made.push_str(before);
        code_points += before.chars().count();
        let new = &new_of[&text[range.clone()]];
        made.push_str(new);
        let start = code_points;
        code_points += new.chars().count();
        entities.push((start, code_points, (*kind).to_owned()));
        behind = range.end;
    }
    made.push_str(&text[behind..]);
    Text {
        text: made,
        entities,
        soft: None,
    }
}

/// What takes a name's place, if anything does.
fn other(
    old: &str,
    kind: &str,
    shared: Option<&str>,
    lists: &Lists,
    chance: &mut Chance,
) -> Option<String> {
    let words = old.split(' ').count();
    let picked = match kind {
        "ORG" if chance.below(5) == 0 => {
            let list = ["company", "company", "club", "club", "body"];
            lists.pick(list[chance.below(5) as usize], chance)?
        }
        "MISC" | "PRODUCT" | "OTHER" if words < 4 && chance.below(4) == 0 => {
            lists.pick("product", chance)?
        }
        "PLACE" if words == 1 && shared.is_some() => shared?,
        "PLACE" if words == 1 && chance.below(12) == 0 => lists.pick("town surname", chance)?,
        "PERSON" if words == 2 => {
            let (first, last) = old.split_once(' ')?;
            let last = shared.unwrap_or(last);
            let first = match chance.below(10) {
                0 => lists.pick("town first name", chance)?,
                _ => first,
            };
            return Some(format!("{first} {last}"));
        }
        _ => return None,
    };
    Some(picked.to_owned())
}
