//! Which elements of a page are never read, which may be cut, and what of a line a reader does not see.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::dom::ComputedStyle;
use crate::quotation_marks::{Uses, closes, opens};

/// What is never text, wherever it stands: code and controls, media, what is shown on demand, what is being
/// edited, and links that share the page.
pub const NEVER: &str = "\
script, style, noscript, template, head, textarea, input, select, option, datalist, progress, meter, output, \
code, pre, kbd, samp, math, svg, canvas, audio, video, picture, object, embed, map, rt, rp, news-light, \
[role=tooltip], [role=math], [role=textbox], [role=combobox], [contenteditable]:not([contenteditable=false]), \
a[href*='facebook.com/share'], a[href*='twitter.com/intent'], a[href*='reddit.com/submit'], a[href^='mailto:?']";

/// Elements that stand within a line, where no style says so: in a detached tree.
pub const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "data", "del", "dfn", "em", "font",
    "i", "ins", "mark", "q", "ruby", "s", "slot", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr",
];

/// Elements of a paragraph or two: what they say of their language is meant for their words.
pub const WORDED: &[&str] = &[
    "blockquote",
    "dd",
    "dt",
    "figcaption",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "p",
];

/// Elements that must not get another element as a child, or that show only their words.
pub const CLOSED: &[&str] = &[
    "table", "tbody", "thead", "tfoot", "tr", "colgroup", "select", "optgroup", "option", "ul",
    "ol", "dl", "textarea", "title", "rt",
];

/// Classes of what is for screen readers alone.
const UNSEEN: &[&str] = &[
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "screen-reader-text",
    "off-screen",
    "offscreen",
    "u-visually-hidden",
    "assistive-text",
];

/// Letters of a drop cap, with the mark before it.
const CAP: usize = 2;

/// Farther than this to the left or above nobody sees it, in pixels.
const FAR: i32 = -900;

/// Whether an element is there for screen readers alone, by the usual recipes.
pub fn is_clipped_away(style: &ComputedStyle) -> bool {
    let clip = style.clip();
    clip.starts_with("rect(0px, 0px, 0px, 0px)")
        || clip.starts_with("rect(1px, 1px, 1px, 1px)")
        || style.clip_path() == "inset(50%)"
        || style.clip_path() == "inset(100%)"
}

/// The same by its classes, unless another of them takes that back.
pub fn is_called_unseen(classes: &str) -> bool {
    let mut classes = classes.split_ascii_whitespace();
    classes.clone().any(|class| UNSEEN.contains(&class))
        && !classes.any(|class| class.ends_with("not-sr-only"))
}

/// Whether an element that is taken out of the flow is out of sight: far off, or transparent.
pub fn is_out_of_sight(style: &ComputedStyle) -> bool {
    let pixels = |length: String| {
        length
            .split(['.', 'p'])
            .next()
            .and_then(|whole| whole.parse::<i32>().ok())
    };
    let is_far = |length: String| pixels(length).is_some_and(|length| length < FAR);
    style.opacity() == "0" || is_far(style.left()) || is_far(style.top())
}

/// Whether an element is a letter set large that the rest of its word follows.
pub fn is_drop_cap(element: &Element) -> bool {
    let Some(only) = first_with_words(element.first_child()) else {
        return false;
    };
    if first_with_words(only.next_sibling()).is_some() {
        return false;
    }
    let words = only.text_content().unwrap_or_default();
    let words = words.trim();
    let letters = words.trim_start_matches(opens);
    let is_letter = words.chars().count() <= CAP
        && letters.chars().count() == 1
        && letters.chars().all(char::is_alphabetic);
    let next = first_with_words(element.next_sibling());
    let next = next.and_then(|next| next.text_content());
    is_letter && next.is_some_and(|next| next.starts_with(char::is_alphabetic))
}

/// The first of a node and those behind it that is no text without a letter: where our marks are, such are left.
fn first_with_words(mut node: Option<Node>) -> Option<Node> {
    while let Some(empty) = node.take_if(|node| node.node_value().as_deref() == Some("")) {
        node = empty.next_sibling();
    }
    node
}

/// Whether an element is a note's mark: a number or sign, and not a power or the end of a number.
pub fn is_note_mark(element: &Element) -> bool {
    let words = element.text_content().unwrap_or_default();
    let mark = words.trim().trim_matches(['[', ']', '(', ')', ',', ' ']);
    let is_bracketed = words.trim().starts_with('[') && words.trim().ends_with(']');
    let count = mark.chars().count();
    let is_number = (1..=3).contains(&count) && mark.bytes().all(|byte| byte.is_ascii_digit());
    let is_sign = (1..=2).contains(&count) && mark.chars().all(|c| "*†‡§¶#⁎".contains(c));
    let is_letter = count == 1 && mark.bytes().all(|byte| byte.is_ascii_lowercase());
    if element.local_name() == "a" {
        return is_bracketed && (is_number || is_letter);
    }
    let is_link = element.query_selector("a").ok().flatten().is_some()
        || element.closest("a").ok().flatten().is_some();
    is_sign
        || (is_number || is_letter)
            && (is_link || is_bracketed || is_number && follows_word(element))
}

/// Whether a word of three letters or more, or the end of a quote, stands right before an element: units and
/// formulas are shorter.
fn follows_word(element: &Element) -> bool {
    let before = element
        .previous_sibling()
        .and_then(|node| node.text_content())
        .unwrap_or_default();
    let mut last = before.chars().rev();
    match last.clone().next() {
        Some(c) if c.is_alphabetic() => {
            last.by_ref().take(3).filter(|c| c.is_alphabetic()).count() == 3
        }
        Some(c) => matches!(c, '.' | ',' | ')' | '!' | '?') || closes(c),
        None => true,
    }
}

