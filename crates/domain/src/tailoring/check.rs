//! The Truth Lock: every claim of a text, traced to the person's own papers.

use super::{
    boasts, causes, credentials, dates, degrees, draft::Draft, figures, ground::Ground, names,
    novelty, ownership, skills, titles, tongues, verdict::TruthReport,
};

/// Traces every claim of `text` to the papers.
///
/// `path` says which field it is meant for, where that is known: a bullet may then only use
/// facts of its own role.
pub fn check(ground: &Ground, text: &str, path: Option<&str>) -> TruthReport {
    let mut draft = Draft::new(ground, text, path.and_then(|it| ground.role_at(it)));
    names::find_role(&mut draft);
    tongues::check(&mut draft);
    degrees::check(&mut draft);
    credentials::check(&mut draft);
    titles::check(&mut draft);
    names::check(&mut draft);
    dates::check(&mut draft);
    figures::check(&mut draft);
    skills::check(&mut draft);
    ownership::check(&mut draft);
    causes::check(&mut draft);
    boasts::check(&mut draft);
    novelty::check(&mut draft);
    TruthReport::of(draft.claims)
}
