//! How well postings are read: invented ones in eleven languages and twenty wrappings with their
//! truth, and the corpus beside the working copy where there is one.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::too_many_lines,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test of what is read may fail loudly, and says what it saw"
)]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

/// What share of postings has each field right, at least.
const FLOORS: [(&str, f64); 12] = [
    ("title", 0.96),
    ("company", 0.90),
    ("locations", 0.90),
    ("remote_mode", 0.95),
    ("employment_type", 0.95),
    ("salary", 0.95),
    ("seniority", 0.90),
    ("years_experience_min", 0.95),
    ("education", 0.90),
    ("visa", 0.90),
    ("date_posted", 0.90),
    ("apply_deadline", 0.90),
];
/// Skills asked for, and all skills: their F1.
const REQUIRED: f64 = 0.60;
const ALL: f64 = 0.65;

#[test]
fn invented_postings_are_read_right() {
    let folder = root().join("tests/fixtures/postings");
    let truth: Value = json(&folder.join("truth.json"));
    let truth = truth.as_object().unwrap();
    assert!(truth.len() >= 55);
    let cases: Vec<_> = truth
        .iter()
        .map(|(file, truth)| {
            (truth.clone(), read(&folder.join("files").join(file)).into_iter().next())
        })
        .collect();
    judge(&cases);
}

#[test]
fn the_corpus_is_read_right_where_it_is() {
    let corpus = root().join("../shared/corpus/jobs");
    let Ok(truths) = fs::read_dir(corpus.join("truth")) else {
        eprintln!("there is no ../shared/corpus/jobs here: its 26 postings were not judged");
        return;
    };
    let mut paths: Vec<PathBuf> = truths.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let cases: Vec<_> = paths
        .iter()
        .map(|path| {
            let truth = json(path);
            let source = truth["source"].as_str().unwrap_or_default();
            let all = read(&corpus.join("files").join(source));
            let found = selected(&all, truth["selector"].as_str().unwrap_or("[0]"));
            (truth, found)
        })
        .collect();
    judge(&cases);
}

/// Every posting of a file, as `ats job` prints it.
fn read(path: &Path) -> Vec<Value> {
    let bytes = fs::read(path).unwrap();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let captures = documents::postings::read(&bytes, &name).unwrap_or_default();
    captures
        .iter()
        .map(|capture| domain::jobs::json::write(&domain::jobs::parse(capture)))
        .collect()
}

fn selected(all: &[Value], selector: &str) -> Option<Value> {
    let inside = selector.split_once('[')?.1.trim_end_matches(']');
    match inside.split_once("==") {
        Some((_, title)) => all.iter().find(|one| one["title"] == title.trim_matches('"')).cloned(),
        None => all.get(inside.parse::<usize>().ok()?).cloned(),
    }
}

/// Compares what was read with the truth, field by field, and holds it to the floors.
fn judge(cases: &[(Value, Option<Value>)]) {
    let nothing = Value::Null;
    let mut short = Vec::new();
    for (field, floor) in FLOORS {
        let wrong: Vec<String> = cases
            .iter()
            .filter(|(truth, found)| {
                !is_right(field, &truth[field], found.as_ref().map_or(&nothing, |it| &it[field]))
            })
            .map(|(truth, found)| {
                format!(
                    "{}: {} read as {}",
                    truth["title"],
                    truth[field],
                    found.as_ref().map_or(&nothing, |it| &it[field])
                )
            })
            .collect();
        let share = 1.0 - wrong.len() as f64 / cases.len() as f64;
        println!("{field}: {share:.3}");
        if share < floor {
            short.push(format!("{field} {share:.3} < {floor}\n  {}", wrong.join("\n  ")));
        }
    }
    for (keys, floor) in
        [(vec!["required_skills"], REQUIRED), (vec!["required_skills", "preferred_skills"], ALL)]
    {
        let score = f1(cases, &keys);
        println!("{keys:?}: {score:.3}");
        if score < floor {
            short.push(format!("{keys:?} {score:.3} < {floor}"));
        }
    }
    assert!(short.is_empty(), "{}", short.join("\n"));
}

