//! The head of an entry in pieces.

use super::entries::{Entry, HeadCell};
use super::evidence::Evidence;
use super::roles::Role;
use crate::{
    layout::{Look, Passage},
    lexicon::{Label, Lexicon, fold, unspaced},
};

/// Where a part stands: row, cell, part, bold, italic.
pub(super) type Slot = (i8, u8, u8, bool, bool);

#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) slot: Slot,
    /// The pieces between commas.
    pub(super) units: Vec<Passage>,
    /// What a label before it says it is.
    pub(super) said: Option<Role>,
}

/// Splits the cells of a head at signs, brackets and changes of look.
pub(super) fn parts(entry: &Entry) -> Vec<Part> {
    let mut out = Vec::new();
    let mut label = None;
    let lonely = names_nobody(&entry.head);
    for cell in entry.head.iter().take(12) {
        let (said, text) = match labelled(&cell.text) {
            (Some(said), rest) if rest.is_empty() => {
                label = Some(said);
                continue;
            }
            (said, rest) => (said.or(label.take()), rest),
        };
        let mut number = 0;
        let pieces = if said.is_some() { vec![text] } else { pieces(&without_address(&text)) };
        for piece in pieces.iter().flat_map(|piece| bracketed(piece, lonely)) {
            let bare = piece.trim_separators();
            if bare.is_empty() || !bare.chars().iter().any(|c| c.is_alphanumeric()) {
                continue;
            }
            let bold = bare.share(Look::bold) > 0.5;
            let italic = bare.share(Look::italic) > 0.5;
            let units = comma_units(&bare);
            out.push(Part { slot: (cell.row, cell.column, number, bold, italic), units, said });
            number = (number + 1).min(9);
        }
    }
    out
}

/// "Employer: …": what the label says follows, and what follows.
fn labelled(cell: &Passage) -> (Option<Role>, Passage) {
    let colon = cell.chars().iter().take(50).position(|c| matches!(c, ':' | '：'));
    let name = cell.slice(0..colon.unwrap_or(cell.len()));
    let said = Lexicon::get().label(&name.text()).iter().find_map(|label| match label {
        Label::Employer | Label::Institution => Some(Role::Who),
        Label::Position | Label::Degree => Some(Role::What),
        Label::Place => Some(Role::Where),
        Label::Period | Label::Duties => None,
    });
    match (said, colon) {
        (Some(_), Some(at)) => (said, cell.slice(at + 1..cell.len()).trim_separators()),
        _ => (None, cell.clone()),
    }
}

