//! Which elements of a page are article text, and which may be cut.

use web_sys::Element;

use super::dom::ComputedStyle;

/// What is never article text: code and controls, media, navigation, advertisements, comments, other
/// stories, what asks something of the reader, links that share the page, what search engines are told
/// to pass by, what is kept from screen readers or is for them alone, and what is being edited.
pub const NEVER: &str = "\
script, style, noscript, template, head, title, \
form:not([id=aspnetForm i]):not([id=form1 i]), textarea, input, select, option, datalist, button, label, progress, meter, output, \
code, pre, kbd, samp, math, svg, canvas, audio, video, picture, object, embed, map, \
nav, aside, dialog, menu, rt, rp, news-light, footer, \
[role=navigation], [role=banner], [role=complementary], [role=contentinfo], [role=search], \
[role=form], [role=menu], [role=menubar], [role=toolbar], [role=tablist], [role=dialog], \
[role=alertdialog], [role=alert], [role=status], [role=button], [role=textbox], [role=combobox], \
[role=math], \
[aria-hidden=true], [inert], [contenteditable]:not([contenteditable=false]), \
[class~=ad], [class^=ad-], [class*=' ad-'], [class*=advert i], [class*=sponsor i], [class*=promo i], \
[class*=taboola i], [class*=outbrain i], [class*=teads i], [id*=google_ads i], [data-ad-slot], \
[id=comments], [id^=disqus], [class~=comments], [class*=comment-list i], [class*=comments-section i], \
[class*=pullquote i], [class*=pull-quote i], \
[class*=newsletter i], [class*=signup i], [class*=sign-up i], [class*=feedback i], [class*=survey i], \
[class*=related i], [class*=most-read i], [class*=most-popular i], [class*=more-on i], \
[class*=more-from i], [class~=sidebar], [class~=sidebar-left], [class~=sidebar-right], \
[class~=nocontent], [class~=robots-nocontent], \
[class~=visually-hidden], [class~=sr-only], [class~=screen-reader-text], [class~=off-screen], \
[class~=share], [class*=addthis i], [class*=share-tools i], [class*=sharetool i], [class*=social-share i], \
a[href*='facebook.com/share'], a[href*='twitter.com/intent'], a[href*='reddit.com/submit'], \
a[href^='mailto:?']";

/// Elements that stand within a line, where no style says so: in a detached tree.
pub const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "data", "del", "dfn", "em", "font",
    "i", "ins", "mark", "q", "ruby", "s", "slot", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr",
];

/// Elements that must not get another element as a child, or that show only their words.
pub const CLOSED: &[&str] = &[
    "table", "tbody", "thead", "tfoot", "tr", "colgroup", "select", "optgroup", "option", "ul",
    "ol", "dl", "textarea", "title", "rt",
];

/// From so many links on a list may be one of other stories.
const STORIES: u32 = 3;

/// The letters of a headline, at least: shorter links are names of people or of topics.
const HEADLINE: usize = 25;

/// The share of a list's letters that its links hold, if it holds nothing else but dates and the like.
const ALMOST_ALL: f64 = 0.8;

/// Whether a list holds nothing but headlines that lead to other stories.
pub fn is_list_of_stories(list: &Element) -> bool {
    let links = list.get_elements_by_tag_name("a");
    let letters = |element: Element| {
        let words = element.text_content().unwrap_or_default();
        words.chars().filter(|c| !c.is_whitespace()).count()
    };
    let linked: usize = (0..links.length())
        .filter_map(|index| links.item(index))
        .map(letters)
        .sum();
    links.length() >= STORIES
        && linked >= HEADLINE * links.length() as usize
        && linked as f64 >= ALMOST_ALL * letters(list.clone()) as f64
}

/// Whether an element is there for screen readers alone, by the usual recipes.
pub fn is_clipped_away(style: &ComputedStyle) -> bool {
    let clip = style.clip();
    clip.starts_with("rect(0px, 0px, 0px, 0px)")
        || clip.starts_with("rect(1px, 1px, 1px, 1px)")
        || style.clip_path() == "inset(50%)"
        || style.clip_path() == "inset(100%)"
}
