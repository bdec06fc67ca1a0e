//! Parses a folder of documents kept as JSON and writes what was understood, as `ats parse` would.
//!
//! `parse_dump FROM TO [--lines]`; with `--lines` the lines are printed in reading order.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal")]

use std::{error::Error, fs, path::Path, time::Instant};

use domain::{
    page::Document,
    resumes::{json_resume, parse},
};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [from, to, rest @ ..] = arguments.as_slice() else {
        return Err("usage: parse_dump FROM TO [--lines]".into());
    };
    fs::create_dir_all(to)?;
    let mut times = serde_json::Map::new();
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let Some(stem) = path.file_stem().and_then(|s| s.to_str()) else { continue };
        let document: Document = match serde_json::from_slice(&fs::read(&path)?) {
            Ok(document) => document,
            Err(error) => {
                eprintln!("{stem}: {error}");
                continue;
            }
        };
        parse(&document);
        let start = Instant::now();
        let reading = parse(&document);
        times.insert(stem.to_owned(), (start.elapsed().as_secs_f64() * 1000.0).into());
        if rest.iter().any(|argument| argument == "--lines") {
            println!("== {stem}");
            for (i, line) in reading.lines.iter().enumerate() {
                let mark = if reading.unplaced.contains(&(i as u32)) { '?' } else { ' ' };
                println!("{mark}{i:4} {}", line.text);
            }
        }
        let out = serde_json::to_string_pretty(&json_resume::write_reading(&reading))?;
        fs::write(Path::new(to).join(format!("{stem}.json")), out)?;
    }
    fs::write(Path::new(to).join("_timings.json"), serde_json::to_string(&times)?)?;
    Ok(())
}
