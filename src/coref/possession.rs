//! Speakers who belong to somebody named: “Ana Ruiz's family” is not Ana Ruiz, nor is “the lawyer of Ana Ruiz”.

use std::ops::Range;

use super::nouns::{is_plain, owns, person};
use crate::annotations::Quote;
use crate::lexicon::{Tags, word_tags};
use crate::text::{Document, TokenKind, lower_cased};

/// The words that a noun may have before it behind its owner.
const LONGEST: usize = 4;

/// Completes the speakers of which only the owner was found.
pub fn complete(document: &Document, quotes: &mut [Quote]) {
    for quote in quotes {
        let Some(speaker) = &mut quote.speaker else {
            continue;
        };
        if speaker.span.is_empty() {
            continue;
        }
        let tokens = document.tokens_of(speaker.span);
        let cue = quote.cue.map(|cue| document.token_at(cue.start));
        let whole = owned(document, tokens.clone(), cue).or_else(|| of_somebody(document, tokens));
        if let Some(whole) = whole {
            speaker.span = document.span(whole);
        }
    }
}

/// The speaker that an owner's mention begins: “Reed | 's family”, “his | family”.
fn owned(document: &Document, owner: Range<usize>, cue: Option<usize>) -> Option<Range<usize>> {
    let is_pronoun = owner.len() == 1
        && matches!(
            document.word(owner.start),
            "his" | "His" | "her" | "Her" | "its" | "Its" | "their" | "Their" | "my" | "My"
        );
    let from = match owns(document, owner.end) {
        true => owner.end + 1,
        false if is_pronoun => owner.end,
        false => return None,
    };
    let limit = document.tokens.len().min(from + LONGEST);
    let words = (from..limit).take_while(|&token| is_plain(document, token) && Some(token) != cue);
    let is_noun = |token: &usize| is_human(document.word(*token)) || Some(token + 1) == cue;
    let noun = words.filter(is_noun).last()?;
    Some(owner.start..apposed_end(document, noun + 1).unwrap_or(noun + 1))
}

/// The end of the name between marks that says who is meant: “Reed's lawyer, | Ana Ruiz,”.
fn apposed_end(document: &Document, comma: usize) -> Option<usize> {
    const LONGEST: usize = 5;
    let is_comma = |token: usize| document.word_or_none(token) == ",";
    let limit = document.paragraph(comma).end.min(comma + 1 + LONGEST);
    let words = (comma + 1..limit)
        .take_while(|&token| document.is_capital(token))
        .count();
    let end = comma + 1 + words;
    (words > 1 && is_comma(comma) && is_comma(end)).then_some(end)
}

/// The speaker that ends with the name of somebody else: “the lawyer of | Reed”.
fn of_somebody(document: &Document, name: Range<usize>) -> Option<Range<usize>> {
    let of = name.start.checked_sub(1)?;
    let noun = of.checked_sub(1)?;
    if document.word(of) != "of" || !is_human(document.word(noun)) {
        return None;
    }
    let words = (noun.saturating_sub(LONGEST)..noun).rev();
    let start = words
        .take_while(|&token| document.tokens[token].kind != TokenKind::Mark)
        .find(|&token| {
            document.tags(token).has(Tags::ARTICLE)
                || matches!(
                    &*document.plain_word(token),
                    "one" | "some" | "several" | "other"
                )
        });
    Some(start.unwrap_or(noun)..name.end)
}

/// Whether a word is a noun for people, one or several.
fn is_human(word: &str) -> bool {
    let word = lower_cased(word);
    let singular = || {
        let bare = word.strip_suffix('s')?;
        let stem = bare.strip_suffix("ie").map(|stem| format!("{stem}y"));
        Some(person(bare).is_some() || stem.is_some_and(|stem| person(&stem).is_some()))
    };
    word_tags(&word).has(Tags::CIRCLE)
        || matches!(&*word, "member" | "members")
        || person(&word).is_some()
        || word == "employer"
        || singular().unwrap_or_default()
}
