//! The demo's own articles are read as a careful reader reads them.

mod support;

use std::path::Path;

use newslight::{Annotator, EntityType, KnownName};
use serde_json::Value;
use support::faults::faults;
use support::{check, gold};

/// Every name and every speaker of the articles that visitors of the demo see first. A role that is not
/// shown, and a word more or less at the end of a report, are measured on the gold articles.
#[test]
fn demo_articles_are_read_without_faults() {
    let mut lines = Vec::new();
    for article in gold::demo_articles() {
        let name = &article.name;
        assert_eq!(article.text, demo_text(name), "{name} has changed");
        assert_eq!(check::faults(&article), Vec::<String>::new(), "{name}");
        let known = names_of(name);
        let annotator = Annotator::new().lexicon(&known).expect("names");
        let faults = faults(&article, &annotator.annotate(&article.text));
        let seen = faults.iter().filter(|fault| fault.is_shown);
        let seen = seen.filter(|fault| !["extent", "role missed"].contains(&fault.kind));
        lines.extend(seen.map(|fault| format!("{name}: {}: {}", fault.kind, fault.what)));
    }
    assert!(lines.is_empty(), "{lines:#?}");
}

/// The first article stands in the page of the demo as well, where readers without scripts find it.
#[test]
fn the_demo_opens_with_its_first_article() {
    let read = |path: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        std::fs::read_to_string(path).expect("a file of the demo")
    };
    assert!(read("www/index.html").contains(read("www/articles/strait.html").trim()));
}

/// The names that the demo's newsroom knows in an article: `www/demo/names.js` holds plain JSON.
fn names_of(article: &str) -> Vec<KnownName> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/demo/names.js");
    let script = std::fs::read_to_string(path).expect("the names of the demo");
    let (_, json) = script.split_once("names = ").expect("an export");
    let json: Value = serde_json::from_str(json.trim().trim_end_matches(';')).expect("JSON");
    let text = |value: &Value| value.as_str().expect("a string").to_owned();
    let names = json[article].as_array().expect("names of each article");
    let names = names.iter().map(|name| KnownName {
        aliases: name["aliases"]
            .as_array()
            .into_iter()
            .flatten()
            .map(text)
            .collect(),
        ..KnownName::new(
            text(&name["name"]),
            match name["type"].as_str() {
                Some("place") => EntityType::Place,
                _ => EntityType::Organization,
            },
        )
    });
    names.collect()
}

/// The text of an article of the demo, a blank line between its paragraphs.
fn demo_text(name: &str) -> String {
    let path = format!("www/articles/{name}.html");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let html = std::fs::read_to_string(path).expect("an article of the demo");
    let without_tags = |line: &str| -> String {
        let parts = line.split('<');
        let parts = parts.map(|part| part.split_once('>').map_or(part, |(_, text)| text));
        parts.collect()
    };
    let lines: Vec<String> = html.lines().map(without_tags).collect();
    lines.join("\n\n")
}
