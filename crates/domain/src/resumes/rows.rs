//! The lines of a section: which have dates, which are text.

use super::entries::Dated;
use super::{
    body::right_edge,
    dates::{self, Span},
    evidence::Evidence,
};
use crate::{
    layout::{Layout, Line, Passage},
    lexicon::{Label, Lexicon, fold, wide},
};

/// What a line is within a section.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) line: usize,
    pub(super) cells: Vec<Passage>,
    pub(super) date: Option<Dated>,
    pub(super) body: bool,
}

pub(super) fn rows(layout: &Layout, lines: &[usize], title: &Passage) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let heads = bullet_heads(layout, lines);
    for &i in lines {
        let Some(line) = layout.lines.get(i) else { continue };
        let same_line = title.lines().contains(&(i as u32));
        let cells = line.cells.iter().skip(usize::from(same_line));
        let mut cells: Vec<Passage> = cells.map(|cell| cell.text.clone()).collect();
        let free = rows
            .iter()
            .rposition(|row| !row.body && row.date.is_none())
            .filter(|at| at + 3 >= rows.len());
        if let Some(head) = free.and_then(|at| rows.get_mut(at)) {
            head.date = take_aside(layout, line, &mut cells).or(head.date.take());
        }
        let above = rows.last().and_then(|row| Some((layout.lines.get(row.line)?, row)));
        let listed = line.bullet.is_some() && !dated_bullet(&cells) && !heads.contains(&i);
        let row = row(layout, i, line, cells, listed, above);
        if !merge_dates(layout, &mut rows, &row) {
            rows.push(row);
        }
    }
    mark_wrapped(layout, &mut rows);
    rows
}

pub(super) fn row(
    layout: &Layout,
    i: usize,
    line: &Line,
    cells: Vec<Passage>,
    listed: bool,
    above: Option<(&Line, &Row)>,
) -> Row {
    if listed {
        return Row { line: i, cells, date: None, body: true };
    }
    if let [only] = cells.as_slice()
        && only.len() <= 50
        && only.text().trim_end().ends_with([':', '：'])
        && Lexicon::get().label(&only.text()).contains(&Label::Duties)
    {
        // "Responsibilities:" only says that text follows.
        return Row { line: i, cells: Vec::new(), date: None, body: true };
    }
    let (rest, date) = take_date(cells.clone());
    let fits = |d: &Dated| {
        line.cells.len() > 1
            || line.chars() < 60 + d.text.len()
            || (d.span.range || at_end(&cells, d)) && line.chars() < 150
    };
    match date.filter(fits) {
        Some(date) => Row { line: i, cells: rest, date: Some(date), body: false },
        None => {
            let body = line.bullet.is_none() && is_body(layout, line, above) || tags(&cells);
            Row { line: i, cells, date: None, body }
        }
    }
}

/// Whether the date is the last thing on its line, in brackets or behind a comma.
fn at_end(cells: &[Passage], date: &Dated) -> bool {
    let Some(cell) = cells.first() else { return false };
    let before = date.span.at.start.checked_sub(1).and_then(|at| cell.chars().get(at));
    date.span.at.end + 1 >= cell.len() && (before == Some(&'(') || date.span.at.end < cell.len())
}

/// Three or more words in a row that say neither what nor who nor where.
fn tags(cells: &[Passage]) -> bool {
    cells.len() >= 3
        && cells.iter().all(|cell| {
            let seen = Evidence::of(&cell.text());
            cell.len() <= 30
                && !(seen.title
                    || seen.legal
                    || seen.organisation
                    || seen.school
                    || seen.degree
                    || seen.place)
        })
}

/// The bullets of the outer level where each of them is followed by a date: they are heads.
fn bullet_heads(layout: &Layout, lines: &[usize]) -> Vec<usize> {
    let line = |at: usize| lines.get(at).and_then(|&i| layout.lines.get(i));
    let outer: Vec<usize> =
        (0..lines.len()).filter(|&at| line(at).is_some_and(|l| l.bullet == Some(0))).collect();
    let dated = |at: &usize| {
        line(at + 1)
            .is_some_and(|l| l.bullet.is_none() && dates::best(l.passage().chars()).is_some())
            || line(*at).is_some_and(|l| {
                l.cells.len() > 1
                    && l.cells.last().is_some_and(|c| dates::best(c.text.chars()).is_some())
            })
    };
    let followed = outer.iter().filter(|at| dated(at)).count();
    if followed == 0 || followed * 10 < outer.len() * 8 {
        return Vec::new();
    }
    outer.iter().filter_map(|&at| lines.get(at).copied()).collect()
}

