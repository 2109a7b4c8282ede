//! The regular expressions of dates and sums, and the words that these open with or are made by.

use std::sync::LazyLock;

use foldhash::HashMap;
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

/// What a word can be to a date or a sum of money: a set of the constants below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts(u8);

impl Parts {
    /// A date can open with it.
    pub const OPENS_DATE: Self = Self(1);
    /// It is a part that no date is without.
    pub const MAKES_DATE: Self = Self(2);
    /// A sum can open with it.
    pub const OPENS_SUM: Self = Self(4);
    /// It is a part that no sum is without.
    pub const MAKES_SUM: Self = Self(8);

    /// It is an article: no date begins with it but where the next word could begin one, too.
    pub const IS_ARTICLE: Self = Self(16);

    /// Whether it can be this.
    pub const fn can(self, part: Self) -> bool {
        self.0 & part.0 != 0
    }

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn and_if(self, is_so: bool, other: Self) -> Self {
        if is_so { self.and(other) } else { self }
    }

    /// What a token can be to a date or a sum.
    pub fn of(word: &str) -> Self {
        if let Some(digit) = word.find(|c: char| c.is_ascii_digit()) {
            return Self::of_number(word, digit);
        }
        // No word of the lists has more letters.
        let mut small = [0; 11];
        let letters = word.trim_end_matches('.').as_bytes();
        let Some(small) = small.get_mut(..letters.len()) else {
            return Self::default();
        };
        small.copy_from_slice(letters);
        small.make_ascii_lowercase();
        let small = str::from_utf8(small).unwrap_or_default();
        PARTS.get(small).copied().unwrap_or_default()
    }

    /// Years, decades and days of a month; sums whose currency is written to the number.
    fn of_number(word: &str, digit: usize) -> Self {
        let digits = word.trim_end_matches('s');
        let is_year = digits.len() == 4 && digits.starts_with(['1', '2']);
        let is_decade = word.len() > digits.len() && digits.ends_with('0');
        Self::OPENS_DATE
            .and(Self::OPENS_SUM)
            .and_if(is_year || is_decade, Self::MAKES_DATE)
            .and_if(digit > 0, Self::MAKES_SUM)
    }
}

/// The words in small letters that open or make dates and sums. The expressions read only where
/// one that opens has one that makes near behind it, or is both.
const WORDS: &[(Parts, &str)] = &[
    (
        Parts::OPENS_DATE.and(Parts::MAKES_DATE),
        "january february march april may june july august september october november december \
         jan feb mar apr jun jul aug sep sept oct nov dec monday mondays tuesday tuesdays wednesday \
         wednesdays thursday thursdays friday fridays saturday saturdays sunday sundays",
    ),
    (
        Parts::MAKES_DATE,
        "week weekend month year summer spring autumn fall winter quarter decade century",
    ),
    (
        Parts::OPENS_DATE,
        "last next this early late earlier later mid beginning start middle end ' ’",
    ),
    (Parts::OPENS_DATE.and(Parts::IS_ARTICLE), "the"),
    (
        Parts::OPENS_SUM.and(Parts::MAKES_SUM),
        "$ £ € ¥ ₹ ₩ ₦ ₽ ₪ ₫ ฿ ₱ ₺ ₵ rs usd zar eur gbp chf cny inr jpy ngn aed sar sr rm tk ksh dh kd ghs",
    ),
    (
        Parts::OPENS_SUM,
        "us u.s hk nt nz au ca gh a c n r s z half one two three four five six seven eight nine ten \
         twenty thirty forty fifty several tens hundreds",
    ),
    (
        Parts::MAKES_SUM,
        "won pounds reais dollar dollars euro euros yen yuan renminbi rupee rupees rouble roubles \
         ruble rubles peso pesos baht shekel shekels franc francs krona kronor kroner lira liras \
         rand naira shilling shillings ringgit dirham dirhams riyal riyals dinar dinars birr taka \
         cent cents pence",
    ),
];

/// The same, to be looked up.
static PARTS: LazyLock<HashMap<&str, Parts>> = LazyLock::new(|| {
    let mut parts: HashMap<&str, Parts> = HashMap::default();
    for (part, words) in WORDS {
        for word in words.split(' ') {
            let known = parts.entry(word).or_default();
            *known = known.and(*part);
        }
    }
    parts
});

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
