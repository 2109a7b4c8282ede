//! Joins the scripts that every page needs into one, which is fetched and compiled at once: file by
//! file a page would wait longer for them than for the module.
//!
//! A bundler would do the same, but the demo is built with nothing but Rust.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::json;

/// One script, and the map by which a debugger shows the scripts that it was joined from.
pub struct Joined {
    pub script: String,
    pub map: String,
}

/// The letters of base 64, in which source maps write numbers.
const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// What the scripts of a folder export and do, in one script behind those that were `made`.
///
/// They import nothing but each other and what was made, by the names that it has there. So their
/// imports are left out, and no two of them may give different things one name: a browser would
/// refuse the script.
pub fn join(name: &str, made: &[&str], folder: &Path) -> Result<Joined> {
    let mut files = fs::read_dir(folder)
        .and_then(|entries| {
            entries
                .map(|entry| Ok(entry?.path()))
                .collect::<Result<Vec<_>, _>>()
        })
        .with_context(|| format!("{} cannot be read", folder.display()))?;
    files.sort();
    let mut script = String::new();
    for (_, line) in made.iter().flat_map(|made| bare(made)) {
        script.push_str(line);
        script.push('\n');
    }
    let (mut sources, mut contents) = (Vec::new(), Vec::new());
    let mut mappings = ";".repeat(script.lines().count());
    let mut last = [0, 0];
    for file in files {
        let source = fs::read_to_string(&file)?;
        for (number, line) in bare(&source) {
            if line.starts_with("import ") {
                ensure!(
                    is_plain(line),
                    "{} has to be plainer: {line}",
                    file.display()
                );
                continue;
            }
            script.push_str(line);
            script.push('\n');
            let place = [sources.len() as i64, number as i64];
            mappings.push('A');
            vlq(place[0] - last[0], &mut mappings);
            vlq(place[1] - last[1], &mut mappings);
            mappings.push_str("A;");
            last = place;
        }
        let shown = file.file_name().unwrap_or_default().to_string_lossy();
        sources.push(format!("../core/{shown}"));
        contents.push(source);
    }
    script.push_str(&format!("//# sourceMappingURL={name}.map\n"));
    let map = json!({ "version": 3, "file": name, "sources": sources, "sourcesContent": contents, "names": [], "mappings": mappings });
    Ok(Joined {
        script,
        map: map.to_string(),
    })
}

/// Writes a number as source maps do: five bits a letter, the sign in the lowest.
fn vlq(number: i64, to: &mut String) {
    let mut rest = number.unsigned_abs() << 1 | u64::from(number < 0);
    loop {
        let digit = (rest & 31) as usize;
        rest >>= 5;
        let more = if rest > 0 { 32 } else { 0 };
        to.push(BASE64[digit | more] as char);
        if rest == 0 {
            return;
        }
    }
}

/// Whether a line imports things by their names, from beside it or from what was made.
fn is_plain(import: &str) -> bool {
    let (names, path) = import.split_once(" from ").unwrap_or_default();
    let is_near = path.starts_with("\"./") || path == "\"../pkg/newslight.js\";";
    names.starts_with("import {") && !names.contains(" as ") && is_near && path.ends_with(".js\";")
}

/// The lines of a script with their numbers, without the comments that have lines of their own:
/// nobody reads them there, and every page would load them.
fn bare(script: &str) -> Vec<(usize, &str)> {
    let mut is_inside = false;
    let mut kept = Vec::new();
    for (number, line) in script.lines().enumerate() {
        let words = line.trim();
        is_inside |= words.starts_with("/**");
        if !is_inside && !words.starts_with("//") && !words.is_empty() {
            kept.push((number, line));
        }
        is_inside &= !words.ends_with("*/");
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::{bare, is_plain, vlq};

    #[test]
    fn comments_go_and_code_stays() {
        let script = "// One\n/** Two\n * three */\nlet a = 1; // four\n\n  /** five */\nlet b;\n";
        assert_eq!(bare(script), [(3, "let a = 1; // four"), (6, "let b;")]);
    }

    #[test]
    fn numbers_are_written_as_source_maps_want_them() {
        let cases = [(0, "A"), (1, "C"), (-1, "D"), (16, "gB"), (-511, "/f")];
        for (number, written) in cases {
            let mut letters = String::new();
            vlq(number, &mut letters);
            assert_eq!(letters, written, "{number}");
        }
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
