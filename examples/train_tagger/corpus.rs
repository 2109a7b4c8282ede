//! Labelled corpora: one JSON document a line, offsets in code points.

use std::error::Error;
use std::fs;
use std::path::Path;

use newslight::Span;
use newslight::dev::model::{Label, NameType};
use newslight::dev::text::Document;
use serde::Deserialize;

/// A set of labels, one bit each.
pub type LabelSet = u16;
/// The probability of each label.
pub type Odds = [f32; Label::COUNT];

/// A labelled text.
#[derive(Deserialize)]
pub struct Text {
    /// The text itself.
    pub text: String,
    /// Its names: first code point, the code point after the last, type.
    pub entities: Vec<(usize, usize, String)>,
    /// What a teacher thinks of its tokens, by their numbers: the others it takes to be outside of
    /// names. Nothing where the names are known.
    pub soft: Option<Vec<(usize, Odds)>>,
}

/// How a corpus labels: which of our kinds its types may be, and what its silence means.
#[derive(Clone, Copy, Debug)]
pub struct Convention {
    marks_groups: bool,
    marks_miscellaneous: bool,
    miscellaneous_holds_groups: bool,
}

impl Convention {
    /// The convention of the corpus in a file, by the file's name.
    pub fn of(path: &str) -> Self {
        let name = Path::new(path)
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let is = |start: &str| name.starts_with(start);
        let holds_groups = is("wikigold") || is("crossner");
        Self {
            marks_groups: is("worldwide") || is("gmb") || is("silver") || holds_groups,
            marks_miscellaneous: is("worldwide") || is("silver") || holds_groups,
            miscellaneous_holds_groups: holds_groups || is("uner"),
        }
    }

    fn kinds(self, name: &str) -> &'static [NameType] {
        use NameType::{Group, Miscellaneous, Organization, Person, Place};
        match name {
            "PERSON" => &[Person],
            "ORG" => &[Organization],
            "PLACE" => &[Place],
            "NORP" => &[Group],
            "MISC" | "OTHER" if self.miscellaneous_holds_groups => &[Group, Miscellaneous],
            "MISC" | "OTHER" | "EVENT" | "WORK" | "PRODUCT" => &[Miscellaneous],
            _ => &[],
        }
    }

    fn outside(self) -> LabelSet {
        let mut set = bit(Label::OUTSIDE);
        let mut also = |kind| set |= bit(Label::begin(kind)) | bit(Label::inside(kind));
        if !self.marks_groups {
            also(NameType::Group);
        }
        if !self.marks_miscellaneous {
            also(NameType::Miscellaneous);
        }
        set
    }
}

/// The set of one label.
pub fn bit(label: Label) -> LabelSet {
    1 << label.0
}

/// Reads the texts of a corpus.
pub fn read(path: &str) -> Result<Vec<Text>, Box<dyn Error>> {
    let file = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    file.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| Ok(serde_json::from_str(line)?))
        .collect()
}

/// The byte of each code point of a text, and the text's length.
fn byte_offsets(text: &str) -> Vec<usize> {
    text.char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect()
}

impl Text {
    /// The spans of the names in bytes, with their types.
    pub fn names(&self) -> Vec<(Span, &str)> {
        let bytes = byte_offsets(&self.text);
        self.entities
            .iter()
            .map(|(start, end, name)| (Span::new(bytes[*start], bytes[*end]), name.as_str()))
            .collect()
    }

    /// The labels that each token may have.
    pub fn allowed(&self, document: &Document, convention: Convention) -> Vec<LabelSet> {
        let mut allowed = vec![convention.outside(); document.tokens.len()];
        for (span, name) in self.names() {
            let kinds = convention.kinds(name);
            if kinds.is_empty() {
                continue;
            }
            let first = document.token_at(span.start);
            let mut token = first;
            while token < document.tokens.len() && document.tokens[token].span.start < span.end {
                let labels = kinds.iter().map(|&kind| {
                    bit(if token == first {
                        Label::begin(kind)
                    } else {
                        Label::inside(kind)
                    })
                });
                allowed[token] = labels.fold(0, |set, label| set | label);
                token += 1;
            }
        }
        allowed
    }
}
