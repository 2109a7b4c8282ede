//! Runs the tools that the commands need, and says what to do where one is missing.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The target that browsers run.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The folder of the project.
pub fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().expect("xtask lies in a folder").into()
}

/// The cargo that runs us, in the project's folder.
pub fn cargo(arguments: &[&str]) -> Command {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(arguments).current_dir(root());
    command
}

/// Any other program, in a folder of the project.
pub fn program(name: &str, arguments: &[&str], folder: &str) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(root().join(folder));
    command
}

/// Prints a step, so that nobody waits before a silent terminal.
pub fn say(step: &str) {
    println!("==> {step}");
}

/// Runs a command to its end and lets its output through.
pub fn run(command: &mut Command) -> Result<()> {
    let line = command_line(command);
    let status = command
        .status()
        .with_context(|| format!("`{line}` could not be started; is it installed?"))?;
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

fn command_line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    words.join(" ")
}

/// Adds the wasm target where it is missing: `rust-toolchain.toml` alone does not bring it on
/// machines that switch rustup's automatic installation off.
pub fn add_wasm_target() -> Result<()> {
    let output = program("rustc", &["--print", "sysroot"], ".")
        .output()
        .context("`rustc` could not be started; install Rust from https://rustup.rs")?;
    let sysroot = String::from_utf8(output.stdout)?;
    let libraries = Path::new(sysroot.trim()).join("lib/rustlib").join(WASM);
    if libraries.exists() {
        return Ok(());
    }
    say(&format!("rustup target add {WASM}"));
    run(&mut program("rustup", &["target", "add", WASM], "."))
        .context("the wasm target is missing; install Rust from https://rustup.rs, which adds it")
}
