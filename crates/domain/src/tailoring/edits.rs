//! Edits by id over an allow-list: the only way anything about a resume is tailored.

use serde::{Deserialize, Serialize};

use super::{Ground, TruthReport, Verdict, check};
use crate::resumes::Resume;

/// The most edits that are taken at once.
pub const MOST: usize = 60;
/// How much longer a text may become, in percent, and by how many characters at least.
const GROWTH: (usize, usize) = (40, 60);

/// What an edit does to its target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", tag = "op")]
pub enum Change {
    /// Says it in other words.
    Rewrite {
        /// The new words.
        text: String,
    },
    /// Puts a list into another order.
    Reorder {
        /// For each new place, the old one.
        order: Vec<u32>,
    },
    /// Leaves it out of this version.
    Omit,
    /// Adds a skill that the resume shows elsewhere to a list of skills.
    Add {
        /// The skill.
        text: String,
    },
}

/// One proposed change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TailoringEdit {
    /// The field or list, as a path: `work[0].highlights[2]`.
    pub target: String,
    /// The [`fingerprint`] of what stands there, so that nothing else is overwritten.
    pub original: String,
    /// What to do.
    pub change: Change,
    /// The fields that bear it out, as paths.
    #[serde(default)]
    pub evidence: Vec<String>,
}

/// Why an edit was not made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", tag = "why")]
pub enum Refusal {
    /// There is no such field.
    Unknown,
    /// The field is not one that tailoring may touch.
    NotAllowed,
    /// Something else stands there by now.
    Changed,
    /// It is one edit too many.
    TooMany,
    /// The new text is much longer than the old.
    TooLong,
    /// The new order is not an order of the list.
    NoOrder,
    /// The Truth Lock did not let it through.
    Untrue {
        /// What it found.
        report: TruthReport,
    },
}

/// A resume after its edits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Edited {
    /// The new version.
    pub resume: Resume,
    /// The edits that were not made, by their number.
    pub refused: Vec<(usize, Refusal)>,
}

/// Makes those edits that may be made. What the Truth Lock asks about needs its number among
/// `confirmed`; what it blocks is never made.
pub fn apply(
    resume: &Resume,
    ground: &Ground,
    edits: &[TailoringEdit],
    confirmed: &[usize],
) -> Edited {
    let mut after = resume.clone();
    let mut refused = Vec::new();
    let mut omitted: Vec<&str> = Vec::new();
    let mut reordered: Vec<&TailoringEdit> = Vec::new();
    for (number, edit) in edits.iter().enumerate() {
        let refusal = if number >= MOST {
            Some(Refusal::TooMany)
        } else {
            refusal(resume, ground, edit, confirmed.contains(&number))
        };
        if let Some(refusal) = refusal {
            refused.push((number, refusal));
            continue;
        }
        match &edit.change {
            Change::Rewrite { text } => {
                if let Some(field) = text_at(&mut after, &edit.target) {
                    text.trim().clone_into(field);
                }
            }
            Change::Omit => omitted.push(&edit.target),
            Change::Reorder { .. } => reordered.push(edit),
            Change::Add { text } => add(&mut after, &edit.target, text),
        }
    }
    // Paths count as the resume was: words first, then orders and gaps.
    for edit in reordered {
        if let Change::Reorder { order } = &edit.change {
            reorder(&mut after, &edit.target, order, &mut omitted);
        }
    }
    omit(&mut after, &omitted);
    Edited { resume: after, refused }
}

/// Why an edit may not be made, if so.
fn refusal(
    resume: &Resume,
    ground: &Ground,
    edit: &TailoringEdit,
    confirmed: bool,
) -> Option<Refusal> {
    if !is_allowed(&edit.target, &edit.change) {
        return Some(Refusal::NotAllowed);
    }
    let Some(now) = now_at(resume, &edit.target) else { return Some(Refusal::Unknown) };
    if fingerprint(&now) != edit.original {
        return Some(Refusal::Changed);
    }
    match &edit.change {
        Change::Rewrite { text } => {
            let (before, after) = (now.chars().count(), text.chars().count());
            let grown = after.saturating_sub(before);
            let summary = edit.target == "basics.summary" || edit.target == "basics.label";
            if grown > GROWTH.1.max(before * GROWTH.0 / 100) && !(summary && after <= 600) {
                return Some(Refusal::TooLong);
            }
            untrue(ground, text, Some(&edit.target), confirmed)
        }
        Change::Add { text } => untrue(ground, text, None, confirmed),
        Change::Reorder { order } => {
            let mut sorted = order.clone();
            sorted.sort_unstable();
            let whole = sorted.iter().enumerate().all(|(at, it)| *it as usize == at);
            (!whole || order.len() != length_at(resume, &edit.target)).then_some(Refusal::NoOrder)
        }
        Change::Omit => None,
    }
}

