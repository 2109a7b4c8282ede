//! What a gold article must keep to, so that a slip of the hand is found before it misleads.

use newslight::{EntityType, QuoteKind, Span};

use super::gold::{Article, Quote};
use super::things::{Thing, without_key};

/// Words that may not stand at the beginning of a name: the corpora leave them out.
const NOT_OF_NAMES: &[&str] = &[
    "The ",
    "the ",
    "A ",
    "Mr ",
    "Mrs ",
    "Ms ",
    "Dr ",
    "Sir ",
    "Cllr ",
    "Councillor ",
    "Queen ",
    "Father ",
    "Mr. ",
    "Mrs. ",
    "Ms. ",
    "Dr. ",
    "Tan Sri ",
    "Datuk ",
    "Datuk Seri ",
    "Dato’ ",
    "Chief ",
    "Shri ",
    "Sen. ",
    "Rep. ",
    "Gov. ",
    "Lord ",
    "Lady ",
    "PC ",
    "Prof ",
];

/// The names that do begin with an article, but for titles of works.
const WITH_ARTICLE: &[&str] = &["The Evening Compass"];

/// Every way in which the article breaks the rules of `tests/gold/README.md`.
pub fn faults(article: &Article) -> Vec<String> {
    let mut faults = Vec::new();
    let words = article.text.split_whitespace().count();
    if !(250..=800).contains(&words) {
        faults.push(format!("{words} words instead of 250 to 800"));
    }
    for name in &article.names {
        faults.extend(name_faults(&article.text, name.span, name.entity_type));
    }
    faults.extend(unmarked(article));
    for (number, quote) in (1..).zip(&article.quotes) {
        faults.extend(
            quote_faults(article, quote)
                .into_iter()
                .map(|fault| format!("q{number}: {fault}")),
        );
    }
    faults.extend(thing_faults(article));
    faults
}

/// What is wrong with what the article says of its things.
fn thing_faults(article: &Article) -> Vec<String> {
    let mut faults = Vec::new();
    let is_name = |form: &String| {
        let mut names = article.names.iter();
        names.any(|name| name.span.of(&article.text) == without_key(form))
    };
    for forms in &article.aliases {
        for form in forms.iter().filter(|form| !is_name(form)) {
            faults.push(format!(
                "`same` speaks of “{form}”, which is not a name of the text"
            ));
        }
        let length = |form: &String| without_key(form).chars().count();
        if forms.iter().any(|form| length(form) > length(&forms[0])) {
            faults.push(format!("“{}” is not the fullest of its forms", forms[0]));
        }
    }
    for thing in &article.things {
        let is_person = thing.entity_type == EntityType::Person;
        if !thing.roles.is_empty() && !is_person {
            faults.push(format!("“{}” has a role and is no person", thing.form));
        }
        for role in thing
            .roles
            .iter()
            .filter(|role| !article.text.contains(*role))
        {
            faults.push(format!("the text does not say “{role}”"));
        }
        if is_person {
            faults.extend(surname_faults(article, &thing.form));
        }
    }
    faults
}

/// Surnames that stand alone and are not joined with the full name that ends with them.
fn surname_faults(article: &Article, form: &str) -> Vec<String> {
    let is_loose = |thing: &&Thing| {
        let words = without_key(&thing.form);
        thing.entity_type == EntityType::Person
            && thing.form == words
            && !words.contains(' ')
            && form.ends_with(&format!(" {words}"))
    };
    let loose = article.things.iter().filter(is_loose);
    loose
        .map(|thing| {
            format!(
                "“{}” may be “{form}”: `same` or a key is missing",
                thing.form
            )
        })
        .collect()
}

/// What is wrong with the span of one name.
fn name_faults(text: &str, span: Span, entity_type: EntityType) -> Vec<String> {
    let words = span.of(text);
    let mut faults = Vec::new();
    let before = text[..span.start].chars().next_back();
    let after = text[span.end..].chars().next();
    if before.is_some_and(char::is_alphanumeric) {
        faults.push(format!("“{words}” begins within a word"));
    }
    // “the 2000s” is a date of four digits, as in the corpora.
    let ends_within = after.is_some_and(char::is_alphanumeric) && entity_type != EntityType::Date;
    if ends_within {
        faults.push(format!("“{words}” ends within a word"));
    }
    if words.trim() != words
        || words.ends_with(['\'', '’', ','])
        || words.ends_with("’s")
        || words.ends_with("'s")
    {
        faults.push(format!("“{words}” holds more than the name"));
    }
    let is_long = NOT_OF_NAMES.iter().any(|prefix| words.starts_with(prefix));
    if is_long && entity_type != EntityType::Work && !WITH_ARTICLE.contains(&words) {
        faults.push(format!("“{words}” begins with an article or a title"));
    }
    faults
}

