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

/// Nouns that an organization may be meant by whatever its name is.
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

/// People who are mentioned beside the one that a text is about: nobody is meant by these words
/// without having been called so.
pub const BYSTANDERS: &[&str] = &[
    "adviser",
    "advisor",
    "aide",
    "analyst",
    "anchor",
    "attorney",
    "author",
    "commentator",
    "correspondent",
    "critic",
    "defendant",
    "director",
    "donor",
    "editor",
    "expert",
    "founder",
    "friend",
    "host",
    "insider",
    "interviewer",
    "investigator",
    "journalist",
    "judge",
    "lawyer",
    "leader",
    "manager",
    "moderator",
    "officer",
    "official",
    "operative",
    "owner",
    "prosecutor",
    "reporter",
    "representative",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "staffer",
    "strategist",
    "student",
    "supporter",
    "teacher",
    "victim",
    "volunteer",
    "witness",
    "chief",
    "chairman",
    "chairwoman",
    "assistant",
];

/// Nouns that mean the same person, each group by its first.
pub const SYNONYMS: &[&[&str]] = &[
    &["senator", "lawmaker", "legislator", "politician"],
    &[
        "congressman",
        "congresswoman",
        "representative",
        "lawmaker",
        "legislator",
    ],
    &["spokesman", "spokeswoman", "spokesperson"],
    &["nominee", "candidate", "contender"],
    &["chairman", "chairwoman", "chair", "chairperson"],
    &["leader", "head", "chief", "boss", "leads", "heads", "runs"],
    &["coach", "manager"],
    &[
        "officer",
        "insp",
        "det",
        "sgt",
        "inspector",
        "sergeant",
        "detective",
        "superintendent",
    ],
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
