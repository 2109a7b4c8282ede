use super::metadata::Metadata;
use super::names::{Name, Names};
use super::outline::{Container, Outline, Paragraph};
use super::shape::{Opening, Shape};
use super::{Choice, FoundBy};

const LONG: &str = "The council met on Monday, and after a long evening, with many speakers, it voted for the pier.";
const ALSO: &str = "“The pier will open in May,” said Lina Moreau, who had asked for it for nine years, on Tuesday.";

/// A page from lines: `>tag.class` opens a container, `<` closes one, `[words]` is a paragraph that is a link, and
/// all else is a paragraph in a `<p>` of its own.
fn page(metadata: &Metadata, lines: &[&str]) -> (Outline, Vec<String>) {
    let mut outline = Outline::default();
    let mut open = vec![0];
    let mut words = Vec::new();
    let body = Container {
        parent: 0,
        names: Names::default(),
    };
    outline.containers.push(body);
    for line in lines {
        let around = open.last().copied().unwrap_or_default();
        let own = outline.containers.len() as u32;
        if *line == "<" {
            open.pop();
        } else if let Some(element) = line.strip_prefix('>') {
            let (tag, called) = element.split_once('.').unwrap_or((element, ""));
            let names = Names::of(tag, "", "", called);
            outline.containers.push(Container {
                parent: around,
                names,
            });
            open.push(own);
        } else {
            let text = line.trim_matches(['[', ']']);
            let letters = text.chars().filter(|c| c.is_alphanumeric()).count() as u32;
            let linked = if line.starts_with('[') { letters } else { 0 };
            let names = Names::of("p", "", "", "");
            outline.containers.push(Container {
                parent: around,
                names,
            });
            outline.paragraphs.push(Paragraph {
                container: own,
                shape: Shape::of(text, linked, metadata),
            });
            words.push(String::from(text));
        }
    }
    (outline, words)
}

#[track_caller]
fn check(name: &str, lines: &[&str], is_page: bool, expected: &[&str]) -> FoundBy {
    let metadata = Metadata::new(&["Merrow plans a pier"], "");
    check_with(&metadata, name, lines, is_page, expected)
}

#[track_caller]
fn check_with(
    metadata: &Metadata,
    name: &str,
    lines: &[&str],
    is_page: bool,
    expected: &[&str],
) -> FoundBy {
    let (outline, words) = page(metadata, lines);
    let choice = Choice::of(&outline, is_page);
    let read = words
        .iter()
        .zip(&choice.left)
        .filter(|(_, left)| left.is_none());
    let read: Vec<&str> = read.map(|(words, _)| words.as_str()).collect();
    assert_eq!(read, expected, "{name}");
    choice.found_by
}

#[test]
fn an_article_is_the_paragraphs_that_belong_together() {
    let text = [ALSO, LONG, LONG, LONG];
    let story = [
        "[Harbour master resigns over the ferry]",
        "[Ferry line asks for a new pier]",
        "[Ruiz to run for mayor]",
    ];
    let with = |before: &[&'static str], after: &[&'static str]| -> Vec<&'static str> {
        [before, &text, after].concat()
    };
    let by = check(
        "in an article",
        &with(&[">article"], &["<", ">aside", LONG, "<"]),
        true,
        &text,
    );
    assert_eq!(by, FoundBy::Article);
    let by = check(
        "in a block without a name",
        &with(&[">div"], &["<", ">ul", story[0], story[1], story[2], "<"]),
        true,
        &text,
    );
    assert_eq!(by, FoundBy::Density);
    let headline = [&["Merrow plans a pier"], &text[..]].concat();
    check(
        "with its headline",
        &with(
            &[">div", ">h1", "Merrow plans a pier", "<", "<", ">main"],
            &["<"],
        ),
        true,
        &headline,
    );
    check(
        "all within an advertisement by its name",
        &with(&[">div.ad"], &["<"]),
        true,
        &text,
    );
    check(
        "and none of its comments",
        &with(
            &[">main"],
            &[
                ">div.comments",
                LONG,
                LONG,
                LONG,
                LONG,
                LONG,
                LONG,
                LONG,
                "<",
                "<",
            ],
        ),
        true,
        &text,
    );
    let by = check(
        "nowhere, where there is hardly a word",
        &["It rained."],
        true,
        &["It rained."],
    );
    assert_eq!(by, FoundBy::Given);
}

#[test]
fn of_what_is_given_all_is_read_but_what_is_surely_something_else() {
    check(
        "short lines",
        &["It rained.", "Ana Ruiz", "12.30"],
        false,
        &["It rained.", "Ana Ruiz", "12.30"],
    );
    check(
        "a promotion",
        &["It rained.", ">div.newsletter-box", "Stay dry.", "<"],
        false,
        &["It rained."],
    );
    check(
        "a line that leads away",
        &[
            "It rained.",
            "Read more:",
            "[Ferry line asks for a new pier in spring]",
        ],
        false,
        &["It rained."],
    );
    check(
        "a box of another story with its heading",
        &[
            "It rained.",
            ">div",
            "Three years ago",
            "[The night on which the ferry sank]",
            "<",
            "It stopped.",
        ],
        false,
        &["It rained.", "It stopped."],
    );
    check("nothing", &[], false, &[]);
    check("nothing of a page", &[], true, &[]);
}

