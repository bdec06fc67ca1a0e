//! `cargo xtask accuracy`: how well the files of a corpus beside the working copy are read.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Stdio,
};

use crate::{Result, commands, places};

/// Where other people's resumes and postings are, for those who have them; never part of this
/// repository.
const CORPUS: &str = "../shared/corpus";

/// Reads every file and lets the scorers judge.
pub(crate) fn accuracy() -> Result {
    let corpus = places::root().join(CORPUS);
    let Ok(corpus) = corpus.canonicalize() else {
        println!("There is no {CORPUS} here: nothing to measure.");
        return Ok(());
    };
    commands::run(commands::cargo(&["build", "--release", "--package", "cli"]))?;
    let target = places::target()?;
    let ats = places::binary(&target, "release", "ats");
    for (verb, noun, scorer) in [("parse", "resumes", "score.py"), ("job", "jobs", "score_jobs.py")]
    {
        let files = files(&corpus.join(noun).join("files"))?;
        let answers = target.join("accuracy").join(noun);
        read(&ats, verb, &files, &answers)?;
        let scorer = corpus.join(noun).join(scorer).display().to_string();
        let answers = answers.display().to_string();
        commands::run(commands::program("python3", &[&scorer, &answers]))?;
    }
    Ok(())
}

fn read(ats: &Path, verb: &str, files: &[PathBuf], answers: &Path) -> Result {
    let _ = fs::remove_dir_all(answers);
    fs::create_dir_all(answers)?;
    println!("\nats {verb}: {} files", files.len());
    let mut command = commands::within(&places::root(), ats, &[verb]);
    command.args(files).arg("--out").arg(answers).stdin(Stdio::null()).stdout(Stdio::null());
    let status = command.status()?;
    // 1 means that some file could not be read; the scorer counts what is missing.
    match status.code() {
        Some(0 | 1) => Ok(()),
        _ => Err(format!("ats {verb} ended with {status}").into()),
    }
}

/// Every file in a folder and below, in order.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            let list = if path.is_dir() { &mut folders } else { &mut found };
            list.push(path);
        }
    }
    found.sort();
    Ok(found)
}
