//! The lines of a section become entries: a head with dates, and what stands under it.

use super::{
    body::right_edge,
    dates::{self, Span},
    roles::Evidence,
};
use crate::{
    layout::{Layout, Line, Passage},
    lexicon::{fold, wide},
};

/// One entry of a section.
#[derive(Debug, Clone, Default)]
pub(crate) struct Entry {
    /// The cells of the head without its dates, with the slot each stands in.
    pub(crate) head: Vec<HeadCell>,
    pub(crate) date: Option<Dated>,
    /// What stands under the head.
    pub(crate) body: Vec<(usize, Passage)>,
}

/// A cell of a head.
#[derive(Debug, Clone, Default)]
pub(crate) struct HeadCell {
    pub(crate) text: Passage,
    /// The line, counted from the one with the date.
    pub(crate) row: i8,
    /// The cell in its line.
    pub(crate) column: u8,
}

/// A date with the characters it was read from.
#[derive(Debug, Clone)]
pub(crate) struct Dated {
    pub(crate) span: Span,
    pub(crate) text: Passage,
}

/// What a line is within a section.
#[derive(Debug, Clone)]
struct Row {
    line: usize,
    cells: Vec<Passage>,
    date: Option<Dated>,
    body: bool,
}

/// Which dates begin an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// Only ranges, unless there are none.
    Ranges,
    /// Any date.
    Dates,
}

/// The entries in `lines`.
pub(crate) fn split(
    layout: &Layout,
    lines: &[usize],
    title: &Passage,
    anchor: Anchor,
) -> Vec<Entry> {
    let rows = rows(layout, lines, title);
    let anchors = anchors(&rows, anchor);
    let starts =
        if anchors.is_empty() { by_look(layout, &rows) } else { by_dates(layout, &rows, &anchors) };
    let mut out = Vec::new();
    let mut bounds: Vec<usize> = starts;
    if bounds.first().is_none_or(|&first| first > 0) {
        bounds.insert(0, 0);
    }
    bounds.push(rows.len());
    for pair in bounds.windows(2) {
        if let [from, to] = pair
            && let Some(part) = rows.get(*from..*to).filter(|part| !part.is_empty())
        {
            out.push(entry(layout, part));
        }
    }
    out
}

fn rows(layout: &Layout, lines: &[usize], title: &Passage) -> Vec<Row> {
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

fn row(
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
    let (rest, date) = take_date(cells.clone());
    let fits = |d: &Dated| {
        line.cells.len() > 1
            || line.chars() < 60 + d.text.len()
            || d.span.range && line.chars() < 150
    };
    match date.filter(fits) {
        Some(date) => Row { line: i, cells: rest, date: Some(date), body: false },
        None => {
            let body = line.bullet.is_none() && is_body(layout, line, above) || tags(&cells);
            Row { line: i, cells, date: None, body }
        }
    }
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
    })
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
    if WORDS.contains(&bare) || bare.is_empty() {
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
    near && plain && ((x - over_x).abs() < 3.0 && (wrapped || lower) || hanging || lower)
}

fn anchors(rows: &[Row], anchor: Anchor) -> Vec<usize> {
    let with = |range: bool| -> Vec<usize> {
        let dated = rows.iter().enumerate().filter(|(_, row)| !row.body);
        dated
            .filter(|(_, row)| row.date.as_ref().is_some_and(|d| d.span.range || !range))
            .map(|(i, _)| i)
            .collect()
    };
    let ranges = with(true);
    let any = with(false);
    match anchor {
        Anchor::Dates => any,
        Anchor::Ranges if ranges.is_empty() => any,
        // A lone year between ranges may be an entry as well when it stands like them, in a cell of its own.
        Anchor::Ranges => any
            .into_iter()
            .filter(|i| {
                let row = rows.get(*i);
                ranges.contains(i)
                    || row.is_some_and(|row| {
                        row.date.is_some() && !row.cells.is_empty() && ranges.len() < 2 * rows.len()
                    })
            })
            .collect(),
    }
}

/// Where entries begin when each has a date.
fn by_dates(layout: &Layout, rows: &[Row], anchors: &[usize]) -> Vec<usize> {
    let Some(&first) = anchors.first() else { return Vec::new() };
    let head = rows.get(..first).unwrap_or_default();
    let k = head.iter().rev().take_while(|row| !row.body).count().min(3);
    let first_start = first - k;
    let model = rows.get(first_start).and_then(|row| layout.lines.get(row.line));
    let mut starts = vec![first_start];
    for pair in anchors.windows(2) {
        let &[before, here] = pair else { continue };
        let between = rows.get(before + 1..here).unwrap_or_default();
        let free = between.iter().rev().take_while(|row| !row.body).count();
        let after_body = free < between.len();
        let up = if after_body {
            climb(layout, rows, here, free, k, model)
        } else {
            flat(layout, rows, before, here, k, model)
        };
        starts.push(here - up);
    }
    starts
}

/// How many lines above the date belong to its entry, when text separates it from the last one.
fn climb(
    layout: &Layout,
    rows: &[Row],
    here: usize,
    free: usize,
    k: usize,
    model: Option<&Line>,
) -> usize {
    let mut up = 0;
    while up < free.min(4) {
        let Some(line) = rows.get(here - up - 1).and_then(|row| layout.lines.get(row.line)) else {
            break;
        };
        let below = rows.get(here - up).and_then(|row| layout.lines.get(row.line));
        let alike = model.is_some_and(|m| alike(m, line));
        let tight =
            below.is_none_or(|b| b.block == line.block && b.gap < 2.6 || b.block != line.block);
        let standing_out = line.bold() || line.size > 1.04 * layout.body_size || line.caps();
        if !(up < k
            || alike && model.is_some() && (k > 0 || standing_out)
            || standing_out && tight && line.gap > 1.3)
        {
            break;
        }
        up += 1;
        // A line set apart from what is above it begins the entry.
        if up >= k.max(1) && line.gap > 1.6 && !(k > up) {
            break;
        }
    }
    up
}

