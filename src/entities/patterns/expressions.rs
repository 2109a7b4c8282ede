//! The regular expressions of dates and sums, and the words that open them.

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::{Regex, RegexBuilder};

/// The pieces that the expressions are put together from. No class in them needs a table of
/// Unicode, and so none comes with them.
const PIECES: &[(&str, &str)] = &[
    (
        "{month}",
        "(?:January|February|March|April|May|June|July|August|September|October|November|December\
         |JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER\
         |(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)",
    ),
    ("{weekday}", "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"),
    ("{day}", "(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?\\b"),
    ("{year}", "(?:1[0-9]|20)[0-9][0-9]\\b"),
    ("{to}", "(?:-|–|/| – | - | to | and | or | & )"),
    (
        "{unit}",
        "(?:week|weekend|month|year|summer|spring|autumn|fall|winter|quarter|decade|century)\\b",
    ),
    (
        "{which}",
        "(?:[Ll]ast|[Nn]ext|[Tt]his|[Tt]his past|[Tt]his coming)",
    ),
    ("{part}", "(?:[Ee]arly|[Ll]ate|[Ee]arlier|[Ll]ater|[Mm]id)"),
    (
        "{edge}",
        "(?:[Tt]he )?(?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd) of",
    ),
    (
        "{number}",
        "[0-9]+(?:[.,][0-9]+)*(?:(?:-|–)[0-9]+(?:[.,][0-9]+)*)?",
    ),
    (
        "{scale}",
        "(?:hundred|thousand|million|billion|trillion|crore|lakh)s?",
    ),
    ("{short}", "(?:m|mn|mil|b|bn|tn|k|M|B|K)"),
    (
        "{sign}",
        "(?:(?:\\b(?:USD?|U\\.S\\.|HK|NT|NZ|AU|CA|[ACNRSZ]) ?)?\\$|£|€|¥|₹|₩|₦|₽|₪|₫|฿|₱|₺|GH₵\
         |\\b(?:Rs\\.?|USD|ZAR|EUR|GBP|CHF|CNY|INR|JPY|NGN|AED|SAR|SR|RM|Tk|Ksh|Dh|KD)\\b|\\b(?:R|N|GHS|USD|ZAR|Dh|Rs|RM|SR))",
    ),
    (
        "{words}",
        "(?:[Hh]alf a|[Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine\
         |[Tt]en|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]everal|[Tt]ens of|[Hh]undreds of)",
    ),
    (
        "{coin}",
        "(?:(?:US|U\\.S\\.|American|Canadian|Australian|Hong Kong|New Zealand|Singapore) )?\
         (?:dollars?|euros?|yen|yuan|renminbi|rupees?|roubles?|rubles?|pesos?|baht|shekels?|francs?\
         |krona|kronor|kroner|liras?|rand|naira|shillings?|ringgit|dirhams?|riyals?|dinars?|birr\
         |taka|cents?|pence)",
    ),
];

/// A date at the start of what it is given.
pub(super) static DATE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"\b(?:{which} )?(?:{weekday},? (?:the )?)?(?:{month} ?(?:the )?{day}(?:{to}(?:{month} )?{day})?(?:,? {year})?
        |(?:{day}{to})?{day} (?:of )?{month}(?:,? {year})?)
        |\b(?:{part}[ -]|{edge} )?{month}(?:,? {year}| of {year})(?:{to}(?:{month} )?{year})?
        |\b(?:{edge} |{part} )?{which} (?:{unit}|{month}\b|{weekday}\b)
        |\b{edge} (?:the {unit}|{month}\b)
        |\b{part}[ -](?:{month}|{weekday})\b
        |\b(?:{weekday}|{month})\b
        |\b(?:[Tt]he )?(?:{part}[ -])?(?:(?:1[0-9]|20)[0-9]0s|(?:'|’)?[2-9]0s|[12]?[0-9](?:st|nd|rd|th)[ -]century)\b
        |\b[12][0-9]{3}-[01][0-9]-[0-3][0-9]\b
        |\b(?:{part}[ -])?{year}(?:(?:-|–|/)(?:{year}|[0-9]{2}\b))?",
    )
});

/// A sum of money at the start of what it is given.
pub(super) static MONEY: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"{sign} ?{number}(?:(?:-|–){sign}{number})?(?:[ -]?{scale}\b|{short}\b|\b)(?: {coin}\b)?
        |\b{number}[ -]?(?:{scale} )?{coin}\b
        |\b{number} {scale} (?:won|pounds|reais)\b
        |\b{words} (?:{scale} (?:of )?)?{coin}\b
        |\b{words} {scale} (?:won|pounds|reais)\b",
    )
});

/// The words in small letters that a date or sum can open with, where no digit opens it. All
/// that this list lets through is read by an expression; what it holds back is not.
const OPENERS: &[&str] = &[
    "aed",
    "american",
    "apr",
    "april",
    "au",
    "aug",
    "august",
    "australian",
    "beginning",
    "ca",
    "canadian",
    "chf",
    "cny",
    "dec",
    "december",
    "dh",
    "early",
    "eight",
    "earlier",
    "end",
    "eur",
    "feb",
    "february",
    "fifty",
    "five",
    "forty",
    "four",
    "friday",
    "fridays",
    "gbp",
    "gh",
    "ghs",
    "half",
    "hk",
    "hong",
    "hundreds",
    "inr",
    "jan",
    "january",
    "jpy",
    "jul",
    "july",
    "jun",
    "june",
    "kd",
    "ksh",
    "last",
    "late",
    "later",
    "mar",
    "march",
    "may",
    "mid",
    "middle",
    "monday",
    "mondays",
    "new",
    "next",
    "ngn",
    "nine",
    "nov",
    "november",
    "nt",
    "nz",
    "oct",
    "october",
    "one",
    "rm",
    "rs",
    "sar",
    "saturday",
    "saturdays",
    "sep",
    "sept",
    "september",
    "seven",
    "several",
    "singapore",
    "six",
    "sr",
    "start",
    "sunday",
    "sundays",
    "ten",
    "tens",
    "thirty",
    "this",
    "three",
    "thursday",
    "thursdays",
    "tk",
    "tuesday",
    "tuesdays",
    "twenty",
    "two",
    "u.s",
    "us",
    "usd",
    "wednesday",
    "wednesdays",
    "zar",
];

/// The same, to be looked up.
pub(super) static OPENING: LazyLock<HashSet<&str>> =
    LazyLock::new(|| OPENERS.iter().copied().collect());

/// Fills the pieces into a pattern, whose lines are alternatives, and compiles it to match at
/// the start of what it is given.
fn compile(pattern: &str) -> Regex {
    let lines: String = pattern.lines().map(str::trim).collect();
    let mut pattern = format!(r"\A(?:{lines})");
    for (name, piece) in PIECES {
        pattern = pattern.replace(name, piece);
    }
    // Word boundaries in ASCII: those of Unicode are a hundred times slower.
    RegexBuilder::new(&pattern)
        .unicode(false)
        .build()
        .expect("the patterns are fixed and tested")
}
