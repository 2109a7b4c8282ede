//! Sorting by numbers of one width.
//!
//! Every type of key and item that a sort is compiled for brings six kilobytes of the algorithm
//! with it, and the module of the browser is counted in bytes. Sorted by a `u64` kept beside the
//! item's place, all lists share one.

/// Sorts by a number, lowest first; items of one number keep their order.
pub fn sort_by_number<T>(items: &mut [T], number: impl Fn(&T) -> u64) {
    // Most lists are short and in order, as they were found along the text.
    if !items.is_sorted_by_key(&number) {
        items.sort_by_cached_key(number);
    }
}

/// The number of a pair that is ordered by its first part and then by its second, both below
/// 2^32.
pub const fn pair(first: usize, second: usize) -> u64 {
    (first as u64) << 32 | second as u64 & 0xffff_ffff
}

/// The number of a score that is ordered from the highest to the lowest.
pub fn descending(score: f32) -> u64 {
    let bits = score.to_bits();
    // The bits of positive floats are in order; those of negative ones in the contrary order.
    let ascending = if score.is_sign_negative() {
        !bits
    } else {
        bits | 1 << 31
    };
    u64::from(!ascending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_in_the_order_that_they_stand_for() {
        let mut scores = [0.5, -2.0, 7.0, 0.0, -0.25, 1e9];
        sort_by_number(&mut scores, |&score| descending(score));
        assert_eq!(scores, [1e9, 7.0, 0.5, 0.0, -0.25, -2.0]);
        let mut equal = [(1, 'b'), (0, 'c'), (1, 'a')];
        sort_by_number(&mut equal, |&(number, _)| number);
        assert_eq!(equal, [(0, 'c'), (1, 'b'), (1, 'a')]);
    }
}
