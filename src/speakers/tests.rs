//! Who says what, in sentences of our own, as the shipped weights read them.

mod asides;
mod deeds;
mod groups;
mod lists;
mod objects;
mod reports;
mod subjects;
mod verdicts;

use super::attribute;
use crate::entities;
use crate::model::linear::speaking;
use crate::quotes;
use crate::text::Document;

/// Each quote with a speaker as “speaker: words”, where “ … ” parts the words.
fn said(text: &str) -> Vec<String> {
    let document = Document::new(text);
    let names = entities::with_dates_and_money(&document, entities::find(&document));
    let reading = quotes::read(&document, speaking());
    let reported = quotes::find(&reading, speaking());
    let (quotes, _) = attribute(&reading, &names, reported, speaking());
    let credited = quotes.iter().filter_map(|quote| {
        let words: Vec<&str> = quote.content.iter().map(|part| part.of(text)).collect();
        Some(format!(
            "{}: {}",
            quote.speaker.as_ref()?.span.of(text),
            words.join(" … ")
        ))
    });
    credited.collect()
}

/// Checks who says what: a case's name, its text, and each quote with a speaker.
fn is_said_as_expected(cases: &[(&str, &str, &[&str])]) {
    for (name, text, expected) in cases {
        assert_eq!(&said(text), expected, "{name}");
    }
}

