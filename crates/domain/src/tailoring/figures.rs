//! Numbers: the same value, the same unit, the same thing, the same direction.

use super::{
    derived,
    draft::Draft,
    durations,
    ground::{Line, Place},
    quantity::{Fit, Quantity, Step, Unit},
    verdict::{ClaimKind, Verdict},
    words::Gap,
};

/// How a number of the papers supports one of the text.
#[derive(Debug, Clone, Copy)]
struct Support {
    line: usize,
    why: Why,
}

/// How well a number is supported, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Why {
    Swapped,
    Turned,
    Raised,
    Rate,
    Elsewhere,
    OtherThing,
    Near,
    Same,
}

impl Why {
    const fn reason(self) -> &'static str {
        match self {
            Self::Swapped => "the resume has this number for something else",
            Self::Turned => "the resume says it went the other way",
            Self::Raised => "the resume has the number, but not more than it",
            Self::Rate => "the resume counts it over another time",
            Self::Elsewhere => "the resume has this number in another role",
            Self::OtherThing => "the resume has this number, but it may stand for something else",
            Self::Near => "the resume has nearly this number",
            Self::Same => "the resume has this number",
        }
    }

    const fn verdict(self) -> Verdict {
        match self {
            Self::Swapped | Self::Turned | Self::Raised | Self::Rate | Self::Elsewhere => {
                Verdict::Blocked
            }
            Self::OtherThing | Self::Near => Verdict::Check,
            Self::Same => Verdict::Verified,
        }
    }
}

/// Checks every number that is no year.
pub(super) fn check(draft: &mut Draft<'_>) {
    for quantity in draft.quantities.clone() {
        let (from, to) = quantity.tokens;
        if quantity.unit == Unit::Year || (from..to).all(|at| draft.is_settled(at)) {
            continue;
        }
        let span = (from, to);
        draft.settle(quantity.first, to);
        let best = best(draft, &quantity);
        if best.is_none_or(|it| it.why == Why::OtherThing)
            && quantity.unit == Unit::Time
            && let Some(evidence) = durations::supports(draft, &quantity)
        {
            let why = "the dates of the resume add up to it";
            draft.claim(ClaimKind::Duration, Verdict::Verified, span, why, Some(evidence));
            continue;
        }
        let kind =
            if quantity.unit == Unit::Time { ClaimKind::Duration } else { ClaimKind::Number };
        match best {
            Some(support) => {
                let evidence = draft.evidence(support.line);
                draft.claim(kind, support.why.verdict(), span, support.why.reason(), evidence);
            }
            None => {
                let home = draft.home_line().map(Line::evidence);
                let why = "the resume does not have this number";
                draft.claim(kind, Verdict::Blocked, span, why, home);
            }
        }
    }
}

fn best(draft: &Draft<'_>, quantity: &Quantity) -> Option<Support> {
    let mut best: Option<Support> = None;
    for (at, line) in draft.ground.lines.iter().enumerate() {
        if line.place == Place::Posting && speaks_of_self(draft) {
            continue;
        }
        for source in &line.quantities {
            let fit = quantity.fits(source);
            if fit == Fit::No {
                continue;
            }
            let why = why(draft, quantity, line, source, fit);
            consider(&mut best, why, at);
        }
        if derived::supports(quantity, line, direction(draft, quantity)) {
            let why = if is_elsewhere(draft, line) {
                Why::Elsewhere
            } else if names_it(draft, quantity, line) {
                Why::Same
            } else {
                Why::OtherThing
            };
            consider(&mut best, why, at);
        }
    }
    best
}

fn consider(best: &mut Option<Support>, why: Why, line: usize) {
    if best.is_none_or(|it| why > it.why) {
        *best = Some(Support { line, why });
    }
}

