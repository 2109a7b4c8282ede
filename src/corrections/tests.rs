use super::*;
use crate::annotations::{
    Annotations, Entity, EntityType, Mention, MentionKind, Quote, QuoteKind, Speaker,
};
use crate::span::Span;

const TEXT: &str =
    "Ana Ruiz met A. Ruiz in Georgia. “It is done,” Ruiz said. May left Georgia for “home”.";

fn span_of(words: &str, turn: usize) -> Span {
    let (start, _) = TEXT
        .match_indices(words)
        .nth(turn)
        .expect("words of the text");
    Span::new(start, start + words.len())
}

fn entity(id: usize, name: &str, entity_type: EntityType, mentions: &[(&str, usize)]) -> Entity {
    let mention = |&(words, turn): &(&str, usize)| Mention {
        span: span_of(words, turn),
        kind: MentionKind::Name,
    };
    Entity {
        id,
        entity_type,
        name: name.into(),
        role: None,
        url: None,
        mentions: mentions.iter().map(mention).collect(),
    }
}

fn quote(kind: QuoteKind, words: &str, speaker: Option<usize>) -> Quote {
    Quote {
        kind,
        content: vec![span_of(words, 0)],
        quoted: vec![span_of(words, 0)],
        cue: None,
        speaker: speaker.map(|entity| Speaker {
            span: span_of("Ruiz", 2),
            name: String::from("Ana Ruiz"),
            entity: Some(entity),
        }),
        confidence: 0.8,
    }
}

fn found() -> Annotations {
    use EntityType::{Person, Place};
    Annotations {
        entities: vec![
            entity(0, "Ana Ruiz", Person, &[("Ana Ruiz", 0), ("Ruiz", 2)]),
            entity(1, "A. Ruiz", Person, &[("A. Ruiz", 0)]),
            entity(2, "Georgia", Person, &[("Georgia", 0), ("Georgia", 1)]),
            entity(3, "May", Place, &[("May", 0)]),
        ],
        quotes: vec![
            quote(QuoteKind::Direct, "“It is done,”", Some(0)),
            quote(QuoteKind::Scare, "“home”", None),
        ],
    }
}

fn key(name: &str, entity_type: EntityType) -> Key {
    Key {
        name: name.into(),
        entity_type,
    }
}

fn person(name: &str) -> Key {
    key(name, EntityType::Person)
}

/// Every entity as its type, name and words, and every quote as its words, kind and speaker.
fn report(annotations: &Annotations) -> String {
    let entities = annotations.entities.iter().map(|entity| {
        let mentions = entity.mentions.iter().map(|mention| mention.span.of(TEXT));
        let mentions: Vec<_> = mentions.collect();
        let url = entity.url.as_deref().unwrap_or_default();
        format!(
            "{:?} {}{url}: {}",
            entity.entity_type,
            entity.name,
            mentions.join(", ")
        )
    });
    let quotes = annotations.quotes.iter().map(|quote| {
        let speaker = quote.speaker.as_ref();
        let speaker = speaker.map_or("nobody".into(), |speaker| {
            let entity = speaker
                .entity
                .map(|id| annotations.entities[id].name.clone());
            format!("{} ({})", speaker.name, entity.unwrap_or_default())
        });
        format!(
            "{:?} {} by {speaker}",
            quote.kind,
            quote.content[0].of(TEXT)
        )
    });
    entities.chain(quotes).collect::<Vec<_>>().join(" | ")
}

