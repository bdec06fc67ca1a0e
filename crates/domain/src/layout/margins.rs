//! What belongs to the page and not to the text: running heads, page numbers, feet.

use super::Line;
use super::pages::PAGES;
use crate::page::Page;
use std::collections::BTreeMap;

/// Marks page numbers and lines of contact at the foot of a page.
fn mark_feet(lines: &mut [Line], pages: &[Page]) {
    for number in 0..pages.len().min(PAGES) as u32 {
        let ys = lines.iter().filter(|l| l.page == number).map(|l| l.baseline);
        let last = ys.fold(f32::NEG_INFINITY, f32::max);
        for line in lines.iter_mut().filter(|l| l.page == number && l.baseline > last - 3.0) {
            let text = line.text();
            let letters = text.chars().filter(|c| c.is_alphabetic()).count();
            let number_only = letters == 0 && text.len() <= 9
                || letters <= 8
                    && text.chars().count() <= 14
                    && text.to_lowercase().starts_with("page");
            let reach = ["www.", "@", "http", ".com", "©", "copyright"]
                .iter()
                .any(|sign| text.to_lowercase().contains(sign));
            line.margin |= number_only
                || line.gap > 1.6 && reach && line.bullet.is_none() && text.chars().count() < 140;
        }
    }
}

/// Marks what is printed on several pages at the same height.
pub(super) fn mark_margins(lines: &mut [Line], pages: &[Page]) {
    mark_feet(lines, pages);
    if pages.len() < 2 {
        return;
    }
    let key = |line: &Line| -> (i32, String) {
        let text = line.text().chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
        ((line.baseline / 3.0).round() as i32, text)
    };
    let mut seen: BTreeMap<(i32, String), u32> = BTreeMap::new();
    for line in lines.iter() {
        let edge = pages
            .get(line.page as usize)
            .is_some_and(|p| line.baseline < 0.12 * p.height || line.baseline > 0.88 * p.height);
        if edge {
            *seen.entry(key(line)).or_default() += 1;
        }
    }
    for line in lines.iter_mut() {
        line.margin = seen.get(&key(line)).is_some_and(|&n| n > 1);
    }
}
