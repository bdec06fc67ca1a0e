//! How well invented resumes in fourteen languages are understood: a floor for every field, so that
//! a change that makes reading worse is seen without any corpus at hand.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail loudly"
)]

use std::{collections::BTreeMap, fs, path::PathBuf};

use domain::{
    page::{Document, FlowCell, FlowLine, FlowRun, Format},
    resumes::{json_resume, parse},
};
use serde_json::Value;

/// The least F1 of every field over all fixtures.
const FLOORS: &[(&str, f64)] = &[
    ("basics.name", 0.99),
    ("basics.email", 0.99),
    ("basics.phone", 0.99),
    ("basics.label", 0.95),
    ("basics.location", 0.9),
    ("work.name", 0.93),
    ("work.position", 0.95),
    ("work.location", 0.93),
    ("work.startDate", 0.97),
    ("work.endDate", 0.95),
    ("work.highlights", 0.95),
    ("education.institution", 0.93),
    ("education.degree", 0.93),
    ("education.startDate", 0.93),
    ("education.endDate", 0.93),
    ("skills", 0.97),
    ("languages.language", 0.97),
    ("languages.fluency", 0.93),
    ("certificates.name", 0.87),
    ("certificates.issuer", 0.85),
    ("certificates.date", 0.87),
    ("projects", 0.7),
];

/// The lines of a plain text, as the reader of plain texts gives them.
fn document(text: &str) -> Document {
    let mut blank = false;
    let mut flow = Vec::new();
    for line in text.lines() {
        if line.trim().is_empty() {
            blank = true;
            continue;
        }
        let bullet = ["- ", "* ", "• ", "– ", "· "].iter().find_map(|sign| line.strip_prefix(sign));
        let run = |text: &str| FlowRun { text: text.trim().to_owned(), ..FlowRun::default() };
        let wide = bullet.unwrap_or(line).trim().replace("   ", "\t");
        let cells = wide.split('\t').filter(|cell| !cell.trim().is_empty());
        flow.push(FlowLine {
            cells: cells.map(|cell| FlowCell { runs: vec![run(cell)] }).collect(),
            list_level: bullet.map(|_| 0),
            space_before: if blank { 12.0 } else { 0.0 },
            ..FlowLine::default()
        });
        blank = false;
    }
    Document { format: Format::Text, flow, ..Document::default() }
}

/// Every value of a resume under the name of its field and the number of its entry.
fn values(resume: &Value) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut add = |field: &str, n: usize, value: &Value| {
        let text = value.as_str().unwrap_or_default();
        let text = text.trim_start_matches("https://").trim_start_matches("www.");
        let bare: String = text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
        if !bare.is_empty() {
            out.push((field.to_owned(), format!("{n} {bare}")));
        }
    };
    let list = |name: &str| resume[name].as_array().cloned().unwrap_or_default();
    for key in ["name", "label", "email", "phone"] {
        add(&format!("basics.{key}"), 0, &resume["basics"][key]);
    }
    let place = &resume["basics"]["location"];
    let parts: Vec<&str> =
        ["address", "city", "region"].iter().filter_map(|k| place[*k].as_str()).collect();
    add(
        "basics.location",
        0,
        &place.as_str().map_or_else(|| parts.join(", "), str::to_owned).into(),
    );
    for (n, role) in list("work").iter().enumerate() {
        for key in ["name", "position", "location", "startDate", "endDate"] {
            add(&format!("work.{key}"), n, &role[key]);
        }
        for line in role["highlights"].as_array().into_iter().flatten() {
            add("work.highlights", n, line);
        }
    }
    for (n, course) in list("education").iter().enumerate() {
        for key in ["institution", "startDate", "endDate"] {
            add(&format!("education.{key}"), n, &course[key]);
        }
        let said = ["studyType", "area", "degree"].iter().filter_map(|key| course[*key].as_str());
        add("education.degree", n, &said.collect::<Vec<_>>().join(" ").into());
    }
    for skill in list("skills") {
        match skill["keywords"].as_array() {
            Some(words) => words.iter().for_each(|word| add("skills", 0, word)),
            None => add("skills", 0, if skill.is_string() { &skill } else { &skill["name"] }),
        }
    }
    for (section, keys) in
        [("languages", &["language", "fluency"][..]), ("certificates", &["name", "issuer", "date"])]
    {
        for (n, entry) in list(section).iter().enumerate() {
            keys.iter().for_each(|key| add(&format!("{section}.{key}"), n, &entry[*key]));
        }
    }
    for project in list("projects") {
        add("projects", 0, if project.is_string() { &project } else { &project["name"] });
    }
    out
}

#[test]
fn invented_resumes_in_many_languages_are_understood() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/resumes");
    let mut counts: BTreeMap<String, [f64; 3]> = BTreeMap::new();
    let mut wrong = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        let reading = parse(&document(&fs::read_to_string(&path).unwrap()));
        let truth = fs::read_to_string(path.with_extension("json")).unwrap();
        let wanted = values(&serde_json::from_str(&truth).unwrap());
        let got = values(&json_resume::write(&reading.resume));
        for (field, value) in &got {
            let [right, extra, _] = counts.entry(field.clone()).or_default();
            *(if wanted.contains(&(field.clone(), value.clone())) { right } else { extra }) += 1.0;
        }
        for pair in wanted.iter().filter(|pair| !got.contains(pair)) {
            counts.entry(pair.0.clone()).or_default()[2] += 1.0;
            wrong.push(format!("{}: {} {}", path.file_stem().unwrap().display(), pair.0, pair.1));
        }
    }
    let score = |field: &str| {
        counts
            .get(field)
            .map_or(0.0, |[right, extra, missing]| 2.0 * right / (2.0 * right + extra + missing))
    };
    let below: Vec<String> = FLOORS
        .iter()
        .filter(|(field, floor)| score(field) < *floor)
        .map(|(field, floor)| format!("{field}: {:.3} is below {floor}", score(field)))
        .collect();
    assert!(below.is_empty(), "{}\n\nwhat was missed:\n{}", below.join("\n"), wrong.join("\n"));
}