fn why(draft: &Draft<'_>, quantity: &Quantity, line: &Line, source: &Quantity, fit: Fit) -> Why {
    if fit == Fit::Raised {
        return Why::Raised;
    }
    if is_swapped(draft, quantity, line, source) {
        return Why::Swapped;
    }
    if is_turned(draft, quantity, line, source) {
        return Why::Turned;
    }
    if is_other_rate(quantity, line, source, draft) {
        return Why::Rate;
    }
    if is_elsewhere(draft, line) {
        return Why::Elsewhere;
    }
    if !names_it(draft, quantity, line) {
        return Why::OtherThing;
    }
    if fit == Fit::Near { Why::Near } else { Why::Same }
}

/// What the number counts: the telling words right after it.
fn nouns(draft: &Draft<'_>, quantity: &Quantity) -> Vec<usize> {
    let mut out = Vec::new();
    for at in quantity.tokens.1..draft.tokens.len() {
        let Some(token) = draft.tokens.get(at) else { break };
        let article =
            out.is_empty() && ["of", "de", "d", "von", "the"].contains(&token.fold.as_str());
        if token.gap > Gap::None || token.is_number() || out.len() == 3 {
            break;
        }
        if article {
            continue;
        }
        if draft.lists.is_small(&token.fold) {
            break;
        }
        out.push(at);
    }
    out
}

/// The same for a number of the papers.
fn source_nouns(draft: &Draft<'_>, line: &Line, source: &Quantity) -> std::ops::Range<usize> {
    let start = source.tokens.1;
    let end = (start..line.tokens.len().min(start + 3))
        .find(|at| {
            line.tokens.get(*at).is_none_or(|it| {
                it.gap > Gap::None || it.is_number() || draft.lists.is_small(&it.fold)
            })
        })
        .unwrap_or_else(|| line.tokens.len().min(start + 3));
    start..end
}

fn line_number(draft: &Draft<'_>, line: &Line) -> usize {
    draft.ground.lines.iter().position(|it| std::ptr::eq(it, line)).unwrap_or(usize::MAX)
}

/// Whether the thing counted is what another number of the line counts.
fn is_swapped(draft: &Draft<'_>, quantity: &Quantity, line: &Line, source: &Quantity) -> bool {
    if !matches!(quantity.unit, Unit::Plain) {
        return false;
    }
    let at = line_number(draft, line);
    let counts = |number: &Quantity| {
        let range = source_nouns(draft, line, number);
        nouns(draft, quantity).iter().any(|noun| {
            draft.spots_of(*noun).iter().any(|spot| spot.line == at && range.contains(&spot.token))
        })
    };
    // The two ends of a range count the same thing.
    let apart =
        |it: &&Quantity| it.tokens.0 > source.tokens.1 + 1 || source.tokens.0 > it.tokens.1 + 1;
    let others = line.quantities.iter().filter(apart).filter(|it| it.unit == Unit::Plain);
    let same_value = |it: &&Quantity| quantity.fits(it) != Fit::Yes;
    !counts(source) && others.filter(same_value).any(counts)
}

/// Which way the words around a number of the text say it went.
pub(super) fn direction(draft: &Draft<'_>, quantity: &Quantity) -> Option<bool> {
    let (from, to) = quantity.tokens;
    let word = |at: usize| draft.word(at);
    way(draft, from, to, draft.tokens.len(), &word, &|at| {
        draft.tokens.get(at).map_or(Gap::Sentence, |it| it.gap)
    })
}

fn way<'t>(
    draft: &Draft<'_>,
    from: usize,
    to: usize,
    end: usize,
    word: &dyn Fn(usize) -> &'t str,
    gap: &dyn Fn(usize) -> Gap,
) -> Option<bool> {
    let of = |at: usize| {
        let word = word(at);
        if draft.lists.has("up", word) {
            Some(true)
        } else if draft.lists.has("down", word) {
            Some(false)
        } else {
            None
        }
    };
    let own = (from..to).find_map(of);
    let after = || (to..end.min(to + 3)).take_while(|at| gap(*at) < Gap::Comma).find_map(of);
    let before = || {
        let mut at = from;
        for _ in 0..12 {
            if gap(at) >= Gap::Clause || at == 0 {
                return None;
            }
            at -= 1;
            if let Some(found) = of(at) {
                return Some(found);
            }
        }
        None
    };
    own.or_else(before).or_else(after)
}