#[test]
fn the_whole_mention_and_the_whole_report_are_found() {
    is_said_as_expected(&[
        (
            "people with what they know",
            "Three people familiar with the matter said the bridge was unsafe.",
            &["Three people familiar with the matter: the bridge was unsafe"],
        ),
        (
            "people with what they know, and more of them",
            "A person familiar with the matter, who asked not to be named, said the bridge was unsafe.",
            &["A person familiar with the matter: the bridge was unsafe"],
        ),
        (
            "how it was said",
            "The plan was “dead,” the ministry said in a statement, without giving details of the talks.",
            &["the ministry: The plan was “dead,”"],
        ),
        (
            "the owner of a plural",
            "The farmers’ leader said the shelves were empty.",
            &["The farmers’ leader: the shelves were empty"],
        ),
        (
            "somebody's somebody",
            "“It is over,” his lawyer said on Monday.",
            &["his lawyer: “It is over,”"],
        ),
        (
            "one of many",
            "“It rained all day,” said one regular.",
            &["one regular: “It rained all day,”"],
        ),
        (
            "a title with of",
            "US Secretary of State Ana Ruiz said the talks had failed.",
            &["US Secretary of State Ana Ruiz: the talks had failed"],
        ),
        (
            "what belongs to the verb",
            "“We are open,” said the minister in a statement on Friday.",
            &["the minister: “We are open,”"],
        ),
        (
            "a dateline",
            "OSLO, Nov 3 (Reuters) - Rain fell on the capital for a third day, officials said.",
            &["officials: Rain fell on the capital for a third day"],
        ),
        (
            "when it was said",
            "The company will close two plants, Liv Haugen said on Monday, a day after talks with the union failed.",
            &["Liv Haugen: The company will close two plants"],
        ),
        (
            "a report within a report",
            "Oil fell on Monday after the cartel signalled that it would raise output, traders said.",
            &["traders: Oil fell on Monday after the cartel signalled that it would raise output"],
        ),
        (
            "what is announced, but not said",
            "The visit has yet to be officially announced by the palace in Oslo.",
            &[],
        ),
        (
            "that somebody spoke, but not what was said",
            "Ana Ruiz rose. She asked how. The mayor told her so. He told me so himself, at this table, over soup. He told her so himself, at this table, over soup.",
            &[],
        ),
        (
            "an age",
            "“It was a good one,” the 23-year-old added.",
            &["the 23-year-old: “It was a good one,”"],
        ),
        (
            "a body in apposition",
            "The builder, Northgate Inc., said that two pipes had cracked in tests.",
            &["The builder, Northgate Inc.: that two pipes had cracked in tests"],
        ),
        (
            "who wants to stay without a name",
            "Two neighbours who asked not to be named said the house had been empty for years.",
            &["Two neighbours: the house had been empty for years"],
        ),
        (
            "a plea",
            "Eva Stone pleaded guilty to three counts of fraud on Monday. Tom Reed pleaded not guilty to arson and theft.",
            &[],
        ),
        (
            "the one who hears",
            "Locksmith ‘copied every key on the street’, jury told\n\nMinister accused of ‘hiding behind the weather’ over floods\n\nEva Stone left. Asked whether anything was missing, Ana Ruiz shook her head.",
            &[],
        ),
        (
            "who stands behind the cue, and who that is",
            "Within four days they were walking past the house, said Ana Reyes-Lane, who led the work. Holes form when water freezes in the road, said Joe Carver, an engineer.",
            &[
                "Ana Reyes-Lane: Within four days they were walking past the house",
                "Joe Carver: Holes form when water freezes in the road",
            ],
        ),
        (
            "the one who is seen so",
            "Tom Reed, seen by many farmers as a man who would bring the railway back, left on Monday.",
            &[],
        ),
        (
            "a source told anew",
            "The port will close, she said according to a transcript of the talk.",
            &["a transcript of the talk: The port will close, she said"],
        ),
        (
            "speech that somebody relays",
            "Lane discussed the dam with Reed and stressed that the work must stop, her spokeswoman said in a statement. Lane spoke about “shared values” and said the talks had been “frank,” spokesman Piet Vos said.",
            &[
                "her spokeswoman: Lane discussed the dam with Reed and stressed that the work must stop",
                "spokesman Piet Vos: Lane spoke about “shared values” and said the talks had been “frank,”",
            ],
        ),
        (
            "an answer to a question of another",
            "Asked by Ms Lane whether anything was missing, Eva Stone replied, ‘My father’s watch, and a bag of flour.’",
            &[
                "Ms Lane: whether anything was missing",
                "Eva Stone: ‘My father’s watch, and a bag of flour.’",
            ],
        ),
        (
            "a noun alone with a verb of doing",
            "The debate went on. Reed posted a picture of his office, with a canoe in it.",
            &[],
        ),
        (
            "the one who writes and the one who reads",
            "We believe that small towns deserve good libraries. You agree to receive updates from us and our partners. Is it true that you said the plan was mad?",
            &[],
        ),
        (
            "a paper that closes the sentence by a rare verb",
            "The governor “defended the city’s record on water”, a sore point for years, and its “other duties”, the communiqué underlined. The two sides “exchanged views on the canal”, the ministry emphasised. The chairman called for “calm on the floor”, the bank’s statement stressed.",
            &[
                "the communiqué: The governor “defended the city’s record on water”, a sore point for years, and its “other duties”",
                "the ministry: The two sides “exchanged views on the canal”",
                "the bank’s statement: The chairman called for “calm on the floor”",
            ],
        ),
        (
            "words in marks beside a report's own",
            "Two ministers are hiding in the “Red House” on the docks, a source said. The strike is aimed at “profiteers” in the port, a senior union official told the Evening Post.",
            &[
                "a source: Two ministers are hiding in the “Red House” on the docks",
                "a senior union official: The strike is aimed at “profiteers” in the port",
            ],
        ),
        (
            "words of one whom somebody else relays",
            "Ana Ruiz spoke about “the need to keep the old harbour open to every boat that comes to it from the islands,” Piet Vos said in a press release. The two leaders discussed “ways to bring home the sailors who have been held on the island since the spring,” an official told reporters.",
            &[
                "Piet Vos: Ana Ruiz spoke about “the need to keep the old harbour open to every boat that comes to it from the islands,”",
                "an official: The two leaders discussed “ways to bring home the sailors who have been held on the island since the spring,”",
            ],
        ),
        (
            "the subject of a second clause",
            "Belgian officials described it as a drill, while Madrid claimed it was an attack on its boats. Norwegian officials spoke of a misunderstanding, but Moscow said it had warned them twice. Farmers blamed the dam, whereas Northgate Homes insisted the rain had been unusual.",
            &[
                "Belgian officials: it as a drill",
                "Madrid: it was an attack on its boats",
                "Moscow: it had warned them twice",
                "Northgate Homes: the rain had been unusual",
            ],
        ),
        (
            "what is agreed or decided, but not said",
            "Both sides agreed to share the water of the river. The bank decided to close two of its branches. The union agreed not to strike before May.",
            &[],
        ),
        (
            "who is told, and a speaker whom a clause describes",
            "The bridge will open in May, the mayor, who has asked for more money, said on Monday. The men had fled to the harbour at night, the guard, who was there, told the Evening Post.",
            &[
                "the mayor: The bridge will open in May",
                "the guard: The men had fled to the harbour at night",
            ],
        ),
        (
            "a source with “of” that opens the sentence",
            "According to the Friends of Elm Library, its hours were cut in May, when it lost its last caretaker.",
            &[
                "the Friends of Elm Library: its hours were cut in May, when it lost its last caretaker",
            ],
        ),
        (
            "initials before the name of who speaks",
            "The leader of the opposition Narvian Peasant Union (NPU), Ana Ruiz, said the harvest had failed.",
            &[
                "The leader of the opposition Narvian Peasant Union (NPU), Ana Ruiz: the harvest had failed",
            ],
        ),
        (
            "a source with what it knows",
            "The jobs will go in May, according to two people familiar with the plan, who asked not to be named.",
            &["two people familiar with the plan: The jobs will go in May"],
        ),
        (
            "a subject with a clause of its own",
            "Another, who had heard of it at work, said she was leaving for Oslo.",
            &["Another: she was leaving for Oslo"],
        ),
        (
            "somebody else between two quotations",
            "“I thought it was thunder,” said Ana Ruiz, who lives opposite. “Then the windows went.” Her husband, Tom Reed, said he had taken the dog and run. “You just go.”",
            &[
                "Ana Ruiz: “I thought it was thunder,” … “Then the windows went.”",
                "Her husband, Tom Reed: he had taken the dog and run",
                "Tom Reed: “You just go.”",
            ],
        ),
        (
            "a deed that somebody comments on",
            "The council blocked the plan for a bridge on Monday, with Mayor Ana Ruiz saying it was “a very bad idea.”",
            &["Mayor Ana Ruiz: it was “a very bad idea.”"],
        ),
        (
            "a sum and a story are nobody",
            "The state paid $3 million critics said it did not have. He told the story Ana Ruiz told about the mill: “We had no wheat left to grind for the town.”",
            &[
                "critics: it did not have",
                "Ana Ruiz: “We had no wheat left to grind for the town.”",
            ],
        ),
    ]);
}
