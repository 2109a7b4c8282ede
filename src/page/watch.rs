//! What the page's own changes mean for what was read of it.

use wasm_bindgen::JsCast;
use web_sys::{Element, MutationRecord, Node};

use super::elements::NEVER;
use crate::hash::HashedMap;

/// What some changes come to.
#[derive(Default)]
pub struct Change {
    /// The nodes of the reading that hold other words than were read.
    pub stale: HashedMap<()>,
    /// What changed where text may stand.
    pub seen: Vec<Changed>,
    /// Whether a reader may see any of it as part of the text.
    pub is_of_text: bool,
}

/// Something on the page that is no longer what it was.
#[derive(Clone, PartialEq)]
pub enum Changed {
    /// A node that has other words, children or attributes.
    Node(Node),
    /// An element that came, with all that is in it.
    Tree(Element),
}

impl Change {
    /// Looks at the records of an observer of `root`. `number` finds the node of the reading that a
    /// text node is, `concerns` says whether a record is of what is read.
    pub fn of(
        records: &[MutationRecord],
        root: &Node,
        number: impl Fn(&Node) -> Option<usize>,
        concerns: impl Fn(&MutationRecord, &Node) -> bool,
    ) -> Self {
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
                let stale = number(&target).map(|number| (number as u64, ()));
                change.stale.extend(stale);
            }
            if is_text(&target, root) {
                change.is_of_text |= concerns(record, &target);
                let added = record.added_nodes();
                let added = (0..added.length()).filter_map(|index| added.item(index));
                let elements = added.filter_map(|node| node.dyn_into().ok());
                change.seen.extend(elements.map(Changed::Tree));
                change.seen.push(Changed::Node(target));
            }
        }
        change
    }
}

/// What the page has changed since the reading was begun, and how much of that before the one that is under way.
#[derive(Default)]
pub struct Changes {
    changed: Vec<Changed>,
    heeded: usize,
}

/// Of so many changes it is no longer remembered where they were.
const FORGETS: usize = 1000;

/// Among so many of the last a change is looked for that is known already: a clock ticks again and again.
const RECENT: usize = 8;

impl Changes {
    /// What a reading that begins now must read again; nothing where that is everything.
    pub fn begin(&mut self) -> Option<&[Changed]> {
        self.heeded = self.changed.len();
        (self.heeded < FORGETS).then_some(&self.changed)
    }

    /// Forgets what the last reading has read again.
    pub fn settle(&mut self) {
        self.changed.drain(..self.heeded);
        self.heeded = 0;
    }

    /// Keeps in mind what must be read again, once anything is. The paint may be gone by then, and with it the
    /// way from a node to its block: so the block is kept too.
    pub fn remember(&mut self, change: &Change, block_of: impl Fn(&Node) -> Option<Element>) {
        for changed in &change.seen {
            if self.changed.len() > self.heeded + FORGETS {
                return;
            }
            let mut latest = self.changed[self.heeded..].iter().rev().take(RECENT);
            if latest.any(|other| other == changed) {
                continue;
            }
            if let Changed::Node(node) = changed
                && let Some(block) = block_of(node)
            {
                self.changed.push(Changed::Node(block.into()));
            }
            self.changed.push(changed.clone());
        }
    }
}

/// Whether a node is outside of all that is never read. What is around the root does not count: who
/// asks for a root wants it read.
fn is_text(node: &Node, root: &Node) -> bool {
    let element = match node.dyn_ref::<Element>() {
        Some(element) => Some(element.clone()),
        None => node.parent_element(),
    };
    let never = element.and_then(|element| element.closest(NEVER).ok().flatten());
    never.is_none_or(|never| never.contains(Some(root)))
}
