//! Cases of dates and sums of money.

use super::*;

fn found(text: &str, entity_type: EntityType) -> Vec<&str> {
    let document = Document::new(text);
    dates_and_money(&document)
        .into_iter()
        .filter(|name| name.entity_type == entity_type)
        .map(|name| document.span(name.tokens).of(text))
        .collect()
}

#[test]
fn dates_are_found() {
    let cases: &[(&str, &[&str])] = &[
        ("They met on Wednesday.", &["Wednesday"]),
        (
            "Last November, and later this week",
            &["Last November", "later this week"],
        ),
        ("On June 14, 2023, it rained.", &["June 14, 2023"]),
        (
            "from 14 June to the 2nd of July",
            &["14 June", "2nd of July"],
        ),
        (
            "on Friday, July 8, 2022, and Sept. 4",
            &["Friday, July 8, 2022", "Sept. 4"],
        ),
        ("since October 2018", &["October 2018"]),
        ("in May or in early March", &["May", "early March"]),
        ("It may rain. May I? March on!", &[]),
        ("He was born in 1949, in the 1990s", &["1949", "the 1990s"]),
        ("this weekend, next year", &["this weekend", "next year"]),
        (
            "at the end of the year, by the start of June",
            &["the end of the year", "the start of June"],
        ),
        ("over 2021-2022 and 2021/22", &["2021-2022", "2021/22"]),
        ("2000 people and 1500 metres for $2015", &[]),
        (
            "a man in his 70s of the 19th century",
            &["the 19th century"],
        ),
        ("the Vision 2030 and Act 12/2019", &[]),
        ("JUNE 14, a Tuesday", &["JUNE 14", "Tuesday"]),
        (
            "July 5-6 and July 5 to August 2",
            &["July 5-6", "July 5 to August 2"],
        ),
        ("last July 18", &["last July 18"]),
        ("on 2023-06-14", &["2023-06-14"]),
        ("10 percent of 3 June's 5%", &["3 June"]),
        ("the ’90s, since Sept. 4", &["the ’90s", "Sept. 4"]),
        ("March\n4, 2023", &["2023"]),
        (
            "yesterday, not two years ago or a decade ago",
            &["yesterday", "two years ago", "a decade ago"],
        ),
        ("some 10 days ago, long ago", &["10 days ago"]),
        (
            "in Q3 2024, in Q4, this quarter",
            &["Q3 2024", "Q4", "this quarter"],
        ),
        (
            "the third quarter of 2024 and a third quarter",
            &["the third quarter of 2024"],
        ),
        ("in two years, for ten days", &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(&found(text, EntityType::Date), expected, "{text}");
    }
}

#[test]
fn sums_of_money_are_found() {
    let cases: &[(&str, &[&str])] = &[
        ("It cost $1.2 billion, not €3m.", &["$1.2 billion", "€3m"]),
        ("£40, US$5m and US $3,000", &["£40", "US$5m", "US $3,000"]),
        (
            "500 million yen or 20 euros",
            &["500 million yen", "20 euros"],
        ),
        ("They won 500 million won.", &["500 million won"]),
        ("In 2010 won the other side.", &[]),
        (
            "$12-14 billion, $3.18-$3.81",
            &["$12-14 billion", "$3.18-$3.81"],
        ),
        (
            "half a million dollars, five cents",
            &["half a million dollars", "five cents"],
        ),
        (
            "Rs 50 crore and R250 and Dh5,000",
            &["Rs 50 crore", "R250", "Dh5,000"],
        ),
        (
            "hundreds of millions of Hong Kong dollars",
            &["hundreds of millions of Hong Kong dollars"],
        ),
        (
            "$4million, GHS2.5billion and Dh5,000",
            &["$4million", "GHS2.5billion", "Dh5,000"],
        ),
        ("10 percent of 12 pounds of bread", &[]),
        ("2 million people", &[]),
        ("Lee (R-Ohio) won, and N. dollars", &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(&found(text, EntityType::Money), expected, "{text}");
    }
}

#[test]
fn a_name_wins_over_a_date_unless_it_is_one() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("a date alone", "on Wednesday", &["Wednesday"]),
        ("a word of a date", "on June 14", &["June 14"]),
        (
            "a name that is more",
            "the Black Friday sale",
            &["Black Friday"],
        ),
        ("a person", "by May", &["May"]),
    ];
    let named = |text: &str| {
        let document = Document::new(text);
        let may = document.token_at(text.find("May").expect("it is there"));
        let name = Name {
            tokens: may..may + 1,
            entity_type: EntityType::Person,
        };
        with_dates_and_money(&document, vec![name])[0].entity_type
    };
    assert_eq!(named("a plan by May"), EntityType::Person);
    assert_eq!(named("a vote in May"), EntityType::Date);
    assert_eq!(named("May spoke"), EntityType::Person);
    for (name, text, expected) in cases {
        let document = Document::new(text);
        let capitals = (0..document.tokens.len()).filter(|&index| document.is_capital(index));
        let mut names: Vec<Name> = Vec::new();
        for index in capitals {
            match names.last_mut() {
                Some(last) if last.tokens.end == index => last.tokens.end += 1,
                _ => names.push(Name {
                    tokens: index..index + 1,
                    entity_type: EntityType::Person,
                }),
            }
        }
        let found: Vec<&str> = with_dates_and_money(&document, names)
            .into_iter()
            .map(|name| document.span(name.tokens).of(text))
            .collect();
        assert_eq!(&found, expected, "{name}");
    }
}
