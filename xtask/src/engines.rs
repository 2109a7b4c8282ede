//! Runs the tests of pages in the three engines of the web.

use std::env;
use std::fs;
use std::io::{Write, stdout};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::thread;

use anyhow::{Context, Result, bail};

use crate::build;
use crate::test::node_test;
use crate::tools::{add_wasm_target, program, root, run, say};

/// One of the engines.
struct Engine {
    /// Its name for `--engine` and, as `ENGINE`, for the tests.
    name: &'static str,
    /// Where one of its browsers usually is; a variable of this name may say otherwise.
    variable: &'static str,
    places: &'static [&'static str],
    /// The packages of Debian that bring it.
    packages: &'static [&'static str],
    /// The files of tests that suit it, or all.
    files: Option<&'static [&'static str]>,
}

const CHROMIUM: Engine = Engine {
    name: "chromium",
    variable: "CHROMIUM",
    places: &[
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    packages: &["chromium"],
    files: None,
};

const FIREFOX: Engine = Engine {
    name: "firefox",
    variable: "FIREFOX",
    places: &[
        "/usr/bin/firefox-esr",
        "/usr/bin/firefox",
        "/Applications/Firefox.app/Contents/MacOS/firefox",
    ],
    packages: &["firefox-esr"],
    files: Some(EVERYWHERE),
};

const WEBKIT: Engine = Engine {
    name: "webkit",
    variable: "WEBKIT",
    places: &[
        "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
    ],
    packages: &["webkit2gtk-driver", "xvfb", "xauth"],
    files: Some(EVERYWHERE),
};

/// The tests that need nothing of one engine's own tools, and measure no time.
const EVERYWHERE: &[&str] = &[
    "article",
    "element",
    "engines",
    "frameworks",
    "guest",
    "kinds",
    "links",
    "looks",
    "reading",
    "security",
];

/// More of them, for when one engine is asked for alone.
const LONGER: &[&str] = &["near", "old", "places", "target", "time"];

/// The X server of WebKit's windows: as large as the largest of them.
const SCREEN: &str = "-screen 0 1280x1600x24 -nolisten tcp";

/// All files in Chromium, then those that suit in the two others, at the same time.
pub fn test() -> Result<()> {
    say("tests of pages in Chromium");
    if !CHROMIUM.find_or_install() {
        bail!("{}", CHROMIUM.is_missing());
    }
    run(&mut CHROMIUM.tests(&[])?)?;
    say("tests of pages in Firefox and WebKit");
    let (there, missing): (Vec<_>, Vec<_>) = [FIREFOX, WEBKIT]
        .into_iter()
        .partition(Engine::find_or_install);
    let running = there.iter().map(|engine| (engine, engine.start()));
    let running: Vec<_> = running.collect();
    let mut failed = Vec::new();
    for (engine, output) in running {
        let output = output?.join().expect("the thread waits for a program")?;
        say(&format!("what {} says", engine.name));
        stdout().write_all(&output.stdout)?;
        stdout().write_all(&output.stderr)?;
        if !output.status.success() {
            failed.push(engine.name);
        }
    }
    for engine in missing {
        say(&format!("SKIPPED: {}", engine.is_missing()));
    }
    if !failed.is_empty() {
        bail!("the tests of pages failed in {}", failed.join(" and "));
    }
    Ok(())
}

/// Builds the package and runs the tests of pages in one engine alone.
pub fn test_in(name: &str) -> Result<()> {
    let engines = [CHROMIUM, FIREFOX, WEBKIT];
    let Some(engine) = engines.into_iter().find(|engine| engine.name == name) else {
        bail!("there is no engine {name:?}; it can be chromium, firefox or webkit");
    };
    if !engine.find_or_install() {
        bail!("{}", engine.is_missing());
    }
    add_wasm_target()?;
    build::build()?;
    build::install_node_packages()?;
    run(&mut engine.tests(LONGER)?)
}

impl Engine {
    fn find(&self) -> Option<PathBuf> {
        let told = env::var_os(self.variable).map(PathBuf::from);
        let usual = self.places.iter().map(PathBuf::from);
        told.into_iter().chain(usual).find(|path| path.exists())
    }

    /// Whether it is here, installed where this machine lets us.
    fn find_or_install(&self) -> bool {
        if self.find().is_none() && Path::new("/usr/bin/apt-get").exists() {
            say(&format!("apt-get install {}", self.packages.join(" ")));
            let _ = run(&mut program("apt-get", &["update", "-qq"], "."));
            let install = ["install", "-y", "-qq", "--no-install-recommends"];
            let _ = run(program("apt-get", &install, ".")
                .args(self.packages)
                .env("DEBIAN_FRONTEND", "noninteractive"));
        }
        self.find().is_some()
    }

    fn is_missing(&self) -> String {
        let Self {
            name,
            variable,
            packages,
            ..
        } = self;
        format!(
            "no {name} was found: install {}, or say where it is with {variable}=/path",
            packages.join(", ")
        )
    }

    /// Its tests, and `more`; those of WebKit with a screen of their own.
    fn tests(&self, more: &[&str]) -> Result<Command> {
        let folder = "tests/browser";
        let mut files = Vec::new();
        for entry in fs::read_dir(root().join(folder))? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if let Some(stem) = name.strip_suffix(".test.mjs")
                && self
                    .files
                    .is_none_or(|files| files.contains(&stem) || more.contains(&stem))
            {
                files.push(format!("{folder}/{name}"));
            }
        }
        files.sort();
        let mut command = node_test(&files);
        if self.name == WEBKIT.name {
            let node = command;
            command = program("xvfb-run", &["-a", "-s", SCREEN], ".");
            command.arg(node.get_program()).args(node.get_args());
        }
        command.env("ENGINE", self.name);
        if let Some(path) = self.find() {
            command.env(self.variable, path);
        }
        Ok(command)
    }

    /// Its tests in the background.
    fn start(&self) -> Result<thread::JoinHandle<Result<Output>>> {
        let (mut command, name) = (self.tests(&[])?, self.name);
        Ok(thread::spawn(move || {
            command
                .output()
                .with_context(|| format!("the tests in {name} could not be started"))
        }))
    }
}
