//! The rules of coreference by their ids, so that each can be switched off and measured.

use crate::ablation;

/// One rule of coreference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Rule {
    /// A person's titles, appositions and predicates say whom a description means.
    Roles,
    /// Nouns that mean the same, or one the kind of the other, say so too.
    Synonyms,
    /// An age says whom “the 53-year-old” means.
    Ages,
    /// A name right behind a description is its own.
    Appositions,
    /// A company or country that acted last is “the company” or “the country”.
    ActingBodies,
    /// “He” is one whom the text has brought in without a name.
    Unnamed,
    /// Who is spoken to, asked or named in the opening of the sentence is not the subject.
    Exclusions,
    /// In court the accused speak of themselves, prosecutors and judges do not.
    Court,
    /// “The Dane” is the one whom the text speaks of.
    Compatriots,
    /// Initials label the turns of a transcript.
    Initials,
    /// “I” within a turn or a quote is its speaker.
    FirstPersons,
    /// “I” in the answers of an interview without marks is who is interviewed.
    Interviews,
}

/// The ids of all rules, in the order of [`Rule`].
const IDS: [&str; Rule::Interviews as usize + 1] = [
    "coref-roles",
    "coref-synonyms",
    "coref-ages",
    "coref-appositions",
    "coref-acting-bodies",
    "coref-unnamed",
    "coref-exclusions",
    "coref-court",
    "coref-compatriots",
    "coref-initials",
    "coref-first-persons",
    "coref-interviews",
];

/// The ids of all rules.
pub fn ids() -> impl Iterator<Item = &'static str> {
    IDS.into_iter()
}

impl Rule {
    /// Whether the rule is on.
    pub fn is_on(self) -> bool {
        ablation::is_on(IDS[self as usize])
    }

    /// Takes note that the rule decided something.
    pub fn fires(self) {
        ablation::fired(IDS[self as usize]);
    }
}

#[cfg(test)]
mod tests {
    use super::IDS;

    #[test]
    fn every_rule_has_an_id_of_its_own() {
        let mut ids = IDS.to_vec();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), IDS.len());
    }
}
