//! Sets of keys, kept as fingerprints: the top bits of each.

/// How many fingerprints a cell distinguishes by itself.
const TAGS: usize = 5;
/// The bits of a tag, the lowest of a fingerprint.
const TAG_BITS: u32 = 8;
/// A one for each tag of a cell.
const EACH: u64 = 0x01_0101_0101;
/// The lowest bit of the rank in a cell, behind the tags.
const RANK: u32 = TAGS as u32 * TAG_BITS;
/// The bit of a cell that says that it has more fingerprints than tags.
const IS_CROWDED: u64 = 1 << 63;

/// The fingerprints of a set of keys: for each key its rank among them.
///
/// They lie in cells by their high bits, two in each of the committed ones. A cell knows the rank of
/// its first fingerprint and the low bits of the first five, the tags, so that one look at memory
/// gives the rank of nearly every key, or that it is not in the set.
#[derive(Clone, Debug)]
pub struct Fingerprints {
    /// How far a key is shifted to its fingerprint.
    shift: u32,
    /// How far a fingerprint is shifted to its cell.
    within: u32,
    cells: Vec<u64>,
    sorted: Vec<u32>,
}

impl Fingerprints {
    /// A set holds fewer fingerprints than this.
    pub const LIMIT: usize = 1 << (63 - RANK);

    /// The set of these fingerprints of `bits` bits, which are sorted, all different, and fewer
    /// than [`Fingerprints::LIMIT`].
    pub fn new(sorted: Vec<u32>, bits: u32) -> Self {
        let enough = sorted.len().max(1).ilog2();
        let cell_bits = enough.max(bits.saturating_sub(TAG_BITS)).min(bits);
        let within = bits - cell_bits;
        // An empty cell gives the rank of what is not there, whatever it is asked for.
        let mut cells = vec![(sorted.len() as u64) << RANK; 1 << cell_bits];
        let mut last = u32::MAX;
        let mut place = 0;
        for (rank, &fingerprint) in sorted.iter().enumerate() {
            let index = fingerprint >> within;
            let cell = &mut cells[index as usize];
            // The tag of the last member stands in the places behind it, too.
            let tags = u64::from(fingerprint & 0xff) * EACH;
            if index != last {
                (last, place) = (index, 0);
                *cell = (rank as u64) << RANK | tags;
                continue;
            }
            place += TAG_BITS;
            if place < RANK {
                let behind = (1 << RANK) - (1 << place);
                *cell = *cell & !behind | tags & behind;
            } else {
                *cell |= IS_CROWDED;
            }
        }
        Self {
            shift: 64 - bits,
            within,
            cells,
            sorted,
        }
    }

    /// The rank of a key, where its fingerprint is in the set.
    #[inline]
    pub fn rank(&self, key: u64) -> Option<usize> {
        let rank = self.find(key);
        (rank < self.sorted.len()).then_some(rank)
    }

    /// The rank of a key, or the number of all fingerprints where it is not there.
    ///
    /// Whether and where a fingerprint is there is a dice's throw to a processor, so it is told without
    /// a branch.
    #[inline]
    pub fn find(&self, key: u64) -> usize {
        let fingerprint = key >> self.shift;
        let cell = self.cells[(fingerprint >> self.within) as usize];
        // The lowest byte that is 0 shows in its top bit (Mycroft 1987); a bit above all of them lends what they lack.
        let differing = (cell | 1 << RANK) ^ ((fingerprint & 0xff) * EACH);
        let same = (differing - EACH) & !differing & (EACH << (TAG_BITS - 1));
        let first = (cell << 1 >> (RANK + 1)) as usize;
        if cell & IS_CROWDED != 0 && same == 0 {
            return self.find_behind(first + TAGS, fingerprint as u32);
        }
        let at = first + (same.trailing_zeros() / TAG_BITS) as usize;
        if same == 0 { self.sorted.len() } else { at }
    }

    /// The same for a fingerprint that no tag distinguishes, among those of its cell from a rank on.
    #[cold]
    fn find_behind(&self, from: usize, fingerprint: u32) -> usize {
        let rest = self.sorted[from..].iter();
        let at = from + rest.take_while(|&&other| other < fingerprint).count();
        match self.sorted.get(at) == Some(&fingerprint) {
            true => at,
            false => self.sorted.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fingerprint_has_its_rank_and_no_other() {
        let cases: &[(&str, u32, &[u32])] = &[
            ("none", 6, &[]),
            ("the first", 6, &[0]),
            ("the last", 6, &[63]),
            (
                "nearly all",
                6,
                &[0, 1, 2, 3, 5, 8, 9, 10, 11, 12, 13, 14, 63],
            ),
            ("as many as tags", 12, &[256, 257, 300, 301, 511]),
            (
                "a crowd",
                12,
                &[255, 256, 257, 260, 300, 301, 302, 509, 511, 512],
            ),
            (
                "a crowd at the end",
                12,
                &[4000, 4001, 4002, 4003, 4004, 4005, 4095],
            ),
        ];
        for (name, bits, sorted) in cases {
            let set = Fingerprints::new(sorted.to_vec(), *bits);
            for fingerprint in 0..1 << bits {
                let expected = sorted.binary_search(&fingerprint).ok();
                let key = u64::from(fingerprint) << (64 - bits) | 1;
                assert_eq!(set.rank(key), expected, "{name}: {fingerprint}");
            }
        }
    }
}
