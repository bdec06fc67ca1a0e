//! Who it is: the name and the headline under it.

use super::{
    body,
    found::{Field, Found},
};
use crate::{
    layout::{Layout, Line, Passage},
    lexicon::{Lexicon, fold, wide},
    resumes::dates,
};

/// Reads the name and the headline from `header`, the lines before the first headings.
pub(crate) fn read(layout: &Layout, header: &[usize], contact: &[usize], found: &mut Found) {
    let labelled = by_label(layout, header).or_else(|| by_label(layout, contact));
    let picked = labelled.or_else(|| by_look(layout, header, &found.resume.basics.email));
    let mut label_from = None;
    if let Some((field, line, cell)) = picked {
        let shown = spaced_capitals(&field.text.text());
        found.note(layout, "basics.name".into(), &field.text, field.sure);
        found.resume.basics.name = shown;
        label_from = Some((line, cell));
    }
    if let Some(field) = headline(layout, header, label_from, found) {
        found.resume.basics.label =
            found.put(layout, "basics.label".into(), &field.text, field.sure);
    }
}

fn spaced_capitals(name: &str) -> String {
    super::found::tidy(name).trim_end_matches([',', ';', '|']).to_owned()
}

/// Whether `text` names a job.
pub(crate) fn is_title(text: &str) -> bool {
    Lexicon::get().titles.any(&fold(text))
}

type Picked = (Field, usize, usize);

/// "Name: …", or a cell "Name" with the name in the next.
fn by_label(layout: &Layout, lines: &[usize]) -> Option<Picked> {
    let is_label = |text: &str| Lexicon::get().is_name_label(text);
    for (n, &i) in lines.iter().enumerate() {
        let line = layout.lines.get(i)?;
        for (c, cell) in line.cells.iter().enumerate() {
            let text = cell.text.text();
            if let Some(at) = cell.text.chars().iter().position(|c| matches!(c, ':' | '：'))
                && is_label(&cell.text.slice(0..at).text())
            {
                let rest = cell.text.slice(at + 1..cell.text.len()).trim();
                if !rest.is_empty() {
                    return Some((Field::new(rest, 0.97), i, c));
                }
            }
            if is_label(&text) {
                let next = line.cells.get(c + 1).map(|cell| (cell, i, c + 1));
                let below = lines.get(n + 1).and_then(|&b| {
                    layout.lines.get(b).and_then(|l| l.cells.first()).map(|cell| (cell, b, 0))
                });
                if let Some((cell, i, c)) = next.or(below) {
                    return Some((Field::new(cell.text.clone(), 0.95), i, c));
                }
            }
        }
    }
    None
}

fn by_look(layout: &Layout, header: &[usize], email: &str) -> Option<Picked> {
    let lines: Vec<(usize, &Line)> =
        header.iter().take(60).filter_map(|&i| layout.lines.get(i).map(|l| (i, l))).collect();
    let max = lines.iter().flat_map(|(_, l)| &l.cells).map(|c| c.size).fold(1.0, f32::max);
    let local: Vec<String> = fold(email.split('@').next().unwrap_or_default())
        .split(|c: char| !c.is_alphabetic())
        .filter(|t| t.len() >= 3)
        .map(str::to_owned)
        .collect();
    let mut best: Option<(f32, f32, Picked)> = None;
    let mut rank = 0;
    for (i, line) in &lines {
        for (c, cell) in line.cells.iter().enumerate() {
            let whole = name_part(&cell.text);
            let Some(score) = score(&whole, cell.size, max, cell.bold, rank, &local, line) else {
                continue;
            };
            rank += 1;
            let second = best.as_ref().map_or(0.0, |b| b.0);
            if best.as_ref().is_none_or(|b| score > b.0) {
                best = Some((score, second, (Field::new(whole, 0.9), *i, c)));
            } else if let Some(b) = &mut best {
                b.1 = b.1.max(score);
            }
        }
    }
    let (top, second, (mut field, i, c)) = best?;
    if top < 0.8 {
        return None;
    }
    let z = 0.9 * (top - 2.2) + 0.8 * (top - second).min(2.5);
    field.sure = 0.45 + 0.54 / (1.0 + (-z).exp());
    let line = layout.lines.get(i)?;
    // A name set in two cells or on two lines of the same size.
    let words = field.text.text().split_whitespace().count();
    if words == 1 && wide(&field.text.text()) == 0 {
        let size = line.cells.get(c).map_or(0.0, |cell| cell.size);
        let near =
            line.cells.get(c + 1).filter(|n| (n.size - size).abs() < 0.1 * size).map(|n| &n.text);
        let place = lines.iter().position(|(n, _)| *n == i)?;
        let below = lines
            .get(place + 1)
            .filter(|(_, l)| l.block == line.block && l.cells.len() == 1)
            .and_then(|(_, l)| l.cells.first());
        let below = below
            .filter(|n| {
                (n.size - size).abs() < 0.1 * size
                    && size > 1.2 * layout.body_size
                    && n.text.text().split_whitespace().count() <= 2
                    && !is_title(&n.text.text())
            })
            .map(|n| &n.text);
        if let Some(more) = near.or(below) {
            field.text.append(" ", more);
        }
    }
    Some((field, i, c))
}

