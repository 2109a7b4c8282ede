//! Sets of keys, kept as fingerprints: the top bits of each.

/// How many low bits of a fingerprint tell it within its bucket.
const WITHIN: u32 = 7;

/// The fingerprints of a set of keys: for each key its rank among them.
///
/// They lie in buckets by their high bits, one or two in each of the committed ones. A bucket
/// knows its first fingerprint, so that most keys that are not in the set are told by one look at
/// memory.
#[derive(Clone, Debug)]
pub struct Fingerprints {
    /// How far a key is shifted to its fingerprint.
    shift: u32,
    buckets: Vec<Head>,
    /// For each rank the head of the next fingerprint in the same bucket, if there is one.
    next: Vec<Head>,
}

/// The rank of a fingerprint in the high bits, and in the low ones those that tell it within its
/// bucket. The bit between tells whether the bucket has another one behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Head(u32);

impl Head {
    const fn new(rank: usize, fingerprint: u32) -> Self {
        Self((rank as u32) << (WITHIN + 1) | fingerprint & ((1 << WITHIN) - 1))
    }

    const fn rank(self) -> usize {
        (self.0 >> (WITHIN + 1)) as usize
    }

    const fn is_of(self, fingerprint: u64) -> bool {
        (self.0 ^ fingerprint as u32) & ((1 << WITHIN) - 1) == 0
    }

    const fn has_next(self) -> bool {
        self.0 >> WITHIN & 1 == 1
    }

    const fn with_next(self) -> Self {
        Self(self.0 | 1 << WITHIN)
    }
}

impl Fingerprints {
    /// A set holds fewer fingerprints than this.
    pub const LIMIT: usize = Head(u32::MAX).rank();

    /// The set of these fingerprints of `bits` bits, which are sorted, all different, and fewer
    /// than [`Fingerprints::LIMIT`].
    pub fn new(sorted: &[u32], bits: u32) -> Self {
        // An empty bucket's head has the rank of what is not there, whatever it is asked for.
        let none = Head::new(sorted.len(), 0);
        let mut buckets = vec![none; 1 << bits.saturating_sub(WITHIN)];
        let mut next = vec![none; sorted.len()];
        // The last of a bucket is put in first, so that each head knows whether one follows.
        for (rank, &fingerprint) in sorted.iter().enumerate().rev() {
            let head = Head::new(rank, fingerprint);
            let first = &mut buckets[(fingerprint >> WITHIN) as usize];
            if *first == none {
                *first = head;
            } else {
                next[rank] = *first;
                *first = head.with_next();
            }
        }
        Self {
            shift: 64 - bits,
            buckets,
            next,
        }
    }

    /// The rank of a key, where its fingerprint is in the set.
    #[inline]
    pub fn rank(&self, key: u64) -> Option<usize> {
        let rank = self.rank_or_count(key);
        (rank != self.next.len()).then_some(rank)
    }

    /// The rank of a key, or how many there are where its fingerprint is not in the set. Whether it is
    /// there is a coin's toss to a processor, so it is told without a branch.
    #[inline]
    pub fn rank_or_count(&self, key: u64) -> usize {
        let fingerprint = key >> self.shift;
        let mut head = self.buckets[(fingerprint >> WITHIN) as usize];
        while !head.is_of(fingerprint) & head.has_next() {
            head = self.next[head.rank()];
        }
        if head.is_of(fingerprint) {
            head.rank()
        } else {
            self.next.len()
        }
    }
}
