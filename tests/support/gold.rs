//! Reads the gold articles: `tests/gold/*.txt`, marked up by hand (see `tests/gold/README.md`).

use std::collections::BTreeMap;
use std::path::Path;

use newslight::{EntityType, QuoteKind, Span};

use super::corpus::label;
use super::things::{self, Thing};

/// One article with what a careful reader finds in it.
pub struct Article {
    /// The file's name without its ending.
    pub name: String,
    /// The text without the markup.
    pub text: String,
    /// Every name, in order.
    pub names: Vec<Name>,
    /// Every quote, by its number.
    pub quotes: Vec<Quote>,
    /// The forms of each name that has several, the fullest first.
    pub aliases: Vec<Vec<String>>,
    /// What the names name, in order of first mention.
    pub things: Vec<Thing>,
    /// Whether nobody looks at it alone, so that it measures what tuning on others is worth.
    pub is_kept_back: bool,
}

/// One name in the text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// Its bytes.
    pub span: Span,
    /// What kind of thing it names.
    pub entity_type: EntityType,
    /// The index of that thing in [`Article::things`].
    pub thing: usize,
}

/// One quote in the text. Everything but the content is absent from scare quotes.
pub struct Quote {
    /// How the words are reported.
    pub kind: QuoteKind,
    /// The reported words, marks included.
    pub content: Vec<Span>,
    /// The words that report, where there are any.
    pub cue: Option<Span>,
    /// The whole noun phrase that is credited, where there is one.
    pub speaker: Option<Span>,
    /// Its name, or its main noun.
    pub head: Option<Span>,
    /// Whether the noun phrase is `named`, a `pronoun`, `nominal` or there is `none`.
    pub speaker_type: String,
    /// The fullest name of the one who speaks, where the article names them.
    pub resolved: Option<String>,
}

/// The gold articles, in the order of their names.
pub fn articles() -> Vec<Article> {
    articles_of("tests/gold")
}

/// The articles of the demo, marked in the same way.
pub fn demo_articles() -> Vec<Article> {
    articles_of("tests/gold/demo")
}

fn articles_of(folder: &str) -> Vec<Article> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths: Vec<_> = std::fs::read_dir(&folder)
        .expect("the folder of the articles can be read")
        .map(|entry| entry.expect("an entry of the folder").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let name = path.file_stem().expect("a file name").to_string_lossy();
            let source = std::fs::read_to_string(path).expect("a gold article can be read");
            parse(&name, &source)
        })
        .collect()
}

/// One article from its marked-up source.
///
/// # Panics
/// Where the markup is broken, with the name of the article and the place.
pub fn parse(name: &str, source: &str) -> Article {
    let (marked, facts) = source
        .split_once("\n===\n")
        .unwrap_or_else(|| panic!("{name}: no line `===` between the text and its facts"));
    let mut article = Article {
        name: name.to_owned(),
        text: String::new(),
        names: Vec::new(),
        quotes: Vec::new(),
        aliases: Vec::new(),
        things: Vec::new(),
        is_kept_back: false,
    };
    let marks = strip(name, marked, &mut article);
    let mut roles = Vec::new();
    for line in facts.lines() {
        if line == "kept back" {
            article.is_kept_back = true;
        } else if let Some(alias) = line.strip_prefix("same ") {
            article.aliases.push(read_forms(name, alias, ", "));
        } else if let Some(role) = line.strip_prefix("role ") {
            roles.push(read_forms(name, role, " | "));
        } else {
            let quote = read_quote(name, line, article.quotes.len() + 1, &marks, &article);
            article.quotes.push(quote);
        }
    }
    let used = article.quotes.len();
    let stray = marks
        .content
        .keys()
        .chain(marks.cues.keys())
        .find(|&&id| id > used);
    assert_eq!(stray, None, "{name}: a quote without a line of facts");
    things::tell_apart(&mut article, &marks.keys, roles);
    article
}

/// What the brackets of an article say, by the number of the quote.
#[derive(Default)]
struct Marks {
    content: BTreeMap<usize, Vec<Span>>,
    cues: BTreeMap<usize, Span>,
    speakers: BTreeMap<usize, Span>,
    heads: Vec<Span>,
    /// What tells the names of namesakes apart: the 2 of `{PERSON.2 Carver}`.
    keys: BTreeMap<Span, String>,
}

