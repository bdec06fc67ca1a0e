//! Names: employers, schools, clients and places must be the ones of the papers, whole.

use super::{
    draft::Draft,
    ground::{Line, Place},
    verdict::{ClaimKind, Verdict},
    words::{Gap, Token},
};
use crate::{lexicon::Lexicon, vocabulary::SkillKind};

/// Finds the role the text itself names, by its employer.
pub(super) fn find_role(draft: &mut Draft<'_>) {
    if draft.role.is_some() {
        return;
    }
    let mut named: Vec<usize> = Vec::new();
    for (at, role) in draft.ground.roles.iter().enumerate() {
        let telling: Vec<&Token> =
            role.employer.iter().filter(|it| is_telling(draft, it)).collect();
        let said =
            |it: &&&Token| draft.tokens.iter().any(|word| word.fold == it.fold && word.capital);
        let hits = telling.iter().filter(said).count();
        if hits > 0 && hits * 2 >= telling.len() {
            named.push(at);
        }
    }
    // Someone who was twice with one employer says which time by the title.
    if named.len() > 1 {
        let titled: Vec<usize> = named.iter().copied().filter(|at| has_title(draft, *at)).collect();
        if !titled.is_empty() {
            named = titled;
        }
    }
    if let [only] = named.as_slice() {
        draft.role = Some(*only);
    }
}

fn has_title(draft: &Draft<'_>, role: usize) -> bool {
    draft.ground.roles.get(role).is_some_and(|role| {
        !role.title.is_empty()
            && role.title.iter().all(|it| draft.tokens.iter().any(|word| word.fold == it.fold))
    })
}

/// Whether a word of a name is the name's own, not "hospital" or "group".
fn is_telling(draft: &Draft<'_>, word: &Token) -> bool {
    word.fold.chars().count() > 2
        && !draft.lists.is_small(&word.fold)
        && !is_of_organisations(&word.fold)
        && !Lexicon::get().places.is_city(&word.fold)
}

fn is_of_organisations(word: &str) -> bool {
    let lexicon = Lexicon::get();
    lexicon.organisations.all(word)
        || lexicon.institutions.all(word)
        || lexicon.legal_forms.all(word)
}

/// Checks every run of words with capital letters.
pub(super) fn check(draft: &mut Draft<'_>) {
    let titled = is_title_case(draft);
    let mut at = 0;
    while at < draft.tokens.len() {
        let end = run(draft, at);
        if end == at {
            at += 1;
            continue;
        }
        check_run(draft, at, end, titled);
        at = end;
    }
    check_attribution(draft);
}

/// Where the run of capitals that begins here ends; small words within it count.
fn run(draft: &Draft<'_>, start: usize) -> usize {
    let capital = |at: usize| draft.tokens.get(at).is_some_and(|it| it.capital);
    if !capital(start) {
        return start;
    }
    let mut end = start + 1;
    loop {
        let gap = draft.tokens.get(end).map_or(Gap::Sentence, |it| it.gap);
        if gap > Gap::None {
            return end;
        }
        let joiner = ["of", "de", "la", "du", "and", "the", "del", "der", "y", "et"]
            .contains(&draft.word(end));
        if capital(end) {
            end += 1;
        } else if joiner
            && capital(end + 1)
            && draft.tokens.get(end + 1).is_some_and(|it| it.gap == Gap::None)
        {
            end += 2;
        } else {
            return end;
        }
    }
}

/// A headline, where capitals say nothing.
fn is_title_case(draft: &Draft<'_>) -> bool {
    let content: Vec<&Token> = draft
        .tokens
        .iter()
        .enumerate()
        .filter(|(at, _)| draft.is_content(*at))
        .map(|(_, it)| it)
        .collect();
    content.iter().filter(|it| it.capital).count() * 4 > content.len() * 3
}

