//! Quotation marks: the one table of their kinds, which every room asks. A new kind is a row of it.

use Level::{Double, Single};
use Manner::{Straight, Turned, Upright};

/// How a kind of quotation is marked.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// The mark that opens it.
    pub open: &'static str,
    /// The mark that closes it.
    pub close: &'static str,
    /// Whether it may stand within the others.
    pub level: Level,
    /// How its first mark shows that it opens.
    pub manner: Manner,
}

/// The marks that a kind is one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// “…”: no other mark looks like them.
    Double,
    /// ‘…’: apostrophes look like them.
    Single,
}

/// How a mark shows that it opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// It opens wherever it stands.
    Upright,
    /// It closes in most texts, and opens in a few.
    Turned,
    /// It closes as well as it opens, as on keyboards: its neighbours show which.
    Straight,
}

/// All kinds.
pub const KINDS: &[Kind] = &[
    kind("“", "”", Double, Upright),
    kind("„", "“", Double, Upright),
    kind("„", "”", Double, Upright),
    kind("‟", "”", Double, Upright),
    kind("«", "»", Double, Upright),
    kind("``", "''", Double, Upright),
    kind("»", "«", Double, Turned),
    kind("”", "”", Double, Turned),
    kind("\"", "\"", Double, Straight),
    kind("＂", "＂", Double, Straight),
    kind("''", "''", Double, Straight),
    kind("‘", "’", Single, Upright),
    kind("‚", "‘", Single, Upright),
    kind("‚", "’", Single, Upright),
    kind("‹", "›", Single, Upright),
    kind("`", "'", Single, Upright),
    kind("’", "’", Single, Turned),
    kind("'", "'", Single, Straight),
];

const fn kind(open: &'static str, close: &'static str, level: Level, manner: Manner) -> Kind {
    Kind {
        open,
        close,
        level,
        manner,
    }
}

/// What a mark does, in one kind or another: a set of the constants below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uses(u8);

impl Uses {
    /// It is one of the double marks.
    pub const DOUBLE: Self = Self(1);
    /// It is one of the single marks.
    pub const SINGLE: Self = Self(2);
    /// It opens wherever it stands.
    pub const UPRIGHT: Self = Self(4);
    /// It opens, though it closes in most texts.
    pub const TURNED: Self = Self(8);
    /// It opens and closes alike.
    pub const STRAIGHT: Self = Self(16);
    /// It closes.
    pub const CLOSES: Self = Self(32);
    /// It opens in most texts that have it, or as well as it closes.
    pub const OPENS: Self = Self(Self::UPRIGHT.0 | Self::STRAIGHT.0);

    /// Whether the two sets share a use.
    pub const fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    /// The uses of a mark, which may be two characters; none of what is no quotation mark.
    // Asked from many places: one piece of code for all of them.
    #[inline(never)]
    pub fn of(mark: &str) -> Self {
        let mut uses = 0;
        if mark.bytes().next().is_some_and(may_begin) {
            for kind in KINDS {
                let (opens, closes) = (kind.open == mark, kind.close == mark);
                if opens || closes {
                    uses |= kind.level.uses().0;
                }
                if opens {
                    uses |= kind.manner.uses().0;
                }
                if closes {
                    uses |= Self::CLOSES.0;
                }
            }
        }
        Self(uses)
    }

    /// The uses of a mark of one character.
    #[inline(never)]
    pub fn of_char(c: char) -> Self {
        Self::of(c.encode_utf8(&mut [0; 4]))
    }
}

impl Level {
    const fn uses(self) -> Uses {
        match self {
            Double => Uses::DOUBLE,
            Single => Uses::SINGLE,
        }
    }
}

impl Manner {
    const fn uses(self) -> Uses {
        match self {
            Upright => Uses::UPRIGHT,
            Turned => Uses::TURNED,
            Straight => Uses::STRAIGHT,
        }
    }
}

/// Whether a mark of the table may begin with a byte: most marks of a text are commas and stops.
const fn may_begin(byte: u8) -> bool {
    const ASCII: u128 = {
        let mut set = 0;
        let mut row = 0;
        while row < KINDS.len() {
            let (open, close) = (
                KINDS[row].open.as_bytes()[0],
                KINDS[row].close.as_bytes()[0],
            );
            set |= if open < 128 { 1 << open } else { 0 };
            set |= if close < 128 { 1 << close } else { 0 };
            row += 1;
        }
        set
    };
    byte >= 128 || ASCII >> byte & 1 == 1
}

/// Whether a mark is a double one that opens wherever it stands.
pub fn opens_speech(mark: &str) -> bool {
    let uses = Uses::of(mark);
    uses.has(Uses::DOUBLE) && uses.has(Uses::UPRIGHT)
}

/// Whether two marks are those of a kind.
pub fn is_pair(open: &str, close: &str) -> bool {
    KINDS
        .iter()
        .any(|kind| kind.open == open && kind.close == close)
}

/// Whether a mark opens a kind that another mark closes.
pub fn opens_another(mark: &str) -> bool {
    KINDS
        .iter()
        .any(|kind| kind.open == mark && kind.close != mark)
}

/// Whether a mark closes a kind that another mark opens.
pub fn closes_another(mark: &str) -> bool {
    KINDS
        .iter()
        .any(|kind| kind.close == mark && kind.open != mark)
}

/// Whether a character is a quotation mark that no apostrophe looks like.
pub fn is_no_apostrophe(c: char) -> bool {
    let uses = Uses::of_char(c);
    let likely = Uses::TURNED.0 | Uses::STRAIGHT.0;
    uses != Uses::default() && !(uses.has(Uses::SINGLE) && uses.has(Uses(likely)))
}

/// Whether a character is a quotation mark, or looks like one.
pub fn is_mark(c: char) -> bool {
    Uses::of_char(c) != Uses::default()
}

/// Whether a character may close a quotation.
pub fn closes(c: char) -> bool {
    Uses::of_char(c).has(Uses::CLOSES)
}

/// Whether a character may open a quotation.
pub fn opens(c: char) -> bool {
    Uses::of_char(c).has(Uses::OPENS)
}

/// Whether a text begins with a mark that is one character twice.
pub fn is_doubled(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.first() == bytes.get(1)
        && text
            .get(..2)
            .is_some_and(|two| Uses::of(two) != Uses::default())
}
