//! Paints with the CSS Custom Highlight API: not one node of the page is touched.

use js_sys::{Array, Object, Reflect, Set};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, StaticRangeInit, Text};

use super::first_letter;
use super::{Painter, Stroke, by_node, until};
use crate::hash::HashedMap;
use crate::page::dom::{Highlight, HighlightRegistry, StaticRange};
use crate::page::marks::{KINDS, is_quote};

/// The name after `newslight-` of what the reader chose.
const CHOSEN: &str = "chosen";

/// Adds ranges to the highlights of the page's registry, under the names `newslight-…` alone.
///
/// Several highlightings of one page share these names; each takes only its own ranges away.
pub struct HighlightPainter {
    /// The document of all nodes, where no frames are read: nobody need ask each node for its own.
    document: Option<Document>,
    painted: Vec<Layer>,
    chosen: Vec<Layer>,
}

/// The ranges that we added under one name of one registry.
struct Layer {
    document: Document,
    name: &'static str,
    registry: HighlightRegistry,
    highlight: Highlight,
    /// Whether the page knows the highlight. Ours are filled first: of every range that comes later
    /// the browser names the window.
    is_registered: bool,
    /// Each with the number of its node.
    ranges: Vec<(u32, StaticRange)>,
}

impl HighlightPainter {
    /// A painter of the nodes of one document, or of whichever they belong to.
    pub fn new(document: Option<Document>) -> Self {
        Self {
            document,
            painted: Vec::new(),
            chosen: Vec::new(),
        }
    }

    /// Whether a document's browser has the interface, and the page has put nothing of its own under
    /// its name.
    pub fn is_supported(document: &Document) -> bool {
        let own = |value: &JsValue, name: &str| Reflect::get(value, &JsValue::from_str(name)).ok();
        let is_ours = |window: &JsValue| {
            let prototype = own(&own(window, "Highlight")?, "prototype")?;
            Reflect::has(&prototype, &JsValue::from_str("priority")).ok()
        };
        let window = document.default_view();
        registry_of(document).is_some()
            && window.is_some_and(|window| is_ours(&window).unwrap_or(false))
    }
}

impl Painter for HighlightPainter {
    fn name(&self) -> &'static str {
        "highlight"
    }

    fn changes_page(&self) -> bool {
        false
    }

    fn paint(&mut self, nodes: &[Text], strokes: &[Stroke], end: f64) -> usize {
        let look = |stroke: &Stroke| {
            let priority = if is_quote(stroke.kind) { 0 } else { 1 };
            (KINDS[stroke.kind as usize], priority)
        };
        let document = self.document.as_ref();
        add(
            &mut self.painted,
            document,
            nodes,
            until(end, strokes),
            look,
        )
    }

    fn choose(&mut self, nodes: &[Text], strokes: &[Stroke]) {
        remove(&mut self.chosen);
        let document = self.document.as_ref();
        let look = |_: &Stroke| (CHOSEN, 2);
        add(&mut self.chosen, document, nodes, by_node(strokes), look);
    }

    fn forget(&mut self, nodes: &HashedMap<()>) {
        for layer in self.painted.iter_mut().chain(&mut self.chosen) {
            let gone: Vec<_> = layer
                .ranges
                .extract_if(.., |(node, _)| nodes.contains_key(&u64::from(*node)))
                .collect();
            take_out(&layer.highlight, &gone);
        }
    }

    fn clear(&mut self) {
        remove(&mut self.painted);
        remove(&mut self.chosen);
    }
}

