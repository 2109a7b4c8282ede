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
            "somebody who asks and was named before, too",
            "“No,” said <Ms {p Quill}>. Mrs {p Vane} slept. Asked by Ms {p Quill} whether it rained, <she> replied: “Yes.”",
            &["Quill", "Vane"],
        ),
        (
            "somebody who asks another",
            "{p Tom Reed} asked {p Bob Lane} about the snow. “Yes,” <he> replied.",
            &["Bob Lane"],
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
fn who_comes_in_without_a_name_is_nobody_named() {
    speakers_are_as_expected(&[
        (
            "by a noun that comes back",
            "{p Tom Reed} met both sides. A diplomat close to the talks was glum. “No,” <the diplomat> said.",
            &["-"],
        ),
        (
            "as one of several",
            "<{p Tom Reed}> was glad. <One> of the crew said no. “I left,” <he> said.",
            &["Tom Reed", "-", "-"],
        ),
        (
            "by what somebody is to another, whoever that is",
            "“No,” said <{p Ana Ruiz}>. {p Tom Reed} laughed. His lawyer did not. “Yes,” <she> said.",
            &["Ana Ruiz", "-"],
        ),
        (
            "by what somebody is to another",
            "{p Ana Ruiz} slept. “No,” said <a crofter>. His wife disagreed. “Yes,” <she> said.",
            &["-", "-"],
        ),
        (
            "but a noun that says what somebody is comes back with them",
            "{p Tom Reed} slept. {p Reed} is a diplomat. “No,” <the diplomat> said.",
            &["Tom Reed"],
        ),
    ]);
}

#[test]
fn the_subject_of_a_sentence_is_meant_behind_it() {
    speakers_are_as_expected(&[
        (
            "behind a verb that asks",
            "{p Bob Lane} slept. Asked whether he knew, {p Tom Reed} smiled. “No,” <he> said.",
            &["Tom Reed"],
        ),
        (
            "behind its verb",
            "{p Bob Lane} agreed. Not so, argues {p Reed}'s colleague {p Tom Vane}. <He> points at it.",
            &["Tom Vane"],
        ),
        (
            "behind words for what they do",
            "“No,” said <{p Bob Lane}>.\nTech cornerback {p Tom Reed}, who was late, sat down. “Yes,” <he> said.",
            &["Bob Lane", "Tom Reed"],
        ),
        (
            "behind a compound for what they do",
            "“No,” said <{p Bob Lane}>. <The host of the dinner, the property developer {p Tom Reed}>, said so.",
            &["Bob Lane", "Tom Reed"],
        ),
        (
            "behind a participle and its words",
            "Her niece, {p Sue Lane}, who said so, slept.\nBorn in a small village in {l Norway}, the daughter of a driver, {p Ana Ruiz} left at 14. “Yes,” <she> said.",
            &["Ana Ruiz"],
        ),
        (
            "by a name that brings somebody in",
            "{p Tom Reed} slept. “No,” <he> said.\nThe reply came from a man named {p Bob Lane}. “Yes,” <he> said.",
            &["Tom Reed", "Bob Lane"],
        ),
        (
            "somebody by their country, who was named among others",
            "{p Bob Lane} sang. {p Tom Reed} slept badly. He told {p Bob Lane} so. “Yes,” <the Dane> said.",
            &["Tom Reed"],
        ),
        (
            "by who bursts into tears",
            "Skier {p Eva Lane} was calm. “No,” <she> said. The cup went to {p Ana Ruiz}, who burst into tears. “Yes,” <she> said.",
            &["Eva Lane", "Ana Ruiz"],
        ),
        (
            "whom another paragraph names first",
            "“No,” said <{p Bob Lane}>. “It was late.”\nThe council gave {p Tom Reed} a medal. Its weight embarrasses him, <he> said.",
            &["Bob Lane", "Tom Reed"],
        ),
        (
            "by another clause",
            "The critic {p Tom Reed} slept. {p Reed} called it mad, and <the bishop> said no.",
            &["-"],
        ),
        (
            "by another age",
            "{p Ana Ruiz} slept badly. “No,” <the 24-year-old> said.\n{p Eva Lane} won. It was the first cup for {p Lane}. <The 19-year-old> said no.",
            &["Ana Ruiz", "-"],
        ),
        (
            "by rank",
            "Det Insp {p Ana Ruiz} met {p Tom Reed}. “Yes,” <the officer> said.",
            &["Ana Ruiz"],
        ),
        (
            "by a name behind “called”",
            "{p Ana Ruiz} sang. <A patient man called Mr {p Reed}> asked why. “No,” <she> said.",
            &["Reed", "Ana Ruiz"],
        ),
        (
            "by what they were before",
            "“No,” said <{p Bob Lane}>. <{p Ana Ruiz}’s coach, the former {g Swiss} racer {p Tom Reed}>, said so. <Two racers, including {p Eva Lane}>, said so.",
            &["Bob Lane", "Tom Reed", "-"],
        ),
        (
            "by age and role",
            "Coach {p Bob Lane} met {p Tom Reed}. Reed slept. “No,” <the 61-year-old coach> said.",
            &["Bob Lane"],
        ),
        (
            "behind words for what it is, and no dateline",
            "{l OSLO}, May 3 - Shipping firm {o Tolvane} cut its forecast. The company expects less, <it> said.",
            &["Tolvane"],
        ),
        (
            "one of two companies",
            "{o Northgate} lost. {o Kaldvik} fell. {p Tom Reed} slept. It rained on. <The company> said so.",
            &["-"],
        ),
    ]);
}

#[test]
fn an_object_is_not_its_subject() {
    let cases: [(&str, &str, &[&str]); 4] = [
        (
            "behind a pronoun",
            "{p Tom Reed} said he would help him.",
            &["he = Tom Reed"],
        ),
        (
            "behind a subject that is another's",
            "{p Tom Reed} slept. His wife had told him so.",
            &["His = Tom Reed", "him = Tom Reed"],
        ),
        (
            "in the form of a possessive",
            "{p Ana Ruiz} slept. {p Sue Lane} refused to blame her.",
            &["her = Ana Ruiz"],
        ),
        (
            "with somebody else",
            "{p Bob Lane} slept. {p Tom Reed} said he would help him.",
            &["he = Tom Reed", "him = Bob Lane"],
        ),
    ];
    for (name, marked, expected) in cases {
        assert_eq!(resolved(marked).1, expected, "{name}");
    }
}

#[test]
fn nobody_whom_the_words_below_a_subject_name_is_the_subject() {
    speakers_are_as_expected(&[
        (
            "whom the verb has for its object",
            "“No,” said <{p Tom Reed}>. {p Bob Lane} laughed. “Yes,” <he> told {p Reed}.",
            &["Tom Reed", "Bob Lane"],
        ),
        (
            "who a title stands before",
            "“Rain is due,” said <{p Ana Ruiz}>. {p Sue Lane} shrugged. “Snow,” <she> told Ms {p Ruiz}.",
            &["Ana Ruiz", "Sue Lane"],
        ),
        (
            "the subject of the clause that is reported",
            "“No,” said <{p Tom Reed}>. {p Bob Lane} rose. <He> said {p Reed} had slept.",
            &["Tom Reed", "Bob Lane"],
        ),
        (
            "the owner of an object",
            "“No,” said <{p Tom Reed}>. {p Bob Lane} rose. “Yes,” <he> told {p Reed}'s brother.",
            &["Tom Reed", "Bob Lane"],
        ),
        (
            "only one, who is told: nobody is left",
            "“No,” said <{p Tom Reed}>. A man rose. “Yes,” <he> told {p Reed}.",
            &["Tom Reed", "-"],
        ),
        (
            "but behind a comma a clause of his own may come",
            "{p Tom Reed} rose. As <he> said no, {p Reed} smiled.",
            &["Tom Reed"],
        ),
        (
            "whoever another was last seen beside",
            "{p Tom Reed} knew {p Carl Lane}, and {p Lane} rose. {p Lane} fell ill. {p Reed} dined with {p Lane}. The hut burned down. “No,” <he> said.",
            &["-"],
        ),
    ]);
}
