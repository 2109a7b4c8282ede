//! Writes lines of a script without the blanks that nobody needs but its readers.

/// The characters that names and keywords are made of: two such words need a blank between them.
const fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '$' | '#') || !c.is_ascii()
}

/// Takes lines one after the other: texts between backticks may go over several.
#[derive(Default)]
pub struct Tightener {
    /// The ends of what is open: a backtick of a text, a brace of the code in one.
    open: Vec<char>,
}

impl Tightener {
    /// The same line, as short as it can be without another meaning.
    pub fn tighten(&mut self, line: &str) -> String {
        let mut tight = String::with_capacity(line.len());
        let mut rest = line;
        while let Some(c) = rest.chars().next() {
            let len = match (self.open.last(), c) {
                (Some('`'), _) => self.text(rest),
                (_, '"' | '\'') => string(rest, c),
                (_, '/') if rest.starts_with("//") && begins_pattern(&tight) => break,
                (_, '/') if rest.starts_with("/*") => comment(rest),
                (_, '/') if begins_pattern(&tight) => pattern(rest),
                (_, ' ') => {
                    let next = rest.trim_start().chars().next();
                    if needs_blank(tight.chars().next_back(), next) {
                        tight.push(' ');
                    }
                    rest = rest.trim_start();
                    continue;
                }
                _ => self.code(c),
            };
            tight.push_str(&rest[..len]);
            rest = &rest[len..];
        }
        tight
    }

    /// A character of code; returns its length.
    fn code(&mut self, c: char) -> usize {
        match c {
            '`' | '{' if c == '`' || !self.open.is_empty() => {
                self.open.push(if c == '`' { '`' } else { '}' });
            }
            '}' => {
                self.open.pop();
            }
            _ => {}
        }
        c.len_utf8()
    }

    /// The length of a text from here, up to its end, that of the line or the code within.
    fn text(&mut self, rest: &str) -> usize {
        let mut is_escaped = false;
        for (at, c) in rest.char_indices() {
            match c {
                _ if is_escaped => {}
                '`' => {
                    self.open.pop();
                    return at + 1;
                }
                '$' if rest[at..].starts_with("${") => {
                    self.open.push('}');
                    return at + 2;
                }
                _ => {}
            }
            is_escaped = c == '\\' && !is_escaped;
        }
        rest.len()
    }
}

/// The length of a string with its marks.
fn string(rest: &str, mark: char) -> usize {
    let mut is_escaped = true;
    let end = rest.find(|c| {
        let is_end = c == mark && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_end
    });
    end.map_or(rest.len(), |end| end + 1)
}

/// The length of a comment within a line: bundlers read some.
fn comment(rest: &str) -> usize {
    rest.find("*/").map_or(rest.len(), |end| end + 2)
}

/// Whether a slash behind this begins a pattern: where no value stands that it could divide.
fn begins_pattern(before: &str) -> bool {
    let last = before.chars().next_back();
    last.is_none_or(|c| "(,=:[!&|?{};+>".contains(c)) || before.ends_with("return")
}

/// The length of a pattern with its slashes.
fn pattern(rest: &str) -> usize {
    let (mut is_escaped, mut is_class) = (true, false);
    let end = rest.find(|c| {
        let is_end = c == '/' && !is_escaped && !is_class;
        is_class = !is_escaped && (c == '[' || is_class && c != ']') || is_escaped && is_class;
        is_escaped = c == '\\' && !is_escaped;
        is_end
    });
    end.map_or(rest.len(), |end| end + 1)
}

/// Whether two characters mean something else without a blank between them.
fn needs_blank(before: Option<char>, next: Option<char>) -> bool {
    match (before, next) {
        (Some(before), Some(next)) => {
            is_name(before) && is_name(next) || before == next && matches!(next, '+' | '-' | '/')
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::Tightener;

    #[test]
    fn blanks_go_where_nothing_changes() {
        let cases = [
            ("const a = b + c;", "const a=b+c;"),
            ("a + +b - -c", "a+ +b- -c"),
            ("return { a, b: [1, 2] };", "return{a,b:[1,2]};"),
            (
                "for (const #a of this.#b) if (x in y) z();",
                "for(const #a of this.#b)if(x in y)z();",
            ),
            (
                r#"say("a  b", 'c " d', "e \" f");"#,
                r#"say("a  b",'c " d',"e \" f");"#,
            ),
            (
                "`a + ${b + `c  ${d + e}`}  f` + g",
                "`a + ${b+`c  ${d+e}`}  f`+g",
            ),
            ("`${{ a: 1 }.a}  b`", "`${{a:1}.a}  b`"),
            (
                r"x = /a  [/ \]]  b/g.test(y) ? a / b : c",
                r"x=/a  [/ \]]  b/g.test(y)?a/b:c",
            ),
            ("return /  /.test(a)", "return/  /.test(a)"),
            ("let a = 1; // `one", "let a=1;"),
            (
                "import(/* @x */ /* y: 1 */ \"z\")",
                "import(/* @x */ /* y: 1 */\"z\")",
            ),
            ("(a) => /  /.test(a)", "(a)=>/  /.test(a)"),
        ];
        for (line, expected) in cases {
            assert_eq!(Tightener::default().tighten(line), expected, "{line}");
        }
    }

    #[test]
    fn a_text_of_several_lines_stays() {
        let mut tightener = Tightener::default();
        let lines = ["a = `", "calc(1px + 2px)", "` + b"].map(|line| tightener.tighten(line));
        assert_eq!(lines, ["a=`", "calc(1px + 2px)", "`+b"]);
    }
}
