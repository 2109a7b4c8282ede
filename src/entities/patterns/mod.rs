//! Dates and sums of money, by regular expressions.

mod expressions;

use std::cell::RefCell;
use std::ops::Range;
use std::sync::LazyLock;
use std::thread::LocalKey;

use expressions::{DATE, DATE_NEEDS, Expression, Letters, MONEY, MONEY_NEEDS};

use crate::annotations::EntityType;
use crate::entities::Name;
use crate::hash::{Memory, hash_of};
use crate::order::{pair, sort_by_number};
use crate::text::{Document, Token, TokenKind, is_capital};

/// Words that stand before a month's name but not before the verb or the surname of that form.
const BEFORE_MONTH: &[&str] = &[
    "after", "before", "between", "by", "during", "early", "for", "from", "in", "last", "late",
    "mid", "next", "of", "since", "this", "through", "till", "until",
];

/// Those of them that nobody's name stands behind.
const ONLY_BEFORE_MONTH: &[&str] = &[
    "during", "early", "in", "last", "late", "mid", "next", "since", "this", "through", "till",
    "until",
];

/// The months whose names are also borne by persons.
const MONTHS_AND_PERSONS: &[&str] = &["April", "August", "June", "March", "May"];

/// The most tokens that a date or sum is read from.
const LONGEST: usize = 24;

/// The names of a text with its dates and sums of money among them.
///
/// A name wins over a date or sum that overlaps it, except where it is no more than the words
/// of the date. A month that is also a person's name on its own stays the person.
pub fn with_dates_and_money(document: &Document, names: Vec<Name>) -> Vec<Name> {
    let found = dates_and_money(document);
    if found.is_empty() {
        return names;
    }
    let mut merged: Vec<Name> = Vec::with_capacity(names.len() + found.len());
    let mut names = names.into_iter().peekable();
    for pattern in found {
        while let Some(name) = names.next_if(|name| name.tokens.end <= pattern.tokens.start) {
            merged.push(name);
        }
        let mut within = Vec::new();
        while let Some(name) = names.next_if(|name| name.tokens.start < pattern.tokens.end) {
            within.push(name);
        }
        if within
            .iter()
            .all(|name| gives_way(document, name, &pattern))
        {
            merged.push(pattern);
        } else {
            merged.extend(within);
        }
    }
    merged.extend(names);
    merged
}

/// Whether a name is no more than words of the date or sum.
fn gives_way(document: &Document, name: &Name, pattern: &Name) -> bool {
    let is_within =
        pattern.tokens.start <= name.tokens.start && name.tokens.end <= pattern.tokens.end;
    let before = document.word_or_none(pattern.tokens.start.checked_sub(1));
    let is_person = name.entity_type == EntityType::Person
        && pattern.tokens.len() == 1
        && MONTHS_AND_PERSONS.contains(&document.word(pattern.tokens.start))
        && !ONLY_BEFORE_MONTH
            .iter()
            .any(|word| word.eq_ignore_ascii_case(before));
    is_within && !is_person
}

