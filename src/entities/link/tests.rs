//! Which names are joined, in sentences of our own. `{p Ana Ruiz}` is a person's name, `o` that
//! of an organization, `l` a place, `g` a group, `d` a date.

use super::link;
use crate::annotations::EntityType;
use crate::entities::{KnownName, KnownNames, Name, Sightings};
use crate::text::Document;

/// The text of a marked sentence, and its names.
fn read(marked: &str) -> (String, Vec<(std::ops::Range<usize>, EntityType)>) {
    let mut text = String::new();
    let mut names = Vec::new();
    let mut parts = marked.split('{');
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (name, rest) = part.split_once('}').expect("a closed brace");
        let entity_type = match &name[..1] {
            "p" => EntityType::Person,
            "o" => EntityType::Organization,
            "l" => EntityType::Place,
            "g" => EntityType::Group,
            _ => EntityType::Date,
        };
        let start = text.len();
        text.push_str(&name[2..]);
        names.push((start..text.len(), entity_type));
        text.push_str(rest);
    }
    (text, names)
}

/// The entities of a marked text, each as its fullest name and the words of its names.
fn linked(marked: &str) -> Vec<(String, Option<String>, Vec<String>)> {
    let (text, names) = read(marked);
    let document = Document::new(&text);
    let names: Vec<Name> = names
        .into_iter()
        .map(|(range, entity_type)| Name {
            tokens: document.token_at(range.start)..document.token_at(range.end - 1) + 1,
            entity_type,
        })
        .collect();
    link(&document, &names, &Sightings::default())
        .into_iter()
        .map(|entity| {
            let words = |mention: &crate::annotations::Mention| mention.span.of(&text).to_owned();
            let mentions = entity.mentions.iter().map(words).collect();
            (entity.name, entity.role, mentions)
        })
        .collect()
}

