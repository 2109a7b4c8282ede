//! Keeps the reader's selection while text nodes are cut and joined.

use web_sys::{Document, Node, Selection};

/// A place in a node.
pub type Place = (Node, u32);

/// The selection of a page, and where it begins and ends.
pub struct Selected {
    selection: Selection,
    anchor: Place,
    focus: Place,
    is_moved: bool,
}

impl Selected {
    /// The selection of a document, if there is one.
    pub fn of(document: &Document) -> Option<Self> {
        let selection = document.default_view()?.get_selection().ok()??;
        let anchor = (selection.anchor_node()?, selection.anchor_offset());
        let focus = (selection.focus_node()?, selection.focus_offset());
        Some(Self {
            selection,
            anchor,
            focus,
            is_moved: false,
        })
    }

    /// Says where the words at its ends are to be found; nothing where they stay.
    pub fn move_to(&mut self, place: impl Fn(&Place) -> Option<Place>) {
        for end in [&mut self.anchor, &mut self.focus] {
            if let Some(moved) = place(end) {
                *end = moved;
                self.is_moved = true;
            }
        }
    }

    /// Selects the same words again, if they moved. Where the page has cut them off meanwhile,
    /// the selection is the page's affair.
    pub fn restore(self) {
        if self.is_moved {
            let ((anchor, start), (focus, end)) = (&self.anchor, &self.focus);
            let _ = self
                .selection
                .set_base_and_extent(anchor, *start, focus, *end);
        }
    }
}
