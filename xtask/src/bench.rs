//! Measures newslight beside its peers, on the articles of tests/gold.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::build;
use crate::tools::{cargo, program, root, run, say};

/// Prints accuracy, speed, bytes and memory, the first article, saved annotations, painting, and scale, beside peers where there are any.
pub fn bench() -> Result<()> {
    build::build()?;
    build::install_node_packages()?;
    say("npm ci in bench");
    run(&mut program(
        "npm",
        &["ci", "--no-audit", "--no-fund"],
        "bench",
    ))?;
    let gold = root().join("target/gold.jsonl");
    let mut print = cargo(&["run", "--quiet", "--release", "--example", "gold"]);
    fs::write(&gold, output(&mut print)?)?;
    say("beside its peers");
    node("bench/peers.mjs", &gold)?;
    say("the first article of a page");
    node("bench/first.mjs", &gold)?;
    say("annotations that were saved, beside the model");
    run(&mut program("node", &["bench/saved.mjs"], "."))?;
    say("scale, in Node");
    node("bench/scale.mjs", &gold)?;
    say("scale, native");
    run(&mut cargo(&[
        "run",
        "--quiet",
        "--release",
        "--example",
        "scale",
    ]))
}

fn node(script: &str, gold: &std::path::Path) -> Result<()> {
    run(program("node", &[script], ".").arg(gold))
}

/// What a command prints.
fn output(command: &mut Command) -> Result<Vec<u8>> {
    let output = command
        .output()
        .with_context(|| format!("{command:?} does not start"))?;
    ensure!(
        output.status.success(),
        "{command:?} failed:\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(output.stdout)
}
