//! What the tagger takes into a name at its end: a bracket that the name does not close, a day, a number's kind.

use super::rule::*;

pub const RULE: Rule = Rule {
    id: "edges",
    trigger: Trigger::Name(ALL, |document, name| {
        let end = before_day(
            document,
            name.tokens.start,
            before_open_bracket(document, name),
        );
        (end < name.tokens.end).then_some(Edit::Reach(name.tokens.start..end))
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "an open bracket",
            "[P Ana Ruiz (Green] party)",
            "[P Ana Ruiz] (Green party)",
        ),
        Example::new(
            "a bracket that closes",
            "[O Velm (Tarvo) Bank]",
            "[O Velm (Tarvo) Bank]",
        ),
        Example::new(
            "a second one",
            "[O Velm (Tarvo) Bank (Marl]",
            "[O Velm (Tarvo) Bank] (Marl",
        ),
        Example::new(
            "a telephone",
            "[P Ana Ruiz Phone] 12",
            "[P Ana Ruiz] Phone 12",
        ),
        Example::new(
            "a day",
            "[O Velm Council Friday] said",
            "[O Velm Council] Friday said",
        ),
        Example::new("a day alone", "[P Friday] came", "[P Friday] came"),
        Example::new(
            "a club",
            "[O Sheffield Wednesday]",
            "[O Sheffield Wednesday]",
        ),
    ],
};

/// Where a name ends that opens a bracket and does not close it: before the bracket.
fn before_open_bracket(document: &Document, name: &Name) -> usize {
    let mut marks = name.tokens.clone().skip(1).rev();
    let mark = marks.find(|&token| matches!(document.word(token), "(" | ")"));
    mark.filter(|&mark| document.word(mark) == "(")
        .unwrap_or(name.tokens.end)
}

/// Where a name ends before a day, or the kind of a number; one club is called by its day.
fn before_day(document: &Document, start: usize, end: usize) -> usize {
    let is_tail = document.is_capital(end - 1)
        && document
            .tags(end - 1)
            .has(Tags::WEEKDAY.union(Tags::CONTACT));
    let is_club = document.word(start) == "Sheffield";
    if end - start > 1 && is_tail && !is_club {
        end - 1
    } else {
        end
    }
}
