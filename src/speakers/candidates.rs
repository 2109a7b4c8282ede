//! Who may be credited with a quote: the names, descriptions and pronouns outside the marks.

mod phrase;

use std::ops::Range;

use crate::annotations::EntityType;
use crate::entities::Name;
use crate::lexicon::Tags;
use crate::quotes::reading::Reading;
use crate::quotes::terms::{Class, form, forms};

/// How a candidate refers to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// By name, of this type.
    Name(EntityType),
    /// By pronoun.
    Pronoun,
    /// By description: “a spokesman”.
    Description,
}

impl Reference {
    /// The number by which features know it; never 0.
    pub fn number(self) -> u32 {
        match self {
            Self::Name(entity_type) => 1 + entity_type as u32,
            Self::Pronoun => 20,
            Self::Description => 21,
        }
    }
}

/// One who may speak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The words of the mention.
    pub tokens: Range<usize>,
    /// The token that carries the meaning: the surname, the noun, the pronoun.
    pub head: usize,
    /// How the mention refers.
    pub reference: Reference,
    /// Whether several speak together, of whom none has said it alone.
    pub is_group: bool,
}

/// All who may speak, in order; `heads` are the heads of the cues that report something.
pub fn find(
    reading: &Reading,
    names: &[Name],
    heads: impl Iterator<Item = usize>,
) -> Vec<Candidate> {
    let mut is_cue = vec![false; reading.terms.len()];
    let likely = reading.cues.iter().filter(|cue| cue.probability > LIKELY);
    for head in likely.map(|cue| cue.head).chain(heads) {
        is_cue[head] = true;
    }
    let mut search = Search {
        reading,
        names,
        is_cue,
        found: Vec::new(),
    };
    let mut at = 0;
    while at < reading.terms.len() {
        search.pass_names(at);
        at = search.step(at);
    }
    let mut found = search.found;
    found.retain(|candidate| reading.quotation_of(candidate.head).is_none());
    found
}

/// How likely a cue must be to end a noun phrase.
const LIKELY: f32 = 0.3;

/// The search for candidates along a text.
struct Search<'s, 'd, 't> {
    reading: &'s Reading<'d, 't>,
    /// The names that do not lie behind.
    names: &'s [Name],
    is_cue: Vec<bool>,
    found: Vec<Candidate>,
}

impl<'s> Search<'s, '_, '_> {
    /// Drops the names that end before a token.
    fn pass_names(&mut self, at: usize) {
        while let [name, rest @ ..] = self.names
            && name.tokens.end <= at
        {
            self.names = rest;
        }
    }

    /// Takes what begins at a token; returns where the next may begin.
    fn step(&mut self, at: usize) -> usize {
        let reading = self.reading;
        if let Some(name) = self.names.first().filter(|name| name.tokens.start == at) {
            if is_date_or_sum(name) {
                return name.tokens.end;
            }
            return self.name(name);
        }
        match reading.class(at) {
            _ if is_of_time(reading, at) => {}
            // “16:05 Mayor: ‘Stay indoors’”
            Class::Number if reading.document.word(at).contains(':') => {}
            Class::Pronoun if reading.term(at).form == const { form("there") } => {}
            Class::Possessive => {
                self.add(at..at + 1, Reference::Pronoun);
                if reading.class(at + 1).is_open() {
                    return self.phrase(at);
                }
            }
            // “one regular”, but “one said”.
            Class::Indefinite
                if reading.term(at).form == const { form("one") }
                    && reading.class(at + 1).is_open()
                    && !self.is_cue[at + 1] =>
            {
                return self.phrase(at);
            }
            Class::Pronoun | Class::Object | Class::Indefinite => {
                self.add(at..at + 1, Reference::Pronoun);
            }
            Class::Relative if self.is_one_of(at, const { &forms(["who", "which"]) }) => {
                self.add(at..at + 1, Reference::Pronoun);
            }
            // “Ironically, …”, “Meanwhile, …”
            Class::Capital if reading.class(at + 1) == Class::Comma && is_opener(reading, at) => {}
            // “…, say officials.”
            class if class.is_open() && self.is_cue[at] && reading.term(at).is_saying => {}
            class if class.is_open() || matches!(class, Class::Determiner | Class::Number) => {
                return self.phrase(at);
            }
            _ => {}
        }
        at + 1
    }

    /// A phrase that begins with a name: “MSNBC host Chris Matthews” is one person, “the MSNBC
    /// host” and “MSNBC” are two candidates.
    fn name(&mut self, name: &'s Name) -> usize {
        let phrase = name.tokens.start..self.phrase_end(name.tokens.start);
        if let Some(last) = self
            .name_that_ends(&phrase)
            .filter(|last| self.is_joined(name, last))
        {
            self.add(phrase.clone(), Reference::Name(last.entity_type));
            return phrase.end;
        }
        self.add(name.tokens.clone(), Reference::Name(name.entity_type));
        if phrase.end > name.tokens.end {
            self.add(phrase, Reference::Description);
        }
        name.tokens.end
    }

    /// Whether two names, the second behind the first in its phrase, make one mention of a person.
    fn is_joined(&self, first: &Name, last: &Name) -> bool {
        let mut between = first.tokens.end..last.tokens.start;
        let tells_a_person = first.entity_type != EntityType::Person
            || between
                .end
                .checked_sub(1)
                .is_some_and(|noun| self.reading.term(noun).is_person);
        last.entity_type == EntityType::Person
            && !between.is_empty()
            && tells_a_person
            && !between.any(|token| self.is_cue[token])
    }

