//! Measures what each rule is worth.

use anyhow::Result;

use crate::tools::{cargo, run};

/// Prints, for each rule, how often it fires and what is lost without it.
pub fn ablate() -> Result<()> {
    run(&mut cargo(&[
        "run",
        "--quiet",
        "--release",
        "--example",
        "ablate",
    ]))
}
