//! Which part of an entry's head is the title, which the organisation, which the place.

use std::collections::{BTreeMap, HashMap};

use super::{entries::Entry, found::Field};
use crate::{
    layout::Passage,
    lexicon::{Lexicon, fold, unspaced, wide},
};

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
}

/// Where a part stands: row, cell, part, bold, italic.
type Slot = (i8, u8, u8, bool, bool);

#[derive(Debug, Clone)]
struct Part {
    slot: Slot,
    /// The pieces between commas.
    units: Vec<Passage>,
}

/// What each entry's head says.
pub(crate) fn assign(entries: &[Entry], kind: Field3) -> Vec<Head> {
    let parts: Vec<Vec<Part>> = entries.iter().map(parts).collect();
    let votes = votes(&parts, kind);
    parts.iter().map(|parts| solve(parts, kind, &votes)).collect()
}

/// Splits the cells of a head at signs, brackets and changes of look.
fn parts(entry: &Entry) -> Vec<Part> {
    let mut out = Vec::new();
    for cell in entry.head.iter().take(12) {
        let mut number = 0;
        for piece in pieces(&without_address(&cell.text)).iter().flat_map(bracketed) {
            let bare = piece.trim_separators();
            if bare.is_empty() || !bare.chars().iter().any(|c| c.is_alphanumeric()) {
                continue;
            }
            let bold = bare.share(|look| look.bold()) > 0.5;
            let italic = bare.share(|look| look.italic()) > 0.5;
            let units = comma_units(&bare);
            out.push(Part { slot: (cell.row, cell.column, number, bold, italic), units });
            number = (number + 1).min(9);
        }
    }
    out
}

/// Without a web address after other words.
fn without_address(cell: &Passage) -> Passage {
    let text = cell.text();
    let at = text.find("www.").or_else(|| text.find("http"));
    match at.filter(|at| *at > 3) {
        Some(at) => {
            let end = text
                .get(at..)
                .and_then(|tail| tail.find(char::is_whitespace))
                .map_or(text.len(), |n| at + n);
            let range = crate::layout::char_range(&text, at..end);
            let (mut before, after) = cell.without(range);
            before = before.trim_separators();
            before.append(" ", &after.trim_separators());
            before
        }
        None => cell.clone(),
    }
}

/// "Title (Employer)": what stands in brackets at the end on its own, where it names something.
fn bracketed(piece: &Passage) -> Vec<Passage> {
    let text = piece.trim_separators();
    let chars = text.chars();
    let open = chars.iter().rposition(|c| matches!(c, '(' | '（'));
    if let (Some(at), Some(')' | '）')) = (open, chars.last())
        && at > 2
    {
        let inside = text.slice(at + 1..chars.len() - 1);
        let words = inside.text();
        let seen = Evidence::of(&words);
        let host = words.contains('.') && !words.contains(' ') && words.len() > 5;
        if seen.place
            || (seen.legal || seen.school || seen.organisation)
                && !seen.title
                && words.split_whitespace().count() <= 7
                && words.len() > 4
            || host
        {
            return vec![text.slice(0..at), inside];
        }
    }
    vec![piece.clone()]
}

/// The pieces of a cell.
pub(crate) fn pieces(cell: &Passage) -> Vec<Passage> {
    let chars = cell.chars();
    let places = cell.places();
    let mut out = Vec::new();
    let mut start = 0;
    let mut depth = 0usize;
    let mut i = 0;
    let at = |i: usize| chars.get(i).copied().unwrap_or(' ');
    while i < chars.len() {
        let ch = at(i);
        depth = match ch {
            '(' | '（' | '[' => depth + 1,
            ')' | '）' | ']' => depth.saturating_sub(1),
            _ => depth,
        };
        let before = i.checked_sub(1).map_or(' ', at);
        let spaced = before == ' ' && at(i + 1) == ' ';
        let sign = matches!(
            ch,
            '|' | '•' | '·' | '｜' | '‖' | '∙' | '⋄' | '◆' | '♦' | '■' | ';' | '；' | '\\'
        ) || matches!(ch, '–' | '—' | '-' | '−' | '@' | '~' | '→' | '>') && spaced
            || matches!(ch, '—' | '@') && depth == 0 && before.is_alphabetic()
            || ch == ':' && at(i + 1) == ' ';
        let at_word = spaced_at(chars, i);
        if depth == 0 && sign {
            out.push(cell.slice(start..i));
            start = i + 1;
        } else if depth == 0 && at_word {
            out.push(cell.slice(start..i));
            start = i + 3;
            i += 2;
        } else if depth == 0 && i > start && look_changes(places, chars, i) {
            out.push(cell.slice(start..i));
            start = i;
        }
        i += 1;
    }
    out.push(cell.slice(start..chars.len()));
    out
}

