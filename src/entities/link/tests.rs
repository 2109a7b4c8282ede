//! Which names are joined, in sentences of our own. `{p Ana Ruiz}` is a person's name, `o` that
//! of an organization, `l` a place, `g` a group, `d` a date.

mod roles;

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
            "a title of another gender is another person, and a relative indicates it",
            "{p Tom Ruiz} sang. Mrs. {p Ruiz} slept. Mrs. {p Ruiz} woke. {p Tiernan Holm} and his wife sang. Mrs. {p Holm} slept.",
            &["Tom Ruiz", "Ruiz|Ruiz", "Tiernan Holm", "Holm"],
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
            "an office that the one named later has, or need not have",
            "President {p Ruiz} sang. {p Ana Ruiz} slept. Mr. {p Ruiz} woke. Mayor {p Voss} sang. {p Tom Voss} met Mayor {p Otto Voss}.",
            &["Ruiz|Ruiz", "Ana Ruiz", "Voss|Otto Voss", "Tom Voss"],
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
            "a person and a month",
            "{p Ana May} left. In {d May} it rained. {p May} sang. {d May} was wet.",
            &["Ana May|May", "May|May"],
        ),
        (
            "a person and a town",
            "{p Ana Velm} left {l Velm} for {l Velm}. {p Velm} sang.",
            &["Ana Velm|Velm", "Velm|Velm"],
        ),
        (
            "a name that a person is known by",
            "{p Ana Maria Ruiz} (born {d 4 May 1960}), better known as {p Nita Sol}, sang. {p Sol} left.",
            &["Ana Maria Ruiz|Nita Sol|Sol", "4 May 1960"],
        ),
        (
            "two names that a person is known by",
            "{p Ana Ruiz} (c. {d 1960} – {d 2001}), also known as {p Nita Sol} and {p Dame Owl}, sang.",
            &["Ana Ruiz|Nita Sol|Dame Owl", "1960", "2001"],
        ),
        (
            "a name behind a place",
            "{p Ana Ruiz} of {l Velm} ({d 1960} – {d 2001}), also known as {p Nita Sol}, left {l Velm}.",
            &["Ana Ruiz", "Velm|Velm", "1960", "2001", "Nita Sol"],
        ),
        (
            "a name on the stage",
            "{p Ana Maria Ruiz}, known by her stage name {p Nita Sol}, sang.",
            &["Ana Maria Ruiz|Nita Sol"],
        ),
        (
            "the name of a pen",
            "{p Nita Sol} was the pen name of the {g Ruritanian} novelist {p Ana Maria Ruiz}.",
            &["Nita Sol|Ana Maria Ruiz", "Ruritanian"],
        ),
        (
            "a real name",
            "{p Nita Sol}, whose real name is {p Ana Maria Ruiz}, sang. {p Bo Lund} (real name {p Tom Reed}) left.",
            &["Nita Sol|Ana Maria Ruiz", "Bo Lund|Tom Reed"],
        ),
        (
            "who is known as the next one is not the last one",
            "{p Ana Ruiz} met a man known as {p Nita Sol}. {p Tom Reed}, who knew her as {p Nita}, slept.",
            &["Ana Ruiz", "Nita Sol|Nita", "Tom Reed"],
        ),
        (
            "a firm by its former name",
            "{o Norvane}, formerly {o Velm Steel}, fell. {o Orrin} (previously {o Orr Foods}) rose. {o Velm Steel} won.",
            &["Norvane|Velm Steel|Velm Steel", "Orrin|Orr Foods"],
        ),
        (
            "who was formerly elsewhere",
            "{p Ana Ruiz}, formerly {o Velm Steel} chief, sang.",
            &["Ana Ruiz", "Velm Steel"],
        ),
        (
            "other languages and scripts",
            "{p Ana Ruiz} (Greek: {p Άνα Ρουίζ}; Arabic: {p Anā Rwīz}) sang.",
            &["Ana Ruiz|Άνα Ρουίζ|Anā Rwīz"],
        ),
        (
            "a name behind its letters",
            "{p Wenhua Lu} (陸 文華 {p Lu Wenhua}) sang.",
            &["Wenhua Lu|Lu Wenhua"],
        ),
        (
            "who took the picture",
            "{p Ana Ruiz} (Photo: {p Tom Reed}) sang.",
            &["Ana Ruiz", "Tom Reed"],
        ),
        (
            "family names first and last",
            "{p Lu Wenhua} sang. {p Wenhua Lu} left.",
            &["Lu Wenhua|Wenhua Lu"],
        ),
        (
            "nicknames",
            "{p Robert Voss} sang. {p Bob Voss} left. {p Kathy Orr} met {p Katherine Orr}. {p Bob} slept.",
            &["Robert Voss|Bob Voss|Bob", "Kathy Orr|Katherine Orr"],
        ),
        (
            "first names alike that are no nicknames",
            "{p Anna Voss} met {p Anne Voss}, {p Joan Orr} and {p John Orr}.",
            &["Anna Voss", "Anne Voss", "Joan Orr", "John Orr"],
        ),
        (
            "initials without a surname",
            "{p Otto H. W.} met {p Otto W.}",
            &["Otto H. W.", "Otto W."],
        ),
        (
            "kings of one name",
            "{p King Otto II} and his son {p King Otto III} met {p Ada I} and {p Ada II}. {p Ada} slept.",
            &["King Otto II", "King Otto III", "Ada I|Ada", "Ada II"],
        ),
        (
            "who calls himself a king",
            "{p Otto Voss} proclaimed himself {p Voss I}. {p Voss} slept.",
            &["Otto Voss|Voss I|Voss"],
        ),
        (
            "a city and its short name",
            "in {l New York City}, {l New York} and {l NYC}",
            &["New York City|New York|NYC"],
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
            "{o Norvane}, formerly {o Velm Steel and Iron Ltd.}, fell.",
            "Norvane",
        ),
        (
            "{p Ana Ruiz} (Greek: {p Άννα Μαρία Ρουίζ}) sang.",
            "Ana Ruiz",
        ),
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
