//! Writes what is read from each file as JSON: `dump FILES... --out DIR`.

use std::{path::PathBuf, process::ExitCode, time::Instant};

#[expect(clippy::print_stderr, reason = "a tool for the terminal")]
fn main() -> ExitCode {
    let mut files = Vec::new();
    let mut out = PathBuf::from(".");
    let mut arguments = std::env::args_os().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--out" {
            out = arguments.next().map(PathBuf::from).unwrap_or(out);
        } else {
            files.push(PathBuf::from(argument));
        }
    }
    let mut failed = false;
    for file in files {
        let Ok(bytes) = std::fs::read(&file) else { continue };
        let start = Instant::now();
        let read = documents::read(&bytes);
        let millis = start.elapsed().as_secs_f64() * 1000.0;
        let name = file.file_stem().unwrap_or_default().to_owned();
        let written = read.map_err(|error| error.to_string()).and_then(|document| {
            let json = serde_json::to_vec(&document).map_err(|error| error.to_string())?;
            let path = out.join(&name).with_added_extension("json");
            std::fs::write(path, json).map_err(|error| error.to_string())?;
            Ok(format!("{:?}", document.warnings))
        });
        failed |= written.is_err();
        eprintln!("{millis:8.2} ms  {}  {}", name.display(), written.unwrap_or_else(|it| it));
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
