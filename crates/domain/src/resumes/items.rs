//! Lists: the lines of a section as items, and the separators between items of one line.

use super::body;
use crate::{
    layout::{Layout, Line, Passage},
    lexicon::{Lexicon, fold, wide},
};

/// One line of a list, with what wraps from it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Item {
    pub(crate) cells: Vec<Passage>,
    pub(crate) bold: bool,
    pub(crate) bullet: Option<u8>,
    pub(crate) line: usize,
}

impl Item {
    pub(crate) fn text(&self) -> Passage {
        let mut all = Passage::default();
        for cell in &self.cells {
            all.append(" ", cell);
        }
        all
    }
}

/// The items of `lines`: one a line, with wrapped lines joined.
pub(crate) fn read(layout: &Layout, lines: &[usize], title: &Passage) -> Vec<Item> {
    let mut out: Vec<Item> = Vec::new();
    let mut above: Option<&Line> = None;
    let bulleted = lines.iter().any(|&i| layout.lines.get(i).is_some_and(|l| l.bullet.is_some()));
    let tight = spaced_apart(lines.iter().filter_map(|&i| layout.lines.get(i)));
    for &i in lines {
        let Some(line) = layout.lines.get(i) else { continue };
        let same_line = title.lines().contains(&(i as u32));
        let cells: Vec<Passage> = line
            .cells
            .iter()
            .skip(usize::from(same_line))
            .map(|c| c.text.clone())
            .filter(|c| !c.is_empty())
            .collect();
        if cells.is_empty() {
            continue;
        }
        let wraps = above.is_some_and(|a| wraps(layout, a, line, bulleted, out.last(), tight));
        match out.last_mut().and_then(|item| item.cells.last_mut()) {
            Some(last) if wraps => body::join(last, &cells.first().cloned().unwrap_or_default()),
            _ => out.push(Item { cells, bold: line.bold(), bullet: line.bullet, line: i }),
        }
        above = Some(line);
    }
    out
}

/// Whether `line` goes on with the item above it.
fn wraps(
    layout: &Layout,
    above: &Line,
    line: &Line,
    bulleted: bool,
    last: Option<&Item>,
    tight: Option<f32>,
) -> bool {
    if line.bullet.is_some() || line.cells.len() > 1 || above.block != line.block {
        return false;
    }
    let first = line.cells.first();
    let lower = first.and_then(|c| c.text.chars().first()).is_some_and(|c| c.is_lowercase());
    let text = above.text();
    let open = text.trim_end().ends_with([',', '，', '、', '&', '/', '('])
        || text.trim_end().ends_with(" and")
        || text.matches('(').count() > text.matches(')').count();
    if !layout.paginated {
        return open && text.len() > 20;
    }
    let labelled = first.is_some_and(|c| label_end(&c.text).is_some());
    let near = line.gap < 1.9 && (line.size - above.size).abs() < 0.06 * line.size;
    let bolder = line.bold() && !above.bold();
    let dated = first.is_some_and(|c| {
        super::dates::scan(c.text.chars()).first().is_some_and(|d| d.at.start == 0)
    });
    if !near || labelled || bolder || dated {
        return false;
    }
    let x = |l: &Line| l.cells.last().map_or(0.0, |c| c.x0);
    let full = above.bbox.x1 > body::right_edge(layout, line) - 9.0 * line.size;
    let listed = last.is_some_and(|item| {
        item.text().chars().iter().any(|c| matches!(c, ',' | '，' | '、' | ';' | '|' | '•' | '·'))
    });
    let under = above.bullet.is_some()
        && above.cells.first().is_some_and(|c| first.is_some_and(|f| f.x0 >= c.x0 - 3.0));
    let hanging = above.cells.len() > 1 && first.is_some_and(|f| (f.x0 - x(above)).abs() < 3.0);
    let bracket = first.and_then(|c| c.text.chars().first()) == Some(&'(') && text.len() > 12;
    let squeezed = body::would_not_fit(layout, above, line, 0.0)
        && tight.is_some_and(|tight| line.gap < tight)
        && line.bold() == above.bold();
    open || bracket
        || squeezed
        || hanging
        || lower && (full || listed)
        || full && listed && text.chars().count() > 24
        || bulleted && under && (full || lower)
}

/// The gap, in ems, that parts things whose own lines stand closer together.
pub(crate) fn spaced_apart<'a>(lines: impl Iterator<Item = &'a Line>) -> Option<f32> {
    let mut gaps: Vec<f32> = lines.skip(1).map(|l| l.gap).filter(|g| *g < 8.0).collect();
    gaps.sort_by(f32::total_cmp);
    let (small, large) = (gaps.first().copied()?, gaps.last().copied()?);
    (large > 1.25 * small && large - small > 0.3).then_some(f32::midpoint(small, large))
}

