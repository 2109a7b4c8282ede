//! What looks like the subject of a sentence or a clause.

use std::ops::Range;

use super::nouns;
use crate::lexicon::{Tags, word_tags};
use crate::quotation_marks::opens_speech;
use crate::text::{Document, TokenKind};

/// Where the role before a name begins: “the Oslo police chief” of “the Oslo police chief Ana Ruiz”.
pub fn role_start(document: &Document, name: usize) -> usize {
    const LONGEST: usize = 5;
    let is_part = |token: usize| {
        let title = Tags::ROLE.union(Tags::TITLE).union(Tags::HONORIFIC);
        document.tags(token).has(title)
    };
    let mut start = name;
    while let Some(before) = start.checked_sub(1)
        && start + LONGEST > name
        && (is_part(before)
            || start < name
                && document.tokens[before].kind == TokenKind::Word
                && (document.is_capital(before) || document.word(before) == "the"))
    {
        start = before;
    }
    compound_start(document, start, name)
}

/// Where the words begin that a role is a compound with, if an article stands before them: “the property
/// developer” before a name.
fn compound_start(document: &Document, start: usize, name: usize) -> usize {
    const LONGEST: usize = 2;
    let is_noun = |token: &usize| nouns::is_plain(document, *token);
    if start == name || document.word(start) == "the" {
        return start;
    }
    let from = start.saturating_sub(LONGEST);
    let words = (from..start).rev().take_while(is_noun).count();
    let article = (start - words).checked_sub(1);
    match article.filter(|&article| matches!(document.word(article), "the" | "The")) {
        Some(article) if words > 0 => article,
        _ => start,
    }
}

/// Whether words can stand before a name for what its bearer does: “former soldier”, “the footballer”.
pub fn is_title(document: &Document, words: Range<usize>) -> bool {
    const LONGEST: usize = 4;
    let is_calling = |word: &str| {
        let told = word_tags(word);
        told.has(Tags::ROLE.union(Tags::RELATION)) || nouns::is_calling(word)
    };
    let is_plain = |token: usize| {
        let word = document.word(token);
        let opens = token == words.start && matches!(word, "the" | "a" | "an");
        opens || nouns::is_plain(document, token)
    };
    (1..=LONGEST).contains(&words.len())
        && is_calling(document.word(words.end - 1))
        && words.clone().all(is_plain)
}

/// Whether a sentence begins with a mention, or with a few words before it that say where or when it
/// plays or who is named: “Outside the court, Ana Ruiz was calm”, “Her rival, Ana Ruiz, was calm”.
fn opens_sentence(document: &Document, tokens: &Range<usize>) -> bool {
    const LONGEST: usize = 8;
    let token = tokens.start;
    let start = document.sentence(token).start;
    if start == token || (start + 1 == token && document.word(start) == "The") {
        return true;
    }
    let is_mark = |token: usize| {
        document.tokens[token].kind == TokenKind::Mark && !document.is_within_word(token)
    };
    let is_near = token - start <= LONGEST
        && document.word(token - 1) == ","
        && !(start + 1..token - 1).any(is_mark);
    if !is_near {
        return false;
    }
    let end = behind_place(document, tokens.end);
    let is_followed = end + 1 < document.tokens.len() && document.word(end) == ",";
    if document.tags(start).has(Tags::OPENING) {
        // “In a note to her rival, Ana Ruiz, he wrote” has another subject.
        return !(is_followed && is_subject_pronoun(document.word(end + 1)));
    }
    is_followed && names_nobody_else(document, start..token - 1)
}

/// Whether a token stands behind the comma that closes the clause with which its sentence opens: “When the host was late, |
/// the engineer read the news.”
pub fn is_behind_opening(document: &Document, token: usize) -> bool {
    const LONGEST: usize = 20;
    let start = document.sentence(token).start;
    let is_mark = |at: usize| document.tokens[at].kind == TokenKind::Mark;
    let opens = matches!(document.word(start), "As" | "Once" | "When" | "While")
        || document.tags(start).has(Tags::OPENING);
    token > start + 1
        && token - start <= LONGEST
        && document.word(token - 1) == ","
        && opens
        && !(start..token - 1).any(is_mark)
}

/// The end of the place that a name may have behind it: “Ana Ruiz | of Oslo”.
fn behind_place(document: &Document, end: usize) -> usize {
    const LONGEST: usize = 3;
    if !matches!(document.word_or_none(end), "of" | "from") {
        return end;
    }
    let words = (end + 1..end + 1 + LONGEST).take_while(|&token| document.is_capital(token));
    match words.count() {
        0 => end,
        count => end + 1 + count,
    }
}

fn is_subject_pronoun(word: &str) -> bool {
    matches!(word, "he" | "she" | "they" | "it" | "we" | "I")
}

/// Whether the words before a comma can be a description of the one whose name follows, and no clause:
/// “Her rival”, “The owner's friend”.
fn names_nobody_else(document: &Document, mut words: Range<usize>) -> bool {
    if words.is_empty() {
        return false;
    }
    let opens = document.is_capital(words.start)
        && (document
            .tags(words.start)
            .has(Tags::ARTICLE.union(Tags::CLASS_POSSESSIVE))
            || matches!(document.word(words.start), "Another" | "One"));
    let is_owner = |token: usize| document.tokens[token].kind == TokenKind::Clitic;
    (opens || words.clone().any(is_owner)) && !words.any(|token| is_verb(document.word(token)))
}