/// " at " between a title and an employer.
fn spaced_at(chars: &[char], i: usize) -> bool {
    let word: String = chars.get(i..).unwrap_or_default().iter().take(4).collect();
    matches!(word.as_str(), " at " | " AT " | " bei" | " chez")
        && (word.ends_with(' ') || chars.get(i + 4) == Some(&' '))
        && chars.get(i + 4).is_some_and(|c| c.is_uppercase() || *c == ' ')
}

/// Whether the weight or slope of the letters changes at a gap or a sign before `i`.
fn look_changes(places: &[crate::layout::Place], chars: &[char], i: usize) -> bool {
    let gap =
        i.checked_sub(1).and_then(|b| chars.get(b)).is_some_and(|c| matches!(c, ' ' | ',' | ':'));
    if !gap || chars.get(i).is_some_and(|c| !c.is_alphanumeric()) {
        return false;
    }
    // A slope that only letters of one script have is no change of look.
    let wide_at = |n: usize| chars.get(n).is_some_and(|&c| unspaced(c));
    let last = (0..i).rev().find(|&n| chars.get(n).is_some_and(|c| c.is_alphanumeric()));
    let Some(last) = last else { return false };
    let mask = if wide_at(last) == wide_at(i) { 3 } else { 1 };
    let look = |n: usize| places.get(n).map(|p| p.look.0 & mask);
    look(last) != look(i)
}

fn comma_units(part: &Passage) -> Vec<Passage> {
    let chars = part.chars();
    let mut out: Vec<Passage> = Vec::new();
    let mut start = 0;
    let mut depth = 0usize;
    for (i, ch) in chars.iter().enumerate() {
        match ch {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            ',' | '，' if depth == 0 => {
                let tail = fold(&part.slice(i + 1..chars.len()).text());
                let tail = tail.trim_start();
                let legal = [
                    "inc", "ltd", "llc", "l.l.c", "corp", "gmbh", "s.a", "plc", "co.", "lp",
                    "pllc", "mnd",
                ];
                if !legal.iter().any(|form| tail.starts_with(form)) && out.len() < 5 {
                    out.push(part.slice(start..i));
                    start = i + 1;
                }
            }
            _ => {}
        }
    }
    out.push(part.slice(start..chars.len()));
    // "Title (Org)" and "Org (City)": the bracket is a unit of its own where it names something.
    out
}

fn text_of(part: &Part, from: usize, to: usize) -> Passage {
    let units = part.units.get(from..to).unwrap_or_default();
    let mut all = Passage::default();
    for unit in units {
        all.append(", ", &unit.trim());
    }
    all.trim_separators()
}

/// How well `text` fits each role, without its neighbours.
fn scores(text: &str, kind: Field3) -> [f32; 3] {
    let lexicon = Lexicon::get();
    let folded = fold(text);
    let words = text.split_whitespace().count() + wide(text) / 3;
    let place = lexicon.places.score(text);
    let Evidence { title, legal, organisation: org, school, .. } = Evidence::of(text);
    let hint = lexicon.title_hints.any(&folded);
    let degree = lexicon.degrees.find(&folded);
    let long = (words as f32 - 8.0).max(0.0) * 0.3;
    let digits = if text.chars().any(|c| c.is_ascii_digit()) { 0.3 } else { 0.0 };
    let stop = if text.trim_end().ends_with('.') && !legal { 0.6 } else { 0.0 };
    let lower = if text.chars().next().is_some_and(char::is_lowercase) { 0.5 } else { 0.0 };
    let flag = |on: bool, worth: f32| if on { worth } else { 0.0 };
    let place_score = if place >= 0.99 {
        3.2
    } else if place >= 0.85 {
        2.4
    } else if place > 0.3 {
        0.2
    } else {
        -2.0
    };
    let place_score = place_score - flag(title || legal, 1.5) - flag(school && place < 0.99, 1.0);
    let known_place = flag(place >= 0.85 && !legal && !school && !org, 1.5);
    let what = match kind {
        Field3::Work => {
            let ends = lexicon.titles.find(&folded).iter().any(|hit| {
                hit.end == folded.len()
                    || folded
                        .get(hit.end..)
                        .is_some_and(|t| t.starts_with([',', ' ', '(', '/', '-']))
            });
            flag(title, 2.0) + flag(title && ends, 0.2) + flag(hint, 0.5)
                - flag(legal, 1.6)
                - flag(school, 0.8)
                - flag(org && !title, 0.4)
        }
        Field3::Education => {
            let sign =
                degree.iter().any(|hit| hit.len() >= 4 || is_short_degree(text, &folded, hit));
            flag(sign, 2.4) - flag(school, 1.3) + flag(lexicon.titles.any(&folded) && !school, 0.2)
        }
    };
    let who = match kind {
        Field3::Work => {
            flag(legal, 1.8) + flag(org, 1.0) + flag(school, 0.6) + 0.25
                - flag(title && !legal, 1.2)
                - flag(title && !org && !school && !legal, 0.5)
        }
        Field3::Education => {
            flag(school, 2.6) + flag(org, 0.3) + 0.1 - flag(!degree.is_empty() && !school, 1.0)
        }
    };
    [
        what - long - digits - stop - lower - known_place,
        who - long - stop - lower - known_place - flag(place >= 0.99, 0.6),
        place_score,
    ]
}