/// The same when nothing but heads stand between two dates.
fn flat(
    layout: &Layout,
    rows: &[Row],
    before: usize,
    here: usize,
    k: usize,
    model: Option<&Line>,
) -> usize {
    let free = here - before - 1;
    let line = |at: usize| rows.get(at).and_then(|row| layout.lines.get(row.line));
    // The widest gap between the dates, when it stands out, is the border.
    let gaps: Vec<(usize, f32)> =
        (before + 1..=here).filter_map(|at| line(at).map(|l| (at, l.gap))).collect();
    let widest = gaps.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1));
    let others = gaps
        .iter()
        .copied()
        .filter(|g| Some(g.0) != widest.map(|w| w.0))
        .map(|g| g.1)
        .fold(0.0f32, f32::max);
    if let Some((at, gap)) = widest
        && gaps.len() > 1
        && gap > 1.2 * others
        && gap - others > 0.15
        && others > 0.0
        && here - at <= 3
    {
        return here - at;
    }
    let found = (1..=free.min(4))
        .rev()
        .find(|up| line(here - up).is_some_and(|l| model.is_some_and(|m| m.bold() && alike(m, l))));
    if k > 0 { found.unwrap_or(k.min(free)) } else { 0 }
}

fn alike(a: &Line, b: &Line) -> bool {
    let x = |line: &Line| line.cells.first().map_or(0.0, |cell| cell.x0);
    (a.size - b.size).abs() < 0.05 * a.size.max(b.size)
        && a.bold() == b.bold()
        && a.italic() == b.italic()
        && a.caps() == b.caps()
        && (x(a) - x(b)).abs() < 30.0
}

/// Where entries begin without any date: at lines that look like the first one and do not look
/// like what follows it.
fn by_look(layout: &Layout, rows: &[Row]) -> Vec<usize> {
    let line = |row: &Row| layout.lines.get(row.line);
    let Some(model) = rows.first().filter(|row| !row.body).and_then(line) else {
        return Vec::new();
    };
    let stands_out = model.bold() || model.size > 1.05 * layout.body_size;
    let differs =
        stands_out && rows.get(1).and_then(line).is_some_and(|second| !alike(model, second));
    let mut seen = Evidence::of(&model.text());
    let mut starts = vec![0];
    for (i, pair) in rows.windows(2).enumerate() {
        let [above, row] = pair else { continue };
        let Some(here) = line(row).filter(|_| !row.body) else { continue };
        let says = Evidence::of(&here.text());
        let again = says.degree && seen.degree && !(says.school && !seen.school)
            || says.school && seen.school;
        let like_first = differs && alike(model, here);
        let after_text = above.body && here.bold() == model.bold();
        if like_first || after_text || !differs && again {
            starts.push(i + 1);
            seen = says;
        } else {
            seen.degree |= says.degree;
            seen.school |= says.school;
        }
    }
    starts
}

fn entry(layout: &Layout, rows: &[Row]) -> Entry {
    let mut entry = Entry::default();
    let anchor = rows
        .iter()
        .position(|row| row.date.as_ref().is_some_and(|d| d.span.range))
        .or(rows.iter().position(|row| row.date.is_some()));
    let mut in_body = false;
    let base = anchor.unwrap_or(0) as i32;
    for (n, row) in rows.iter().enumerate() {
        let Some(line) = layout.lines.get(row.line) else { continue };
        let past = n as i32 - base;
        in_body |= row.body
            || past > 4
            || past > 0 && row.date.is_none() && !belongs(layout, line, row, &entry);
        if in_body && Some(n) != anchor {
            entry.body.push((row.line, whole(line, row)));
            continue;
        }
        if Some(n) == anchor {
            entry.date.clone_from(&row.date);
        }
        for (column, cell) in row.cells.iter().enumerate() {
            entry.head.push(HeadCell {
                text: cell.clone(),
                row: past.clamp(-9, 9) as i8,
                column: column.min(9) as u8,
            });
        }
    }
    entry
}

/// Whether a line under the date still says what, who or where.
fn belongs(layout: &Layout, line: &Line, row: &Row, entry: &Entry) -> bool {
    let text = line.text();
    let words = text.split_whitespace().count() + wide(&text) / 3;
    let pieces: usize = entry
        .head
        .iter()
        .map(|cell| {
            1 + cell.text.chars().iter().filter(|c| matches!(c, ',' | '|' | '·' | '•')).count()
        })
        .sum();
    let plain = line.cells.len() == 1 && !line.bold() && !line.italic() && line.colour() == [0; 3];
    let stands_out = !plain && words <= 14 || line.cells.len() > 1;
    if pieces <= 1 && words <= 9 || stands_out {
        return true;
    }
    let _ = (layout, row);
    let seen = Evidence::of(&text);
    words <= 10
        && (seen.title
            || seen.legal
            || seen.organisation
            || seen.school
            || seen.degree
            || seen.place)
}

fn whole(line: &Line, row: &Row) -> Passage {
    if row.date.is_none() {
        let mut all = Passage::default();
        for cell in &row.cells {
            all.append(" ", cell);
        }
        return all;
    }
    line.passage()
}
