//! Every field of a resume with its path: the one walk that search, matching and review share.

use super::Resume;

/// Every field that has a value, as `(path, text)`, in the order in which a resume is read.
///
/// Paths are those of JSON Resume: `work[0].highlights[2]`.
pub fn fields(resume: &Resume) -> Vec<(String, String)> {
    let mut found = Vec::new();
    if let Ok(tree) = serde_json::to_value(resume) {
        walk(&tree, &mut String::new(), &mut found);
    }
    found.retain(|(path, _)| path != "language");
    found
}

fn walk(node: &serde_json::Value, path: &mut String, found: &mut Vec<(String, String)>) {
    use serde_json::Value;
    match node {
        Value::String(text) if !text.trim().is_empty() => found.push((path.clone(), text.clone())),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                below(path, &format!("[{index}]"), |path| walk(item, path, found));
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                let dot = if path.is_empty() { "" } else { "." };
                below(path, &format!("{dot}{name}"), |path| walk(member, path, found));
            }
        }
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Runs `visit` with `path` one step longer.
fn below(path: &mut String, step: &str, visit: impl FnOnce(&mut String)) {
    let length = path.len();
    path.push_str(step);
    visit(path);
    path.truncate(length);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resumes::{Skill, Work};

    #[test]
    fn every_value_has_its_path() {
        let resume = Resume {
            work: vec![Work {
                name: "Acme".into(),
                start_date: "2020-03".parse().ok(),
                highlights: vec!["Baked".into(), " ".into()],
                ..Work::default()
            }],
            skills: vec![Skill { keywords: vec!["Rust".into()], ..Skill::default() }],
            language: "en".into(),
            ..Resume::default()
        };
        let found = fields(&resume);
        let found: Vec<_> =
            found.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        assert_eq!(
            found,
            [
                ("work[0].name", "Acme"),
                ("work[0].startDate", "2020-03"),
                ("work[0].highlights[0]", "Baked"),
                ("skills[0].keywords[0]", "Rust"),
            ]
        );
    }
}
