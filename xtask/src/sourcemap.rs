//! Writes a script line by line, with the map by which a debugger shows where each line came from.

use serde_json::json;

/// The letters of base 64, in which source maps write numbers.
const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// A script in the making.
#[derive(Default)]
pub struct Script {
    text: String,
    mappings: String,
    sources: Vec<String>,
    contents: Vec<String>,
    /// The source and its line that the last mapped line came from.
    last: [i64; 2],
}

impl Script {
    /// A line that came from nowhere that anybody would look at.
    pub fn made(&mut self, line: &str) {
        self.push(line);
        self.mappings.push(';');
    }

    /// The lines that follow come from this source.
    pub fn source(&mut self, path: String, content: &str) {
        self.sources.push(path);
        self.contents.push(String::from(content));
    }

    /// A line of the last source, by its number from 0.
    pub fn line(&mut self, number: usize, line: &str) {
        let place = [self.sources.len() as i64 - 1, number as i64];
        self.mappings.push('A');
        for (now, last) in place.iter().zip(self.last) {
            vlq(now - last, &mut self.mappings);
        }
        self.mappings.push_str("A;");
        self.last = place;
        self.push(line);
    }

    /// The script and its map, which lies beside it.
    pub fn finish(mut self, name: &str) -> (String, String) {
        self.push(&format!("//# sourceMappingURL={name}.map"));
        let map = json!({
            "version": 3,
            "file": name,
            "sources": self.sources,
            "sourcesContent": self.contents,
            "names": [],
            "mappings": self.mappings,
        });
        (self.text, map.to_string())
    }

    fn push(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }
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

#[cfg(test)]
mod tests {
    use super::{Script, vlq};

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
    fn a_line_leads_to_its_source() {
        let mut script = Script::default();
        script.made("made");
        script.source(String::from("a.js"), "// one\ntwo\n");
        script.line(1, "two");
        let (text, map) = script.finish("b.js");
        assert_eq!(text, "made\ntwo\n//# sourceMappingURL=b.js.map\n");
        assert!(map.contains("\"mappings\":\";AACA;\""), "{map}");
    }
}
