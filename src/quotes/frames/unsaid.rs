//! Verbs that report nothing that was said: denied, hypothetical, refused, wished or asked about.

use std::ops::Range;

use crate::ablation;
use crate::lexicon::Tags;
use crate::quotes::cues::is_behind_be;
use crate::quotes::reading::Reading;
use crate::quotes::terms::{Class, form, forms};

/// How many tokens before a verb its clause may open with a word that makes it hypothetical.
const REACH: usize = 12;

/// Words that make a clause hypothetical, or a question.
const HYPOTHETICAL: [u32; 3] = forms(["if", "unless", "whether"]);

/// Auxiliaries of what may be.
const MODAL: [u32; 4] = forms(["could", "may", "might", "should"]);

/// Whether what a cue reports was not said: “never said that …”, “might have told”, “has yet to say”, “If Reed says
/// that …”, “refused to say”.
pub fn is_unsaid(reading: &Reading, head: usize) -> bool {
    let group = verb_group(reading, head);
    let is_unsaid = denies(reading, head)
        || is_denied(reading, &group)
        || is_possible(reading, &group)
        || is_hypothetical(reading, group.start)
        || is_governed(reading, head, &group);
    if is_unsaid {
        ablation::fired(super::UNSAID);
    }
    is_unsaid && ablation::is_on(super::UNSAID)
}

/// The auxiliaries and adverbs before a verb.
fn verb_group(reading: &Reading, head: usize) -> Range<usize> {
    let belongs = |&token: &usize| {
        matches!(
            reading.class_from(head, token),
            Class::Auxiliary | Class::Adverb
        ) || reading.form_from(head, token) == const { form("once") }
    };
    let length = (0..head).rev().take_while(belongs).count();
    head - length..head
}

/// Whether a verb itself denies what it governs, or passes over it: “denied that it was late”, “disputed claims that it
/// was late”, “ignored the fact that it was late”.
fn denies(reading: &Reading, head: usize) -> bool {
    const DENIES: [u32; 7] = forms([
        "den", "disput", "doubt", "follow", "ignor", "overlook", "refut",
    ]);
    const REJECTS: [u32; 5] = forms(["dismiss", "reject", "rebuff", "rebut", "ridicul"]);
    let stem = reading.term(head).stem;
    DENIES.contains(&stem) && !reading.class_from(head, head + 1).is_mark()
        || REJECTS.contains(&stem) && !takes_for(reading, head)
}

/// Whether a noun behind a verb is followed by what somebody takes it for: “rejected it as ‘a joke’”.
fn takes_for(reading: &Reading, head: usize) -> bool {
    const NEAR: usize = 24;
    let of_noun = |&token: &usize| {
        let class = reading.class_from(head, token);
        class != Class::That && !class.is_mark()
    };
    let mut behind = (head + 1..head + NEAR).take_while(of_noun);
    behind.any(|token| reading.form(token) == const { form("as") })
}

/// “did not say”, “never said”, “wouldn’t say”, but not “not only said”.
fn is_denied(reading: &Reading, group: &Range<usize>) -> bool {
    let is_negative = |token: usize| {
        let word = reading.document.word_or_none(token);
        let denies = const { forms(["never", "not", "cannot"]) }.contains(&reading.form(token));
        denies && reading.form(token + 1) != const { form("only") }
            || word.ends_with("n't")
            || word.ends_with("n’t")
    };
    group.clone().any(is_negative)
}

/// “could have said”, “might say”; “would have said”, too.
fn is_possible(reading: &Reading, group: &Range<usize>) -> bool {
    let is = |word: u32| group.clone().any(|token| reading.form(token) == word);
    let has_modal = group
        .clone()
        .any(|token| MODAL.contains(&reading.form(token)));
    has_modal || is(const { form("would") }) && is(const { form("have") })
}

/// Whether a clause opens with “if” or “whether”, or with an auxiliary as questions do.
fn is_hypothetical(reading: &Reading, verb: usize) -> bool {
    let sentence = reading.sentence(verb);
    let from = sentence.start.max(verb.saturating_sub(REACH));
    let clause = (from..verb).rev().take_while(|&token| {
        !reading.class(token).is_mark() && reading.class(token) != Class::That
    });
    let start = clause.clone().last();
    let opens_as_question = start.is_some_and(|start| {
        start == sentence.start
            && reading.class(start) == Class::Auxiliary
            && reading.term(start).form != const { form("let") }
    });
    let asks_who = start == Some(sentence.start)
        && verb == sentence.start + 1
        && reading.class(sentence.start) == Class::Relative
        && reading.asks(&sentence);
    // “Why Ana Ruiz Thinks the Bank Is Wrong” is a headline.
    let last = reading.paragraph(verb).end.checked_sub(1);
    let heads = const { forms(["how", "what", "why"]) }.contains(&reading.form(sentence.start))
        && sentence.start < verb
        && reading.class(last) != Class::Stop
        && reading.quotation_of(last).is_none();
    // “What Ana Ruiz said was wrong”
    let is_named = start == Some(sentence.start)
        && reading.form(start) == const { form("what") }
        && !clause.clone().any(|token| reading.term(token).is_finite());
    opens_as_question
        || is_named
        || asks_who
        || heads
        || clause
            .clone()
            .any(|token| HYPOTHETICAL.contains(&reading.form(token)))
}

