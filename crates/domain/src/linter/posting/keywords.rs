//! M03: keywords piled up.

use std::collections::{BTreeMap, HashSet};

use super::Named;
use crate::{
    jobs::Posting,
    lexicon::fold,
    linter::{Check, Finding, case::Case, words::words},
};

/// The same skill so often is stuffing, unless each of many roles names it.
const REPEATED: usize = 6;
const LISTED: usize = 60;
/// Lines of a block of commas.
const BLOCK: usize = 12;
/// Words that stand in a row in both texts, and the share of them that is copying.
const GRAM: usize = 8;
const COPIED: f32 = 0.15;

pub(super) fn check(
    case: &Case<'_>,
    posting: &Posting,
    mentions: &[Named<'_>],
    found: &mut Vec<Finding>,
) {
    found.extend(repeated(case, mentions));
    found.extend(list(case));
    found.extend(block(case));
    found.extend(copied(case, posting));
}

fn repeated(case: &Case<'_>, mentions: &[Named<'_>]) -> Option<Finding> {
    let mut counts: BTreeMap<&str, Vec<&Named<'_>>> = BTreeMap::new();
    for named in mentions {
        counts.entry(named.id).or_default().push(named);
    }
    let (_, own) = counts.into_iter().max_by_key(|(_, own)| own.len())?;
    let fields: HashSet<&str> =
        own.iter().map(|it| it.path.split('.').next().unwrap_or_default()).collect();
    let first = own.first()?;
    // A trade's main tool may stand once or twice in every role.
    let piled = own.len() >= REPEATED && own.len() > 2 * fields.len() + 1;
    piled.then(|| {
        Finding::new(Check::M03)
            .at(first.path)
            .on(case.spot(first.path))
            .quoting(first.printed())
            .titled(format!("\"{}\" stands {} times", first.printed(), own.len()))
    })
}

fn list(case: &Case<'_>) -> Option<Finding> {
    let skills = &case.resume.skills;
    let items: usize = skills.iter().map(|skill| skill.keywords.len().max(1)).sum();
    (items > LISTED).then(|| {
        let finding = Finding::new(Check::M03).at("skills").on(case.spot("skills"));
        finding.titled(format!("{items} skills in the list"))
    })
}

fn block(case: &Case<'_>) -> Option<Finding> {
    let lines = |path: &str| {
        let origin = case.subject.reading.and_then(|it| it.origins.get(path));
        origin.map_or(0, |it| it.lines.len())
    };
    let (path, text) = case.fields.iter().find(|(path, text)| {
        let commas = text.matches(',').count();
        let long = lines(path) > BLOCK || text.chars().count() > BLOCK * 90;
        long && commas * 4 > words(text).count()
    })?;
    Some(
        Finding::new(Check::M03)
            .at(path)
            .on(case.spot(path))
            .quoting(text)
            .titled("A block of commas"),
    )
}

fn grams(text: &str) -> Vec<String> {
    let all: Vec<String> = words(text).map(fold).collect();
    all.windows(GRAM).map(|gram| gram.join(" ")).collect()
}

fn copied(case: &Case<'_>, posting: &Posting) -> Option<Finding> {
    const LEAST: usize = 10;
    let theirs: HashSet<String> = grams(&posting.text).into_iter().collect();
    let (mut all, mut same, mut first) = (0usize, 0usize, None);
    for (path, text) in &case.fields {
        for gram in grams(text) {
            all += 1;
            if theirs.contains(&gram) {
                same += 1;
                first = first.or(Some((path, text)));
            }
        }
    }
    let (path, text) = first?;
    #[expect(clippy::cast_precision_loss, reason = "a share needs no more")]
    let share = same as f32 / all.max(1) as f32;
    (share > COPIED && all >= LEAST).then(|| {
        Finding::new(Check::M03)
            .at(path)
            .on(case.spot(path))
            .quoting(text)
            .titled(format!("{:.0} % is copied from the posting", share * 100.0))
    })
}
