//! Measures what each rule is worth.

use anyhow::Result;

use crate::bytes;
use crate::tools::{cargo, run};

/// Prints, for each rule of one table or of all, how often it fires, what is lost without it and the cases it decides;
/// and first how many bytes of code each file of rules is.
pub fn ablate(table: Option<&str>) -> Result<()> {
    bytes::print(table)?;
    let program = ["run", "--quiet", "--release", "--example", "ablate", "--"];
    run(cargo(&program).args(table))
}
