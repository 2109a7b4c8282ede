//! Why a paragraph is left out, and which names say so.

use super::names::{Name, Names};

/// Why a paragraph is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Why {
    /// Menus, crumbs, pages.
    Menu,
    /// Forms, dialogs and buttons.
    Control,
    /// An advertisement.
    Ad,
    /// It asks something of the reader.
    Promotion,
    /// It leads to another story.
    Related,
    /// Readers wrote it.
    Comments,
    /// It shares the page.
    Share,
    /// It stands beside the text.
    Aside,
    /// It is the foot of the page.
    Foot,
    /// The text has these words already.
    PullQuote,
    /// Cookies, terms and rights.
    Legal,
    /// A player or a chart.
    Player,
    /// Whose picture it is.
    Credit,
    /// What the article is filed under.
    Topics,
    /// It is kept from screen readers.
    Hidden,
    /// It does not belong to the article's own paragraphs.
    Outside,
}

impl Why {
    /// Its name for JavaScript.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Menu => "menu",
            Self::Control => "control",
            Self::Ad => "advertisement",
            Self::Promotion => "promotion",
            Self::Related => "related",
            Self::Comments => "comments",
            Self::Share => "share",
            Self::Aside => "aside",
            Self::Foot => "footer",
            Self::PullQuote => "pull quote",
            Self::Legal => "legal",
            Self::Player => "player",
            Self::Credit => "credit",
            Self::Topics => "topics",
            Self::Hidden => "hidden",
            Self::Outside => "outside",
        }
    }
}

/// The reasons that names give, the most telling first.
pub const REASONS: &[(Name, Why)] = &[
    (Name::Hidden, Why::Hidden),
    (Name::Ad, Why::Ad),
    (Name::Comments, Why::Comments),
    (Name::Related, Why::Related),
    (Name::Promotion, Why::Promotion),
    (Name::Share, Why::Share),
    (Name::Menu, Why::Menu),
    (Name::Control, Why::Control),
    (Name::PullQuote, Why::PullQuote),
    (Name::Legal, Why::Legal),
    (Name::Player, Why::Player),
    (Name::Credit, Why::Credit),
    (Name::Topics, Why::Topics),
    (Name::Aside, Why::Aside),
    (Name::Foot, Why::Foot),
];

/// Whether all that is called so is left out.
pub fn is_closed(around: Names) -> bool {
    REASONS.iter().any(|(name, _)| around.is(*name))
}
