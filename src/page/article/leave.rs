//! What is no part of an article, wherever it stands: told by what its elements are surely called, by
//! what it begins with, and by what is nothing but links.

use super::headline::headline;
use super::names::{Name, Names};
use super::outline::{Outline, Paragraph, Survey};
use super::shape::{Opening, Shape};
use super::why::{REASONS, Why};

/// A link of so many letters is a headline: shorter ones are names of people or of topics.
const HEADLINE: u32 = 25;

/// The share of links in what is nothing but links, dates and the like.
const ALMOST_ALL: f32 = 0.8;

/// Why the paragraphs of a page are left out for themselves, if they are.
pub fn reasons(outline: &Outline, survey: &Survey) -> Vec<Option<Why>> {
    let headline = headline(outline, survey);
    let mut reasons: Vec<Option<Why>> = (0..outline.paragraphs.len())
        .map(|at| {
            let paragraph = &outline.paragraphs[at];
            let own = paragraph.container as usize;
            let shape = &paragraph.shape;
            // A page has one headline: what stands around it may be called anything.
            if headline == Some(at) && survey.names[own].is(Name::Title) {
                return None;
            }
            by_name(outline, survey, own, shape).or_else(|| match headline == Some(at) {
                true => None,
                false if is_over_caption(outline, at) => None,
                false => by_words(survey.around[own], shape),
            })
        })
        .collect();
    leave_boxes(outline, headline, &mut reasons);
    reasons
}

/// By what the elements around are surely called.
fn by_name(outline: &Outline, survey: &Survey, own: usize, shape: &Shape) -> Option<Why> {
    let mut around = survey.around[own];
    // Who is quoted stands in the foot of the quote, and some quotes come from social networks.
    if around.is(Name::Quote) {
        around = around.without(&[Name::Foot, Name::Share]);
    }
    // A sentence in a paragraph of its own is what it says, whatever its class.
    if survey.names[own].is(Name::Text) && shape.is_closed && shape.link_share() < 0.5 {
        let parent = outline.containers[own].parent as usize;
        let above = if parent == own {
            Names::default()
        } else {
            survey.around[parent]
        };
        around = around
            .without(&[Name::Related, Name::Promotion])
            .with(above);
    }
    let reason = REASONS.iter().find(|(name, _)| around.is(*name));
    reason.map(|(_, why)| *why)
}

/// Whether a line stands over a caption, within the same: the title of a video.
fn is_over_caption(outline: &Outline, at: usize) -> bool {
    let parent = |container: usize| outline.containers[container].parent as usize;
    let own = outline.paragraphs[at].container as usize;
    let around = [own, parent(own), parent(parent(own))];
    let caption = around
        .into_iter()
        .find(|it| outline.containers[*it].names.has(Name::Caption));
    let is_caption = |caption: usize, next: &Paragraph| {
        next.shape.is_prose() && outline.is_within(next.container as usize, caption)
    };
    let next = outline.paragraphs.get(at + 1);
    next.zip(caption)
        .is_some_and(|(next, caption)| is_caption(caption, next))
}

/// By what it begins with, and by its links.
fn by_words(around: Names, shape: &Shape) -> Option<Why> {
    let why = match shape.opening {
        Opening::Story => Some(Why::Related),
        Opening::Request => Some(Why::Share),
        Opening::Legal => Some(Why::Legal),
        Opening::Ad => Some(Why::Ad),
        Opening::Comments => Some(Why::Comments),
        Opening::None | Opening::Credit | Opening::Byline | Opening::Date => None,
    };
    let is_told = shape.is_opening_alone || shape.link_share() > 0.5 && shape.letters < 200;
    if why.is_some() && is_told {
        return why;
    }
    let is_story =
        shape.link_share() >= ALMOST_ALL && shape.letters >= HEADLINE && !shape.is_closed;
    (is_story && !around.is(Name::Title)).then_some(Why::Related)
}

/// Leaves out the short lines of a box whose words are mostly links to other stories: its heading, dates.
fn leave_boxes(outline: &Outline, headline: Option<usize>, reasons: &mut [Option<Why>]) {
    let count = outline.containers.len();
    let mut linked = vec![0; count];
    let mut short = vec![0; count];
    let mut is_text = vec![false; count];
    for (at, paragraph) in outline.paragraphs.iter().enumerate() {
        let container = paragraph.container as usize;
        let shape = &paragraph.shape;
        match reasons[at] {
            Some(Why::Related) => linked[container] += shape.letters,
            Some(_) => {}
            None if shape.is_closed || shape.letters > 80 || headline == Some(at) => {
                is_text[container] = true
            }
            None => short[container] += shape.letters,
        }
    }
    for number in (1..count).rev() {
        let parent = outline.containers[number].parent as usize;
        linked[parent] += linked[number];
        short[parent] += short[number];
        is_text[parent] |= is_text[number];
    }
    let mut is_box = vec![false; count];
    for number in 1..count {
        let parent = outline.containers[number].parent as usize;
        let is_mostly = linked[number] > 0 && linked[number] >= short[number];
        is_box[number] = is_box[parent] || is_mostly && !is_text[number];
    }
    for (reason, paragraph) in reasons.iter_mut().zip(&outline.paragraphs) {
        if reason.is_none() && is_box[paragraph.container as usize] {
            *reason = Some(Why::Related);
        }
    }
}
