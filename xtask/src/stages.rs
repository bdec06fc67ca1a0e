//! The stages of a test run: each is timed, counted and printed in one table.

use std::{
    fs,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use crate::{Result, commands, counts::Counts};

/// Nothing of ours takes longer; what does, hangs.
const LIMIT: Duration = Duration::from_secs(40 * 60);

/// What has been run so far.
#[derive(Default)]
pub(crate) struct Stages {
    done: Vec<Stage>,
}

struct Stage {
    name: &'static str,
    counts: Counts,
    took: Duration,
}

impl Stages {
    /// A step that has to succeed before anything else makes sense.
    pub(crate) fn prepare(&mut self, name: &'static str, work: impl FnOnce() -> Result) -> bool {
        let start = Instant::now();
        let outcome = work();
        if let Err(why) = &outcome {
            println!("\n{why}");
        }
        let failed = u64::from(outcome.is_err());
        self.add(name, Counts { failed, ..Counts::default() }, start);
        outcome.is_ok()
    }

    /// A check that either holds or does not.
    pub(crate) fn check(&mut self, name: &'static str, command: Command) {
        let start = Instant::now();
        let outcome = commands::run(command);
        if let Err(why) = &outcome {
            println!("\n{why}");
        }
        self.add(name, Counts::one(outcome.is_ok()), start);
    }

    /// The tests that `cargo test` runs.
    pub(crate) fn cargo_test(&mut self, name: &'static str, command: Command) {
        let start = Instant::now();
        let counts = match commands::watch(command, LIMIT) {
            Ok(ended) => Counts::of_cargo(&ended.said).ended(ended.well),
            Err(why) => complain(why.as_ref()),
        };
        self.add(name, counts, start);
    }

    /// The tests that Vitest runs in `folder`, except those that `arguments` leave out.
    pub(crate) fn vitest(&mut self, name: &'static str, run: Vitest<'_>) {
        let start = Instant::now();
        let counts = run.run().unwrap_or_else(|why| complain(why.as_ref()));
        self.add(name, counts, start);
    }

    /// A stage that could not be run because one before it failed.
    pub(crate) fn cannot(&mut self, name: &'static str) {
        println!("\n{name}: not run, because something before it failed");
        self.add(name, Counts::one(false), Instant::now());
    }

    /// Everything added up.
    pub(crate) fn total(&self) -> Counts {
        self.done.iter().map(|stage| stage.counts).fold(Counts::default(), |sum, one| sum + one)
    }

    /// The table of the stages, and the line that closes the run.
    pub(crate) fn report(&self) -> String {
        let mut text = format!(
            "\n{:<28}{:>8}{:>8}{:>9}{:>10}\n",
            "stage", "passed", "failed", "skipped", "time"
        );
        for Stage { name, counts, took } in &self.done {
            let Counts { passed, failed, skipped } = counts;
            let took = clock(*took);
            text.push_str(&format!("{name:<28}{passed:>8}{failed:>8}{skipped:>9}{took:>10}\n"));
        }
        let whole = clock(self.done.iter().map(|stage| stage.took).sum());
        text.push_str(&format!("{:<53}{whole:>10}\n\n", "everything"));
        let Counts { passed, failed, skipped } = self.total();
        text.push_str(&format!("{passed} passed, {failed} failed"));
        if skipped > 0 {
            text.push_str(&format!(", {skipped} skipped"));
        }
        text
    }

    fn add(&mut self, name: &'static str, counts: Counts, start: Instant) {
        self.done.push(Stage { name, counts, took: start.elapsed() });
    }
}

/// One run of Vitest.
pub(crate) struct Vitest<'a> {
    /// The folder it is started in, below the root.
    pub(crate) folder: &'a str,
    /// What it gets beside the reporters.
    pub(crate) arguments: &'a [&'a str],
    /// Environment of its own.
    pub(crate) env: &'a [(&'a str, &'a Path)],
    /// Where its report goes.
    pub(crate) report: &'a Path,
    /// When it is taken to hang.
    pub(crate) limit: Duration,
}

impl Vitest<'_> {
    fn run(&self) -> Result<Counts> {
        if let Some(folder) = self.report.parent() {
            fs::create_dir_all(folder)?;
        }
        let _ = fs::remove_file(self.report);
        let output = format!("--outputFile.json={}", self.report.display());
        let mut arguments = vec![
            "exec",
            "--no",
            "--",
            "vitest",
            "run",
            "--reporter=default",
            "--reporter=json",
            &output,
        ];
        arguments.extend(self.arguments);
        let mut command = commands::npm(self.folder, &arguments);
        command.envs(self.env.iter().copied());
        let ended = commands::watch(command, self.limit)?;
        let report = fs::read_to_string(self.report)
            .map_err(|why| format!("Vitest left no report in {}: {why}", self.report.display()))?;
        let counts = Counts::of_vitest(&report).ok_or("the report of Vitest cannot be read")?;
        Ok(counts.ended(ended.well))
    }
}

fn complain(why: &dyn std::error::Error) -> Counts {
    println!("\n{why}");
    Counts::one(false)
}

fn clock(took: Duration) -> String {
    let seconds = took.as_secs();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_is_plain() {
        let mut stages = Stages::default();
        stages.add("one", Counts { passed: 3, failed: 0, skipped: 0 }, Instant::now());
        assert_eq!(stages.report().lines().last(), Some("3 passed, 0 failed"));
        stages.add("two", Counts { passed: 1, failed: 2, skipped: 4 }, Instant::now());
        assert_eq!(stages.report().lines().last(), Some("4 passed, 2 failed, 4 skipped"));
    }

    #[test]
    fn a_step_that_fails_fails_the_run() {
        let mut stages = Stages::default();
        assert!(!stages.prepare("set-up", || Err("no Node".into())));
        assert_eq!(stages.total().failed, 1);
    }

    #[test]
    fn minutes_and_seconds_are_told_apart() {
        assert_eq!(clock(Duration::from_secs(67)), "1:07");
    }
}
