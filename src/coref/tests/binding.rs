//! Whom the place of a pronoun in its sentence rules out, and whom it makes likely.

use super::{resolved, speakers_are_as_expected};

#[test]
fn the_opening_of_a_sentence_names_another() {
    speakers_are_as_expected(&[
        (
            "somebody who is written to",
            "{p Tom Reed} rose. In a note to his foreman, {p Piet Zielak}, <he> said no.",
            &["Tom Reed"],
        ),
        (
            "somebody who asks",
            "“No,” said <a woman from {l Oslo}>. Under questioning by {p Fiona Garside}, for the defence, <she> said no.",
            &["-", "-"],
        ),
        (
            "somebody whom a subject is to another",
            "{p Tom Reed} scored. His opposite number, {p Bob Lane}, came to his defence. “No,” <he> said.",
            &["Bob Lane"],
        ),
        (
            "somebody whom a name is to another",
            "“No,” wrote <{p Tom Reed}>. {p Ana Ruiz}'s ex-husband, the actor {p Bob Lane}, hit back. “Yes,” <he> said.",
            &["Tom Reed", "Bob Lane"],
        ),
        (
            "somebody new in the paragraph",
            "“No,” said <{p Tom Reed}>. His friend {p Bob Lane} nodded. “Yes,” <he> said.",
            &["Tom Reed", "Bob Lane"],
        ),
        (
            "a company that a description opens with another's name",
            "{p Ana Ruiz}'s label, <{o Copperplate}>, said no. <The company> said yes.",
            &["Copperplate", "Copperplate"],
        ),
        (
            "a relative and whom a sentence is of",
            "{p Ana Ruiz} slept. According to <her daughter>, {p Sue Lane} sang on.",
            &["-"],
        ),
    ]);
}

#[test]
fn an_object_is_not_its_subject() {
    let cases: [(&str, &str, &[&str]); 2] = [
        (
            "behind a pronoun",
            "{p Tom Reed} said he would help him.",
            &["he = Tom Reed"],
        ),
        (
            "with somebody else",
            "{p Bob Lane} slept. {p Tom Reed} said he would help him.",
            &["him = Bob Lane"],
        ),
    ];
    for (name, marked, expected) in cases {
        assert_eq!(resolved(marked).1, expected, "{name}");
    }
}
