//! Where features are gathered.

/// The features of a token, as they are gathered.
#[derive(Clone, Debug)]
pub struct Keys {
    keys: [u64; Self::MOST],
    count: usize,
}

impl Keys {
    /// How many there may be: more than the templates can make.
    const MOST: usize = 128;

    /// None yet.
    pub const fn new() -> Self {
        Self {
            keys: [0; Self::MOST],
            count: 0,
        }
    }

    /// Forgets all.
    pub const fn clear(&mut self) {
        self.count = 0;
    }

    /// Adds one more. A vector might have to grow for it, which costs even where it does not.
    #[inline]
    pub const fn push(&mut self, key: u64) {
        self.keys[self.count] = key;
        self.count += 1;
    }

    /// Those gathered so far.
    pub fn all(&self) -> &[u64] {
        &self.keys[..self.count]
    }
}
