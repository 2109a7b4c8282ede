//! What somebody does with words, and does not report.

use super::is_said_as_expected;

#[test]
fn who_is_spoken_of_among_several_deeds_does_not_speak() {
    is_said_as_expected(&[
        (
            "of a body",
            "The minister thanked him, said something about the NHS, and sat down.",
            &[],
        ),
        (
            "of a person",
            "The mayor waved, said nothing about Tom Reed, and drove off.",
            &[],
        ),
        (
            "to a person",
            "He waved, said goodbye to Ana Ruiz, and closed the door.",
            &[],
        ),
        (
            "for a person",
            "She stood up, said a short prayer for Reed, and lit a candle.",
            &[],
        ),
        (
            "sorry",
            "He came in, said sorry to Mrs Holm, and wept.",
            &[],
        ),
        (
            "little",
            "The coach sat down, said little about Reed, and stared.",
            &[],
        ),
        (
            "but who says it does",
            "The bridge, said a man from Oslo, was bad.",
            &["a man from Oslo: The bridge … was bad"],
        ),
        (
            "and somebody of whom no list knows",
            "It was bad, said a mourner in Velm.",
            &["a mourner: It was bad"],
        ),
        (
            "and somebody's spokeswoman",
            "It was bad, said a spokeswoman for Ana Ruiz.",
            &["a spokeswoman for Ana Ruiz: It was bad"],
        ),
    ]);
}

#[test]
fn who_declines_to_say_something_says_nothing() {
    is_said_as_expected(&[
        (
            "whether",
            "The mayor declined to say whether the plan was off.",
            &[],
        ),
        ("if", "Ana Ruiz declined to say if she would run.", &[]),
        ("who", "Police declined to say who was held.", &[]),
        (
            "that, and another verb",
            "Reed refused to say that the bridge was safe.",
            &[],
        ),
    ]);
}