/// What it costs each role to take in pieces that say something else.
fn impurity(part: &Part, from: usize, to: usize, kind: Field3) -> [f32; 3] {
    if to - from < 2 {
        return [0.0; 3];
    }
    let mut cost = [0.0; 3];
    for unit in part.units.get(from..to).unwrap_or_default() {
        let text = unit.trim().text();
        let seen = Evidence::of(&text);
        let what = if kind == Field3::Work { seen.title } else { seen.degree };
        let who = seen.legal || seen.school || seen.organisation && kind == Field3::Work;
        let unknown = if kind == Field3::Work { 0.4 } else { 0.7 };
        let [in_what, in_who, _] = &mut cost;
        *in_what += if seen.place {
            1.3
        } else if who && !what {
            0.8
        } else if what {
            0.0
        } else {
            0.1
        };
        *in_who += if what && !who {
            1.0
        } else if seen.place {
            0.9
        } else if who {
            0.0
        } else {
            unknown
        };
    }
    cost
}

/// What the words of a text speak for.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Evidence {
    pub(crate) title: bool,
    pub(crate) legal: bool,
    pub(crate) organisation: bool,
    pub(crate) school: bool,
    pub(crate) degree: bool,
    pub(crate) place: bool,
}

impl Evidence {
    pub(crate) fn of(text: &str) -> Self {
        let lexicon = Lexicon::get();
        let folded = fold(text);
        let named =
            |hits: Vec<std::ops::Range<usize>>| hits.iter().any(|hit| capital(text, &folded, hit));
        let degrees = lexicon.degrees.find(&folded);
        Self {
            title: lexicon.titles.any(&folded),
            legal: named(lexicon.legal_forms.find(&folded)),
            organisation: named(lexicon.organisations.find(&folded)),
            school: named(lexicon.institutions.find(&folded)),
            degree: degrees.iter().any(|hit| hit.len() >= 4 || is_short_degree(text, &folded, hit)),
            place: lexicon.places.score(text) >= 0.85,
        }
    }
}

/// Whether the word at `hit` is printed with a capital, or in a script that has none.
fn capital(text: &str, folded: &str, hit: &std::ops::Range<usize>) -> bool {
    if text.len() != folded.len() {
        return text.chars().next().is_none_or(|c| !c.is_lowercase());
    }
    let word = text.get(..hit.end).unwrap_or_default();
    let start = word.rfind(char::is_whitespace).map_or(0, |at| at + 1).min(hit.start);
    text.get(start..)
        .and_then(|tail| tail.chars().find(|c| c.is_alphanumeric()))
        .is_none_or(|c| !c.is_lowercase())
}

/// Short forms such as "BS" count only in capitals or with dots.
fn is_short_degree(text: &str, folded: &str, hit: &std::ops::Range<usize>) -> bool {
    if text.len() != folded.len() {
        return true;
    }
    let printed = text.get(hit.clone()).unwrap_or_default();
    printed.chars().filter(|c| c.is_uppercase()).count() * 2
        >= printed.chars().filter(|c| c.is_alphabetic()).count()
        && printed.chars().any(char::is_uppercase)
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
        states = next.into_values().collect();
    }
    states.sort_by(|a, b| b.score.total_cmp(&a.score));
    let Some(best) = states.first() else { return Head::default() };
    finish(parts, best, kind, votes)
}

/// Every way to read one part: its units in up to three runs, each a role or left over.
fn choices(p: usize, part: &Part, kind: Field3, votes: &Votes) -> Vec<State> {
    let n = part.units.len().min(6);
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
        let sure = certainty(&text.text(), *role, kind, votes.get(&part.slot));
        let field = Some(Field::new(text, sure));
        match role {
            Role::What => head.what = field,
            Role::Who => head.who = field,
            Role::Where => head.place = field,
        }
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
    let z = 0.9 + 0.65 * margin.clamp(-2.0, 4.0) + 0.3 * own.clamp(-1.0, 3.0)
        - 4.0 * (odd - 0.12).max(0.0);
    1.0 / (1.0 + (-z).exp())
}