/// Whether a verb hangs on one that says it is not done: “refused to say”, “has yet to explain”, “wants to tell”,
/// “asked him to say”, “without saying”, “denied ever saying”, “stopped short of saying”.
fn is_governed(reading: &Reading, head: usize, group: &Range<usize>) -> bool {
    let before = group.start.checked_sub(1);
    if reading.class_from(head, before) == Class::To {
        let governor = before.and_then(|to| to.checked_sub(1));
        let undone = Tags::REFUSING.union(Tags::WISHING);
        return reading.term(governor).tags.has(undone)
            || reading.form_from(head, governor) == const { form("not") }
            || is_urged(reading, head, governor)
            || group.start < head && is_hearsay(reading, governor);
    }
    if reading.class(head) != Class::Ing {
        return false;
    }
    let second = before.and_then(|before| before.checked_sub(1));
    let form_of = |token: Option<usize>| reading.form_from(head, token);
    match form_of(before) {
        link if link == const { form("of") } => {
            const { forms(["instead", "short"]) }.contains(&form_of(second))
        }
        link if link == const { form("from") } => {
            const { forms(["refrained", "prevented", "stopped", "barred", "banned"]) }
                .contains(&form_of(second))
        }
        link if link == const { form("than") } => form_of(second) == const { form("rather") },
        link => const { forms(["without", "denied", "denies", "deny", "avoided", "avoid"]) }
            .contains(&link),
    }
}

/// Whether somebody is said to have said something: “is said to | have told”, “was rumoured to | have”.
fn is_hearsay(reading: &Reading, governor: Option<usize>) -> bool {
    let is_told =
        |&verb: &usize| reading.term(verb).tags.has(Tags::HEARSAY) && is_behind_be(reading, verb);
    governor.as_ref().is_some_and(is_told)
}

/// Whether somebody is urged to say something: “asked the mayor to explain”.
fn is_urged(reading: &Reading, head: usize, governor: Option<usize>) -> bool {
    const LONGEST: usize = 5;
    let Some(last) = governor else { return false };
    let is_hearer = |token: usize| {
        let class = reading.class_from(head, token);
        class.is_open() || class.opens_noun() || class == Class::Object
    };
    let mut words = (last.saturating_sub(LONGEST)..=last).rev();
    words
        .find(|&token| reading.term(token).tags.has(Tags::URGING) || !is_hearer(token))
        .is_some_and(|token| reading.term(token).tags.has(Tags::URGING))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;

    #[test]
    fn what_was_not_said_is_told_from_what_was() {
        let cases = [
            ("not", "Ana Ruiz did not say that it was late.", true),
            ("never", "She never once said that it was late.", true),
            ("a short form", "Police wouldn’t say who it was.", true),
            ("perhaps", "She might have said that it was late.", true),
            ("would have", "She would have said so.", true),
            ("if", "If the mayor says that it is late, go.", true),
            (
                "whether",
                "It is unclear whether she said that it was late.",
                true,
            ),
            (
                "inverted",
                "Had she said that it was late, he would go.",
                true,
            ),
            ("a question", "Did she say that it was late?", true),
            ("yet", "Reed has yet to say whether it is late.", true),
            ("refused", "Reed refused to say that it was late.", true),
            ("wished", "Reed wants to say that it is late.", true),
            ("urged", "They asked the young mayor to say who paid.", true),
            ("without", "Without saying that it was late, he left.", true),
            ("denied", "Reed denied ever saying that it was late.", true),
            (
                "short of",
                "Reed stopped short of saying it was late.",
                true,
            ),
            ("a headline", "Why Ana Ruiz says it was late", true),
            ("said", "Reed has often said that it was late.", false),
            ("not only", "Reed not only said that it was late.", false),
            ("will", "Reed will say that it is late.", false),
            ("went on", "Reed went on to say that it was late.", false),
            ("another clause", "If it rains, Reed said, go.", false),
            ("asked", "Reed asked to say why.", true),
            (
                "hearsay",
                "Reed is understood to have said that it was late.",
                true,
            ),
        ];
        for (name, text, expected) in cases {
            let document = Document::new(text);
            let reading = Reading::new(&document);
            let is_head = |&token: &usize| {
                let word = document.word(token);
                matches!(word, "say" | "said" | "says" | "saying")
            };
            let head = (0..document.tokens.len()).find(is_head).expect("a verb");
            assert_eq!(is_unsaid(&reading, head), expected, "{name}");
        }
    }
}
