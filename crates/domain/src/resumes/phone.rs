//! Telephone numbers.

use super::contact::EMAIL;
use super::web::URL;
use super::{
    dates,
    found::{Field, Found},
};
use crate::{
    layout::{Layout, Passage},
    lexicon::fold,
};
use regex::Regex;
use std::{ops::Range, sync::LazyLock};

static PHONE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?:\+ ?|\(\+?|\b00)?[\dX*][\dXx*\s().\-–‑/]{5,24}[\dXx*]").ok());

pub(super) fn phone(layout: &Layout, near: &[Passage], all: &[Passage], found: &mut Found) {
    let best = |cells: &[Passage], need: f32| {
        let hits = cells
            .iter()
            .enumerate()
            .flat_map(|(i, cell)| phones(cell, i.checked_sub(1).and_then(|b| cells.get(b))));
        hits.filter(|hit| hit.sure >= need).fold(None::<Field>, |best, hit| match best {
            Some(best) if best.sure >= hit.sure => Some(best),
            _ => Some(hit),
        })
    };
    let hit = best(near, 0.5).or_else(|| best(all, 0.9));
    if let Some(Field { text, sure }) = hit {
        found.resume.basics.phone = found.put(layout, "basics.phone".into(), &text, sure);
        return;
    }
    if let Some(link) =
        layout.links.iter().find(|link| link.target.to_ascii_lowercase().starts_with("tel:"))
    {
        let number = link.target.get(4..).unwrap_or_default().to_owned();
        if number.chars().filter(char::is_ascii_digit).count() >= 6 {
            found.note(layout, "basics.phone".into(), &link.text, 0.85);
            found.resume.basics.phone = number;
        }
    }
}

/// Words that stand before a telephone number.
const LABELS: &[&str] = &[
    "phone",
    "tel",
    "mobil",
    "cell",
    "handy",
    "mob",
    "fono",
    "телефон",
    "电话",
    "手机",
    "電話",
    "携帯",
    "هاتف",
    "جوال",
    "gsm",
    "puh",
    "연락처",
    "전화",
];

fn phones(cell: &Passage, above: Option<&Passage>) -> Vec<Field> {
    let Some(pattern) = PHONE.as_ref() else { return Vec::new() };
    let label = |text: &str| LABELS.iter().any(|l| text.contains(l));
    let labelled = label(&fold(&cell.text()))
        || above.is_some_and(|a| a.len() < 20 && label(&fold(&a.text())));
    let urls: Vec<Range<usize>> = [URL.as_ref(), EMAIL.as_ref()]
        .into_iter()
        .flatten()
        .flat_map(|p| cell.find_all(p))
        .collect();
    let dates: Vec<Range<usize>> =
        dates::scan(cell.chars()).into_iter().map(|span| span.at).collect();
    let mut out = Vec::new();
    for range in cell.find_all(pattern) {
        let touches = |other: &Range<usize>| other.start < range.end && range.start < other.end;
        let text = cell.slice(range.clone()).trim();
        let dated = dates.iter().any(touches) && !labelled && !text.chars().contains(&'+');
        if urls.iter().any(touches) || dated || glued(cell, &range) {
            continue;
        }
        if let Some(sure) = likely(&text, labelled) {
            out.push(Field::new(balanced(cell, text, range.start), sure));
        }
    }
    out
}

/// Whether letters or digits stand right beside the range.
fn glued(cell: &Passage, range: &Range<usize>) -> bool {
    let before = range.start.checked_sub(1).and_then(|at| cell.chars().get(at));
    let after = cell.chars().get(range.end);
    before.into_iter().chain(after).any(|c| c.is_alphanumeric())
}

/// How likely `text` is a telephone number, if it can be one.
fn likely(text: &Passage, labelled: bool) -> Option<f32> {
    let count = |is: fn(char) -> bool| text.chars().iter().filter(|c| is(**c)).count();
    let digits = count(|c| c.is_ascii_digit());
    let masks = count(|c| matches!(c, 'x' | 'X' | '*'));
    let signs = count(|c| matches!(c, '(' | ')' | '-' | '.' | ' ' | '+' | '–' | '/'));
    if digits + masks < 7 || digits > 15 || digits < 4 && !labelled || masks == 1 {
        return None;
    }
    let plus = matches!(text.chars().first(), Some('+' | '('));
    Some(match digits {
        _ if labelled || plus => 0.975,
        9.. if signs >= 2 => 0.95,
        9.. => 0.85,
        _ => 0.55,
    })
}

/// With the bracket that opens right before it.
fn balanced(cell: &Passage, text: Passage, start: usize) -> Passage {
    let closes = text.chars().contains(&')') && !text.chars().contains(&'(');
    match start.checked_sub(1).and_then(|b| cell.chars().get(b)) {
        Some('(') if closes => cell.slice(start - 1..start + text.len()),
        _ => text,
    }
}
