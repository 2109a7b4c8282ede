//! What the tagger says of a token.

/// The kinds of name that the tagger distinguishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameType {
    /// A human being.
    Person,
    /// A company, agency, party, team…
    Organization,
    /// A country, city, region, building…
    Place,
    /// A nationality, religion or other group of people.
    Group,
    /// Anything else with a name: events, works, laws, products, languages.
    Miscellaneous,
}

impl NameType {
    /// Every kind, in the order of its labels.
    pub const ALL: [Self; 5] = [
        Self::Person,
        Self::Organization,
        Self::Place,
        Self::Group,
        Self::Miscellaneous,
    ];
}

/// A label of the BIO scheme: outside of any name, or at the beginning or inside of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Label(pub u8);

impl Label {
    /// How many labels there are.
    pub const COUNT: usize = 1 + 2 * NameType::ALL.len();
    /// Outside of any name.
    pub const OUTSIDE: Self = Self(0);

    /// The label of a name's first token.
    pub const fn begin(name_type: NameType) -> Self {
        Self(1 + 2 * name_type as u8)
    }

    /// The label of a name's further tokens.
    pub const fn inside(name_type: NameType) -> Self {
        Self(2 + 2 * name_type as u8)
    }

    /// The kind of name that the token is part of.
    pub fn name_type(self) -> Option<NameType> {
        let index = usize::from(self.0).checked_sub(1)? / 2;
        NameType::ALL.get(index).copied()
    }

    /// Whether the token is inside a name, and not its first.
    pub const fn is_inside(self) -> bool {
        self.0 > 0 && self.0.is_multiple_of(2)
    }

    /// Whether this label may follow `previous`, or open a sentence where there is none.
    pub fn may_follow(self, previous: Option<Self>) -> bool {
        !self.is_inside()
            || previous.is_some_and(|previous| previous == self || previous.0 + 1 == self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_goes_on_only_as_it_began() {
        let person = NameType::Person;
        let cases = [
            ("begins", Label::begin(person), None, true),
            ("opens inside", Label::inside(person), None, false),
            (
                "goes on",
                Label::inside(person),
                Some(Label::begin(person)),
                true,
            ),
            (
                "goes further on",
                Label::inside(person),
                Some(Label::inside(person)),
                true,
            ),
            (
                "out of nowhere",
                Label::inside(person),
                Some(Label::OUTSIDE),
                false,
            ),
            (
                "out of another kind",
                Label::inside(person),
                Some(Label::begin(NameType::Place)),
                false,
            ),
        ];
        for (name, label, previous, expected) in cases {
            assert_eq!(label.may_follow(previous), expected, "{name}");
        }
    }

    #[test]
    fn labels_know_their_kind() {
        for name_type in NameType::ALL {
            assert_eq!(Label::begin(name_type).name_type(), Some(name_type));
            assert_eq!(Label::inside(name_type).name_type(), Some(name_type));
        }
        assert_eq!(Label::OUTSIDE.name_type(), None);
    }
}
