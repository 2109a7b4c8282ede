//! Joins the scripts that every page needs into one, which is fetched and compiled at once: file by
//! file a page would wait longer for them than for the module.
//!
//! A bundler would do the same, but the demo is built with nothing but Rust.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::script::Script;

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
    for made in made {
        script.made(made);
    }
    for file in files {
        let source = fs::read_to_string(&file)?;
        let mut imports = source.lines().filter(|line| is_import(line));
        if let Some(import) = imports.find(|import| !is_plain(import)) {
            bail!("{} has to be plainer: {import}", file.display());
        }
        let shown = file.file_name().unwrap_or_default().to_string_lossy();
        script.source(format!("../core/{shown}"), &source, |line| !is_import(line));
    }
    script.finish(name)
}

/// A script as it is shipped, with its map.
pub fn shrink(name: &str, source: &str) -> Result<(String, String)> {
    let mut script = Script::default();
    script.source(format!("src/{name}"), source, |_| true);
    script.finish(name)
}

/// Whether a line of a script imports something.
fn is_import(line: &str) -> bool {
    line.starts_with("import ")
}

/// Whether a line imports things by their names, from beside it or from what was made.
fn is_plain(import: &str) -> bool {
    let (names, path) = import.split_once(" from ").unwrap_or_default();
    let is_near = path.starts_with("\"./") || path == "\"../pkg/page.js\";";
    names.starts_with("import {") && !names.contains(" as ") && is_near && path.ends_with(".js\";")
}

#[cfg(test)]
mod tests {
    use super::is_plain;

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
