//! How dates and sums of money are written.

use super::expression::Expression::{self, All, Byte, Edge, Maybe, One, Repeat, Word};

const DIGIT: Expression = Byte(b'0', b'9');

const MONTH: Expression = One(&[
    Word(&[
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "JANUARY",
        "FEBRUARY",
        "MARCH",
        "APRIL",
        "MAY",
        "JUNE",
        "JULY",
        "AUGUST",
        "SEPTEMBER",
        "OCTOBER",
        "NOVEMBER",
        "DECEMBER",
    ]),
    All(&[
        Word(&[
            "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec",
        ]),
        Edge,
        Maybe(&Word(&["."])),
    ]),
]);

const WEEKDAY: Expression = All(&[
    Word(&["Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"]),
    Word(&["days", "day"]),
]);

const NTH: Expression = Word(&["st", "nd", "rd", "th"]);

const DAY: Expression = All(&[
    One(&[
        All(&[Word(&["3"]), Byte(b'0', b'1')]),
        All(&[Byte(b'1', b'2'), DIGIT]),
        All(&[Maybe(&Word(&["0"])), Byte(b'1', b'9')]),
    ]),
    Maybe(&NTH),
    Edge,
]);

const CENTURY: Expression = One(&[All(&[Word(&["1"]), DIGIT]), Word(&["20"])]);

const YEAR: Expression = All(&[CENTURY, DIGIT, DIGIT, Edge]);

const TO: Expression = Word(&["-", "–", "/", " – ", " - ", " to ", " and ", " or ", " & "]);

const UNIT: Expression = All(&[
    Word(&[
        "week", "weekend", "month", "year", "summer", "spring", "autumn", "fall", "winter",
        "quarter", "decade", "century",
    ]),
    Edge,
]);

const WHICH: Expression = Word(&[
    "Last",
    "last",
    "Next",
    "next",
    "This",
    "this",
    "This past",
    "this past",
    "This coming",
    "this coming",
]);

const PART: Expression = Word(&[
    "Early", "early", "Late", "late", "Earlier", "earlier", "Later", "later", "Mid", "mid",
]);

const THE: Expression = Word(&["The ", "the "]);

const BOUND: Expression = All(&[
    Maybe(&THE),
    Word(&[
        "Beginning of",
        "beginning of",
        "Start of",
        "start of",
        "Middle of",
        "middle of",
        "End of",
        "end of",
    ]),
]);

const BLANK: Expression = Word(&[" "]);
const BLANK_OR_HYPHEN: Expression = Word(&[" ", "-"]);
const HYPHEN: Expression = Word(&["-", "–"]);

/// Behind a month or day: “, 2023” or “ 2023”.
const OF_YEAR: Expression = All(&[Word(&[", ", " "]), YEAR]);

/// “Friday, July 8, 2022”, “14 June”, “July 5 to August 2”.
const DAY_OF_MONTH: Expression = All(&[
    Maybe(&All(&[WHICH, BLANK])),
    Maybe(&All(&[
        WEEKDAY,
        Word(&[", ", " "]),
        Maybe(&Word(&["the "])),
    ])),
    One(&[
        All(&[
            MONTH,
            Maybe(&BLANK),
            Maybe(&Word(&["the "])),
            DAY,
            Maybe(&All(&[TO, Maybe(&All(&[MONTH, BLANK])), DAY])),
            Maybe(&OF_YEAR),
        ]),
        All(&[
            Maybe(&All(&[DAY, TO])),
            DAY,
            BLANK,
            Maybe(&Word(&["of "])),
            MONTH,
            Maybe(&OF_YEAR),
        ]),
    ]),
]);

/// “early March 2020”, “October 2018 to May 2019”.
const MONTH_OF_YEAR: Expression = All(&[
    Maybe(&One(&[All(&[PART, BLANK_OR_HYPHEN]), All(&[BOUND, BLANK])])),
    MONTH,
    One(&[OF_YEAR, All(&[Word(&[" of "]), YEAR])]),
    Maybe(&All(&[TO, Maybe(&All(&[MONTH, BLANK])), YEAR])),
]);

/// “the 1990s”, “mid-90s”, “the 19th century”.
const AGE: Expression = All(&[
    Maybe(&THE),
    Maybe(&All(&[PART, BLANK_OR_HYPHEN])),
    One(&[
        All(&[CENTURY, DIGIT, Word(&["0s"])]),
        All(&[Maybe(&Word(&["'", "’"])), Byte(b'2', b'9'), Word(&["0s"])]),
        All(&[
            Maybe(&Byte(b'1', b'2')),
            DIGIT,
            NTH,
            BLANK_OR_HYPHEN,
            Word(&["century"]),
        ]),
    ]),
    Edge,
]);

