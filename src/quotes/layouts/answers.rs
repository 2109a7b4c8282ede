//! Answers: paragraphs of an interview that has neither marks nor labels, behind the questions that it asks.

use std::ops::Range;

use super::found::Found;
use crate::annotations::QuoteKind;
use crate::quotes::reading::Reading;
use crate::quotes::reported::Reported;
use crate::quotes::terms::{form, forms};

/// How many questions make an interview.
const QUESTIONS: usize = 2;

/// How many tokens a question may hold, and one that does not speak of “you”.
const LONGEST: usize = 90;
const SHORT: usize = 15;

/// The answers of a text, if it is such an interview: most of them speak of “me”, and the questions of “you”.
pub(super) fn read(reading: &Reading) -> Vec<Found> {
    let paragraphs = &reading.document.paragraphs;
    let is_you = |token: usize| {
        const { forms(["you", "your"]) }.contains(&reading.form(token))
            && reading.quotation_of(token).is_none()
    };
    // “How persuasive can the minister be?” ends many a paragraph.
    let asks = |paragraph: &Range<usize>| {
        paragraph.len() <= LONGEST
            && reading.asks(paragraph)
            && reading.quotation_of(paragraph.start).is_none()
            && (paragraph.len() <= SHORT || paragraph.clone().any(is_you))
    };
    let numbers = 0..paragraphs.len();
    let questions: Vec<usize> = numbers.filter(|&at| asks(&paragraphs[at])).collect();
    if questions.len() < QUESTIONS {
        return Vec::new();
    }
    let mut answers = Vec::new();
    for (number, &question) in questions.iter().enumerate() {
        let end = questions
            .get(number + 1)
            .copied()
            .unwrap_or(paragraphs.len());
        let first = paragraphs
            .get(question + 1..end)
            .and_then(|rest| rest.split_first());
        let Some((first, rest)) = first.filter(|(first, _)| is_said(reading, first)) else {
            continue;
        };
        let goes_on = |it: &&Range<usize>| speaks_of_me(reading, it) && is_said(reading, it);
        let mut content = vec![first.clone()];
        content.extend(rest.iter().take_while(goes_on).cloned());
        answers.push(content);
    }
    let of_me = answers
        .iter()
        .filter(|content| content.iter().any(|it| speaks_of_me(reading, it)));
    let of_you = questions
        .iter()
        .any(|&at| paragraphs[at].clone().any(is_you));
    if answers.len() < QUESTIONS || of_me.count() * 2 < answers.len() || !of_you {
        return Vec::new();
    }
    answers.into_iter().map(found).collect()
}

fn found(content: Vec<Range<usize>>) -> Found {
    Found {
        claimed: content[0].start..content[content.len() - 1].end,
        reported: Reported {
            kind: QuoteKind::Direct,
            content,
            quoted: Vec::new(),
            cue: None,
            subject: None,
            label: None,
            probability: 1.0,
        },
    }
}

/// Whether a paragraph can be an answer: it is no quote of somebody with an attribution of its own.
fn is_said(reading: &Reading, paragraph: &Range<usize>) -> bool {
    let from = reading
        .quotations
        .partition_point(|it| it.tokens.start < paragraph.start);
    let within = reading.quotations[from..]
        .iter()
        .zip(&reading.frames[from..]);
    let mut within = within.take_while(|(it, _)| it.tokens.start < paragraph.end);
    reading.quotation_of(paragraph.start).is_none() && !within.any(|(_, frame)| frame.is_some())
}

fn speaks_of_me(reading: &Reading, paragraph: &Range<usize>) -> bool {
    let is_me = |token: usize| {
        reading.quotation_of(token).is_none()
            && (reading.document.word(token) == "I"
                || const { forms(["i'm", "i've", "i'd", "me", "my", "myself"]) }
                    .contains(&reading.form(token)))
    };
    paragraph.clone().any(is_me) || reading.form(paragraph.start) == const { form("we") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;

    #[test]
    fn answers_stand_behind_questions() {
        let cases = [
            (
                "an interview",
                "How do you feel?\n\nI feel good.\n\nMy knee is fine.\n\nAnd the team?\n\nIt is ready. I can tell.\n\nTickets cost £5.",
                "I feel good. My knee is fine. | It is ready. I can tell.",
            ),
            (
                "what happens between",
                "How do you feel?\n\nI feel good.\n\n‘She lies,’ Tom Orr says.\n\nAnd the team?\n\nI like it.",
                "I feel good. | I like it.",
            ),
            (
                "an explainer",
                "What should you do?\n\nBoil the water.\n\nWho is affected?\n\nPolice say that the whole town is.",
                "",
            ),
            (
                "questions of the writer",
                "He told me that trade matters to both of the countries. But how persuasive can the minister of so small a country be?\n\nOne slide shows me a car.\n\nAnd then, if a new government were to break all of the rules of the treaty, what remains?\n\nI saw no answer.",
                "",
            ),
            ("one question", "How do you feel?\n\nI feel good.", ""),
        ];
        for (name, text, expected) in cases {
            let document = Document::new(text);
            let mut reading = Reading::new(&document);
            reading.frames = crate::quotes::frames::find(&reading);
            let words = |found: &Found| {
                let parts = found.reported.content.iter();
                let parts = parts.map(|part| document.span(part.clone()).of(text));
                parts.collect::<Vec<_>>().join(" ")
            };
            let found: Vec<String> = read(&reading).iter().map(words).collect();
            assert_eq!(found.join(" | "), expected, "{name}");
        }
    }
}