#[test]
fn edits_do_what_they_say() {
    use EntityType::{Organization, Place};
    let home = vec![span_of("“home”", 0)];
    let done = vec![span_of("“It is done,”", 0)];
    let cases: Vec<(&str, Edit, &[&str], &[&str])> = vec![
        (
            "another type",
            Edit::Type {
                entity: person("Georgia"),
                to: Place,
            },
            &["Place Georgia: Georgia, Georgia"],
            &["Person Georgia"],
        ),
        (
            "another type, known by a wrong one",
            Edit::Type {
                entity: key("Georgia", Organization),
                to: Place,
            },
            &["Place Georgia"],
            &["Person Georgia"],
        ),
        (
            "two are one",
            Edit::Merge {
                entity: person("Ana Ruiz"),
                into: person("A. Ruiz"),
            },
            &[
                "Person A. Ruiz: Ana Ruiz, A. Ruiz, Ruiz",
                "by A. Ruiz (A. Ruiz)",
            ],
            &["Person Ana Ruiz"],
        ),
        (
            "it is called otherwise",
            Edit::Merge {
                entity: person("A. Ruiz"),
                into: person("Alba Ruiz"),
            },
            &["Person Alba Ruiz: A. Ruiz"],
            &["Person A. Ruiz"],
        ),
        (
            "a link",
            Edit::Link {
                entity: person("Ana Ruiz"),
                url: Some("#x".into()),
            },
            &["Ana Ruiz#x:"],
            &[],
        ),
        (
            "no name anywhere",
            Edit::Ignore {
                name: "Georgia".into(),
            },
            &[],
            &["Georgia"],
        ),
        (
            "no name here",
            Edit::RemoveName {
                span: span_of("May", 0),
            },
            &[],
            &["May"],
        ),
        (
            "a new name",
            Edit::AddName {
                span: span_of("home", 0),
                entity: key("home", Place),
            },
            &["Place home: home"],
            &[],
        ),
        (
            "one more mention",
            Edit::AddName {
                span: span_of("May", 0),
                entity: person("Ana Ruiz"),
            },
            &["Person Ana Ruiz: Ana Ruiz, Ruiz, May"],
            &["Place May"],
        ),
        (
            "no quote",
            Edit::RemoveQuote {
                content: home.clone(),
            },
            &["Direct"],
            &["Scare"],
        ),
        (
            "she said it",
            Edit::Speaker {
                content: done.clone(),
                speaker: Some(key("May", Place)),
            },
            &["“It is done,” by May (May)"],
            &["by Ana"],
        ),
        (
            "nobody knows who said it",
            Edit::Speaker {
                content: done,
                speaker: None,
            },
            &["“It is done,” by nobody"],
            &["by Ana"],
        ),
        (
            "somebody said it whom the text does not name",
            Edit::Speaker {
                content: home.clone(),
                speaker: Some(person("Bo Lind")),
            },
            &["Direct “home” by Bo Lind ()"],
            &["Scare"],
        ),
        (
            "these words are quoted, too",
            Edit::AddQuote {
                content: vec![span_of("left Georgia", 0)],
                kind: QuoteKind::Indirect,
                speaker: Some(person("A. Ruiz")),
            },
            &["Indirect left Georgia by A. Ruiz (A. Ruiz)"],
            &[],
        ),
    ];
    for (name, edit, has, lacks) in cases {
        let told = report(&apply(found(), &[edit], TEXT));
        assert!(
            has.iter().all(|words| told.contains(words)),
            "{name}: {told}"
        );
        assert!(
            !lacks.iter().any(|words| told.contains(words)),
            "{name}: {told}"
        );
    }
}

#[test]
fn the_later_edit_wins() {
    use EntityType::{Organization, Place};
    let [place, body] = [Place, Organization].map(|to| Edit::Type {
        entity: person("Georgia"),
        to,
    });
    let again = Edit::Type {
        entity: key("Georgia", Place),
        to: Organization,
    };
    assert!(report(&apply(found(), &[place, again], TEXT)).contains("Organization Georgia"));
    assert!(report(&apply(found(), &[body], TEXT)).contains("Organization Georgia"));
    let span = span_of("May", 0);
    let add = Edit::AddName {
        span,
        entity: person("May"),
    };
    let remove = Edit::RemoveName { span };
    let told = report(&apply(found(), &[remove.clone(), add.clone()], TEXT));
    assert!(told.contains("Person May"), "{told}");
    let told = report(&apply(found(), &[add, remove], TEXT));
    assert!(!told.contains("May:"), "{told}");
}