/// A date as it begins with a text.
pub const DATE: Expression = All(&[
    Edge,
    One(&[
        DAY_OF_MONTH,
        MONTH_OF_YEAR,
        All(&[
            Maybe(&All(&[One(&[BOUND, PART]), BLANK])),
            WHICH,
            BLANK,
            One(&[UNIT, All(&[MONTH, Edge]), All(&[WEEKDAY, Edge])]),
        ]),
        All(&[
            BOUND,
            BLANK,
            One(&[All(&[Word(&["the "]), UNIT]), All(&[MONTH, Edge])]),
        ]),
        All(&[PART, BLANK_OR_HYPHEN, One(&[MONTH, WEEKDAY]), Edge]),
        All(&[One(&[WEEKDAY, MONTH]), Edge]),
        AGE,
        All(&[
            Byte(b'1', b'2'),
            DIGIT,
            DIGIT,
            DIGIT,
            Word(&["-"]),
            Byte(b'0', b'1'),
            DIGIT,
            Word(&["-"]),
            Byte(b'0', b'3'),
            DIGIT,
            Edge,
        ]),
        All(&[
            Maybe(&All(&[PART, BLANK_OR_HYPHEN])),
            YEAR,
            Maybe(&All(&[
                Word(&["-", "–", "/"]),
                One(&[YEAR, All(&[DIGIT, DIGIT, Edge])]),
            ])),
        ]),
    ]),
]);

const DIGITS: Expression = All(&[DIGIT, Repeat(&DIGIT, 14)]);
const GROUP: Expression = All(&[Word(&[".", ","]), DIGITS]);

const NUMBER: Expression = All(&[
    DIGITS,
    Repeat(&GROUP, 8),
    Maybe(&All(&[HYPHEN, DIGITS, Repeat(&GROUP, 3)])),
]);

const SCALE: Expression = All(&[
    Word(&[
        "hundred", "thousand", "million", "billion", "trillion", "crore", "lakh",
    ]),
    Maybe(&Word(&["s"])),
]);

const SHORT: Expression = Word(&["m", "mn", "mil", "b", "bn", "tn", "k", "M", "B", "K"]);

const SIGN: Expression = One(&[
    All(&[
        Maybe(&All(&[
            Edge,
            Word(&[
                "USD", "US", "U.S.", "HK", "NT", "NZ", "AU", "CA", "A", "C", "N", "R", "S", "Z",
            ]),
            Maybe(&BLANK),
        ])),
        Word(&["$"]),
    ]),
    Word(&[
        "£", "€", "¥", "₹", "₩", "₦", "₽", "₪", "₫", "฿", "₱", "₺", "GH₵",
    ]),
    All(&[
        Edge,
        Word(&[
            "Rs.", "Rs", "USD", "ZAR", "EUR", "GBP", "CHF", "CNY", "INR", "JPY", "NGN", "AED",
            "SAR", "SR", "RM", "Tk", "Ksh", "Dh", "KD",
        ]),
        Edge,
    ]),
    All(&[
        Edge,
        Word(&["R", "N", "GHS", "USD", "ZAR", "Dh", "Rs", "RM", "SR"]),
    ]),
]);

const WORDS: Expression = Word(&[
    "Half a",
    "half a",
    "A",
    "a",
    "One",
    "one",
    "Two",
    "two",
    "Three",
    "three",
    "Four",
    "four",
    "Five",
    "five",
    "Six",
    "six",
    "Seven",
    "seven",
    "Eight",
    "eight",
    "Nine",
    "nine",
    "Ten",
    "ten",
    "Twenty",
    "twenty",
    "Thirty",
    "thirty",
    "Forty",
    "forty",
    "Fifty",
    "fifty",
    "Several",
    "several",
    "Tens of",
    "tens of",
    "Hundreds of",
    "hundreds of",
]);

const COIN: Expression = All(&[
    Maybe(&Word(&[
        "US ",
        "U.S. ",
        "American ",
        "Canadian ",
        "Australian ",
        "Hong Kong ",
        "New Zealand ",
        "Singapore ",
    ])),
    Word(&[
        "dollars",
        "dollar",
        "euros",
        "euro",
        "yen",
        "yuan",
        "renminbi",
        "rupees",
        "rupee",
        "roubles",
        "rouble",
        "rubles",
        "ruble",
        "pesos",
        "peso",
        "baht",
        "shekels",
        "shekel",
        "francs",
        "franc",
        "krona",
        "kronor",
        "kroner",
        "liras",
        "lira",
        "rand",
        "naira",
        "shillings",
        "shilling",
        "ringgit",
        "dirhams",
        "dirham",
        "riyals",
        "riyal",
        "dinars",
        "dinar",
        "birr",
        "taka",
        "cents",
        "cent",
        "pence",
    ]),
    Edge,
]);

/// Coins whose names mean more than coins, and so count behind “million” and its like alone.
const WORDY_COIN: Expression = All(&[Word(&["won", "pounds", "reais"]), Edge]);

/// A sum of money as it begins with a text.
pub const MONEY: Expression = One(&[
    All(&[
        SIGN,
        Maybe(&BLANK),
        NUMBER,
        Maybe(&All(&[HYPHEN, SIGN, NUMBER])),
        One(&[
            All(&[Maybe(&BLANK_OR_HYPHEN), SCALE, Edge]),
            All(&[SHORT, Edge]),
            Edge,
        ]),
        Maybe(&All(&[BLANK, COIN])),
    ]),
    All(&[
        Edge,
        NUMBER,
        One(&[
            All(&[Maybe(&BLANK_OR_HYPHEN), Maybe(&All(&[SCALE, BLANK])), COIN]),
            All(&[BLANK, SCALE, BLANK, WORDY_COIN]),
        ]),
    ]),
    All(&[
        Edge,
        WORDS,
        BLANK,
        One(&[
            All(&[Maybe(&All(&[SCALE, BLANK, Maybe(&Word(&["of "]))])), COIN]),
            All(&[SCALE, BLANK, WORDY_COIN]),
        ]),
    ]),
]);
