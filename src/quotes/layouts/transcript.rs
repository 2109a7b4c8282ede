//! Transcripts: turns of a conversation, each a paragraph that opens with its speaker and a colon.

use std::ops::Range;

use super::found::Found;
use crate::hash::{HashedMap, mix};
use crate::quotes::reading::Reading;
use crate::quotes::reported::Reported;
use crate::quotes::terms::{Class, forms};

/// One turn: who speaks, the colon and what is said, in tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Turn {
    /// The whole paragraph.
    paragraph: Range<usize>,
    /// The words that name the speaker.
    label: Range<usize>,
    /// What is said.
    content: Range<usize>,
}

/// How many tokens the label of a speaker may hold.
const LONGEST_LABEL: usize = 6;

/// How many paragraphs without a label may stand between two turns of one transcript.
const LONGEST_PAUSE: usize = 3;

/// The turns as quotes, in the place of whatever else is found in their paragraphs.
pub(super) fn read(reading: &Reading) -> Vec<Found> {
    let turns = turns(reading).into_iter();
    let found = turns.map(|turn| Found {
        reported: Reported::labelled(turn.content, Some(turn.label.end), turn.label),
        claimed: turn.paragraph,
    });
    found.collect()
}

/// The turns of the transcripts of a text, in order.
fn turns(reading: &Reading) -> Vec<Turn> {
    let mut turns = Vec::new();
    let mut conversation: Vec<Turn> = Vec::new();
    let mut pause: Vec<Turn> = Vec::new();
    let mut silence = 0;
    let mut questions = 0;
    for paragraph in &reading.document.paragraphs {
        if let Some(turn) = turn(reading, paragraph) {
            conversation.append(&mut pause);
            conversation.push(turn);
            silence = 0;
            continue;
        }
        silence += 1;
        questions += usize::from(!conversation.is_empty() && reading.asks(paragraph));
        if silence > LONGEST_PAUSE {
            close(reading, &mut conversation, questions, &mut turns);
            pause.clear();
            questions = 0;
        } else if let Some(last) = conversation.last() {
            pause.extend(continued(reading, paragraph, &last.label));
        }
    }
    close(reading, &mut conversation, questions, &mut turns);
    turns
}

/// The turn that a paragraph is, if it opens with a label.
fn turn(reading: &Reading, paragraph: &Range<usize>) -> Option<Turn> {
    let start = paragraph.start + usize::from(reading.class(paragraph.start) == Class::Quotation);
    let limit = paragraph.end.min(start + LONGEST_LABEL + 1);
    let colon = (start..limit).find(|&token| reading.class(token) == Class::Colon)?;
    let is_label = |token: usize| {
        let is_stop = token > start && reading.class(token) == Class::Stop;
        is_stop || reading.document.is_capital(token)
    };
    let is_name = |label: &Range<usize>| {
        let names = |token| {
            matches!(reading.class(token), Class::Capital | Class::Upper)
                || is_initials(reading.document.word(token))
        };
        label.clone().any(names) && label.clone().all(is_label)
    };
    let is_label = is_name(&(start..colon)) || is_question_or_answer(reading, &(start..colon));
    // “Ruiz: 547.” is a tally.
    let is_word =
        |token: usize| !reading.class(token).is_mark() && reading.class(token) != Class::Number;
    let is_said = (colon + 1..paragraph.end).any(is_word);
    (is_label && is_said).then(|| Turn {
        paragraph: paragraph.clone(),
        label: start..colon,
        content: spoken(reading, colon + 1..paragraph.end),
    })
}

/// Whether a word can be somebody's initials, be they those of a small word: “DO” or “I.S.”
fn is_initials(word: &str) -> bool {
    let letters = word.bytes().filter(|&b| b != b'.');
    (2..=3).contains(&letters.clone().count()) && letters.clone().all(|b| b.is_ascii_uppercase())
}

/// A paragraph between two turns, where it opens with a mark as what goes on does.
fn continued(reading: &Reading, paragraph: &Range<usize>, label: &Range<usize>) -> Option<Turn> {
    let goes_on = reading.class(paragraph.start) == Class::Quotation
        && !matches!(
            reading.class(paragraph.start + 1),
            Class::Opening | Class::Stop
        );
    goes_on.then(|| Turn {
        paragraph: paragraph.clone(),
        label: label.clone(),
        content: spoken(reading, paragraph.start + 1..paragraph.end),
    })
}

/// What is said without the mark that closes it.
fn spoken(reading: &Reading, content: Range<usize>) -> Range<usize> {
    let closes = reading.class(content.end - 1) == Class::Quotation
        && reading
            .quotation_of(content.end - 1)
            .is_some_and(|index| reading.quotations[index].tokens.start < content.start);
    content.start..content.end - usize::from(closes && content.len() > 1)
}

