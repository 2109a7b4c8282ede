//! Those without a name who come in, and whom a pronoun behind them may mean.

use super::speakers_are_as_expected;

#[test]
fn who_comes_in_without_a_name_may_be_meant() {
    speakers_are_as_expected(&[
        (
            "a broker",
            "“No,” said <{p Nell Hartwig}>. A broker who sold the stock in May was harsher. “Junk,” <she> said.",
            &["Nell Hartwig", "-"],
        ),
        (
            "a supporter",
            "{p Paul Rennie} praised both sides. A supporter behind the goal was less kind. “Slow,” <he> said.",
            &["-"],
        ),
        (
            "a customer",
            "{p Sheila Moss} runs the shop. A customer waiting at the till disagreed. “Dead,” <she> said.",
            &["-"],
        ),
        (
            "another",
            "{p Bob Hurley} owns the boat. Another sailor in the harbour shook his head. “Mad,” <he> said.",
            &["-"],
        ),
        (
            "one",
            "{p Ian Croft} spoke first. One teacher at the back stood up. “Never,” <he> said.",
            &["-"],
        ),
        (
            "a chancellor, who has none in this text",
            "{p Martha Keene} asked for an apology. The chancellor gave none. <She> said so.",
            &["-"],
        ),
        (
            "a judge",
            "{p Simon Vale} pleaded for time. The judge shook his head. <He> said so.",
            &["-"],
        ),
        (
            "a landlady",
            "{p Amelia Dross} has complained nine times. The landlady denies everything. “Damp,” <she> says.",
            &["-"],
        ),
        (
            "two sentences within marks",
            "{p Owen Pike} farms here. A neighbour whose field floods was angry. “Look at it. Nobody cleans it,” <he> said.",
            &["-"],
        ),
        (
            "and a gesture before",
            "{p Owen Pike} farms here. A farmer at the gate was angry. He shook his head. “Look,” <he> said.",
            &["-"],
        ),
        (
            "behind a clause",
            "{p Owen Pike} farms here. When the host was late, the engineer pushed a clerk into the chair. “Read,” <he> told her.",
            &["-"],
        ),
        (
            "one of several",
            "{p Tom Reed} laughed. One of them was less calm. “Go,” <he> said.",
            &["-"],
        ),
        (
            "somebody who said something of another",
            "{p Ana Reed} led the search. <A clerk> said the man was polite. “Odd,” <she> said.",
            &["-", "-"],
        ),
        (
            "somebody by a rare noun",
            "{p Ana Reed} was safe. The dog swam ashore, <a lockhand> said. “Odd,” <she> said.",
            &["-", "-"],
        ),
        (
            "but no statement",
            "{p Ana Reed} was safe. <A statement> said the boat sank. “Odd,” <she> said.",
            &["-", "Ana Reed"],
        ),
        (
            "but whoever is named behind",
            "A farmer at the gate was angry. {p Owen Pike} was not. “Look,” <he> said.",
            &["Owen Pike"],
        ),
        (
            "but one whose role it is",
            "{p Owen Pike}, a farmer, stood at the gate. The farmer was angry. “Look,” <he> said.",
            &["Owen Pike"],
        ),
    ]);
}
