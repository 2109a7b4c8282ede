//! Who is meant, in sentences of our own. `{p Ana Ruiz}` is a person's name, `o` that of an
//! organization, `l` a place, `g` a group; `<he>` is a speaker. The marks “…” of a text are the
//! words of its speakers, in order.

mod binding;
mod bodies;
mod interviews;
mod papers;
mod strangers;
mod titles;

use super::resolve;
use crate::annotations::{EntityType, MentionKind, Quote, QuoteKind, Speaker};
use crate::entities::{Name, Sightings, link};
use crate::span::Span;
use crate::text::Document;

/// Checks the speakers of marked texts: a case's name, its text, and who they are.
fn speakers_are_as_expected(cases: &[(&str, &str, &[&str])]) {
    let faults = cases.iter().filter_map(|(name, marked, expected)| {
        let found = resolved(marked).0;
        (found != *expected).then(|| format!("{name}: {found:?}, not {expected:?}"))
    });
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What a marked text says: each speaker's name, or `-`, and all descriptions and pronouns with
/// whom they mean.
fn resolved(marked: &str) -> (Vec<String>, Vec<String>) {
    let mut text = String::new();
    let (mut names, mut speakers, mut open) = (Vec::new(), Vec::new(), Vec::new());
    let mut chars = marked.chars();
    while let Some(c) = chars.next() {
        match c {
            '{' => {
                let entity_type = match chars.next() {
                    Some('p') => EntityType::Person,
                    Some('o') => EntityType::Organization,
                    Some('l') => EntityType::Place,
                    Some('d') => EntityType::Date,
                    _ => EntityType::Group,
                };
                chars.next();
                open.push((text.len(), Some(entity_type)));
            }
            '<' => open.push((text.len(), None)),
            '}' | '>' => {
                let (start, entity_type) = open.pop().expect("an open mark");
                let span = Span::new(start, text.len());
                match entity_type {
                    Some(entity_type) => names.push((span, entity_type)),
                    None => speakers.push(span),
                }
            }
            _ => text.push(c),
        }
    }
    let document = Document::new(&text);
    let names: Vec<Name> = names
        .into_iter()
        .map(|(span, entity_type)| Name {
            tokens: document.token_at(span.start)..document.token_at(span.end - 1) + 1,
            entity_type,
        })
        .collect();
    let mut entities = link(&document, &names, &Sightings::default());
    let mut words = text.match_indices('“').map(|(start, _)| {
        let end = text[start..]
            .find('”')
            .map_or(text.len(), |at| start + at + '”'.len_utf8());
        Span::new(start, end)
    });
    let mut quotes: Vec<Quote> = speakers
        .into_iter()
        .map(|span| {
            let quoted: Vec<Span> = words.next().into_iter().collect();
            Quote {
                kind: if quoted.is_empty() {
                    QuoteKind::Indirect
                } else {
                    QuoteKind::Direct
                },
                content: quoted.clone(),
                quoted,
                cue: cue_behind(&text, span),
                speaker: Some(Speaker {
                    span,
                    name: String::new(),
                    entity: None,
                }),
                confidence: 1.0,
            }
        })
        .collect();
    resolve(&document, &mut entities, &mut quotes, &[]);
    let speakers = quotes.iter().filter_map(|quote| quote.speaker.as_ref());
    let named = speakers
        .map(|speaker| match speaker.entity {
            Some(_) => speaker.name.clone(),
            None => String::from("-"),
        })
        .collect();
    let mut mentions: Vec<(Span, String)> = Vec::new();
    for entity in &entities {
        for mention in &entity.mentions {
            if mention.kind != MentionKind::Name {
                let words = mention.span.of(&text);
                mentions.push((mention.span, format!("{words} = {}", entity.name)));
            }
        }
    }
    mentions.sort();
    (
        named,
        mentions.into_iter().map(|(_, words)| words).collect(),
    )
}

/// The verb right behind a speaker.
fn cue_behind(text: &str, speaker: Span) -> Option<Span> {
    let word = text[speaker.end..].split(['.', ' ']).nth(1)?;
    let start = speaker.end + 1;
    Some(Span::new(start, start + word.len()))
}

#[test]
fn speakers_are_the_ones_that_are_meant() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("a name", "“Yes,” said <{p Ana Ruiz}>.", &["Ana Ruiz"]),
        (
            "a name behind its title",
            "“Yes,” said <a spokesman for the brigade, Station Commander {p Ana Ruiz}>.",
            &["Ana Ruiz"],
        ),
        (
            "a name within its role",
            "“Yes,” said <{l US} Secretary of State {p Ana Ruiz}>.",
            &["Ana Ruiz"],
        ),
        (
            "a role behind the name",
            "“Yes,” said <{p Tom Reed}, a spokesman for {p Ana Ruiz}>.",
            &["Tom Reed"],
        ),
        (
            "a name behind its role",
            "“Yes,” said <a spokesman for the {o Water Board}, {p Tom Reed}>.",
            &["Tom Reed"],
        ),
        (
            "somebody's somebody",
            "{p Ana Ruiz} slept. “Yes,” said <{p Ruiz}’s lawyer>.",
            &["-"],
        ),
        (
            "a spokesman without a name",
            "“No,” said <a spokesman for {p Ana Ruiz}>.",
            &["-"],
        ),
        (
            "she",
            "{p Ana Ruiz} met {p Tom Reed} at noon. “Yes,” <she> said.",
            &["Ana Ruiz"],
        ),
        (
            "he",
            "{p Ana Ruiz} met {p Tom Reed} at noon. “Yes,” <he> said.",
            &["Tom Reed"],
        ),
        (
            "a gender that a title indicates",
            "Mrs. {p Quill} met Mr. {p Vane} at noon. “Yes,” <she> said.",
            &["Quill"],
        ),
        (
            "a gender that kinship indicates",
            "{p Tom Reed} and his wife {p Wren Reed} sang. “Yes,” <she> said.",
            &["Wren Reed"],
        ),
        (
            "the last speaker goes on",
            "“Yes,” said <{p Tom Reed}>. It was {p Bob Lane} whom {p Sam Hill} saw.\n“No,” <he> said.",
            &["Tom Reed", "Tom Reed"],
        ),
        (
            "another paragraph is about somebody else",
            "“Yes,” said <{p Ana Ruiz}>. “It works,” <she> added.\nOutside the court, {p Eva Lane}, whose son was there, was calm. “No,” <she> said.",
            &["Ana Ruiz", "Ana Ruiz", "Eva Lane"],
        ),
        (
            "nobody of that gender",
            "{p Tom Reed} slept. “Yes,” <she> said.",
            &["-"],
        ),
        (
            "whom the words name is not who speaks",
            "{p Tom Reed} rose. “I saw {p Bob Lane},” <he> said.",
            &["Tom Reed"],
        ),
        ("who", "It was {p Ana Ruiz}, <who> said so.", &["Ana Ruiz"]),
        (
            "who, behind brackets that hold a name",
            "It was {p Ana Ruiz} (SDP, {p Ivo West}), <who> said so.",
            &["Ana Ruiz"],
        ),
        (
            "who works at a place",
            "One nurse at the {l Avon Hospital}, <who> wept, said so.",
            &["-"],
        ),
        (
            "somebody by their country",
            "Avon manager {p Tom Reed} slept badly. “Yes,” <the {g Dane}> said.",
            &["Tom Reed"],
        ),
        (
            "somebody by a country that the text does not name",
            "Avon manager {p Tom Reed} slept badly. “Yes,” <the Dane> said.",
            &["Tom Reed"],
        ),
        (
            "nobody else by their country",
            "It rained. “Yes,” <the {g Dane}> said.",
            &["Dane"],
        ),
        (
            "all of a country",
            "{p Tom Reed} slept badly. “Yes,” <the {g Danes}> said.",
            &["Danes"],
        ),
        (
            "a role that the text gave",
            "Mayor {p Ana Ruiz} met {p Sue Lane}. It rained. <The mayor> said so.",
            &["Ana Ruiz"],
        ),
        (
            "a role that the text gives later",
            "<The {l Ruritania} minister> said so. {l Ruritania} minister {p Ana Ruiz} left.",
            &["Ana Ruiz"],
        ),
        (
            "an abbreviated title",
            "Sen. {p Ana Ruiz} slept. <The senator> said so.",
            &["Ana Ruiz"],
        ),
        (
            "another's role",
            "Mayor {p Ana Ruiz} slept. <The spokesman> said so.",
            &["-"],
        ),
        (
            "a bank by its noun",
            "{o Northgate Bank} met the {o Fishing Union}. <The bank> said so.",
            &["Northgate Bank"],
        ),
        (
            "a company by none",
            "{o Northgate} fell. <The company> said so.",
            &["Northgate"],
        ),
        (
            "a paper and who stands behind it",
            "{p Ana Ruiz} left, according to the {o Harbour Ministry}. “It rains,” <the press release> said.",
            &["Harbour Ministry"],
        ),
        (
            "somebody without a name spoke since",
            "{p Ana Ruiz} slept. “No,” said <a woman from {l Oslo}>. “Never,” <she> said.",
            &["-", "-"],
        ),
        (
            "somebody without a name by their work",
            "{p Ana Ruiz} slept. “No,” said <a barista from {l Oslo}>. “Never,” <she> said.",
            &["-", "-"],
        ),
        (
            "somebody without a name who is another's",
            "{p Ana Ruiz} slept. “No,” said <her mother>. “Never,” <she> said.",
            &["-", "-"],
        ),
        (
            "somebody without a name of another gender",
            "{p Ana Ruiz} slept. “No,” said <a man from {l Oslo}>. “Never,” <she> said.",
            &["-", "Ana Ruiz"],
        ),
        (
            "somebody named since somebody without a name spoke",
            "“No,” said <a woman from {l Oslo}>. {p Ana Ruiz} rose. “Never,” <she> said.",
            &["-", "Ana Ruiz"],
        ),
        (
            "somebody without a name of whom the sentence before was",
            "Mayor {p Ana Ruiz} came. A woman whose son was hurt met her there. “Never,” <she> said.",
            &["-"],
        ),
        (
            "somebody without a name, and then another",
            "A woman met {p Ana Ruiz} there. {p Ruiz} rose. “Never,” <she> said.",
            &["Ana Ruiz"],
        ),
        (
            "somebody without a name of whom a sentence long before was",
            "{p Ana Ruiz} came. A woman met her there. It rained. It snowed. The hall was cold. “Never,” <she> said.",
            &["Ana Ruiz"],
        ),
        (
            "who behind a dash",
            "It was {p Ana Ruiz} — <who> knows them — in the hall.",
            &["Ana Ruiz"],
        ),
        (
            "a role that the text gives nobody",
            "{p Ana Ruiz} slept. It rained. <The candidate> said so.",
            &["-"],
        ),
        (
            "a body in apposition",
            "{p Tom Reed} slept. <The builder, {o Northgate Homes}>, said no. <The builder> said so.",
            &["Northgate Homes", "Northgate Homes"],
        ),
        (
            "a body with its article in apposition",
            "{p Tom Reed} slept. <The team’s owner, the {o Northgate Group}>, said no.",
            &["Northgate Group"],
        ),
        (
            "a body beside a person of another",
            "{p Tom Reed} slept. <The builder {p Ana Ruiz}>, said no.",
            &["Ana Ruiz"],
        ),
        (
            "a teenager whom the text has not called one",
            "Substitute {p Tom Reed} scored. “Yes,” <the teenager> said.",
            &["-"],
        ),
        (
            "one of many",
            "{o Northgate} fell. <a {o Northgate} official> said so.",
            &["-"],
        ),
    ];
    speakers_are_as_expected(cases);
}

