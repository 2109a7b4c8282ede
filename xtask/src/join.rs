//! Joins the scripts that every page needs into one, which is fetched and compiled at once: file by
//! file a page would wait longer for them than for the module.
//!
//! A bundler would do the same, but the demo is built with nothing but Rust.

use std::fs;
use std::path::Path;

use crate::sourcemap::Script;
use crate::tight::Tightener;
use anyhow::{Context, Result, ensure};

/// What the scripts of a folder export and do, in one script behind those that were `made`; and its
/// map.
///
/// They import nothing but each other and what was made, by the names that it has there. So their
/// imports are left out, and no two of them may give different things one name: a browser would
/// refuse the script.
pub fn join(name: &str, made: &[&str], folder: &Path) -> Result<(String, String)> {
    let mut files = fs::read_dir(folder)
        .and_then(|entries| {
            entries
                .map(|entry| Ok(entry?.path()))
                .collect::<Result<Vec<_>, _>>()
        })
        .with_context(|| format!("{} cannot be read", folder.display()))?;
    files.sort();
    let mut script = Script::default();
    let mut tightener = Tightener::default();
    for (_, line) in made.iter().flat_map(|made| bare(made)) {
        script.made(&tightener.tighten(line));
    }
    for file in files {
        let source = fs::read_to_string(&file)?;
        let shown = file.file_name().unwrap_or_default().to_string_lossy();
        script.source(format!("../core/{shown}"), &source);
        for (number, line) in bare(&source) {
            if !line.starts_with("import ") {
                script.line(number, &tightener.tighten(line));
                continue;
            }
            ensure!(
                is_plain(line),
                "{} has to be plainer: {line}",
                file.display()
            );
        }
    }
    Ok(script.finish(name))
}

/// A script as it is shipped, with its map: without its comments and blanks.
pub fn strip(name: &str, source: &str) -> (String, String) {
    let mut script = Script::default();
    script.source(format!("src/{name}"), source);
    let mut tightener = Tightener::default();
    for (number, line) in bare(source) {
        script.line(number, &tightener.tighten(line));
    }
    script.finish(name)
}

/// Whether a line imports things by their names, from beside it or from what was made.
fn is_plain(import: &str) -> bool {
    let (names, path) = import.split_once(" from ").unwrap_or_default();
    let is_near = path.starts_with("\"./") || path == "\"../pkg/page.js\";";
    names.starts_with("import {") && !names.contains(" as ") && is_near && path.ends_with(".js\";")
}

/// The lines of a script with their numbers, without what they are indented by and without the comments that have lines of
/// their own: nobody reads them there, and every page would load them.
fn bare(script: &str) -> Vec<(usize, &str)> {
    let mut is_inside = false;
    let mut kept = Vec::new();
    for (number, line) in script.lines().enumerate() {
        let words = line.trim();
        is_inside |= words.starts_with("/**");
        if !is_inside && !words.starts_with("//") && !words.is_empty() {
            kept.push((number, words));
        }
        is_inside &= !words.ends_with("*/");
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::{bare, is_plain};

    #[test]
    fn comments_go_and_code_stays() {
        let script =
            "// One\n/** Two\n * three */\nlet a = 1; // four\n\n  /** five */\n  let b;\n";
        assert_eq!(bare(script), [(3, "let a = 1; // four"), (6, "let b;")]);
    }

    #[test]
    fn imports_are_plain() {
        let cases = [
            ("import { a, b } from \"./dom.js\";", true),
            ("import { Page } from \"../pkg/page.js\";", true),
            ("import { a as b } from \"./dom.js\";", false),
            ("import init from \"../pkg/page.js\";", false),
            ("import { a } from \"../rules.js\";", false),
            ("import \"./dom.js\";", false),
            ("import {", false),
        ];
        for (line, plain) in cases {
            assert_eq!(is_plain(line), plain, "{line}");
        }
    }
}
