//! Runs every check and every test, the quick ones first.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::build;
use crate::engines;
use crate::tools::{WASM, add_wasm_target, cargo, program, root, run, say};

/// Everything that must hold before a change is taken.
pub fn test() -> Result<()> {
    add_wasm_target()?;
    say("format");
    run(&mut cargo(&["fmt", "--all", "--check"]))
        .context("`cargo fmt --all` puts the format right")?;
    say("lints");
    let warnings = ["--", "-D", "warnings"];
    run(cargo(&["clippy", "--workspace", "--all-targets"]).args(warnings))?;
    run(cargo(&["clippy", "--lib", "--target", WASM]).args(warnings))?;
    say("documentation");
    run(cargo(&["doc", "--no-deps", "--lib"]).env("RUSTDOCFLAGS", "-D warnings"))?;
    say("native tests");
    run(&mut cargo(&["test", "--workspace", "--no-fail-fast"]))?;
    build::build()?;
    build::install_node_packages()?;
    say("tests of the module in Node");
    run(&mut node_tests("tests/node")?)?;
    engines::test()?;
    say("users of the packed package: bundlers, Node, a worker, a server, TypeScript");
    run(&mut node_tests("tests/consumers")?)?;
    say("the budget of bytes");
    build::check_budget()?;
    say("everything holds");
    Ok(())
}

/// Node's own test runner over the files of a folder.
fn node_tests(folder: &str) -> Result<Command> {
    let mut files = Vec::new();
    for entry in fs::read_dir(root().join(folder))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".test.mjs") {
            files.push(format!("{folder}/{name}"));
        }
    }
    files.sort();
    Ok(node_test(&files))
}

/// The same over some files, one after the other: they measure time.
pub fn node_test(files: &[String]) -> Command {
    let mut command = program("node", &["--test", "--test-concurrency=1"], ".");
    command.args(files);
    command
}