fn untrue(ground: &Ground, text: &str, path: Option<&str>, confirmed: bool) -> Option<Refusal> {
    let report = check(ground, text, path);
    let stands = match report.verdict {
        Verdict::Verified => true,
        Verdict::Check => confirmed,
        Verdict::Blocked => false,
    };
    (!stands).then_some(Refusal::Untrue { report })
}

/// The parts of a path: `work[0].highlights[2]` is work, 0, highlights, 2.
fn parts(path: &str) -> Option<(&str, Option<usize>, &str, Option<usize>)> {
    fn step(part: &str) -> Option<(&str, Option<usize>)> {
        match part.split_once('[') {
            None => Some((part, None)),
            Some((name, rest)) => Some((name, Some(rest.strip_suffix(']')?.parse().ok()?))),
        }
    }
    let (first, rest) = path.split_once('.').unwrap_or((path, ""));
    let (section, entry) = step(first)?;
    let (field, item) = step(rest)?;
    Some((section, entry, field, item))
}

/// Names, employers, titles, dates, degrees, licences and contact are not on this list.
fn is_allowed(path: &str, change: &Change) -> bool {
    let Some(parts) = parts(path) else { return false };
    match change {
        Change::Rewrite { .. } => matches!(
            parts,
            ("basics", None, "summary" | "label", None)
                | ("work" | "volunteer" | "projects", Some(_), "highlights", Some(_))
                | ("work" | "volunteer", Some(_), "summary", None)
                | ("projects", Some(_), "description", None)
                | ("skills", Some(_), "keywords", Some(_))
                | ("skills", Some(_), "name", None)
        ),
        Change::Reorder { .. } => matches!(
            parts,
            ("work" | "volunteer" | "projects", Some(_), "highlights", None)
                | ("skills", Some(_), "keywords", None)
                | ("skills" | "projects" | "certificates", None, "", None)
        ),
        Change::Omit => matches!(
            parts,
            ("work" | "volunteer" | "projects", Some(_), "highlights", Some(_))
                | ("skills", Some(_), "keywords", Some(_))
                | ("projects" | "skills" | "interests", Some(_), "", None)
        ),
        Change::Add { .. } => {
            matches!(parts, ("skills", Some(_), "keywords", None) | ("skills", None, "", None))
        }
    }
}

/// The text field at a path.
fn text_at<'a>(resume: &'a mut Resume, path: &str) -> Option<&'a mut String> {
    match parts(path)? {
        ("basics", None, "summary", None) => Some(&mut resume.basics.summary),
        ("basics", None, "label", None) => Some(&mut resume.basics.label),
        ("work", Some(at), "summary", None) => Some(&mut resume.work.get_mut(at)?.summary),
        ("volunteer", Some(at), "summary", None) => {
            Some(&mut resume.volunteer.get_mut(at)?.summary)
        }
        ("projects", Some(at), "description", None) => {
            Some(&mut resume.projects.get_mut(at)?.description)
        }
        ("skills", Some(at), "name", None) => Some(&mut resume.skills.get_mut(at)?.name),
        (_, Some(_), "highlights" | "keywords", Some(item)) => {
            texts_at(resume, path.rsplit_once('[')?.0)?.get_mut(item)
        }
        _ => None,
    }
}

/// The list of texts at a path.
fn texts_at<'a>(resume: &'a mut Resume, path: &str) -> Option<&'a mut Vec<String>> {
    match parts(path)? {
        ("work", Some(at), "highlights", None) => Some(&mut resume.work.get_mut(at)?.highlights),
        ("volunteer", Some(at), "highlights", None) => {
            Some(&mut resume.volunteer.get_mut(at)?.highlights)
        }
        ("projects", Some(at), "highlights", None) => {
            Some(&mut resume.projects.get_mut(at)?.highlights)
        }
        ("skills", Some(at), "keywords", None) => Some(&mut resume.skills.get_mut(at)?.keywords),
        _ => None,
    }
}