fn check_run(draft: &mut Draft<'_>, from: usize, to: usize, titled: bool) {
    let named = draft
        .ground
        .own()
        .filter(|(_, line)| line.place == Place::Name || line.place == Place::Other);
    let mut best: Option<(usize, Vec<usize>)> = None;
    for (number, line) in named {
        let within = |at: &usize| {
            draft
                .tokens
                .get(*at)
                .is_some_and(|it| line.tokens.iter().any(|other| other.fold == it.fold))
        };
        let hits: Vec<usize> = (from..to).filter(within).collect();
        let telling = hits.iter().any(|at| {
            draft.tokens.get(*at).is_some_and(|it| is_telling(draft, it) && is_only_name(draft, it))
        });
        if telling
            && line.place == Place::Name
            && best.as_ref().is_none_or(|it| hits.len() > it.1.len())
        {
            best = Some((number, hits));
        }
    }
    if let Some((number, hits)) = best {
        check_known(draft, (from, to), number, &hits);
        return;
    }
    for at in from..to {
        check_word(draft, at, from, titled);
    }
}

/// Whether the papers have this word in names alone.
fn is_only_name(draft: &Draft<'_>, word: &Token) -> bool {
    draft.ground.exact(&word.fold).iter().all(|spot| {
        draft.ground.line(*spot).is_some_and(|it| {
            it.place == Place::Name || draft.ground.token(*spot).is_some_and(|it| it.capital)
        })
    })
}

/// A name of the papers: whole or shortened, never extended or put together from two.
fn check_known(draft: &mut Draft<'_>, (from, to): (usize, usize), number: usize, hits: &[usize]) {
    let (Some(first), Some(last)) = (hits.first().copied(), hits.last().copied()) else { return };
    let evidence = draft.evidence(number);
    let foreign = (from..to).find(|at| {
        if hits.contains(at) || !draft.is_content(*at) {
            return false;
        }
        let beside = *at + 1 >= first && *at <= last + 2;
        let word = draft.word(*at).to_owned();
        beside
            && (draft.spots_of(*at).is_empty() && !opens(draft, *at)
                || is_of_organisations(&word) && !is_whole(draft, number, hits))
    });
    let span = (first, last + 1);
    match foreign {
        Some(at) => {
            let span = (at.min(first), (at + 1).max(last + 1));
            draft.claim(
                ClaimKind::Name,
                Verdict::Blocked,
                span,
                "the resume has another name here",
                evidence,
            );
        }
        None => draft.claim(
            ClaimKind::Name,
            Verdict::Verified,
            span,
            "the resume has this name",
            evidence,
        ),
    }
}

/// Whether the words that match are all of the name.
fn is_whole(draft: &Draft<'_>, number: usize, hits: &[usize]) -> bool {
    let Some(line) = draft.ground.lines.get(number) else { return false };
    let telling = line.tokens.iter().filter(|it| !Lexicon::get().legal_forms.all(&it.fold)).count();
    hits.len() >= telling
}

fn opens(draft: &Draft<'_>, at: usize) -> bool {
    draft.tokens.get(at).is_some_and(|it| it.gap == Gap::Sentence)
}

/// A word with a capital letter that is no name of the papers.
fn check_word(draft: &mut Draft<'_>, at: usize, run: usize, titled: bool) {
    let Some(token) = draft.tokens.get(at).cloned() else { return };
    let place = ["at", "for", "with", "joining", "chez", "in", "from", "bei", "en", "to", "across"];
    let led = place.contains(&draft.before(run, 1));
    let own = draft.is_own(at) || !super::figures::speaks_of_self(draft);
    // After "at" and the like a name is looked for: another form of some word is no name.
    let same = !draft.ground.exact(&token.fold).is_empty() || !draft.lists.ideas(&token).is_empty();
    let known = !draft.spots_of(at).is_empty() && own && (!led || same);
    let plain = draft.lists.is_small(&token.fold)
        || draft.lists.has("neutral", &token.fold)
        || !led && draft.lists.is_neutral(&token)
        || token.is_number();
    let mentioned = draft.mentions.iter().any(|it| {
        let (from, to) = draft.span(it);
        (from..to).contains(&at) && it.skill.kind != SkillKind::Domain
    });
    if known
        || plain
        || mentioned
        || draft.is_settled(at)
        || opens(draft, at)
        || titled
        || is_calendar(&token.fold)
    {
        return;
    }
    let german = draft.ground.tongue == super::lists::Tongue::De;
    let and = matches!(draft.before(run, 1), "and" | "und" | "et" | "y" | "the");
    let whole = (run, at + 1);
    if (led || and) && !german || german && draft.before(run, 1) == "bei" {
        draft.claim(
            ClaimKind::Name,
            Verdict::Blocked,
            whole,
            "the resume does not have this name",
            None,
        );
    } else {
        draft.claim(
            ClaimKind::Name,
            Verdict::Check,
            (at, at + 1),
            "the resume does not have this name",
            None,
        );
    }
}

