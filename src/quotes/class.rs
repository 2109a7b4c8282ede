//! What words are to grammar.

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

impl Class {
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
