//! Seeds of every reader, changed at random but the same in every run: no panic, and an answer
//! soon. `fuzz/` throws the same at them for as long as one likes.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::too_many_lines,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test of what is read may fail loudly, and says what it saw"
)]

#[path = "../../../fuzz/mutate.rs"]
mod mutate;
#[path = "../../../fuzz/targets.rs"]
mod targets;

use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    sync::{Mutex, OnceLock},
    time::{Duration, Instant},
};

use mutate::{Dice, mutated};
use targets::TARGETS;

/// Changed seeds a reader; `ATSPRO_MUTATIONS` asks for more.
const ROUNDS: usize = 1_000;
/// Code that is not optimised takes several times as long.
const LONGEST: Duration = Duration::from_secs(8);
/// All rounds of one reader together; a slow machine does fewer.
const ENOUGH: Duration = Duration::from_secs(20);

/// Where something panicked. The second reader of PDF panics now and then and is caught.
static PANICS: OnceLock<Mutex<Vec<String>>> = OnceLock::new();

fn watch() -> Mutex<Vec<String>> {
    std::panic::set_hook(Box::new(|panic| {
        let at = panic.location().map(ToString::to_string).unwrap_or_default();
        let is_known = ["pdf-extract", "lopdf", "type1-encoding", "cff-parser", "postscript"]
            .iter()
            .any(|name| at.contains(name));
        if !is_known && let Some(Ok(mut all)) = PANICS.get().map(Mutex::lock) {
            all.push(at);
        }
    }));
    Mutex::new(Vec::new())
}

fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds").join(target);
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| fs::read(file).unwrap()).collect()
}

fn throw(name: &str) {
    let (_, target) = TARGETS.iter().find(|(known, _)| *known == name).unwrap();
    let seeds = seeds(name);
    assert!(!seeds.is_empty());
    PANICS.get_or_init(watch);
    let asked = std::env::var("ATSPRO_MUTATIONS").ok().and_then(|it| it.parse().ok());
    let mut dice = Dice::new(name.len() as u64);
    let begin = Instant::now();
    for seed in &seeds {
        target(seed);
    }
    for round in 0..asked.unwrap_or(ROUNDS) {
        let bytes = mutated(&seeds, &mut dice);
        let start = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| target(&bytes)));
        let took = start.elapsed();
        let kept = || {
            let path = std::env::temp_dir().join(format!("atspro-{name}-{round}"));
            let _ = fs::write(&path, &bytes);
            path
        };
        let panics = PANICS.get().and_then(|all| all.lock().ok()?.pop());
        let panicked = outcome.is_err() || panics.is_some();
        assert!(!panicked, "{name} panicked on round {round}: {} {panics:?}", kept().display());
        assert!(took < LONGEST, "{name} took {took:?} on round {round}: {}", kept().display());
        if asked.is_none() && begin.elapsed() > ENOUGH {
            break;
        }
    }
}

macro_rules! tests {
    ($($name:ident)*) => {$(
        #[test]
        fn $name() {
            throw(stringify!($name));
        }
    )*};
}

tests!(pdf docx odt rtf html markdown text zip linkedin json yaml xml posting);

#[test]
fn every_reader_is_thrown_at() {
    assert_eq!(TARGETS.len(), 13);
}
