//! The kinds of quotation marks, for scripts.

#[allow(dead_code, reason = "the crate asks more of the table")]
#[path = "../../src/quotation_marks.rs"]
mod quotation_marks;

use quotation_marks::KINDS;

/// A script that gives for each mark of one character those that close what it opens.
pub fn script() -> String {
    let is_one = |mark: &str| mark.chars().count() == 1;
    let kinds = KINDS
        .iter()
        .filter(|kind| is_one(kind.open) && is_one(kind.close));
    let mut closing: Vec<(&str, String)> = Vec::new();
    for kind in kinds {
        match closing.iter_mut().find(|(open, _)| *open == kind.open) {
            Some((_, closing)) => closing.push_str(kind.close),
            None => closing.push((kind.open, kind.close.to_owned())),
        }
    }
    let rows: Vec<String> = closing
        .iter()
        .map(|(open, closing)| format!("{open:?}:{closing:?}"))
        .collect();
    format!("export const CLOSING={{{}}};\n", rows.join(","))
}

#[cfg(test)]
mod tests {
    use super::script;

    #[test]
    fn a_mark_may_be_closed_by_several() {
        let script = script();
        for row in ["\"“\":\"”\"", "\"„\":\"“”\"", "\"\\\"\":\"\\\"\""] {
            assert!(script.contains(row), "{row} in {script}");
        }
    }
}
