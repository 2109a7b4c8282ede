//! What a paragraph is to the article.

use super::names::Name;
use super::outline::{Outline, Survey};
use super::shape::Opening;
use crate::annotate::BlockKind;

/// What a paragraph is to the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum Role {
    /// The article's own words.
    #[default]
    Body,
    /// Its headline.
    Headline,
    /// What stands between headline and text.
    Standfirst,
    /// A heading within the text.
    Heading,
    /// What belongs to a picture.
    Caption,
    /// Who wrote it.
    Byline,
    /// When.
    Date,
    /// A quote by its markup.
    Quote,
    /// An item of a list.
    Item,
}

impl Role {
    /// What it is to the stages that read the text.
    pub const fn kind(self) -> Option<BlockKind> {
        match self {
            Self::Headline | Self::Heading => Some(BlockKind::Heading),
            Self::Caption => Some(BlockKind::Caption),
            Self::Byline | Self::Date => Some(BlockKind::Byline),
            Self::Body | Self::Standfirst | Self::Quote | Self::Item => None,
        }
    }

    /// Its name for JavaScript.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Headline => "headline",
            Self::Standfirst => "standfirst",
            Self::Heading => "heading",
            Self::Caption => "caption",
            Self::Byline => "byline",
            Self::Date => "date",
            Self::Quote => "quote",
            Self::Item => "item",
        }
    }
}

/// A line that is longer is no byline, no date and no standfirst: in letters.
const BYLINE: u32 = 90;
const STANDFIRST: u32 = 400;

/// The roles of all paragraphs.
pub fn roles(outline: &Outline, survey: &Survey, headline: Option<usize>) -> Vec<Role> {
    let role = |at: usize| {
        let paragraph = &outline.paragraphs[at];
        let own = paragraph.container as usize;
        let parent = outline.containers[own].parent as usize;
        let shape = &paragraph.shape;
        let around = survey.around[own];
        let near = survey.names[own].with(survey.names[parent]);
        // “Updated at noon. ‘It is over,’ said …” is no line about the article alone.
        let is_short = shape.letters <= BYLINE
            && !shape.is_quoting
            && !(shape.is_closed && shape.letters > 60);
        match () {
            () if headline == Some(at) => Role::Headline,
            () if around.is(Name::Caption) || near.has(Name::Caption) => Role::Caption,
            () if around.is(Name::Quote) => Role::Quote,
            () if is_short && (shape.opening == Opening::Byline || near.has(Name::Byline)) => {
                Role::Byline
            }
            () if is_short && (shape.opening == Opening::Date || near.has(Name::Date)) => {
                Role::Date
            }
            () if survey.names[own].is(Name::Title) || survey.names[own].is(Name::Heading) => {
                Role::Heading
            }
            () if near.has(Name::Standfirst) && shape.letters <= STANDFIRST => Role::Standfirst,
            () if around.is(Name::Item) => Role::Item,
            () => Role::Body,
        }
    };
    (0..outline.paragraphs.len()).map(role).collect()
}
