//! What each word is to a date and to a sum of money: one letter.

use std::sync::LazyLock;

use crate::hash::{HashedMap, hash_of};
use crate::lexicon::{Tags, words_tagged};
use crate::text::capitalized;

/// The letters of the words of dates, by how these are written; months and days of the week are words that all rules know.
const DATE_WORDS: &str = include_str!("../../data/en/dates.tsv");

/// The letters of the words of sums of money, by how these are written.
const MONEY_WORDS: &str = include_str!("../../data/en/sums.tsv");

/// The letters without one of which there is no date.
const DATE_NEEDS: &[(Needs, &str)] = &[(Needs::DATE, "mMwucYSsQqgy")];

/// The letters of currencies, without one of which there is no sum, and those of amounts, likewise.
const MONEY_NEEDS: &[(Needs, &str)] = &[(Needs::CURRENCY, "$LcUrgyv"), (Needs::AMOUNT, "0sgaAwfT")];

/// What dates and sums cannot do without: a set of the constants below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Needs(u8);

impl Needs {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// What makes a date of numbers and small words.
    pub const DATE: Self = Self(1);
    /// What sums are counted in.
    pub const CURRENCY: Self = Self(2);
    /// How much there is.
    pub const AMOUNT: Self = Self(4);

    /// What either set has.
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all of some needs are there.
    pub const fn has_all(self, all: Self) -> bool {
        self.0 & all.0 == all.0
    }
}

/// What may stand before the digits of a sum without a blank.
const CURRENCIES: [&str; 9] = ["R", "N", "GHS", "USD", "ZAR", "Dh", "Rs", "RM", "SR"];

/// What may stand behind the digits of a sum without a blank.
const SCALES: [&str; 15] = [
    "m", "mn", "mil", "b", "bn", "tn", "k", "M", "B", "K", "million", "billion", "trillion",
    "crore", "lakh",
];

/// The letters of a token: what it is to a date and what it is to a sum; a blank where it is nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letters {
    pub date: char,
    pub money: char,
    /// What of it dates and sums cannot do without.
    pub needs: Needs,
}

impl Letters {
    /// The letters of a token that is no part of any date or sum.
    const NONE: Self = Self {
        date: ' ',
        money: ' ',
        needs: Needs::NONE,
    };

    /// What a token is to a date and a sum, given with its hash.
    pub fn of(word: &str, hash: u64) -> Self {
        let digit = word.bytes().position(|byte| byte.is_ascii_digit());
        let known = match digit {
            Some(0) => None,
            _ => WORDS.get(&hash).copied(),
        };
        known.unwrap_or_else(|| match digit {
            Some(digit) => Self::of_number(word, digit).needed(),
            None => Self::NONE,
        })
    }

    /// The same, with what dates and sums cannot do without.
    fn needed(mut self) -> Self {
        for (needs, letters) in DATE_NEEDS {
            if letters.contains(self.date) {
                self.needs = self.needs.union(*needs);
            }
        }
        for (needs, letters) in MONEY_NEEDS {
            if letters.contains(self.money) {
                self.needs = self.needs.union(*needs);
            }
        }
        self
    }

    fn of_number(word: &str, first_digit: usize) -> Self {
        let (before, number) = word.split_at(first_digit);
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
        let (digits, behind) =
            number.split_at(number.find(|c| !is_part(c)).unwrap_or(number.len()));
        let is_sum = behind.is_empty() || SCALES.contains(&behind);
        let money = match before {
            _ if !is_sum => ' ',
            "" if behind.is_empty() => '0',
            "" => 's',
            _ if CURRENCIES.contains(&before) => 'g',
            _ => ' ',
        };
        let date = match digits.parse::<u32>() {
            Ok(value) if before.is_empty() => date_of(value, digits.len(), behind),
            _ => ' ',
        };
        Self {
            date,
            money,
            needs: Needs::NONE,
        }
    }
}

/// The letter of a number of so many digits, and what is written to it, in a date.
fn date_of(value: u32, digits: usize, behind: &str) -> char {
    match (digits, behind) {
        (1 | 2, "st" | "nd" | "rd" | "th") if (1..=31).contains(&value) => 'O',
        (1, "") if value > 0 => 'd',
        (2, "") if (1..=31).contains(&value) => 'D',
        (2, "") => 'N',
        (2, "s") if value >= 20 && value.is_multiple_of(10) => 's',
        (4, "") if (1000..2100).contains(&value) => 'Y',
        (4, "s") if (1000..2100).contains(&value) && value.is_multiple_of(10) => 'S',
        _ => ' ',
    }
}

/// The letters of the words of the lists.
static WORDS: LazyLock<HashedMap<Letters>> = LazyLock::new(|| {
    let mut words: HashedMap<Letters> = HashedMap::default();
    let mut dated = |word: &str, letter| {
        words.entry(hash_of(word)).or_insert(Letters::NONE).date = letter;
    };
    for month in words_tagged(Tags::MONTH) {
        dated(&capitalized(month), 'm');
        dated(&month.to_ascii_uppercase(), 'm');
    }
    for month in words_tagged(Tags::MONTH_SHORT) {
        let month = capitalized(month);
        dated(&[&month, "."].concat(), 'm');
        dated(&month, 'M');
    }
    for day in words_tagged(Tags::WEEKDAY) {
        let day = capitalized(day);
        dated(&[&day, "s"].concat(), 'w');
        dated(&day, 'w');
    }
    for (letter, word) in lettered(DATE_WORDS) {
        dated(word, letter);
    }
    for (letter, word) in lettered(MONEY_WORDS) {
        words.entry(hash_of(word)).or_insert(Letters::NONE).money = letter;
    }
    let letters = words.values_mut();
    letters.for_each(|letters| *letters = letters.needed());
    words
});

/// The words of a list, each with its letter.
fn lettered(list: &'static str) -> impl Iterator<Item = (char, &'static str)> {
    let lines = list.lines().filter_map(|line| line.split_once('\t'));
    lines.flat_map(|(letter, words)| {
        let letter = letter.chars().next().unwrap_or(' ');
        words.split(' ').map(move |word| (letter, word))
    })
}
