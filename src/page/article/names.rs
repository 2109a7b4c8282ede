//! What the name, role and classes of an element say about the words in it.

/// What an element is called: a set of [`Name`]s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// One bit for each.
    all: u32,
    /// Those that it surely is: by its tag or role, or by what a class of it is the name of.
    sure: u32,
}

/// What elements are called, whatever their pages' words for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Name {
    /// An `<article>`: the article, or one of many teasers.
    Article,
    /// `<main>`.
    Main,
    /// schema.org's `articleBody`.
    Schema,
    /// `<h1>`.
    Title,
    /// Any lower heading.
    Heading,
    /// `<p>`.
    Text,
    /// An item of a list.
    Item,
    /// A cell of a table.
    Cell,
    /// The caption of a picture.
    Caption,
    /// A picture with what belongs to it.
    Figure,
    /// `<blockquote>`.
    Quote,
    /// What stands beside the text.
    Aside,
    /// The foot of a page.
    Foot,
    /// The head of a page.
    Head,
    /// Menus, crumbs, pages.
    Menu,
    /// Forms, dialogs and buttons.
    Control,
    /// Advertisements.
    Ad,
    /// What asks something of the reader.
    Promotion,
    /// Other stories.
    Related,
    /// What readers wrote.
    Comments,
    /// Links that share the page.
    Share,
    /// Who wrote it.
    Byline,
    /// When.
    Date,
    /// What stands between headline and text.
    Standfirst,
    /// The headline, by its class.
    Headline,
    /// The text, by its class.
    Body,
    /// Whose picture it is.
    Credit,
    /// What the article is filed under.
    Topics,
    /// Words of the text, shown again.
    PullQuote,
    /// Cookies, terms and privacy.
    Legal,
    /// Players, galleries, charts.
    Player,
    /// What is kept from screen readers, or cannot be used now.
    Hidden,
}

/// How many names there are.
pub const NAMES: usize = 32;

/// Tags and roles.
const TAGS: &[(&str, Name)] = &[
    ("article", Name::Article),
    ("main", Name::Main),
    ("h1", Name::Title),
    ("h2", Name::Heading),
    ("h3", Name::Heading),
    ("h4", Name::Heading),
    ("h5", Name::Heading),
    ("h6", Name::Heading),
    ("heading", Name::Heading),
    ("p", Name::Text),
    ("paragraph", Name::Text),
    ("li", Name::Item),
    ("dd", Name::Item),
    ("dt", Name::Item),
    ("listitem", Name::Item),
    ("td", Name::Cell),
    ("th", Name::Cell),
    ("figcaption", Name::Caption),
    ("caption", Name::Caption),
    ("figure", Name::Figure),
    ("blockquote", Name::Quote),
    ("aside", Name::Aside),
    ("complementary", Name::Aside),
    ("footer", Name::Foot),
    ("contentinfo", Name::Foot),
    ("header", Name::Head),
    ("banner", Name::Head),
    ("nav", Name::Menu),
    ("menu", Name::Menu),
    ("menubar", Name::Menu),
    ("navigation", Name::Menu),
    ("toolbar", Name::Menu),
    ("tablist", Name::Menu),
    ("form", Name::Control),
    ("fieldset", Name::Control),
    ("search", Name::Control),
    ("dialog", Name::Control),
    ("alertdialog", Name::Control),
    ("alert", Name::Control),
    ("status", Name::Control),
    ("button", Name::Control),
    ("label", Name::Control),
    ("time", Name::Date),
    ("address", Name::Byline),
];

/// Words of classes, ids and labels, and of the names of components. Those with a `!` are sure where the
/// class is named after them: a `related-links` is related, a `survey-results` is no survey.
const WORDS: &[(&str, Name)] = &[
    ("caption captions", Name::Caption),
    ("figure image photo picture media", Name::Figure),
    (
        "sidebar! aside! factbox! infobox! rail right widget",
        Name::Aside,
    ),
    ("footer! bottom", Name::Foot),
    ("header masthead", Name::Head),
    (
        "nav! navigation! navbar! menu! breadcrumb! breadcrumbs! pagination! pager!",
        Name::Menu,
    ),
    ("modal! popup! overlay login! search", Name::Control),
    (
        "ad! ads! advert! adverts! advertisement! advertisements! advertising! sponsor! sponsored! sponsors! taboola! outbrain! teads! adsense! adslot! dfp! banner",
        Name::Ad,
    ),
    (
        "promo! promos! promotion! newsletter! newsletters! subscribe! subscription signup! paywall donate! donation! feedback! survey! poll! polls! quiz! cta!",
        Name::Promotion,
    ),
    (
        "related! recommended! recommendations! recirc! mostread! mostpopular! moreon! morefrom! readmore! alsoread! readnext! upnext! popular trending! latest more most next teaser teasers card rich",
        Name::Related,
    ),
    (
        "comment! comments! commentlist! disqus! respond! coral! replies! livefyre! discussion hyvor!",
        Name::Comments,
    ),
    (
        "share! sharing! sharetool! sharetools! sharebar! social! addthis! follow",
        Name::Share,
    ),
    ("byline author authors contributor bio", Name::Byline),
    ("date time timestamp published updated meta", Name::Date),
    (
        "standfirst subtitle subheadline subhead dek deck summary excerpt lead lede intro",
        Name::Standfirst,
    ),
    ("headline title", Name::Headline),
    (
        "body content story article entry post text paragraph",
        Name::Body,
    ),
    ("credit! credits! copyright source", Name::Credit),
    ("tag tags! topics! keywords! categories", Name::Topics),
    ("pullquote! pullquotes! pull", Name::PullQuote),
    (
        "cookie! cookies! consent! gdpr! privacy disclaimer nocontent! robots",
        Name::Legal,
    ),
    (
        "player! playlist! video gallery slideshow carousel chart infographic",
        Name::Player,
    ),
];