#[test]
fn descriptions_and_pronouns_are_mentions() {
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "pronouns",
            "{p Ana Ruiz} sang. She loved her song.",
            &["She = Ana Ruiz", "her = Ana Ruiz"],
        ),
        (
            "a role",
            "{l US} Secretary of State {p Ana Ruiz} left. The {l US} secretary of state sang.",
            &["The US secretary of state = Ana Ruiz"],
        ),
        (
            "a role that anybody may have",
            "{l US} Secretary of State {p Ana Ruiz} left. A {l US} secretary of state sang.",
            &[],
        ),
        (
            "what a nation did is no part of a description",
            "Elders of the {g Sioux} met park ranger {p Tom Owls}. Later the {g Danes} bought painter {p Ana Ruiz} a house.",
            &[],
        ),
        (
            "somebody's",
            "The site's founder, {p Ana Ruiz}, sang.",
            &["The site's founder = Ana Ruiz"],
        ),
        (
            "a name that follows at once",
            "{p Ana Ruiz} met her predecessor, {p Tom Reed}, there.",
            &["her = Ana Ruiz", "her predecessor = Tom Reed"],
        ),
        (
            "I and the one who speaks",
            "“I am here,” said <{p Ana Ruiz}>.",
            &["I = Ana Ruiz"],
        ),
        (
            "we and the body that speaks",
            "“We are here, I think,” said <{o Northgate}>.",
            &["We = Northgate"],
        ),
        (
            "two alike",
            "{p Tom Reed} and {p Bob Lane} met. Then his dog sang.",
            &[],
        ),
        ("nobody", "He sang. The mayor slept.", &[]),
    ];
    for (name, marked, expected) in cases {
        assert_eq!(&resolved(marked).1, expected, "{name}");
    }
}
