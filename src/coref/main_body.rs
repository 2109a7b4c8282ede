//! The organization that a text is about.

/// How often organizations were named so far.
#[derive(Clone, Debug, Default)]
pub struct MainBody {
    /// The one named most often.
    first: Option<usize>,
    /// How often it was named.
    most: u32,
    /// How often the next one was named.
    second: u32,
}

impl MainBody {
    /// Takes note that an organization was named, and how often it has been by now.
    pub fn name(&mut self, body: usize, times: u32) {
        if self.first == Some(body) {
            self.most = times;
        } else if times > self.most {
            self.second = self.most;
            (self.first, self.most) = (Some(body), times);
        } else {
            self.second = self.second.max(times);
        }
    }

    /// The organization named at least twice, and twice as often as any other.
    pub fn get(&self) -> Option<usize> {
        self.first
            .filter(|_| self.most >= 2 && self.most >= 2 * self.second)
    }
}
