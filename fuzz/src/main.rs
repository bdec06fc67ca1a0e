//! Throws changed seeds at a reader for as long as one likes, with nothing but Rust.

#[path = "../mutate.rs"]
mod mutate;
#[path = "../targets.rs"]
mod targets;

use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    sync::Mutex,
    time::{Duration, Instant},
};

use mutate::{Dice, mutated};

/// An answer must come this soon.
const LONGEST: Duration = Duration::from_secs(2);

static PANICS: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn main() {
    let mut words = std::env::args().skip(1);
    let (Some(wanted), Some(seconds)) = (words.next(), words.next()) else {
        eprintln!("fuzz TARGET|all SECONDS [SEED]");
        return;
    };
    let seconds = Duration::from_secs(seconds.parse().unwrap_or(60));
    let seed = words.next().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    std::panic::set_hook(Box::new(|panic| {
        let at = panic.location().map(ToString::to_string).unwrap_or_default();
        let known = ["pdf-extract", "lopdf", "type1-encoding", "cff-parser", "postscript"];
        if !known.iter().any(|name| at.contains(name))
            && let Ok(mut all) = PANICS.lock()
        {
            all.push(at);
        }
    }));
    for (name, target) in targets::TARGETS {
        if wanted == "all" || wanted == *name {
            throw(name, *target, seconds, seed);
        }
    }
}

fn throw(name: &str, target: targets::Throw, time: Duration, seed: u64) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = fs::read_dir(folder.join("seeds").join(name)).into_iter().flatten().flatten();
    let mut files: Vec<_> = files.map(|file| file.path()).collect();
    files.sort();
    let seeds: Vec<Vec<u8>> = files.iter().filter_map(|file| fs::read(file).ok()).collect();
    let mut dice = Dice::new(seed);
    let begin = Instant::now();
    let (mut rounds, mut found, mut worst) = (0_u64, 0, Duration::ZERO);
    while begin.elapsed() < time {
        let bytes = mutated(&seeds, &mut dice);
        let start = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| target(&bytes)));
        let took = start.elapsed();
        worst = worst.max(took);
        rounds += 1;
        let panics = PANICS.lock().map(|mut all| std::mem::take(&mut *all)).unwrap_or_default();
        if outcome.is_err() || !panics.is_empty() || took > LONGEST {
            found += 1;
            let file = folder.join("artifacts").join(name).join(format!("{seed}-{rounds}"));
            let _ = fs::create_dir_all(file.parent().unwrap_or(folder));
            let _ = fs::write(&file, &bytes);
            println!("{name}: {} {panics:?} {took:?}", file.display());
        }
    }
    println!("{name}: {rounds} rounds, {found} findings, slowest {worst:?}");
}
