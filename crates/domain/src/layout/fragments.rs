//! Glyphs in the order they were drawn become runs, and runs that touch become fragments.

use unicode_normalization::UnicodeNormalization;

use super::{
    accents,
    bullets::{is_bullet, is_icon},
    edges, wrapped,
};
use crate::page::{Glyph, Page, Style};

/// Larger gaps, in ems, end a fragment.
const WIDE_GAP: f32 = 1.15;
/// Larger gaps, in ems, are spaces.
const SPACE_GAP: f32 = 0.13;
/// The same where letters are set apart unevenly.
const SPREAD_GAP: f32 = 0.22;
/// The same where the file says that a space stands there.
const SAID_GAP: f32 = 0.08;

/// One character of a fragment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Char {
    pub(super) ch: char,
    pub(super) x0: f32,
    pub(super) x1: f32,
    /// The line it stands on.
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) style: u16,
}

/// Characters on one baseline without a wide gap.
#[derive(Debug, Clone, Default)]
pub(super) struct Fragment {
    pub(super) chars: Vec<Char>,
    pub(super) x0: f32,
    pub(super) x1: f32,
    pub(super) baseline: f32,
    pub(super) size: f32,
    /// An icon stood right before it.
    pub(super) icon: bool,
    /// It begins a column and belongs to nothing left of it.
    pub(super) apart: bool,
    /// It reaches to where a column begins, and not into it.
    pub(super) ends: bool,
}

impl Fragment {
    pub(super) fn text(&self) -> String {
        self.chars.iter().map(|c| c.ch).collect()
    }

    /// Finds its edges again after its characters changed.
    pub(super) fn measure(&mut self) {
        self.x0 = self.chars.iter().map(|c| c.x0).fold(f32::INFINITY, f32::min);
        self.x1 = self.chars.iter().map(|c| c.x1).fold(f32::NEG_INFINITY, f32::max).max(self.x0);
    }
}

/// The upright fragments of `page`, sorted by baseline, then from left to right.
pub(super) fn read(page: &Page) -> Vec<Fragment> {
    let upright = page.glyphs.iter().filter(|glyph| glyph.turn == 0 && sane(glyph));
    let mut runs = runs(upright);
    runs.retain(|run| !run.is_empty());
    wrapped::join(edges::cut(join(runs)))
}

/// Whether a glyph's numbers can be trusted.
pub(super) fn sane(glyph: &Glyph) -> bool {
    let near = |n: f32| n.is_finite() && n.abs() < 20_000.0;
    near(glyph.x0)
        && near(glyph.x1)
        && near(glyph.baseline)
        && near(glyph.size)
        && glyph.size > 1.0
        && glyph.x1 >= glyph.x0 - 0.5
}

fn runs<'a>(glyphs: impl Iterator<Item = &'a Glyph>) -> Vec<Vec<Glyph>> {
    let mut runs: Vec<Vec<Glyph>> = Vec::new();
    let mut icon_pending = false;
    for glyph in glyphs {
        if glyph.ch.is_whitespace() || glyph.ch == '\u{200b}' || glyph.ch == '\u{feff}' {
            continue;
        }
        let follows = !icon_pending
            && runs.last().and_then(|run| run.last()).is_some_and(|last| follows(last, glyph));
        icon_pending = is_icon(glyph.ch) && !is_bullet(glyph.ch);
        match runs.last_mut() {
            Some(run) if follows && !icon_pending => run.push(*glyph),
            _ => runs.push(vec![*glyph]),
        }
    }
    runs
}

fn follows(last: &Glyph, next: &Glyph) -> bool {
    let em = last.size.max(next.size);
    (next.baseline - last.baseline).abs() <= 0.28 * em
        && next.x0 >= last.x1 - 0.35 * em
        && next.x0 - last.x1 <= WIDE_GAP * last.size.min(next.size).max(0.6 * em)
}

/// Joins the runs of each baseline that touch.
fn join(runs: Vec<Vec<Glyph>>) -> Vec<Fragment> {
    let mut pieces: Vec<Vec<Glyph>> = runs;
    pieces.sort_by(|a, b| {
        let key = |run: &Vec<Glyph>| run.first().map_or((0.0, 0.0), |g| (baseline(run), g.x0));
        let ((ya, xa), (yb, xb)) = (key(a), key(b));
        ya.total_cmp(&yb).then(xa.total_cmp(&xb))
    });
    let mut fragments = Vec::new();
    for row in rows(pieces) {
        join_row(row, &mut fragments);
    }
    fragments
}

