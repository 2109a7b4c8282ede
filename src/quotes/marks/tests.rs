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
