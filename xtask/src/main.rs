//! Builds, serves and tests newslight: `cargo xtask help` lists the commands.

mod ablate;
mod bench;
mod build;
mod bytes;
mod engines;
mod join;
mod locals;
mod marks;
mod panics;
mod places;
mod queue;
mod script;
mod serve;
mod styles;
mod test;
mod tools;

use std::env::args;
use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
cargo xtask build            makes the package in dist/newslight, which a server can serve as it is
cargo xtask build --demo DIR puts a copy of the demo into DIR, for any host to serve
cargo xtask demo [PORT]      builds the package and serves www on 127.0.0.1, port 8000 unless told
cargo xtask test             runs every check and every test
cargo xtask test --engine NAME runs the tests of pages alone, in chromium, firefox or webkit
cargo xtask bench            measures it beside its peers: accuracy, speed, bytes, memory, painting
cargo xtask ablate           prints what each rule is worth: the bytes of code of its file, how often it fires, the F1 lost
                             without it, the cases it decides;
                             of one table alone where `names`, `links`, `quotes` or `coref` follows
cargo xtask help             prints this
";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let arguments: Vec<String> = args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["build"] => build::build().and_then(|()| build::check_budget()),
        ["build", "--demo", folder] => build::demo(folder.as_ref()),
        ["demo"] => demo(8000),
        ["demo", port] => match port.parse() {
            Ok(port) => demo(port),
            Err(_) => bail!("the port must be a number from 0 to 65535, not {port:?}"),
        },
        ["test"] => test::test(),
        ["test", "--engine", name] => engines::test_in(name),
        ["bench"] => bench::bench(),
        ["ablate"] => ablate::ablate(None),
        ["ablate", table] => ablate::ablate(Some(table)),
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        _ => bail!("there is no such command\n{HELP}"),
    }
}

fn demo(port: u16) -> Result<()> {
    build::build()?;
    serve::serve(&tools::root().join("www"), port)
}
