//! `cargo xtask accuracy`: how well the files of a corpus beside the working copy are read.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Stdio,
};

use serde_json::Value;

use crate::{Result, commands, places, skills};

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
    // The same packages as for the benchmark: other features would build everything again.
    let build = ["build", "--release", "--package", "atspro", "--package", "cli"];
    commands::run(commands::cargo(&build))?;
    let target = places::target()?;
    let ats = places::binary(&target, "release", "ats");
    for (verb, noun, scorer) in [("parse", "resumes", "score.py"), ("job", "jobs", "score_jobs.py")]
    {
        let files = files(&corpus.join(noun).join("files"))?;
        let answers = target.join("accuracy").join(noun);
        read(&ats, verb, &files, &answers)?;
        let answers = if noun == "jobs" {
            pick(&corpus.join(noun).join("truth"), &answers)?
        } else {
            answers
        };
        let scorer = corpus.join(noun).join(scorer).display().to_string();
        let answers = answers.display().to_string();
        let mut arguments = vec![scorer.as_str(), &answers];
        if noun == "resumes" {
            arguments.extend(["--by", "tag", "--calibration"]);
            arguments.extend(can_look_into_boxes().then_some("--provenance"));
        }
        commands::run(commands::program("python3", &arguments))?;
        if noun == "resumes" {
            hold_floors(&scorer, &answers, &target)?;
        }
    }
    println!("\nats skills");
    skills::measure(&ats, &corpus.join("skills"))
}

/// Whether the scorer can open the pages to see what the boxes of fields hold.
fn can_look_into_boxes() -> bool {
    let mut python = commands::program("python3", &["-c", "import pymupdf"]);
    let can = python.stderr(Stdio::null()).status().is_ok_and(|status| status.success());
    if !can {
        println!("Boxes are not measured: that needs `python3 -m pip install pymupdf`.");
    }
    can
}

/// The least that each headline of the resumes may be: kind of file, name, least.
const FLOORS: &[(&str, &str, f64)] = &[
    ("pdf", "field_macro_f1", 0.95),
    ("pdf", "core_field_macro_f1", 0.98),
    ("pdf", "family_macro_f1", 0.94),
    ("docx", "field_macro_f1", 0.94),
    ("txt", "field_macro_f1", 0.97),
];

/// Says which headline fell below its floor.
fn hold_floors(scorer: &str, answers: &str, target: &Path) -> Result {
    let mut below = Vec::new();
    for kind in ["pdf", "docx", "txt"] {
        let out = target.join("accuracy").join(format!("{kind}.json"));
        let out_text = out.display().to_string();
        let mut command =
            commands::program("python3", &[scorer, answers, "--kind", kind, "--json", &out_text]);
        command.stdout(Stdio::null()).stdin(Stdio::null());
        commands::run(command)?;
        let scores: Value = serde_json::from_str(&fs::read_to_string(&out)?)?;
        below.extend(below_floor(kind, &scores));
    }
    println!("floors: {}", if below.is_empty() { "all held".to_owned() } else { below.join("; ") });
    if below.is_empty() { Ok(()) } else { Err("resumes are read worse than before".into()) }
}

fn below_floor(kind: &str, scores: &Value) -> Vec<String> {
    let of_kind = FLOORS.iter().filter(|(of, _, _)| *of == kind);
    of_kind
        .filter_map(|(_, name, least)| {
            let score = scores.get(*name).and_then(Value::as_f64).unwrap_or(0.0);
            (score < *least).then(|| format!("{kind} {name} {score:.3} is below {least}"))
        })
        .collect()
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

/// A file may hold many postings, and each truth is about one: puts every judged posting into a
/// file with the name of its truth, and says where.
fn pick(truths: &Path, answers: &Path) -> Result<PathBuf> {
    let picked = answers.join("picked");
    fs::create_dir_all(&picked)?;
    for truth in files(truths)? {
        let wanted: Value = serde_json::from_str(&fs::read_to_string(&truth)?)?;
        let said = |key: &str| wanted.get(key).and_then(Value::as_str);
        let source = Path::new(said("source").unwrap_or_default());
        let name = source.file_stem().unwrap_or_default().to_string_lossy();
        let Ok(answer) = fs::read_to_string(answers.join(format!("{name}.json"))) else { continue };
        let answer: Value = serde_json::from_str(&answer)?;
        if let Some(posting) = selected(&answer, said("selector").unwrap_or("[0]")) {
            let file = picked.join(truth.file_name().unwrap_or_default());
            fs::write(file, posting.to_string())?;
        }
    }
    Ok(picked)
}

/// The posting that `jobs[3]` or `results[name=="Baker"]` means among those of a file.
fn selected<'a>(answer: &'a Value, selector: &str) -> Option<&'a Value> {
    let all = answer.as_array().map_or(std::slice::from_ref(answer), Vec::as_slice);
    let inside = selector.split_once('[')?.1.trim_end_matches(']');
    match inside.split_once("==") {
        Some((_, title)) => {
            let title = title.trim_matches('"');
            all.iter().find(|one| one.get("title").is_some_and(|it| it == title))
        }
        None => all.get(inside.parse::<usize>().ok()?),
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_headline_below_its_floor_is_named() {
        let good =
            json!({ "field_macro_f1": 0.96, "core_field_macro_f1": 0.99, "family_macro_f1": 0.95 });
        assert_eq!(below_floor("pdf", &good), [""; 0]);
        let worse =
            json!({ "field_macro_f1": 0.93, "core_field_macro_f1": 0.99, "family_macro_f1": 0.95 });
        assert_eq!(below_floor("pdf", &worse), ["pdf field_macro_f1 0.930 is below 0.95"]);
        assert_eq!(below_floor("docx", &json!({})).len(), 1);
    }

    #[test]
    fn a_selector_means_one_posting() {
        let several = json!([{ "title": "Baker" }, { "title": "Cook" }]);
        assert_eq!(selected(&several, "jobs[1]"), Some(&several[1]));
        assert_eq!(selected(&several, "results[name==\"Cook\"]"), Some(&several[1]));
        assert_eq!(selected(&several, "[7]"), None);
        let one = json!({ "title": "Baker" });
        assert_eq!(selected(&one, "[0]"), Some(&one));
    }
}
