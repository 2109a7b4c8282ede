//! The passage of any page leads back to the page's own nodes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newslight::dev::page::passage::{Markup, Passage, PassageBuilder};

#[path = "../../tests/support/sketch.rs"]
mod sketch;

fuzz_target!(|page: &str| sketch::check(page));
