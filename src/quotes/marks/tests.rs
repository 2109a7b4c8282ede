//! A table of how quotations are marked.

use super::pair;
use crate::text::Document;

/// The outermost quotations of a text, marks included.
fn found(text: &str) -> Vec<&str> {
    let document = Document::new(text);
    pair(&document)
        .into_iter()
        .map(|quotation| document.span(quotation.tokens).of(text))
        .collect()
}

#[test]
fn quotations_are_paired_in_every_style() {
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "curly",
            "“We won,” she said. “At last.”",
            &["“We won,”", "“At last.”"],
        ),
        (
            "straight",
            "\"We won,\" she said. \"At last.\"",
            &["\"We won,\"", "\"At last.\""],
        ),
        (
            "British",
            "‘We won,’ she said. ‘At last.’",
            &["‘We won,’", "‘At last.’"],
        ),
        (
            "straight and single",
            "'We won,' she said. 'At last.'",
            &["'We won,'", "'At last.'"],
        ),
        ("German", "„We won“, she said.", &["„We won“"]),
        ("German, single", "She said ‚We won‘ twice.", &["‚We won‘"]),
        ("guillemets", "«We won», she said.", &["«We won»"]),
        (
            "guillemets turned inwards",
            "She said: »We won«.",
            &["»We won«"],
        ),
        (
            "single guillemets",
            "She said ‹We won› twice.",
            &["‹We won›"],
        ),
        ("typed accents", "``We won,'' she said.", &["``We won,''"]),
        (
            "nested, American",
            "“He called it ‘a gift’ to us,” she said.",
            &["“He called it ‘a gift’ to us,”"],
        ),
        (
            "a single pair in a double mark that nothing closes",
            "‘We won, she said. “‘Yes’ was all.",
            &["“‘Yes’ was all."],
        ),
        (
            "nested, British",
            "‘He called it “a gift” to us,’ she said.",
            &["‘He called it “a gift” to us,’"],
        ),
        (
            "a decade",
            "It was in the '90s, the ’90s and no later.",
            &[],
        ),
        ("a name", "Mr. O'Neill met Ms. D’Arcy.", &[]),
        (
            "a plural's owner",
            "The dogs' owner and the Giants’ coach left.",
            &[],
        ),
        ("clipped words", "Rock 'n' roll 'til dawn, 'tis true.", &[]),
        ("feet and inches", "He is 6'2\" tall, she 5'10\".", &[]),
        (
            "an apostrophe within single marks",
            "‘We don’t know,’ said the dogs’ owner.",
            &["‘We don’t know,’"],
        ),
        (
            "single marks within single marks",
            "'They ask, 'Why now?'' she said. 'He says 'soon' and no more,' she said.",
            &["'They ask, 'Why now?''", "'He says 'soon' and no more,'"],
        ),
        (
            "the same in curly marks",
            "‘They ask, ‘Why now?’’ she said. ‘‘Soon,’ he says,’ she said.",
            &["‘They ask, ‘Why now?’’", "‘‘Soon,’ he says,’"],
        ),
        (
            "the same, closed with a blank between",
            "'They say 'never again,' ' she said.",
            &["'They say 'never again,' '"],
        ),
        (
            "single marks over paragraphs",
            "‘We won.\n‘At last,’ she said.",
            &["‘We won.", "‘At last,’"],
        ),
        (
            "an unclosed single mark before another",
            "The 'late one left. 'At last,' she said.",
            &["'At last,'"],
        ),
        (
            "a single mark that opens turned",
            "’We won,’ she said. He said ’no’ twice.",
            &["’We won,’"],
        ),
        (
            "a double mark left open within single ones",
            "‘He said, “We won,’ she said.",
            &["‘He said, “We won,’"],
        ),
        (
            "a count and a year behind single marks",
            "She found this: '27 firms paid.' It was the end of '68 or '9 or 10 years later'.",
            &["'27 firms paid.'", "'9 or 10 years later'"],
        ),
        (
            "plurals' owners within single marks",
            "'The farmers' books are the banks' books,' she said.",
            &["'The farmers' books are the banks' books,'"],
        ),
        (
            "single marks before a plural's owner",
            "The 'late one' took the dogs' bowl and the boys' coats.",
            &["'late one'"],
        ),
        (
            "unclosed",
            "“We won, she said.\n“At last,” he said.",
            &["“We won, she said.", "“At last,”"],
        ),
        ("closed only", "We won,” she said.", &[]),
        ("doubled", "““We won,”” she said.", &["“We won,”"]),
        ("empty", "She wrote “” and \"\" there.", &[]),
        ("brackets", "They left (“too soon”) again.", &["“too soon”"]),
    ];
    for (name, text, expected) in cases {
        assert_eq!(&found(text), expected, "{name}");
    }
}
