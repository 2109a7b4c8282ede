//! Quotation marks: where quoted words begin and end.
//!
//! Marks pair within a paragraph. A quotation that its paragraph leaves open goes on in the next
//! one when that opens with a mark again, as English prints long quotations, or when it holds
//! the missing closing mark before any opening one.

mod singles;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::quotation_marks::{Uses, closes_another, is_pair, opens_another};
use crate::text::{Document, TokenKind};

/// Words within quotation marks that no other marks enclose, in one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The tokens, marks included.
    pub tokens: Range<usize>,
    /// Whether it begins with a mark.
    pub is_opened: bool,
    /// Whether it ends with a mark.
    pub is_closed: bool,
    /// Whether it goes on with what the paragraph before left open.
    pub continues: bool,
}

impl Quotation {
    /// The tokens between the marks.
    pub fn inner(&self) -> Range<usize> {
        let start = self.tokens.start + usize::from(self.is_opened);
        let end = self.tokens.end - usize::from(self.is_closed);
        start..end.max(start)
    }
}

/// How many paragraphs without a mark an open quotation may cover.
const LONGEST_BLOCK: usize = 6;

/// What a mark can do where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    None,
}

/// The outermost quotations of a text, in order.
pub fn pair(document: &Document) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut is_open = false;
    let mut bare: Vec<Range<usize>> = Vec::new();
    let mut before_bare = 0;
    let mut is_single_open = false;
    for (index, paragraph) in document.paragraphs.iter().enumerate() {
        let mut here = doubles(document, paragraph, is_open);
        let carries = here.first().is_some_and(|first| !first.is_opened);
        if is_open && here.is_empty() && bare.len() < LONGEST_BLOCK {
            if bare.is_empty() {
                before_bare = found.len();
            }
            bare.push(paragraph.clone());
        } else {
            if carries && !bare.is_empty() {
                // The single marks within them no longer stand alone.
                found.truncate(before_bare);
                found.extend(bare.drain(..).map(block));
            }
            bare.clear();
            if is_open && let Some(first) = here.first_mut() {
                first.continues = first.tokens.start == paragraph.start;
            }
            is_open = here.last().is_some_and(|last| !last.is_closed);
        }
        let next = document.paragraphs.get(index + 1);
        let next = next.map(|paragraph| paragraph.start);
        is_single_open = singles::add(document, paragraph, next, is_single_open, &mut here);
        found.append(&mut here);
    }
    found
}

/// A whole paragraph of a quotation whose marks stand in other paragraphs.
const fn block(tokens: Range<usize>) -> Quotation {
    Quotation {
        tokens,
        is_opened: false,
        is_closed: false,
        continues: true,
    }
}

/// The quotations in double marks of one paragraph.
fn doubles(document: &Document, paragraph: &Range<usize>, is_carried: bool) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    let mut is_first = true;
    for index in paragraph.clone() {
        let role = match open {
            _ if document.tokens[index].kind != TokenKind::Mark => Role::None,
            None => role_outside(document, index, is_carried && is_first),
            Some(opener) => role_inside(document, opener, index),
        };
        match role {
            Role::Opens => {
                if let Some(opener) = open {
                    found.push(quotation(opener..index, true, false));
                }
                open = Some(index);
            }
            Role::Closes => {
                let start = open.take().unwrap_or(paragraph.start);
                let is_opened = !is_first;
                found.push(quotation(start..index + 1, is_opened, true));
            }
            Role::None => continue,
        }
        is_first = false;
    }
    if let Some(opener) = open {
        found.push(quotation(opener..paragraph.end, true, false));
    }
    found.retain(|quotation| {
        let mut inner = quotation.inner();
        inner.any(|index| document.tokens[index].kind != TokenKind::Mark)
    });
    found
}

const fn quotation(tokens: Range<usize>, is_opened: bool, is_closed: bool) -> Quotation {
    Quotation {
        tokens,
        is_opened,
        is_closed,
        continues: false,
    }
}

/// What a double mark does where nothing is open.
fn role_outside(document: &Document, index: usize, is_carried: bool) -> Role {
    let uses = Uses::of(document.word(index));
    if !uses.has(Uses::DOUBLE) {
        return Role::None;
    }
    if uses.has(Uses::UPRIGHT) {
        return Role::Opens;
    }
    let (before, after) = neighbours(document, index);
    let is_apart = opens_word(before) && after.is_some_and(|c| !c.is_whitespace());
    if is_carried && !is_apart {
        return Role::Closes;
    }
    let opens = if uses.has(Uses::STRAIGHT) {
        let after_word = before.is_some_and(char::is_alphanumeric);
        let before_blank = after.is_none_or(char::is_whitespace);
        is_apart || !(after_word || before_blank)
    } else {
        is_apart && before.is_some()
    };
    if opens { Role::Opens } else { Role::None }
}

/// What a double mark does within the quotation that `opener` opened.
fn role_inside(document: &Document, opener: usize, index: usize) -> Role {
    let (opener, mark) = (document.word(opener), document.word(index));
    let uses = Uses::of(mark);
    if !uses.has(Uses::DOUBLE) {
        return Role::None;
    }
    if opener != mark && is_pair(opener, mark) {
        return Role::Closes;
    }
    if uses.has(Uses::UPRIGHT) {
        return Role::Opens;
    }
    if opens_another(mark) {
        return if opener == mark {
            Role::Opens
        } else {
            Role::None
        };
    }
    if closes_another(mark) {
        return Role::Closes;
    }
    if is_inch(document, index) {
        return Role::None;
    }
    let (before, after) = neighbours(document, index);
    let after_blank = before.is_none_or(char::is_whitespace) || before.is_some_and(is_bracket);
    if after_blank && after.is_some_and(|c| !c.is_whitespace() && c != ',' && c != '.') {
        Role::Opens
    } else {
        Role::Closes
    }
}

/// Whether the mark stands for inches: `5'10"`, or `10"` before a small letter or “x”.
fn is_inch(document: &Document, index: usize) -> bool {
    let Some(number) = index.checked_sub(1).map(|index| document.tokens[index]) else {
        return false;
    };
    let text = document.text;
    let touches = number.span.end == document.tokens[index].span.start;
    if number.kind != TokenKind::Number || !touches {
        return false;
    }
    let after_feet = text[..number.span.start].ends_with(['\'', '’', '′']);
    let rest = &text[document.tokens[index].span.end..];
    after_feet
        || rest
            .strip_prefix(' ')
            .is_some_and(|rest| rest.starts_with("x ") || rest.starts_with("by "))
}

/// The characters right before and right after a token.
fn neighbours(document: &Document, index: usize) -> (Option<char>, Option<char>) {
    let span = document.tokens[index].span;
    (
        document.text[..span.start].chars().next_back(),
        document.text[span.end..].chars().next(),
    )
}

fn opens_word(before: Option<char>) -> bool {
    before.is_none_or(|c| c.is_whitespace() || is_bracket(c) || is_dash(c))
}

const fn is_bracket(c: char) -> bool {
    matches!(c, '(' | '[' | '{')
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '/')
}
