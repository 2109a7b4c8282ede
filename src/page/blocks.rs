//! The blocks of a page that hold something to paint.

use web_sys::Element;

use super::paint::{Stroke, by_node};
use super::reading::Reading;

/// Which blocks hold strokes, and in which nodes.
#[derive(Default)]
pub struct Blocks {
    /// Their elements, each with the nodes that have strokes, in order.
    painted: Vec<(Element, Vec<u32>)>,
}

impl Blocks {
    /// The blocks of strokes that are sorted by node.
    pub fn of(reading: &Reading, strokes: &[Stroke]) -> Self {
        let mut nodes_of = vec![Vec::new(); reading.blocks.len()];
        for strokes in by_node(strokes) {
            let node = strokes[0].node;
            nodes_of[reading.around[node as usize].block as usize].push(node);
        }
        let elements = reading.blocks.iter().map(|block| block.element.clone());
        let painted = elements.zip(nodes_of);
        Self {
            painted: painted.filter(|(_, nodes)| !nodes.is_empty()).collect(),
        }
    }

    /// The elements, by the numbers that the other functions take.
    pub fn elements(&self) -> Vec<Element> {
        let blocks = self.painted.iter();
        blocks.map(|(element, _)| element.clone()).collect()
    }

    /// The nodes with strokes in a block.
    pub fn nodes(&self, number: u32) -> &[u32] {
        let block = self.painted.get(number as usize);
        block.map_or(&[], |(_, nodes)| nodes)
    }
}
