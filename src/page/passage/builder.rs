//! Puts a passage together from the pieces of a page, in order.

use super::{Manner, Passage, Segment};
use crate::annotate::{Block, BlockKind};
use crate::letters::{capital, small};
use crate::quotation_marks::is_no_apostrophe;
use crate::span::Span;

/// What stands between two words on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Gap {
    #[default]
    None,
    /// The edge between two things side by side, with room or perhaps without.
    Seam {
        has_room: bool,
    },
    /// White space, and the node and place where it begins.
    Space {
        node: u32,
        offset: u32,
    },
    Line,
    Block,
}

/// What markup says of the words within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    /// A `<blockquote>`.
    Quote,
    /// A `<q>`.
    Phrase,
    /// Who is quoted, where it stands in a `<blockquote>` or behind one: a `<cite>`, a `<footer>`.
    Credit,
}

impl Markup {
    /// What the markup of an element says, by its tag.
    pub fn of(tag: &str) -> Option<Self> {
        Some(match tag {
            "blockquote" => Self::Quote,
            "q" => Self::Phrase,
            "cite" | "footer" => Self::Credit,
            _ => return None,
        })
    }
}

/// An element that says something of its words, and has not ended.
#[derive(Clone, Copy, Debug)]
struct Open {
    markup: Markup,
    /// Where its words begin: byte and code unit; unset until the first word.
    start: Option<(usize, u32)>,
}

/// Behind a credit stand at most so many bytes of its quote: when it was written, and where.
const BEHIND_CREDIT: usize = 40;

/// Puts a [`Passage`] together from the pieces of a page, in order.
#[derive(Debug, Default)]
pub struct PassageBuilder {
    passage: Passage,
    /// The length of the text in code units.
    len: u32,
    gap: Gap,
    open: Vec<Open>,
}

impl PassageBuilder {
    /// Adds the words of a node. Numbers of nodes only grow.
    pub fn text(&mut self, node: usize, words: &str, manner: Manner) {
        let node = node as u32;
        let mut offset = 0;
        let mut begins = true;
        for c in words.chars() {
            if c == '\n' && manner.keeps_lines {
                self.line();
            } else if c.is_whitespace() {
                if matches!(self.gap, Gap::None | Gap::Seam { .. }) {
                    self.gap = Gap::Space { node, offset };
                }
            } else if !self.is_left_out(c) {
                let shown = if manner.capitalizes && begins {
                    capital(c)
                } else {
                    c
                };
                self.fill_gap(shown);
                self.character(shown, node, offset);
            }
            begins = !c.is_alphanumeric() && !matches!(c, '\'' | '’');
            offset += c.len_utf16() as u32;
        }
    }

    /// Whether a character is not seen here.
    fn is_left_out(&self, c: char) -> bool {
        is_unseen(c) || is_joiner(c) && self.passage.text.ends_with(char::is_alphabetic)
    }

    /// Adds a line break; two in a row are the edge of a block.
    pub fn line(&mut self) {
        self.gap = match self.gap {
            Gap::Line | Gap::Block => Gap::Block,
            _ => Gap::Line,
        };
    }

    /// Adds the edge between two things side by side.
    pub fn seam(&mut self, has_room: bool) {
        match &mut self.gap {
            Gap::None => self.gap = Gap::Seam { has_room },
            Gap::Seam { has_room: had } => *had |= has_room,
            _ => {}
        }
    }

    /// Adds the edge of a block.
    pub fn block(&mut self) {
        self.gap = Gap::Block;
    }

    /// Begins an element that says something of its words.
    pub fn open(&mut self, markup: Markup) {
        self.open.push(Open {
            markup,
            start: None,
        });
    }

    /// Ends the innermost of them; a quote gets its marks unless the author set them.
    pub fn close(&mut self) {
        let Some(Open { markup, start }) = self.open.pop() else {
            return;
        };
        let Some((byte, at)) = start else {
            return;
        };
        match markup {
            Markup::Quote => self.close_quote(byte, at),
            Markup::Phrase => self.close_phrase(byte, at),
            Markup::Credit => self.close_credit(byte),
        }
    }

    fn close_quote(&mut self, byte: usize, at: u32) {
        let end = self.credit(byte).unwrap_or(self.passage.text.len());
        let words = &self.passage.text[byte..end];
        if words.is_empty() || words.starts_with(is_dash) {
            return;
        }
        if !words.contains(is_no_apostrophe) {
            let units = |words: &str| words.encode_utf16().count() as u32;
            let mut marks = vec![('“', byte, at)];
            for (found, _) in words.match_indices("\n\n") {
                let paragraph = found + 2;
                marks.push(('“', byte + paragraph, at + units(&words[..paragraph])));
            }
            marks.push(('”', end, at + units(words)));
            for (mark, byte, at) in marks.into_iter().rev() {
                self.insert(mark, byte, at);
            }
        }
        self.push(BlockKind::Quote, byte);
    }

    /// Where the words of a quote end that says at its end who is quoted.
    fn credit(&self, quote: usize) -> Option<usize> {
        let text = &self.passage.text;
        let last = self.passage.blocks.last().filter(|block| {
            block.kind == BlockKind::Cite
                && block.span.start >= quote
                && text.len() - block.span.end <= BEHIND_CREDIT
        });
        let cite = last.map(|cite| cite.span.start);
        let dash = || {
            let line = quote + text[quote..].rfind('\n')? + 1;
            text[line..].starts_with(is_dash).then_some(line)
        };
        let start = cite.or_else(dash)?;
        Some(quote + text[quote..start].trim_end().len())
    }

