//! Who did it: a helper may not become the one in charge.

use super::{
    draft::Draft,
    ground::{Line, Place},
    lists::Lists,
    verdict::{ClaimKind, Verdict},
    words::{Gap, Token},
};

/// What a deed ranks at when no word says so: it was done.
const DONE: u8 = 3;

/// Checks that each deed of the text ranks no higher than in the papers.
pub(super) fn check(draft: &mut Draft<'_>) {
    check_alone(draft);
    for (from, to) in deeds(draft) {
        let Some((verb, claimed)) = claimed(draft, from, to) else { continue };
        let Some(line) = home(draft, from, to) else { continue };
        let Some(source) = draft.ground.lines.get(line) else { continue };
        let own = source_rank(draft, source, line, (from, to));
        if claimed > own {
            let evidence = Some(source.evidence());
            let why = "the resume says less about who was in charge";
            draft.claim(ClaimKind::Ownership, Verdict::Check, (verb, verb + 1), why, evidence);
        }
    }
}

/// The line a deed is told in: the most alike of those with its telling words.
fn home(draft: &Draft<'_>, from: usize, to: usize) -> Option<usize> {
    let line = draft.most_like(from, to).or(draft.home)?;
    let place = draft.ground.lines.get(line)?.place;
    let telling = (from..to).filter(|at| draft.is_content(*at) && rank(draft.word(*at)).is_none());
    let hits =
        telling.filter(|at| draft.spots_of(*at).iter().any(|spot| spot.line == line)).count();
    (matches!(place, Place::Done | Place::Other) && hits > 0).then_some(line)
}

/// The parts of the text that tell one deed each.
fn deeds(draft: &Draft<'_>) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    for (from, to) in draft.parts(Gap::Comma) {
        let mut start = from;
        for at in from + 1..to {
            let and = matches!(draft.word(at), "and" | "und" | "et" | "y" | "while");
            if and && is_verb(draft.word(at + 1)) {
                out.push((start, at));
                start = at + 1;
            }
        }
        out.push((start, to));
    }
    out
}

fn is_verb(word: &str) -> bool {
    rank(word).is_some() || word.len() > 4 && word.ends_with("ed")
}

fn rank(word: &str) -> Option<u8> {
    Lists::get().kind("rank", word)?.parse().ok()
}

/// The rank a deed claims, with the word that claims it.
fn claimed(draft: &Draft<'_>, from: usize, to: usize) -> Option<(usize, u8)> {
    let ranked = (from..to).filter(|at| !is_noun(draft, *at));
    let found: Vec<(usize, u8)> =
        ranked.filter_map(|at| Some((at, rank(draft.word(at))?))).collect();
    // "Helped lead" is help: the first word rules.
    if let Some((at, rank)) = found.first().copied() {
        // To manage things is to do them; only the papers' own word counts for more.
        return Some((at, if is_managing(draft.word(at)) { rank.min(DONE) } else { rank }));
    }
    let verb = (from..to).find(|at| draft.is_content(*at))?;
    is_deed(draft, verb, from).then_some((verb, DONE))
}

fn is_managing(word: &str) -> bool {
    const WORDS: [&str; 22] = [
        "manage",
        "managed",
        "manages",
        "managing",
        "run",
        "ran",
        "runs",
        "running",
        "responsible",
        "responsable",
        "gestion",
        "gestionar",
        "gestione",
        "gestiono",
        "gerer",
        "gere",
        "geree",
        "gerant",
        "charge",
        "cargo",
        "verantwortlich",
        "betreuung",
    ];
    WORDS.contains(&word)
}

/// Whether the first telling word is a verb of doing.
fn is_deed(draft: &Draft<'_>, at: usize, from: usize) -> bool {
    let word = draft.word(at);
    let irregular = [
        "wrote", "built", "taught", "made", "ran", "gave", "sold", "grew", "cut", "bought", "set",
        "write", "build", "design", "create", "develop", "plan", "hielt",
    ];
    let ending = word.ends_with("ed")
        || word.ends_with("ing")
        || word.ends_with("ung")
        || word.ends_with("iert")
        || word.ends_with("cion")
        || word.ends_with("tion")
        || word.ends_with("te");
    at <= from + 2 && (irregular.contains(&word) || ending && word.len() > 4)
}

