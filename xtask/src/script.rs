//! Makes a script as small as it can be, with the map by which a debugger shows where each part came from.

use anyhow::{Result, anyhow, ensure};
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions, CommentOptions};
use oxc_compat::EngineTargets;
use oxc_minifier::{CompressOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_sourcemap::{SourceMap, SourceMapBuilder};
use oxc_span::SourceType;

/// The language that every browser of README's table knows.
const TARGET: &str = "es2022";

/// A script in the making, line by line.
#[derive(Default)]
pub struct Script {
    text: String,
    /// The source and the line in it that each line came from, if anybody would look at it.
    origins: Vec<Option<(u32, u32)>>,
    /// The path and the content of each source.
    sources: Vec<(String, String)>,
}

impl Script {
    /// Lines that came from nowhere that anybody would look at.
    pub fn made(&mut self, lines: &str) {
        for line in lines.lines() {
            self.push(line, None);
        }
    }

    /// The lines of a source that are wanted; the others stay empty.
    pub fn source(&mut self, path: String, content: &str, is_wanted: impl Fn(&str) -> bool) {
        let source = self.sources.len() as u32;
        for (number, line) in (0..).zip(content.lines()) {
            let line = if is_wanted(line) { line } else { "" };
            self.push(line, Some((source, number)));
        }
        self.sources.push((path, String::from(content)));
    }

    fn push(&mut self, line: &str, origin: Option<(u32, u32)>) {
        self.text.push_str(line);
        self.text.push('\n');
        self.origins.push(origin);
    }

    /// The script, made small, and its map, which lies beside it.
    pub fn finish(self, name: &str) -> Result<(String, String)> {
        let allocator = Allocator::default();
        let parsed = Parser::new(&allocator, &self.text, SourceType::mjs()).parse();
        ensure!(
            parsed.diagnostics.is_empty(),
            "{name} is no script: {:?}",
            parsed.diagnostics
        );
        let mut program = parsed.program;
        let target = EngineTargets::from_target(TARGET).map_err(|error| anyhow!(error))?;
        let minified = Minifier::new(MinifierOptions {
            compress: Some(CompressOptions {
                target,
                ..CompressOptions::smallest()
            }),
            ..MinifierOptions::default()
        })
        .minify(&allocator, &mut program);
        // Bundlers read what some comments say.
        let comments = CommentOptions {
            annotation: true,
            ..CommentOptions::disabled()
        };
        let small = Codegen::new()
            .with_options(CodegenOptions {
                comments,
                source_map_path: Some(name.into()),
                ..CodegenOptions::minify()
            })
            .with_scoping(minified.scoping)
            .with_private_member_mappings(minified.class_private_mappings)
            .build(&program);
        let map = small.map.map(|map| self.lead_back(name, &map));
        let code = quoted(small.code);
        let script = [&*code, "\n//# sourceMappingURL=", name, ".map\n"].concat();
        Ok((script, map.unwrap_or_default()))
    }

    /// The map of the small script to the joined one, as one to its sources.
    fn lead_back(&self, name: &str, map: &SourceMap) -> String {
        let mut builder = SourceMapBuilder::default();
        builder.set_file(name);
        for (path, content) in &self.sources {
            builder.set_source_and_content(path, content);
        }
        for token in map.get_tokens() {
            let origin = self.origins.get(token.get_src_line() as usize);
            let (source, line) = origin.copied().flatten().unzip();
            builder.add_token(
                token.get_dst_line(),
                token.get_dst_col(),
                line.unwrap_or_default(),
                token.get_src_col(),
                source,
                None,
            );
        }
        builder.into_sourcemap().to_json_string()
    }
}

/// The same script with `"` around addresses, not backticks: bundlers look for these.
fn quoted(mut code: String) -> String {
    for call in ["import(`", "new URL(`"] {
        let mut from = 0;
        while let Some(found) = code[from..].find(call) {
            let start = from + found + call.len();
            let address = code[start..].split('`').next().unwrap_or_default();
            let end = start + address.len();
            let is_plain = !address.contains(['"', '$', '\\']);
            if is_plain && end < code.len() {
                code.replace_range(end..=end, "\"");
                code.replace_range(start - 1..start, "\"");
            }
            from = start;
        }
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_small_and_leads_to_its_source() -> Result<()> {
        let mut script = Script::default();
        script.made("const made = () => 1;");
        let source =
            "// One\nimport { made } from \"./made.js\";\nexport const long = made() + made();\n";
        script.source(String::from("a.js"), source, |line| {
            !line.starts_with("import ")
        });
        let (small, map) = script.finish("b.js")?;
        let expected = "const e=()=>1;export const long=e()+e();\n//# sourceMappingURL=b.js.map\n";
        assert_eq!(small, expected);
        let map = SourceMap::from_json_string(&map)?;
        let lines: Vec<_> = map
            .get_source_view_tokens()
            .filter_map(|token| Some((token.get_source()?, token.get_src_line())))
            .collect();
        assert!(lines.contains(&("a.js", 2)), "{lines:?}");
        Ok(())
    }

    #[test]
    fn what_bundlers_read_stays() -> Result<()> {
        let cases = [
            (r#"import("./a.js")"#, r#"import("./a.js")"#),
            (r"import(`./${e}.js`)", r"import(`./${e}.js`)"),
            (
                r#"new URL("a.wasm", import.meta.url)"#,
                r#"new URL("a.wasm",import.meta.url)"#,
            ),
            (r#"import(/* @vite-ignore */ "a")"#, "@vite-ignore"),
            (
                r#"import(/* webpackIgnore: true */ "a")"#,
                "webpackIgnore: true",
            ),
        ];
        for (code, wanted) in cases {
            let mut script = Script::default();
            script.made(&format!("export const read = (e) => {code};"));
            let (small, _) = script.finish("b.js")?;
            assert!(small.contains(wanted), "{small}");
        }
        Ok(())
    }

    #[test]
    fn what_is_no_script_is_refused() {
        let mut script = Script::default();
        script.made("let = 1 1");
        assert!(script.finish("b.js").is_err());
    }
}