#[test]
fn names_of_one_thing_are_joined() {
    // The mentions of each entity, a bar between them; the entities in order of appearance.
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "surname and title",
            "{p Ana Ruiz} came. {p Ruiz} left. Mrs. {p Ruiz} sang. {p Ruiz's} song.",
            &["Ana Ruiz|Ruiz|Ruiz|Ruiz's"],
        ),
        (
            "first name alone",
            "{p Ana Ruiz} came. {p Ana} left.",
            &["Ana Ruiz|Ana"],
        ),
        (
            "a short form before the full one",
            "{p Ruiz} wins\n{p Ana Ruiz} won.",
            &["Ruiz|Ana Ruiz"],
        ),
        (
            "two of one surname",
            "{p Ana Ruiz} met {p Tom Ruiz}. {p Ruiz} sang. {p Tom Ruiz} left. {p Tom Ruiz} fell. {p Tom Ruiz} slept. \
             {p Ruiz} woke.",
            &["Ana Ruiz|Ruiz", "Tom Ruiz|Tom Ruiz|Tom Ruiz|Tom Ruiz|Ruiz"],
        ),
        (
            "a title tells which of two",
            "{p Ana Ruiz} met {p Tom Ruiz}. Mrs. {p Ruiz} sang to Mr. {p Ruiz}.",
            &["Ana Ruiz|Ruiz", "Tom Ruiz|Ruiz"],
        ),
        (
            "a title of another gender is another person",
            "{p Tom Ruiz} sang. Mrs. {p Ruiz} slept. Mrs. {p Ruiz} woke.",
            &["Tom Ruiz", "Ruiz|Ruiz"],
        ),
        (
            "middle names and initials",
            "{p Ana Maria Ruiz}, {p Ana M. Ruiz}, {p Ana Ruiz} and {p Ruiz}",
            &["Ana Maria Ruiz|Ana M. Ruiz|Ana Ruiz|Ruiz"],
        ),
        (
            "a surname is somebody's by habit",
            "{p Ana Ruiz} met {p Tom Ruiz}.\n{p Ana Ruiz} left. {p Ruiz} slept. {p Ruiz} woke.\n\
             {p Tom Ruiz} sang.\n{p Ruiz} smiled.",
            &["Ana Ruiz|Ana Ruiz|Ruiz|Ruiz|Ruiz", "Tom Ruiz|Tom Ruiz"],
        ),
        (
            "an office that the one named later need not have",
            "President {p Ruiz} sang. {p Ana Ruiz} slept. Mr. {p Ruiz} woke.",
            &["Ruiz|Ruiz", "Ana Ruiz"],
        ),
        (
            "a title further on tells that a heading means another",
            "{p Ruiz} WINS\nMr. {p Ruiz} sang. {p Ana Ruiz} slept.",
            &["Ruiz|Ruiz", "Ana Ruiz"],
        ),
        (
            "family name first",
            "{p Lu Wenhua} spoke. {p Lu} smiled.",
            &["Lu Wenhua|Lu"],
        ),
        (
            "particles",
            "{p Joke van der Berg} and {p van der Berg}",
            &["Joke van der Berg|van der Berg"],
        ),
        (
            "countries",
            "the {l U.S.}, {l US}, {l USA}, {l United States}, {l Britain} and the {l UK}",
            &["U.S.|US|USA|United States", "Britain|UK"],
        ),
        (
            "a defined abbreviation",
            "the {o Bureau of Harbour Works} ({o BHX}) said. {o BHX} closed.",
            &["Bureau of Harbour Works|BHX|BHX"],
        ),
        (
            "initials",
            "the {o Northern Fishing Union} met. The {o NFU} spoke.",
            &["Northern Fishing Union|NFU"],
        ),
        (
            "a ministry without its country",
            "the {o Ruritanian Foreign Ministry} said. The {o Foreign Ministry} added.",
            &["Ruritanian Foreign Ministry|Foreign Ministry"],
        ),
        (
            "companies",
            "{o Northgate Bank Ltd.} fell. {o Northgate Bank} rose. {o Northgate} won.",
            &["Northgate Bank Ltd.|Northgate Bank|Northgate"],
        ),
        (
            "headings in capitals",
            "{p ANA RUIZ} WINS\n{p Ana Ruiz} won. {p RUIZ} slept.",
            &["ANA RUIZ|Ana Ruiz|RUIZ"],
        ),
        (
            "a relative named in passing",
            "{p Ana Ruiz} sang. {p Ruiz} slept. Her son {p Tom Ruiz} left. {p Ruiz} woke.",
            &["Ana Ruiz|Ruiz|Ruiz", "Tom Ruiz"],
        ),
        (
            "a couple without first names",
            "Mrs {p Ruiz} rang. Mr {p Ruiz} slept. Mrs {p Ruiz} left.",
            &["Ruiz|Ruiz", "Ruiz"],
        ),
        (
            "a firm and what it sells",
            "{o Norvane} sold its stake in {o Norvane Foods}. {o Norvane Foods} grew. {o Norvane} fell.",
            &["Norvane|Norvane", "Norvane Foods|Norvane Foods"],
        ),
        (
            "a firm named before its affiliate",
            "{o Norvane} grew.\nThen {o Norvane Finance UK} fell. {o Norvane} rose.",
            &["Norvane|Norvane", "Norvane Finance UK"],
        ),
        (
            "a short name in a heading",
            "{o Norvane} grows\nThen {o Norvane Finance} fell. {o Norvane} rose.",
            &["Norvane|Norvane Finance|Norvane"],
        ),
        (
            "a club and its league",
            "the {o Velm Owls of Great Harbour League} ({o GHL}) lost. The {o GHL} met.",
            &["Velm Owls of Great Harbour League", "GHL|GHL"],
        ),
        (
            "a university and its town's club",
            "{o University of Velm} beat {o Velm}.",
            &["University of Velm", "Velm"],
        ),
        (
            "a person and a town",
            "{p Ana Velm} left {l Velm} for {l Velm}. {p Velm} sang.",
            &["Ana Velm|Velm", "Velm|Velm"],
        ),
        (
            "a name that a person is known by",
            "{p Ana Maria Ruiz} (born 4 May 1960), better known as {p Nita Sol}, sang. {p Sol} left.",
            &["Ana Maria Ruiz|Nita Sol|Sol"],
        ),
        (
            "a name that a person was born with",
            "{p Nita Sol} (born {p Ana Ruiz}) sang.",
            &["Nita Sol|Ana Ruiz"],
        ),
        (
            "a tribe and a ranger",
            "{g Velm Owls} met {p Tom Owls}. {p Owls} sang.",
            &["Velm Owls", "Tom Owls|Owls"],
        ),
        (
            "a state and its party",
            "{l Velm} and the {o Velm Party} met. {l Velm} slept.",
            &["Velm|Velm", "Velm Party"],
        ),
        (
            "a second given name",
            "{p Jan Otto Hein Voss} sang. {p Otto Voss} left. {p Voss} slept.",
            &["Jan Otto Hein Voss|Otto Voss|Voss"],
        ),
        (
            "types that do not go together",
            "{p Tom Ford} drove a {o Ford} car to {l Ford City}.",
            &["Tom Ford", "Ford", "Ford City"],
        ),
        (
            "one form, one type",
            "{o Oslo} won in {l Oslo}, and {l Oslo} cheered.",
            &["Oslo|Oslo|Oslo"],
        ),
        (
            "members of a group",
            "an {g American} and two {g Americans}",
            &["American|Americans"],
        ),
        (
            "a day and another",
            "on {d Sunday} and {d Monday} and {d Sunday}",
            &["Sunday|Sunday", "Monday"],
        ),
    ];
    for (name, marked, expected) in cases {
        let found: Vec<String> = linked(marked)
            .into_iter()
            .map(|(_, _, mentions)| mentions.join("|"))
            .collect();
        assert_eq!(&found, expected, "{name}");
    }
}

