//! A small engine of regular expressions for texts of a few letters.
//!
//! It knows letters, classes, groups, alternatives, `?` and `*`, and follows all ways of matching at
//! once: where they have come to is a set of places, one bit for each. So it needs no table that would
//! have to be made first, and its time is that of reading the expression once, however it is written.

/// An expression, which matches at the start of what it is given.
pub(super) struct Expression(String);

/// A set of places in a text.
type Places = u64;

impl Expression {
    /// No text may have more bytes.
    pub const LONGEST: usize = Places::BITS as usize - 1;

    /// An expression from a pattern, in which pieces are named.
    pub fn new(pieces: &[(&str, &str)], pattern: &str) -> Self {
        let mut pattern: String = pattern.lines().map(str::trim).collect();
        for (name, piece) in pieces {
            pattern = pattern.replace(name, piece);
        }
        Self(pattern)
    }

    /// How many bytes at the start of a text it matches at the most; 0 where it does not match.
    pub fn matched(&self, text: &str) -> usize {
        let mut places = [0; 128];
        for (place, &letter) in text.as_bytes().iter().take(Self::LONGEST).enumerate() {
            places[usize::from(letter & 0x7f)] |= 1 << place;
        }
        let pattern = self.0.as_bytes();
        let ends = Run { pattern, places }.alternatives(1);
        ends.checked_ilog2().map_or(0, |end| end as usize)
    }
}

/// What is left of a pattern, and where in the text each letter of ASCII stands.
struct Run<'p> {
    pattern: &'p [u8],
    places: [Places; 128],
}

impl Run<'_> {
    fn next(&mut self) -> Option<u8> {
        let (&first, rest) = self.pattern.split_first()?;
        self.pattern = rest;
        Some(first)
    }

    fn next_is(&mut self, letter: u8) -> bool {
        let is_next = self.pattern.first() == Some(&letter);
        self.pattern = &self.pattern[usize::from(is_next)..];
        is_next
    }

    /// Where the alternatives up to the end of their group lead from some places.
    fn alternatives(&mut self, from: Places) -> Places {
        let mut ends = 0;
        let mut here = from;
        loop {
            match self.pattern.first() {
                None | Some(b')') => {
                    self.next();
                    return ends | here;
                }
                Some(b'|') => {
                    self.next();
                    ends |= here;
                    here = from;
                }
                Some(_) => here = self.repeated(here),
            }
        }
    }

    /// Where the next item leads, with the mark behind it that tells how often it may stand there.
    fn repeated(&mut self, from: Places) -> Places {
        let item = self.pattern;
        let mut ends = self.item(from);
        if self.next_is(b'?') {
            return from | ends;
        }
        let behind = self.pattern;
        if !self.next_is(b'*') {
            return ends;
        }
        let mut all = from;
        while ends & !all != 0 {
            all |= ends;
            self.pattern = item;
            ends = self.item(all);
        }
        self.pattern = &behind[1..];
        all
    }

    /// Where a group, a class or a letter leads.
    fn item(&mut self, from: Places) -> Places {
        match self.next() {
            Some(b'(') => self.alternatives(from),
            Some(b'[') => {
                let mut ends = 0;
                while let Some(letter) = self.next()
                    && letter != b']'
                {
                    ends |= self.letter(from, letter);
                }
                ends
            }
            Some(b'\\') => {
                let letter = self.next();
                letter.map_or(0, |letter| self.letter(from, letter))
            }
            Some(letter) => self.letter(from, letter),
            None => from,
        }
    }

    fn letter(&self, from: Places, letter: u8) -> Places {
        (from & self.places[usize::from(letter & 0x7f)]) << 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every text of so many letters.
    fn texts(letters: &str, length: u32) -> impl Iterator<Item = String> {
        let letters = letters.as_bytes();
        (0..letters.len().pow(length)).map(move |mut number| {
            let mut next = || {
                let letter = letters[number % letters.len()];
                number /= letters.len();
                char::from(letter)
            };
            (0..length).map(|_| next()).collect()
        })
    }

    #[test]
    fn the_longest_match_is_that_of_a_known_engine() {
        let patterns = [
            "a",
            "ab|a",
            "a|ab",
            "a?b",
            "(a|b)*c",
            "a(b(c|a)?)*",
            "[ab]c*",
            "(ab*)*c",
            r"a\.?b",
            "(a|ab)(c|bca)",
            "a||b",
            "()*a",
            "(a*)*b",
        ];
        for pattern in patterns {
            let own = Expression::new(&[], pattern);
            let known = regex::Regex::new(&format!(r"\A({pattern})\z")).expect("a sound pattern");
            for text in texts("abc.", 6) {
                let longest = (0..=text.len())
                    .rev()
                    .find(|&end| known.is_match(&text[..end]));
                assert_eq!(
                    own.matched(&text),
                    longest.unwrap_or(0),
                    "{pattern} in {text}"
                );
            }
        }
    }

    #[test]
    fn pieces_are_put_in_by_name() {
        let own = Expression::new(
            &[("{some}", "(a|b)"), ("{end}", "c")],
            "{some}\n    {end}?d",
        );
        assert_eq!(
            (own.matched("bcd"), own.matched("ad"), own.matched("cd")),
            (3, 2, 0)
        );
    }

    #[test]
    fn no_more_than_the_longest_text_is_read() {
        let long = "a".repeat(100);
        assert_eq!(
            Expression::new(&[], "a*").matched(&long),
            Expression::LONGEST
        );
    }
}
