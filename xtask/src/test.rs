//! Runs every check and every test, the quick ones first.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::build;
use crate::tools::{WASM, add_wasm_target, cargo, program, root, run, say};

/// Where a Chromium usually is.
const CHROMIUM: [&str; 4] = [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

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
    say("tests of pages in headless Chromium");
    let chromium = find_chromium()?;
    run(node_tests("tests/browser")?.env("CHROMIUM", &chromium))?;
    say("users of the packed package: bundlers, Node, a worker, a server, TypeScript");
    run(node_tests("tests/consumers")?.env("CHROMIUM", &chromium))?;
    say("the budget of bytes");
    build::check_budget()?;
    say("everything holds");
    Ok(())
}

/// Node's own test runner over the files of a folder, one after the other: they measure time.
fn node_tests(folder: &str) -> Result<Command> {
    let mut files = Vec::new();
    for entry in fs::read_dir(root().join(folder))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".test.mjs") {
            files.push(format!("{folder}/{name}"));
        }
    }
    files.sort();
    let mut command = program("node", &["--test", "--test-concurrency=1"], ".");
    command.args(files);
    Ok(command)
}

/// A Chromium, installed where this machine lets us.
fn find_chromium() -> Result<PathBuf> {
    let told = env::var_os("CHROMIUM").map(PathBuf::from);
    let usual = CHROMIUM.map(PathBuf::from);
    let found = || {
        told.iter()
            .chain(&usual)
            .find(|path| path.exists())
            .cloned()
    };
    if let Some(chromium) = found() {
        return Ok(chromium);
    }
    if Path::new("/usr/bin/apt-get").exists() {
        say("apt-get install chromium");
        let _ = run(&mut program("apt-get", &["update", "-qq"], "."));
        let _ = run(&mut program(
            "apt-get",
            &["install", "-y", "-qq", "chromium"],
            ".",
        ));
    }
    match found() {
        Some(chromium) => Ok(chromium),
        None => bail!(
            "no Chromium was found: install Chromium or Chrome, or say where it is with CHROMIUM=/path"
        ),
    }
}