/// Keeps the turns of a conversation: of two who speak, at least one speaks again, or one asks
/// and one answers, or one answers the questions of the writer, which have no label.
fn close(reading: &Reading, conversation: &mut Vec<Turn>, questions: usize, turns: &mut Vec<Turn>) {
    let mut labels: HashedMap<()> = HashedMap::default();
    let mut count = 0;
    let mut last: Option<&Range<usize>> = None;
    for turn in conversation.iter().filter(|turn| turn.opens()) {
        if last != Some(&turn.label) {
            let forms = turn.label.clone().map(|token| reading.term(token).form);
            labels.insert(key(forms), ());
            count += 1;
        }
        last = Some(&turn.label);
    }
    let is_interview = const { forms(["q", "a"]) }
        .iter()
        .all(|&one| labels.contains_key(&key([one])));
    let opened = conversation.iter().filter(|turn| turn.opens()).count();
    let answers_writer = labels.len() == 1 && opened >= 2 && questions + 1 >= opened;
    if labels.len() >= 2 && (count > labels.len() || is_interview) || answers_writer {
        turns.append(conversation);
    }
    conversation.clear();
}

/// The key of a label by the forms of its words.
fn key(forms: impl IntoIterator<Item = u32>) -> u64 {
    let forms = forms.into_iter();
    forms.fold(0, |key, form| mix(key ^ u64::from(form)))
}

impl Turn {
    /// Whether the turn has its own label, rather than going on with the one before it.
    fn opens(&self) -> bool {
        self.paragraph.contains(&self.label.start)
    }
}

/// Whether a label is that of questions or answers.
fn is_question_or_answer(reading: &Reading, label: &Range<usize>) -> bool {
    label.len() == 1 && matches!(reading.document.word(label.start), "Q" | "A")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;

    #[test]
    fn turns_have_a_label_and_what_is_said() {
        type Case<'c> = (&'c str, &'c str, &'c [(&'c str, &'c str)]);
        let cases: [Case; 11] = [
            (
                "a hearing",
                "SEN. RUIZ: Who knew?\nMR. LANE: Nobody.\nSEN. RUIZ: Nobody?",
                &[
                    ("SEN. RUIZ", "Who knew?"),
                    ("MR. LANE", "Nobody."),
                    ("SEN. RUIZ", "Nobody?"),
                ],
            ),
            (
                "questions and answers",
                "Q: Who knew?\nA: We did.",
                &[("Q", "Who knew?"), ("A", "We did.")],
            ),
            (
                "all within marks, one turn over two paragraphs",
                "\"LANE: No.\n\"RUIZ: Well,\n\"we knew.\n\"(CROSSTALK.)\n\"LANE: No.\"",
                &[
                    ("LANE", "No."),
                    ("RUIZ", "Well,"),
                    ("RUIZ", "we knew."),
                    ("LANE", "No."),
                ],
            ),
            (
                "a label with an article",
                "The Evening Post: Why?\nAna Ruiz: Why not?\nThe Evening Post: Why?",
                &[
                    ("The Evening Post", "Why?"),
                    ("Ana Ruiz", "Why not?"),
                    ("The Evening Post", "Why?"),
                ],
            ),
            (
                "initials that are small words",
                "DO: Who knew?\nIS: Nobody.\nDO: Nobody?",
                &[("DO", "Who knew?"), ("IS", "Nobody."), ("DO", "Nobody?")],
            ),
            (
                "questions of the writer",
                "Were you there?\n\nAna Ruiz: I was.\n\nAnd your son?\n\nAna Ruiz: He was not.",
                &[("Ana Ruiz", "I was."), ("Ana Ruiz", "He was not.")],
            ),
            ("a list", "Director: Ana Ruiz\nCast: Tom Lane", &[]),
            (
                "one label",
                "Update: It rained.\nUpdate: It rained on.",
                &[],
            ),
            (
                "a sentence",
                "She said: no.\nHe said: yes.\nShe said: no.",
                &[],
            ),
            ("a tally", "Ruiz: 547.\nLane: 46.\nRuiz: 2,316.", &[]),
            ("nothing said", "Ruiz:\nLane:\nRuiz:", &[]),
        ];
        for (name, text, expected) in cases {
            let document = Document::new(text);
            let of = |tokens: &Range<usize>| document.span(tokens.clone()).of(text);
            let turns = turns(&Reading::new(&document));
            let found: Vec<(&str, &str)> = turns
                .iter()
                .map(|turn| (of(&turn.label), of(&turn.content)))
                .collect();
            assert_eq!(found, expected, "{name}");
        }
    }
}
