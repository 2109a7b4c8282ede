//! The shape of a paragraph: how long it is, how much of it are links, and what it begins with.

use super::metadata::Metadata;
use crate::letters::{is_small, small};
use crate::quotation_marks::{closes, is_no_apostrophe};

/// What the words of a paragraph look like.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Shape {
    /// Letters and digits.
    pub letters: u32,
    /// Those within links.
    pub linked: u32,
    /// Commas and the like.
    pub commas: u32,
    /// Digits.
    pub digits: u32,
    /// Small letters.
    pub small: u32,
    /// Whether it ends as a sentence does.
    pub is_closed: bool,
    /// Whether it begins with a small letter.
    pub begins_small: bool,
    /// Whether it holds quotation marks.
    pub is_quoting: bool,
    /// What it begins with, if that is known.
    pub opening: Opening,
    /// Whether that is about all.
    pub is_opening_alone: bool,
    /// How much it is like the title of the page, from 0 to 1.
    pub titled: f32,
    /// How much of it the page gives as its article's, where it gives that.
    pub told: Option<f32>,
}

/// What short paragraphs begin with that are no part of the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum Opening {
    /// Anything else.
    #[default]
    None,
    /// Read more, Related, Also read, Watch: another story.
    Story,
    /// Share, Follow, Sign up, Subscribe: something is asked of the reader.
    Request,
    /// Photo, Image, Credit: whose picture it is.
    Credit,
    /// Copyright, All rights reserved.
    Legal,
    /// Advertisement.
    Ad,
    /// By: who wrote it.
    Byline,
    /// Published, Updated, Posted: when.
    Date,
    /// Comments, Leave a reply.
    Comments,
}

/// How many openings there are.
pub const OPENINGS: usize = 9;

/// What they begin with, in small letters.
const OPENINGS_OF: &[(&str, Opening)] = &[
    ("read more", Opening::Story),
    ("read also", Opening::Story),
    ("read next", Opening::Story),
    ("read the full", Opening::Story),
    ("also read", Opening::Story),
    ("see also", Opening::Story),
    ("more from", Opening::Story),
    ("more on", Opening::Story),
    ("more:", Opening::Story),
    ("more stories", Opening::Story),
    ("related", Opening::Story),
    ("recommended", Opening::Story),
    ("most read", Opening::Story),
    ("most popular", Opening::Story),
    ("trending", Opening::Story),
    ("watch:", Opening::Story),
    ("watch now", Opening::Story),
    ("listen:", Opening::Story),
    ("up next", Opening::Story),
    ("you may also", Opening::Story),
    ("you might also", Opening::Story),
    ("from the archive", Opening::Story),
    ("don't miss", Opening::Story),
    ("share", Opening::Request),
    ("tweet", Opening::Request),
    ("follow", Opening::Request),
    ("sign up", Opening::Request),
    ("subscribe", Opening::Request),
    ("click here", Opening::Request),
    ("join", Opening::Request),
    ("download", Opening::Request),
    ("get the", Opening::Request),
    ("print", Opening::Request),
    ("email", Opening::Request),
    ("e-mail", Opening::Request),
    ("log in", Opening::Request),
    ("contact", Opening::Request),
    ("send us", Opening::Request),
    ("photo", Opening::Credit),
    ("image", Opening::Credit),
    ("picture", Opening::Credit),
    ("credit", Opening::Credit),
    ("source:", Opening::Credit),
    ("getty", Opening::Credit),
    ("copyright", Opening::Legal),
    ("©", Opening::Legal),
    ("(c)", Opening::Legal),
    ("all rights", Opening::Legal),
    ("we use cookies", Opening::Legal),
    ("this site uses", Opening::Legal),
    ("terms", Opening::Legal),
    ("privacy", Opening::Legal),
    ("advertis", Opening::Ad),
    ("sponsored", Opening::Ad),
    ("story continues", Opening::Ad),
    ("article continues", Opening::Ad),
    ("continue reading", Opening::Ad),
    ("scroll", Opening::Ad),
    ("by ", Opening::Byline),
    ("published", Opening::Date),
    ("updated", Opening::Date),
    ("posted", Opening::Date),
    ("first published", Opening::Date),
    ("last updated", Opening::Date),
    ("comment", Opening::Comments),
    ("leave a", Opening::Comments),
    ("reply", Opening::Comments),
    ("add a comment", Opening::Comments),
    ("view comments", Opening::Comments),
];

/// The longest opening, in characters.
const LONGEST: usize = 20;

/// What may follow an opening that is about all: “Share this”, “Related articles”.
const REST: usize = 10;

impl Shape {
    /// The shape of a paragraph.
    pub fn of(words: &str, linked: u32, metadata: &Metadata) -> Self {
        let words = words.trim();
        let (opening, is_opening_alone) = opening(words);
        let mut shape = Self {
            linked,
            is_closed: is_closed(words),
            begins_small: words.starts_with(is_small),
            opening,
            is_opening_alone,
            titled: metadata.titled(words),
            told: metadata.told(words),
            ..Self::default()
        };
        for c in words.chars() {
            shape.letters += u32::from(c.is_alphanumeric());
            shape.small += u32::from(is_small(c));
            shape.digits += u32::from(c.is_ascii_digit());
            shape.commas += u32::from(matches!(c, ',' | ';'));
            shape.is_quoting |= is_no_apostrophe(c);
        }
        shape
    }

    /// The share of its letters that are links.
    pub fn link_share(&self) -> f32 {
        self.linked as f32 / self.letters.max(1) as f32
    }

    /// Whether it is a sentence or more, written out, and not a link.
    pub fn is_prose(&self) -> bool {
        self.letters >= 60 && self.link_share() < 0.4 && (self.is_closed || self.letters >= 160)
    }
}

/// Whether words end as a sentence does.
fn is_closed(words: &str) -> bool {
    let end = words.trim_end_matches(|c| matches!(c, ')' | ']') || closes(c));
    end.ends_with(['.', '!', '?', '…', ':']) || end.ends_with(',') && end.len() < words.len()
}

/// A letter as a small one, and an apostrophe as it is typed.
const fn plain(c: char) -> char {
    match c {
        '’' => '\'',
        _ => small(c),
    }
}

/// What words begin with, and whether that is about all.
fn opening(words: &str) -> (Opening, bool) {
    let start: String = words.chars().map(plain).take(LONGEST).collect();
    match OPENINGS_OF
        .iter()
        .find(|(known, _)| start.starts_with(known))
    {
        None => (Opening::None, false),
        Some((known, opening)) => (*opening, words.len() <= known.len() + REST),
    }
}
