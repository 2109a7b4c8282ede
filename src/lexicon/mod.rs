//! What is known of words before any text is read: classes of words that are used alike, and
//! what names they are part of. `src/data/README.md` says where the tables come from.

mod fingerprints;
mod fold;
mod hyponyms;
mod palette;
mod people;
mod table;
mod words;

use std::sync::OnceLock;

pub use fingerprints::Fingerprints;
pub use fold::{join_keys, plain_letter, word_key};
pub use hyponyms::{alias, hyponyms, nicknames, spelt_out, synonyms};
pub use palette::{read_numbers, starts, write_numbers};
pub use people::Gender;
pub use table::{Table, fnv, read_gaps, read_u32, rice_parameter, write_gaps};
pub use words::{Tags, word_tags, words_tagged};

/// The names that a word, or a run of words, is known from: a set of the constants below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gazetteer(pub u16);

impl Gazetteer {
    /// A first name that men bear; one that nearly all its bearers have as women is not in it.
    pub const MALE: Self = Self(1);
    /// A first name that women bear; one that nearly all its bearers have as men is not in it.
    pub const FEMALE: Self = Self(2);
    /// A first name.
    pub const FIRST_NAME: Self = Self::MALE.union(Self::FEMALE);
    /// A surname.
    pub const SURNAME: Self = Self(4);
    /// A country.
    pub const COUNTRY: Self = Self(8);
    /// A state, province or other region.
    pub const REGION: Self = Self(16);
    /// A city of a million people or more, or a capital.
    pub const LARGE_CITY: Self = Self(32);
    /// A smaller city.
    pub const CITY: Self = Self(64);
    /// A nationality.
    pub const NATIONALITY: Self = Self(128);
    /// A company.
    pub const COMPANY: Self = Self(256);
    /// A party, agency, church, armed group or other body that is no company.
    pub const ORGANIZATION: Self = Self(512);
    /// A listed company or a brand, of the lists of such.
    pub const BUSINESS: Self = Self(1024);
    /// A sports club.
    pub const CLUB: Self = Self(2048);
    /// A party, agency, newspaper or charity, of the lists of such.
    pub const INSTITUTION: Self = Self(4096);
    /// A brand of things that are made.
    pub const PRODUCT: Self = Self(8192);
    /// The lists of what is known by its whole name: features of their own say what they are worth, so that
    /// names of people and places mean the same beside them.
    pub const WHOLE: Self = Self::BUSINESS
        .union(Self::CLUB)
        .union(Self::INSTITUTION)
        .union(Self::PRODUCT);
    /// A name of people.
    pub const PEOPLE: Self = Self::FIRST_NAME.union(Self::SURNAME);
    /// A city of any size.
    pub const ANY_CITY: Self = Self::LARGE_CITY.union(Self::CITY);
    /// A country, a region or a city.
    pub const PLACE: Self = Self::COUNTRY.union(Self::REGION).union(Self::ANY_CITY);
    /// A company or any other body.
    pub const BODY: Self = Self::COMPANY.union(Self::ORGANIZATION);

    /// Whether the two sets share a member.
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The members that are in the other set, too.
    pub const fn within(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The members that are not in the other set.
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The members of either set.
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What is known of a frequent word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownWord(u16);

impl KnownWord {
    /// The kinds of which seven in ten words are parts of names, a bit for each, as `build_lexicon`
    /// prints them.
    const NAMES: u64 = 0x0f23_0108_6494_4100;

    /// Whether it is mostly part of a name.
    pub const fn is_name(&self) -> bool {
        Self::NAMES >> self.prior() & 1 == 1
    }

    /// One of 63 kinds of words by the names that they are part of, learnt from labelled text.
    pub const fn prior(&self) -> u8 {
        (self.0 >> 10) as u8
    }

    /// Its class, where it is one of the most frequent words.
    pub fn class(&self) -> Option<WordClass> {
        let finest = (self.0 & 0x3ff).checked_sub(1)?;
        let [fine, coarse, coarsest] = tables().grains[usize::from(finest)];
        Some(WordClass {
            finest,
            fine: u16::from(fine),
            coarse: u16::from(coarse),
            coarsest: u16::from(coarsest),
        })
    }
}

/// All that the tables have of one word.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The [`word_key`]: the same for every case.
    pub key: u64,
    /// What the lists of words have it as.
    pub tags: Tags,
    /// The names that it is known from.
    pub lists: Gazetteer,
    /// What is known of it, where it is a frequent word.
    pub known: Option<KnownWord>,
}

impl Entry {
    /// Looks a word up, whatever its case.
    pub fn of(word: &str) -> Self {
        let key = word_key(word);
        Self {
            key,
            tags: word_tags(word),
            lists: gazetteer_of(key),
            known: known_word(key),
        }
    }

