//! The floors of the house: a room imports what lies below it, and never its sibling.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The floors, from the ground up. A room may import every room of the floors below; what is not
/// named here may not exist.
const FLOORS: &[&[&str]] = &[
    &[
        "span",
        "hash",
        "order",
        "letters",
        "quotation_marks",
        "ablation",
    ],
    &["annotations"],
    &["anchors", "corrections"],
    &["lexicon"],
    &["text"],
    &["model"],
    &["entities", "quotes"],
    &["speakers", "coref"],
    &["annotate", "utf16"],
    &["page"],
    &["bindings"],
];

/// What the rooms of the browser may import: they meet the core at its door.
const DOOR: &[&str] = &[
    "span",
    "hash",
    "order",
    "letters",
    "quotation_marks",
    "annotations",
    "anchors",
    "corrections",
    "utf16",
    "annotate",
    "page",
];

/// The rooms that may know of a browser.
const BROWSER_ROOMS: &[&str] = &["page", "bindings"];

#[test]
fn every_room_imports_only_what_lies_below() {
    let mut faults = Vec::new();
    for (room, path, code) in source_files() {
        let Some(floor) = FLOORS.iter().position(|rooms| rooms.contains(&&*room)) else {
            faults.push(format!(
                "{}: the room `{room}` has no floor",
                path.display()
            ));
            continue;
        };
        let below = FLOORS[..floor].concat();
        let is_outside = BROWSER_ROOMS.contains(&&*room);
        let is_allowed =
            |other: &&str| below.contains(other) && (!is_outside || DOOR.contains(other));
        for other in imports(&code) {
            if other != room && !is_allowed(&&*other) {
                faults.push(format!("{}: `{room}` imports `{other}`", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn only_page_and_bindings_know_the_browser() {
    for (room, path, code) in source_files() {
        let knows = ["wasm_bindgen", "js_sys", "web_sys"]
            .iter()
            .any(|crate_name| code.contains(crate_name));
        assert!(
            !knows || BROWSER_ROOMS.contains(&room.as_str()),
            "{} knows the browser",
            path.display()
        );
    }
}

#[test]
fn imports_are_read_from_every_form() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("one", "use crate::text::Document;", &["text"]),
        (
            "several",
            "use crate::{coref, entities::{Name, link}, quotes};",
            &["coref", "entities", "quotes"],
        ),
        (
            "over lines",
            "use crate::{\n    coref,\n    text::{\n        Document,\n    },\n};",
            &["coref", "text"],
        ),
        (
            "from the root",
            "use crate::{EntityType, Span};",
            &["annotations", "span"],
        ),
        (
            "in the code",
            "fn f() { crate::lexicon::known() }",
            &["lexicon"],
        ),
        (
            "its own tests may import anything",
            "fn f() {}\n#[cfg(test)]\nmod tests {\n    use crate::annotate;\n}",
            &[],
        ),
        (
            "comments are no code",
            "/// See [`crate::annotate`].\nfn f() {}",
            &[],
        ),
    ];
    for (name, code, expected) in cases {
        let found = imports(&shipped(code));
        assert_eq!(
            found.iter().map(String::as_str).collect::<Vec<_>>(),
            *expected,
            "{name}"
        );
    }
}

/// Every source file of the crate but `lib.rs`: its room, its path and its shipped code.
fn source_files() -> Vec<(String, PathBuf, String)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    let mut folders = vec![source.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of src") {
            let path = entry.expect("an entry of src").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let inner = path.strip_prefix(&source).expect("a path in src");
                let first = inner.components().next().expect("a room");
                let room = first
                    .as_os_str()
                    .to_string_lossy()
                    .trim_end_matches(".rs")
                    .to_owned();
                let code = fs::read_to_string(&path).expect("a source file");
                if room != "lib" {
                    files.push((room, inner.to_owned(), shipped(&code)));
                }
            }
        }
    }
    assert!(files.len() > 10, "the source files were not found");
    files
}

/// The code without its comments and its tests, which stand at the end of a file.
fn shipped(code: &str) -> String {
    let code = code
        .split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or_default();
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The rooms that the code reaches through `crate::`.
fn imports(code: &str) -> BTreeSet<String> {
    let mut rooms = BTreeSet::new();
    for (at, prefix) in code.match_indices("crate::") {
        let path = &code[at + prefix.len()..];
        let heads = match path.strip_prefix('{') {
            Some(group) => heads_of_group(group),
            None => vec![identifier(path)],
        };
        rooms.extend(
            heads
                .into_iter()
                .filter(|head| !head.is_empty())
                .map(room_of),
        );
    }
    rooms
}

/// The first words of a brace group, whose opening brace has been read.
fn heads_of_group(group: &str) -> Vec<&str> {
    let mut depth = 1;
    let mut heads = Vec::new();
    let mut start = 0;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if (c == ',' && depth == 1) || depth == 0 {
            heads.push(identifier(group[start..at].trim_start()));
            start = at + 1;
        }
        if depth == 0 {
            break;
        }
    }
    heads
}

fn identifier(path: &str) -> &str {
    let end = path
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(path.len());
    &path[..end]
}

/// The room of a module, or of a type that the crate's root shows again.
fn room_of(head: &str) -> String {
    let room = match head {
        "Span" => "span",
        "Annotator" => "annotate",
        _ if head.starts_with(char::is_uppercase) => "annotations",
        module => module,
    };
    room.to_owned()
}