fn f1(cases: &[(Value, Option<Value>)], keys: &[&str]) -> f64 {
    let (mut hit, mut extra, mut missed) = (0, 0, 0);
    for (truth, found) in cases {
        let all = |value: &Value| -> Vec<String> {
            keys.iter().flat_map(|key| strings(&value[*key])).collect()
        };
        let (wanted, read) = (all(truth), found.as_ref().map(all).unwrap_or_default());
        let mut used = BTreeSet::new();
        let matched = wanted
            .iter()
            .filter(|one| {
                let at =
                    (0..read.len()).find(|at| !used.contains(at) && alike(one, &read[*at]) >= 0.6);
                at.is_some_and(|at| used.insert(at))
            })
            .count();
        hit += matched;
        extra += read.len() - matched;
        missed += wanted.len() - matched;
    }
    2.0 * f64::from(hit as u32) / f64::from((2 * hit + extra + missed).max(1) as u32)
}

fn is_right(field: &str, truth: &Value, read: &Value) -> bool {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    match field {
        "title" | "company" => {
            let (truth, read) = (text(truth), text(read));
            let least = if field == "title" { 0.8 } else { 0.6 };
            if truth.is_empty() {
                read.is_empty()
            } else {
                plain(&truth) == plain(&read) || alike(&truth, &read) >= least
            }
        }
        "locations" => {
            let (truth, read) = (strings(truth), strings(read));
            if truth.is_empty() {
                return read.is_empty();
            }
            truth.iter().all(|one| read.iter().any(|other| alike(one, other) >= 0.5))
        }
        "employment_type" => {
            let (truth, read): (BTreeSet<_>, BTreeSet<_>) =
                (strings(truth).into_iter().collect(), strings(read).into_iter().collect());
            truth == read || (!read.is_empty() && read.is_subset(&truth))
        }
        "salary" => same_pay(truth, read),
        "education" => truth["level"] == read["level"],
        "remote_mode" => {
            let or = |value: &Value| value.as_str().unwrap_or("unspecified").to_owned();
            or(truth) == or(read)
        }
        _ => truth == read,
    }
}

fn same_pay(truth: &Value, read: &Value) -> bool {
    if truth.is_null() || read.is_null() {
        return truth.is_null() && read.is_null();
    }
    let near = |key: &str| match (truth[key].as_f64(), read[key].as_f64()) {
        (None, None) => true,
        (Some(one), Some(other)) => (one - other).abs() <= 0.01 * one.abs().max(1.0),
        _ => false,
    };
    near("min")
        && near("max")
        && truth["currency"] == read["currency"]
        && truth["period"] == read["period"]
}

/// A string or the strings of an array.
fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::Array(all) => all.iter().filter_map(|one| one.as_str().map(str::to_owned)).collect(),
        Value::String(one) => vec![one.clone()],
        _ => Vec::new(),
    }
}

fn plain(text: &str) -> String {
    let folded = domain::vocabulary::Folded::new(text).text;
    let kept = |c: char| if c.is_ascii_alphanumeric() || "+#. ".contains(c) { c } else { ' ' };
    folded.chars().map(kept).collect::<String>().trim().to_owned()
}

fn words(text: &str) -> BTreeSet<String> {
    const SMALL: [&str; 11] =
        ["and", "or", "of", "the", "in", "a", "to", "with", "one", "any", "preferred"];
    plain(text)
        .split([' ', '.', '/', ','])
        .filter(|word| !word.is_empty() && !SMALL.contains(word))
        .map(
            |word| {
                if word.len() > 3 { word.trim_end_matches('s').to_owned() } else { word.to_owned() }
            },
        )
        .collect()
}

/// How much two texts share of the shorter one's words.
fn alike(one: &str, other: &str) -> f64 {
    let (a, b) = (words(one), words(other));
    let least = a.len().min(b.len());
    if least == 0 {
        return f64::from(u8::from(!plain(one).is_empty() && plain(one) == plain(other)));
    }
    if least == 1 && !a.is_subset(&b) && !b.is_subset(&a) {
        return 0.0;
    }
    a.intersection(&b).count() as f64 / least as f64
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
