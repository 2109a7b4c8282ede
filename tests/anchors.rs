//! Annotations of an article find their words again in what became of it.

mod support;

use std::collections::HashMap;
use std::fs;

use newslight::Span;
use newslight::dev::anchors::{Paragraph, Selector, checksum, paragraphs, place};
use support::edits::{Random, Traced, edit};

/// How many characters of context a selector has.
const CONTEXT: usize = 32;

/// How many edited articles are tried.
const EDITED: u64 = 300;

#[test]
fn what_can_be_placed_in_an_edited_article_is_placed_right_and_nothing_wrong() {
    let articles: Vec<_> = articles().iter().map(|text| Article::new(text)).collect();
    let (mut placeable, mut right, mut wrong) = (0, 0, Vec::new());
    let mut kept = HashMap::<&str, [usize; 2]>::new();
    for seed in 0..EDITED {
        let article = &articles[seed as usize % articles.len()];
        let mut random = Random(seed);
        let mut traced: Traced = article.text.chars().zip((0..).map(Some)).collect();
        let mut done = Vec::new();
        for _ in 0..=random.below(5) {
            done.push(edit(&mut traced, &mut random));
        }
        let text: String = traced.iter().map(|(c, _)| c).collect();
        let found = place(&text, &article.paragraphs, &article.selectors);
        for ((selector, anchor), span) in article.selectors.iter().zip(found).zip(&article.spans) {
            let truth = Truth::of(article, span, &traced);
            let can = truth.is_placeable();
            placeable += usize::from(can);
            let [all, lost] = kept.entry(done[0]).or_default();
            *all += usize::from(can);
            match anchor {
                None => {
                    *lost += usize::from(can);
                    if can && std::env::var("EACH").is_ok() {
                        println!("{seed} {done:?} lost: {selector:?}");
                    }
                }
                Some(anchor) if truth.span == Some(anchor.span) => right += usize::from(can),
                Some(anchor) => wrong.push(format!(
                    "{seed} {done:?}: {:?} before {:?} placed at {:?} as {:?}, not {:?}",
                    selector.exact,
                    selector.suffix,
                    anchor,
                    anchor.span.of(&text),
                    truth.span.map(|span| span.of(&text)),
                )),
            }
        }
    }
    println!(
        "{right} of {placeable} placed right, {} wrong; {kept:?}",
        wrong.len()
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(right * 100 >= placeable * 99, "{right} of {placeable}");
}

#[test]
fn in_the_same_text_all_is_where_it_was() {
    for text in articles() {
        let article = Article::new(&text);
        for (anchor, span) in place(&text, &article.paragraphs, &article.selectors)
            .iter()
            .zip(&article.spans)
        {
            let anchor = anchor.expect("it is there");
            assert_eq!((anchor.span, anchor.score), (*span, 1.0));
        }
    }
}

#[test]
fn in_another_article_nothing_is_found() {
    let texts = articles();
    for (one, other) in texts.iter().zip(texts.iter().skip(1)) {
        let article = Article::new(one);
        let found = place(other, &article.paragraphs, &article.selectors);
        let found: Vec<_> = found
            .iter()
            .zip(&article.selectors)
            .filter(|(a, _)| a.is_some())
            .collect();
        assert!(found.is_empty(), "{found:?}");
    }
}

#[test]
fn no_selector_stops_it() {
    let strange = [
        "",
        "\u{0}",
        "&#xffffffff;",
        "“",
        "a",
        " ",
        "𝒜&amp",
        "&",
        "\n\n\n",
    ];
    for text in strange {
        for exact in strange {
            for start in [0, 7, usize::MAX / 2] {
                let selector = Selector {
                    exact: exact.into(),
                    prefix: "“a b".repeat(9),
                    suffix: String::new(),
                    start,
                };
                let paragraph = Paragraph {
                    start,
                    end: usize::MAX,
                    checksum: checksum(text),
                };
                for anchor in place(text, &[paragraph], &[selector]).into_iter().flatten() {
                    assert!(text.get(anchor.span.start..anchor.span.end).is_some());
                }
            }
        }
    }
}

/// The project's own articles.
fn articles() -> Vec<String> {
    let mut texts = Vec::new();
    for (folder, ending) in [("tests/golden", "txt"), ("www/articles", "html")] {
        let mut files: Vec<_> = fs::read_dir(folder)
            .expect("a folder of articles")
            .map(|entry| entry.expect("an article").path())
            .filter(|path| path.extension().is_some_and(|found| found == ending))
            .collect();
        files.sort();
        texts.extend(
            files
                .iter()
                .map(|path| fs::read_to_string(path).expect("text")),
        );
    }
    texts.iter().map(|text| without_tags(text)).collect()
}

fn without_tags(markup: &str) -> String {
    let mut text = String::new();
    for part in markup.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, words)| words));
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n\n")
}

