//! Nouns for people that mean the same, or one a kind of the other: `src/data/en/synonyms.tsv` has a group a line,
//! `hyponyms.tsv` a noun with its kinds.

/// The other nouns that mean the same as one: “lawyer” for “attorney”.
pub fn synonyms(noun: &str) -> impl Iterator<Item = &'static str> {
    let groups = include_str!("../data/en/synonyms.tsv").lines();
    let groups = groups.filter(move |group| group.split(' ').any(|word| word == noun));
    groups.flat_map(|group| group.split(' '))
}

/// The nouns that name one of a noun's kind: a “surgeon” is a “doctor”, too.
pub fn hyponyms(noun: &str) -> impl Iterator<Item = &'static str> {
    let lines = include_str!("../data/en/hyponyms.tsv").lines();
    let lines = lines.filter_map(|line| line.split_once('\t'));
    let kinds = lines.filter(move |(broad, _)| *broad == noun);
    kinds.flat_map(|(_, narrow)| narrow.split(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_have_synonyms_and_kinds() {
        assert!(synonyms("attorney").any(|noun| noun == "lawyer"));
        assert!(hyponyms("doctor").any(|noun| noun == "surgeon"));
        assert_eq!(synonyms("").count() + hyponyms("surgeon").count(), 0);
    }
}
