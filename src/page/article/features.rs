//! What indicates whether a paragraph belongs to the article, as numbers of features.

use super::headline::headline;
use super::names::{NAMES, Name, Names};
use super::outline::{Outline, Paragraph, Survey};
use super::shape::{OPENINGS, Opening, Shape};

/// The kinds of a paragraph by length and whether it ends as a sentence.
const SIZES: usize = 18;
/// Steps of a share.
const SHARES: usize = 6;

const BIAS: usize = 0;
const SIZE: usize = 1;
const LINKS: usize = SIZE + SIZES;
const LOOKS: usize = LINKS + SHARES;
const OPENING: usize = LOOKS + 8;
const OWN: usize = OPENING + OPENINGS;
const NEAR: usize = OWN + NAMES;
const AROUND: usize = NEAR + NAMES;
const PARENT: usize = AROUND + NAMES;
const GRANDPARENT: usize = PARENT + SHARES;
const ARTICLE: usize = GRANDPARENT + SHARES;
const NAMED: usize = ARTICLE + SHARES + 1;
const ROOT: usize = NAMED + 9;
const DENSITY: usize = ROOT + 8;
const PLACE: usize = DENSITY + SHARES;
const AFTER: usize = PLACE + 5;
const BEFORE_SIZE: usize = AFTER + 5;
const AFTER_SIZE: usize = BEFORE_SIZE + SIZES;
const BEFORE_LINKS: usize = AFTER_SIZE + SIZES;
const AFTER_LINKS: usize = BEFORE_LINKS + SHARES;
const TITLED: usize = AFTER_LINKS + SHARES;
/// How many features there are.
pub const FEATURES: usize = TITLED + SHARES;

/// What is known of the page as a whole.
pub struct Features<'a> {
    outline: &'a Outline,
    survey: &'a Survey,
    /// The way down to where most of the prose stands, by two thresholds.
    roots: [usize; 2],
    /// Letters of paragraphs right in a container that are links, and all of them.
    title: Option<usize>,
}

impl<'a> Features<'a> {
    /// Looks at a page.
    pub fn new(outline: &'a Outline, survey: &'a Survey) -> Self {
        let is_title =
            |paragraph: &Paragraph| survey.names[paragraph.container as usize].has(Name::Title);
        Self {
            outline,
            survey,
            roots: [survey.descend(outline, 0.8), survey.descend(outline, 0.5)],
            title: headline(outline, survey)
                .or_else(|| outline.paragraphs.iter().position(is_title)),
        }
    }

    /// The features of a paragraph.
    pub fn of(&self, at: usize, out: &mut Vec<usize>) {
        out.clear();
        let Paragraph { container, shape } = &self.outline.paragraphs[at];
        let own = *container as usize;
        let parent = self.outline.containers[own].parent as usize;
        let grandparent = self.outline.containers[parent].parent as usize;
        out.extend([BIAS, SIZE + size(shape), LINKS + step(shape.link_share())]);
        let looks = [
            shape.is_quoting,
            shape.begins_small,
            shape.small == 0,
            shape.digits * 5 > shape.letters,
            shape.commas > 0,
            shape.commas > 3,
            shape.letters > 60 && shape.commas == 0,
            !shape.is_closed && shape.letters > 160,
        ];
        out.extend(
            looks
                .iter()
                .enumerate()
                .filter(|(_, holds)| **holds)
                .map(|(number, _)| LOOKS + number),
        );
        if shape.opening != Opening::None && shape.letters < 150 {
            out.push(OPENING + shape.opening as usize);
        }
        let near = self.names(parent).with(self.names(grandparent));
        out.extend(self.names(own).numbers().map(|name| OWN + name));
        out.extend(near.numbers().map(|name| NEAR + name));
        out.extend(self.survey.around[own].numbers().map(|name| AROUND + name));
        // A paragraph in an element of its own is measured by what stands around that.
        let (parent, grandparent) = match self.names(own).is_empty() {
            true => (own, parent),
            false => (parent, grandparent),
        };
        out.push(PARENT + step(self.survey.share(parent)));
        out.push(GRANDPARENT + step(self.survey.share(grandparent)));
        out.push(self.article(own));
        for (number, name) in [Name::Schema, Name::Article, Name::Main]
            .into_iter()
            .enumerate()
        {
            let is_inside = self.survey.around[own].has(name);
            let exists = self.survey.all.has(name);
            out.push(NAMED + 3 * number + usize::from(exists) + usize::from(is_inside));
        }
        for (number, root) in self.roots.into_iter().enumerate() {
            let is_inside = self.outline.is_within(own, root);
            let is_right = [own, parent].contains(&root);
            out.push(
                ROOT + 4 * number + usize::from(is_inside) + usize::from(is_right && is_inside),
            );
        }
        let density = self.survey.prose[parent] / self.survey.letters[parent].max(1.0);
        out.push(DENSITY + step(density));
        out.push(PLACE + (5 * at / self.outline.paragraphs.len()).min(4));
        out.push(
            AFTER
                + match self.title {
                    None => 0,
                    Some(title) if at < title => 1,
                    Some(title) if at == title => 2,
                    Some(title) if at < title + 8 => 3,
                    _ => 4,
                },
        );
        out.push(TITLED + step(shape.titled));
        self.beside(at.checked_sub(1), BEFORE_SIZE, BEFORE_LINKS, out);
        self.beside(Some(at + 1), AFTER_SIZE, AFTER_LINKS, out);
    }

    fn beside(&self, at: Option<usize>, sizes: usize, links: usize, out: &mut Vec<usize>) {
        if let Some(Paragraph { shape, .. }) = at.and_then(|at| self.outline.paragraphs.get(at)) {
            out.extend([sizes + size(shape), links + step(shape.link_share())]);
        }
    }

    fn names(&self, container: usize) -> Names {
        self.survey.names[container]
    }

    /// How much of the page's prose the innermost article around holds.
    fn article(&self, own: usize) -> usize {
        let mut container = own;
        loop {
            if self.names(container).has(Name::Article) {
                return ARTICLE + 1 + step(self.survey.share(container));
            }
            let parent = self.outline.containers[container].parent as usize;
            if parent >= container {
                return ARTICLE;
            }
            container = parent;
        }
    }
}

/// The length of a paragraph on a scale, and whether it is closed.
fn size(shape: &Shape) -> usize {
    let letters = (shape.letters + 1).ilog2().saturating_sub(2).min(8) as usize;
    2 * letters + usize::from(shape.is_closed)
}

/// A share on a scale.
fn step(share: f32) -> usize {
    [0.02, 0.1, 0.3, 0.6, 0.9]
        .iter()
        .filter(|&&limit| share > limit)
        .count()
}

/// What is thought of a feature before anything is learned: names and openings that speak against a
/// paragraph do so on pages of any kind.
pub fn prior(feature: usize) -> f32 {
    const AGAINST: &[Name] = &[
        Name::Aside,
        Name::Foot,
        Name::Menu,
        Name::Control,
        Name::Ad,
        Name::Promotion,
        Name::Related,
        Name::Comments,
        Name::Share,
        Name::Topics,
        Name::PullQuote,
        Name::Legal,
        Name::Player,
    ];
    let against = |first: usize| AGAINST.iter().any(|name| feature == first + *name as usize);
    if against(AROUND) || against(NEAR) || against(OWN) || (OPENING + 1..OWN).contains(&feature) {
        return -0.7;
    }
    0.0
}