    /// A phrase that begins with another word: a description, or a name with its title.
    fn phrase(&mut self, at: usize) -> usize {
        let phrase = at..self.phrase_end(at);
        if let Some(name) = self.name_that_ends(&phrase) {
            let start = if self.is_title(at..name.tokens.start) {
                self.title_start(at)
            } else {
                name.tokens.start
            };
            self.add_names_within(at..name.tokens.start);
            self.add(start..phrase.end, Reference::Name(name.entity_type));
            return phrase.end;
        }
        let head = self.reading.class(phrase.end - 1);
        if self.is_lone_verb(&phrase) {
            return phrase.end;
        }
        if head.is_open() || head == Class::Number {
            self.add(phrase.clone(), Reference::Description);
        } else if head == Class::Determiner && !self.is_article(phrase.end - 1) {
            self.add(phrase.clone(), Reference::Pronoun);
        }
        self.add_names_within(phrase.clone());
        phrase.end
    }

    /// Whether a phrase is one word that can only be a verb: “who | chairs | the board”, “the guard | heard | singing”,
    /// but not “which | officials | say”.
    fn is_lone_verb(&self, phrase: &Range<usize>) -> bool {
        let reading = self.reading;
        let term = reading.term(phrase.start);
        let before = reading.form_from(phrase.start, phrase.start.checked_sub(1));
        let is_next_cue = self.is_cue.get(phrase.end).is_some_and(|&is_cue| is_cue);
        let is_of_relative = const { forms(["who", "whoever", "which"]) }.contains(&before);
        phrase.len() == 1
            && matches!(term.class, Class::Open | Class::Plural | Class::Ed)
            && (is_of_relative && !is_next_cue || term.tags.has(Tags::PAST) && !term.is_person)
    }

    /// Whether a determiner cannot stand for a noun as “another” can.
    fn is_article(&self, token: usize) -> bool {
        self.is_one_of(token, const { &forms(["a", "an", "the", "every", "no"]) })
    }

    fn is_one_of(&self, token: usize, words: &[u32]) -> bool {
        words.contains(&self.reading.term(token).form)
    }

    /// The last name of a phrase, if it ends there.
    fn name_that_ends(&self, phrase: &Range<usize>) -> Option<&'s Name> {
        let within = self
            .names
            .iter()
            .take_while(|name| name.tokens.start < phrase.end);
        within
            .last()
            .filter(|name| name.tokens.end == phrase.end && name.tokens.start > phrase.start)
            .filter(|name| !is_date_or_sum(name))
    }

    /// Adds the names within a description: “a Clinton spokesman”.
    fn add_names_within(&mut self, tokens: Range<usize>) {
        let names = self.names;
        for name in names
            .iter()
            .take_while(|name| name.tokens.end <= tokens.end)
        {
            if name.tokens.start >= tokens.start && !is_date_or_sum(name) {
                self.add(name.tokens.clone(), Reference::Name(name.entity_type));
            }
        }
    }

    fn add(&mut self, tokens: Range<usize>, reference: Reference) {
        self.found.push(Candidate {
            head: tokens.end - 1,
            tokens,
            reference,
            is_group: false,
        });
    }

    /// Whether the words before a name, to the end of its phrase, can be its title rather than a
    /// verb before its object.
    fn is_title(&self, mut words: Range<usize>) -> bool {
        let class = self.reading.class(words.start);
        let opens = matches!(
            class,
            Class::Determiner | Class::Possessive | Class::Capital | Class::Upper
        );
        let noun = words.end.checked_sub(1);
        let tells_a_person = noun.is_some_and(|noun| self.reading.term(noun).is_person);
        // “the story Ana Ruiz told”
        let is_thing = noun
            .is_some_and(|noun| matches!(self.reading.class(noun), Class::Open | Class::Plural));
        ((opens && !is_thing) || tells_a_person) && !words.any(|token| self.is_cue[token])
    }

    /// Where the title before a name begins, whose last words begin at a token: “US Secretary of
    /// State” is one title, and its first nouns, “US Secretary” and “Secretary”, nobody else.
    fn title_start(&mut self, at: usize) -> usize {
        let reading = self.reading;
        let begins = |title: &mut Candidate| {
            title.reference == Reference::Description
                && title.tokens.end + 1 == at
                && reading.term(title.tokens.end).form == const { form("of") }
                && matches!(reading.class(title.head), Class::Capital | Class::Upper)
        };
        let mut start = at;
        while let Some(title) = self.found.pop_if(begins) {
            start = start.min(title.tokens.start);
        }
        start
    }
}

/// Whether a word says when together with the next one: “last week”.
fn is_of_time(reading: &Reading, at: usize) -> bool {
    reading.class(at + 1) == Class::Time
        && const { forms(["last", "next", "past"]) }.contains(&reading.form(at))
}

/// Whether a word in a capital is an adverb that opens a sentence, and nobody's name.
fn is_opener(reading: &Reading, at: usize) -> bool {
    let opens = Tags::OPENING.union(Tags::SENTENCE_OPENER);
    reading.document.word(at).ends_with("ly") || reading.term(at).tags.has(opens)
}

fn is_date_or_sum(name: &Name) -> bool {
    matches!(name.entity_type, EntityType::Date | EntityType::Money)
}
