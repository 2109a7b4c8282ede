//! The regular expressions of dates and sums of money.
//!
//! They read letters that stand for tokens, one for each, with a blank where there is white space
//! between two: “June 14, 2023” is `m D, Y`. So they are short, quickly compiled and quickly matched, and
//! no letter case or table of Unicode comes into them. Which word has which letter is in `letters.rs`.

use std::sync::LazyLock;

use regex::Regex;

/// An expression over the letters of tokens, which matches at the start of what it is given.
pub(super) struct Expression(Regex);

impl Expression {
    fn new(pieces: &[(&str, &str)], pattern: &str) -> Self {
        let lines: String = pattern.lines().map(str::trim).collect();
        let mut pattern = format!(r"\A(?:{lines})");
        for (name, piece) in pieces {
            pattern = pattern.replace(name, piece);
        }
        // What an error would say need not be shipped.
        let Ok(regex) = Regex::new(&pattern) else {
            unreachable!("the patterns are fixed and tested");
        };
        Self(regex)
    }

    /// How many tokens it matches at the start of their letters; 0 where it does not match.
    pub fn matched(&self, letters: &str) -> usize {
        let found = self.0.find(letters).map_or("", |found| found.as_str());
        found.bytes().filter(|&letter| letter != b' ').count()
    }
}

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
