//! The regular expressions of dates and sums of money.
//!
//! They read letters that stand for tokens, one for each, with a blank where there is white space
//! between two: “June 14, 2023” is `m D, Y`. So they are short, quickly compiled and quickly matched, and
//! no letter case or table of Unicode comes into them.

use std::sync::LazyLock;

use regex::Regex;

use crate::hash::{HashedMap, hash_of};

/// An expression over the letters of tokens, which matches at the start of what it is given.
pub(super) struct Expression(Regex);

impl Expression {
    fn new(pieces: &[(&str, &str)], pattern: &str) -> Self {
        let lines: String = pattern.lines().map(str::trim).collect();
        let mut pattern = format!(r"\A(?:{lines})");
        for (name, piece) in pieces {
            pattern = pattern.replace(name, piece);
        }
        Self(Regex::new(&pattern).expect("the patterns are fixed and tested"))
    }

    /// How many tokens it matches at the start of their letters; 0 where it does not match.
    pub fn matched(&self, letters: &str) -> usize {
        let found = self.0.find(letters).map_or("", |found| found.as_str());
        found.bytes().filter(|&letter| letter != b' ').count()
    }
}

/// The letters of the words of dates, by how these are written.
const DATE_WORDS: &[(char, &str)] = &[
    (
        'm',
        "January February March April May June July August September October November December \
         JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER \
         Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.",
    ),
    ('M', "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"),
    ('.', "."),
    (
        'w',
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday \
         Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays",
    ),
    (
        'u',
        "week weekend month year summer spring autumn fall winter decade",
    ),
    ('Q', "quarter"),
    ('U', "days weeks months years decades"),
    (
        'n',
        "two three four five six seven eight nine ten eleven twelve twenty several \
         Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Twenty Several",
    ),
    ('x', "a A"),
    ('g', "ago"),
    ('k', "first second third fourth"),
    ('y', "yesterday Yesterday today Today tomorrow Tomorrow"),
    ('c', "century"),
    ('l', "last Last next Next"),
    ('i', "this This"),
    ('a', "past coming"),
    (
        'p',
        "early Early late Late earlier Earlier later Later mid Mid",
    ),
    ('e', "beginning Beginning start Start middle Middle end End"),
    ('t', "the The"),
    ('o', "of"),
    ('j', "to and or &"),
    (',', ","),
    ('-', "- –"),
    ('/', "/"),
    ('\'', "' ’"),
];

/// The letters without one of which there is no date.
pub(super) const DATE_NEEDS: &[&str] = &["mMwucYSsQqgy"];

