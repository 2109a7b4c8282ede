//! Single marks, which look like apostrophes.

use std::ops::Range;

use super::{Quotation, neighbours, opens_word, quotation};
use crate::lexicon::Tags;
use crate::order::sort_by_number;
use crate::quotation_marks::{self, Uses};
use crate::text::{Document, TokenKind};

/// A single mark that has opened, and where it may have closed.
struct Open {
    /// Its token.
    opener: usize,
    /// The first mark that no apostrophe explains.
    plain: Option<usize>,
    /// The first mark that the apostrophe of a plural explains as well.
    plural: Option<usize>,
    /// Whether others opened within it.
    encloses: bool,
}

/// How a mark closes.
#[derive(Clone, Copy, PartialEq)]
enum Closing {
    /// Behind punctuation, where no apostrophe stands.
    Surely,
    /// Behind a word.
    Plainly,
    /// Behind a word in -s: as likely the apostrophe of “the dogs’ owner”.
    Hardly,
}

/// The search for single marks along one paragraph.
struct Search<'s, 't> {
    document: &'s Document<'t>,
    open: Vec<Open>,
    found: Vec<Quotation>,
}

/// Adds the quotations in single marks to those in double ones, and takes out what they enclose.
/// Gives whether the last one goes on in the paragraph that begins at the token `next`.
pub(super) fn add(
    document: &Document,
    paragraph: &Range<usize>,
    next: Option<usize>,
    is_carried: bool,
    doubles: &mut Vec<Quotation>,
) -> bool {
    let mut search = Search {
        document,
        open: Vec::new(),
        found: Vec::new(),
    };
    let mut outer = doubles.iter().peekable();
    let mut index = paragraph.start;
    while index < paragraph.end {
        while outer.next_if(|outer| outer.tokens.end <= index).is_some() {}
        let double = outer.peek().filter(|outer| outer.tokens.start <= index);
        // A double mark that nothing closes does not keep the single one around it from closing.
        if let Some(double) = double.filter(|d| d.is_closed || search.open.is_empty()) {
            index = double.tokens.end;
            continue;
        }
        search.step(paragraph, index);
        index += 1;
    }
    let goes_on = next.is_some_and(|next| opens(document, next, next));
    let is_open = search.finish(paragraph, goes_on);
    for single in &mut search.found {
        single.continues = is_carried && single.tokens.start == paragraph.start;
    }
    doubles.append(&mut search.found);
    keep_outermost(doubles);
    is_open
}

impl Search<'_, '_> {
    /// Reads one token outside of double marks.
    fn step(&mut self, paragraph: &Range<usize>, index: usize) {
        if self.document.tokens[index].kind != TokenKind::Mark {
            return;
        }
        if opens(self.document, index, paragraph.start) {
            // What may have closed before did: of two in a row, the first is over.
            if let Some(closer) = self.open.last().and_then(Open::likely_closer) {
                self.close(closer);
            }
            if let Some(outer) = self.open.last_mut() {
                outer.encloses = true;
            }
            self.open.push(Open {
                opener: index,
                plain: None,
                plural: None,
                encloses: false,
            });
        } else if let Some(closing) = closing(self.document, index) {
            self.take(closing, index);
        }
    }

    /// Takes note of a mark that closes.
    fn take(&mut self, closing: Closing, index: usize) {
        let depth = self.open.len();
        let Some(last) = self.open.last_mut() else {
            return;
        };
        match closing {
            // What this mark closes was opened by one of another kind.
            Closing::Surely if depth == 1 && closes_beside(self.document, index + 1) => {}
            Closing::Surely => {
                // The one within was over before: this is the mark of the one around it.
                if let Some(closer) = last.plain.filter(|_| depth > 1) {
                    self.close(closer);
                }
                self.close(index);
                if self.document.word(index) == "''" && depth > 1 {
                    self.close(index);
                }
            }
            _ if last.encloses => {}
            Closing::Plainly => last.plain = last.plain.or(Some(index)),
            Closing::Hardly => last.plural = last.plural.or(Some(index)),
        }
    }

    /// Closes what opened last.
    fn close(&mut self, closer: usize) {
        if let Some(open) = self.open.pop()
            && closer > open.opener + 1
        {
            self.found
                .push(quotation(open.opener..closer + 1, true, true));
        }
    }