/// Places where a name that is marked elsewhere stands unmarked.
fn unmarked(article: &Article) -> Vec<String> {
    let text = &article.text;
    let mut faults = Vec::new();
    for name in &article.names {
        let words = name.span.of(text);
        for (start, _) in text.match_indices(words) {
            let span = Span::new(start, start + words.len());
            let is_whole = !text[..start].ends_with(char::is_alphanumeric)
                && !text[span.end..].starts_with(char::is_alphanumeric);
            let is_marked = article.names.iter().any(|other| other.span.contains(span));
            if is_whole && !is_marked {
                faults.push(format!("“{words}” stands unmarked at byte {start}"));
            }
        }
    }
    faults.sort();
    faults.dedup();
    faults
}

/// What is wrong with one quote.
fn quote_faults(article: &Article, quote: &Quote) -> Vec<String> {
    let text = &article.text;
    let mut faults = Vec::new();
    let mut expect = |holds: bool, fault: &str| {
        if !holds {
            faults.push(fault.to_owned());
        }
    };
    expect(!quote.content.is_empty(), "has no content");
    expect(quote.content.is_sorted(), "its content is not in order");
    // A turn of a transcript needs no marks: its label tells who speaks. Nor does an answer to a
    // question in bold letters.
    let is_turn = match (quote.cue, quote.speaker) {
        (Some(cue), Some(speaker)) => cue.of(text) == ":" && speaker.end == cue.start,
        (cue, speaker) => cue.is_none() && speaker.is_none(),
    };
    for (index, span) in quote.content.iter().enumerate() {
        let words = span.of(text);
        let opens = words.starts_with(['“', '"', '‘', '\'']);
        let closes = words.ends_with(['”', '"', '’', '\'']);
        // A quote that goes on in the next paragraph is not closed before that.
        let runs_on = quote
            .content
            .get(index + 1)
            .is_some_and(|next| text[span.end..next.start].trim().is_empty());
        expect(
            words.trim() == words && !words.contains('\n'),
            "its content begins or ends with a blank",
        );
        match quote.kind {
            QuoteKind::Direct if is_turn => {}
            QuoteKind::Direct | QuoteKind::Scare => {
                expect(
                    opens && (closes || runs_on),
                    "its content does not stand within marks",
                );
            }
            QuoteKind::Mixed => expect(words.contains(['“', '"', '‘', '\'']), "holds no mark"),
            QuoteKind::Indirect => expect(!words.contains(['“', '"', '‘']), "holds a mark"),
        }
    }
    if quote.kind == QuoteKind::Scare {
        expect(
            quote.cue.is_none() && quote.speaker.is_none(),
            "is credited to somebody",
        );
        return faults;
    }
    // A paragraph that is only a quote may be somebody's without a word that says so.
    let needs_credit = quote.kind != QuoteKind::Direct;
    expect(quote.cue.is_some() || !needs_credit, "has no cue");
    expect(quote.speaker.is_some() || !needs_credit, "has no speaker");
    expect(
        quote.speaker.is_some() != (quote.speaker_type == "none"),
        "its speaker is not of the type stated",
    );
    let parts = quote.content.iter().chain(&quote.cue).chain(&quote.speaker);
    let parts: Vec<_> = parts.collect();
    let apart = parts
        .iter()
        .enumerate()
        .all(|(index, part)| parts[..index].iter().all(|other| !part.overlaps(**other)));
    expect(apart, "its content, cue and speaker overlap");
    if let (Some(speaker), Some(head)) = (quote.speaker, quote.head) {
        expect(speaker.contains(head), "its head lies outside its speaker");
        let is_name = article.names.iter().any(|name| name.span == head);
        let is_pronoun = matches!(
            speaker.of(text).to_lowercase().as_str(),
            "he" | "she" | "they" | "it" | "i" | "we"
        );
        expect(
            match quote.speaker_type.as_str() {
                "named" => is_name,
                "pronoun" => is_pronoun,
                "nominal" => !is_name && !is_pronoun,
                _ => false,
            },
            "its speaker is not of the type stated",
        );
    }
    if let Some(resolved) = &quote.resolved {
        expect(
            article.thing(resolved).is_some(),
            "is credited to what is not the fullest name of a thing",
        );
    }
    faults
}
