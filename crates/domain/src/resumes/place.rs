//! Where the person lives.

use super::found::{Field, Found};
use crate::{
    layout::{Layout, Passage},
    lexicon::Lexicon,
};
/// Where what an address label announces begins in `cell`.
fn after_label(cell: &Passage) -> Option<usize> {
    let at = cell.chars().iter().take(40).position(|c| matches!(c, ':' | '：'))?;
    let label = cell.slice(0..at).text();
    Lexicon::get().is_address_label(&label).then_some(at + 1)
}

/// The pieces of a header cell between the signs that separate them.
pub(super) fn parts(cell: &Passage) -> Vec<Passage> {
    let chars = cell.chars().to_vec();
    let mut pieces = cell
        .split(|c| matches!(c, '|' | '•' | '·' | '｜' | '⋄' | '◆' | '♦' | '∙' | ';' | '；' | '‖'));
    pieces = pieces
        .into_iter()
        .flat_map(|piece| {
            let text = piece.text();
            let cut = [" - ", " – ", " — ", " / "]
                .iter()
                .find_map(|sign| text.find(sign).map(|at| (at, sign.len())));
            match cut {
                Some((at, len)) => {
                    let a = crate::layout::char_range(&text, 0..at).end;
                    let b = crate::layout::char_range(&text, 0..at + len).end;
                    vec![piece.slice(0..a), piece.slice(b..piece.len())]
                }
                None => vec![piece],
            }
        })
        .collect();
    if chars.is_empty() { Vec::new() } else { pieces }
}

/// A place among other things that only commas separate.
fn place_within(part: &Passage) -> Option<(Passage, f32)> {
    let commas: Vec<usize> = part
        .chars()
        .iter()
        .enumerate()
        .filter(|(_, c)| matches!(c, ',' | '，'))
        .map(|(i, _)| i)
        .collect();
    if commas.len() < 2 {
        return None;
    }
    let mut edges = vec![0];
    edges.extend(commas.iter().map(|at| at + 1));
    edges.push(part.len() + 1);
    let places = &Lexicon::get().places;
    for width in [3usize, 2, 1] {
        for window in edges.windows(width + 1) {
            let (Some(from), Some(to)) = (window.first(), window.last()) else { continue };
            let inner = part.slice(*from..to - 1).trim_separators();
            let text = inner.text();
            let need = if width == 1 { 0.99 } else { 0.85 };
            if places.score(&text) >= need && !text.chars().any(|c| c == '@') {
                return Some((inner, if width == 1 { 0.75 } else { 0.9 }));
            }
        }
    }
    None
}

/// "Kadıköy, İstanbul": a part of a city that only the city makes known.
fn ends_in_city(words: &str) -> bool {
    let Some((quarter, city)) = words.rsplit_once([',', '،']) else { return false };
    let places = &Lexicon::get().places;
    let plain = quarter.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '.'));
    let capital = quarter.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase());
    plain && capital && quarter.split_whitespace().count() <= 3 && places.is_city(city)
}

/// Whether words can be a place that no list knows: few, capitalised, without figures.
fn near_name(words: &str) -> bool {
    words.split_whitespace().count() <= 4
        && words.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
        && !words.contains([':', '：'])
}

pub(super) fn place(layout: &Layout, cells: &[Passage], near: &[usize], found: &mut Found) {
    let lexicon = Lexicon::get();
    let mut best: Option<Field> = None;
    let mut offer = |text: Passage, sure: f32| {
        if best.as_ref().is_none_or(|b| b.sure < sure) {
            best = Some(Field::new(text, sure));
        }
    };
    let mut label_above = false;
    for cell in cells {
        let label = lexicon.is_address_label(&cell.text());
        let after = std::mem::replace(&mut label_above, label);
        for part in parts(cell) {
            let text = part.trim_separators();
            if let Some(at) = after_label(&text) {
                let rest = text.slice(at..text.len()).trim_separators();
                let reach = rest.chars().contains(&'@');
                if !rest.is_empty() && rest.len() < 100 && !reach {
                    offer(rest.clone(), 0.95 + 0.01 * lexicon.places.score(&rest.text()));
                    continue;
                }
            }
            let words = text.text();
            if let Some((inner, sure)) = place_within(&part).filter(|_| words.contains('@')) {
                offer(inner, sure);
                continue;
            }
            if words.contains('@')
                || words.is_empty()
                || words.chars().count() > 90
                || super::name::is_title(&words) && lexicon.places.score(&words) < 0.99
            {
                continue;
            }
            let score = lexicon.places.score(&words);
            let digits = words.chars().filter(char::is_ascii_digit).count();
            let phone = digits >= 7 && words.chars().filter(|c| c.is_alphabetic()).count() < 4;
            if after && !phone && (score > 0.0 || near_name(&words)) {
                offer(text, 0.94);
            } else if score >= 0.99 {
                offer(text, 0.93);
            } else if score >= 0.85 {
                offer(text, 0.88);
            } else if score >= 0.6 && words.matches(',').count() >= 2 {
                offer(text, 0.85);
            } else if let Some((inner, sure)) = place_within(&part) {
                offer(inner, sure);
            } else if ends_in_city(&words) {
                offer(text, 0.84);
            } else if score >= 0.3 && digits > 0 && !phone && words.contains(',') {
                offer(text, 0.86);
            }
        }
    }
    let _ = near;
    if let Some(Field { text, sure }) = best {
        found.resume.basics.location =
            found.put(layout, "basics.location".into(), &text, sure.min(0.97));
    }
}