struct Article {
    text: String,
    paragraphs: Vec<Paragraph>,
    selectors: Vec<Selector>,
    /// Where the selectors are.
    spans: Vec<Span>,
}

impl Article {
    fn new(text: &str) -> Self {
        let annotations = newslight::annotate(text);
        let mentions = annotations
            .entities
            .iter()
            .flat_map(|entity| &entity.mentions);
        let mut spans: Vec<Span> = mentions.map(|mention| mention.span).collect();
        for quote in &annotations.quotes {
            spans.extend(&quote.content);
            spans.extend(&quote.quoted);
            spans.extend(quote.cue);
            spans.extend(quote.speaker.as_ref().map(|speaker| speaker.span));
        }
        let points = |byte: usize| text[..byte].chars().count();
        let selector = |span: &Span| Selector {
            exact: span.of(text).into(),
            prefix: {
                let before = &text[..span.start];
                before
                    .chars()
                    .skip(points(span.start).saturating_sub(CONTEXT))
                    .collect()
            },
            suffix: text[span.end..].chars().take(CONTEXT).collect(),
            start: points(span.start),
        };
        let paragraph = |span: Span| Paragraph {
            start: points(span.start),
            end: points(span.end),
            checksum: checksum(span.of(text)),
        };
        Self {
            text: text.into(),
            paragraphs: paragraphs(text).map(paragraph).collect(),
            selectors: spans.iter().map(selector).collect(),
            spans,
        }
    }
}

/// What became of the words of a span.
struct Truth {
    /// From its first character to its last, if both are there in order.
    span: Option<Span>,
    /// Whether nothing but blanks came between its characters, and none went.
    is_whole: bool,
    /// The share of its words that are still there.
    share: f64,
    /// Whether its first and last two words are.
    is_bounded: bool,
}

impl Truth {
    fn of(article: &Article, span: &Span, traced: &Traced) -> Self {
        let first = article.text[..span.start].chars().count();
        let last = first + span.of(&article.text).chars().count();
        let mut now: Vec<Option<(usize, usize)>> = vec![None; last - first];
        let mut byte = 0;
        for (number, &(c, from)) in traced.iter().enumerate() {
            if let Some(from) = from.filter(|from| (first..last).contains(from)) {
                now[from - first] = Some((number, byte));
            }
            byte += c.len_utf8();
        }
        let is_next = |pair: &[Option<(usize, usize)>]| match *pair {
            [Some((one, _)), Some((other, _))] if one < other => {
                let between = &traced[one + 1..other];
                between
                    .iter()
                    .all(|(c, _)| c.is_whitespace() || *c == '\u{ad}')
            }
            _ => false,
        };
        let is_whole = |part: &[Option<(usize, usize)>]| {
            part.iter().all(Option::is_some) && part.windows(2).all(is_next)
        };
        let mut words = Vec::new();
        let mut start = 0;
        for word in span.of(&article.text).split_inclusive(char::is_whitespace) {
            let end = start + word.trim_end().chars().count();
            words.push(&now[start..end]);
            start += word.chars().count();
        }
        let whole = words.iter().filter(|word| is_whole(word)).count();
        let edge = |words: &[&[Option<(usize, usize)>]]| is_whole(&words.concat());
        let ends = now
            .first()
            .copied()
            .flatten()
            .zip(now.last().copied().flatten());
        Self {
            span: ends
                .filter(|(start, end)| start.0 <= end.0)
                .map(|(start, end)| Span::new(start.1, end.1 + traced[end.0].0.len_utf8())),
            is_whole: is_whole(&now),
            share: whole as f64 / words.len() as f64,
            is_bounded: words.len() > 3 && edge(&words[..2]) && edge(&words[words.len() - 2..]),
        }
    }

    fn is_placeable(&self) -> bool {
        self.span.is_some() && (self.is_whole || self.is_bounded && self.share >= 0.85)
    }
}
