//! As much of regular expressions as dates and sums of money need: letters, sets of them, groups, alternatives, what may
//! be missing and what may be repeated. An engine for all that there is weighs a tenth of what a page loads.

/// A piece of an expression.
pub(super) enum Piece {
    /// One of some letters: `a`, `[ab]`, `\.`.
    Letter(Vec<u8>),
    /// Pieces one behind the other: `ab`.
    Row(Vec<Self>),
    /// One of some pieces, the first rather than the next: `a|b`.
    Either(Vec<Self>),
    /// A piece rather than nothing: `a?`.
    Maybe(Box<Self>),
    /// A piece as often as can be, or not at all: `a*`.
    Many(Box<Self>),
}

impl Piece {
    /// The piece that a pattern stands for.
    pub fn read(pattern: &str) -> Self {
        either(&mut pattern.as_bytes())
    }

    /// Adds the places where the piece can end that begins at a place, the ones that it would rather have first: as an
    /// engine that goes back where it fails would come upon them.
    pub fn ends(&self, letters: &[u8], start: usize, ends: &mut Vec<usize>) {
        match self {
            Self::Letter(set) => {
                if letters.get(start).is_some_and(|it| set.contains(it)) {
                    add(ends, start + 1);
                }
            }
            Self::Row(pieces) => {
                let mut reached = vec![start];
                for piece in pieces {
                    let mut next = Vec::new();
                    for start in reached {
                        piece.ends(letters, start, &mut next);
                    }
                    reached = next;
                }
                reached.into_iter().for_each(|end| add(ends, end));
            }
            Self::Either(pieces) => {
                for piece in pieces {
                    piece.ends(letters, start, ends);
                }
            }
            Self::Maybe(piece) => {
                piece.ends(letters, start, ends);
                add(ends, start);
            }
            Self::Many(piece) => {
                let mut once = Vec::new();
                piece.ends(letters, start, &mut once);
                for end in once.into_iter().filter(|&end| end > start) {
                    self.ends(letters, end, ends);
                }
                add(ends, start);
            }
        }
    }
}

/// Adds an end. One that is there need not be tried twice.
fn add(ends: &mut Vec<usize>, end: usize) {
    if !ends.contains(&end) {
        ends.push(end);
    }
}

/// Takes the next letter of a pattern if it is this one.
fn take(pattern: &mut &[u8], letter: u8) -> bool {
    let rest = pattern.strip_prefix(&[letter]);
    *pattern = rest.unwrap_or(pattern);
    rest.is_some()
}

/// Reads alternatives, to the end of their group or of the pattern.
fn either(pattern: &mut &[u8]) -> Piece {
    let mut pieces = vec![row(pattern)];
    while take(pattern, b'|') {
        pieces.push(row(pattern));
    }
    take(pattern, b')');
    Piece::Either(pieces)
}

/// Reads pieces one behind the other, to the next alternative.
fn row(pattern: &mut &[u8]) -> Piece {
    let mut pieces = Vec::new();
    while let Some((&letter, rest)) = pattern.split_first()
        && !matches!(letter, b'|' | b')')
    {
        *pattern = rest;
        let piece = match letter {
            b'(' => {
                *pattern = pattern.strip_prefix(b"?:").unwrap_or(pattern);
                either(pattern)
            }
            b'[' => {
                let set = pattern.split(|&letter| letter == b']').next();
                let set = set.unwrap_or_default();
                *pattern = pattern.get(set.len() + 1..).unwrap_or_default();
                Piece::Letter(set.to_vec())
            }
            b'\\' => {
                let (escaped, rest) = pattern.split_at(pattern.len().min(1));
                *pattern = rest;
                Piece::Letter(escaped.to_vec())
            }
            _ => Piece::Letter(vec![letter]),
        };
        let piece = if take(pattern, b'?') {
            Piece::Maybe(Box::new(piece))
        } else if take(pattern, b'*') {
            Piece::Many(Box::new(piece))
        } else {
            piece
        };
        pieces.push(piece);
    }
    Piece::Row(pieces)
}
