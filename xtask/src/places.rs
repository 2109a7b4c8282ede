//! Takes out of a module's data the places in the source that panics name: nothing reads them, and they tell of the machine
//! that built it.

/// The bytes of a place: the address of a file's name, its length, the line and the column.
const PLACE: usize = 16;

/// Makes zeros of all places, and of the names of files that they point to; `start` is the address of the first byte.
pub fn blank(data: &mut [u8], start: usize) {
    let mut names = Vec::new();
    let words = data.len().saturating_sub(PLACE - 1);
    for at in (0..words).step_by(4) {
        if let Some(name) = name_at(data, at, start) {
            names.push(name);
            data[at..at + PLACE].fill(0);
        }
    }
    for (from, to) in names {
        data[from..to].fill(0);
    }
}

/// The name of the file of a place, if there is one here.
fn name_at(data: &[u8], at: usize, start: usize) -> Option<(usize, usize)> {
    let number = |at: usize| {
        let bytes = data.get(at..at + 4)?.try_into().ok()?;
        usize::try_from(u32::from_le_bytes(bytes)).ok()
    };
    let from = number(at)?.checked_sub(start)?;
    let to = from + number(at + 4)?;
    data.get(from..to)?.ends_with(b".rs").then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::blank;

    #[test]
    fn places_go_and_all_else_stays() {
        let mut data = Vec::new();
        data.extend(b"src/a.rs and words....");
        data.extend([0; 2]);
        for number in [1000_u32, 8, 12, 5, 1000, 7, 12, 5] {
            data.extend(number.to_le_bytes());
        }
        blank(&mut data, 1000);
        let mut expected = vec![0; 8];
        expected.extend(b" and words....");
        expected.extend([0; 18]);
        for number in [1000_u32, 7, 12, 5] {
            expected.extend(number.to_le_bytes());
        }
        assert_eq!(data, expected);
    }
}