fn is_turned(draft: &Draft<'_>, quantity: &Quantity, line: &Line, source: &Quantity) -> bool {
    let crossed = matches!(
        (quantity.step, source.step),
        (Step::From, Step::To)
            | (Step::To, Step::From)
            | (Step::By, Step::From | Step::To)
            | (Step::To, Step::By)
            | (Step::Part, Step::Whole)
            | (Step::Whole, Step::Part)
    );
    let all_of_it = source.step == Step::Whole
        && quantity.step == Step::None
        && !draft.quantities.iter().any(|it| it.step == Step::Part);
    if all_of_it {
        return true;
    }
    if crossed && (!matches!(quantity.unit, Unit::Plain) || quantity.step != Step::By) {
        return true;
    }
    if quantity.unit == Unit::Plain && quantity.step == Step::None {
        return false;
    }
    let ours = direction(draft, quantity);
    let (from, to) = source.tokens;
    let word = |at: usize| line.tokens.get(at).map_or("", |it| it.fold.as_str());
    let gap = |at: usize| line.tokens.get(at).map_or(Gap::Sentence, |it| it.gap);
    let theirs = way(draft, from, to, line.tokens.len(), &word, &gap);
    matches!((ours, theirs), (Some(a), Some(b)) if a != b)
}

fn is_other_rate(quantity: &Quantity, line: &Line, source: &Quantity, draft: &Draft<'_>) -> bool {
    let Some(ours) = quantity.rate else { return false };
    if let Some(theirs) = source.rate {
        return ours != theirs;
    }
    // "Monthly accounts for 60 clients": the rate may stand anywhere in the line.
    !line.tokens.iter().any(|it| draft.lists.kind("rate", &it.fold) == Some(ours))
}

/// Whether a line belongs to another role than the text does.
pub(super) fn is_elsewhere(draft: &Draft<'_>, line: &Line) -> bool {
    match (draft.role, line.role) {
        (Some(ours), Some(theirs)) => ours != theirs,
        _ => false,
    }
}

/// Whether the words beside the number are among those of the line.
fn names_it(draft: &Draft<'_>, quantity: &Quantity, line: &Line) -> bool {
    let at = line_number(draft, line);
    let said = |noun: &usize| draft.spots_of(*noun).iter().any(|spot| spot.line == at);
    let counted = nouns(draft, quantity);
    let direct = matches!(quantity.unit, Unit::Plain) && !counted.is_empty();
    if direct {
        let neutral = |noun: &usize| !draft.tells(*noun);
        return counted.iter().any(said) || counted.iter().all(neutral);
    }
    let around = around(draft, quantity);
    around.is_empty() || around.iter().any(said)
}

/// The telling words of the part of the sentence a number stands in.
fn around(draft: &Draft<'_>, quantity: &Quantity) -> Vec<usize> {
    let (from, to) = quantity.tokens;
    let parts = draft.parts(Gap::Clause);
    let part = parts.into_iter().find(|(start, end)| (*start..*end).contains(&from));
    let (start, end) = part.unwrap_or((0, draft.tokens.len()));
    (start..end)
        .filter(|at| (*at < from || *at >= to) && draft.tells(*at))
        .filter(|at| {
            let word = draft.word(*at);
            !draft.lists.has("up", word) && !draft.lists.has("down", word)
        })
        .collect()
}

/// Whether the text speaks of the person and not of the employer.
pub(super) fn speaks_of_self(draft: &Draft<'_>) -> bool {
    let other =
        ["your", "you", "ihr", "ihre", "ihrem", "ihren", "votre", "vos", "vous", "su", "sus"];
    !draft.tokens.iter().any(|it| other.contains(&it.fold.as_str()))
        || draft.tokens.iter().any(|it| ["i", "my", "ich", "je", "yo"].contains(&it.fold.as_str()))
}