/// The part of a cell that can be a name: what stands before a sign or a comma.
fn name_part(cell: &Passage) -> Passage {
    let pieces = cell.split(|c| matches!(c, '|' | '•' | '·' | '–' | '—' | '｜'));
    let first = pieces.into_iter().find(|p| !p.trim().is_empty()).unwrap_or_default().trim();
    let comma = first.chars().iter().position(|c| matches!(c, ',' | '('));
    match comma {
        Some(at) if at > 2 => {
            let tail = fold(&first.slice(at + 1..first.len()).text());
            let suffix = [
                "phd", "ph.d", "md", "m.d", "mba", "rn", "jr", "sr", "cpa", "esq", "iii", "pmp",
                "msc", "bsn", "dds",
            ];
            if suffix.iter().any(|s| tail.trim().starts_with(s)) || is_title(&tail) {
                first.slice(0..at)
            } else {
                first
            }
        }
        _ => first,
    }
}

fn score(
    text: &Passage,
    size: f32,
    max: f32,
    bold: bool,
    rank: usize,
    local: &[String],
    line: &Line,
) -> Option<f32> {
    let words_text = text.text();
    let folded = fold(&words_text);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let letters = words_text.chars().filter(|c| c.is_alphabetic()).count();
    let cjk = wide(&words_text);
    let digits = words_text.chars().any(|c| c.is_ascii_digit());
    if letters < 2
        || words.len() > 7
        || words_text.contains(['@', '/', '\\', '*'])
        || digits
        || words_text.chars().count() > 50
        || cjk > 6
    {
        return None;
    }
    let lexicon = Lexicon::get();
    if lexicon.is_document_title(&words_text)
        || lexicon.heading(&words_text).is_some()
        || words_text.trim_end().ends_with([':', '：'])
    {
        return None;
    }
    let mut score = 3.0 * size / max - 0.03 * rank as f32;
    score += match (words.len(), cjk) {
        (_, 2..=4) => 0.8,
        (2..=4, _) => 0.8,
        (5, _) => 0.2,
        (1, 0) => -0.3,
        _ => -0.4,
    };
    score += if bold { 0.3 } else { 0.0 };
    if local
        .iter()
        .any(|l| words.iter().any(|w| w.len() >= 3 && (l.contains(*w) || w.contains(l.as_str()))))
    {
        score += 1.5;
    }
    let upper = words_text
        .split_whitespace()
        .filter(|w| w.chars().next().is_some_and(char::is_uppercase))
        .count();
    if upper * 2 < words.len() && cjk == 0 && words_text.chars().any(char::is_lowercase) {
        score -= 1.2;
    }
    score -= if lexicon.titles.any(&folded) || lexicon.degrees.all(&folded) { 1.6 } else { 0.0 };
    score -= if lexicon.legal_forms.any(&folded) || lexicon.institutions.any(&folded) {
        1.0
    } else {
        0.0
    };
    score -= if lexicon.is_place(&words_text) { 1.4 } else { 0.0 };
    score -= if words_text.trim_end().ends_with('.') && words.len() > 3 { 1.0 } else { 0.0 };
    score -= if line.bullet.is_some() { 0.8 } else { 0.0 };
    Some(score)
}

