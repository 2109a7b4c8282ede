//! Expressions that read bytes from a place on, written as constants.
//!
//! They mean what regular expressions do: of several ways the first that lets all match is
//! taken. Nothing is compiled, so that the first article of a page waits for nothing; an engine
//! for these two expressions took longer to build than all else that a first article needs.

/// A part of an expression.
#[derive(Debug)]
pub enum Expression {
    /// One of these words, tried in order.
    Word(&'static [&'static str]),
    /// A byte from one to another.
    Byte(u8, u8),
    /// All of these, one behind the other.
    All(&'static [Expression]),
    /// One of these, tried in order.
    One(&'static [Expression]),
    /// This or nothing.
    Maybe(&'static Expression),
    /// This as often as it goes, up to a number of times, or never.
    Repeat(&'static Expression, usize),
    /// Where a run of ASCII letters, digits and underscores begins or ends.
    Edge,
}

/// What must match behind a part: the end of the whole, from where the part ended.
type Rest<'r> = &'r dyn Fn(usize) -> Option<usize>;

impl Expression {
    /// Where the expression ends that begins with the text.
    pub fn end(&self, text: &str) -> Option<usize> {
        self.then(text.as_bytes(), 0, &Some)
    }

    fn then(&self, text: &[u8], at: usize, rest: Rest) -> Option<usize> {
        match self {
            Self::Word(words) => {
                let ahead = &text[at..];
                // Most words differ in their first byte.
                let first = ahead.first();
                let mut found = words
                    .iter()
                    .filter(|word| word.as_bytes().first() == first)
                    .filter(|word| ahead.starts_with(word.as_bytes()));
                found.find_map(|word| rest(at + word.len()))
            }
            Self::Byte(low, high) => {
                let byte = text.get(at)?;
                (low..=high).contains(&byte).then(|| rest(at + 1))?
            }
            Self::All(parts) => all(parts, text, at, rest),
            Self::One(ways) => ways.iter().find_map(|way| way.then(text, at, rest)),
            Self::Maybe(part) => repeat(part, 1, text, at, rest),
            Self::Repeat(part, most) => repeat(part, *most, text, at, rest),
            Self::Edge => is_edge(text, at).then(|| rest(at))?,
        }
    }
}

fn all(parts: &[Expression], text: &[u8], at: usize, rest: Rest) -> Option<usize> {
    match parts {
        [] => rest(at),
        [first, others @ ..] => first.then(text, at, &|at| all(others, text, at, rest)),
    }
}

fn repeat(part: &Expression, most: usize, text: &[u8], at: usize, rest: Rest) -> Option<usize> {
    if most > 0
        && let Some(end) = part.then(text, at, &|at| repeat(part, most - 1, text, at, rest))
    {
        return Some(end);
    }
    rest(at)
}

fn is_edge(text: &[u8], at: usize) -> bool {
    let is_word = |at: Option<usize>| {
        at.and_then(|at| text.get(at))
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
    };
    is_word(at.checked_sub(1)) != is_word(Some(at))
}

#[cfg(test)]
mod tests {
    use super::Expression::{self, All, Byte, Edge, Maybe, One, Repeat, Word};

    #[test]
    fn the_first_way_that_lets_all_match_is_taken() {
        const DIGIT: Expression = Byte(b'0', b'9');
        let cases: &[(&str, Expression, &str, Option<usize>)] = &[
            ("word", Word(&["a", "an"]), "an", Some(1)),
            (
                "going back",
                All(&[Word(&["a", "an"]), Edge]),
                "an",
                Some(2),
            ),
            ("maybe", All(&[Maybe(&DIGIT), DIGIT]), "7", Some(1)),
            ("as often as it goes", Repeat(&DIGIT, 3), "12345", Some(3)),
            ("never", Repeat(&DIGIT, 3), "x", Some(0)),
            ("one of two", One(&[DIGIT, Word(&["x"])]), "x", Some(1)),
            ("no edge", All(&[DIGIT, Edge]), "1a", None),
            ("the end", All(&[DIGIT, DIGIT]), "1", None),
        ];
        for (name, expression, text, end) in cases {
            assert_eq!(expression.end(text), *end, "{name}");
        }
    }
}
