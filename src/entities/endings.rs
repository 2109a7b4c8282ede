//! What a name names by its last word.

use std::ops::Range;

use crate::annotations::EntityType;
use crate::entities::ends_company;
use crate::entities::works::EVENT_ENDS;
use crate::lexicon::is_first_name;
use crate::text::{Document, lower_cased};

/// The last words of the names of clubs, newspapers and other bodies.
const BODY_ENDS: &[&str] = &[
    "AFC",
    "Albion",
    "Athletic",
    "Consulate",
    "Embassy",
    "FC",
    "Fleet",
    "Gazette",
    "Herald",
    "Hotspur",
    "Orchestra",
    "Philharmonic",
    "Qaeda",
    "Rovers",
    "Sabha",
    "Shabaab",
    "Telegraph",
    "Times",
    "Tribune",
    "United",
    "Wanderers",
];

/// The last words of the names of laws that end no body's name.
const LAW_ENDS: &[&str] = &[
    "Accord",
    "Accords",
    "Act",
    "Agreement",
    "Constitution",
    "Declaration",
    "Law",
    "Laws",
];

/// The last words of the names of bodies that the tagger takes for places.
pub const COURTS: &[&str] = &["Capital", "Court", "Office"];

/// The last words of the names of places that it takes for bodies or people.
pub const HOUSES: &[&str] = &[
    "Airport", "Cafe", "Café", "Complex", "County", "Hotel", "Lounge", "Mosque", "Museum", "Temple",
];

/// The last word of many an organization's name, or the last before “of” or “for”, lower-cased.
const HEADS: &[&str] = &[
    "academy",
    "alliance",
    "association",
    "bank",
    "club",
    "coalition",
    "college",
    "commission",
    "company",
    "congress",
    "corporation",
    "council",
    "federation",
    "forum",
    "foundation",
    "front",
    "group",
    "hospital",
    "institute",
    "league",
    "movement",
    "organization",
    "party",
    "review",
    "school",
    "society",
    "union",
    "university",
];

/// Whether a word, whatever its case, is one by which many organizations are called.
pub fn is_head(word: &str) -> bool {
    HEADS.contains(&&*lower_cased(word))
}

/// The last words of companies' names, lower-cased and without a dot.
pub const SHORT_ENDS: &[&str] = &["corp", "inc", "llc", "llp", "ltd", "plc"];

/// What a name is by its last word, whatever the tagger took it for: an event, unless somebody is called
/// after one (“Friends of the Velm Games”); a law, a company, a club or a newspaper.
pub fn told_by_last(document: &Document, tokens: Range<usize>) -> Option<EntityType> {
    let last = document.word(tokens.end - 1);
    let is_person = || is_first_name(document.word(tokens.start));
    let told = if EVENT_ENDS.contains(&last) {
        Some(EntityType::Event)
    } else if LAW_ENDS.contains(&last) && !is_person() {
        Some(EntityType::Work)
    } else {
        None
    };
    if told.is_some() {
        let mut words = tokens.map(|token| document.word(token));
        let is_called = words.any(|word| matches!(word, "for" | "For" | "of" | "Of"));
        return told.filter(|_| !is_called);
    }
    let is_body = BODY_ENDS.contains(&last) || ends_company(document, &tokens);
    is_body.then_some(EntityType::Organization)
}
