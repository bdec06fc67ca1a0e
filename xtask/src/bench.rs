//! `cargo xtask bench`: how long things take, beside what they may take.

use std::{
    fs,
    path::Path,
    process, thread,
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::{
    Result, commands,
    desktop::{Desktop, Running},
    machine, packages, places, setup,
};

/// How often the window is opened.
const OPENINGS: usize = 7;

/// How long the window is left alone before its memory is read.
const IDLE: Duration = Duration::from_secs(3);

/// No start takes longer.
const PATIENCE: Duration = Duration::from_secs(20);

/// A number beside what it may be.
struct Measured {
    name: String,
    unit: String,
    median: f64,
    worst: f64,
    runs: u64,
    budget: Option<f64>,
}

/// Builds the release and measures it.
pub(crate) fn bench() -> Result {
    packages::ensure(packages::BUILD)?;
    setup::check_node()?;
    setup::install("ui")?;
    setup::build_ui()?;
    let build = ["build", "--release", "--package", "atspro", "--package", "cli"];
    commands::run(commands::cargo(&build))?;
    let target = places::target()?;

    let mut all = in_process(&places::binary(&target, "release", "ats"))?;
    if cfg!(target_os = "linux") {
        packages::ensure(packages::TEST)?;
        all.extend(window(&places::binary(&target, "release", "atspro"), &target)?);
    }
    print(&all);
    Ok(())
}

/// What `ats` measures of itself.
fn in_process(ats: &Path) -> Result<Vec<Measured>> {
    let report = commands::read(commands::within(&places::root(), ats, &["bench", "--json"]))?;
    let report: Value = serde_json::from_str(&report)?;
    let all = report.get("measurements").and_then(Value::as_array);
    let all = all.ok_or("`ats bench --json` names no measurements")?;
    all.iter()
        .map(measured)
        .collect::<Option<_>>()
        .ok_or_else(|| "a measurement lacks a part".into())
}

fn measured(value: &Value) -> Option<Measured> {
    Some(Measured {
        name: value.get("name")?.as_str()?.to_owned(),
        unit: value.get("unit")?.as_str()?.to_owned(),
        median: value.get("median")?.as_f64()?,
        worst: value.get("worst")?.as_f64()?,
        runs: value.get("runs")?.as_u64()?,
        budget: value.get("budget").and_then(Value::as_f64),
    })
}

/// Opens the window again and again: how soon it paints, and what it takes when left alone.
fn window(app: &Path, target: &Path) -> Result<Vec<Measured>> {
    let home = target.join(format!("bench-home-{}", process::id()));
    let desktop = Desktop::start(&home)?;
    // The first start makes the database and fills the caches of the system.
    open(&desktop, app, &home)?;
    let mut paints = Vec::new();
    let (mut own, mut alone) = (Vec::new(), Vec::new());
    for _ in 0..OPENINGS {
        let opened = open(&desktop, app, &home)?;
        paints.push(opened.paint);
        own.push(opened.resident);
        alone.push(opened.proportional);
    }
    drop(desktop);
    fs::remove_dir_all(&home)?;
    Ok(vec![
        summed("start to first paint", "ms", paints, Some(1000.0)),
        summed("idle memory (RSS)", "MB", own, Some(150.0)),
        summed("idle memory (PSS)", "MB", alone, None),
    ])
}

struct Opened {
    paint: f64,
    resident: f64,
    proportional: f64,
}

fn open(desktop: &Desktop, app: &Path, home: &Path) -> Result<Opened> {
    let before = paints(home);
    let start = Instant::now();
    let window = Running::start(desktop.command(app))?;
    while paints(home) == before {
        if start.elapsed() > PATIENCE {
            return Err("the window did not paint".into());
        }
        thread::sleep(Duration::from_millis(2));
    }
    let paint = start.elapsed().as_secs_f64() * 1000.0;
    thread::sleep(IDLE);
    let memory = fs::read_to_string(format!("/proc/{}/smaps_rollup", window.child.id()))?;
    Ok(Opened {
        paint,
        resident: megabytes(&memory, "Rss:"),
        proportional: megabytes(&memory, "Pss:"),
    })
}

/// How often a window has painted for the first time, by its log.
fn paints(home: &Path) -> usize {
    let logs = home.join("data/ATSPro/logs");
    let files = fs::read_dir(logs).into_iter().flatten().flatten();
    let texts = files.filter_map(|file| fs::read_to_string(file.path()).ok());
    texts.map(|text| text.matches("first paint").count()).sum()
}

fn megabytes(memory: &str, name: &str) -> f64 {
    let line = memory.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
    let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse().unwrap_or(0.0);
    kilobytes / 1024.0
}

fn summed(name: &str, unit: &str, mut values: Vec<f64>, budget: Option<f64>) -> Measured {
    values.sort_by(f64::total_cmp);
    Measured {
        name: name.to_owned(),
        unit: unit.to_owned(),
        median: values.get(values.len() / 2).copied().unwrap_or_default(),
        worst: values.last().copied().unwrap_or_default(),
        runs: values.len() as u64,
        budget,
    }
}

fn print(all: &[Measured]) {
    println!("\n{}", machine::name());
    if let Some(load) = machine::load() {
        println!("load {load}; release build; median of repeated runs");
    }
    println!("\n{:<34}{:>12}{:>12}{:>8}{:>12}", "what", "median", "worst", "runs", "budget");
    for one in all {
        let Measured { name, unit, median, worst, runs, budget } = one;
        let within = budget.map_or(String::new(), |budget| {
            let verdict = if *median <= budget { "" } else { "  over" };
            format!("{budget:.0} {unit}{verdict}")
        });
        println!("{name:<34}{median:>9.2} {unit}{worst:>9.2} {unit}{runs:>8}{within:>12}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_one_in_the_middle() {
        let one = summed("x", "ms", vec![9.0, 1.0, 3.0], None);
        assert_eq!((one.median, one.worst, one.runs), (3.0, 9.0, 3));
    }

    #[test]
    fn memory_is_read_from_the_kernels_words() {
        let memory =
            "00400000-7ffc rollup\nRss:              102400 kB\nPss:               51200 kB\n";
        assert_eq!(megabytes(memory, "Rss:"), 100.0);
        assert_eq!(megabytes(memory, "Pss:"), 50.0);
        assert_eq!(megabytes("", "Rss:"), 0.0);
    }

    #[test]
    fn a_measurement_without_a_budget_is_one() {
        let value =
            serde_json::json!({ "name": "x", "unit": "ms", "median": 1, "worst": 2, "runs": 3 });
        assert!(measured(&value).is_some_and(|one| one.budget.is_none()));
        assert!(measured(&serde_json::json!({ "name": "x" })).is_none());
    }
}
