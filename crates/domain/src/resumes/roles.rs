//! Which part of an entry's head is the title, which the organisation, which the place.

use super::evidence::{impurity, scores};
use super::parts::{Part, Slot, parts, text_of};
use super::{entries::Entry, found::Field};
use crate::{layout::Passage, lexicon::unspaced};
use std::collections::{BTreeMap, HashMap};

/// What a part of a head can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Role {
    /// The title of a job, or the degree.
    What,
    /// The organisation.
    Who,
    /// The place.
    Where,
}

const ROLES: [Role; 3] = [Role::What, Role::Who, Role::Where];

/// Which kind of section the heads stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field3 {
    /// Title, employer, place.
    Work,
    /// Degree, institution, place.
    Education,
}

/// The head of an entry, understood.
#[derive(Debug, Clone, Default)]
pub(crate) struct Head {
    pub(crate) what: Option<Field>,
    pub(crate) who: Option<Field>,
    pub(crate) place: Option<Field>,
    /// Parts that are none of these.
    pub(crate) rest: Vec<Passage>,
    /// The title together with what was cut from it as the organisation, where only a comma parts them.
    pub(crate) both: Option<Passage>,
}

/// What each entry's head says.
pub(crate) fn assign(entries: &[Entry], kind: Field3) -> Vec<Head> {
    let parts: Vec<Vec<Part>> = entries.iter().map(parts).collect();
    let votes = votes(&parts, kind);
    parts.iter().map(|parts| solve(parts, kind, &votes)).collect()
}

/// Score per slot and role, averaged over all entries.
type Votes = HashMap<Slot, [f32; 3]>;

fn votes(all: &[Vec<Part>], kind: Field3) -> Votes {
    let mut sums: HashMap<Slot, ([f32; 3], f32)> = HashMap::new();
    for part in all.iter().flatten() {
        let text = text_of(part, 0, part.units.len()).text();
        let got = scores(&text, kind);
        let entry = sums.entry(part.slot).or_insert(([0.0; 3], 0.0));
        for (sum, score) in entry.0.iter_mut().zip(got) {
            *sum += score.clamp(-2.0, 3.2);
        }
        entry.1 += 1.0;
    }
    sums.into_iter()
        .map(|(slot, (sum, n))| (slot, sum.map(|s| if n > 1.0 { s / n } else { 0.0 })))
        .collect()
}

/// A way to read the parts so far.
#[derive(Debug, Clone, Default)]
struct State {
    score: f32,
    /// For each role: part, first unit, end unit.
    picks: [Option<(usize, usize, usize)>; 3],
    rest: Vec<(usize, usize, usize)>,
}

fn solve(parts: &[Part], kind: Field3, votes: &Votes) -> Head {
    let mut states: Vec<State> = vec![State::default()];
    for (p, part) in parts.iter().enumerate().take(14) {
        let choices = choices(p, part, kind, votes);
        let mut next: BTreeMap<u8, State> = BTreeMap::new();
        for state in &states {
            for choice in &choices {
                let clash =
                    state.picks.iter().zip(&choice.picks).any(|(a, b)| a.is_some() && b.is_some());
                if clash {
                    continue;
                }
                let mut merged = state.clone();
                merged.score += choice.score;
                for (mine, theirs) in merged.picks.iter_mut().zip(choice.picks) {
                    *mine = mine.or(theirs);
                }
                merged.rest.extend(&choice.rest);
                let mask = merged
                    .picks
                    .iter()
                    .enumerate()
                    .fold(0u8, |mask, (i, pick)| mask | (u8::from(pick.is_some()) << i));
                match next.get(&mask) {
                    Some(best) if best.score >= merged.score => {}
                    _ => {
                        next.insert(mask, merged);
                    }
                }
            }
        }
        if !next.is_empty() {
            states = next.into_values().collect();
        }
    }
    states.sort_by(|a, b| b.score.total_cmp(&a.score));
    let Some(best) = states.first() else { return Head::default() };
    finish(parts, best, kind, votes)
}

/// Every way to read one part: its units in up to three runs, each a role or left over.
fn choices(p: usize, part: &Part, kind: Field3, votes: &Votes) -> Vec<State> {
    let n = part.units.len().min(6);
    if let Some(said) = part.said {
        return vec![told(p, part, said)];
    }
    let vote = votes.get(&part.slot).copied().unwrap_or_default();
    let mut memo: HashMap<(usize, usize), [f32; 3]> = HashMap::new();
    let mut out = Vec::new();
    for cuts in cuts(n) {
        let runs: Vec<(usize, usize)> =
            cuts.windows(2).filter_map(|w| Some((*w.first()?, *w.get(1)?))).collect();
        let runs: Vec<(usize, usize)> =
            runs.into_iter().map(|(a, b)| (a, if b == n { part.units.len() } else { b })).collect();
        let mut partial: Vec<State> = vec![State::default()];
        for &(from, to) in &runs {
            let got = *memo
                .entry((from, to))
                .or_insert_with(|| scores(&text_of(part, from, to).text(), kind));
            let mut grown = Vec::new();
            for state in &partial {
                let mut left = state.clone();
                left.score -= 0.15 + 0.1 * (to - from) as f32;
                left.rest.push((p, from, to));
                grown.push(left);
                let vote_weight = match (runs.len(), to - from) {
                    (1, 1) => 1.1,
                    (1, _) => 0.35,
                    _ => 0.3,
                };
                let impure = impurity(part, from, to, kind);
                for (r, ((score, vote), impure)) in got.iter().zip(vote).zip(impure).enumerate() {
                    let Some(None) = state.picks.get(r) else { continue };
                    let mut with = state.clone();
                    with.score += score - impure + vote_weight * vote + 0.35;
                    with.score -= 0.12 * (runs.len() - 1) as f32;
                    if let Some(pick) = with.picks.get_mut(r) {
                        *pick = Some((p, from, to));
                    }
                    grown.push(with);
                }
            }
            partial = grown;
        }
        out.extend(partial);
    }
    best_per_mask(out)
}

