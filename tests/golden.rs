//! Golden reports: what is found in a few short articles, in a form that people can read.
//!
//! `UPDATE=1 cargo test --test golden` writes the reports anew; `git diff` then shows what a
//! change has changed.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use newslight::annotate;
use support::report::report;

#[test]
fn reports_are_as_they_were_last_looked_at() {
    let articles = articles();
    assert!(!articles.is_empty(), "tests/golden holds no article");
    let mut changed = Vec::new();
    for article in articles {
        let text = fs::read_to_string(&article).expect("an article");
        let found = report(&text, &annotate(&text));
        let golden = article.with_extension("report");
        let expected = fs::read_to_string(&golden).unwrap_or_default();
        if found == expected {
            continue;
        }
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&golden, &found).expect("a report can be written");
        } else {
            changed.push(format!(
                "{}\n{}",
                golden.display(),
                differences(&expected, &found)
            ));
        }
    }
    assert!(
        changed.is_empty(),
        "these reports have changed; if for the better: UPDATE=1 cargo test --test golden\n{}",
        changed.join("\n")
    );
}

fn articles() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let entries = fs::read_dir(folder).expect("tests/golden can be read");
    let paths = entries.map(|entry| entry.expect("an entry of tests/golden").path());
    let mut articles: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    articles.sort();
    articles
}

/// The lines that only one of the two reports has.
fn differences(expected: &str, found: &str) -> String {
    let gone = expected
        .lines()
        .filter(|line| !found.lines().any(|other| other == *line));
    let new = found
        .lines()
        .filter(|line| !expected.lines().any(|other| other == *line));
    let signed = gone
        .map(|line| format!("- {line}"))
        .chain(new.map(|line| format!("+ {line}")));
    signed.collect::<Vec<_>>().join("\n")
}
