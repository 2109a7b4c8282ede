//! Lists: quotes in paragraphs of their own, behind a line that leads to them, or each behind what it is about: “She
//! also said:⏎• ‘It is late.’⏎• ‘It is cold.’”, “On the weather: ‘It is cold.’”

use super::found::Found;
use crate::annotations::QuoteKind;
use crate::quotes::introduced::{item_start, lead, topic_end};
use crate::quotes::reading::Reading;
use crate::quotes::reported::Reported;
use crate::quotes::terms::Class;

/// The listed quotations of a text. Who says them is sought where the list begins.
pub(super) fn read(reading: &Reading) -> Vec<Found> {
    let mut found = Vec::new();
    let mut led = None;
    for (index, quotation) in reading.quotations.iter().enumerate() {
        let tokens = quotation.tokens.clone();
        let paragraph = reading.paragraph(tokens.start);
        let number = reading.paragraph_number(tokens.start);
        let goes_on = reading
            .quotations
            .get(index + 1)
            .is_some_and(|next| next.continues);
        let is_item = item_start(reading, &paragraph) == tokens.start
            && (tokens.end..paragraph.end).all(|token| reading.class(token).is_mark());
        let is_led = lead(reading, paragraph.start).is_some() || led == number.checked_sub(1);
        let is_topic = topic_end(reading, &paragraph) == Some(tokens.start);
        if !is_item || quotation.continues || goes_on || !(is_led || is_topic) {
            continue;
        }
        if is_led {
            led = Some(number);
        }
        // A title is no sentence: “She also wrote:⏎‘The Long Rain’”.
        let last = quotation.inner().end.checked_sub(1);
        if !matches!(
            reading.class(last),
            Class::Stop | Class::Comma | Class::Semicolon
        ) {
            continue;
        }
        found.push(Found {
            claimed: tokens.clone(),
            reported: Reported {
                kind: QuoteKind::Direct,
                content: vec![tokens.clone()],
                quoted: vec![tokens],
                cue: None,
                subject: None,
                label: None,
                probability: 1.0,
            },
        });
    }
    found
}
