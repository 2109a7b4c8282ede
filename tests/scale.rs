//! Cost grows no faster than the text, for texts that were made to hurt as well.

use std::fmt::Write;
use std::time::{Duration, Instant};

use newslight::annotate;

/// How much longer the long text is than the short one.
const GROWTH: usize = 8;

/// What growth of the time is still taken for linear: quadratic cost would be `GROWTH` squared,
/// and a busy machine must not fail the test.
const MOST: f64 = 4.0 * GROWTH as f64;

/// How often the short text is read: what takes about as long as the long one is disturbed as much by others.
const REPEATED: u32 = 4;

/// Times below this are too short to compare.
const SHORTEST: Duration = Duration::from_micros(200);

/// A text by its name: how often the short one repeats its piece, and how to make it.
type Case = (&'static str, usize, fn(usize) -> String);

const CASES: &[Case] = &[
    ("opening marks", 4000, |n| "“".repeat(n)),
    ("closing marks", 4000, |n| "”".repeat(n)),
    ("straight marks", 4000, |n| "\"".repeat(n)),
    ("single marks", 4000, |n| "'".repeat(n)),
    ("straight marks apart", 4000, |n| "\" ".repeat(n)),
    ("single marks apart", 4000, |n| " 'a".repeat(n)),
    ("empty quotes", 2000, |n| "“” ".repeat(n)),
    ("nested marks", 2000, |n| "“‘".repeat(n) + &"’”".repeat(n)),
    ("brackets", 4000, |n| "(".repeat(n) + &")".repeat(n)),
    ("quotes that nobody closes", 500, |n| {
        "“It goes on and on.\n\n".repeat(n)
    }),
    ("quotes that nobody says", 500, |n| {
        "“It goes on and on.”\n\n".repeat(n)
    }),
    ("quotes in one paragraph", 500, |n| {
        "“It goes on,” he said. ".repeat(n)
    }),
    ("one token", 40_000, |n| "a".repeat(n)),
    ("one capital token", 40_000, |n| "A".repeat(n)),
    ("one number", 20_000, |n| "1,".repeat(n)),
    ("one abbreviation", 10_000, |n| "U.".repeat(n)),
    ("apostrophes in one token", 10_000, |n| "a'".repeat(n)),
    ("dots", 40_000, |n| ".".repeat(n)),
    ("hyphens", 10_000, |n| "a-".repeat(n)),
    ("accents", 20_000, |n| {
        String::from("e") + &"\u{301}".repeat(n)
    }),
    ("line ends", 20_000, |n| "\n".repeat(n)),
    ("paragraphs of a word", 3000, |n| "word\n".repeat(n)),
    ("blanks", 40_000, |n| " ".repeat(n)),
    ("one sentence", 3000, |n| "word and ".repeat(n)),
    ("cues alone", 3000, |n| "said ".repeat(n)),
    ("reports in reports", 1500, |n| {
        "he said that she said that ".repeat(n)
    }),
    ("according to nobody", 1500, |n| "according to ".repeat(n)),
    ("pronouns", 3000, |n| "he she they ".repeat(n)),
    ("one name again and again", 2000, |n| {
        "Ann Lee met Lee. ".repeat(n)
    }),
    ("one long name", 3000, |n| "Lee ".repeat(n)),
    ("names in capitals", 3000, |n| "LEE ".repeat(n)),
    ("other names every time", 800, |n| names(n, "", ". ")),
    ("other people every time", 800, |n| {
        names(n, "Mr ", " left the house. ")
    }),
    ("other speakers every time", 400, |n| {
        names(n, "“No,” said Ann ", ". ")
    }),
    ("one surname, other first names", 800, |n| {
        names(n, "Then came ", " Lee. ")
    }),
    ("other roles every time", 400, |n| {
        names(n, "The minister of ", ", Ann Lee, spoke. ")
    }),
    (
        "firms by their founders, their forms, their shares",
        200,
        |n| names(n, "The founder of ", " Foods Ltd left. Its shares fell. "),
    ),
    ("firms by what they cut", 400, |n| {
        names(n, "", " cuts its forecast. ")
    }),
    ("datelines", 400, |n| {
        names(n, "", "\nOSLO (AP) — It rained.\n")
    }),
    ("posts", 400, |n| {
        names(n, "Minister for Women and Equalities Ann ", " left. ")
    }),
    ("firms by who buys from them", 400, |n| {
        names(n, "customers of ", " left and ")
    }),
    ("towns by how far they are", 400, |n| {
        names(n, "it is 40 miles from ", " and ")
    }),
    ("nouns that open one sentence", 2000, |n| {
        "small maker ".repeat(n)
    }),
    ("shops with owners", 1000, |n| "Macy's fell and ".repeat(n)),
    ("nations in brackets", 400, |n| {
        names(n, "", " (Norway) 9.98 ")
    }),
    ("a list that somebody leads", 500, |n| {
        String::from("She also said:\n\n") + &"“It is late.”\n\n".repeat(n)
    }),
    ("turns of a dialogue", 500, |n| {
        "“Is it late?”\n\n“No.”\n\n".repeat(n)
    }),
    ("clauses in one sentence", 500, |n| {
        "the bridge, which he said was safe, ".repeat(n)
    }),
    ("reports in one sentence", 500, |n| {
        "the mayor told Ann Lee that it was late and ".repeat(n)
    }),
    ("sums of money", 2000, |n| "$1 million ".repeat(n)),
    ("dates", 2000, |n| "March 3, 2020, ".repeat(n)),
    ("astral characters", 10_000, |n| "😀".repeat(n)),
    ("markup", 3000, |n| "<b>&amp;".repeat(n)),
];

/// A text of `n` names that are all different.
fn names(n: usize, before: &str, after: &str) -> String {
    let letters = |mut number: usize| {
        let mut name = String::from("K");
        for _ in 0..6 {
            name.push(char::from(b'a' + u8::try_from(number % 26).unwrap_or(0)));
            number /= 26;
        }
        name
    };
    (0..n).fold(String::new(), |mut text, i| {
        let _ = write!(text, "{before}{}{after}", letters(i));
        text
    })
}

#[test]
fn time_grows_no_faster_than_the_text() {
    let mut slow = Vec::new();
    for (name, repetitions, text) in CASES {
        let (short, long) = (text(*repetitions), text(repetitions * GROWTH));
        // A slow answer may be the machine's fault: only the third in a row counts.
        let Some(growth) = (0..3)
            .map(|_| growth(&short, &long))
            .try_fold(0.0, |_, growth| (growth > MOST).then_some(growth))
        else {
            continue;
        };
        slow.push(format!(
            "{name}: {GROWTH} times the text takes {growth:.0} times as long"
        ));
    }
    assert!(slow.is_empty(), "\n{}", slow.join("\n"));
}

/// How much longer the long text takes than the short one.
fn growth(short: &str, long: &str) -> f64 {
    let once = time(short, REPEATED) / REPEATED;
    time(long, 1).as_secs_f64() / once.max(SHORTEST).as_secs_f64()
}

fn time(text: &str, times: u32) -> Duration {
    let begin = Instant::now();
    for _ in 0..times {
        std::hint::black_box(annotate(text));
    }
    begin.elapsed()
}
