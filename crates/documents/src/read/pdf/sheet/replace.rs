//! Text that the file gives in place of what its glyphs mean.

use domain::page::Glyph;

use super::{Sheet, is_space};

impl Sheet {
    /// What is shown since `start` stands for `text`: takes the text where it tells more than the
    /// glyphs do. Returns how many glyphs without a meaning were replaced.
    pub(in crate::read::pdf) fn replace(&mut self, start: usize, text: &str) -> usize {
        let Some((first, last)) =
            self.page.glyphs.get(start..).and_then(|it| Some((*it.first()?, *it.last()?)))
        else {
            if !text.is_empty() && text.chars().all(is_space) {
                let end = self.page.glyphs.last().map(|it| (it.x1, it.baseline));
                self.space = self.space.or(end);
            }
            return 0;
        };
        let own = self.page.glyphs.split_off(start);
        let inkless = self.inkless.split_off(start);
        let unmapped = own.iter().filter(|it| it.ch == '\u{FFFD}').count();
        let has_meaning = unmapped == 0 && !own.iter().any(|it| is_private(it.ch));
        let letters: Vec<char> = text.chars().filter(|ch| !is_space(*ch)).collect();
        let is_one_line = own.iter().all(|it| {
            (it.baseline - first.baseline).abs() < first.size * 0.5 && it.turn == first.turn
        });
        let is_label = !has_meaning && own.len() == 1 && letters.len() > 3;
        let is_soft_hyphen = letters == ['\u{AD}'];
        if letters.is_empty() && !has_meaning {
            return unmapped;
        }
        let fits = letters.len() <= own.len() * 4 + 4;
        if letters.is_empty() || is_soft_hyphen || is_label || !is_one_line || !fits {
            self.page.glyphs.extend(own);
            self.inkless.extend(inkless);
            return 0;
        }
        let (x0, x1) = own
            .iter()
            .fold((first.x0, first.x1), |(low, high), it| (low.min(it.x0), high.max(it.x1)));
        let share = (x1 - x0) / text.chars().count().max(1) as f32;
        let mut space_before = first.space_before;
        for (index, ch) in text.chars().enumerate() {
            if is_space(ch) {
                space_before = true;
                continue;
            }
            let x0 = x0 + share * index as f32;
            self.page.glyphs.push(Glyph { ch, x0, x1: x0 + share, space_before, ..last });
            self.inkless.push(inkless.contains(&true));
            space_before = false;
        }
        unmapped
    }
}

/// Characters that only a font knows the meaning of.
fn is_private(ch: char) -> bool {
    matches!(ch, '\u{E000}'..='\u{F8FF}')
}