#[test]
fn an_entity_has_its_fullest_name() {
    let cases: &[(&str, &str)] = &[
        ("{p RUIZ} and {p Ana Ruiz}", "Ana Ruiz"),
        ("{p ANA RUIZ} and {p Ana Ruiz}", "Ana Ruiz"),
        ("{l OSLO}, {l oslo} and {l Oslo}", "Oslo"),
        ("the {l US} or {l United States}", "United States"),
        (
            "{o Northgate} of {o Northgate Bank Inc.}",
            "Northgate Bank Inc.",
        ),
    ];
    for (marked, expected) in cases {
        assert_eq!(linked(marked)[0].0, *expected, "{marked}");
    }
}

#[test]
fn roles_beside_a_name_are_told() {
    let cases: &[(&str, &str, Option<&str>)] = &[
        (
            "an office before the name",
            "{l US} Secretary of State {p Ana Ruiz} left.",
            Some("US Secretary of State"),
        ),
        ("a title", "Then Sen. {p Ana Ruiz} left.", Some("Sen.")),
        ("a courtesy is none", "Then Mrs. {p Ana Ruiz} left.", None),
        (
            "a title that is no office",
            "Dr {p Ana Ruiz}, a zoologist at the {o Velm Institute}, left.",
            Some("zoologist at the Velm Institute"),
        ),
        (
            "an age before it",
            "{p Ana Ruiz}, 61, a retired midwife, left.",
            Some("retired midwife"),
        ),
        (
            "somebody new",
            "A trader, {p Ana Ruiz}, left.",
            Some("trader"),
        ),
        (
            "somebody's",
            "Her publicist, {p Ana Ruiz}, left.",
            Some("publicist"),
        ),
        (
            "what somebody may do",
            "They would judge {p Ana Ruiz} then. The coach would judge, {p Tom Reed} said.",
            None,
        ),
        (
            "small letters",
            "On {d Monday} foreign ministry spokesman {p Tom Reed} said so.",
            Some("foreign ministry spokesman"),
        ),
        (
            "after the name",
            "{p Tom Reed}, a spokesman for the {o State Office}, said so.",
            Some("spokesman for the State Office"),
        ),
        (
            "the mayor",
            "{p Ana Ruiz}, the mayor of {l Oslo}, sang.",
            Some("mayor of Oslo"),
        ),
        (
            "what somebody does is no role",
            "{p Ana Ruiz}, who leads {o Northgate Bank}, sang.",
            None,
        ),
        (
            "what is done to the one who has it",
            "They voted to impeach {g Tarvian} President {p Ana Ruiz} then.",
            Some("Tarvian President"),
        ),
        (
            "what somebody is",
            "{p Ana Ruiz} is the chief executive of {o Northgate Bank}.",
            Some("chief executive of Northgate Bank"),
        ),
        (
            "before a comma",
            "Then the firm's chief executive, {p Ana Ruiz}, sang.",
            Some("chief executive"),
        ),
        (
            "before a comma, with its field",
            "Then the mayor of {l Oslo}, {p Ana Ruiz}, sang.",
            Some("mayor of Oslo"),
        ),
        (
            "a comma that ends a clause",
            "In a letter to the mayor, {p Ana Ruiz} sang.",
            None,
        ),
        (
            "too long",
            "{p Ana Ruiz}, a senior adviser at the {o Centre for the Study of Great Harbours and Canals}, sang.",
            Some("senior adviser"),
        ),
        (
            "a body with of",
            "Then {o Royal College of Potters} director {p Ana Ruiz} left.",
            Some("Royal College of Potters director"),
        ),
        (
            "who speaks for somebody",
            "A spokeswoman for {p Ana Ruiz} left. He asked whether President {p Tom Reed} knew.",
            None,
        ),
        (
            "another's role",
            "the mayor met {p Ana Ruiz} and left.",
            None,
        ),
        (
            "no role in a list",
            "{p Ana Ruiz}, the owls and a dog, sang.",
            None,
        ),
        (
            "a signing line, and then somebody else",
            "“No.”\n\n{p Ana Ruiz}, mayor of {l Port Merrow}\n\n{p Pavel Lind}, who chairs the board, left.",
            Some("mayor of Port Merrow"),
        ),
        (
            "a line that ends the text",
            "“No,” the mayor said.\n\n{p Tom Reed}, head of the {o Velm Institute}",
            Some("head of the Velm Institute"),
        ),
        (
            "a name and a comma that end a line",
            "Said {p Ana Ruiz},\n\nThe mayor of {l Oslo} left.",
            None,
        ),
        (
            "former",
            "He met former prime minister {p Ana Ruiz} there.",
            Some("former prime minister"),
        ),
    ];
    for (name, marked, expected) in cases {
        let person = linked(marked)
            .into_iter()
            .find(|(name, ..)| name.contains(' ') && name.starts_with(['A', 'T']))
            .expect("a person");
        assert_eq!(person.1.as_deref(), *expected, "{name}");
    }
}

