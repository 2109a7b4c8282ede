//! Joins the scripts that every page needs into one, which is fetched and compiled at once: file by
//! file a page would wait longer for them than for the module.
//!
//! A bundler would do the same, but the demo is built with nothing but Rust.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// What the scripts of a folder export and do, in one script behind those that were `made`.
///
/// They import nothing but each other and what was made, by the names that it has there. So their
/// imports are left out, and no two of them may give different things one name: a browser would
/// refuse the script.
pub fn join(made: &[&str], folder: &Path) -> Result<String> {
    let mut files = fs::read_dir(folder)
        .and_then(|entries| {
            entries
                .map(|entry| Ok(entry?.path()))
                .collect::<Result<Vec<_>, _>>()
        })
        .with_context(|| format!("{} cannot be read", folder.display()))?;
    files.sort();
    let mut joined: String = made.iter().map(|script| bare(script)).collect();
    for file in files {
        let script = bare(&fs::read_to_string(&file)?);
        for line in script.lines() {
            if line.starts_with("import ") {
                ensure!(
                    is_plain(line),
                    "{} has to be plainer: {line}",
                    file.display()
                );
            } else {
                joined.push_str(line);
                joined.push('\n');
            }
        }
    }
    Ok(joined)
}

/// Whether a line imports things by their names, from beside it or from what was made.
fn is_plain(import: &str) -> bool {
    let (names, path) = import.split_once(" from ").unwrap_or_default();
    let is_near = path.starts_with("\"./") || path == "\"../pkg/newslight.js\";";
    names.starts_with("import {") && !names.contains(" as ") && is_near && path.ends_with(".js\";")
}

/// A script without the comments that have lines of their own: nobody reads them there, and every
/// page would load them.
fn bare(script: &str) -> String {
    let mut is_inside = false;
    let mut kept = String::with_capacity(script.len());
    for line in script.lines() {
        let words = line.trim();
        is_inside |= words.starts_with("/**");
        if !is_inside && !words.starts_with("//") && !words.is_empty() {
            kept.push_str(line);
            kept.push('\n');
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
        let script = "// One\n/** Two\n * three */\nlet a = 1; // four\n\n  /** five */\nlet b;\n";
        assert_eq!(bare(script), "let a = 1; // four\nlet b;\n");
    }

    #[test]
    fn imports_are_plain() {
        let cases = [
            ("import { a, b } from \"./dom.js\";", true),
            ("import { Page } from \"../pkg/newslight.js\";", true),
            ("import { a as b } from \"./dom.js\";", false),
            ("import init from \"../pkg/newslight.js\";", false),
            ("import { a } from \"../rules.js\";", false),
            ("import \"./dom.js\";", false),
            ("import {", false),
        ];
        for (line, plain) in cases {
            assert_eq!(is_plain(line), plain, "{line}");
        }
    }
}
