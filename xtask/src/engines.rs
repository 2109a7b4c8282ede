//! Runs the tests of pages in the three engines of the web.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::build;
use crate::queue::{Job, Times};
use crate::test::{at_once, node_test, test_files};
use crate::tools::{add_wasm_target, program, run, say};

/// Where the tests of pages are.
const FOLDER: &str = "tests/browser";

/// Runs files of tests in one process.
const TOGETHER: &str = "tests/browser/together.mjs";

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
    /// Those of them that take longest: each has a process and a browser of its own, the others share theirs.
    longest: &'static [&'static str],
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
    longest: &[
        "scale", "places", "panel", "demo", "guest", "links", "element", "time",
    ],
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
    longest: &[],
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
    longest: &[],
};

/// The files whose outcome rests on the engine (painting, layout, loading, events, policies) and that need no tool of
/// one engine alone. In them, what only our own code decides is marked `OURS` and left to Chromium.
const EVERYWHERE: &[&str] = &[
    "article",
    "element",
    "engines",
    "frameworks",
    "guest",
    "kinds",
    "links",
    "looks",
    "newsrooms",
    "reading",
    "security",
];

/// More of them, for when one engine is asked for alone.
const LONGER: &[&str] = &["near", "old", "places", "target", "time"];

/// The X server of WebKit's windows: as large as the largest of them.
const SCREEN: &str = "-screen 0 1280x1600x24 -nolisten tcp";

/// The files that nothing else runs beside: one builds the package anew, the others measure time.
const ALONE: &[&str] = &["copy", "speed", "trace"];

/// What runs in the engines, the longest first; and what is said of engines that are missing.
pub fn jobs() -> Result<(Vec<String>, Vec<Job>)> {
    if !CHROMIUM.find_or_install() {
        bail!("{}", CHROMIUM.is_missing());
    }
    let (there, missing): (Vec<_>, Vec<_>) = [WEBKIT, FIREFOX]
        .into_iter()
        .partition(Engine::find_or_install);
    let mut jobs = Vec::new();
    for engine in there.iter().chain([&CHROMIUM]) {
        jobs.extend(engine.jobs(&[])?);
    }
    Ok((missing.iter().map(Engine::is_missing).collect(), jobs))
}

/// Runs the tests that measure time.
pub fn test_times() -> Result<()> {
    let files = test_files(FOLDER, |stem| ALONE.contains(&stem))?;
    run(&mut CHROMIUM.command(node_test(&files)))
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
    let mut times = Times::default();
    times.side_by_side(engine.jobs(LONGER)?, at_once())?;
    if engine.name == CHROMIUM.name {
        times.stage("tests that measure time", test_times)?;
    }
    times.print();
    Ok(())
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

    /// Its tests, and `more`: first the files that share a browser, for it takes seconds to start.
    fn jobs(&self, more: &[&str]) -> Result<Vec<Job>> {
        let is_alone = |stem: &str| ALONE.contains(&stem) || self.longest.contains(&stem);
        let is_suited = |stem: &str| {
            let suits = |files: &[&str]| files.contains(&stem) || more.contains(&stem);
            self.files.is_none_or(suits)
        };
        let files = test_files(FOLDER, |stem| is_suited(stem) && !is_alone(stem))?;
        let mut together = program("node", &["--test-reporter=spec", TOGETHER], ".");
        together.args(files);
        let mut jobs = vec![self.job("files that share a browser", together)];
        for name in self.longest {
            let files = test_files(FOLDER, |stem| stem == *name)?;
            jobs.push(self.job(name, node_test(&files)));
        }
        Ok(jobs)
    }

    fn job(&self, name: &str, command: Command) -> Job {
        Job {
            name: format!("{}: {name}", self.name),
            command: self.command(command),
        }
    }

    /// A command that is to run in it; WebKit has a screen of its own.
    fn command(&self, mut command: Command) -> Command {
        if self.name == WEBKIT.name {
            let node = command;
            command = program("xvfb-run", &["-a", "-s", SCREEN], ".");
            command.arg(node.get_program()).args(node.get_args());
        }
        command.env("ENGINE", self.name);
        if let Some(path) = self.find() {
            command.env(self.variable, path);
        }
        command
    }
}