    /// Whether it is no everyday word: a rare one, or mostly part of a name.
    pub fn is_rare(&self) -> bool {
        self.known.is_none_or(|known| known.is_name())
    }
}

/// A class of words that are used alike, at four grains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordClass {
    /// One of 1,023 classes.
    pub finest: u16,
    /// One of 256, each a union of finest ones.
    pub fine: u16,
    /// One of 64, each a union of fine ones.
    pub coarse: u16,
    /// One of 24, each a union of coarse ones.
    pub coarsest: u16,
}

/// The class of a word, whatever its case, where it is one of the most frequent words.
pub fn word_class(word: &str) -> Option<WordClass> {
    known_word(word_key(word)).and_then(|known| known.class())
}

/// What is known of the word with this [`word_key`], where it is a frequent word.
#[inline]
pub fn known_word(key: u64) -> Option<KnownWord> {
    tables().words.get(key).map(KnownWord)
}

/// The names that a word, whatever its case, is known from.
pub fn gazetteer(word: &str) -> Gazetteer {
    gazetteer_of(word_key(word))
}

/// The names that the word with this [`word_key`], or the words with these [`join_keys`], are
/// known from.
#[inline]
pub fn gazetteer_of(key: u64) -> Gazetteer {
    Gazetteer(tables().gazetteer.get(key).unwrap_or(0))
}

/// Whether a word, whatever its case, is known as a first name.
pub fn is_first_name(word: &str) -> bool {
    gazetteer(word).intersects(Gazetteer::FIRST_NAME)
}

/// The gender that a first name indicates, whatever its case, where nearly all who bear it are of
/// one.
pub fn first_name_gender(name: &str) -> Option<Gender> {
    let lists = gazetteer(name);
    match (
        lists.intersects(Gazetteer::MALE),
        lists.intersects(Gazetteer::FEMALE),
    ) {
        (true, false) => Some(Gender::Male),
        (false, true) => Some(Gender::Female),
        _ => None,
    }
}

struct Tables {
    words: Table,
    /// For each of the finest classes its fine, coarse and coarsest one.
    grains: Vec<[u8; 3]>,
    gazetteer: Table,
}

/// The committed tables, read at first use.
fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| Tables {
        words: committed(include_bytes!("../data/en/words.bin")),
        grains: include_bytes!("../data/en/word_classes.bin")
            .as_chunks()
            .0
            .to_vec(),
        gazetteer: committed(include_bytes!("../data/en/gazetteer.bin")),
    })
}

/// A table that a test has read before it was shipped.
fn committed(file: &[u8]) -> Table {
    Table::read(file).expect("the committed table is sound")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_used_alike_share_a_class() {
        let class = |word| word_class(word).map(|class| class.coarse);
        assert!(class("Monday").is_some());
        assert_eq!(class("Monday"), class("thursday"));
        assert_ne!(class("Monday"), class("France"));
        assert_eq!(class("qqxzzv"), None);
    }

    #[test]
    fn names_are_known_from_their_lists() {
        let cases: &[(&str, Gazetteer)] = &[
            ("Mary", Gazetteer::FEMALE),
            ("Robert", Gazetteer::MALE),
            ("Johnson", Gazetteer::SURNAME),
            ("France", Gazetteer::COUNTRY),
            ("california", Gazetteer::REGION),
            ("PARIS", Gazetteer::LARGE_CITY),
            ("Kenyan", Gazetteer::NATIONALITY),
            ("Adobe", Gazetteer::COMPANY),
            ("UNICEF", Gazetteer::ORGANIZATION),
        ];
        for &(word, expected) in cases {
            assert!(gazetteer(word).intersects(expected), "{word}");
        }
        assert_eq!(gazetteer("nevertheless"), Gazetteer::default());
    }

    #[test]
    fn first_names_tell_a_gender_or_nothing() {
        let cases: &[(&str, Option<Gender>)] = &[
            ("John", Some(Gender::Male)),
            ("ANA", Some(Gender::Female)),
            ("Aaron", Some(Gender::Male)),
            ("Zoe", Some(Gender::Female)),
            ("Jess", None),
            ("Kim", None),
            ("Qwerty", None),
            ("", None),
        ];
        for (name, expected) in cases {
            assert_eq!(first_name_gender(name), *expected, "{name}");
        }
    }

    #[test]
    fn names_of_several_words_are_joined_from_their_keys() {
        let key = join_keys(word_key("Saudi"), word_key("Arabia"));
        assert!(gazetteer_of(key).intersects(Gazetteer::COUNTRY));
    }
}