    /// Closes what may have closed. What has not, is none, unless it goes on behind the paragraph;
    /// gives whether that is so.
    fn finish(&mut self, paragraph: &Range<usize>, goes_on: bool) -> bool {
        let mut is_open = false;
        while let Some(open) = self.open.last() {
            let opener = open.opener;
            if let Some(closer) = open.likely_closer() {
                self.close(closer);
                continue;
            }
            self.open.pop();
            let is_apart = opener == paragraph.start
                || self.document.tokens[opener - 1].kind == TokenKind::Mark;
            if goes_on && is_apart {
                is_open = true;
                self.found
                    .push(quotation(opener..paragraph.end, true, false));
            }
        }
        is_open
    }
}

impl Open {
    fn likely_closer(&self) -> Option<usize> {
        self.plain.or(self.plural)
    }
}

/// Puts quotations in order and takes out those that begin within another.
fn keep_outermost(quotations: &mut Vec<Quotation>) {
    sort_by_number(quotations, |quotation| quotation.tokens.start as u64);
    let mut free = 0;
    quotations.retain(|quotation| {
        let is_apart = quotation.tokens.start >= free;
        if is_apart {
            free = quotation.tokens.end;
        }
        is_apart
    });
}

/// Whether a mark opens, in a paragraph that begins at the token `start`.
fn opens(document: &Document, index: usize, start: usize) -> bool {
    let uses = Uses::of(document.word(index));
    if !uses.has(Uses::SINGLE) {
        return false;
    }
    let is_turned = !uses.has(Uses::OPENS);
    // Word processors turn a mark the wrong way, which shows where a paragraph opens.
    if is_turned && !(uses.has(Uses::TURNED) && index == start) {
        return false;
    }
    let (before, after) = neighbours(document, index);
    let opens_upright = |c| Uses::of_char(c).has(Uses::UPRIGHT);
    let is_apart = opens_word(before) || before.is_some_and(opens_upright);
    let fits = |c: char| match is_turned {
        true => c.is_uppercase(),
        false => c.is_alphanumeric() || quotation_marks::opens(c) || "$£€#@[(….".contains(c),
    };
    if !is_apart || !after.is_some_and(fits) {
        return false;
    }
    !is_year(document, index) && !document.tags(index + 1).has(Tags::CLIPPED)
}

/// Whether the mark stands for the century of a year: “the ’90s”, “in ’68”, but not “: ’27 firms”.
fn is_year(document: &Document, index: usize) -> bool {
    let digits = document.word(index + 1).as_bytes();
    let follows_word = || {
        let before = index.checked_sub(1).map(|before| document.tokens[before]);
        before.is_some_and(|token| token.kind == TokenKind::Word)
    };
    match digits {
        [a, b] => a.is_ascii_digit() && b.is_ascii_digit() && follows_word(),
        [a, b, b's'] => a.is_ascii_digit() && b.is_ascii_digit(),
        _ => false,
    }
}

/// Whether a mark that closes follows another one at once.
fn closes_beside(document: &Document, index: usize) -> bool {
    index < document.tokens.len()
        && neighbours(document, index).0.is_some_and(is_single)
        && closing(document, index).is_some()
}

/// How a mark closes, if it can.
fn closing(document: &Document, index: usize) -> Option<Closing> {
    let mark = document.word(index);
    let uses = Uses::of(mark);
    if !(uses.has(Uses::SINGLE) && uses.has(Uses::CLOSES) || mark == "''") {
        return None;
    }
    let (before, after) = neighbours(document, index);
    let before = match before {
        // A blank may part the marks of one quotation within another.
        Some(c) if c.is_whitespace() => {
            let text = document.text[..document.tokens[index].span.start].trim_end();
            text.chars().next_back().filter(|&c| is_single(c))?
        }
        before => before?,
    };
    if after.is_some_and(char::is_alphanumeric) {
        return None;
    }
    Some(match before {
        ',' | '.' | '?' | '!' | '…' => Closing::Surely,
        c if quotation_marks::closes(c) => Closing::Surely,
        's' if after == Some(' ') => Closing::Hardly,
        _ => Closing::Plainly,
    })
}

/// Whether a character is a single mark that closes, and opens at most as one that is turned or straight.
fn is_single(c: char) -> bool {
    let uses = Uses::of_char(c);
    uses.has(Uses::SINGLE) && uses.has(Uses::CLOSES) && !uses.has(Uses::UPRIGHT)
}
