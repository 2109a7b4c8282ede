//! Prints one table: time and memory for texts from 1 KB to 50 MB, and for texts made to hurt.
//!
//! `cargo run --release --example scale`. Memory is the peak of the whole process above what it
//! held before, as Linux counts it; elsewhere the column is empty.

use std::fmt::Write;
use std::fs;
use std::time::Instant;

use newslight::annotate;

#[path = "../tests/support/mod.rs"]
mod support;

fn main() {
    let articles: Vec<String> = support::gold::articles()
        .into_iter()
        .map(|article| article.text)
        .collect();
    let news = articles.join("\n\n");
    println!(
        "{:28} {:>10} {:>10} {:>8} {:>10} {:>9}",
        "text", "bytes", "ms", "MB/s", "peak MB", "found"
    );
    for size in [1_000, 10_000, 100_000, 1_000_000, 10_000_000, 50_000_000] {
        measure("news", &repeated(&news, size));
    }
    measure("a million quotation marks", &"“".repeat(1_000_000));
    measure("one token of 10 MB", &"a".repeat(10_000_000));
    measure("100,000 names", &names(100_000));
    measure(
        "marks 100,000 deep",
        &("“‘".repeat(50_000) + &"’”".repeat(50_000)),
    );
}

/// The text again and again, up to a size in bytes.
fn repeated(text: &str, size: usize) -> String {
    let mut long = text.repeat(size / text.len() + 1);
    let end = (0..=size).rev().find(|&end| long.is_char_boundary(end));
    long.truncate(end.unwrap_or(0));
    long
}

fn names(count: usize) -> String {
    (0..count).fold(String::new(), |mut text, i| {
        let letter = |place: usize| {
            char::from(
                b'a' + u8::try_from(i / 26_usize.pow(place.try_into().unwrap_or(0)) % 26)
                    .unwrap_or(0),
            )
        };
        let _ = write!(
            text,
            "Mr Ka{}{}{}{} said no. ",
            letter(0),
            letter(1),
            letter(2),
            letter(3)
        );
        text
    })
}

fn measure(name: &str, text: &str) {
    let before = memory("VmRSS:");
    // Linux forgets the peak so far when told to; where it cannot, no peak is printed.
    let is_reset = fs::write("/proc/self/clear_refs", "5").is_ok();
    let begin = Instant::now();
    let found = annotate(text);
    let seconds = begin.elapsed().as_secs_f64();
    let peak = memory("VmHWM:").zip(before).filter(|_| is_reset);
    let peak = peak.map_or(String::new(), |(peak, before)| {
        format!("{:.1}", peak.saturating_sub(before) as f64 / 1024.0)
    });
    let bytes = text.len();
    let speed = bytes as f64 / seconds / 1e6;
    let found = found.entities.len() + found.quotes.len();
    println!(
        "{name:28} {bytes:>10} {:>10.2} {speed:>8.2} {peak:>10} {found:>9}",
        seconds * 1000.0
    );
}

/// One figure of the process's memory, in KiB.
fn memory(figure: &str) -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with(figure))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