/// Words of rank that are things here: "risk management", "head office", "direct sales".
fn is_noun(draft: &Draft<'_>, at: usize) -> bool {
    let word = draft.word(at);
    let joined = |at: usize| draft.tokens.get(at).is_some_and(|it| it.joined);
    if joined(at) || joined(at + 1) && word != "co" {
        return true;
    }
    let after = draft.word(at + 1);
    match word {
        "lead" | "leads" | "head" | "runs" | "drive" => {
            draft.before(at, 1) == "head"
                || matches!(after, "generation" | "time" | "office")
                || matches!(draft.before(at, 1), "the" | "a" | "sales" | "qualified")
        }
        "management" | "direction" | "leading" | "served" | "direct" | "gestion" => {
            at > 0 && !matches!(draft.before(at, 1), "and" | "to" | "under" | "in")
        }
        "head's" | "manager" => true,
        "support" | "help" | "aid" | "cover" | "management's" => {
            at > 0 && !matches!(draft.before(at, 1), "to" | "and")
        }
        "worked" | "stand" | "stood" | "filled" => false,
        "charge" => after == "nurse" || draft.before(at, 1) != "in",
        "responsable" | "responsible" => false,
        _ => false,
    }
}

/// The rank the papers give the deed: by the clause of the line that tells it.
fn source_rank(draft: &Draft<'_>, source: &Line, number: usize, (from, to): (usize, usize)) -> u8 {
    let hit = |token: usize| {
        (from..to).filter(|at| draft.is_content(*at) && rank(draft.word(*at)).is_none()).any(|at| {
            draft.spots_of(at).iter().any(|spot| spot.line == number && spot.token == token)
        })
    };
    let clauses = clauses(&source.tokens);
    let best =
        clauses.iter().max_by_key(|(start, end)| (*start..*end).filter(|at| hit(*at)).count());
    let Some((start, end)) = best.copied() else { return DONE };
    let own =
        |at: usize| source.tokens.get(at).and_then(|it| rank(&it.fold).map(|rank| (at, rank)));
    let first = (start..end).find_map(own);
    // A clause without a verb of its own goes on with the verb before it.
    let carried = (0..start).rev().find_map(own).filter(|_| !has_verb(&source.tokens, start));
    let found =
        first.filter(|(at, _)| *at < start + 4 || !has_verb(&source.tokens, start)).or(carried);
    let rank = match found {
        Some((at, 1)) if is_object(&source.tokens, at) => DONE,
        Some((_, rank)) => rank,
        None if is_passive(&source.tokens) => 1,
        None => DONE,
    };
    // Whoever teaches, trains or looks after people leads them as far as a rewrite goes.
    let teaches = source.tokens.get(start).is_some_and(|it| {
        matches!(
            it.fold.as_str(),
            "trained"
                | "mentored"
                | "taught"
                | "recruited"
                | "organised"
                | "organized"
                | "negotiated"
                | "coordinated"
        )
    });
    if teaches { rank.max(DONE) } else { rank }
}

fn is_object(tokens: &[Token], at: usize) -> bool {
    at > 2
        && tokens.get(at).is_some_and(|it| matches!(it.fold.as_str(), "support" | "help" | "cover"))
}

/// "falls fell 22%": nobody is said to have done it.
fn is_passive(tokens: &[Token]) -> bool {
    let lists = Lists::get();
    tokens
        .iter()
        .skip(1)
        .take(6)
        .any(|it| matches!(it.fold.as_str(), "fell" | "rose" | "dropped" | "stay"))
        && lists.has("came", "fell")
}

fn has_verb(tokens: &[Token], start: usize) -> bool {
    tokens.get(start).is_some_and(|it| is_verb(&it.fold) || it.fold.ends_with("ed"))
}

/// The clauses of a line of the papers.
fn clauses(tokens: &[Token]) -> Vec<(usize, usize)> {
    let mut starts = vec![0];
    for (at, token) in tokens.iter().enumerate().skip(1) {
        let and = matches!(
            tokens.get(at - 1).map(|it| it.fold.as_str()),
            Some("and" | "und" | "et" | "y" | "while")
        );
        if token.gap >= Gap::Comma || and && is_verb(&token.fold) {
            starts.push(at);
        }
    }
    starts.push(tokens.len());
    starts.windows(2).filter_map(|it| Some((*it.first()?, *it.last()?))).collect()
}

/// "Single-handedly", where the papers name others.
fn check_alone(draft: &mut Draft<'_>) {
    for at in 0..draft.tokens.len() {
        let word = draft.word(at).to_owned();
        let joined = format!("{}-{word}", draft.before(at, 1));
        let alone = draft.lists.has("solo", &word) || draft.lists.has("solo", &joined);
        if !alone || !draft.ground.exact(&word).is_empty() {
            continue;
        }
        let evidence = draft.home.and_then(|it| draft.evidence(it));
        let shared = draft
            .home_line()
            .is_some_and(|it| it.tokens.iter().any(|it| draft.lists.has("shared", &it.fold)));
        let verdict = if shared { Verdict::Blocked } else { Verdict::Check };
        draft.claim(
            ClaimKind::Ownership,
            verdict,
            (at, at + 1),
            "the resume does not say it was done alone",
            evidence,
        );
    }
}