/// Whether a word is likely a verb in the past or one that helps another.
pub fn is_verb(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed")
        || matches!(
            word,
            "had" | "has" | "is" | "said" | "says" | "was" | "were"
        )
}

/// Whether a word has the ending of a participle.
pub fn is_participle(word: &str) -> bool {
    word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing"))
}

/// Whether words for what or who is named, and no others, stand between the start of a sentence and
/// a name: “Shipping firm Tolvane”, behind a dateline, too.
fn is_behind_kind(document: &Document, &Range { start: name, end }: &Range<usize>) -> bool {
    const LONGEST: usize = 4;
    let is_word = |token: &usize| nouns::is_plain(document, *token);
    let noun = name.checked_sub(1).map(|noun| document.word(noun));
    // “Tech cornerback Ana Ruiz, who …”
    let is_told_of = document.word_or_none(end) == "," && document.word_or_none(end + 1) == "who";
    let is_calling = |noun: &str| {
        noun.len() > 4
            && noun.starts_with(char::is_lowercase)
            && !noun.ends_with('s')
            && !noun.ends_with("ed")
    };
    let is_kind = |noun: &str| {
        nouns::is_body(noun) || noun.ends_with("maker") || (is_told_of && is_calling(noun))
    };
    if !noun.is_some_and(is_kind) {
        return false;
    }
    let words = (name.saturating_sub(LONGEST)..name)
        .rev()
        .take_while(is_word);
    let start = name - words.count();
    let opens = document
        .sentences
        .binary_search_by_key(&start, |sentence| sentence.start)
        .is_ok();
    opens || start > 0 && matches!(document.word(start - 1), "-" | "–" | "—" | "--")
}

/// Whether a mark stands at a token.
fn is_parted(document: &Document, token: usize) -> bool {
    let token = document.tokens.get(token);
    token.is_some_and(|token| token.kind == TokenKind::Mark)
}

/// Whether a word stands at a token that can be the verb of a subject before it: “Born in Oslo, Ana Ruiz left”.
fn acts(document: &Document, token: usize) -> bool {
    document.word_or_none(token).starts_with(char::is_lowercase) && nouns::is_plain(document, token)
}

/// Whether a verb of saying stands before a mention, perhaps with somebody's name between them: “argues
/// Reed's friend Ana Ruiz”.
fn says(document: &Document, start: usize) -> bool {
    let is_owned = document.tokens[start - 1].kind == TokenKind::Clitic;
    let verb = start.checked_sub(if is_owned { 3 } else { 1 });
    document.tags(verb).has(Tags::SAYING)
}

/// Whether a person comes in by a name at a token, whom the text goes on to describe: “a letter came from a man
/// named Tom Reed”.
pub fn comes_in(document: &Document, name: usize) -> bool {
    let Some(noun) = name.checked_sub(2) else {
        return false;
    };
    matches!(document.word(noun + 1), "called" | "named")
        && nouns::person(document.word(noun)).is_some()
}

/// Whether a name in capitals opens a paragraph, and a mark follows on it, as in a dateline: “OSLO, May 3”.
pub fn is_dateline(document: &Document, tokens: &Range<usize>) -> bool {
    let name = document.span(tokens.clone()).of(document.text);
    let opens = document.paragraph(tokens.start).start == tokens.start;
    opens && is_parted(document, tokens.end) && !name.contains(char::is_lowercase)
}

/// Whether a mention looks like the subject of its clause: nothing but a comma, a conjunction or
/// an opening mark before it, or a verb right behind it.
pub fn is_subject(document: &Document, tokens: &Range<usize>) -> bool {
    let is_possessive = document.tokens.get(tokens.end).is_some_and(|token| {
        token.kind == TokenKind::Clitic && token.span.of(document.text).ends_with('s')
    });
    if is_possessive {
        return false;
    }
    let start = role_start(document, tokens.start);
    let Some(before) = start.checked_sub(1) else {
        return true;
    };
    // Papers that write “Mr.” do so wherever they speak of somebody again, mostly of who acts.
    let is_titled = matches!(document.word(tokens.start - 1), "Mr." | "Mrs." | "Ms.");
    opens_sentence(document, &(start..tokens.end))
        || is_behind_kind(document, tokens)
        || is_titled
        || opens_speech(document.word(before))
        || matches!(
            document.word(before),
            "that"
                | "and"
                | "when"
                | "while"
                | "because"
                | "as"
                | "if"
                | "where"
                | "But"
                | "And"
        )
        || (is_parted(document, tokens.end) && says(document, start))
        || (document.word(before) == "," && acts(document, tokens.end))
        // “which the judge, Ana Ruiz, stopped”
        || (document.word(before) == ","
            && document.word_or_none(tokens.end) == ","
            && acts(document, tokens.end + 1))
        // “Her husband (Tom Reed) had gone.”
        || (document.word(before) == "("
            && names_nobody_else(document, document.sentence(before).start..before))
        // “The prize went to Ana Ruiz, who …”
        || (document.word_or_none(tokens.end) == ","
            && document.word_or_none(tokens.end + 1) == "who")
        || !document.is_capital(tokens.end) && document.tags(tokens.end).has(Tags::PREDICATE)
        || {
            let word = document.word_or_none(tokens.end);
            word.len() > 4 && word.ends_with("ed")
        }
}
