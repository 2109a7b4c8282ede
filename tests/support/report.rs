//! A report that people can read: the text with carets under its names and quotes.

use newslight::{Annotations, Entity, EntityType, MentionKind, Quote, QuoteKind, Span};

/// Each line of the text, then under it its names (`p` person, `o` organization, `l` place, `g` group, `e` event, `w` work, `d` date,
/// `m` money)
/// and its quotes (`^` direct, `~` mixed, `-` indirect, `.` scare, `=` cue, `@` speaker), then who
/// said what begins there. At the end the entities with their mentions: descriptions in round
/// brackets, pronouns in square ones.
pub fn report(text: &str, found: &Annotations) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let here = Span::new(start, start + line.len());
        start = here.end;
        lines.push(format!("| {}", line.trim_end()).trim_end().to_owned());
        let carets = [
            name_carets(text, here, found),
            quote_carets(text, here, found),
        ];
        lines.extend(
            carets
                .into_iter()
                .filter(|carets| !carets.is_empty())
                .map(|carets| format!("  {carets}")),
        );
        let begins_here = |quote: &&Quote| here.contains(quote.content[0]);
        lines.extend(
            found
                .quotes
                .iter()
                .filter(begins_here)
                .map(|quote| attribution(text, quote)),
        );
    }
    lines.push(String::new());
    lines.extend(found.entities.iter().map(|entity| describe(text, entity)));
    lines.join("\n") + "\n"
}

fn name_carets(text: &str, line: Span, found: &Annotations) -> String {
    let mut row = Row::new(text, line);
    for entity in &found.entities {
        let letter = match entity.entity_type {
            EntityType::Person => 'p',
            EntityType::Organization => 'o',
            EntityType::Place => 'l',
            EntityType::Group => 'g',
            EntityType::Event => 'e',
            EntityType::Work => 'w',
            EntityType::Date => 'd',
            EntityType::Money => 'm',
        };
        let names = entity
            .mentions
            .iter()
            .filter(|mention| mention.kind == MentionKind::Name);
        names.for_each(|mention| row.mark(mention.span, letter));
    }
    row.into_carets()
}

fn quote_carets(text: &str, line: Span, found: &Annotations) -> String {
    let mut row = Row::new(text, line);
    for quote in &found.quotes {
        let caret = match quote.kind {
            QuoteKind::Direct => '^',
            QuoteKind::Mixed => '~',
            QuoteKind::Indirect => '-',
            QuoteKind::Scare => '.',
        };
        quote.content.iter().for_each(|&span| row.mark(span, caret));
        quote.cue.iter().for_each(|&span| row.mark(span, '='));
        quote
            .speaker
            .iter()
            .for_each(|speaker| row.mark(speaker.span, '@'));
    }
    row.into_carets()
}

/// Who said one quote, by which mention, with which cue.
fn attribution(text: &str, quote: &Quote) -> String {
    let kind = format!("{:?}", quote.kind).to_lowercase();
    let Some(speaker) = &quote.speaker else {
        return format!("  {kind}: nobody");
    };
    let mention = speaker.span.of(text);
    let entity = speaker
        .entity
        .map_or(String::new(), |entity| format!(" #{entity}"));
    let cue = quote
        .cue
        .map_or(String::new(), |cue| format!(", {}", cue.of(text)));
    format!("  {kind}: {}{entity} ({mention}{cue})", speaker.name)
}

/// One entity with its mentions, equal ones counted.
fn describe(text: &str, entity: &Entity) -> String {
    let mut forms: Vec<(String, usize)> = Vec::new();
    for mention in &entity.mentions {
        let words = mention.span.of(text);
        let form = match mention.kind {
            MentionKind::Name => words.to_owned(),
            MentionKind::Description => format!("({words})"),
            MentionKind::Pronoun => format!("[{words}]"),
        };
        match forms.iter_mut().find(|(known, _)| *known == form) {
            Some((_, count)) => *count += 1,
            None => forms.push((form, 1)),
        }
    }
    let counted = |(form, count): &(String, usize)| {
        if *count == 1 {
            form.clone()
        } else {
            format!("{form} ×{count}")
        }
    };
    let forms: Vec<String> = forms.iter().map(counted).collect();
    let role = entity
        .role
        .as_ref()
        .map_or(String::new(), |role| format!(", {role}"));
    let kind = format!("{:?}", entity.entity_type).to_lowercase();
    format!(
        "#{} {kind} {}{role}: {}",
        entity.id,
        entity.name,
        forms.join(" · ")
    )
}

/// What stands under one line, a caret for each character.
struct Row<'t> {
    text: &'t str,
    line: Span,
    carets: Vec<char>,
}

impl<'t> Row<'t> {
    fn new(text: &'t str, line: Span) -> Self {
        let carets = vec![' '; line.of(text).chars().count()];
        Self { text, line, carets }
    }

    /// Puts a caret under the part of the span that lies in the line.
    fn mark(&mut self, span: Span, caret: char) {
        let from = span.start.max(self.line.start);
        let to = span.end.min(self.line.end);
        if from < to {
            let column = self.text[self.line.start..from].chars().count();
            let width = self.text[from..to].chars().count();
            self.carets[column..column + width].fill(caret);
        }
    }

    fn into_carets(self) -> String {
        self.carets
            .into_iter()
            .collect::<String>()
            .trim_end()
            .to_owned()
    }
}
