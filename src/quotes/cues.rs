//! Cues: the words that report what somebody says, writes, thinks or means to do.

use std::ops::Range;

use super::content::attribution;
pub use super::cue::Cue;
use super::dateline;
use super::frames;
use super::reading::{Features, Reading, bucket};
use super::terms::{Class, Term, form, forms};
use crate::lexicon::Tags;
use crate::model::linear::{Decision, Linear, probability};
use crate::model::templates::CueTemplate as Template;

/// Those of the cues, which are in order, whose heads lie within a range.
pub fn within(cues: &[Cue], tokens: Range<usize>) -> &[Cue] {
    let start = cues.partition_point(|cue| cue.head < tokens.start);
    let rest = &cues[start..];
    &rest[..rest.partition_point(|cue| cue.head < tokens.end)]
}

/// Cues below this probability are not worth a thought.
const FLOOR: f32 = 0.02;

/// The score of a word alone below which its place is not looked at: so scored three in ten words
/// of the training articles, and none of the likely cues.
const LEAST: f32 = -2.5;

/// How likely a verb of saying at least reports that closes its sentence as an attribution does: of
/// these, 99 in 100 do in the training articles, and few of the verbs are in them.
const ATTRIBUTION: f32 = 0.95;

/// The likely cues of a text, in order.
pub fn find(reading: &Reading, model: &Linear) -> Vec<Cue> {
    let mut cues = Vec::new();
    let mut features = Features::scored(Decision::Cue, model);
    let vocabulary = &reading.document.vocabulary;
    let mut by_word: Vec<Option<f32>> = vec![None; vocabulary.words.len()];
    for (head, &word) in vocabulary.of_token.iter().enumerate() {
        if !can_report(reading, head) {
            continue;
        }
        let of_word = *by_word[word as usize].get_or_insert_with(|| {
            describe_word(reading.term(head), &mut features);
            features.take_score()
        });
        let is_framed = reading.is_framed(head);
        if of_word < LEAST && !is_framed {
            continue;
        }
        describe_place(reading, head, &mut features);
        let mut probability = probability(of_word + features.take_score());
        let is_attribution = is_attribution(reading, head) || is_quoted_as(reading, head);
        if is_framed || is_attribution || is_inverted(reading, head) {
            probability = probability.max(ATTRIBUTION);
        }
        if probability >= FLOOR {
            cues.push(Cue { head, probability });
        }
    }
    cues
}

/// Whether a token can be the head of a cue at all.
pub fn can_report(reading: &Reading, token: usize) -> bool {
    let class = reading.class(token);
    let may = match class {
        // “OSLO: Rain fell, say officials.”
        Class::Colon => dateline::end(reading, reading.sentence(token).start) != Some(token + 1),
        Class::Upper => false,
        class => class.is_open(),
    };
    may && reading.quotation_of(token).is_none()
}

/// What indicates whether a token is the head of a cue.
pub fn describe(reading: &Reading, token: usize, features: &mut Features) {
    describe_word(reading.term(token), features);
    describe_place(reading, token, features);
}

/// The stem of a cue, as features see it.
fn stem_of(term: &Term) -> u32 {
    match term.class {
        Class::Colon => 1,
        _ => term.stem,
    }
}

/// What the word alone indicates.
fn describe_word(term: &Term, features: &mut Features) {
    features.add(Template::Bias, 0, 0);
    features.add(Template::Stem, stem_of(term), 0);
    features.add(Template::Form, term.form, 0);
    features.add(Template::Ending, term.ending, 0);
    features.add(Template::Class, term.class as u32, 0);
    features.add(Template::WordClass, term.alike, term.class as u32);
}

/// What its place indicates.
fn describe_place(reading: &Reading, token: usize, features: &mut Features) {
    /// How far to the left the neighbours begin that are looked at.
    const LEFT: isize = 2;
    let term = reading.term(token);
    let neighbours = [-LEFT, -1, 0, 1, 2, 3]
        .map(|offset| reading.term_from(token, token.checked_add_signed(offset)));
    let neighbour = |offset: isize| neighbours[(LEFT + offset) as usize];
    let class = |offset: isize| neighbour(offset).class as u32;
    let word = |offset: isize| neighbour(offset).seen_form();
    let stem = stem_of(term);
    for (of_word, of_class, offset) in [
        (Template::WordSecondBefore, Template::ClassSecondBefore, -2),
        (Template::WordBefore, Template::ClassBefore, -1),
        (Template::WordAfter, Template::ClassAfter, 1),
        (Template::WordSecondAfter, Template::ClassSecondAfter, 2),
        (Template::WordThirdAfter, Template::ClassThirdAfter, 3),
    ] {
        features.add(of_word, word(offset), 0);
        features.add(of_class, class(offset), term.class as u32);
    }
    features.add(Template::StemClassAfter, stem, class(1));
    features.add(Template::StemClassBefore, stem, class(-1));
    features.add(Template::StemWordAfter, stem, word(1));
    features.add(Template::StemWordBefore, stem, word(-1));
    features.add(Template::ClassesAround, class(-1), class(1));
    features.add(
        Template::ClassesBeforeAndAfter,
        class(-2) << 8 | class(-1),
        class(1),
    );
    features.add(
        Template::ClassesAfter,
        class(1) << 8 | class(2),
        term.class as u32,
    );
    features.add(
        Template::FormClassesAround,
        term.form,
        class(1) << 8 | class(-1),
    );
    let alike = |offset: isize| neighbour(offset).alike;
    features.add(Template::WordClassClassAfter, term.alike, class(1));
    features.add(Template::WordClassClassBefore, term.alike, class(-1));
    features.add(Template::WordClassBefore, alike(-1), term.class as u32);
    features.add(Template::WordClassAfter, alike(1), term.class as u32);
    features.add(Template::WordClassesBefore, alike(-1), term.alike);
    features.add(Template::WordClassesAfter, alike(1), term.alike);
    describe_sentence(reading, token, stem, features);
}