fn baseline(run: &[Glyph]) -> f32 {
    let largest = run.iter().max_by(|a, b| a.size.total_cmp(&b.size));
    largest.map_or(0.0, |glyph| glyph.baseline)
}

fn rows(pieces: Vec<Vec<Glyph>>) -> Vec<Vec<Vec<Glyph>>> {
    let mut rows: Vec<Vec<Vec<Glyph>>> = Vec::new();
    let mut at = f32::NEG_INFINITY;
    for piece in pieces {
        let (y, size) = (baseline(&piece), piece.first().map_or(1.0, |g| g.size));
        match rows.last_mut() {
            Some(row) if y - at <= 0.28 * size => row.push(piece),
            _ => {
                at = y;
                rows.push(vec![piece]);
            }
        }
    }
    rows
}

fn join_row(mut row: Vec<Vec<Glyph>>, fragments: &mut Vec<Fragment>) {
    let left = |run: &Vec<Glyph>| run.first().map_or(0.0, |g| g.x0);
    row.sort_by(|a, b| left(a).total_cmp(&left(b)));
    let mut current: Vec<Glyph> = Vec::new();
    let mut after_icon = false;
    for run in row {
        let only_icon = run.iter().all(|g| is_icon(g.ch) && !is_bullet(g.ch));
        let touches = match (current.last(), run.first()) {
            (Some(last), Some(next)) => {
                let em = last.size.max(next.size);
                let gap = next.x0 - last.x1;
                let bullet = current.len() == 1 && is_bullet(last.ch) && gap <= 4.0 * em;
                let alike = em <= 1.4 * last.size.min(next.size);
                let near = gap <= WIDE_GAP * last.size.min(next.size).max(0.6 * em);
                (bullet || near && alike) && gap >= -0.8 * em
            }
            _ => false,
        };
        if only_icon || !touches {
            flush(&mut current, after_icon, fragments);
            after_icon = only_icon;
        }
        if !only_icon {
            current.extend(run);
        }
    }
    flush(&mut current, after_icon, fragments);
}

fn flush(glyphs: &mut Vec<Glyph>, icon: bool, fragments: &mut Vec<Fragment>) {
    if !glyphs.is_empty() {
        let fragment = fragment(glyphs, icon);
        if fragment.chars.iter().any(|c| !c.ch.is_whitespace()) {
            fragments.push(fragment);
        }
        glyphs.clear();
    }
}

/// Puts the spaces in and normalises the characters.
fn fragment(glyphs: &[Glyph], icon: bool) -> Fragment {
    let glyphs = accents::put_on(glyphs);
    let glyphs = glyphs.as_ref();
    let spread = letter_spacing(glyphs);
    let mut out = Fragment { icon, baseline: baseline(glyphs), ..Fragment::default() };
    let mut last: Option<&Glyph> = None;
    for glyph in glyphs {
        if let Some(last) = last
            && is_space(last, glyph, spread)
        {
            out.chars.push(Char {
                ch: ' ',
                x0: last.x1,
                x1: glyph.x0.max(last.x1),
                y: glyph.baseline,
                size: glyph.size,
                style: glyph.style,
            });
        }
        push_normal(glyph, &mut out.chars);
        last = Some(glyph);
    }
    out.x0 = glyphs.iter().map(|g| g.x0).fold(f32::INFINITY, f32::min);
    out.x1 = glyphs.iter().map(|g| g.x1).fold(f32::NEG_INFINITY, f32::max).max(out.x0);
    out.size = common_size(glyphs);
    out
}

fn is_space(last: &Glyph, next: &Glyph, spread: Option<Spacing>) -> bool {
    let gap = (next.x0 - last.x1) / last.size.max(next.size);
    match spread {
        Some(Spacing { usual, spelled }) => {
            gap > usual + SPREAD_GAP || !spelled && next.space_before && gap > usual + SAID_GAP
        }
        // In right-to-left text a space stands on the other side of the letter it was drawn before.
        None if super::bidi::is_rtl_letter(next.ch) => gap > SPACE_GAP,
        None => next.space_before && gap > -0.15 || gap > SPACE_GAP,
    }
}

/// How text is set whose letters stand apart.
#[derive(Debug, Clone, Copy)]
struct Spacing {
    /// The usual gap, in ems of the smaller letters.
    usual: f32,
    /// The file has a space between all letters.
    spelled: bool,
}

