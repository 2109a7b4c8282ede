//! Runs programs side by side, and remembers how long each took.

use std::collections::VecDeque;
use std::io::{Write, stdout};
use std::process::{Command, Output};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::tools::say;

/// A program to run, by a name for people.
pub struct Job {
    pub name: String,
    pub command: Command,
}

/// How long each stage and each job took.
#[derive(Default)]
pub struct Times(Vec<(String, Duration)>);

impl Times {
    /// Says what begins, does it, and writes down its time.
    pub fn stage(&mut self, name: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
        say(name);
        let began = Instant::now();
        let done = work();
        self.0.push((name.into(), began.elapsed()));
        done
    }

    /// Runs jobs in their order, as many at a time as there may be, and prints what each said once it has ended.
    pub fn side_by_side(&mut self, jobs: Vec<Job>, at_once: usize) -> Result<()> {
        let waiting = Mutex::new(VecDeque::from(jobs));
        let next = || waiting.lock().ok()?.pop_front();
        let ended = Mutex::new(Vec::new());
        let work = || {
            while let Some(mut job) = next() {
                let began = Instant::now();
                let output = job.command.output();
                let took = began.elapsed();
                if let Ok(mut ended) = ended.lock() {
                    let is_well = report(&job.name, took, output);
                    ended.push((job.name, took, is_well));
                }
            }
        };
        thread::scope(|scope| {
            for _ in 0..at_once {
                scope.spawn(work);
            }
        });
        let mut failed = Vec::new();
        for (name, took, is_well) in ended.into_inner().unwrap_or_default() {
            if !is_well {
                failed.push(name.clone());
            }
            self.0.push((name, took));
        }
        if !failed.is_empty() {
            bail!("these tests failed: {}", failed.join(", "));
        }
        Ok(())
    }

    /// Prints what took longest, and all together.
    pub fn print(&self) {
        for (name, took) in &self.0 {
            println!("{:>7.1} s  {name}", took.as_secs_f64());
        }
    }
}

/// Prints what a job said; whether it went well.
fn report(name: &str, took: Duration, output: std::io::Result<Output>) -> bool {
    say(&format!("{name}: {:.1} s", took.as_secs_f64()));
    match output.context("it could not be started; is it installed?") {
        Ok(output) => {
            let mut screen = stdout().lock();
            let printed = screen
                .write_all(&output.stdout)
                .and_then(|()| screen.write_all(&output.stderr));
            printed.is_ok() && output.status.success()
        }
        Err(error) => {
            println!("{error:#}");
            false
        }
    }
}
