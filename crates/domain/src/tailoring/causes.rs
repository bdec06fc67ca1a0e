//! Causes: what came about is not what someone brought about.

use super::{
    draft::Draft,
    ground::{Line, Place},
    verdict::{ClaimKind, Verdict},
    words::{Gap, Token},
};

/// Checks that outcomes are claimed only by who is said to have caused them.
pub(super) fn check(draft: &mut Draft<'_>) {
    for (from, to) in draft.parts(Gap::Clause) {
        check_deeds(draft, from, to);
        check_links(draft, from, to);
    }
}

/// "Reduced falls by 22%" of "falls fell 22% while I served".
fn check_deeds(draft: &mut Draft<'_>, from: usize, to: usize) {
    let Some(verb) = (from..to).find(|at| is_cause(draft, *at, from)) else { return };
    let Some(number) = draft.most_like(from, to) else { return };
    let Some(line) = draft.ground.lines.get(number) else { return };
    if !matches!(line.place, Place::Done | Place::Other)
        || !came_about(draft, line, number, (from, to))
    {
        return;
    }
    let evidence = Some(line.evidence());
    let why = "the resume says this came about, not that you brought it about";
    draft.claim(ClaimKind::Cause, Verdict::Check, (verb, verb + 1), why, evidence);
}

/// A verb of causing at the head of the sentence or after "and", "by", "to".
fn is_cause(draft: &Draft<'_>, at: usize, from: usize) -> bool {
    if !draft.lists.has("cause", draft.word(at)) {
        return false;
    }
    let before = draft.before(at, 1);
    let head = at > from
        && at <= from + 3
        && draft.is_content(at + 1) | matches!(draft.word(at + 1), "the" | "our")
        || at <= from + 1
            && (at == from || !draft.is_content(at - 1) || draft.lists.is_small(before));
    let comma = draft.tokens.get(at).is_some_and(|it| it.gap == Gap::Comma);
    let own = matches!(before, "i" | "and" | "to" | "by" | "helped" | "ich" | "und");
    let object = draft.is_content(at + 1)
        || draft.lists.is_small(draft.word(at + 1))
            && !matches!(draft.word(at + 1), "by" | "from" | "to" | "um" | "de");
    (head || comma || own) && object
}

/// Whether the clause of the line that has the outcome says it came about of itself.
fn came_about(draft: &Draft<'_>, line: &Line, number: usize, (from, to): (usize, usize)) -> bool {
    let mut starts: Vec<usize> = (0..line.tokens.len())
        .filter(|at| *at == 0 || line.tokens.get(*at).is_some_and(|it| it.gap >= Gap::Clause))
        .collect();
    starts.push(line.tokens.len());
    let hit = |token: usize| {
        (from..to).any(|at| {
            draft.is_content(at)
                && draft.spots_of(at).iter().any(|spot| spot.line == number && spot.token == token)
        })
    };
    let clauses = starts.windows(2).filter_map(|it| Some((*it.first()?, *it.last()?)));
    let best = clauses.max_by_key(|(start, end)| (*start..*end).filter(|at| hit(*at)).count());
    let Some((start, end)) = best else { return false };
    let word = |at: usize| line.tokens.get(at).map_or("", |it: &Token| it.fold.as_str());
    let passive = (start + 1..end).any(|at| {
        matches!(word(at), "was" | "were" | "wurde" | "wurden" | "fue" | "fueron")
            && !opens_with_deed(draft, line, start)
            && draft.lists.is_small(word(start)) | !is_past(word(start))
    });
    passive
        || (start + 1..end).any(|at| {
            let before = word(at - 1);
            draft.lists.has("came", word(at))
                && !matches!(before, "and" | "und" | "et" | "y" | "to" | "that" | "i" | "we")
                && line.tokens.get(at).is_none_or(|it| it.gap <= Gap::None)
                && !draft.lists.is_small(before) | matches!(before, "which" | "year")
                && !opens_with_deed(draft, line, start)
        })
}

fn is_past(word: &str) -> bool {
    word.ends_with("ed")
        || word.ends_with("te")
        || matches!(word, "led" | "built" | "wrote" | "ran")
}

/// "Reduced costs that had grown": the person is said to act.
fn opens_with_deed(draft: &Draft<'_>, line: &Line, start: usize) -> bool {
    line.tokens
        .get(start)
        .is_some_and(|it| draft.lists.has("cause", &it.fold) && it.fold.ends_with("ed"))
}

/// "…, resulting in …": two things the papers do not tie together.
fn check_links(draft: &mut Draft<'_>, from: usize, to: usize) {
    let link = (from + 2..to).find(|at| {
        let word = draft.word(*at);
        draft.lists.has("link", word)
            && (word.ends_with("ing")
                || matches!(word, "thereby" | "wodurch" | "dadurch" | "permettant" | "logrando"))
            && draft
                .tokens
                .get(*at)
                .is_some_and(|it| it.gap == Gap::Comma || word == "resulting" || word == "thereby")
    });
    let Some(link) = link else { return };
    let (Some(left), Some(right)) = (draft.most_like(from, link), draft.most_like(link + 1, to))
    else {
        return;
    };
    let tied = left == right
        || (link + 1..to)
            .filter(|at| draft.tells(*at))
            .all(|at| draft.spots_of(at).iter().any(|spot| spot.line == left));
    if !tied {
        let evidence = draft.evidence(right);
        let why = "the resume does not say that one came of the other";
        draft.claim(ClaimKind::Cause, Verdict::Check, (link, link + 1), why, evidence);
    }
}
