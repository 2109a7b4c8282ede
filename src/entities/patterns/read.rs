//! Where dates and sums of money stand in a text.

use std::cell::RefCell;
use std::ops::Range;
use std::sync::LazyLock;
use std::thread::LocalKey;

use super::around::is_date;
use super::expressions::{DATE, Expression, MONEY};
use super::letters::{Letters, Needs};
use crate::annotations::EntityType;
use crate::entities::Name;
use crate::hash::{Memory, hash_of};
use crate::order::{pair, sort_by_number};
use crate::text::Document;

/// The most tokens that a date or sum is read from.
const LONGEST: usize = 24;

/// The dates and sums of money of a text, in order, none overlapping another.
pub(super) fn dates_and_money(document: &Document) -> Vec<Name> {
    thread_local! {
        static DATES: RefCell<Memory<usize>> = RefCell::default();
        static SUMS: RefCell<Memory<usize>> = RefCell::default();
    }
    let vocabulary = &document.vocabulary;
    let letters = vocabulary.of_tokens(|token, hash| Letters::of(token.word(document.text), hash));
    let mut found = Vec::new();
    for paragraph in &document.paragraphs {
        let letters = Paragraph {
            document,
            letters: &letters,
            tokens: paragraph,
        };
        // Most paragraphs have neither the one nor the other.
        let needs = letters.needs();
        if needs.has_all(Needs::DATE) {
            let matched = |letters: &str| recall(&DATES, &DATE, letters);
            letters.read(
                |it| it.date,
                matched,
                &[Needs::DATE],
                |tokens| {
                    if is_date(document, &tokens) {
                        found.push(Name {
                            tokens,
                            entity_type: EntityType::Date,
                        });
                    }
                },
            );
        }
        if needs.has_all(Needs::CURRENCY.union(Needs::AMOUNT)) {
            let matched = |letters: &str| recall(&SUMS, &MONEY, letters);
            let needs = [Needs::CURRENCY, Needs::AMOUNT];
            letters.read(
                |it| it.money,
                matched,
                &needs,
                |tokens| {
                    found.push(Name {
                        tokens,
                        entity_type: EntityType::Money,
                    });
                },
            );
        }
    }
    without_overlaps(found)
}

/// In order, and of two that overlap the one that begins earlier, or else the sum.
fn without_overlaps(mut found: Vec<Name>) -> Vec<Name> {
    sort_by_number(&mut found, |name| {
        let is_date = name.entity_type == EntityType::Date;
        pair(name.tokens.start, usize::from(is_date))
    });
    let mut end = 0;
    found.retain(|name| {
        let is_free = end <= name.tokens.start;
        if is_free {
            end = name.tokens.end;
        }
        is_free
    });
    found
}

/// How many tokens an expression matches: the same few sequences of letters return in all news.
fn recall(
    memory: &'static LocalKey<RefCell<Memory<usize>>>,
    expression: &LazyLock<Expression>,
    letters: &str,
) -> usize {
    let make = || expression.matched(letters);
    memory.with_borrow_mut(|memory| *memory.recall(hash_of(letters), make))
}

/// A paragraph, and the letters of all tokens of its text.
struct Paragraph<'d> {
    document: &'d Document<'d>,
    letters: &'d [Letters],
    tokens: &'d Range<usize>,
}

impl Paragraph<'_> {
    /// What any of its tokens is that dates or sums need.
    fn needs(&self) -> Needs {
        let letters = self.letters[self.tokens.clone()].iter();
        letters.fold(Needs::NONE, |all, letters| all.union(letters.needs))
    }

    /// Gives the tokens that an expression matches, where each token has its letter.
    ///
    /// The expression is compiled, and tried, only where there are all the tokens that a match `needs`.
    fn read(
        &self,
        letter: fn(&Letters) -> char,
        matched: impl Fn(&str) -> usize,
        needs: &[Needs],
        mut found: impl FnMut(Range<usize>),
    ) {
        let is_blank = |token: usize| letter(&self.letters[token]) == ' ';
        let mut text = String::new();
        let mut start = self.tokens.start;
        while let Some(first) = (start..self.tokens.end).find(|&token| !is_blank(token)) {
            start = first;
            let run = (start..self.tokens.end).take_while(|&token| !is_blank(token));
            let end = start + run.count();
            let last = |&needed: &Needs| {
                (start..end).rfind(|&token| self.letters[token].needs.has_all(needed))
            };
            let last_needed = needs.iter().map(last).min().flatten();
            while last_needed.is_some_and(|last| start <= last) {
                self.spell(start..end.min(start + LONGEST), letter, &mut text);
                let count = matched(&text);
                if count > 0 {
                    found(start..start + count);
                }
                start += count.max(1);
            }
            start = end + 1;
        }
    }

    /// Writes the letters of tokens, with a blank where there is white space between two.
    fn spell(&self, tokens: Range<usize>, letter: fn(&Letters) -> char, text: &mut String) {
        text.clear();
        for token in tokens.clone() {
            let is_apart = token > tokens.start
                && self.document.tokens[token - 1].span.end
                    < self.document.tokens[token].span.start;
            text.extend(is_apart.then_some(' '));
            text.push(letter(&self.letters[token]));
        }
    }
}