#[test]
fn the_headline_is_what_a_title_says_or_the_heading_before_the_text() {
    let titles = ["Nine years for a pier", "Merrow plans a pier"];
    let text = [ALSO, LONG, LONG, LONG];
    let cases: &[(&str, &[&str], &str)] = &[
        (
            "the second of two titles",
            &[">h1", "Merrow plans a pier", "<"],
            "Merrow plans a pier",
        ),
        (
            "neither of them",
            &[">h1", "The town that waited", "<"],
            "The town that waited",
        ),
        (
            "not what shares the page",
            &[
                ">div.share",
                ">h4",
                "Nine years for a pier",
                "<",
                "<",
                ">h2",
                "Nine years for a pier",
                "<",
            ],
            "Nine years for a pier",
        ),
    ];
    for (name, head, expected) in cases {
        let lines = [&[">article"], *head, &text[..], &["<"]].concat();
        let read = [&[*expected], &text[..]].concat();
        check_with(&Metadata::new(&titles, ""), name, &lines, true, &read);
    }
}

#[test]
fn what_a_page_gives_as_its_text_is_believed_where_it_is_there() {
    let more =
        "Nobody in the hall had asked what the wall would cost, and nobody in the hall was told.";
    let promotion = "Our reporters stay awake so that you know first thing in the morning what the town has done.";
    let lines = [
        ">div", ALSO, LONG, promotion, LONG, LONG, "<", ">div.ad", more, "<",
    ];
    let all = [ALSO, LONG, LONG, LONG, more].join(" ");
    let read = [ALSO, LONG, LONG, LONG, more];
    check_with(
        &Metadata::new(&[], &all),
        "the whole text",
        &lines,
        true,
        &read,
    );
    let without = [ALSO, LONG, promotion, LONG, LONG];
    check_with(
        &Metadata::new(&[], ALSO),
        "its beginning",
        &lines,
        true,
        &without,
    );
    check_with(
        &Metadata::new(&[], "It rained in Elm on Monday."),
        "another text",
        &lines,
        true,
        &without,
    );
    let given = [ALSO, LONG, promotion, LONG, LONG];
    check_with(
        &Metadata::new(&[], &all),
        "of an element that is given",
        &lines,
        false,
        &given,
    );
}

#[test]
fn tables_of_figures_beside_the_text_are_read_as_wholes() {
    let cell = |words: &'static str| [">td", words, "<"];
    let row = |name: &'static str, points: &'static str| {
        [&[">tr.player"], &cell(name)[..], &cell(points)[..], &["<"]].concat()
    };
    let rows = [
        row("Lina Moreau", "31"),
        row("Tom Hale", "7"),
        row("Ana Ruiz", "2"),
    ]
    .concat();
    let table = [&[">table.players", ">tbody"], &rows[..], &["<", "<"]].concat();
    let text = [ALSO, LONG, LONG, LONG];
    let figures = ["Lina Moreau", "31", "Tom Hale", "7", "Ana Ruiz", "2"];
    let lines = [&[">article"], &text[..], &table, &["<"]].concat();
    let read = [&text[..], &figures].concat();
    check("in the article", &lines, true, &read);
    let lines = [&[">article"], &text[..], &["<", ">aside"], &table, &["<"]].concat();
    check("beside it", &lines, true, &text);
}

#[test]
fn names_are_whole_words_and_the_heads_of_classes() {
    let cases: &[(&str, Option<Name>)] = &[
        ("ad", Some(Name::Ad)),
        ("ad-container", Some(Name::Ad)),
        ("AdSlot-300", Some(Name::Ad)),
        ("related-links", Some(Name::Related)),
        ("most_read", Some(Name::Related)),
        ("more-on-this-story", Some(Name::Related)),
        ("commentList", Some(Name::Comments)),
        ("pane-signup", Some(Name::Promotion)),
        ("pull-quote", Some(Name::PullQuote)),
        ("survey-results", None),
        ("promontory", None),
        ("correlated-data", None),
        ("adapted", None),
        ("feedback-loop", None),
        ("tag-newsletters", None),
        ("category-sponsored", None),
        ("header", Some(Name::Head)),
    ];
    for (class, expected) in cases {
        let names = Names::of("div", "", "", class);
        let sure = [
            Name::Ad,
            Name::Related,
            Name::Comments,
            Name::Promotion,
            Name::PullQuote,
        ];
        let found = sure.into_iter().find(|name| names.is(*name));
        let found = found.or_else(|| names.has(Name::Head).then_some(Name::Head));
        assert_eq!(found, *expected, "{class}");
    }
    assert!(
        !Names::of("article", "", "", "newsletter ad").is(Name::Ad),
        "an article's classes are its topics"
    );
}

#[test]
fn a_shape_tells_how_a_paragraph_begins_and_ends() {
    let metadata = Metadata::new(&["Merrow plans a pier | The Merrow Post"], "");
    let shape = |words| Shape::of(words, 0, &metadata);
    assert!(shape(LONG).is_prose() && !shape("Ana Ruiz").is_prose());
    assert!(shape("“It is late,”").is_closed && !shape("It is late").is_closed);
    assert_eq!(shape("Read more: a pier").opening, Opening::Story);
    assert!(
        shape("Related articles").is_opening_alone
            && !shape("Related parties must say so").is_opening_alone
    );
    assert!(shape("Merrow plans a pier").titled > 0.9 && shape("The ferry sank").titled < 0.4);
    assert_eq!(shape("").letters, 0);
    assert!(shape("İstanbul’da yağmur").letters > 0);
}
