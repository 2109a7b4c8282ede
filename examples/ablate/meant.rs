//! Whom names, pronouns and descriptions mean in texts where people marked all of them.

use std::fs;

use newslight::{Annotations, Mention, MentionKind, annotate};
use serde_json::Value;

use crate::bytes_of;
use crate::support::corpus;
use crate::support::links::Links;
use crate::support::score::Tally;

/// The corpora, by what they are called in `../shared/data/links`.
const CORPORA: [&str; 2] = ["gum-bio", "gum-interview"];

/// Texts with whom their mentions mean.
pub struct Meant(Vec<Text>);

/// A text with its clusters: mentions that mean one thing.
struct Text {
    text: String,
    clusters: Vec<Cluster>,
}

/// Mentions that mean one thing.
struct Cluster {
    is_person: bool,
    mentions: Vec<Marked>,
}

/// A mention: the bytes of its head, the length of all of it, its kind.
struct Marked {
    head: (usize, usize),
    length: usize,
    kind: MentionKind,
}

/// How well the mentions of all texts are understood.
#[derive(Default)]
pub struct Measured {
    pub links: Links,
    pub pronouns: Tally,
    pub descriptions: Tally,
}

impl Meant {
    /// The texts; none where there is no `../shared`.
    pub fn read() -> Self {
        let folder = corpus::shared().map(|shared| shared.join("data/links"));
        let files = CORPORA.iter().filter_map(|name| {
            let file = folder.as_ref()?.join(format!("{name}.jsonl"));
            fs::read_to_string(file).ok()
        });
        let texts = files.flat_map(|file| file.lines().map(text).collect::<Vec<_>>());
        Self(texts.collect())
    }

    /// How well all are understood.
    pub fn measure(&self) -> Measured {
        let mut sum = Measured::default();
        for text in &self.0 {
            let found = annotate(&text.text);
            sum.links += text.links(&found);
            text.resolved(&found, &mut sum);
        }
        sum
    }
}

impl Text {
    /// Which names are one thing.
    fn links(&self, found: &Annotations) -> Links {
        let mut pairs = Vec::new();
        let mut taken = Vec::new();
        for (id, cluster) in self.clusters.iter().enumerate() {
            for name in cluster.of(MentionKind::Name) {
                let mut ours = found.entities.iter().flat_map(|entity| {
                    let names = entity.mentions.iter();
                    names.map(move |mention| (entity.id, mention))
                });
                let ours = ours.find(|(_, mention)| {
                    mention.kind == MentionKind::Name && name.is_within(mention)
                });
                if let Some((entity, mention)) = ours
                    && !taken.contains(&mention.span)
                {
                    taken.push(mention.span);
                    pairs.push((id, entity));
                }
            }
        }
        Links::of(&pairs)
    }

    /// Counts the pronouns and descriptions that mean whom they should, of those of entities that have a name.
    fn resolved(&self, found: &Annotations, sum: &mut Measured) {
        for entity in &found.entities {
            let (names, others): (Vec<&Mention>, Vec<&Mention>) = entity
                .mentions
                .iter()
                .partition(|mention| mention.kind == MentionKind::Name);
            let own: Vec<usize> = names.iter().filter_map(|name| self.cluster(name)).collect();
            for (mention, cluster) in others
                .into_iter()
                .filter_map(|mention| Some((mention, self.cluster(mention)?)))
                .filter(|_| !own.is_empty())
            {
                let tally = sum.of(mention.kind);
                tally.found += 1;
                tally.right += usize::from(own.contains(&cluster));
            }
        }
        for cluster in &self.clusters {
            if cluster.is_person && cluster.of(MentionKind::Name).next().is_some() {
                sum.pronouns.gold += cluster.of(MentionKind::Pronoun).count();
                sum.descriptions.gold += cluster.of(MentionKind::Description).count();
            }
        }
    }

    /// The cluster of the longest marked mention whose head lies within one of ours.
    fn cluster(&self, mention: &Mention) -> Option<usize> {
        let clusters = self.clusters.iter().enumerate();
        let within = clusters.flat_map(|(id, cluster)| {
            let within = cluster.mentions.iter().filter(|it| it.is_within(mention));
            within.map(move |it| (it.length, id))
        });
        within.max_by_key(|(length, _)| *length).map(|(_, id)| id)
    }
}

impl Cluster {
    fn of(&self, kind: MentionKind) -> impl Iterator<Item = &Marked> {
        self.mentions.iter().filter(move |it| it.kind == kind)
    }
}

impl Marked {
    fn is_within(&self, mention: &Mention) -> bool {
        mention.span.start <= self.head.0 && self.head.1 <= mention.span.end
    }
}

impl Measured {
    fn of(&mut self, kind: MentionKind) -> &mut Tally {
        match kind {
            MentionKind::Description => &mut self.descriptions,
            _ => &mut self.pronouns,
        }
    }
}

/// A text from a line of JSON; its offsets are in code points.
fn text(line: &str) -> Text {
    const TYPES: [&str; 3] = ["person", "organization", "place"];
    let document: Value = serde_json::from_str(line).expect("a document in JSON");
    let text = document["text"].as_str().expect("a text").to_owned();
    let bytes = bytes_of(&text);
    let byte = |at: &Value| bytes[at.as_u64().expect("an offset") as usize];
    let mention = |mention: &Value| Marked {
        head: (byte(&mention["head"][0]), byte(&mention["head"][1])),
        length: byte(&mention["span"][1]) - byte(&mention["span"][0]),
        kind: match mention["kind"].as_str() {
            Some("name") => MentionKind::Name,
            Some("pronoun") => MentionKind::Pronoun,
            _ => MentionKind::Description,
        },
    };
    let clusters = document["clusters"].as_array().expect("clusters");
    let clusters = clusters
        .iter()
        .filter(|cluster| TYPES.iter().any(|wanted| cluster["type"] == *wanted))
        .map(|cluster| Cluster {
            is_person: cluster["type"] == "person",
            mentions: cluster["mentions"]
                .as_array()
                .expect("mentions")
                .iter()
                .map(mention)
                .collect(),
        });
    Text {
        clusters: clusters.collect(),
        text,
    }
}