/// Whether no piece of a head outside brackets names an organisation, and hardly any is free to.
fn names_nobody(head: &[HeadCell]) -> bool {
    let mut free = 0;
    for cell in head {
        for piece in pieces(&cell.text) {
            let text = piece.text();
            let outside = text.split(['(', '（']).next().unwrap_or_default();
            for unit in outside.split([',', '，', '、']).filter(|unit| !unit.trim().is_empty()) {
                let seen = Evidence::of(unit.trim());
                if (seen.legal || seen.school || seen.organisation) && !seen.title {
                    return false;
                }
                free += usize::from(!seen.place && !seen.title);
            }
        }
    }
    free == 0
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

/// Words in brackets behind a title that say how one was employed.
const TERMS: &[&str] = &[
    "part-time",
    "part time",
    "full-time",
    "full time",
    "contract",
    "contractor",
    "freelance",
    "remote",
    "intern",
    "internship",
    "temporary",
    "temp",
    "permanent",
    "casual",
    "seasonal",
    "volunteer",
    "hybrid",
    "acting",
    "interim",
    "promoted",
    "teilzeit",
    "vollzeit",
    "befristet",
    "unbefristet",
    "werkstudent",
    "praktikum",
    "minijob",
    "elternzeit",
    "m/w/d",
    "m/w",
    "w/m/d",
    "geringfugig",
    "cdi",
    "cdd",
    "stage",
    "alternance",
    "interim",
    "temps plein",
    "temps partiel",
    "benevole",
    "media jornada",
    "jornada completa",
    "practicas",
    "becario",
    "tempo parcial",
    "tempo integral",
    "estagio",
    "part time",
    "tempo determinato",
    "tempo indeterminato",
    "tirocinio",
    "deeltijd",
    "voltijd",
    "stagiair",
    "tijdelijk",
    "zzp",
    "staz",
    "praktyki",
    "vikariat",
    "deltid",
    "heltid",
    "timvikarie",
    "vikar",
    "studiejob",
    "yari zamanli",
    "tam zamanli",
    "staj",
    "兼职",
    "全职",
    "实习",
    "正社員",
    "契約社員",
    "派遣",
    "アルバイト",
    "パート",
    "정규직",
    "계약직",
    "인턴",
];

/// "Title (Employer)": what stands in brackets at the end on its own, where it names something or,
/// when a head is `lonely`, nothing else can name the employer.
fn bracketed(piece: &Passage, lonely: bool) -> Vec<Passage> {
    let text = piece.trim_separators();
    let chars = text.chars();
    let Some((at, end)) = bracket(chars).filter(|(at, _)| *at > 2) else {
        return vec![piece.clone()];
    };
    let inside = text.slice(at + 1..end);
    let before = text.slice(0..at);
    if !names_one(&inside.text(), &before.text(), lonely) {
        return vec![piece.clone()];
    }
    let mut out = vec![before, inside];
    out.extend(
        Some(text.slice(end + 1..chars.len()).trim_separators()).filter(|rest| !rest.is_empty()),
    );
    out
}

/// The last bracket at the end or before a comma: where it opens and where it closes.
fn bracket(chars: &[char]) -> Option<(usize, usize)> {
    let open = chars.iter().rposition(|c| matches!(c, '(' | '（'))?;
    let close = open + chars.iter().skip(open).position(|c| matches!(c, ')' | '）'))?;
    let after = chars.get(close + 1..).unwrap_or_default().iter().find(|c| !c.is_whitespace());
    after.is_none_or(|c| matches!(c, ',' | '，' | ';')).then_some((open, close))
}

/// Whether the words of a bracket name an organisation or a place.
fn names_one(words: &str, before: &str, lonely: bool) -> bool {
    let seen = Evidence::of(words);
    let host = words.contains('.') && !words.contains(' ') && words.len() > 5;
    let short = words.split_whitespace().count() <= 7;
    let names = (seen.legal || seen.school || seen.organisation)
        && (!seen.title || seen.legal)
        && words.len() > 4;
    let capital = words.chars().next().is_some_and(|c| !c.is_lowercase() && c.is_alphabetic());
    let alone = lonely
        && capital
        && words.chars().count() > 3
        && !TERMS.contains(&fold(words).as_str())
        && Evidence::of(before).title;
    seen.place || short && (names || alone) || host
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
            || matches!(ch, '—' | '@') && depth == 0 && before.is_alphabetic();
        let at_word = spaced_at(chars, start, i);
        if depth == 0 && sign {
            out.push(cell.slice(start..i));
            start = i + 1;
        } else if let Some(len) = at_word.filter(|_| depth == 0) {
            out.push(cell.slice(start..i));
            start = i + len;
            i += len - 1;
        } else if depth == 0 && i > start && look_changes(places, chars, i) {
            out.push(cell.slice(start..i));
            start = i;
        }
        i += 1;
    }
    out.push(cell.slice(start..chars.len()));
    out
}

/// Words between a title and an employer.
const AT: &[&str] = &["at", "AT", "bei", "chez"];
/// The same in languages where a title must stand before it.
const AT_AFTER_TITLE: &[&str] = &[
    "beim",
    "bij",
    "presso",
    "hos",
    "på",
    "w firmie",
    "в компании",
    "у компанії",
    "în cadrul",
    "la firma",
    "v",
    "ve společnosti",
    "στην",
    "στο",
    "en",
    "w",
    "we",
    "em",
    "na",
    "no",
    "ved",
    "à",
    "au",
    "в",
    "у",
    "c/o",
];
/// How many of [`AT_AFTER_TITLE`] say it without doubt; behind the others an organisation must be named.
const CERTAIN: usize = 14;

/// How long the word is that stands between a title and an employer at `i`, with its spaces.
fn spaced_at(chars: &[char], start: usize, i: usize) -> Option<usize> {
    if chars.get(i) != Some(&' ') || i <= start {
        return None;
    }
    let rest: String = chars.get(i + 1..).unwrap_or_default().iter().take(90).collect();
    let follows = |word: &&&str| {
        let after = rest.strip_prefix(**word).and_then(|tail| tail.strip_prefix(' '));
        after.is_some_and(|tail| {
            tail.chars()
                .next()
                .is_some_and(|c| !c.is_lowercase() && c != '(' && !c.is_ascii_digit())
        })
    };
    if let Some(word) = AT.iter().find(follows) {
        return Some(word.chars().count() + 2);
    }
    let (n, word) = AT_AFTER_TITLE.iter().enumerate().find(|(_, word)| follows(word))?;
    let before: String = chars.get(start..i).unwrap_or_default().iter().collect();
    if !Evidence::of(&before).title {
        return None;
    }
    let behind = rest.get(word.len()..).unwrap_or_default();
    let behind = behind.split([',', '|', '(', '–', '·']).next().unwrap_or_default();
    let seen = Evidence::of(behind.trim());
    let named = (seen.legal || seen.organisation || seen.school) && !seen.title;
    (n < CERTAIN && !seen.title || named).then(|| word.chars().count() + 2)
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

pub(super) fn text_of(part: &Part, from: usize, to: usize) -> Passage {
    let units = part.units.get(from..to).unwrap_or_default();
    let mut all = Passage::default();
    for unit in units {
        all.append(", ", &unit.trim());
    }
    all.trim_separators()
}
