//! What the page's own changes mean for what was read of it.

use std::collections::BTreeSet;

use wasm_bindgen::JsCast;
use web_sys::{Element, MutationRecord, Node};

use super::elements::NEVER;

/// What some changes come to.
#[derive(Default)]
pub struct Change {
    /// The nodes of the reading that hold other words than were read.
    pub stale: BTreeSet<u32>,
    /// Whether anything changed that a reader would see as part of the text.
    pub is_seen: bool,
}

impl Change {
    /// Looks at the records of an observer. `number` finds the node of the reading that a text
    /// node is.
    pub fn of(records: &[MutationRecord], number: impl Fn(&Node) -> Option<usize>) -> Self {
        let mut change = Self::default();
        for record in records {
            let Some(target) = record.target() else {
                continue;
            };
            if record.type_() == "characterData" {
                // Frameworks often write the words again that stand there already.
                if record.old_value() == target.node_value() {
                    continue;
                }
                let stale = number(&target).map(|number| number as u32);
                change.stale.extend(stale);
            }
            change.is_seen = change.is_seen || is_text(&target);
        }
        change
    }
}

/// Whether a node is outside of all that is never read.
fn is_text(node: &Node) -> bool {
    let element = match node.dyn_ref::<Element>() {
        Some(element) => Some(element.clone()),
        None => node.parent_element(),
    };
    element.is_none_or(|element| matches!(element.closest(NEVER), Ok(None)))
}