/// A date. Numbers are `d` for a day of one digit, `D` of two, `O` for an ordinal one, `Y` for a year, `N`
/// for two digits that are no day, `S` for a decade with its century and `s` for one without, `q` for a quarter of a year (“Q3”).
pub(super) static DATE: LazyLock<Expression> = LazyLock::new(|| {
    Expression::new(
        &[
            ("{month}", r"(?:m|M\.?)"),
            ("{day}", "[dDO]"),
            ("{to}", "(?:[-/]| [-j] )"),
            ("{which}", "(?:l|i(?: a)?)"),
            ("{edge}", "(?:t )?e o"),
        ],
        r"(?:x (?:u|Q)|(?:n|[dDN]) U) g
        |(?:t )?k Q(?: o)? Y
        |q(?: (?:o )?Y)?
        |y
        |(?:{which} )?(?:w,? (?:t )?)?(?:{month} (?:t )?{day}(?:{to}(?:{month} )?{day})?(?:,? Y)?
        |(?:{day}{to})?{day} (?:o )?{month}(?:,? Y)?)
        |(?:p[ -]|{edge} )?{month}(?:,? | o )Y(?:{to}(?:{month} )?Y)?
        |(?:{edge} |p )?{which} (?:[uQc]|{month}|w)
        |{edge} (?:t [uQc]|{month})
        |p[ -](?:{month}|w)
        |w|{month}
        |(?:t )?(?:p[ -])?(?:S|'?s|O[ -]c)
        |Y-D-D
        |(?:p[ -])?Y(?:[-/][YDN])?",
    )
});

/// The letters of the words of sums of money, by how these are written.
const MONEY_WORDS: &[(char, &str)] = &[
    ('$', "$"),
    ('L', "£ € ¥ ₹ ₩ ₦ ₽ ₪ ₫ ฿ ₱ ₺"),
    ('h', "GH"),
    ('c', "₵"),
    ('p', "US U.S. U.S HK NT NZ AU CA C S Z"),
    ('A', "A"),
    ('U', "USD R N"),
    (
        'r',
        "Rs Rs. ZAR EUR GBP CHF CNY INR JPY NGN AED SAR SR RM Tk Ksh Dh KD GHS",
    ),
    (
        'm',
        "hundred thousand million billion trillion crore lakh \
         thousands millions billions trillions crores lakhs",
    ),
    ('T', "hundreds Hundreds tens Tens"),
    ('f', "half Half"),
    ('a', "a"),
    (
        'w',
        "one two three four five six seven eight nine ten twenty thirty forty fifty several \
         One Two Three Four Five Six Seven Eight Nine Ten Twenty Thirty Forty Fifty Several",
    ),
    ('j', "American Canadian Australian Singapore"),
    ('H', "Hong"),
    ('K', "Kong"),
    ('W', "New"),
    ('Z', "Zealand"),
    (
        'y',
        "dollar dollars euro euros yen yuan renminbi rupee rupees rouble roubles ruble rubles peso \
         pesos baht shekel shekels franc francs krona kronor kroner lira liras rand naira shilling \
         shillings ringgit dirham dirhams riyal riyals dinar dinars birr taka cent cents pence",
    ),
    ('v', "won pounds reais"),
    ('o', "of"),
    (',', ","),
    ('.', "."),
    ('-', "- –"),
];

/// The letters of currencies, without one of which there is no sum, and those of amounts, likewise.
pub(super) const MONEY_NEEDS: &[&str] = &["$LcUrgyv", "0sgaAwfT"];

/// A sum of money. Numbers are `0`, with their scale `s` (“3m”), behind their currency `g` (“R250”).
pub(super) static MONEY: LazyLock<Expression> = LazyLock::new(|| {
    Expression::new(
        &[
            ("{words}", "(?:f a|[aAw]|T o)"),
            ("{coin}", "(?:(?:[pAUj]|H K|W Z) )?y"),
            ("{sign}", r"(?:(?:[pAU] ?)?\$|L|hc|[rU])"),
            ("{number}", "[0s](?:-[0s])?"),
            ("{scale}", "[mT]"),
        ],
        r"(?:{sign} ?{number}|g(?:[,.][0s])*)(?:-(?:{sign}[0s]|g))?(?:[ -]?{scale})?(?: {coin})?
        |{number}[ -]?(?:{scale} )?{coin}
        |{number} {scale} v
        |{words} (?:{scale} (?:o )?)?{coin}
        |{words} {scale} v",
    )
});

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
}

impl Letters {
    /// The letters of a token that is no part of any date or sum.
    const NONE: Self = Self {
        date: ' ',
        money: ' ',
    };

    /// What a token is to a date and a sum.
    pub fn of(word: &str) -> Self {
        match word.find(|c: char| c.is_ascii_digit()) {
            Some(digit) => Self::of_number(word, digit),
            None => WORDS.get(&hash_of(word)).copied().unwrap_or(Self::NONE),
        }
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
        let date = match digits.parse() {
            Ok(1..=4_u32) if before == "Q" && behind.is_empty() => 'q',
            Ok(value) if before.is_empty() => date_of(value, digits.len(), behind),
            _ => ' ',
        };
        Self { date, money }
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
    let mut tell = |lists: &'static [(char, &str)], set: fn(&mut Letters, char)| {
        for (letter, list) in lists {
            for word in list.split(' ') {
                set(words.entry(hash_of(word)).or_insert(Letters::NONE), *letter);
            }
        }
    };
    tell(DATE_WORDS, |letters, letter| letters.date = letter);
    tell(MONEY_WORDS, |letters, letter| letters.money = letter);
    words
});
