//! Words of addresses, which name nothing: “www.oslo-guide.com”, “ana.ruiz@velm.org”.

use super::rule::*;

pub const RULE: Rule = Rule {
    id: "addresses",
    trigger: Trigger::Name(ALL, |document, name| {
        is_in_address(document, name).then_some(Edit::Drop)
    }),
    #[cfg(test)]
    examples: &[
        Example::new(
            "a host",
            "See www.[L Oslo]-guide.com now",
            "See www.Oslo-guide.com now",
        ),
        Example::new(
            "a mailbox",
            "Write to ana.[P Ruiz]@velm.org",
            "Write to ana.Ruiz@velm.org",
        ),
        Example::new(
            "a path",
            "https://velm.org/a/[L Oslo]/b",
            "https://velm.org/a/Oslo/b",
        ),
        Example::new("a sentence's end", "He left [L Oslo].", "He left [L Oslo]."),
        Example::new(
            "a pair",
            "the [L Oslo]-[L Bergen] line",
            "the [L Oslo]-[L Bergen] line",
        ),
    ],
};

/// The longest part of an address before or behind a word that is looked at, in bytes.
const NEAR: usize = 200;

/// Whether a name, or a form that might be one, is part of an address.
pub fn is_in_address(document: &Document, name: &Name) -> bool {
    let span = document.span(name.tokens.clone());
    let bytes = document.text.as_bytes();
    // Most names stand between blanks, or before a mark that ends a clause.
    let joins = |byte: Option<&u8>| byte.is_some_and(|byte| b"/.@_-=%".contains(byte));
    let before = span.start.checked_sub(1).and_then(|at| bytes.get(at));
    let goes_on = bytes.get(span.end + 1).is_some_and(u8::is_ascii_graphic);
    let is_open = joins(before) || joins(bytes.get(span.end)) && goes_on;
    if !is_open {
        return false;
    }
    let is_blank = |byte: &u8| byte.is_ascii_whitespace();
    let before = &bytes[span.start.saturating_sub(NEAR)..span.start];
    let behind = &bytes[span.end..(span.end + NEAR).min(bytes.len())];
    let before = before.rsplit(is_blank).next().unwrap_or_default();
    let behind = behind.split(is_blank).next().unwrap_or_default();
    let has = |part: &[u8], mark: &[u8]| part.windows(mark.len()).any(|window| window == mark);
    has(before, b"://")
        || has(before, b"www.")
        || is_mail(before, behind)
        || is_mail(behind, b"")
        || [&b".com"[..], b".org", b".net", b".htm"]
            .iter()
            .any(|end| has(behind, end))
}

/// Whether a host stands behind an “@”, or goes on in the rest: “@velm.org”.
fn is_mail(part: &[u8], rest: &[u8]) -> bool {
    let mut hosts = part.split(|&byte| byte == b'@').skip(1);
    hosts.any(|host| host.contains(&b'.') || rest.len() > 1 && rest[0] == b'.')
}
