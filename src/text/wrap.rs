//! Texts whose lines were broken to a width: mails, wire copy, what is copied out of a PDF.

use std::borrow::Cow;

use crate::quotation_marks::closes;

/// Lines that are broken to a width are so wide, in characters.
const WIDTHS: std::ops::RangeInclusive<usize> = 30..=110;

/// So many breaks show whether a text is broken to a width.
const ENOUGH: usize = 2;

/// A line, from where it begins to its break.
#[derive(Clone, Copy)]
struct Line<'t> {
    words: &'t str,
    /// The byte behind its last word or blank: where the break is.
    end: usize,
    /// The byte behind the break.
    next: usize,
    width: usize,
}

/// How two lines in a row meet.
struct Meeting {
    /// The next word would not have fitted in, or not the whole of the last.
    is_tight: bool,
    /// The last word of the line is cut by a hyphen.
    is_cut: bool,
    /// The next line begins as no sentence does.
    goes_on: bool,
    /// The line ends as a sentence does.
    is_closed: bool,
}

/// The same text with a space where a line was broken to a width, byte for byte in the same place. A hyphen before the
/// break becomes a soft one.
pub fn unwrapped(text: &str) -> Cow<'_, str> {
    let lines = lines_of(text);
    let mut bytes = None;
    let mut widest = 0;
    for is_short in [false, true] {
        for part in lines.split(|line| line.words.is_empty()) {
            let width = part.iter().map(|line| line.width).max().unwrap_or(0);
            let is_wrapped = match is_short {
                false => is_wrapped(part, width),
                true => part.len() > 1 && part.len() <= ENOUGH && width <= widest,
            };
            if is_wrapped {
                widest = widest.max(width);
                let width = if is_short { widest } else { width };
                let bytes = bytes.get_or_insert_with(|| text.as_bytes().to_vec());
                part.windows(2)
                    .for_each(|pair| join(bytes, pair[0], pair[1], width, is_short));
            }
        }
        if widest == 0 {
            break;
        }
    }
    let joined = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    joined.map_or(Cow::Borrowed(text), Cow::Owned)
}

fn lines_of<'t>(text: &'t str) -> Vec<Line<'t>> {
    if !text.contains('\n') {
        return Vec::new();
    }
    let mut at = 0;
    let line = |line: &'t str| {
        let start = at;
        at += line.len();
        let bare = line.trim_end_matches(['\n', '\r']);
        let words = bare.trim();
        Line {
            words,
            end: start + bare.len(),
            next: at,
            width: words.chars().take(WIDTHS.end() + 1).count(),
        }
    };
    text.split_inclusive('\n').map(line).collect()
}

/// Whether the lines of a part between two empty lines are broken to their width.
fn is_wrapped(part: &[Line], width: usize) -> bool {
    let breaks = part.len().saturating_sub(1);
    if breaks < ENOUGH || !WIDTHS.contains(&width) {
        return false;
    }
    let (mut tight, mut on, mut open) = (0, 0, 0);
    for pair in part.windows(2) {
        let meeting = Meeting::of(pair[0], pair[1], width);
        tight += usize::from(meeting.is_tight);
        on += usize::from(meeting.goes_on);
        open += usize::from(meeting.goes_on || !meeting.is_closed);
    }
    10 * tight >= 7 * breaks && 10 * on >= 3 * breaks && 10 * open >= 7 * breaks
}

impl Meeting {
    fn of(line: Line, next: Line, width: usize) -> Self {
        let first = next.words.split_whitespace().next().unwrap_or_default();
        let end = line.words.trim_end_matches(|c| c == ')' || closes(c));
        let goes_on = next.words.starts_with(char::is_lowercase);
        let stem = line.words.strip_suffix('-').unwrap_or_default();
        let is_cut = goes_on && stem.ends_with(char::is_lowercase);
        Self {
            is_tight: is_cut || line.width + 1 + first.chars().count() > width,
            is_cut,
            goes_on,
            is_closed: end.ends_with(['.', '!', '?', ':']),
        }
    }
}

