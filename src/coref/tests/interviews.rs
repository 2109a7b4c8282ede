//! Who speaks in interviews: with labels, and without labels and marks.

use super::{resolved, speakers_are_as_expected};

/// Two questions and two answers.
const TALK: &str = "Why do you sing?\nI like it.\nWho taught you?\nNobody taught me.";

#[test]
fn whoever_is_interviewed_answers() {
    let cases: &[(&str, &str, Option<&str>)] = &[
        (
            "a headline",
            "The Owl interviews {p Ana Ruiz}",
            Some("Ana Ruiz"),
        ),
        (
            "a paper that is taken for a person",
            "{p Owl} interviews potter.\n{p Owl} spoke with {p Ana Ruiz}, a potter, about clay.",
            Some("Ana Ruiz"),
        ),
        (
            "one beside whom another is named more often",
            "We met {p Tom Reed}'s pupil. {p Tom Reed} is dead.\nThe Owl interviewed {p Ana Ruiz}, a potter.",
            Some("Ana Ruiz"),
        ),
        (
            "several",
            "The Owl interviewed some of the owners of the pottery.\n{p Ana Ruiz} has left.",
            None,
        ),
        (
            "those who come up are not interviewed",
            "{p Ana Ruiz} has a shop.\nFans come up to me and mention {p Tom Reed}.\n{p Ana Ruiz} spoke to our readers.",
            None,
        ),
        ("two", "Interview with {p Ana Ruiz} and {p Tom Reed}", None),
        ("nobody", "{p Ana Ruiz} went home and slept.", None),
    ];
    for (name, opening, expected) in cases {
        let (_, found) = resolved(&format!("{opening}\n{TALK}"));
        let all = ["you", "I", "you", "me"];
        let expected: Vec<String> = expected
            .iter()
            .flat_map(|person| all.map(|word| format!("{word} = {person}")))
            .collect();
        let is_talk = |mention: &&String| all.iter().any(|word| mention.starts_with(word));
        let found: Vec<_> = found.iter().filter(is_talk).collect();
        assert_eq!(found, expected.iter().collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn labels_say_who_speaks() {
    speakers_are_as_expected(&[
        (
            "the answers of an interview",
            "{p Ana Ruiz} dances again. She met {p Tom Reed} there.\n<Q>: “Why?”\n<A>: “I can.”",
            &["-", "Ana Ruiz"],
        ),
        (
            "no body answers in an interview",
            "{p Ana Ruiz} met {p Tom Reed}.\n{o Northgate} grew, <{o Northgate}> said.\n<Q>: “Why?”\n<A>: “I can.”",
            &["Northgate", "-", "-"],
        ),
        (
            "initials",
            "{p Dora Ortiz} met {p Ilan van Stern} and {p Eva Lane}.\n<DO>: “Why?”\n<IS>: “I can.”\n<IVS>: “Yes.”\n<E.L.>: “No.”",
            &["Dora Ortiz", "Ilan van Stern", "-", "Eva Lane"],
        ),
        (
            "initials of two",
            "{p Dora Ortiz} met {p Dan Oster}.\n<DO>: “Why?”",
            &["-"],
        ),
    ]);
}
