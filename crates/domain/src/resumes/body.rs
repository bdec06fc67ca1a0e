//! The text under an entry: bullets and prose.

use crate::layout::{Layout, Line, Passage};

/// What stands under the head of an entry.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Body {
    pub(crate) bullets: Vec<Passage>,
    pub(crate) prose: Vec<Passage>,
}

/// Reads `lines`, each with the passage that is left of it.
pub(crate) fn read(layout: &Layout, lines: &[(usize, Passage)]) -> Body {
    let mut body = Body::default();
    let mut in_bullet = false;
    let mut above: Option<&Line> = None;
    for (i, text) in lines {
        let Some(line) = layout.lines.get(*i).filter(|_| !text.is_empty()) else { continue };
        if line.bullet.is_some() {
            body.bullets.push(text.clone());
            in_bullet = true;
        } else if in_bullet && above.is_some_and(|a| continues_bullet(layout, lines, a, line)) {
            if let Some(last) = body.bullets.last_mut() {
                join(last, text);
            }
        } else {
            let new = in_bullet || above.is_none_or(|a| new_paragraph(layout, a, line));
            in_bullet = false;
            match body.prose.last_mut() {
                Some(last) if !new => join(last, text),
                _ => body.prose.push(text.clone()),
            }
        }
        above = Some(line);
    }
    body
}

/// Whether `line` goes on with the bullet of the lines above it.
fn continues_bullet(
    layout: &Layout,
    lines: &[(usize, Passage)],
    above: &Line,
    line: &Line,
) -> bool {
    if !layout.paginated {
        let lower = line
            .cells
            .first()
            .and_then(|c| c.text.chars().first())
            .is_some_and(|c| c.is_lowercase());
        return lower || line.bbox.x0 > above.bbox.x0 + 4.0;
    }
    if above.page != line.page || above.block != line.block {
        return line
            .cells
            .first()
            .and_then(|c| c.text.chars().first())
            .is_some_and(|c| c.is_lowercase());
    }
    let bullet = lines
        .iter()
        .rev()
        .filter_map(|(i, _)| layout.lines.get(*i))
        .find(|l| l.bullet.is_some() && l.baseline < line.baseline);
    let indent = bullet.and_then(|l| l.cells.first()).map_or(0.0, |c| c.x0);
    let outer = bullet.map_or(0.0, |l| l.bbox.x0);
    let x = line.cells.first().map_or(0.0, |c| c.x0);
    if line.gap > 1.9 {
        return false;
    }
    x > indent - 3.0
        || x >= outer - 3.0 && above.bbox.x1 > right_edge(layout, line) - 60.0 && !line.bold()
}

fn new_paragraph(layout: &Layout, above: &Line, line: &Line) -> bool {
    if !layout.paginated {
        return true;
    }
    if above.block != line.block {
        let lower = line
            .cells
            .first()
            .and_then(|c| c.text.chars().first())
            .is_some_and(|c| c.is_lowercase());
        return !lower;
    }
    let upper =
        line.cells.first().and_then(|c| c.text.chars().first()).is_some_and(|c| c.is_uppercase());
    line.gap > 1.75
        || above.bbox.x1 < right_edge(layout, line) - 8.0 * line.size
        // Typesetters that weigh whole paragraphs leave room for a short word at the end of a line.
        || upper && !would_not_fit(layout, above, line, 2.0 * line.size)
        || (line.bold() != above.bold()
            && above.cells.len() == 1
            && above.bbox.x1 < right_edge(layout, line) - 3.0 * line.size)
}

/// Whether the first word of `line` and `spare` points more had no room at the end of the line above.
pub(crate) fn would_not_fit(layout: &Layout, above: &Line, line: &Line, spare: f32) -> bool {
    let Some(cell) = line.cells.first() else { return false };
    let word = cell.text.chars().iter().take_while(|c| !c.is_whitespace()).count().max(1);
    let boxes: Vec<_> = cell
        .text
        .places()
        .iter()
        .take(word)
        .filter_map(|p| line.boxes.get(p.at as usize))
        .collect();
    let width = boxes.last().map_or(0.0, |b| b.x1) - boxes.first().map_or(0.0, |b| b.x0);
    above.bbox.x1 + 0.2 * line.size + width + spare > right_edge(layout, line) + 0.5
}

/// How far to the right the column of `line` goes.
pub(crate) fn right_edge(layout: &Layout, line: &Line) -> f32 {
    layout.right.get(line.block as usize).map_or(line.bbox.x1, |edge| edge.max(line.bbox.x1))
}

/// Adds the next printed line; a word that was broken between them is put together.
pub(crate) fn join(text: &mut Passage, next: &Passage) {
    let chars = text.chars();
    let n = chars.len();
    let broken = n >= 2
        && matches!(chars.last(), Some('-' | '‐' | '\u{ad}'))
        && chars.get(n - 2).is_some_and(|c| c.is_lowercase())
        && next.chars().first().is_some_and(|c| c.is_lowercase());
    let wide = chars
        .last()
        .is_some_and(|&c| crate::lexicon::unspaced(c) || matches!(c, '，' | '。' | '、' | '；'))
        && next.chars().first().is_some_and(|&c| crate::lexicon::unspaced(c));
    if broken {
        *text = text.slice(0..n - 1);
        text.append("", next);
    } else {
        text.append(if wide { "" } else { " " }, next);
    }
}

/// All of `parts` as one text.
pub(crate) fn joined(parts: &[Passage]) -> Passage {
    let mut out = Passage::default();
    for part in parts {
        join(&mut out, part);
    }
    out
}