/// Copies the text without its markup and notes what the markup said.
fn strip(article_name: &str, marked: &str, article: &mut Article) -> Marks {
    let mut marks = Marks::default();
    let mut open: Vec<(&str, usize)> = Vec::new();
    let mut head_start = None;
    let mut rest = marked;
    while let Some(c) = rest.chars().next() {
        let at = article.text.len();
        match c {
            '{' | '[' => {
                let (tag, after) = rest[1..].split_once(' ').expect("a tag ends with a blank");
                open.push((tag, at));
                rest = after;
                continue;
            }
            '}' | ']' => {
                let (tag, start) = open
                    .pop()
                    .unwrap_or_else(|| panic!("{article_name}: `{c}` closes nothing at {at}"));
                close(article_name, tag, Span::new(start, at), article, &mut marks);
            }
            '*' => match head_start.take() {
                None => head_start = Some(at),
                Some(start) => marks.heads.push(Span::new(start, at)),
            },
            _ => article.text.push(c),
        }
        rest = &rest[c.len_utf8()..];
    }
    assert!(open.is_empty(), "{article_name}: never closed: {open:?}");
    article.names.sort();
    marks
}

/// Notes one closed bracket: `PERSON`, `PERSON.2`, `q1`, `cue1,2` or `by1,2`.
fn close(article_name: &str, tag: &str, span: Span, article: &mut Article, marks: &mut Marks) {
    let (of_type, key) = tag.split_once('.').unwrap_or((tag, ""));
    if let Some(entity_type) = entity_type(of_type) {
        article.names.push(Name {
            span,
            entity_type,
            thing: 0,
        });
        if !key.is_empty() {
            marks.keys.insert(span, key.to_owned());
        }
        return;
    }
    let digits = tag
        .find(|c: char| c.is_ascii_digit())
        .unwrap_or_else(|| panic!("{article_name}: unknown tag `{tag}`"));
    for id in tag[digits..].split(',') {
        let id = id
            .parse()
            .unwrap_or_else(|_| panic!("{article_name}: no number in `{tag}`"));
        let earlier = match &tag[..digits] {
            "q" => {
                marks.content.entry(id).or_default().push(span);
                None
            }
            "cue" => marks.cues.insert(id, span),
            "by" => marks.speakers.insert(id, span),
            _ => panic!("{article_name}: unknown tag `{tag}`"),
        };
        assert_eq!(earlier, None, "{article_name}: `{tag}` stands twice");
    }
}

const TYPES: [EntityType; 8] = EntityType::ALL;

/// The type with this name in the corpora.
fn entity_type(tag: &str) -> Option<EntityType> {
    TYPES
        .into_iter()
        .find(|&entity_type| label(entity_type) == tag)
}

/// `Fullest Name: Form, Other` or `Fullest Name: role | other role`.
fn read_forms(article_name: &str, line: &str, comma: &str) -> Vec<String> {
    let (full, forms) = line
        .split_once(": ")
        .unwrap_or_else(|| panic!("{article_name}: nothing behind a colon in `{line}`"));
    std::iter::once(full)
        .chain(forms.split(comma))
        .map(str::to_owned)
        .collect()
}

/// `q1 direct pronoun Ann Lee`, `q2 indirect nominal -`, `q3 scare`.
fn read_quote(
    article_name: &str,
    line: &str,
    number: usize,
    marks: &Marks,
    article: &Article,
) -> Quote {
    let words: Vec<&str> = line.splitn(4, ' ').collect();
    assert_eq!(
        words[0],
        format!("q{number}"),
        "{article_name}: the next line of facts"
    );
    let kind = match words.get(1).copied() {
        Some("direct") => QuoteKind::Direct,
        Some("mixed") => QuoteKind::Mixed,
        Some("indirect") => QuoteKind::Indirect,
        Some("scare") => QuoteKind::Scare,
        _ => panic!("{article_name}: no kind in `{line}`"),
    };
    let speaker = marks.speakers.get(&number).copied();
    Quote {
        kind,
        content: marks.content.get(&number).cloned().unwrap_or_default(),
        cue: marks.cues.get(&number).copied(),
        speaker,
        head: speaker.map(|speaker| head(speaker, marks, article)),
        speaker_type: words.get(2).copied().unwrap_or_default().to_owned(),
        resolved: words
            .get(3)
            .filter(|&&name| name != "-")
            .map(|&name| name.to_owned()),
    }
}

/// The main word of a noun phrase: where a star marks it; else its first person, else its first
/// name of a group of people; else all of it.
fn head(speaker: Span, marks: &Marks, article: &Article) -> Span {
    let within = |span: &&Span| speaker.contains(**span);
    let named = |wanted: &[EntityType]| {
        let mut names = article.names.iter();
        names
            .find(|name| speaker.contains(name.span) && wanted.contains(&name.entity_type))
            .map(|name| name.span)
    };
    marks
        .heads
        .iter()
        .find(within)
        .copied()
        .or_else(|| named(&[EntityType::Person]))
        .or_else(|| named(&[EntityType::Organization, EntityType::Place]))
        .unwrap_or(speaker)
}
