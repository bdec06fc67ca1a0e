//! How well skills are found in sentences whose knowledge is labelled.
//!
//! A predicted span is right when it overlaps a labelled one, and a labelled one is found when a
//! predicted one overlaps it: precision, recall and their harmonic mean.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::Stdio,
    thread,
};

use serde_json::{Value, json};

use crate::{Result, commands, places};

/// A sentence with the places of its labels, in characters.
#[derive(Debug, Default, PartialEq, Eq)]
struct Sentence {
    text: String,
    labelled: Vec<(u64, u64)>,
}

/// Counts of spans.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Counts {
    predicted: u32,
    right: u32,
    labelled: u32,
    found: u32,
}

/// Measures every development file of `folder`.
pub(crate) fn measure(ats: &Path, folder: &Path) -> Result {
    let mut all = Counts::default();
    for file in development_files(folder)? {
        let sentences = sentences(&fs::read_to_string(&file)?);
        let mut counts = Counts::default();
        for (sentence, predicted) in sentences.iter().zip(predicted(ats, &sentences)?) {
            counts.add(&sentence.labelled, &predicted);
        }
        counts.print(&file.file_stem().unwrap_or_default().to_string_lossy());
        all = all.with(counts);
    }
    all.print("knowledge spans, all");
    Ok(())
}

fn development_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with("_dev.conll") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The sentences of a file with a word, its skill label and its knowledge label a line.
fn sentences(file: &str) -> Vec<Sentence> {
    let mut all = vec![Sentence::default()];
    for line in file.lines() {
        let mut parts = line.split('\t');
        let (word, label) = (parts.next().unwrap_or_default(), parts.nth(1).unwrap_or_default());
        let Some(last) = all.last_mut() else { break };
        if word.trim().is_empty() {
            if !last.text.is_empty() {
                all.push(Sentence::default());
            }
            continue;
        }
        if !last.text.is_empty() {
            last.text.push(' ');
        }
        let start = last.text.encode_utf16().count() as u64;
        last.text.push_str(word);
        let end = last.text.encode_utf16().count() as u64;
        match (label.chars().next(), last.labelled.last_mut()) {
            (Some('I'), Some(open)) => open.1 = end,
            (Some('B' | 'I'), _) => last.labelled.push((start, end)),
            _ => {}
        }
    }
    all.retain(|sentence| !sentence.text.is_empty());
    all
}

/// What `ats skills` finds in each sentence.
fn predicted(ats: &Path, sentences: &[Sentence]) -> Result<Vec<Vec<(u64, u64)>>> {
    let requests: String =
        sentences.iter().map(|it| json!({ "text": it.text }).to_string() + "\n").collect();
    let mut command = commands::within(&places::root(), ats, &["skills", "--jsonl"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let stdin = child.stdin.take();
    let writer = thread::spawn(move || stdin.map(|mut it| it.write_all(requests.as_bytes())));
    let output = child.wait_with_output()?;
    let _ = writer.join();
    let span = |skill: &Value| Some((skill.get("start")?.as_u64()?, skill.get("end")?.as_u64()?));
    let spans = |line: &str| -> Result<Vec<(u64, u64)>> {
        let answer: Value = serde_json::from_str(line)?;
        let skills = answer.get("skills").and_then(Value::as_array).cloned().unwrap_or_default();
        Ok(skills.iter().filter_map(span).collect())
    };
    String::from_utf8(output.stdout)?.lines().map(spans).collect()
}

impl Counts {
    fn add(&mut self, labelled: &[(u64, u64)], predicted: &[(u64, u64)]) {
        let meets = |one: &(u64, u64), others: &[(u64, u64)]| {
            others.iter().any(|other| one.0 < other.1 && other.0 < one.1)
        };
        let count = |ones: &[(u64, u64)], others: &[(u64, u64)]| {
            u32::try_from(ones.iter().filter(|one| meets(one, others)).count()).unwrap_or(u32::MAX)
        };
        let all = |spans: &[(u64, u64)]| u32::try_from(spans.len()).unwrap_or(u32::MAX);
        self.predicted += all(predicted);
        self.right += count(predicted, labelled);
        self.labelled += all(labelled);
        self.found += count(labelled, predicted);
    }

    const fn with(self, other: Self) -> Self {
        Self {
            predicted: self.predicted + other.predicted,
            right: self.right + other.right,
            labelled: self.labelled + other.labelled,
            found: self.found + other.found,
        }
    }

    fn print(self, name: &str) {
        let share = |part: u32, whole: u32| f64::from(part) / f64::from(whole.max(1));
        let (precision, recall) =
            (share(self.right, self.predicted), share(self.found, self.labelled));
        let mean = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
        println!("{name:32} P={precision:.3} R={recall:.3} overlap F1={mean:.3}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_become_places_and_overlaps_count() {
        let read = sentences("Bake\tO\tO\nrye\tO\tB-K\nbread\tO\tI-K\n\n\nNow\tO\tO\n");
        assert_eq!(read.len(), 2);
        assert_eq!(
            (read[0].text.as_str(), read[0].labelled.clone()),
            ("Bake rye bread", vec![(5, 14)])
        );
        let mut counts = Counts::default();
        counts.add(&read[0].labelled, &[(0, 4), (9, 14)]);
        assert_eq!(counts, Counts { predicted: 2, right: 1, labelled: 1, found: 1 });
    }
}