/// Where the label of "Label: a, b" ends, in characters.
pub(crate) fn label_end(text: &Passage) -> Option<usize> {
    let at = text.chars().iter().position(|c| matches!(c, ':' | '：'))?;
    let label = text.slice(0..at).text();
    let words = label.split_whitespace().count() + wide(&label) / 2;
    (at + 1 < text.len()
        && words <= 6
        && at <= 48
        && !label.contains([',', '·', '|', '•'])
        && !label.contains("http"))
    .then_some(at)
}

/// The items between separators, brackets kept whole.
pub(crate) fn split(text: &Passage) -> Vec<Passage> {
    let chars = text.chars();
    let mut out = Vec::new();
    let mut depth = 0usize;
    let mut start = 0;
    for (i, &ch) in chars.iter().enumerate() {
        match ch {
            '(' | '（' | '[' => depth += 1,
            ')' | '）' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let decimal = ch == ','
            && chars.get(i + 1).is_some_and(char::is_ascii_digit)
            && i.checked_sub(1).and_then(|b| chars.get(b)).is_some_and(char::is_ascii_digit);
        let sign = matches!(
            ch,
            ',' | ';'
                | '|'
                | '•'
                | '·'
                | '，'
                | '、'
                | '；'
                | '｜'
                | '∙'
                | '●'
                | '▪'
                | '‧'
                | '⋅'
                | '◦'
                | '♦'
                | '■'
                | '・'
                | '،'
                | '\t'
        );
        let slash = ch == '/'
            && chars.get(i + 1) == Some(&' ')
            && i.checked_sub(1).and_then(|b| chars.get(b)) == Some(&' ');
        if depth == 0 && (sign && !decimal || slash) {
            out.push(text.slice(start..i));
            start = i + 1;
        }
    }
    out.push(text.slice(start..chars.len()));
    out.iter().map(trim_item).filter(|p| p.chars().iter().any(|c| c.is_alphanumeric())).collect()
}

/// An item without the signs and joining words around it.
pub(crate) fn trim_item(item: &Passage) -> Passage {
    let bare = item.trim_matches(|c| {
        c.is_whitespace()
            || matches!(
                c,
                '.' | ':' | '：' | '。' | '–' | '—' | '-' | '★' | '☆' | '●' | '○' | '*' | '_'
            )
            || ('\u{2580}'..='\u{25ff}').contains(&c)
    });
    let folded = fold(&bare.text());
    for word in ["and ", "und ", "et ", "y ", "e ", "i ", "en ", "und ", "& "] {
        if folded.starts_with(word) && bare.len() > word.len() && (word.len() > 2) {
            return bare.slice(word.chars().count()..bare.len()).trim();
        }
    }
    bare
}

/// An item without the words that say how well: "Python (advanced)".
pub(crate) fn without_level(item: &Passage) -> (Passage, Option<Passage>) {
    let lexicon = Lexicon::get();
    let chars = item.chars();
    let cut =
        chars.iter().rposition(|c| matches!(c, '(' | '（' | '–' | '—' | '-' | ':' | '：' | '/'));
    if let Some(at) = cut.filter(|at| *at > 0) {
        let (head, tail) = (item.slice(0..at), item.slice(at + 1..item.len()));
        let tail = tail.trim_matches(|c| c.is_whitespace() || matches!(c, ')' | '）' | '.'));
        let words = tail.text();
        let years = words.chars().any(|c| c.is_ascii_digit())
            && ["year", "yr", "jahr", "ans", "años", "年", "лет", "lat", "anni"]
                .iter()
                .any(|y| fold(&words).contains(y));
        if lexicon.is_level(&words) || years || level_words(&words) {
            return (trim_item(&head), Some(tail));
        }
    }
    (item.clone(), None)
}

/// Whether every word says how well: "Native or bilingual proficiency".
pub(crate) fn level_words(text: &str) -> bool {
    let lexicon = Lexicon::get();
    let folded = fold(text);
    let words: Vec<&str> = folded
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '/' | '+' | '(' | ')'))
        .filter(|w| !w.is_empty())
        .collect();
    let known = |w: &&str| {
        lexicon.is_level(w)
            || matches!(
                *w,
                "or" | "and"
                    | "level"
                    | "proficiency"
                    | "speaker"
                    | "niveau"
                    | "nivel"
                    | "kenntnisse"
                    | "in"
                    | "very"
                    | "sehr"
                    | "user"
                    | "language"
            )
    };
    !words.is_empty()
        && words.len() <= 6
        && words.iter().all(known)
        && words.iter().any(|w| lexicon.is_level(w))
}
