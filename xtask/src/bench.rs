//! `cargo xtask bench`: how long things take, beside what they may take.

use std::{
    fs,
    path::Path,
    process, thread,
    time::{Duration, Instant},
};

use serde_json::{Map, Value};

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

/// What `ats bench` measures and how many milliseconds it may take. A person does not notice
/// less than 100, so nothing that answers a click takes longer.
const BUDGETS: &[(&str, f64)] = &[
    ("parse", 30.0),
    ("posting", 30.0),
    ("match", 1.0),
    ("rank 1000 postings", 1000.0),
    ("render", 15.0),
    ("list 1000 jobs", 100.0),
    ("search", 100.0),
    ("move a job", 100.0),
    ("open the data", 250.0),
    ("PDF, median", 5.0),
    ("PDF, 95 of 100", 30.0),
    ("worker memory", 150.0),
];

/// PDFs to read beside the working copy, where they are there.
const CORPUS: &str = "../shared/corpus/resumes/files";

/// A number beside what it may be.
struct Measured {
    name: String,
    unit: &'static str,
    median: f64,
    worst: Option<f64>,
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

/// What `ats` measures of itself: the median of each in milliseconds.
fn in_process(ats: &Path) -> Result<Vec<Measured>> {
    let corpus = places::root().join(CORPUS);
    let folder = corpus.display().to_string();
    let arguments = ["bench", "--pdfs", &folder];
    let arguments = if corpus.is_dir() { &arguments[..] } else { &["bench"] };
    let report = commands::read(commands::within(&places::root(), ats, arguments))?;
    let report: Map<String, Value> = serde_json::from_str(&report)?;
    Ok(report.iter().filter_map(|(name, median)| measured(name, median)).collect())
}

fn measured(name: &str, median: &Value) -> Option<Measured> {
    let budget = BUDGETS.iter().find(|(of, _)| *of == name).map(|(_, budget)| *budget);
    let unit = if name.ends_with("memory") { "MB" } else { "ms" };
    let name = name.to_owned();
    Some(Measured { name, unit, median: median.as_f64()?, worst: None, budget })
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

fn summed(name: &str, unit: &'static str, mut values: Vec<f64>, budget: Option<f64>) -> Measured {
    values.sort_by(f64::total_cmp);
    Measured {
        name: name.to_owned(),
        unit,
        median: values.get(values.len() / 2).copied().unwrap_or_default(),
        worst: values.last().copied(),
        budget,
    }
}

fn print(all: &[Measured]) {
    let load = machine::load().map_or(String::new(), |load| format!(", load {load}"));
    println!("\n{}{load}\nrelease build, median of repeated runs", machine::name());
    println!("\n{:<28}{:>12}{:>12}{:>12}", "what", "median", "worst", "budget");
    for one in all {
        let number = |value: f64| format!("{value:.2} {}", one.unit);
        let worst = one.worst.map(number).unwrap_or_default();
        let budget = one.budget.map(number).unwrap_or_default();
        let over = one.budget.is_some_and(|budget| one.median > budget);
        let verdict = if over { "  over" } else { "" };
        println!("{:<28}{:>12}{worst:>12}{budget:>12}{verdict}", one.name, number(one.median));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_one_in_the_middle() {
        let one = summed("x", "ms", vec![9.0, 1.0, 3.0], None);
        assert_eq!((one.median, one.worst), (3.0, Some(9.0)));
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
        let budget = |name| measured(name, &Value::from(1.5)).and_then(|one| one.budget);
        assert_eq!(budget("parse"), Some(30.0));
        assert_eq!(budget("render first"), None);
        assert!(measured("parse", &Value::Null).is_none());
    }
}