/// What the sentence around the token indicates.
fn describe_sentence(reading: &Reading, token: usize, stem: u32, features: &mut Features) {
    let sentence = reading.sentence(token);
    let ahead = |reach: usize| {
        let range = token + 1..sentence.end.min(token + reach);
        reading.terms.get(range).unwrap_or_default().iter()
    };
    let behind = |reach: usize| {
        let range = sentence.start.max(token.saturating_sub(reach))..token;
        let terms = reading.terms.get(range).unwrap_or_default();
        terms.iter().rev()
    };
    let is_quotation = |term: &Term| term.class == Class::Quotation;
    let bucket_of = |place: Option<usize>, none| place.map_or(none, |place| bucket(place + 1));
    let that = ahead(6).position(|term| term.class == Class::That);
    let that = bucket_of(that, 9);
    let earlier = behind(30).position(|term| term.is_saying);
    let ahead = bucket_of(ahead(12).position(is_quotation), 15);
    let behind = bucket_of(behind(12).position(is_quotation), 15);
    let look = reading.term(token).class as u32;
    features.add(Template::MarkAhead, ahead, look);
    features.add(Template::MarkBehind, behind, look);
    features.add(
        Template::StemMarks,
        u32::from(ahead < 15) << 1 | u32::from(behind < 15),
        stem,
    );
    features.add(Template::ThatAhead, that, look);
    features.add(Template::StemThat, u32::from(that < 9), stem);
    features.add(
        Template::SayingBehind,
        earlier.map_or(0, |place| 1 + bucket(place + 1)),
        look,
    );
    features.add(Template::StemSaying, u32::from(earlier.is_some()), stem);
    features.add(
        Template::SentenceStart,
        bucket(token - sentence.start),
        look,
    );
    features.add(Template::SentenceEnd, bucket(sentence.end - token), look);
    features.add(
        Template::WithinMarks,
        u32::from(reading.quotation_of(token).is_some()),
        look,
    );
    let paragraph = reading.paragraph(token);
    let is_title = reading.class(paragraph.end - 1) != Class::Stop && paragraph.len() < 20;
    features.add(Template::Title, u32::from(is_title), look);
}

/// “was quoted as saying”, “was heard to say”
fn is_quoted_as(reading: &Reading, head: usize) -> bool {
    const QUOTED: [u32; 3] = forms(["cited", "quoted", "reported"]);
    let before = |back: usize| reading.form_from(head, head.checked_sub(back));
    let is_heard = HEARD.contains(&before(2)) && before(1) == const { form("to") };
    is_heard && reading.term(head).is_saying
        || reading.form(head) == const { form("saying") }
            && before(1) == const { form("as") }
            && QUOTED.contains(&before(2))
}

/// Participles behind which “to” and a verb are what somebody does: “was heard to say”.
pub const HEARD: [u32; 2] = forms(["heard", "overheard"]);

/// Whether a verb of saying closes its sentence behind what it reports: “…, the mayor stressed.”
fn is_attribution(reading: &Reading, head: usize) -> bool {
    /// As short is “Then, last week, Reed complained”.
    const SHORTEST: usize = 5;
    let is_other = || const { forms(["call", "continu"]) }.contains(&reading.term(head).stem);
    if !reading.term(head).is_saying || is_other() {
        return false;
    }
    let sentence = reading.sentence(head);
    let Some(start) = attribution::closing(reading, head, &sentence) else {
        return false;
    };
    let is_noun = reading.class(head - 1) == Class::Genitive;
    // “In a letter to the council, Reed complained.”
    let is_setting = matches!(
        reading.class(sentence.start),
        Class::Preposition | Class::Subordinator | Class::Ing
    ) && !(sentence.start..start - 1).any(|token| reading.class(token).is_mark());
    start >= sentence.start + SHORTEST && !is_noun && !is_setting
}

/// Whether “say” stands behind a comma and before the people who say it: “…, say police.”
fn is_inverted(reading: &Reading, head: usize) -> bool {
    reading.form(head) == const { form("say") } && attribution::is_inverted(reading, head)
}

