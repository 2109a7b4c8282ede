//! Layouts: words whose place alone shows that somebody says them, and mostly who, whatever their sentence is.

mod announced;
mod answers;
mod blocks;
mod found;
mod inscription;
mod list;
mod signature;
mod transcript;
mod verdict;

pub use found::Found;

use super::reading::Reading;
use crate::ablation;

/// One layout.
pub struct Layout {
    /// What it is called by, in `cargo xtask ablate`.
    pub id: &'static str,
    /// The quotes of a text that have it.
    read: fn(&Reading) -> Vec<Found>,
}

/// Every layout; where two read the same words, the one that stands before the other has them.
pub const LAYOUTS: &[Layout] = &[
    Layout {
        id: "quotes-transcript",
        read: transcript::read,
    },
    Layout {
        id: "quotes-answers",
        read: answers::read,
    },
    Layout {
        id: "quotes-block",
        read: blocks::read,
    },
    Layout {
        id: "quotes-announced",
        read: announced::read,
    },
    Layout {
        id: "quotes-list",
        read: list::read,
    },
    Layout {
        id: "quotes-inscription",
        read: inscription::read,
    },
    Layout {
        id: "quotes-verdict",
        read: verdict::read,
    },
    Layout {
        id: "quotes-signature",
        read: signature::read,
    },
];

/// The quotes of a text that a layout shows, in the order of the layouts.
pub fn find(reading: &Reading) -> Vec<Found> {
    let mut is_claimed = vec![false; reading.terms.len()];
    let mut all = Vec::new();
    for layout in LAYOUTS.iter().filter(|layout| ablation::is_on(layout.id)) {
        for found in (layout.read)(reading) {
            if found.claimed.clone().any(|token| is_claimed[token]) {
                continue;
            }
            is_claimed[found.claimed.clone()].fill(true);
            ablation::fired(layout.id);
            all.push(found);
        }
    }
    all
}