/// Whether words of the same element stand before an element, unless it begins its line.
pub fn is_in_words(element: &Element) -> bool {
    /// How many elements may stand between.
    const BETWEEN: usize = 2;
    let siblings = std::iter::successors(element.previous_sibling(), Node::previous_sibling);
    let mut between = 0;
    let mut near = siblings.take_while(|node| {
        between += usize::from(node.node_type() == Node::ELEMENT_NODE && !is_words(node));
        between <= BETWEEN
    });
    near.any(|node| is_words(&node) && !is_blank(&node))
}

/// Whether a node is words of the element around it, which a mark of our own may stand around.
fn is_words(node: &Node) -> bool {
    node.node_type() == Node::TEXT_NODE || node.dyn_ref().is_some_and(is_painted)
}

/// Whether an element is a card about the name that it stands beside, shown on demand: within a line, and nothing but
/// links.
pub fn is_card(element: &Element) -> bool {
    let beside = element.previous_sibling();
    if beside.is_none_or(|node| node.node_name() != "A") || element.local_name() == "a" {
        return false;
    }
    let letters = |node: &Node| {
        let words = node.text_content().unwrap_or_default();
        words.chars().filter(|c| c.is_alphanumeric()).count()
    };
    let Ok(links) = element.query_selector_all("a") else {
        return false;
    };
    let linked: usize = (0..links.length())
        .filter_map(|index| links.get(index))
        .map(|link| letters(&link))
        .sum();
    links.length() > 1 && linked == letters(element)
}

/// The first words of the same line on one side of an element.
fn words_beside(element: &Element, step: fn(&Node) -> Option<Node>) -> String {
    let mut node = step(element);
    while let Some(words) = node.filter(is_words) {
        if !is_blank(&words) {
            return words.text_content().unwrap_or_default();
        }
        node = step(&words);
    }
    String::new()
}

/// Whether a button stands in the middle of a sentence, as glossaries have them.
pub fn is_in_sentence(element: &Element) -> bool {
    let before = words_beside(element, Node::previous_sibling);
    let after = words_beside(element, Node::next_sibling);
    let ends = before.trim_end().ends_with(|c| {
        let uses = Uses::of_char(c);
        matches!(c, '.' | '!' | '?' | ':') || uses.has(Uses::CLOSES) && !uses.has(Uses::UPRIGHT)
    });
    let goes_on = after.trim_start().starts_with(|c: char| {
        let uses = Uses::of_char(c);
        let closes = uses.has(Uses::CLOSES) && !uses.has(Uses::OPENS);
        closes || c.is_alphanumeric() || ",.;:!?)".contains(c)
    });
    !before.trim().is_empty() && !ends && goes_on
}

fn is_blank(node: &Node) -> bool {
    node.text_content().unwrap_or_default().trim().is_empty()
}

/// Whether what is deleted stands right beside what was put in its place.
pub fn is_replaced(deleted: &Element) -> bool {
    let is_beside = |step: fn(&Node) -> Option<Node>| {
        let mut nodes = std::iter::successors(step(deleted), step);
        let beside = nodes.find(|node| !is_blank_text(node));
        beside.is_some_and(|node| node.node_name() == "INS")
    };
    is_beside(Node::next_sibling) || is_beside(Node::previous_sibling)
}

fn is_blank_text(node: &Node) -> bool {
    node.node_type() == Node::TEXT_NODE && is_blank(node)
}

/// Whether an element that is kept from screen readers is what others see: a drop cap, or words that its
/// neighbour repeats to screen readers alone.
pub fn is_told_again(element: &Element) -> bool {
    let words = |element: &Element| {
        element
            .text_content()
            .unwrap_or_default()
            .replace(char::is_whitespace, "")
    };
    let beside = [
        element.next_element_sibling(),
        element.previous_element_sibling(),
    ];
    let same = |other: Element| {
        is_called_unseen(&other.get_attribute("class").unwrap_or_default())
            && words(&other) == words(element)
    };
    is_drop_cap(element) || beside.into_iter().flatten().any(same)
}

/// Whether nothing but room parts an element from one beside it, so that a reader sees two things: room of
/// its own (true), or only what boxes may have between them.
pub fn stands_apart(element: &Element, style: &ComputedStyle) -> Option<bool> {
    let is_box = |node: Option<Node>| {
        let element = node.as_ref().and_then(JsCast::dyn_ref::<Element>);
        element.is_some_and(|element| !is_painted(element))
    };
    if !is_box(element.next_sibling()) && !is_box(element.previous_sibling())
        || is_painted(element)
        || is_drop_cap(element)
    {
        return None;
    }
    let is_set = |length: String| !length.is_empty() && length != "0px";
    let has_room = is_set(style.margin_left())
        || is_set(style.margin_right())
        || is_set(style.padding_left())
        || is_set(style.padding_right());
    (has_room || style.display() != "inline").then_some(has_room)
}

/// Whether an element is a mark of our own around words, which the page does not have.
fn is_painted(element: &Element) -> bool {
    let class = || element.get_attribute("class").unwrap_or_default();
    element.local_name() == "mark" && class().starts_with("newslight-")
}

/// Whether an element that belongs in a line was taken out of it: a note in the margin, a tip that is shown
/// on demand.
pub fn is_aside(element: &Element, style: &ComputedStyle) -> bool {
    let is_away = matches!(style.position().as_str(), "absolute" | "fixed");
    let is_floating = !matches!(style.float().as_str(), "none" | "");
    is_away && (is_out_of_sight(style) || is_in_words(element))
        || is_floating && is_in_words(element)
}