/// Whether what a cue reports are no words that a reader would want to know of: a wish to stay
/// without a name, a plea, or what is done with a bill.
pub fn is_formula(reading: &Reading, head: usize) -> bool {
    let term = &reading.term(head);
    let is = |token: usize, word: u32| reading.form_from(head, token) == word;
    let not = const { form("not") };
    let at = head + 1 + usize::from(is(head + 1, not));
    let next = reading.class_from(head, at);
    let stays_unnamed = at > head + 1
        && next == Class::To
        && is(at + 1, const { form("be") })
        && NAMED.contains(&reading.form_from(head, at + 2));
    let pleads = term.stem == const { form("plead") } && is(at, const { form("guilty") });
    let acts = ACTS.contains(&term.form) && next == Class::To;
    let mut behind = head + 1..reading.sentence(head).end;
    let mut is_by_somebody = || behind.any(|token| reading.form(token) == const { form("by") });
    let is_called = term.form == const { form("called") }
        && (next == Class::To
            || is(at, const { form("for") })
            // “It had been called ‘Window.’”
            || (next == Class::Quotation && !is_by_somebody()));
    frames::is_unsaid(reading, head)
        || is_undone(reading, head, at)
        || stays_unnamed
        || pleads
        || acts
        || is_request(reading, head)
        || is_deed(reading, head, at)
        || (is_called && is_behind_be(reading, head))
}

/// Whether a verb opens its sentence before its object, as what the reader is asked to do: “Consider the
/// phrase ‘going forward’.”
fn is_request(reading: &Reading, head: usize) -> bool {
    let word = reading.document.word(head);
    let is_participle = word.ends_with("ed") || word.ends_with("ing");
    reading.sentence(head).start == head
        && reading.class(head) == Class::Capital
        && reading.class(head + 1).opens_noun()
        && !is_participle
        && !reading.term(head).is_saying
}

/// Whether a verb says with “to” what is refused, wished or tried: “declined to name him”, “hopes to win”.
fn is_undone(reading: &Reading, head: usize, at: usize) -> bool {
    let undone = Tags::REFUSING.union(Tags::WISHING);
    reading.term(head).tags.has(undone) && reading.class_from(head, at) == Class::To
}

/// Participles of those who stay without a name.
const NAMED: [u32; 3] = forms(["identified", "named", "quoted"]);

/// Verbs for what is done rather than said.
const ACTS: [u32; 5] = forms(["agree", "agreed", "agrees", "decided", "decides"]);

/// Whether a form of “be” stands before a participle, perhaps with an adverb between them.
pub fn is_behind_be(reading: &Reading, participle: usize) -> bool {
    let mut before = (0..participle).rev();
    let stands_between = |token: usize| {
        reading.class(token) == Class::Adverb || reading.form(token) == const { form("once") }
    };
    let verb = before.find(|&token| !stands_between(token));
    verb.is_some_and(|verb| reading.tags_from(participle, verb).has(Tags::BE))
}

/// Whether a verb is about what is done with a bill or a thing: “passed a law”, “called a strike”, “voted down the
/// plan”, “put it under the seat”.
fn is_deed(reading: &Reading, head: usize, at: usize) -> bool {
    let term = &reading.term(head);
    let next = reading.class_from(head, at);
    let passes = term.stem == const { form("pass") } && reading.class_from(head, at).opens_noun();
    let votes_down =
        term.stem == const { form("vot") } && reading.form_from(head, at) == const { form("down") };
    let puts = term.form == const { form("put") }
        && reading.form_from(head, at) == const { form("it") }
        && reading.class_from(head, at + 1) == Class::Preposition;
    let is_a = || const { forms(["a", "an"]) }.contains(&reading.form_from(head, at));
    // “called a report thin” says something.
    let is_noun = |token: &usize| reading.class(*token) > Class::Ing;
    let behind = || at + 1 + (at + 1..).take_while(is_noun).count();
    let ends = |class: Class| match class {
        Class::Quotation => false,
        Class::Preposition | Class::Time => true,
        class => class.is_mark(),
    };
    let calls = term.form == const { form("called") }
        && is_a()
        && !is_behind_be(reading, head)
        && ends(reading.class(behind()));
    let issues = term.stem == const { form("issu") } && is_a();
    let carries =
        term.form == const { form("carried") } && reading.class_from(head, at).opens_noun();
    // “Northgate shares fall”
    let trades = term.form == const { form("shares") }
        && (next.is_open()
            || matches!(next, Class::Preposition | Class::Auxiliary | Class::Adverb));
    trades || passes || votes_down || puts || calls || issues || carries
}

/// The whole cue around its head: what belongs to the verb before it, and the particle or
/// preposition of a fixed phrase after it.
pub fn extent(reading: &Reading, head: usize) -> Range<usize> {
    let mut end = head + 1;
    if reading.term(head).form == const { form("according") } && reading.class(end) == Class::To {
        end += 1;
    }
    head..end
}
