//! Which body or country speaks.

use super::speakers_are_as_expected;

#[test]
fn bodies_and_countries_are_the_ones_that_are_meant() {
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "a capital alone speaks for itself",
            "<{l Moscow}> said no.",
            &["Moscow"],
        ),
        (
            "a union within commas",
            "{o Hauliers United}, the drivers’ union, left. It rained. “No,” <the union> said.",
            &["Hauliers United"],
        ),
        (
            "a text that opens in small letters",
            "<the {o Northgate} spokesman> said no.",
            &["-"],
        ),
        (
            "a body behind a clause",
            "{o Northgate} left. <The institute that paid, the {o Polar Council}>, said no. <It> said so.",
            &["Polar Council", "Polar Council"],
        ),
        (
            "the company that acted last, not the one so called",
            "The {o Kettle Company} opened in May. {o Northgate Foods} lowered its prices. <The company> said so.",
            &["Northgate Foods"],
        ),
        (
            "the company that is so called, and acted last",
            "{o Northgate Foods} lowered its prices. The {o Kettle Company} opened in May. <The company> said so.",
            &["Kettle Company"],
        ),
        (
            "a company that is so called, and others named since",
            "{p Ian Croft}, head of the {o Kettle Company}, left. A {o Northgate Foods} spokeswoman came. <The company> said so.",
            &["-"],
        ),
        (
            "a company that somebody of it was named with",
            "{o Northgate Foods} lowered its prices. {p Ian Croft}, head of the {o Kettle Company}, left. <The company> said so.",
            &["Kettle Company"],
        ),
    ];
    speakers_are_as_expected(cases);
}

#[test]
fn a_club_that_looks_like_a_person_is_no_he() {
    speakers_are_as_expected(&[
        (
            "a club and its manager",
            "{p Hartley} won. {p Hartley} manager {p Ian Croft} was pleased. “Good,” <he> said.",
            &["Ian Croft"],
        ),
        (
            "but somebody who is named in full",
            "{p Tom Reed} won. {p Reed} spokesman {p Ian Croft} left. “Good,” <{p Reed}> said.",
            &["Tom Reed"],
        ),
    ]);
}
