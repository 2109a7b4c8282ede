//! Papers that speak for those who issued them.

use super::speakers_are_as_expected;

#[test]
fn a_paper_is_whose_it_is() {
    speakers_are_as_expected(&[
        (
            "of a body that sent it",
            "The {o Harbour Ministry} sent a letter to {p Ana Ruiz}. <It> said no.",
            &["Harbour Ministry"],
        ),
        (
            "from somebody without a name",
            "The {o Harbour Ministry} heard it. A statement from the widow of {p Tom Reed} was read out. <It> said no.",
            &["-"],
        ),
        (
            "of somebody without a name who sent it",
            "{l Norland}’s foreign ministry issued a statement. <It> said no.",
            &["-"],
        ),
        (
            "but for a body that has acted since",
            "A statement from {p Ana Ruiz} was read. The {o Harbour Board} met at noon. <It> said no.",
            &["Harbour Board"],
        ),
    ]);
}