/// What stands at a path, as text; lists and entries as JSON.
pub fn now_at(resume: &Resume, path: &str) -> Option<String> {
    let mut value = &serde_json::to_value(resume).ok()?;
    for part in path.split('.') {
        let (name, index) = match part.split_once('[') {
            None => (part, None),
            Some((name, rest)) => (name, Some(rest.strip_suffix(']')?.parse::<usize>().ok()?)),
        };
        value = value.get(name)?;
        if let Some(index) = index {
            value = value.get(index)?;
        }
    }
    Some(value.as_str().map_or_else(|| value.to_string(), str::to_owned))
}

fn length_at(resume: &Resume, path: &str) -> usize {
    match path {
        "skills" => resume.skills.len(),
        "projects" => resume.projects.len(),
        "certificates" => resume.certificates.len(),
        _ => texts_at(&mut resume.clone(), path).map_or(usize::MAX, |it| it.len()),
    }
}

fn add(resume: &mut Resume, path: &str, text: &str) {
    if path == "skills" {
        resume.skills.push(crate::resumes::Skill { name: text.to_owned(), ..Default::default() });
    } else if let Some(list) = texts_at(resume, path) {
        list.push(text.to_owned());
    }
}

/// Puts a list into another order; what is to be omitted keeps its paths until then, so orders of
/// a list come last.
fn reorder(resume: &mut Resume, path: &str, order: &[u32], omitted: &mut Vec<&str>) {
    fn ordered<T: Clone>(list: &mut Vec<T>, order: &[u32]) {
        let head: Vec<T> = order.iter().filter_map(|at| list.get(*at as usize).cloned()).collect();
        let tail = list.split_off(order.len().min(list.len()));
        *list = head;
        list.extend(tail);
    }
    // Items of this list that are left out go first, by their old numbers.
    let start = format!("{path}[");
    let gone: Vec<usize> = omitted
        .iter()
        .filter_map(|it| it.strip_prefix(start.as_str())?.strip_suffix(']')?.parse().ok())
        .collect();
    omitted.retain(|it| {
        !(it.starts_with(&start) && it.matches('[').count() == start.matches('[').count())
    });
    let kept: Vec<u32> =
        order.iter().copied().filter(|it| !gone.contains(&(*it as usize))).collect();
    let whole = order.len();
    match path {
        "skills" => ordered_without(&mut resume.skills, &kept, whole),
        "projects" => ordered_without(&mut resume.projects, &kept, whole),
        "certificates" => ordered_without(&mut resume.certificates, &kept, whole),
        _ => {
            if let Some(list) = texts_at(resume, path) {
                ordered_without(list, &kept, whole);
            }
        }
    }
    fn ordered_without<T: Clone>(list: &mut Vec<T>, kept: &[u32], whole: usize) {
        let tail = list.split_off(whole.min(list.len()));
        ordered(list, kept);
        list.truncate(kept.len());
        list.extend(tail);
    }
}

/// Leaves out what is left to be left out, last numbers first.
fn omit(resume: &mut Resume, paths: &[&str]) {
    let mut paths: Vec<(&str, usize)> = paths
        .iter()
        .filter_map(|path| {
            let (list, number) = path.rsplit_once('[')?;
            Some((list, number.strip_suffix(']')?.parse().ok()?))
        })
        .collect();
    paths.sort_by_key(|it| std::cmp::Reverse(it.1));
    for (list, at) in paths {
        match list {
            "skills" if at < resume.skills.len() => drop(resume.skills.remove(at)),
            "projects" if at < resume.projects.len() => drop(resume.projects.remove(at)),
            "interests" if at < resume.interests.len() => drop(resume.interests.remove(at)),
            _ => {
                if let Some(list) = texts_at(resume, list).filter(|it| at < it.len()) {
                    list.remove(at);
                }
            }
        }
    }
}

/// A short mark of a text: the same text always has the same.
pub fn fingerprint(text: &str) -> String {
    let sum = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{sum:016x}")
}