    fn close_phrase(&mut self, byte: usize, at: u32) {
        if self.passage.text[byte..].starts_with(is_no_apostrophe) {
            return;
        }
        let around = self.open.iter();
        let around = around.filter(|open| open.markup != Markup::Credit).count();
        let (opening, closing) = match around % 2 {
            0 => ('“', '”'),
            _ => ('‘', '’'),
        };
        let end = self.passage.text.len();
        self.insert(closing, end, self.len);
        self.insert(opening, byte, at);
    }

    fn close_credit(&mut self, byte: usize) {
        let within = |open: &Open| open.markup == Markup::Quote;
        if self.open.iter().any(within) || self.is_behind_quote(byte) {
            let blocks = &mut self.passage.blocks;
            while let Some(inner) = blocks.pop() {
                if inner.kind != BlockKind::Cite || inner.span.start < byte {
                    blocks.push(inner);
                    break;
                }
            }
            self.push(BlockKind::Cite, byte);
        }
    }

    /// Whether a credit may begin at a place: right behind a quote, or in the line of one that has begun.
    pub fn is_behind_quote(&self, byte: usize) -> bool {
        let Some(last) = self.passage.blocks.last() else {
            return false;
        };
        let between = self.passage.text.get(last.span.end..byte);
        between.is_some_and(|between| match last.kind {
            BlockKind::Quote => between.trim().is_empty(),
            BlockKind::Cite => is_one_paragraph(between),
            _ => false,
        })
    }

    /// Sets the words since a byte apart; with those before them, where they belong to one paragraph.
    pub fn set_apart(&mut self, kind: BlockKind, since: usize) {
        let text = &self.passage.text;
        let start = since + text[since..].len() - text[since..].trim_start().len();
        let end = text.len();
        if start == end {
            return;
        }
        let is_line = |between: Option<&str>| between.is_some_and(is_one_paragraph);
        match self.passage.blocks.last_mut() {
            Some(last) if last.kind == kind && is_line(text.get(last.span.end..start)) => {
                last.span.end = end;
            }
            _ => self.push(kind, start),
        }
    }

    fn push(&mut self, kind: BlockKind, start: usize) {
        let span = Span::new(start, self.passage.text.len());
        self.passage.blocks.push(Block { kind, span });
    }

    /// The length of the text so far, in bytes.
    pub const fn bytes(&self) -> usize {
        self.passage.text.len()
    }

    /// The length of the text so far, in code units.
    pub const fn len(&self) -> u32 {
        self.len
    }

    /// Whether there is no text yet.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The passage, once everything is read.
    pub fn finish(self) -> Passage {
        self.passage
    }

    fn fill_gap(&mut self, next: char) {
        let gap = std::mem::take(&mut self.gap);
        if self.passage.text.is_empty() {
            return;
        }
        match gap {
            Gap::None => {}
            // Side by side may also stand the letters of one word.
            Gap::Seam { .. } if small(next) != next || next.is_numeric() => self.unmapped("\n"),
            Gap::Seam { has_room: true } if next.is_alphabetic() => self.unmapped("\n"),
            Gap::Seam { .. } => {}
            Gap::Space { node, offset } => self.character(' ', node, offset),
            Gap::Line => self.unmapped("\n"),
            Gap::Block => self.unmapped("\n\n"),
        }
    }

    fn character(&mut self, c: char, node: u32, offset: u32) {
        if c != ' ' {
            let here = (self.passage.text.len(), self.len);
            let unset = self.open.iter_mut().rev();
            let unset = unset.take_while(|open| open.start.is_none());
            unset.for_each(|open| open.start = Some(here));
        }
        let units = c.len_utf16() as u32;
        match self.passage.segments.last_mut() {
            Some(last)
                if last.node == node
                    && last.offset + last.len == offset
                    && last.end() == self.len =>
            {
                last.len += units;
            }
            _ => self.passage.segments.push(Segment {
                start: self.len,
                len: units,
                node,
                offset,
            }),
        }
        self.passage.text.push(c);
        self.len += units;
    }

    fn unmapped(&mut self, words: &str) {
        self.passage.text.push_str(words);
        self.len += words.len() as u32;
    }

    /// Sets a mark of one code unit before what stands at a byte and its code unit.
    fn insert(&mut self, mark: char, byte: usize, at: u32) {
        self.passage.text.insert(byte, mark);
        self.len += 1;
        for block in &mut self.passage.blocks {
            block.span.start += mark.len_utf8() * usize::from(block.span.start >= byte);
            block.span.end += mark.len_utf8() * usize::from(block.span.end > byte);
        }
        let segments = &mut self.passage.segments;
        let behind = segments.partition_point(|segment| segment.end() <= at);
        if let Some(cut) = segments.get(behind).copied()
            && cut.start < at
        {
            let before = at - cut.start;
            segments[behind].len = before;
            let rest = Segment {
                start: at,
                len: cut.len - before,
                node: cut.node,
                offset: cut.offset + before,
            };
            segments.insert(behind + 1, rest);
        }
        let moved = segments.iter_mut().skip(behind);
        let moved = moved.filter(|segment| segment.start >= at);
        moved.for_each(|segment| segment.start += 1);
    }
}

/// Characters that take no room: soft hyphen, zero-width space, word joiner, byte order mark, marks of
/// direction.
const fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
    )
}

/// What joins letters or keeps them apart; between pictures it makes one of two.
const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

fn is_one_paragraph(words: &str) -> bool {
    !words.as_bytes().windows(2).any(|two| two == b"\n\n")
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―')
}
