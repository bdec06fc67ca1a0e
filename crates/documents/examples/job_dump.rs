//! Reads postings and writes what was understood: `job_dump FILES… --out DIR`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a tool for the terminal")]

use std::{env, error::Error, fs, path::Path, time::Instant};

use domain::jobs;

fn main() -> Result<(), Box<dyn Error>> {
    let mut files: Vec<String> = env::args().skip(1).collect();
    let out = files.iter().position(|arg| arg == "--out").map(|at| files.split_off(at));
    let out = out.and_then(|tail| tail.get(1).cloned());
    for file in &files {
        let name = Path::new(file).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let started = Instant::now();
        let captures = documents::postings::read(&fs::read(file)?, file);
        let read = started.elapsed();
        let captures = match captures {
            Ok(captures) => captures,
            Err(error) => {
                eprintln!("{name}: {error}");
                continue;
            }
        };
        let started = Instant::now();
        let postings: Vec<_> = captures.iter().map(jobs::parse).collect();
        let parsed = started.elapsed();
        let chars: usize = postings.iter().map(|posting| posting.text.len()).sum();
        eprintln!(
            "{name}: {} postings, {chars} bytes, read {read:.1?}, parsed {parsed:.1?}",
            postings.len()
        );
        let json: Vec<_> = postings.iter().map(jobs::json::write).collect();
        let json = serde_json::to_string_pretty(&json)?;
        match &out {
            Some(dir) => fs::write(Path::new(dir).join(format!("{name}.json")), json)?,
            None => println!("{json}"),
        }
    }
    Ok(())
}
