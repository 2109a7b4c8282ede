//! What stands in a window before each token, and where a clause stands in it.

use crate::quotes::terms::Class;

/// How many of the telling classes stand in some words.
#[derive(Clone, Copy, Default)]
pub(super) struct Census {
    pub(super) commas: u32,
    pub(super) dashes: u32,
    pub(super) openings: u32,
    pub(super) closings: u32,
    /// Auxiliaries and pronouns: there are about as many as there are clauses.
    pub(super) verbs: u32,
    /// Words that are likely cues themselves.
    pub(super) cues: u32,
}

impl Census {
    pub(super) fn add(&mut self, class: Class, is_cue: bool) {
        self.cues += u32::from(is_cue);
        match class {
            Class::Comma => self.commas += 1,
            Class::Dash => self.dashes += 1,
            Class::Opening => self.openings += 1,
            Class::Closing => self.closings += 1,
            Class::Auxiliary | Class::Pronoun => self.verbs += 1,
            _ => {}
        }
    }

    pub(super) const fn without(self, other: Self) -> Self {
        Self {
            commas: self.commas - other.commas,
            dashes: self.dashes - other.dashes,
            openings: self.openings - other.openings,
            closings: self.closings - other.closings,
            verbs: self.verbs - other.verbs,
            cues: self.cues - other.cues,
        }
    }
}

/// How a clause stands to its cue and to the window.
#[derive(Clone, Copy)]
pub(super) struct Position {
    /// 0 before the cue, 1 behind it, 2 around it.
    pub(super) side: u32,
    pub(super) is_first: bool,
    pub(super) is_last: bool,
}

impl Position {
    /// How many positions there are.
    pub(super) const COUNT: usize = 12;

    /// Whether the clause begins and ends with the window.
    pub(super) fn whole(self) -> u32 {
        u32::from(self.is_first) << 1 | u32::from(self.is_last)
    }

    /// The number of the position, below [`Position::COUNT`].
    pub(super) fn number(self) -> usize {
        (self.side << 2 | self.whole()) as usize
    }
}
