//! The gender of people, as far as words indicate it.

/// The gender of a person, as far as the words of a text indicate it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// Spoken of as “he”.
    Male,
    /// Spoken of as “she”.
    Female,
}
