//! Builds, serves and tests newslight: `cargo xtask help` lists the commands.
fn main() {}
