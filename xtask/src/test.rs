//! Runs every check and every test, the quick ones first.

use std::fs;
use std::process::Command;
use std::thread;

use anyhow::{Context, Result};

use crate::build;
use crate::engines;
use crate::queue::{Job, Times};
use crate::tools::{WASM, add_wasm_target, cargo, program, root, run, say};

/// Everything that must hold before a change is taken.
pub fn test() -> Result<()> {
    let mut times = Times::default();
    let done = test_all(&mut times);
    say("times");
    times.print();
    done
}

fn test_all(times: &mut Times) -> Result<()> {
    add_wasm_target()?;
    times.stage("format", || {
        run(&mut cargo(&["fmt", "--all", "--check"]))
            .context("`cargo fmt --all` puts the format right")
    })?;
    times.stage("lints", || {
        let warnings = ["--", "-D", "warnings"];
        run(cargo(&["clippy", "--workspace", "--all-targets"]).args(warnings))?;
        run(cargo(&["clippy", "--lib", "--target", WASM])
            .args(["--features", "annotator,page"])
            .args(warnings))
    })?;
    times.stage("documentation", || {
        run(cargo(&["doc", "--no-deps", "--lib"]).env("RUSTDOCFLAGS", "-D warnings"))
    })?;
    times.stage("native tests", || {
        // Examples are compiled by the lints.
        let tests = ["--lib", "--bins", "--tests", "--no-fail-fast"];
        run(cargo(&["test", "--workspace"]).args(tests))?;
        run(&mut cargo(&["test", "--workspace", "--doc"]))
    })?;
    times.stage("the package", build::build)?;
    build::install_node_packages()?;
    say("tests of the module in Node, of its users, and of pages in the three engines");
    let (missing, mut jobs) = engines::jobs()?;
    jobs.insert(2, job("users of the packed package", "tests/consumers")?);
    jobs.push(job("the module in Node", "tests/node")?);
    times.side_by_side(jobs, at_once())?;
    times.stage("tests that run alone in Chromium", engines::test_times)?;
    times.stage("the budget of bytes", build::check_budget)?;
    for engine in missing {
        say(&format!("SKIPPED: {engine}"));
    }
    say("everything holds");
    Ok(())
}

/// How many programs run side by side: they drive browsers, which have processes of their own.
pub fn at_once() -> usize {
    thread::available_parallelism().map_or(1, |cores| cores.get().min(4))
}

/// Node's own test runner over the files of a folder.
fn job(name: &str, folder: &str) -> Result<Job> {
    Ok(Job {
        name: name.into(),
        command: node_test(&test_files(folder, |_| true)?),
    })
}

/// The files of tests in a folder whose stems are wanted.
pub fn test_files(folder: &str, is_wanted: impl Fn(&str) -> bool) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(root().join(folder))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.strip_suffix(".test.mjs").is_some_and(&is_wanted) {
            files.push(format!("{folder}/{name}"));
        }
    }
    files.sort();
    Ok(files)
}

/// Node's own test runner over some files, one after the other.
pub fn node_test(files: &[String]) -> Command {
    let mut command = program("node", &["--test", "--test-concurrency=1"], ".");
    command.args(files);
    command
}
