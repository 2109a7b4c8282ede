//! The named cases: short texts each of which shows one kind of thing that readers would miss.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::support::corpus;

/// The programs that make texts of templates and words, and the words.
const CLAIMS: [(&str, &str); 2] = [
    ("claims.mjs", "claims.json"),
    ("claims_names.mjs", "claims-names.json"),
];

/// The texts of all cases; none where there is no `../shared`.
pub fn texts() -> Vec<String> {
    let Some(shared) = corpus::shared() else {
        return Vec::new();
    };
    let listed = fs::read_to_string(shared.join("cases/texts.jsonl")).unwrap_or_default();
    let mut texts: Vec<String> = listed.lines().filter_map(text_of).collect();
    for (program, words) in CLAIMS {
        let recorder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/ablate/record.mjs");
        let output = Command::new("node")
            .arg(shared.join("eval").join(program))
            .arg(recorder)
            .arg(shared.join("cases").join(words))
            .output()
            .expect("node makes the texts");
        let printed = String::from_utf8_lossy(&output.stdout);
        texts.extend(printed.lines().filter_map(text_of));
    }
    texts
}

/// The text in a line of JSON that is a text or has one.
fn text_of(line: &str) -> Option<String> {
    let value: Value = serde_json::from_str(line).ok()?;
    let text = value.get("text").unwrap_or(&value);
    text.as_str().map(str::to_owned)
}
