//! Whatever else is new: words the papers do not have, in any form or other words.

use super::{
    draft::Draft,
    figures::speaks_of_self,
    ground::Place,
    verdict::{ClaimKind, Verdict},
};

/// The most new words that are named one by one.
const MOST: usize = 8;

/// Asks about every telling word that nothing supports.
pub(super) fn check(draft: &mut Draft<'_>) {
    let posting = !speaks_of_self(draft);
    let mut at = 0;
    let mut found = 0;
    while at < draft.tokens.len() && found < MOST {
        let start = at;
        while is_new(draft, at, posting) {
            at += 1;
        }
        if at > start {
            found += 1;
            draft.claim(
                ClaimKind::New,
                Verdict::Check,
                (start, at),
                "the resume does not say this",
                None,
            );
        } else {
            at += 1;
        }
    }
    trace_home(draft);
}

/// Whether a word says something the papers do not.
fn is_new(draft: &Draft<'_>, at: usize, posting: bool) -> bool {
    if at >= draft.tokens.len() || draft.is_settled(at) || !draft.tells(at) {
        return false;
    }
    let known = if posting { !draft.spots_of(at).is_empty() } else { draft.is_own(at) };
    let short = draft.tokens.get(at).is_some_and(|it| it.fold.chars().count() < 2);
    !known && !short
}

/// What was traced as a whole: the line the text is most like.
fn trace_home(draft: &mut Draft<'_>) {
    let Some(line) = draft.home_line().filter(|it| it.place != Place::Posting) else { return };
    if draft.claims.is_empty() {
        let evidence = Some(line.evidence());
        let end = draft.tokens.len();
        draft.claim(ClaimKind::New, Verdict::Verified, (0, end), "the resume says this", evidence);
    }
}
