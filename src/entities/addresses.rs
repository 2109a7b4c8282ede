//! Addresses of pages and mail, whose words name nothing: “www.oslo-guide.com”, “ana.ruiz@velm.org”.

use std::ops::Range;

use crate::text::Document;

/// The longest part of an address before or behind a word that is looked at, in bytes.
const NEAR: usize = 200;

/// Whether some tokens are a part of an address.
pub fn is_in_address(document: &Document, tokens: &Range<usize>) -> bool {
    let span = document.span(tokens.clone());
    let bytes = document.text.as_bytes();
    // Most names stand between blanks, or before a mark that ends a clause.
    let joins = |byte: Option<&u8>| byte.is_some_and(|byte| b"/.@_-=%".contains(byte));
    let is_open = joins(
        span.start
            .checked_sub(1)
            .and_then(|before| bytes.get(before)),
    ) || joins(bytes.get(span.end))
        && bytes.get(span.end + 1).is_some_and(u8::is_ascii_graphic);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_addresses_are_told_from_names() {
        let cases: &[(&str, &str, bool)] = &[
            ("a page", "see http://velm.example/Oslo/a.html", true),
            ("a host", "see www.Oslo.no", true),
            ("the name of a host", "see Oslo.com/a today", true),
            ("a mail's sender", "from Oslo.Ruiz@velm.no", true),
            ("a mail's host", "from ana@Oslo.no", true),
            ("a nickname", "from ana@Oslo today", false),
            ("the end of a sentence", "in Oslo.", false),
            ("a sentence without a blank", "in Oslo.They left", false),
            ("a slash", "in Oslo/Bergen", false),
            ("before an address", "Oslo: www.velm.no", false),
            ("an address before it", "www.velm.no Oslo-born", false),
        ];
        for (case, text, expected) in cases {
            let document = Document::new(text);
            let token = document.token_at(text.find("Oslo").expect("it is there"));
            assert_eq!(
                is_in_address(&document, &(token..token + 1)),
                *expected,
                "{case}"
            );
        }
    }
}