mod laws {
    use super::*;
    use proptest::prelude::*;

    fn keys() -> impl Strategy<Value = Key> {
        let names = ["Ana Ruiz", "A. Ruiz", "Ruiz", "Georgia", "May", "Bo Lind"];
        (0..names.len(), 0..3_usize)
            .prop_map(move |(name, kind)| key(names[name], EntityType::ALL[kind]))
    }

    fn spans() -> impl Strategy<Value = Span> {
        let words = [
            ("Ana Ruiz", 0),
            ("Ruiz", 2),
            ("Georgia", 1),
            ("May", 0),
            ("home", 0),
            ("“home”", 0),
            ("“It is done,”", 0),
            ("It is", 0),
        ];
        (0..words.len()).prop_map(move |number| span_of(words[number].0, words[number].1))
    }

    fn edits() -> impl Strategy<Value = Edit> {
        let contents = || proptest::collection::vec(spans(), 1..2);
        prop_oneof![
            (keys(), 0..3_usize).prop_map(|(entity, to)| Edit::Type {
                entity,
                to: EntityType::ALL[to]
            }),
            (keys(), keys()).prop_map(|(entity, into)| Edit::Merge { entity, into }),
            (keys(), "[a-c]").prop_map(|(entity, url)| Edit::Link {
                entity,
                url: Some(url)
            }),
            keys().prop_map(|key| Edit::Ignore { name: key.name }),
            (spans(), keys()).prop_map(|(span, entity)| Edit::AddName { span, entity }),
            spans().prop_map(|span| Edit::RemoveName { span }),
            (contents(), proptest::option::of(keys())).prop_map(|(content, speaker)| {
                Edit::AddQuote {
                    content,
                    kind: QuoteKind::Direct,
                    speaker,
                }
            }),
            contents().prop_map(|content| Edit::RemoveQuote { content }),
            (contents(), proptest::option::of(keys()))
                .prop_map(|(content, speaker)| Edit::Speaker { content, speaker }),
        ]
    }

    proptest! {
        /// No edit at all changes nothing; one edit, applied again, changes nothing more.
        #[test]
        fn an_edit_is_idempotent(edit in edits()) {
            prop_assert_eq!(apply(found(), &[], TEXT), found());
            let edits = [edit];
            let once = apply(found(), &edits, TEXT);
            prop_assert_eq!(apply(once.clone(), &edits, TEXT), once);
        }

        /// To apply edits one after the other is to apply them together: so taking the last away undoes it.
        #[test]
        fn edits_add_up(edits in proptest::collection::vec(edits(), 0..6)) {
            let whole = apply(found(), &edits, TEXT);
            let steps = edits.iter().fold(found(), |so_far, edit| apply(so_far, std::slice::from_ref(edit), TEXT));
            prop_assert_eq!(whole, steps);
        }

        /// Whatever is edited, ids are places, mentions are in order, and none is without a place.
        #[test]
        fn what_comes_out_is_in_order(edits in proptest::collection::vec(edits(), 0..9)) {
            let Annotations { entities, quotes } = apply(found(), &edits, TEXT);
            for (number, entity) in entities.iter().enumerate() {
                prop_assert_eq!(entity.id, number);
                prop_assert!(!entity.mentions.is_empty());
                prop_assert!(entity.mentions.is_sorted_by_key(|mention| mention.span));
            }
            prop_assert!(entities.is_sorted_by_key(|entity| entity.mentions[0].span));
            let speakers = quotes.iter().flat_map(|quote| &quote.speaker);
            prop_assert!(speakers.flat_map(|speaker| speaker.entity).all(|id| id < entities.len()));
        }
    }
}
