//! Storms by the word before their name: “Hurricane Ida” is no person.

use super::rule::*;

pub const RULE: Rule = Rule {
    id: "storms",
    trigger: Trigger::Word(Tags::STORM, |document, storm| {
        let name = storm + 1;
        let is_one = document.is_capital(storm)
            && document.is_capital(name)
            && document.word(name).contains(char::is_lowercase)
            && document.sentence(storm).contains(&name)
            && !(document.sentence(storm).contains(&(name + 1)) && document.is_capital(name + 1));
        is_one.then(|| Name {
            tokens: storm..name + 1,
            entity_type: EntityType::Event,
        })
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "a person's name",
            "Hurricane [P Ida] struck",
            "[E Hurricane Ida] struck",
        ),
        Example::new(
            "a whole name",
            "the [O Cyclone Velm] struck",
            "the [E Cyclone Velm] struck",
        ),
        Example::new(
            "no name",
            "The hurricane struck [L Velm]",
            "The hurricane struck [L Velm]",
        ),
        Example::new(
            "a longer name",
            "[O Storm Velm Sports] won",
            "[O Storm Velm Sports] won",
        ),
        Example::new(
            "the end of a line",
            "Ship lost in [L Storm Velm]\nThe ship",
            "Ship lost in [E Storm Velm]\nThe ship",
        ),
        Example::new("the end", "After the Storm", "After the Storm"),
    ],
};
