//! The house is kept tidy: short files, no loose ends, nothing of anybody's own machine.

use std::fs;
use std::path::{Path, PathBuf};

/// The lines of code that a file may have before its tests: 300 is the aim, and what passes 400
/// has to be split.
const LONGEST_FILE: usize = 400;

/// Endings of the files of code.
const CODE: &[&str] = &["rs", "js", "mjs", "py"];

/// Endings of the files that people write here.
const WRITTEN: &[&str] = &[
    "rs", "js", "mjs", "ts", "py", "css", "html", "md", "toml", "json", "yml",
];

/// Loose ends, put together here so that this file does not hold them.
const LOOSE_ENDS: &[&str] = &[
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("X", "XX:"),
    concat!("dbg", "!("),
    concat!("to", "do!("),
    concat!("unimple", "mented!("),
    concat!("console", ".debug("),
    concat!("debugger", ";"),
];

/// Folders of one machine. A path of the project begins at its root.
const ONE_MACHINE: &[&str] = &[
    concat!("/wo", "rk/"),
    concat!("/ho", "me/"),
    concat!("/ro", "ot/"),
    concat!("/Us", "ers/"),
];

#[test]
fn files_are_short() {
    let is_code = |path: &&PathBuf| {
        path.extension()
            .is_some_and(|ending| CODE.contains(&&*ending.to_string_lossy()))
    };
    let long: Vec<String> = written_files()
        .iter()
        .filter(is_code)
        .filter_map(|path| {
            let code = fs::read_to_string(path).ok()?;
            let lines = code.split("#[cfg(test)]\nmod ").next()?.lines().count();
            (lines > LONGEST_FILE).then(|| format!("{}: {lines} lines", path.display()))
        })
        .collect();
    assert!(
        long.is_empty(),
        "split what holds two things:\n{}",
        long.join("\n")
    );
}

#[test]
fn nothing_is_left_lying_about() {
    let mut faults = Vec::new();
    for path in written_files() {
        let Ok(text) = fs::read_to_string(&path) else {
            continue;
        };
        for (number, line) in (1..).zip(text.lines()) {
            for word in LOOSE_ENDS.iter().chain(ONE_MACHINE) {
                if line.contains(word) {
                    faults.push(format!("{}:{number}: `{word}`", path.display()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// A lock file that names one registry's address fails wherever that registry is not to be had.
#[test]
fn lock_files_hold_no_address() {
    for path in written_files() {
        if path.ends_with("package-lock.json") {
            let lock = fs::read_to_string(&path).expect("a lock file");
            assert!(
                !lock.contains("\"resolved\""),
                "{} names a registry",
                path.display()
            );
        }
    }
    let lock = fs::read_to_string(root().join("Cargo.lock")).expect("Cargo.lock");
    let public = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
    let sources = lock.lines().filter(|line| line.starts_with("source = "));
    sources.for_each(|line| assert_eq!(line, public));
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file of the project that somebody wrote.
fn written_files() -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![root().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of the project") {
            let path = entry.expect("an entry of the project").path();
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let is_made = matches!(
                name.as_str(),
                "target" | "node_modules" | "pkg" | "dist" | ".git"
            );
            if path.is_dir() && !is_made {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|ending| WRITTEN.contains(&&*ending.to_string_lossy()))
            {
                files.push(path);
            }
        }
    }
    assert!(files.len() > 20, "the files of the project were not found");
    files
}