/// The spacing of text whose letters are set apart.
fn letter_spacing(glyphs: &[Glyph]) -> Option<Spacing> {
    let pairs = glyphs.iter().zip(glyphs.iter().skip(1));
    let mut gaps: Vec<f32> = pairs.map(|(a, b)| (b.x0 - a.x1) / a.size.max(b.size)).collect();
    let spaces = glyphs.iter().skip(1).filter(|g| g.space_before).count();
    gaps.sort_by(f32::total_cmp);
    let median = gaps.get(gaps.len() / 2).copied()?;
    let wide = median > 0.10 && glyphs.len() >= 3;
    let spelled = glyphs.len() >= 5 && spaces * 2 > glyphs.len();
    let size =
        |pick: fn(f32, f32) -> f32, start: f32| glyphs.iter().map(|g| g.size).fold(start, pick);
    let small_caps = size(f32::max, 0.0) / size(f32::min, f32::INFINITY).max(1.0);
    // The same points are more ems of small capitals.
    let usual = median * small_caps.clamp(1.0, 1.6);
    (wide || spelled || usual > 0.10 && glyphs.len() >= 6).then_some(Spacing { usual, spelled })
}

fn common_size(glyphs: &[Glyph]) -> f32 {
    let mut sizes: Vec<f32> = glyphs.iter().map(|g| g.size).collect();
    sizes.sort_by(f32::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(1.0)
}

fn push_normal(glyph: &Glyph, chars: &mut Vec<Char>) {
    let (y, size, style) = (glyph.baseline, glyph.size, glyph.style);
    let char = |ch, x0, x1| Char { ch, x0, x1, y, size, style };
    match glyph.ch {
        '\u{ad}' | '\u{2010}' | '-' if chars.last().is_some_and(|c| c.ch == '-') => {}
        '\u{ad}' | '\u{2010}' => chars.push(char('-', glyph.x0, glyph.x1)),
        ch if ch.is_control() => {}
        ch if ch.is_ascii() || is_bullet(ch) => chars.push(char(ch, glyph.x0, glyph.x1)),
        ch if ('\u{300}'..='\u{36f}').contains(&ch) => combine(ch, chars),
        ch => {
            let parts: Vec<char> =
                std::iter::once(ch).nfkc().filter(|c| !c.is_whitespace()).take(8).collect();
            let width = (glyph.x1 - glyph.x0) / parts.len().max(1) as f32;
            for (i, part) in parts.into_iter().enumerate() {
                let x0 = glyph.x0 + width * i as f32;
                chars.push(char(part, x0, x0 + width));
            }
        }
    }
}

/// Puts an accent that was drawn on its own onto the letter before it.
fn combine(accent: char, chars: &mut [Char]) {
    if let Some(last) = chars.last_mut()
        && let Some(both) = unicode_normalization::char::compose(last.ch, accent)
    {
        last.ch = both;
    }
}

/// Whether the style with this index is bold, italic, and its colour.
pub(super) fn look(styles: &[Style], index: u16) -> (bool, bool, [u8; 3]) {
    styles.get(usize::from(index)).map_or((false, false, [0; 3]), |s| (s.bold, s.italic, s.colour))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// `text` at this place, ten points high, each letter five points wide.
    pub(crate) fn written(x: f32, y: f32, text: &str) -> Fragment {
        let char = |(n, ch)| {
            let x0 = x + 5.0 * n as f32;
            Char { ch, x0, x1: x0 + 5.0, y, size: 10.0, style: 0 }
        };
        let chars = text.chars().enumerate().map(char).collect();
        let mut out = Fragment { chars, baseline: y, size: 10.0, ..Fragment::default() };
        out.measure();
        out
    }

    /// Glyphs with these letters, sizes and gaps before them, in ems of the larger neighbour.
    fn spelled(letters: &[(char, f32, f32, bool)]) -> String {
        let mut x = 50.0;
        let mut last = 0.0;
        let mut page = Page::default();
        for &(ch, size, gap, space_before) in letters {
            x += gap * size.max(last);
            let x1 = x + 0.5 * size;
            page.glyphs.push(Glyph {
                ch,
                x0: x,
                x1,
                baseline: 100.0,
                size,
                style: 0,
                turn: 0,
                space_before,
            });
            (x, last) = (x1, size);
        }
        read(&page).iter().map(Fragment::text).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn letters_set_apart_are_words_again_also_in_small_capitals() {
        let contact: Vec<_> = "CONTACT".chars().map(|ch| (ch, 10.0, 0.3, false)).collect();
        assert_eq!(spelled(&contact), "CONTACT");
        // As many points apart, but more ems where the letters are small.
        let mut date: Vec<_> = "2019to".chars().map(|ch| (ch, 10.0, 0.098, false)).collect();
        date.push(('P', 10.0, 0.45, true));
        date.extend("resent".chars().map(|ch| (ch, 7.0, 0.14, false)));
        assert_eq!(spelled(&date), "2019to Present");
    }
}