/// Joins two lines, unless the first ends a paragraph or the second is an item of a list.
fn join(bytes: &mut [u8], line: Line, next: Line, width: usize, must_be_tight: bool) {
    let meeting = Meeting::of(line, next, width);
    let is_end = !meeting.is_tight && (meeting.is_closed || must_be_tight);
    if is_end || is_item(next.words) {
        return;
    }
    bytes[line.end..line.next].fill(b' ');
    if meeting.is_cut && line.next == line.end + 1 {
        // Two bytes, as long as what they stand for.
        let hyphen = line.end.saturating_sub(1)..line.next;
        if let Some(bytes) = bytes.get_mut(hyphen)
            && bytes == b"- "
        {
            bytes.copy_from_slice("\u{ad}".as_bytes());
        }
    }
}

fn is_item(words: &str) -> bool {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_number = rest.len() < words.len() && rest.starts_with(['.', ')']);
    is_number || words.starts_with(['-', '*', '•', '–', '—'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, text: &str, expected: &str) {
        let found = unwrapped(text);
        assert_eq!(found, expected, "{name}");
        assert_eq!(found.len(), text.len(), "{name}");
    }

    #[test]
    fn lines_that_are_broken_to_a_width_run_on() {
        check(
            "a mail",
            "The harbour master said on Monday that Lina\nMoreau would not come. “We have waited long\nenough,” he told the town’s council, which\nwill vote on Friday.\n\nIt rained.",
            "The harbour master said on Monday that Lina Moreau would not come. “We have waited long enough,” he told the town’s council, which will vote on Friday.\n\nIt rained.",
        );
        check(
            "with the line ends of old machines",
            "The harbour master said on Monday that Lina\r\nMoreau would not come. “We have waited long\r\nenough,” he told the town’s council, which\r\nwill vote on Friday.",
            "The harbour master said on Monday that Lina  Moreau would not come. “We have waited long  enough,” he told the town’s council, which  will vote on Friday.",
        );
        check(
            "hyphens at the ends of lines",
            "The harbour master announced that the coun-\ncil would not meet before the end of the sum-\nmer, as the hall of the town is being paint-\ned by the pupils of its schools.",
            "The harbour master announced that the coun\u{ad}cil would not meet before the end of the sum\u{ad}mer, as the hall of the town is being paint\u{ad}ed by the pupils of its schools.",
        );
        check(
            "a hyphen of a name",
            "The harbour master said on Monday that Ann-\nMarie Moreau would come, and that the town\nwould wait for her until the ferry was in.",
            "The harbour master said on Monday that Ann- Marie Moreau would come, and that the town would wait for her until the ferry was in.",
        );
        check(
            "a short paragraph beside a long one",
            "The harbour master said on Monday that Lina\nMoreau would not come. “We have waited long\nenough,” he told the town’s council.\n\nNobody asked her why she was not there, or\nwhere she was.",
            "The harbour master said on Monday that Lina Moreau would not come. “We have waited long enough,” he told the town’s council.\n\nNobody asked her why she was not there, or where she was.",
        );
        check(
            "paragraphs without an empty line between",
            "The harbour master said on Monday that Lina\nMoreau would not come.\nThe ferry sank on Tuesday, and nobody of the\ncrew of nine could say how or why it did so,\nor when.",
            "The harbour master said on Monday that Lina Moreau would not come.\nThe ferry sank on Tuesday, and nobody of the crew of nine could say how or why it did so, or when.",
        );
    }

    #[test]
    fn lines_that_are_meant_stay() {
        for (name, text) in [
            ("none", ""),
            ("one", "It rained."),
            (
                "paragraphs of one line",
                "The harbour master said on Monday that it rained.\nLina Moreau did not come.\nThe vote is on Friday, he said.",
            ),
            (
                "a list of people",
                "Lina Moreau, the mayor of Merrow\nTom Hale, who runs the harbour\nAna Ruiz, who was there as well\nBen Okri, a teacher at the school",
            ),
            (
                "a poem",
                "The rain came down on all of us\nand nobody knew\nwhat it was that we had lost\nin the dark of the ferry\nor when",
            ),
            ("an address", "Harbour Trust\n12 Quay Road\nMerrow"),
            (
                "items",
                "The harbour master said on Monday that they\n- would come on the ferry to the old town hall\n- would not stay there until the vote was in\n- would go home",
            ),
            (
                "one break",
                "The harbour master said on Monday that Lina\nMoreau would not come.",
            ),
        ] {
            check(name, text, text);
        }
    }
}