#[test]
fn a_known_name_brings_its_address_and_its_short_forms() {
    let text = "Ana Ruiz sang. Ruiz left Oslo. Kristiania slept.";
    let mut ana = KnownName::new("Ana Ruiz", EntityType::Person);
    ana.url = Some(String::from("https://example.org/ruiz"));
    let mut oslo = KnownName::new("Oslo", EntityType::Place);
    oslo.aliases.push(String::from("Kristiania"));
    let known = KnownNames::new(&[ana, oslo]).expect("sound names");
    let document = Document::new(text);
    let sightings = known.find(&document);
    let ruiz = document.token_at(text.find("Ruiz left").expect("a word"));
    let names = sightings.with_names(
        &document,
        vec![Name {
            tokens: ruiz..ruiz + 1,
            entity_type: EntityType::Person,
        }],
    );
    let entities = link(&document, &names, &sightings);
    assert_eq!(entities.len(), 2);
    assert_eq!(entities[0].url.as_deref(), Some("https://example.org/ruiz"));
    assert_eq!(entities[0].mentions.len(), 2);
    assert_eq!(entities[1].mentions.len(), 2);
}

#[test]
fn many_namesakes_take_no_square() {
    let mut marked = String::new();
    for index in 0..5_000 {
        marked.push_str(&format!("{{p Ana{index} Ruiz}} met Mrs. {{p Ruiz}}. "));
    }
    let began = std::time::Instant::now();
    assert_eq!(linked(&marked).len(), 5_000);
    assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
}
