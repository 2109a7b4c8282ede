//! Texts made of the words that news is made of, in any order: what rules about neighbours break on.

/// The pieces of a text, by what they do in it. Each kind is as likely as any other.
const KINDS: &[&[&str]] = &[
    // Names, with and without what stands before them.
    &[
        "Ana Ruiz",
        "Orr",
        "Mr. Lane",
        "Dr",
        "Leeds",
        "Kenya",
        "the BBC",
        "U.S.",
        "Ruiz-Lane",
        "McKay",
        "van der Berg",
        "MARA",
        "Northgate Ltd",
        "St. Marl",
        "@ana_ruiz",
        "May",
    ],
    // Those who are not named.
    &[
        "he",
        "she",
        "they",
        "who",
        "I",
        "we",
        "it",
        "nobody",
        "one of them",
        "his",
        "the mayor",
        "a witness",
        "police",
        "residents",
        "her lawyer",
        "the jury",
        "a spokesman for",
        "no one",
    ],
    // Verbs that report.
    &[
        "said",
        "says",
        "told",
        "told reporters",
        "asked",
        "asked whether",
        "added",
        "snapped",
        "wrote",
        "tweeted",
        "according to",
        "said that",
        "insisted",
        "denied",
        "called",
        "warned of",
        "put it",
        "read",
        "as",
        "say",
    ],
    // The same, of those who hear or of whom something is said.
    &[
        "was told",
        "was told that",
        "were asked",
        "is said to",
        "accused of",
        "described as",
        "praised for",
        "seen by",
        "was quoted as saying",
        "told",
        "by",
        "had been called",
    ],
    // What holds a sentence together.
    &[
        "the", "a", "of", "and", "but", "that", "which", "with", "to", "in", "while", "not",
        "never", "would", "was", "had", "has", "its", "from", "if", "or", "for",
    ],
    // What else there is to say.
    &[
        "plan",
        "failed",
        "late",
        "road",
        "bridge",
        "rising",
        "badly",
        "open",
        "words",
        "answer",
        "a sign reading",
        "on Monday",
        "12",
        "2024",
        "$3m",
        "16:05",
        "‘90s",
        "rock ’n’ roll",
        "ex",
        "Q",
        "A",
        "Photo",
        "Exclusive",
    ],
    // Marks within a sentence.
    &[
        ",", ",", ",", ":", ";", "—", "–", "-", "--", "(", ")", "’s", "’", "...", "…", "/", "|",
        "•",
    ],
    // Quotation marks.
    &[
        "“", "”", "“", "”", "\"", "‘", "’", "'", "''", "``", "«", "»", "“", ",”", ".”", "?”",
    ],
    // The ends of sentences and of lines.
    &[
        ".", ".", "?", "!", "\n", "\n\n", "\n\n", "\r\n", ".\n\n", "By", "LEEDS", "\u{2028}",
        "\u{a0}", ".",
    ],
];

/// A text from numbers, of which each two choose a piece and whether a blank stands before it.
pub fn text(numbers: impl IntoIterator<Item = u8>) -> String {
    let mut numbers = numbers.into_iter();
    let mut text = String::new();
    while let (Some(kind), Some(piece)) = (numbers.next(), numbers.next()) {
        let pieces = KINDS[usize::from(kind >> 2) % KINDS.len()];
        let piece = pieces[usize::from(piece) % pieces.len()];
        // Now and then marks stand where nobody puts them.
        let is_mark = piece.starts_with(|c: char| !c.is_alphanumeric() && !"“‘«(".contains(c));
        let is_odd = kind & 3 == 3;
        let is_behind_opening = text.ends_with(['“', '‘', '«', '(', '\n']);
        if !text.is_empty() && (is_mark || is_behind_opening) == is_odd {
            text.push(' ');
        }
        text.push_str(piece);
    }
    text
}

/// The text of a number: the same text each time.
pub fn text_of(number: u64) -> String {
    const LONGEST: u64 = 12;
    let mut state = number;
    let mut next = move || {
        // SplitMix64
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    };
    let pieces = 1 + next() % LONGEST;
    text((0..2 * pieces).map(|_| next() as u8))
}
