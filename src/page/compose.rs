//! From what a walk came upon to a text: first the outline of the page, then the choice of what is read,
//! then the passage. In small steps, so that a long page can be composed in slices.

use super::article::Choice;
use super::article::metadata::Metadata;
use super::article::names::Name;
use super::article::outline::{Container, Outline, Paragraph};
use super::article::shape::Shape;
use super::passage::PassageBuilder;
use super::reading::{Around, Event, Reading};
use crate::annotate::BlockKind;

/// Puts a reading together.
pub struct Composer {
    is_page: bool,
    metadata: Metadata,
    outline: Outline,
    draft: Option<Draft>,
    cuts: Cuts,
    /// The next event to look at.
    next: usize,
    /// Set once it is chosen what is read.
    builder: Option<PassageBuilder>,
    /// How many paragraphs have begun while the passage is built.
    begun: usize,
}

/// A paragraph whose end has not come yet.
struct Draft {
    container: usize,
    words: String,
    linked: u32,
}

/// Where one paragraph ends and the next begins: at the edges of blocks and at two line breaks in a row.
#[derive(Default)]
struct Cuts {
    is_open: bool,
    lines: u8,
}

impl Cuts {
    fn edge(&mut self) {
        *self = Self::default();
    }

    fn line(&mut self) {
        self.lines = self.lines.saturating_add(1);
    }

    /// Whether words are the first of a paragraph.
    fn words(&mut self, words: &str) -> bool {
        if words.trim().is_empty() {
            return false;
        }
        let begins = !self.is_open || self.lines > 1;
        *self = Self {
            is_open: true,
            lines: 0,
        };
        begins
    }
}

impl Composer {
    /// Begins with what was walked through. Of a page the article alone is read, of anything else all but
    /// what is surely no text.
    pub fn new(reading: &Reading, is_page: bool, metadata: Metadata) -> Self {
        let containers = reading.blocks.iter().map(|block| Container {
            parent: block.parent,
            names: block.names,
        });
        Self {
            is_page,
            metadata,
            outline: Outline {
                containers: containers.collect(),
                paragraphs: Vec::new(),
            },
            draft: None,
            cuts: Cuts::default(),
            next: 0,
            builder: None,
            begun: 0,
        }
    }

    /// Goes on by one event; false when the reading is whole.
    pub fn step(&mut self, reading: &mut Reading) -> bool {
        let event = reading.log.get(self.next).cloned();
        self.next += 1;
        match (event, &self.builder) {
            (Some(event), None) => self.sketch(&event),
            (Some(event), Some(_)) => self.write(event, reading),
            (None, None) => self.choose(reading),
            (None, Some(_)) => {
                reading.passage = self.builder.take().unwrap_or_default().finish();
                return false;
            }
        }
        true
    }

    fn sketch(&mut self, event: &Event) {
        match event {
            Event::Edge => {
                self.end_draft();
                self.cuts.edge();
            }
            Event::Line => {
                self.cuts.line();
                self.draft
                    .iter_mut()
                    .for_each(|draft| draft.words.push(' '));
            }
            Event::Words(words, around) => {
                let words = &words.1;
                if self.cuts.words(words) {
                    self.end_draft();
                    self.draft = Some(Draft {
                        container: around.block as usize,
                        words: String::new(),
                        linked: 0,
                    });
                }
                let Some(draft) = &mut self.draft else {
                    return;
                };
                draft.words.push_str(words);
                if words.trim().is_empty() {
                    return;
                }
                draft.container = self.outline.shared(draft.container, around.block as usize);
                if around.is_linked {
                    draft.linked += words.chars().filter(|c| c.is_alphanumeric()).count() as u32;
                }
            }
            Event::Seam { .. } | Event::Open(_) | Event::Close => {}
        }
    }

    fn end_draft(&mut self) {
        if let Some(draft) = self.draft.take() {
            self.outline.paragraphs.push(Paragraph {
                container: draft.container as u32,
                shape: Shape::of(&draft.words, draft.linked, &self.metadata),
            });
        }
    }

    fn choose(&mut self, reading: &mut Reading) {
        self.end_draft();
        reading.choice = Choice::of(&self.outline, self.is_page);
        let paragraphs = self.outline.paragraphs.iter();
        reading.places = paragraphs.map(|paragraph| paragraph.container).collect();
        self.next = 0;
        self.cuts = Cuts::default();
        self.builder = Some(PassageBuilder::default());
    }

    fn write(&mut self, event: Event, reading: &mut Reading) {
        let Some(builder) = &mut self.builder else {
            return;
        };
        match event {
            Event::Edge => {
                self.cuts.edge();
                builder.block();
            }
            Event::Line => {
                self.cuts.line();
                builder.line();
            }
            Event::Seam { has_room } => builder.seam(has_room),
            Event::Open(markup) => builder.open(markup),
            Event::Close => builder.close(),
            Event::Words(words, around) => {
                let (node, words) = words.as_ref();
                self.begun += usize::from(self.cuts.words(words));
                let paragraph = self.begun.checked_sub(1);
                let is_read =
                    paragraph.is_some_and(|at| reading.choice.left.get(at) == Some(&None));
                if is_read || !self.cuts.is_open {
                    let since = builder.bytes();
                    builder.text(reading.nodes.len(), words, around.manner);
                    reading.nodes.push(node.clone());
                    reading.around.push(around);
                    let role = paragraph.and_then(|at| reading.choice.roles.get(at));
                    match role.and_then(|role| role.kind()) {
                        Some(BlockKind::Caption) if is_credit(reading, builder, since) => {
                            builder.set_apart(BlockKind::Cite, since);
                        }
                        Some(kind) => builder.set_apart(kind, since),
                        None => {}
                    }
                } else {
                    builder.block();
                }
            }
        }
    }
}

/// Whether a caption is that of a quote: it stands behind one, in the same figure.
fn is_credit(reading: &Reading, builder: &PassageBuilder, since: usize) -> bool {
    let figure = |around: &Around| {
        let mut above = reading.blocks_above(around.block as usize);
        above.find(|&number| reading.blocks[number].names.is(Name::Figure))
    };
    let [.., before, here] = &reading.around[..] else {
        return false;
    };
    let (here, before) = (figure(here), figure(before));
    here.is_some() && here == before && builder.is_behind_quote(since)
}
