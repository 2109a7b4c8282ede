//! Edits of articles, as a desk makes them, that know where every character went.

/// A text whose characters know their places in the text that it was made from.
pub type Traced = Vec<(char, Option<usize>)>;

/// Numbers that look random, the same each time (SplitMix64).
pub struct Random(pub u64);

impl Random {
    /// A number below another.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end.max(1) as u64) as usize
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }
}

/// Words that a desk puts in place of others.
const WORDS: [&str; 8] = [
    "later", "quietly", "council", "old", "she", "nearly", "the", "Monday",
];

/// Sentences that repeat what stands elsewhere: NAME is some name of the article, SOME some words of it.
const TRAPS: [&str; 5] = [
    "NAME said on Monday that he would not comment. ",
    "“Nothing is decided,” said NAME, who had met the council. ",
    "He said it was SOME. ",
    "NAME, too, was asked about SOME, and said no. ",
    "“SOME,” she said. ",
];

/// Changes a text as a desk does, and tells how.
pub fn edit(text: &mut Traced, random: &mut Random) -> &'static str {
    match random.below(10) {
        0 => {
            change_word(text, random);
            "word"
        }
        1 => {
            for _ in 0..6 {
                change_word(text, random);
            }
            "words"
        }
        2 => {
            let mut all = parts(text, "\n\n");
            let moved = all.remove(random.below(all.len()));
            all.insert(random.below(all.len() + 1), moved);
            *text = joined(all);
            "moved"
        }
        3 => {
            let mut all = parts(text, "\n\n");
            all.insert(random.below(all.len() + 1), trap(text, random));
            *text = joined(all);
            "paragraph"
        }
        4 => {
            let mut all = parts(text, ". ");
            let at = random.below(all.len().saturating_sub(1));
            all[at].extend("\n\n".chars().map(|c| (c, None)));
            *text = all.concat();
            "split"
        }
        5 => {
            for (c, _) in text.iter_mut() {
                *c = match *c {
                    '“' | '”' => '"',
                    '‘' | '’' => '\'',
                    '—' => '–',
                    c => c,
                };
            }
            "marks"
        }
        6 => {
            for _ in 0..5 {
                let at = random.below(text.len());
                if text[at].0 == ' ' {
                    text[at].0 = '\u{a0}';
                    text.insert(at, (' ', None));
                } else if text[at].0.is_lowercase() {
                    text.insert(at, ('\u{ad}', None));
                }
            }
            "blanks"
        }
        7 => {
            let mut all = parts(text, "\n\n");
            if all.len() > 2 {
                all.remove(random.below(all.len()));
            }
            *text = joined(all);
            "paragraph gone"
        }
        8 => {
            let mut all = parts(text, ". ");
            all.insert(random.below(all.len()), trap(text, random));
            *text = all.concat();
            "sentence"
        }
        _ => {
            let mut all = parts(text, ". ");
            if all.len() > 2 {
                all.remove(random.below(all.len()));
            }
            *text = all.concat();
            "sentence gone"
        }
    }
}

fn change_word(text: &mut Traced, random: &mut Random) {
    let at = random.below(text.len());
    let is_letter = |(c, _): &(char, Option<usize>)| c.is_alphanumeric();
    if !is_letter(&text[at]) {
        return;
    }
    let start = text[..at]
        .iter()
        .rposition(|c| !is_letter(c))
        .map_or(0, |before| before + 1);
    let end = text[at..]
        .iter()
        .position(|c| !is_letter(c))
        .map_or(text.len(), |rest| at + rest);
    let old: String = text[start..end].iter().map(|(c, _)| c).collect();
    let words: Vec<_> = WORDS
        .into_iter()
        .filter(|word| *word != old.to_lowercase())
        .collect();
    text.splice(start..end, random.one(&words).chars().map(|c| (c, None)));
}

fn trap(text: &Traced, random: &mut Random) -> Traced {
    let plain: String = text.iter().map(|(c, _)| c).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let names: Vec<&str> = words
        .iter()
        .copied()
        .filter(|w| w.starts_with(char::is_uppercase))
        .collect();
    let at = random.below(words.len().saturating_sub(4));
    let some = words[at..]
        .iter()
        .take(3)
        .copied()
        .collect::<Vec<_>>()
        .join(" ");
    let name = random.one(&names);
    let name = name.trim_matches(|c: char| !c.is_alphanumeric());
    let sentence = random
        .one(&TRAPS)
        .replace("NAME", name)
        .replace("SOME", &some);
    sentence.chars().map(|c| (c, None)).collect()
}

/// A text in parts that end with some characters.
fn parts(text: &Traced, end: &str) -> Vec<Traced> {
    let end: Vec<char> = end.chars().collect();
    let mut all = vec![Vec::new()];
    for &c in text {
        let last = all.last_mut().expect("one part");
        last.push(c);
        if last.len() > end.len()
            && last
                .iter()
                .map(|(c, _)| *c)
                .collect::<Vec<_>>()
                .ends_with(&end)
        {
            all.push(Vec::new());
        }
    }
    all
}

/// Paragraphs with a blank line between each.
fn joined(paragraphs: Vec<Traced>) -> Traced {
    let mut text = Traced::new();
    for mut paragraph in paragraphs {
        while paragraph.last().is_some_and(|(c, _)| *c == '\n') {
            paragraph.pop();
        }
        if !text.is_empty() {
            text.extend("\n\n".chars().map(|c| (c, None)));
        }
        text.extend(paragraph);
    }
    text
}
