//! Tables of figures that belong to the text: standings, results, prices.

use super::names::Name;
use super::outline::{Outline, Paragraph};
use super::why::Why;

/// A table of fewer cells is no table of figures, nor is one whose cells hold so many letters on average, or mostly
/// links.
const CELLS: usize = 4;
const LETTERS: u32 = 40;
const LINKED: f32 = 0.6;

/// Reads the tables within the article that stand beside what is read, as wholes.
pub fn join(outline: &Outline, root: usize, left: &mut [Option<Why>]) {
    let tables: Vec<Option<usize>> = outline
        .paragraphs
        .iter()
        .map(|paragraph| table_around(outline, paragraph))
        .collect();
    let mut start = 0;
    for cells in tables.chunk_by(PartialEq::eq) {
        let run = start..start + cells.len();
        start = run.end;
        let Some(table) = cells[0] else {
            continue;
        };
        let around = outline.containers[table].parent as usize;
        let is_beside = |at: Option<usize>| {
            at.is_some_and(|at| {
                let own = outline.paragraphs.get(at).map(|it| it.container as usize);
                left.get(at) == Some(&None) && own.is_some_and(|own| outline.is_within(own, around))
            })
        };
        let is_joined = outline.is_within(table, root)
            && is_of_figures(&outline.paragraphs[run.clone()])
            && (is_beside(run.start.checked_sub(1)) || is_beside(Some(run.end)));
        if is_joined {
            let outside = left[run].iter_mut();
            outside
                .filter(|left| **left == Some(Why::Outside))
                .for_each(|left| *left = None);
        }
    }
}

fn is_of_figures(cells: &[Paragraph]) -> bool {
    let letters: u32 = cells.iter().map(|cell| cell.shape.letters).sum();
    let linked: u32 = cells.iter().map(|cell| cell.shape.linked).sum();
    cells.len() >= CELLS
        && letters <= LETTERS * cells.len() as u32
        && linked as f32 <= LINKED * letters as f32
}

/// The table in a cell of which a paragraph stands: around the row and the group of rows.
fn table_around(outline: &Outline, paragraph: &Paragraph) -> Option<usize> {
    let parent = |container: usize| outline.containers[container].parent as usize;
    let own = paragraph.container as usize;
    let is_cell = |container: usize| outline.containers[container].names.is(Name::Cell);
    let cell = [own, parent(own)].into_iter().find(|it| is_cell(*it))?;
    Some(parent(parent(parent(cell))))
}