/// A part whose label says what it is; only its place may stand apart.
fn told(p: usize, part: &Part, said: Role) -> State {
    let mut state = State { score: 6.0, ..State::default() };
    let n = part.units.len();
    let mut end = n;
    if said == Role::Who && n > 1 {
        let place = (1..n).find(|from| {
            scores(&text_of(part, *from, n).text(), Field3::Work).get(2).is_some_and(|s| *s >= 2.0)
        });
        end = place.unwrap_or(n);
    }
    for (role, pick) in ROLES.iter().zip(&mut state.picks) {
        if *role == said {
            *pick = Some((p, 0, end));
        } else if *role == Role::Where && end < n {
            *pick = Some((p, end, n));
        }
    }
    state
}

fn best_per_mask(all: Vec<State>) -> Vec<State> {
    let mut best: BTreeMap<u8, State> = BTreeMap::new();
    for state in all {
        let mask = state
            .picks
            .iter()
            .enumerate()
            .fold(0u8, |mask, (i, pick)| mask | (u8::from(pick.is_some()) << i));
        match best.get(&mask) {
            Some(old) if old.score >= state.score => {}
            _ => {
                best.insert(mask, state);
            }
        }
    }
    best.into_values().collect()
}

/// The ways to cut `n` units into one, two or three runs, as lists of borders.
fn cuts(n: usize) -> Vec<Vec<usize>> {
    let mut out = vec![vec![0, n]];
    for a in 1..n {
        out.push(vec![0, a, n]);
        for b in a + 1..n {
            out.push(vec![0, a, b, n]);
        }
    }
    out
}

fn finish(parts: &[Part], best: &State, kind: Field3, votes: &Votes) -> Head {
    let mut head = Head::default();
    for (role, pick) in ROLES.iter().zip(best.picks) {
        let Some((p, from, to)) = pick else { continue };
        let Some(part) = parts.get(p) else { continue };
        let text = text_of(part, from, to);
        let sure = match part.said {
            Some(_) => 0.96,
            None => certainty(&text.text(), *role, kind, votes.get(&part.slot)),
        };
        let field = Some(Field::new(text, sure));
        match role {
            Role::What => head.what = field,
            Role::Who => head.who = field,
            Role::Where => head.place = field,
        }
    }
    if let [Some((p, from, a)), Some((q, b, to)), _] = best.picks
        && p == q
        && a == b
        && let Some(part) = parts.get(p).filter(|part| part.said.is_none())
    {
        let seen = super::evidence::Evidence::of(&text_of(part, b, to).text());
        let named = seen.legal || seen.school || seen.organisation;
        head.both = (!named).then(|| text_of(part, from, to));
    }
    for &(p, from, to) in &best.rest {
        if let Some(part) = parts.get(p) {
            head.rest.push(text_of(part, from, to));
        }
    }
    head
}

/// How clearly `text` is of `role` and of no other.
fn certainty(text: &str, role: Role, kind: Field3, vote: Option<&[f32; 3]>) -> f32 {
    let got = scores(text, kind);
    let index = ROLES.iter().position(|r| *r == role).unwrap_or(0);
    let vote = vote.copied().unwrap_or_default();
    let total: Vec<f32> = got.iter().zip(vote).map(|(a, b)| a + 0.8 * b).collect();
    let own = total.get(index).copied().unwrap_or(0.0);
    let other = total
        .iter()
        .enumerate()
        .filter(|(i, _)| *i != index)
        .map(|(_, s)| *s)
        .fold(f32::NEG_INFINITY, f32::max);
    let margin = own - other;
    let odd = text
        .chars()
        .filter(|c| !c.is_alphanumeric() && !c.is_whitespace() && !unspaced(*c))
        .count() as f32
        / text.chars().count().max(1) as f32;
    let z = 1.1 + 0.65 * margin.clamp(-2.0, 4.0) + 0.3 * own.clamp(-1.0, 3.0)
        - 4.0 * (odd - 0.12).max(0.0);
    1.0 / (1.0 + (-z).exp())
}