/// The dates and sums of money of a text, in order, none overlapping another.
fn dates_and_money(document: &Document) -> Vec<Name> {
    thread_local! {
        static DATES: RefCell<Memory<usize>> = RefCell::default();
        static SUMS: RefCell<Memory<usize>> = RefCell::default();
    }
    let letters = letters(document);
    let mut found = Vec::new();
    for paragraph in &document.paragraphs {
        let date = |token: usize| letters[token].date;
        let matched = |letters: &str| recall(&DATES, &DATE, letters);
        read(document, paragraph, date, matched, DATE_NEEDS, |tokens| {
            if is_date(document, &tokens) {
                found.push(Name {
                    tokens,
                    entity_type: EntityType::Date,
                });
            }
        });
        let money = |token: usize| letters[token].money;
        let matched = |letters: &str| recall(&SUMS, &MONEY, letters);
        read(document, paragraph, money, matched, MONEY_NEEDS, |tokens| {
            found.push(Name {
                tokens,
                entity_type: EntityType::Money,
            });
        });
    }
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

/// What each token is to a date and to a sum.
fn letters(document: &Document) -> Vec<Letters> {
    thread_local! {
        static MEMORY: RefCell<Memory<Letters>> = RefCell::default();
    }
    let look = |token: Token| Letters::of(token.word(document.text));
    MEMORY.with_borrow_mut(|memory| document.vocabulary.map(memory, look))
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

/// Gives the tokens that an expression matches in a paragraph, where each token has its letter.
///
/// The expression is compiled, and tried, only where there are all the tokens that a match `needs`.
fn read(
    document: &Document,
    paragraph: &Range<usize>,
    letter: impl Fn(usize) -> char,
    matched: impl Fn(&str) -> usize,
    needs: &[&str],
    mut found: impl FnMut(Range<usize>),
) {
    let mut text = String::new();
    let mut start = paragraph.start;
    while let Some(first) = (start..paragraph.end).find(|&token| letter(token) != ' ') {
        start = first;
        let run = (start..paragraph.end).take_while(|&token| letter(token) != ' ');
        let end = start + run.count();
        let last = |needed: &&str| (start..end).rfind(|&token| needed.contains(letter(token)));
        let last_needed = needs.iter().map(last).min().flatten();
        while last_needed.is_some_and(|last| start <= last) {
            spell(
                document,
                start..end.min(start + LONGEST),
                &letter,
                &mut text,
            );
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
fn spell(
    document: &Document,
    tokens: Range<usize>,
    letter: impl Fn(usize) -> char,
    text: &mut String,
) {
    text.clear();
    for token in tokens.clone() {
        let is_apart = token > tokens.start
            && document.tokens[token - 1].span.end < document.tokens[token].span.start;
        text.extend(is_apart.then_some(' '));
        text.push(letter(token));
    }
}

/// Whether the words around a match allow it to be a date.
fn is_date(document: &Document, date: &Range<usize>) -> bool {
    let (start, end) = (date.start, date.end);
    if date.len() > 1 {
        return true;
    }
    let before = start
        .checked_sub(1)
        .map_or("", |index| document.word(index));
    match document.word(start) {
        "May" | "March" | "MAY" | "MARCH" => BEFORE_MONTH
            .iter()
            .any(|word| word.eq_ignore_ascii_case(before)),
        decade if decade.len() < 5 && decade.ends_with('s') => !is_age(before),
        _ if document.tokens[start].kind == TokenKind::Number => {
            !is_part_of_name(document, start) && !is_count(document, end)
        }
        _ => true,
    }
}

/// Whether the word before makes a decade somebody's age (“in her 70s”).
fn is_age(before: &str) -> bool {
    matches!(before, "his" | "her" | "their" | "my" | "your" | "our")
}

/// Whether a bare number follows a capitalised word (“Vision 2030”) or a sign (“#2015”).
fn is_part_of_name(document: &Document, number: usize) -> bool {
    let Some(before) = number.checked_sub(1) else {
        return false;
    };
    let word = document.word(before);
    let opens_sentence = document
        .sentences
        .binary_search_by(|sentence| sentence.start.cmp(&before))
        .is_ok();
    matches!(word, "#" | "№" | "$" | "+" | "@" | "/") || (!opens_sentence && is_capital(word))
}

/// Whether a bare number counts what follows it (“2000 people”, “1500 metres”).
fn is_count(document: &Document, next: usize) -> bool {
    if next >= document.tokens.len() {
        return false;
    }
    let word = document.word(next);
    let is_plural = word.len() > 4
        && word.ends_with('s')
        && !word.ends_with("ss")
        && word.bytes().all(|byte| byte.is_ascii_lowercase())
        && !matches!(
            word,
            "series" | "elections" | "games" | "finals" | "playoffs"
        );
    is_plural
        || matches!(
            word,
            "%" | "percent" | "people" | "men" | "women" | "children" | "feet"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, entity_type: EntityType) -> Vec<&str> {
        let document = Document::new(text);
        dates_and_money(&document)
            .into_iter()
            .filter(|name| name.entity_type == entity_type)
            .map(|name| document.span(name.tokens).of(text))
            .collect()
    }

    #[test]
    fn dates_are_found() {
        let cases: &[(&str, &[&str])] = &[
            ("They met on Wednesday.", &["Wednesday"]),
            (
                "Last November, and later this week",
                &["Last November", "later this week"],
            ),
            ("On June 14, 2023, it rained.", &["June 14, 2023"]),
            (
                "from 14 June to the 2nd of July",
                &["14 June", "2nd of July"],
            ),
            (
                "on Friday, July 8, 2022, and Sept. 4",
                &["Friday, July 8, 2022", "Sept. 4"],
            ),
            ("since October 2018", &["October 2018"]),
            ("in May or in early March", &["May", "early March"]),
            ("It may rain. May I? March on!", &[]),
            ("He was born in 1949, in the 1990s", &["1949", "the 1990s"]),
            ("this weekend, next year", &["this weekend", "next year"]),
            (
                "at the end of the year, by the start of June",
                &["the end of the year", "the start of June"],
            ),
            ("over 2021-2022 and 2021/22", &["2021-2022", "2021/22"]),
            ("2000 people and 1500 metres for $2015", &[]),
            (
                "a man in his 70s of the 19th century",
                &["the 19th century"],
            ),
            ("the Vision 2030 and Act 12/2019", &[]),
            ("JUNE 14, a Tuesday", &["JUNE 14", "Tuesday"]),
            (
                "July 5-6 and July 5 to August 2",
                &["July 5-6", "July 5 to August 2"],
            ),
            ("last July 18", &["last July 18"]),
            ("on 2023-06-14", &["2023-06-14"]),
            ("10 percent of 3 June's 5%", &["3 June"]),
            ("the ’90s, since Sept. 4", &["the ’90s", "Sept. 4"]),
            ("March\n4, 2023", &["2023"]),
            (
                "yesterday, not two years ago or a decade ago",
                &["yesterday", "two years ago", "a decade ago"],
            ),
            ("some 10 days ago, long ago", &["10 days ago"]),
            (
                "in Q3 2024, in Q4, this quarter",
                &["Q3 2024", "Q4", "this quarter"],
            ),
            (
                "the third quarter of 2024 and a third quarter",
                &["the third quarter of 2024"],
            ),
            ("in two years, for ten days", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(&found(text, EntityType::Date), expected, "{text}");
        }
    }

    #[test]
    fn sums_of_money_are_found() {
        let cases: &[(&str, &[&str])] = &[
            ("It cost $1.2 billion, not €3m.", &["$1.2 billion", "€3m"]),
            ("£40, US$5m and US $3,000", &["£40", "US$5m", "US $3,000"]),
            (
                "500 million yen or 20 euros",
                &["500 million yen", "20 euros"],
            ),
            ("They won 500 million won.", &["500 million won"]),
            ("In 2010 won the other side.", &[]),
            (
                "$12-14 billion, $3.18-$3.81",
                &["$12-14 billion", "$3.18-$3.81"],
            ),
            (
                "half a million dollars, five cents",
                &["half a million dollars", "five cents"],
            ),
            (
                "Rs 50 crore and R250 and Dh5,000",
                &["Rs 50 crore", "R250", "Dh5,000"],
            ),
            (
                "hundreds of millions of Hong Kong dollars",
                &["hundreds of millions of Hong Kong dollars"],
            ),
            (
                "$4million, GHS2.5billion and Dh5,000",
                &["$4million", "GHS2.5billion", "Dh5,000"],
            ),
            ("10 percent of 12 pounds of bread", &[]),
            ("2 million people", &[]),
            ("Lee (R-Ohio) won, and N. dollars", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(&found(text, EntityType::Money), expected, "{text}");
        }
    }

    #[test]
    fn a_name_wins_over_a_date_unless_it_is_one() {
        let cases: &[(&str, &str, &[&str])] = &[
            ("a date alone", "on Wednesday", &["Wednesday"]),
            ("a word of a date", "on June 14", &["June 14"]),
            (
                "a name that is more",
                "the Black Friday sale",
                &["Black Friday"],
            ),
            ("a person", "by May", &["May"]),
        ];
        let named = |text: &str| {
            let document = Document::new(text);
            let may = document.token_at(text.find("May").expect("it is there"));
            let name = Name {
                tokens: may..may + 1,
                entity_type: EntityType::Person,
            };
            with_dates_and_money(&document, vec![name])[0].entity_type
        };
        assert_eq!(named("a plan by May"), EntityType::Person);
        assert_eq!(named("a vote in May"), EntityType::Date);
        assert_eq!(named("May spoke"), EntityType::Person);
        for (name, text, expected) in cases {
            let document = Document::new(text);
            let capitals = (0..document.tokens.len()).filter(|&index| document.is_capital(index));
            let mut names: Vec<Name> = Vec::new();
            for index in capitals {
                match names.last_mut() {
                    Some(last) if last.tokens.end == index => last.tokens.end += 1,
                    _ => names.push(Name {
                        tokens: index..index + 1,
                        entity_type: EntityType::Person,
                    }),
                }
            }
            let found: Vec<&str> = with_dates_and_money(&document, names)
                .into_iter()
                .map(|name| document.span(name.tokens).of(text))
                .collect();
            assert_eq!(&found, expected, "{name}");
        }
    }
}
