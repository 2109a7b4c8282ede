//! Joins scripts that are needed together into one, which is fetched and compiled at once: file by
//! file a page would wait longer for them than for the module.
//!
//! A bundler would do the same, but the demo is built with nothing but Rust.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::script::Script;

/// What the scripts of a folder export and do, in one script behind those that were `made`; and its
/// map.
///
/// What they import of each other, or of what was made, they do by the names that it has there. So these imports are
/// left out, and no two scripts may give different things one name: a browser would refuse the script. What they import
/// from elsewhere is imported once for all.
pub fn join(name: &str, made: &[&str], folder: &Path) -> Result<(String, String)> {
    let mut files = fs::read_dir(folder)
        .and_then(|entries| {
            entries
                .map(|entry| Ok(entry?.path()))
                .collect::<Result<Vec<_>, _>>()
        })
        .with_context(|| format!("{} cannot be read", folder.display()))?;
    files.sort();
    let own = format!("../pkg/{name}");
    let mut sources = Vec::new();
    let mut imported: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files {
        let shown = file.display().to_string();
        if !shown.ends_with(".js") {
            continue;
        }
        let source = fs::read_to_string(&file)?;
        for import in source.lines().filter(|line| is_import(line)) {
            let plain = plain(import);
            let (names, path) =
                plain.with_context(|| format!("{shown} has to be plainer: {import}"))?;
            if !path.starts_with("./") && path != own {
                let known = imported.entry(String::from(path)).or_default();
                known.extend(names.split(", ").map(String::from));
            }
        }
        sources.push((file, source));
    }
    let mut script = Script::default();
    for (path, names) in imported {
        let names: Vec<String> = names.into_iter().collect();
        script.made(&format!(
            "import {{ {} }} from \"{path}\";",
            names.join(", ")
        ));
    }
    for made in made {
        script.made(made);
    }
    let www = folder.parent().unwrap_or(folder);
    for (file, source) in sources {
        let shown = file.strip_prefix(www)?.display();
        script.source(format!("../{shown}"), &source, |line| !is_import(line));
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

/// What a line imports by their names, and from where: beside it, or near it.
fn plain(import: &str) -> Option<(&str, &str)> {
    let names_and_path = import.strip_prefix("import { ")?.strip_suffix("\";")?;
    let (names, path) = names_and_path.split_once(" } from \"")?;
    let is_near = path.starts_with("./") || path.starts_with("../");
    (!names.contains(" as ") && is_near && path.ends_with(".js")).then_some((names, path))
}

#[cfg(test)]
mod tests {
    use std::{env, fs, process};

    use super::{join, plain};

    #[test]
    fn imports_are_plain() {
        let cases = [
            (
                "import { a, b } from \"./dom.js\";",
                Some(("a, b", "./dom.js")),
            ),
            (
                "import { Page } from \"../pkg/page.js\";",
                Some(("Page", "../pkg/page.js")),
            ),
            ("import { a as b } from \"./dom.js\";", None),
            ("import init from \"../pkg/page.js\";", None),
            ("import { a } from \"elsewhere.js\";", None),
            ("import \"./dom.js\";", None),
            ("import {", None),
        ];
        for (line, expected) in cases {
            assert_eq!(plain(line), expected, "{line}");
        }
    }

    #[test]
    fn what_comes_from_elsewhere_is_imported_once() {
        let folder = env::temp_dir().join(format!("newslight-join-{}", process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let files = [
            (
                "a.js",
                "import { one } from \"../pkg/page.js\";\nimport { b } from \"./b.js\";\none(b);\n",
            ),
            (
                "b.js",
                "import { one, two } from \"../pkg/page.js\";\nimport { made } from \"../pkg/whole.js\";\nexport const b = two(one, made);\n",
            ),
            ("c.css", "a {}"),
        ];
        for (name, text) in files {
            fs::write(folder.join(name), text).expect("a file");
        }
        let joined = join("whole.js", &["export const made = source();"], &folder);
        fs::remove_dir_all(&folder).expect("it is there");
        let (script, _) = joined.expect("they are plain");
        assert!(
            script.starts_with("import{one as e,two as t}from\"../pkg/page.js\";"),
            "{script}"
        );
        assert_eq!(script.matches("import").count(), 1, "{script}");
    }
}