/// The headline: a title near the name.
fn headline(
    layout: &Layout,
    header: &[usize],
    name: Option<(usize, usize)>,
    found: &Found,
) -> Option<Field> {
    let (name_line, name_cell) = name?;
    let position = header.iter().position(|&i| i == name_line)?;
    let name_text = &found.resume.basics.name;
    let mut best: Option<Field> = None;
    for (distance, &i) in header.iter().skip(position).take(7).enumerate() {
        let Some(line) = layout.lines.get(i) else { continue };
        if line.block != layout.lines.get(name_line)?.block && distance > 4 {
            break;
        }
        for (c, cell) in line.cells.iter().enumerate() {
            let text = if i == name_line && c == name_cell {
                after_name(&cell.text, name_text)
            } else {
                cell.text.clone()
            };
            let text = text.trim_matches(|c| {
                c.is_whitespace() || matches!(c, '|' | '–' | '—' | '-' | '•' | ',' | '·')
            });
            let Some(sure) = headline_score(layout, &text, distance, line) else { continue };
            if best.as_ref().is_none_or(|b| b.sure < sure) {
                let above =
                    header.get((position + distance).wrapping_sub(1)).filter(|&&i| i != name_line);
                let text = above.and_then(|&i| wrapped(layout, i, line, &text)).unwrap_or(text);
                best = Some(Field::new(text, sure));
            }
        }
    }
    best
}

/// A headline that began on the line above, where it had no room for the next word.
fn wrapped(layout: &Layout, above: usize, line: &Line, text: &Passage) -> Option<Passage> {
    let over = layout.lines.get(above)?;
    let alike = over.block == line.block
        && (over.size - line.size).abs() < 0.05 * line.size
        && over.bold() == line.bold()
        && over.colour() == line.colour();
    let short = line.text().split_whitespace().count() <= 2 && line.gap < 1.8;
    let words = over.text();
    let plain = !words.contains('@') && !words.chars().any(|c| c.is_ascii_digit());
    if !alike
        || !short
        || !plain
        || over.cells.len() > 1
        || !body::would_not_fit(layout, over, line, 0.0)
    {
        return None;
    }
    let mut whole = over.passage();
    body::join(&mut whole, text);
    Some(whole)
}

fn after_name(cell: &Passage, name: &str) -> Passage {
    let len = name.chars().count();
    if cell.len() > len + 3 { cell.slice(len..cell.len()) } else { Passage::default() }
}

fn headline_score(layout: &Layout, text: &Passage, distance: usize, line: &Line) -> Option<f32> {
    let words = text.text();
    let count = words.split_whitespace().count() + wide(&words) / 3;
    let lexicon = Lexicon::get();
    let digits = words.chars().filter(char::is_ascii_digit).count();
    if words.chars().count() < 3
        || count > 12
        || words.contains('@')
        || words.contains("http")
        || words.contains("www.")
        || digits > 3
        || line.bullet.is_some()
    {
        return None;
    }
    if words.contains(".com")
        || lexicon.heading(&words).is_some()
        || lexicon.is_place(&words)
        || words.trim_end().ends_with(['.', ':', '：'])
        || dates::best(text.chars()).is_some()
    {
        return None;
    }
    let title = lexicon.titles.any(&fold(&words));
    let near = 0.03 * distance as f32;
    let capitals = words.split_whitespace().filter(|w| !w.starts_with(char::is_lowercase)).count();
    let sentence = count > 7 && capitals * 2 < count && wide(&words) == 0;
    if title && count <= 10 && !sentence {
        return Some(0.93 - near);
    }
    let large = line.size > 1.1 * layout.body_size;
    (distance == 1
        && large
        && count <= 6
        && digits == 0
        && !words.contains(',')
        && lexicon.title_hints.any(&fold(&words)))
    .then_some(0.7)
}
