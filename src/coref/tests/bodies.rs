//! Which body or country speaks.

use super::speakers_are_as_expected;

#[test]
fn bodies_and_countries_are_the_ones_that_are_meant() {
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "a paper of a nation whose ministry is named",
            "The {o Norwegian Foreign Ministry} waited. “No,” <the {l Oslo} statement> said. “Never,” said <the {g Norwegian} statement>.",
            &["Norwegian Foreign Ministry", "Norwegian Foreign Ministry"],
        ),
        (
            "a paper of a seat whose country is named by its ministry alone",
            "The {o Turkish Defence Ministry} waited. “No,” <the {l Ankara} statement> said.",
            &["Turkish Defence Ministry"],
        ),
        (
            "a paper of a nation that names no body of its government",
            "The {o Danish Foreign Ministry} and {o Russian Steel} waited in {l Russia}. “No,” <the {l Moscow} statement> said.",
            &["Russia"],
        ),
        (
            "a capital speaks for its country",
            "{l Norway} and {l Russia} met. <{l Moscow}> said no.",
            &["Russia"],
        ),
        (
            "a capital alone speaks for itself",
            "<{l Moscow}> said no.",
            &["Moscow"],
        ),
        (
            "a country by its seat",
            "{l India} and {l Nepal} met. {l New Delhi} opposed the dam. <The South Asian giant> said no.",
            &["India"],
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
    ];
    speakers_are_as_expected(cases);
}
