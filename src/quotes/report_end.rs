//! Where the sentence ends that reports words within marks.

use super::marks::Quotation;
use super::reading::Reading;

/// The end of the sentence that a quotation ends in. A question or an exclamation does not end
/// the sentence that reports it: “Why?” Ana Ruiz asked.
pub(super) fn report_end(reading: &Reading, quotation: &Quotation) -> usize {
    let tokens = &quotation.tokens;
    let end = reading.sentence(tokens.end - 1).end;
    let asks = quotation
        .inner()
        .last()
        .is_some_and(|last| matches!(reading.document.word(last), "?" | "!" | "?!" | "…" | "..."));
    if asks && end == tokens.end && end < reading.paragraph(tokens.end - 1).end {
        reading.sentence(end).end
    } else {
        end
    }
}