/// A date on a line of its own under another date belongs to the same entry.
fn merge_dates(layout: &Layout, rows: &mut [Row], row: &Row) -> bool {
    let Some(last) = rows.last_mut() else { return false };
    let (Some(above), Some(line)) = (layout.lines.get(last.line), layout.lines.get(row.line))
    else {
        return false;
    };
    let near = above.block == line.block && line.gap < 1.8 || !layout.paginated;
    let (Some(old), Some(new)) = (&mut last.date, &row.date) else { return false };
    if !row.cells.is_empty() || !near || last.cells.is_empty() {
        return false;
    }
    let start = |d: &Dated| d.span.start.or(d.span.end.and_then(crate::date::EndDate::date));
    let first = start(old).min(start(new)).or(start(old)).or(start(new));
    let end = old.span.end.max(new.span.end);
    old.span.start = first;
    old.span.end = end;
    old.span.range = true;
    old.text.append(" ", &new.text);
    let all = old.text.len();
    old.span.split = old.span.at.start + all;
    true
}

/// Takes a date or a duration that stands at the right of a line of text, where it belongs to the
/// head above.
fn take_aside(layout: &Layout, line: &Line, cells: &mut Vec<Passage>) -> Option<Dated> {
    if cells.len() < 2 || !layout.paginated {
        return None;
    }
    let text = line.cells.first().map(|c| c.text.text()).unwrap_or_default();
    let seen = Evidence::of(&text);
    let names = seen.title || seen.legal || seen.organisation || seen.school || seen.degree;
    let prose = line.bullet.is_some()
        || text.chars().next().is_some_and(char::is_lowercase)
        || text.split_whitespace().count() >= 7 && !names && !line.bold();
    let last = cells.last()?;
    if !prose || last.len() > 40 {
        return None;
    }
    if dates::is_duration(last.chars()) {
        cells.pop();
        return None;
    }
    let span = dates::best(last.chars())?;
    if span.at.len() * 10 < last.len() * 8 {
        return None;
    }
    let text = last.slice(span.at.clone());
    cells.pop();
    Some(Dated { span, text })
}

/// Whether a list item is the head of an entry: a range at one of its ends and little text.
fn dated_bullet(cells: &[Passage]) -> bool {
    let mut all = Passage::default();
    for cell in cells {
        all.append(" ", cell);
    }
    let span = dates::best(all.chars()).filter(|span| span.range);
    span.is_some_and(|span| {
        all.len() < 140
            && (span.at.start <= 1 || span.at.end + 2 >= all.len())
            && all.len() > span.at.len() + 5
            && !all.text().trim_end().ends_with(".")
            && !is_since(&all.slice(span.at).text())
    })
}

/// Whether a range is only "since 2022": in a list item that ends a sentence, not a head.
fn is_since(range: &str) -> bool {
    let begins_low = range.trim_start().chars().next().is_some_and(char::is_lowercase);
    begins_low && !range.contains(['-', '–', '—', '‑'])
}

/// A line that begins in lower case goes on with the one above it: both are text.
fn mark_wrapped(layout: &Layout, rows: &mut [Row]) {
    for i in 1..rows.len() {
        let Some([above, row]) = rows.get_mut(i - 1..=i) else { continue };
        let (Some(over), Some(line)) = (layout.lines.get(above.line), layout.lines.get(row.line))
        else {
            continue;
        };
        let lower = line
            .cells
            .first()
            .and_then(|c| c.text.chars().first())
            .is_some_and(|c| c.is_lowercase());
        if !lower
            || row.body
            || row.date.is_some()
            || line.cells.len() > 1
            || over.block != line.block
            || line.gap > 1.8
        {
            continue;
        }
        let words = line.text().split_whitespace().count();
        if words >= 2 && !line.bold() {
            row.body = true;
            if !above.body
                && above.date.is_none()
                && !over.bold()
                && over.cells.len() == 1
                && over.text().split_whitespace().count() >= 4
            {
                above.body = true;
            }
        }
    }
}