/// Adds strokes, node by node, to the layers of their looks: a name and a priority. Tells how many.
fn add<'s>(
    layers: &mut Vec<Layer>,
    only: Option<&Document>,
    nodes: &[Text],
    by_node: impl Iterator<Item = &'s [Stroke]>,
    look: impl Fn(&Stroke) -> (&'static str, i32),
) -> usize {
    let mut added = 0;
    let mut is_webkit = None;
    // One for all: the browser copies it.
    let place: StaticRangeInit = Object::new().unchecked_into();
    for strokes in by_node {
        added += strokes.len();
        let node = &nodes[strokes[0].node as usize];
        let own = only.is_none().then(|| node.owner_document()).flatten();
        let Some(document) = only.or(own.as_ref()) else {
            continue;
        };
        let is_webkit = *is_webkit.get_or_insert_with(|| first_letter::is_webkit(document));
        if is_webkit && first_letter::begins_with_styled_letter(node) {
            continue;
        }
        place.set_start_container(node);
        place.set_end_container(node);
        for stroke in strokes {
            place.set_start_offset(stroke.start);
            place.set_end_offset(stroke.end);
            let (name, priority) = look(stroke);
            let is_its = |layer: &Layer| {
                layer.name == name && (only.is_some() || layer.document == *document)
            };
            let known = layers.iter().position(is_its);
            let index = known.unwrap_or(layers.len());
            if known.is_none() {
                layers.extend(Layer::new(document.clone(), name, priority));
            }
            if let Some(layer) = layers.get_mut(index) {
                let range = StaticRange::new(&place);
                layer.highlight.add(&range);
                layer.ranges.push((stroke.node, range));
            }
        }
    }
    for layer in layers.iter_mut().filter(|layer| !layer.is_registered) {
        layer.registry.set(&key_of(layer.name), &layer.highlight);
        layer.is_registered = true;
    }
    added
}

impl Layer {
    /// The layer of a name: the page's highlight where another widget registered it already.
    fn new(document: Document, name: &'static str, priority: i32) -> Option<Self> {
        let registry = registry_of(&document)?;
        let known = registry.get(&key_of(name));
        let is_registered = known.is_some();
        let highlight = known.unwrap_or_else(|| {
            let highlight = Highlight::new();
            highlight.set_priority(priority);
            highlight
        });
        Some(Self {
            document,
            name,
            registry,
            highlight,
            is_registered,
            ranges: Vec::new(),
        })
    }
}

/// Fewer ranges are taken out one by one.
const FEW: usize = 32;

/// Takes ranges out of a highlight. Of very many it is quicker to empty it and to put the others back:
/// the time that browsers need to take one out grows with the number of all.
fn take_out(highlight: &Highlight, gone: &[(u32, StaticRange)]) {
    if gone.len() < FEW {
        for (_, range) in gone {
            highlight.delete(range);
        }
        return;
    }
    let known = Set::new(&JsValue::UNDEFINED);
    for (_, range) in gone {
        known.add(range);
    }
    let all = Array::from(highlight);
    highlight.clear();
    for range in all.iter().filter(|range| !known.has(range)) {
        highlight.add(range.unchecked_ref());
    }
}

/// Takes our ranges out, and the names that nobody else uses.
fn remove(layers: &mut Vec<Layer>) {
    for layer in layers.drain(..) {
        if layer.highlight.size() as usize > layer.ranges.len() {
            take_out(&layer.highlight, &layer.ranges);
            continue;
        }
        layer.highlight.clear();
        let key = key_of(layer.name);
        if layer
            .registry
            .get(&key)
            .is_some_and(|now| Object::is(&now, &layer.highlight))
        {
            layer.registry.remove(&key);
        }
    }
}

/// The name in the registry of what is painted under one of ours.
fn key_of(name: &str) -> String {
    ["newslight-", name].concat()
}

/// `CSS.highlights` of the window that shows a document.
fn registry_of(document: &Document) -> Option<HighlightRegistry> {
    let window = document.default_view()?;
    let css = Reflect::get(&window, &JsValue::from_str("CSS")).ok()?;
    let registry = Reflect::get(&css, &JsValue::from_str("highlights")).ok()?;
    registry.is_object().then(|| registry.unchecked_into())
}
