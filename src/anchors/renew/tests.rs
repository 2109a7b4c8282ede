use super::*;
use crate::annotations::{EntityType, Mention, QuoteKind, Speaker};

/// Six paragraphs, by their numbers.
const TEXT: &str = "Ana Ruiz leads the council of Elm.
“It is done,” Ruiz said.
Bo Lind left Elm for good.
“We wait,” he said.
“And then?”
Cy Marsh asked Lind.";

/// A name and the words that are its mentions, each with its turn among the same words; pronouns are in small letters.
type Names<'t> = (EntityType, &'t str, &'t [(&'t str, usize)]);

/// The words of a quote, and of its speaker, with the turn of these and the number of an entity.
type Quoted<'t> = (&'t [&'t str], Option<(&'t str, usize, usize)>);

type All<'t> = (&'t [Names<'t>], &'t [Quoted<'t>]);

const PERSON: EntityType = EntityType::Person;
const PLACE: EntityType = EntityType::Place;

fn span_of(words: &str, turn: usize) -> Span {
    let found = TEXT.match_indices(words).nth(turn);
    let (start, _) = found.expect("words of the text");
    Span::new(start, start + words.len())
}

fn annotations((names, quotes): All, url: Option<&str>) -> Annotations {
    let mention = |&(words, turn): &(&str, usize)| Mention {
        span: span_of(words, turn),
        kind: match words.starts_with(char::is_lowercase) {
            true => MentionKind::Pronoun,
            false => MentionKind::Name,
        },
    };
    let entities = names.iter().enumerate();
    let entities = entities.map(|(id, &(entity_type, name, mentions))| Entity {
        id,
        entity_type,
        name: name.into(),
        role: None,
        url: url.map(String::from),
        mentions: mentions.iter().map(mention).collect(),
    });
    let quotes = quotes.iter().map(|(words, speaker)| Quote {
        kind: QuoteKind::Direct,
        content: words.iter().map(|words| span_of(words, 0)).collect(),
        quoted: Vec::new(),
        cue: None,
        speaker: speaker.map(|(words, turn, entity)| Speaker {
            span: span_of(words, turn),
            name: names[entity].1.into(),
            entity: Some(entity),
        }),
        confidence: 0.8,
    });
    Annotations {
        entities: entities.collect(),
        quotes: quotes.collect(),
    }
}

/// Every entity as its name and its words, those with an address marked, and every quote as its words and speaker.
fn report(annotations: &Annotations) -> Vec<String> {
    for (number, entity) in annotations.entities.iter().enumerate() {
        assert_eq!(entity.id, number);
    }
    let entities = annotations.entities.iter().map(|entity| {
        let words = entity.mentions.iter().map(|mention| mention.span.of(TEXT));
        let words: Vec<_> = words.collect();
        let mark = if entity.url.is_some() { "*" } else { "" };
        format!("{}{mark}: {}", entity.name, words.join(", "))
    });
    let quotes = annotations.quotes.iter().map(|quote| {
        let words: Vec<_> = quote.content.iter().map(|span| span.of(TEXT)).collect();
        let speaker = quote.speaker.as_ref().map_or("nobody", |speaker| {
            let entity = speaker.entity.map(|id| &*annotations.entities[id].name);
            assert_eq!(entity.unwrap_or(&speaker.name), speaker.name);
            &speaker.name
        });
        format!("{} by {speaker}", words.join(" "))
    });
    entities.chain(quotes).collect()
}

struct Case<'t> {
    name: &'t str,
    /// The numbers of the paragraphs that have changed.
    changed: &'t [usize],
    saved: All<'t>,
    found: All<'t>,
    expected: &'t [&'t str],
}

