//! Who is meant by words for what somebody does, and by words for what a body is.

use super::speakers_are_as_expected;

#[test]
fn words_for_what_somebody_does_stand_before_a_name() {
    speakers_are_as_expected(&[
        (
            "behind a description",
            "<The first witness, healthcare assistant {p Joy Lane}>, said so.",
            &["Joy Lane"],
        ),
        (
            "behind a description of one who has spoken",
            "“No,” said <{p Ana Ruiz}>. Her ex-husband, the footballer {p Tom Reed}, was less discreet. <He> said so.",
            &["Ana Ruiz", "Tom Reed"],
        ),
        (
            "but not who is like another",
            "<The first witness, unlike {p Joy Lane}>, said so.",
            &["-"],
        ),
    ]);
}

#[test]
fn a_body_is_called_by_what_it_is() {
    speakers_are_as_expected(&[
        (
            "behind its name",
            "<The {o GMB} union> said no. Ports closed. <The union> said so.",
            &["GMB", "GMB"],
        ),
        (
            "but not by the role of a person",
            "Council President {p Tom Reed} voted no. <The council> said so.",
            &["-"],
        ),
    ]);
}

#[test]
fn whom_a_sentence_brings_in_is_meant_behind_it() {
    speakers_are_as_expected(&[
        (
            "the writer's own",
            "“Yes,” said <{p Tom Reed}>.\nI put all this to my manager over lunch. He thought about it. “No,” <he> said.",
            &["Tom Reed", "-"],
        ),
        (
            "the writer's own, by name",
            "It rained. My neighbour, a retired captain named {p Tom Reed}, was cross. “No,” <he> said.",
            &["Tom Reed"],
        ),
        (
            "who replies",
            "<{p Ana Ruiz}> asked the witness. <She> replied. <She> said so.",
            &["Ana Ruiz", "-", "Ana Ruiz"],
        ),
        (
            "who replies to somebody named",
            "{p Eva Lane} came. <{p Ana Ruiz}> asked her. <She> replied.",
            &["Ana Ruiz", "Eva Lane"],
        ),
        (
            "but not by one's own words",
            "{p Tom Reed} slept. “It is for {p Ben},” <he> said.",
            &["Tom Reed"],
        ),
    ]);
}

#[test]
fn whose_role_it_is_may_be_part_of_it() {
    speakers_are_as_expected(&[
        (
            "a body that owns a leader",
            "“No,” said <{p Tom Reed}, the union's leader>. <The union leader> left at noon, and <he> said so.",
            &["Tom Reed", "Tom Reed", "Tom Reed"],
        ),
        (
            "a building that owns a caretaker",
            "{p Ana Ruiz}, the school's caretaker, heard a bang. <The school caretaker> said it was loud.",
            &["Ana Ruiz"],
        ),
        (
            "a body whose envoy is named",
            "The council, whose special envoy, {p Ana Ruiz}, has travelled for weeks, met on Monday. <The envoy> said no.",
            &["Ana Ruiz"],
        ),
        (
            "but no other body",
            "“No,” said <{p Tom Reed}, the union's leader>. <The party leader> said yes.",
            &["Tom Reed", "-"],
        ),
        (
            "nor the owner",
            "“No,” said <{p Tom Reed}, the doctor's lawyer>. <The doctor> said yes.",
            &["Tom Reed", "-"],
        ),
    ]);
}
