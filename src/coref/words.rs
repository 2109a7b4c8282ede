//! The nouns of descriptions, sorted by what they can mean.

/// Nouns for bodies; most are also part of the names of such bodies.
pub const BODIES: &[&str] = &[
    "administration",
    "agency",
    "airline",
    "army",
    "association",
    "authority",
    "bank",
    "board",
    "body",
    "brand",
    "bureau",
    "carmaker",
    "center",
    "centre",
    "charity",
    "church",
    "club",
    "college",
    "commission",
    "committee",
    "company",
    "corporation",
    "council",
    "country",
    "court",
    "department",
    "federation",
    "firm",
    "foundation",
    "fund",
    "giant",
    "group",
    "hospital",
    "institute",
    "institution",
    "kingdom",
    "league",
    "magazine",
    "manufacturer",
    "ministry",
    "nation",
    "network",
    "newspaper",
    "office",
    "organisation",
    "organization",
    "outlet",
    "paper",
    "party",
    "publication",
    "publisher",
    "regulator",
    "republic",
    "retailer",
    "school",
    "service",
    "society",
    "startup",
    "store",
    "team",
    "think-tank",
    "union",
    "university",
    "watchdog",
    "website",
];

/// Nouns that an organization may be meant by without having them in its name.
pub const COMPANIES: &[&str] = &[
    "airline",
    "body",
    "brand",
    "carmaker",
    "charity",
    "company",
    "corporation",
    "firm",
    "manufacturer",
    "organisation",
    "organization",
    "outlet",
    "publication",
    "publisher",
    "regulator",
    "retailer",
    "startup",
    "watchdog",
];

/// Nouns that any organization may be meant by, as they say nothing of what it does.
pub const ANY_BODY: &[&str] = &[
    "body",
    "brand",
    "company",
    "corporation",
    "firm",
    "organisation",
    "organization",
];

/// Nouns that a country may be meant by.
pub const COUNTRIES: &[&str] = &["country", "giant", "kingdom", "nation", "republic"];

/// Words in the names of newspapers, which texts call “the paper”.
pub const PAPERS: &[&str] = &[
    "chronicle",
    "gazette",
    "globe",
    "guardian",
    "herald",
    "journal",
    "post",
    "telegraph",
    "times",
    "tribune",
];

/// Names of broadcasters, which texts call “the network”.
pub const BROADCASTERS: &[&str] = &["abc", "bbc", "cbs", "cnn", "fox", "msnbc", "nbc"];

/// Words beside a noun for somebody below, before or behind the one whom the noun alone means.
pub const RANKS: &[&str] = &[
    "acting",
    "assistant",
    "associate",
    "deputy",
    "elect",
    "ex",
    "former",
    "junior",
    "shadow",
    "student",
    "trainee",
    "under",
    "vice",
    "would",
];

/// Those who speak for the state or for others in court, and seldom of themselves.
pub const OFFICIALS: &[&str] = &[
    "attorney",
    "barrister",
    "constable",
    "counsel",
    "dc",
    "detective",
    "inspector",
    "judge",
    "justice",
    "lawyer",
    "magistrate",
    "officer",
    "pc",
    "prosecutor",
    "recorder",
    "sergeant",
    "sheriff",
    "solicitor",
    "superintendent",
];

/// Groups of people that belong to somebody, beside plural nouns for people.
pub const CIRCLES: &[&str] = &[
    "camp",
    "campaign",
    "club",
    "company",
    "estate",
    "family",
    "foundation",
    "office",
    "parents",
    "party",
    "people",
    "relatives",
    "side",
    "staff",
    "team",
];

/// Words of a description that say little about who is meant.
pub const WEAK: &[&str] = &[
    "former", "then", "new", "current", "late", "longtime", "outgoing", "ex", "retired",
];

#[cfg(test)]
mod tests {
    use super::BODIES;

    #[test]
    fn bodies_are_sorted_for_the_binary_search() {
        assert!(BODIES.is_sorted());
    }
}
