//! Annotates what it reads from standard input and reports it.
//!
//! Plain text comes back with carets under its names and quotes. Lines of JSON, each
//! `{"id", "text"}`, come back as lines of JSON with `entities` and `quotes`, offsets in code
//! points: what the scorers of the corpora read.

use std::io::{self, Read};

use newslight::annotate;

#[path = "../tests/support/mod.rs"]
mod support;

fn main() -> io::Result<()> {
    let mut input = String::new();
    io::stdin().read_to_string(&mut input)?;
    if input.starts_with('{') {
        print!("{}", support::corpus::predictions(&input));
    } else {
        print!("{}", support::report::report(&input, &annotate(&input)));
    }
    Ok(())
}
