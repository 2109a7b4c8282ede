//! Which paragraph of a page is its headline.

use super::names::Name;
use super::outline::{Outline, Survey};
use super::why::is_closed;

/// A line that is that much like a title of the page is its headline.
const LIKE: f32 = 0.6;

/// The paragraph that is most like a title of the page. What stands in something else, as a button that shares the
/// page does, is not asked, but for an `<h1>`.
pub fn headline(outline: &Outline, survey: &Survey) -> Option<usize> {
    let mut best = (LIKE, None);
    for (at, paragraph) in outline.paragraphs.iter().enumerate() {
        let own = paragraph.container as usize;
        let names = outline.containers[own].names;
        if !names.has(Name::Title) && is_closed(survey.around[own]) {
            continue;
        }
        let by_name = match () {
            () if names.has(Name::Title) => 0.3,
            () if names.has_any(&[Name::Heading, Name::Headline]) => 0.2,
            () => 0.0,
        };
        // The name of the site, which titles end with, leads to its front page.
        if by_name == 0.0 && paragraph.shape.link_share() > 0.5 {
            continue;
        }
        let titled = paragraph.shape.titled;
        if titled >= LIKE && titled + by_name > best.0 {
            best = (titled + by_name, Some(at));
        }
    }
    best.1
}

/// The last `<h1>` before a paragraph: pages whose title for the window says something else have a headline, too.
pub fn last_title(outline: &Outline, before: usize) -> Option<usize> {
    outline.paragraphs[..before].iter().rposition(|paragraph| {
        let names = outline.containers[paragraph.container as usize].names;
        names.is(Name::Title) && paragraph.shape.link_share() < 0.5
    })
}
