//! Puts the style sheets into a script, so that the element brings its looks along without a
//! request, and without a word to the bundlers about what a style sheet is.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};

/// A script that exports sheets of www, by the names given with them.
pub fn script(www: &Path, sheets: &[(&str, &str)]) -> Result<String> {
    let mut script = String::new();
    for (name, file) in sheets {
        let css = compact(&fs::read_to_string(www.join(file))?);
        let is_plain = css.is_ascii() && !css.contains(['`', '\\', '$']);
        ensure!(is_plain, "{file} must be plain ASCII, without ` \\ and $");
        writeln!(script, "export const {name} = `{css}`;")?;
    }
    Ok(script)
}

/// The sheet without its comments, and with every run of white space as one space.
fn compact(css: &str) -> String {
    let mut bare = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn comments_and_line_breaks_go() {
        let css = "/* one */\na {\n  color: red; /* two */\n}\n/* open";
        assert_eq!(compact(css), "a { color: red; }");
    }
}
