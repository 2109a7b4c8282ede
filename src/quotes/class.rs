//! What words are to grammar.

use crate::lexicon::Tags;

/// What a token is to grammar. Words that have one use alone are told apart; all others are
/// open words, told by their look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// An article or another determiner: the, an, some, these.
    Determiner,
    /// my, his, their.
    Possessive,
    /// 's or a bare apostrophe behind a word.
    Genitive,
    /// of, in, for.
    Preposition,
    /// to.
    To,
    /// and, or, but.
    Conjunction,
    /// because, if, when.
    Subordinator,
    /// that.
    That,
    /// who, which, what.
    Relative,
    /// he, she, I.
    Pronoun,
    /// someone, others.
    Indefinite,
    /// him, them, himself.
    Object,
    /// is, has, would, didn't.
    Auxiliary,
    /// not, never, also, still; words in -ly.
    Adverb,
    /// Days, months, yesterday, today.
    Time,
    /// Digits or a number's word.
    Number,
    /// ,
    Comma,
    /// . ? ! …
    Stop,
    /// :
    Colon,
    /// ;
    Semicolon,
    /// - – —
    Dash,
    /// ( or [
    Opening,
    /// ) or ]
    Closing,
    /// A quotation mark.
    Quotation,
    /// Any other mark.
    Mark,
    /// An open word in capitals.
    Upper,
    /// An open word that begins with a capital.
    Capital,
    /// An open word in -ing.
    Ing,
    /// An open word in -ed.
    Ed,
    /// An open word in -s.
    Plural,
    /// Any other open word.
    Open,
}

/// The tags of words that have one use alone, with what they are.
const CLOSED: [(Tags, Class); 13] = [
    (Tags::CLASS_DETERMINER, Class::Determiner),
    (Tags::CLASS_POSSESSIVE, Class::Possessive),
    (Tags::CLASS_PREPOSITION, Class::Preposition),
    (Tags::CLASS_CONJUNCTION, Class::Conjunction),
    (Tags::CLASS_SUBORDINATOR, Class::Subordinator),
    (Tags::CLASS_RELATIVE, Class::Relative),
    (Tags::CLASS_PRONOUN, Class::Pronoun),
    (Tags::CLASS_INDEFINITE, Class::Indefinite),
    (Tags::CLASS_OBJECT, Class::Object),
    (Tags::CLASS_AUXILIARY, Class::Auxiliary),
    (Tags::CLASS_ADVERB, Class::Adverb),
    (Tags::CLASS_TIME, Class::Time),
    (Tags::CLASS_NUMBER, Class::Number),
];

impl Class {
    /// What a word is that has one use alone, by its tags.
    pub fn of(tags: Tags) -> Option<Self> {
        let mut closed = CLOSED.iter();
        closed
            .find(|(tag, _)| tags.has(*tag))
            .map(|&(_, class)| class)
    }

    /// Whether this is punctuation.
    pub fn is_mark(self) -> bool {
        (Self::Comma..=Self::Mark).contains(&self)
    }

    /// Whether the word can stand before a noun alone: “the”, “his”, “one”.
    pub fn opens_noun(self) -> bool {
        matches!(self, Self::Determiner | Self::Possessive | Self::Indefinite)
    }

    /// Whether the word can be a noun, an adjective or a main verb.
    pub fn is_open(self) -> bool {
        self >= Self::Upper
    }
}