/// What says only that there is a thing, and which part of it.
const PARTS: &str = "container wrapper wrap box block module section list listing area link links widget unit slot item items inner outer \
    group panel pane form holder region component content contents body title head header heading text label button btn bar \
    zone placeholder banner embed story stories article articles this the on top bottom left right mobile desktop small large main first \
    last wide tools thread talk menu drawer";

/// What a topic is filed under says nothing of the page's parts: WordPress names them by these.
const TOPICS: &[&str] = &[
    "category-",
    "tag-",
    "type-",
    "status-",
    "format-",
    "author-",
];

/// A class that is longer than this is made by a machine.
const LONGEST: usize = 60;

impl Names {
    /// What is kept from screen readers.
    pub const HIDDEN: Self = Self::sure(Name::Hidden);

    const fn sure(name: Name) -> Self {
        let bit = 1 << name as u8;
        Self {
            all: bit,
            sure: bit,
        }
    }

    /// The names of an element by its tag, its role, schema.org's property and what the page calls
    /// it (classes, id, label).
    pub fn of(tag: &str, role: &str, property: &str, called: &str) -> Self {
        let mut names = Self::default();
        for (word, name) in TAGS {
            if *word == tag || *word == role {
                names.insert(*name, true);
            }
        }
        if property
            .split_ascii_whitespace()
            .any(|word| word == "articleBody")
        {
            names.insert(Name::Schema, true);
        }
        // What a whole page is called is mostly its topic.
        if matches!(tag, "body" | "main") {
            return names;
        }
        let is_article = tag == "article";
        names.call(tag);
        for class in called.split_ascii_whitespace() {
            let is_topic = is_article || TOPICS.iter().any(|topic| class.starts_with(topic));
            if class.len() <= LONGEST && !is_topic {
                names.call(class);
            }
        }
        // Who plays in a match stands in tables.
        match matches!(tag, "table" | "tbody" | "thead" | "tr" | "td" | "th") {
            true => names.without(&[Name::Player]),
            false => names,
        }
    }

    /// Takes the words of one class: `most-read`, `most_read` and `mostRead` are two words each.
    fn call(&mut self, class: &str) {
        let words = words_of(class);
        let mut is_head = true;
        for (at, word) in words.iter().enumerate().rev() {
            // Some names are two words: most read, more on.
            let before = at.checked_sub(1).and_then(|at| words.get(at));
            let two = before.and_then(|before| known(&[&**before, word].concat()));
            let name = two.or_else(|| known(word));
            if let Some((name, is_strong)) = name {
                self.insert(name, is_strong && is_head);
            }
            let is_part = PARTS.split_ascii_whitespace().any(|part| part == word);
            is_head &= is_part || word.len() < 3 || name.is_some_and(|(_, is_strong)| is_strong);
        }
    }

    fn insert(&mut self, name: Name, is_sure: bool) {
        self.all |= 1 << name as u8;
        self.sure |= u32::from(is_sure) << name as u8;
    }

    /// Whether a name is among them.
    pub const fn has(self, name: Name) -> bool {
        self.all & (1 << name as u8) != 0
    }

    /// Whether it surely is.
    pub const fn is(self, name: Name) -> bool {
        self.sure & (1 << name as u8) != 0
    }

    /// Whether one of some names is among them.
    pub fn has_any(self, names: &[Name]) -> bool {
        names.iter().any(|&name| self.has(name))
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.all == 0
    }

    /// These and others.
    pub const fn with(self, other: Self) -> Self {
        Self {
            all: self.all | other.all,
            sure: self.sure | other.sure,
        }
    }

    /// These without some.
    pub fn without(self, names: &[Name]) -> Self {
        let kept = !names.iter().fold(0, |bits, &name| bits | 1 << name as u8);
        Self {
            all: self.all & kept,
            sure: self.sure & kept,
        }
    }

    /// The numbers of the names.
    pub fn numbers(self) -> impl Iterator<Item = usize> {
        (0..NAMES).filter(move |number| self.all & (1 << number) != 0)
    }
}

/// What a word is a name of, and whether surely.
fn known(word: &str) -> Option<(Name, bool)> {
    for (words, name) in WORDS {
        for known in words.split_ascii_whitespace() {
            let bare = known.trim_end_matches('!');
            if bare == word {
                return Some((*name, bare != known));
            }
        }
    }
    None
}

/// The words of a class, in small letters.
fn words_of(class: &str) -> Vec<String> {
    let mut words = Vec::new();
    for part in class.split(|c: char| !c.is_ascii_alphabetic()) {
        let mut rest = part;
        while let Some(at) = hump(rest) {
            words.push(rest[..at].to_ascii_lowercase());
            rest = &rest[at..];
        }
        if !rest.is_empty() {
            words.push(rest.to_ascii_lowercase());
        }
    }
    words
}

/// Where the second of two words in camel case begins.
fn hump(letters: &str) -> Option<usize> {
    let pairs = letters.as_bytes().windows(2);
    let mut humps = pairs.map(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase());
    humps.position(|is_hump| is_hump).map(|at| at + 1)
}
