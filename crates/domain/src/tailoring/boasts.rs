//! Superlatives, awards, wide scopes and sizes without a number.

use super::{
    draft::Draft,
    ground::Place,
    quantity::Unit,
    verdict::{ClaimKind, Verdict},
    words::Gap,
};

/// Checks every boast the papers do not make themselves.
pub(super) fn check(draft: &mut Draft<'_>) {
    check_awards(draft);
    for at in 0..draft.tokens.len() {
        let word = draft.word(at).to_owned();
        let joined = draft.tokens.get(at).is_some_and(|it| it.joined);
        let pair = if joined { format!("{}-{word}", draft.before(at, 1)) } else { String::new() };
        let boast = is_boast(draft, at, &word) || draft.lists.has("boast", &pair);
        let scope = draft.lists.has("scope", &word) || draft.lists.has("scope", &pair);
        if draft.is_settled(at) || !(boast || scope) || is_said(draft, at) {
            continue;
        }
        if draft.lists.has("size", &word) && has_figure(draft) {
            draft.settle(at, at + 1);
            continue;
        }
        let from = if pair.is_empty() { at } else { at - 1 };
        let evidence = draft.home.and_then(|it| draft.evidence(it));
        draft.claim(
            ClaimKind::Boast,
            Verdict::Check,
            (from, at + 1),
            "the resume does not say this of you",
            evidence,
        );
    }
}

/// Some boasts are plain words in other company.
fn is_boast(draft: &Draft<'_>, at: usize, word: &str) -> bool {
    if !draft.lists.has("boast", word) {
        return false;
    }
    let after = draft.word(at + 1);
    match word {
        "most" => !matches!(after, "of" | "recently"),
        "first" => {
            !matches!(after, "year" | "time" | "aid" | "line" | "class")
                && draft.before(at, 1) != "at"
        }
        "only" => draft.before(at, 1) == "the",
        "leading" => {
            at > 0 && !draft.is_content(at + 1)
                || matches!(draft.before(at, 1), "a" | "the" | "industry")
        }
        "top" => !matches!(after, "of"),
        "thought" => after == "leader",
        "star" | "world" | "deep" | "elite" => true,
        "fortune" => draft.word(at + 1) == "500",
        "seul" | "seule" | "preis" | "preise" | "prix" | "recompense" => true,
        _ => true,
    }
}

/// Whether the papers say the word themselves, in this or another form.
fn is_said(draft: &Draft<'_>, at: usize) -> bool {
    let Some(word) = draft.tokens.get(at) else { return false };
    draft.spots_of(at).iter().any(|spot| {
        draft.ground.token(*spot).is_some_and(|it| super::words::alike(it, word))
            && draft.ground.line(*spot).is_some_and(|it| {
                it.place != Place::Posting
                    && (it.role.is_none() || draft.role.is_none() || it.role == draft.role)
            })
    })
}

/// Whether the home line gives the size in numbers: "significantly" then says less.
fn has_figure(draft: &Draft<'_>) -> bool {
    draft.home_line().is_some_and(|line| {
        line.quantities
            .iter()
            .any(|it| matches!(it.unit, Unit::Percent | Unit::Money(_) | Unit::Time))
            || line.quantities.len() > 1
    })
}

/// An award that was nearly won is not won.
fn check_awards(draft: &mut Draft<'_>) {
    const NEARLY: [&str; 8] = [
        "shortlisted",
        "nominated",
        "nominee",
        "finalist",
        "runner",
        "longlisted",
        "nominiert",
        "finaliste",
    ];
    let has =
        |words: &[super::words::Token]| words.iter().any(|it| NEARLY.contains(&it.fold.as_str()));
    let parts = draft.parts(Gap::Sentence);
    for (from, to) in parts {
        let hedged = draft.tokens.get(from..to).is_some_and(has);
        let lines: Vec<usize> = draft
            .ground
            .own()
            .filter(|(_, line)| line.path.starts_with("awards") || has(&line.tokens))
            .map(|it| it.0)
            .collect();
        for line in lines {
            let hits = (from..to)
                .filter(|at| {
                    draft.is_content(*at)
                        && draft.spots_of(*at).iter().any(|spot| spot.line == line)
                })
                .count();
            let nearly = draft.ground.lines.get(line).is_some_and(|it| has(&it.tokens));
            if nearly && !hedged && hits >= 2 {
                let evidence = draft.evidence(line);
                draft.claim(
                    ClaimKind::Boast,
                    Verdict::Blocked,
                    (from, to),
                    "the resume says it was nearly won",
                    evidence,
                );
            }
        }
    }
}