const CASES: &[Case] = &[
    Case {
        name: "nothing has changed",
        changed: &[],
        saved: (
            &[(PERSON, "Ana Ruiz", &[("Ana Ruiz", 0)])],
            &[(&["“It is done,”"], None)],
        ),
        found: (
            &[
                (PERSON, "Ana Ruiz", &[("Ana Ruiz", 0), ("Ruiz", 1)]),
                (PLACE, "Elm", &[("Elm", 0)]),
            ],
            &[
                (&["“It is done,”"], Some(("Ruiz", 1, 0))),
                (&["“We wait,”"], None),
            ],
        ),
        expected: &["Ana Ruiz*: Ana Ruiz", "“It is done,” by nobody"],
    },
    Case {
        name: "all has changed",
        changed: &[0, 1, 2, 3, 4, 5],
        saved: (
            &[(PERSON, "Elm", &[("Elm", 0)])],
            &[(&["“And then?”"], None)],
        ),
        found: (
            &[(PLACE, "Elm", &[("Elm", 0), ("Elm", 1)])],
            &[(&["“We wait,”"], None)],
        ),
        expected: &["Elm: Elm, Elm", "“We wait,” by nobody"],
    },
    Case {
        name: "a mention more of a saved entity, by its name",
        changed: &[2],
        saved: (&[(PLACE, "Elm", &[("Elm", 0)])], &[]),
        found: (
            &[
                (PLACE, "Elm", &[("Elm", 1)]),
                (PERSON, "Bo Lind", &[("Bo Lind", 0), ("Lind", 1)]),
            ],
            &[],
        ),
        expected: &["Elm*: Elm, Elm", "Bo Lind: Bo Lind"],
    },
    Case {
        name: "a fuller name, by a mention in the same place",
        changed: &[0],
        saved: (
            &[(PERSON, "Ruiz", &[("Ruiz", 1)])],
            &[(&["“It is done,”"], Some(("Ruiz", 1, 0)))],
        ),
        found: (
            &[(PERSON, "Ana Ruiz", &[("Ana Ruiz", 0), ("Ruiz", 1)])],
            &[],
        ),
        expected: &["Ruiz*: Ana Ruiz, Ruiz", "“It is done,” by Ruiz"],
    },
    Case {
        name: "another type, by a mention in the same place",
        changed: &[2],
        saved: (&[(PERSON, "Elm", &[("Elm", 0)])], &[]),
        found: (&[(PLACE, "Elm", &[("Elm", 0), ("Elm", 1)])], &[]),
        expected: &["Elm*: Elm, Elm"],
    },
    Case {
        name: "what is no longer found where it has changed goes, and its entity with the last",
        changed: &[0],
        saved: (
            &[
                (PERSON, "Ana Ruiz", &[("Ana Ruiz", 0)]),
                (PLACE, "Elm", &[("Elm", 0), ("Elm", 1)]),
            ],
            &[],
        ),
        found: (&[(PLACE, "Elm", &[("Elm", 1)])], &[]),
        expected: &["Elm*: Elm"],
    },
    Case {
        name: "a quote of a changed paragraph is of a saved speaker",
        changed: &[3],
        saved: (
            &[(PERSON, "Bo Lind", &[("Bo Lind", 0)])],
            &[(&["“And then?”"], None)],
        ),
        found: (
            &[
                (PERSON, "Cy Marsh", &[("Cy Marsh", 0)]),
                (PERSON, "Bo Lind", &[("Bo Lind", 0), ("he", 1)]),
            ],
            &[(&["“We wait,”"], Some(("he", 1, 1)))],
        ),
        expected: &[
            "Bo Lind*: Bo Lind, he",
            "“We wait,” by Bo Lind",
            "“And then?” by nobody",
        ],
    },
    Case {
        name: "a speaker in a changed paragraph is told anew",
        changed: &[5],
        saved: (
            &[(PERSON, "Bo Lind", &[("Bo Lind", 0), ("Lind", 1)])],
            &[(&["“And then?”"], Some(("Lind", 1, 0)))],
        ),
        found: (
            &[(PERSON, "Cy Marsh", &[("Cy Marsh", 0)])],
            &[(&["“And then?”"], Some(("Cy Marsh", 0, 0)))],
        ),
        expected: &[
            "Bo Lind*: Bo Lind",
            "Cy Marsh: Cy Marsh",
            "“And then?” by Cy Marsh",
        ],
    },
    Case {
        name: "a speaker who was lost is told anew",
        changed: &[5],
        saved: (&[], &[(&["“And then?”"], None)]),
        found: (
            &[(PERSON, "Cy Marsh", &[("Cy Marsh", 0)])],
            &[(&["“And then?”"], Some(("Cy Marsh", 0, 0)))],
        ),
        expected: &["Cy Marsh: Cy Marsh", "“And then?” by Cy Marsh"],
    },
    Case {
        name: "a quote over two paragraphs is told anew where one has changed",
        changed: &[4],
        saved: (&[], &[(&["“We wait,”"], None)]),
        found: (&[], &[(&["“We wait,”", "“And then?”"], None)]),
        expected: &["“We wait,” “And then?” by nobody"],
    },
    Case {
        name: "but not where the part before is somebody's already",
        changed: &[4],
        saved: (
            &[(PERSON, "Bo Lind", &[("Bo Lind", 0), ("he", 1)])],
            &[(&["“We wait,”"], Some(("he", 1, 0)))],
        ),
        found: (&[], &[(&["“We wait,”", "“And then?”"], None)]),
        expected: &["Bo Lind*: Bo Lind, he", "“We wait,” by Bo Lind"],
    },
    Case {
        name: "a speaker who is named in unchanged paragraphs alone, and not in the file, is no entity",
        changed: &[3],
        saved: (&[], &[]),
        found: (
            &[(PERSON, "Bo Lind", &[("Bo Lind", 0)])],
            &[(&["“We wait,”"], Some(("Bo Lind", 0, 0)))],
        ),
        expected: &["“We wait,” by Bo Lind"],
    },
];

#[test]
fn only_what_has_changed_is_told_anew() {
    let lines: Vec<Span> = crate::anchors::paragraphs(TEXT).collect();
    for Case {
        name,
        changed,
        saved,
        found,
        expected,
    } in CASES
    {
        let changed: Vec<Span> = changed.iter().map(|&number| lines[number]).collect();
        let saved = annotations(*saved, Some("/known"));
        let renewed = renew(saved, annotations(*found, None), changed);
        assert_eq!(report(&renewed), *expected, "{name}");
    }
}

#[test]
fn what_is_found_anew_in_the_same_text_changes_nothing() {
    let (saved, found) = (
        annotations(CASES[6].saved, None),
        annotations(CASES[6].found, None),
    );
    assert_eq!(renew(saved.clone(), found, Vec::new()), saved);
}