/// Months and the like have capitals and are no names.
fn is_calendar(word: &str) -> bool {
    let lexicon = Lexicon::get();
    lexicon.months.contains_key(word) || lexicon.seasons.contains(word)
}

/// A role is named: what only other roles did is not its own.
fn check_attribution(draft: &mut Draft<'_>) {
    let Some(role) = draft.role else {
        check_mixture(draft);
        return;
    };
    let foreign: Vec<usize> = (0..draft.tokens.len())
        .filter(|at| draft.tells(*at) && !draft.is_settled(*at) && is_of_others(draft, *at, role))
        .collect();
    let told =
        (0..draft.tokens.len()).filter(|at| draft.tells(*at) && !draft.is_settled(*at)).count();
    let home =
        draft.home_line().filter(|it| super::figures::is_elsewhere(draft, it)).map(Line::evidence);
    let (Some(first), Some(last)) = (foreign.first().copied(), foreign.last().copied()) else {
        return;
    };
    if home.is_some() && foreign.len() >= 2 && foreign.len() * 5 >= told * 2 {
        let why = "the resume tells this of another role";
        draft.claim(ClaimKind::Attribution, Verdict::Blocked, (first, last + 1), why, home);
    }
}

/// Whether a word stands in what other roles did and nowhere else.
fn is_of_others(draft: &Draft<'_>, at: usize, role: usize) -> bool {
    let spots = draft.spots_of(at);
    !spots.is_empty()
        && spots.iter().all(|spot| {
            draft.ground.line(*spot).is_some_and(|it| it.role.is_some_and(|it| it != role))
        })
}

/// One sentence that puts together what two roles did.
fn check_mixture(draft: &mut Draft<'_>) {
    if draft.ground.roles.len() < 2 || draft.is_summary() {
        return;
    }
    let role_of = |draft: &Draft<'_>, (from, to): (usize, usize)| -> Option<usize> {
        let telling = (from..to).filter(|at| draft.is_content(*at) && draft.is_own(*at)).count();
        let line = draft.ground.lines.get(draft.most_like(from, to)?)?;
        line.role.filter(|_| telling >= 2 && line.place == Place::Done)
    };
    let parts = draft.parts(Gap::Comma);
    let mut first: Option<usize> = None;
    for part in parts {
        let Some(role) = role_of(draft, part) else { continue };
        match first {
            None => first = Some(role),
            Some(held) if held != role => {
                let own = (part.0..part.1).filter(|at| draft.tells(*at)).all(|at| {
                    draft.spots_of(at).iter().all(|spot| {
                        draft.ground.line(*spot).is_some_and(|it| it.role != Some(held))
                    })
                });
                let telling = (part.0..part.1).filter(|at| draft.tells(*at)).count();
                if own && telling > 0 {
                    let evidence =
                        draft.most_like(part.0, part.1).and_then(|it| draft.evidence(it));
                    let why = "the resume tells this of another role";
                    draft.claim(ClaimKind::Attribution, Verdict::Check, part, why, evidence);
                }
            }
            Some(_) => {}
        }
    }
}