/// Takes the dates out of the cells of a line.
fn take_date(cells: Vec<Passage>) -> (Vec<Passage>, Option<Dated>) {
    let mut best: Option<(usize, Span)> = None;
    for (i, cell) in cells.iter().enumerate() {
        if let Some(span) = dates::best(cell.chars())
            && best.as_ref().is_none_or(|(_, b)| !b.range && span.range)
        {
            best = Some((i, span));
        }
    }
    let Some((at, span)) = best else {
        return across_cells(cells);
    };
    let mut out = Vec::new();
    let mut text = Passage::default();
    for (i, cell) in cells.into_iter().enumerate() {
        if i != at {
            out.push(cell);
            continue;
        }
        text = cell.slice(span.at.clone());
        let (before, after) = cell.without(span.at.clone());
        for piece in [before, after] {
            let piece = without_date_words(&piece.trim_separators());
            if !piece.is_empty() {
                out.push(piece);
            }
        }
    }
    (out, Some(Dated { span, text }))
}

/// A range whose ends stand in cells of their own.
fn across_cells(cells: Vec<Passage>) -> (Vec<Passage>, Option<Dated>) {
    let mut all = Passage::default();
    for cell in &cells {
        all.append(" ", cell);
    }
    match dates::best(all.chars()) {
        Some(span) if span.range && all.len() < 120 => {
            let text = all.slice(span.at.clone());
            let (before, after) = all.without(span.at.clone());
            let rest = [before, after]
                .into_iter()
                .map(|p| p.trim_separators())
                .filter(|p| !p.is_empty())
                .collect();
            (rest, Some(Dated { span, text }))
        }
        _ => (cells, None),
    }
}

/// Drops "Expected", "Graduated" and the like, which belong to a date.
fn without_date_words(text: &Passage) -> Passage {
    const WORDS: &[&str] = &[
        "expected",
        "graduated",
        "graduation",
        "anticipated",
        "expected graduation",
        "from",
        "since",
        "von",
        "du",
        "de",
        "depuis",
        "graduation date",
        "class of",
        "date",
        "dates",
        "completed",
        "awarded",
        "issued",
        "est",
        "in",
        "until",
        "bis",
        "expected in",
        "issued in",
        "graduate",
        "exp",
        "conferred",
        "period",
        "on",
    ];
    let folded = fold(&text.text());
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let label = Lexicon::get().label(bare).contains(&Label::Period);
    if WORDS.contains(&bare) || bare.is_empty() || label {
        return Passage::default();
    }
    for word in WORDS.iter().filter(|w| w.len() >= 8) {
        if let Some(head) = bare.strip_suffix(word)
            && head.ends_with([' ', '(', ',', '-', '–', '|'])
        {
            let keep = text.len().saturating_sub(word.chars().count());
            return text.slice(0..keep).trim_separators();
        }
    }
    text.clone()
}

/// Whether a line without bullet and date is text rather than part of a head.
fn is_body(layout: &Layout, line: &Line, above: Option<(&Line, &Row)>) -> bool {
    let text = line.text();
    let words = text.split_whitespace().count();
    let letters = text.chars().count() + wide(&text);
    let sentence = text.trim_end().ends_with(['.', '。', ';', '；']) && words >= 6
        || wide(&text) > 14 && text.trim_end().ends_with(['。', '；', '.']);
    let full = layout.paginated
        && line.cells.len() == 1
        && line.bbox.x1 > right_edge(layout, line) - 3.0 * line.size
        && words >= 8;
    let lower =
        line.cells.first().and_then(|c| c.text.chars().first()).is_some_and(|c| c.is_lowercase());
    if line.cells.len() == 1 && (sentence || letters > 110 || full && (letters > 70 || lower)) {
        return true;
    }
    let Some((over, row)) =
        above.filter(|(over, _)| over.block == line.block && over.page == line.page)
    else {
        return lower && words >= 3;
    };
    if !row.body || !layout.paginated {
        return false;
    }
    let near = line.gap < 1.75;
    let plain = !line.bold()
        && (line.size - over.size).abs() < 0.05 * over.size
        && line.cells.len() == 1
        && line.italic() == over.italic();
    let x = line.cells.first().map_or(0.0, |c| c.x0);
    let over_x = over.cells.first().map_or(0.0, |c| c.x0);
    let wrapped = over.bbox.x1 > right_edge(layout, over) - 9.0 * over.size;
    let hanging = over.bullet.is_some() && x > over.bbox.x0 + 2.0 && x >= over_x - 3.0;
    near && plain && (lower || hanging || (x - over_x).abs() < 3.0 && wrapped)
}
