//! Words of the page on their way into a field.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Misfit, Review};
use crate::{
    jobs::TextSpan,
    lexicon::unspaced,
    page::Bbox,
    resumes::{
        Origin, SourceLine, SourceSpan, dates,
        found::{tidy, union},
    },
};

/// Words of one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Piece {
    /// The line.
    pub line: u32,
    /// The words, in the line's text; without it the whole line.
    pub span: Option<TextSpan>,
}

/// What placed words do to those that are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub enum Placing {
    /// They take their place.
    Replace,
    /// They come after them.
    Add,
}

/// Words and where they were printed.
#[derive(Debug, Clone)]
struct Picked {
    text: String,
    line: u32,
    span: Option<SourceSpan>,
    item: bool,
}

/// Fields of a date.
pub(super) fn is_date(path: &str) -> bool {
    ["startDate", "endDate", "date", "releaseDate"].iter().any(|date| {
        path.strip_suffix(date).is_some_and(|head| head.is_empty() || head.ends_with('.'))
    })
}

impl Review {
    /// Puts words into the field at `path`; answers the field that has them.
    pub(super) fn place(
        &mut self,
        lines: &[SourceLine],
        path: &str,
        pieces: &[Piece],
        how: Placing,
    ) -> Result<String, Misfit> {
        let picked: Vec<Picked> = pieces.iter().filter_map(|piece| pick(lines, *piece)).collect();
        if picked.is_empty() {
            return Err(Misfit::NoWords);
        }
        match self.get(path)? {
            Value::Array(items) => self.place_items(path, &items, &picked, how),
            _ if is_date(path) => self.place_date(path, &picked),
            Value::String(before) => self.place_text(path, &before, &picked, how),
            _ => Err(Misfit::Gone),
        }
    }

    fn place_text(
        &mut self,
        path: &str,
        before: &str,
        picked: &[Picked],
        how: Placing,
    ) -> Result<String, Misfit> {
        let mut text = if how == Placing::Add { before.to_owned() } else { String::new() };
        picked.iter().for_each(|one| join(&mut text, &one.text));
        self.set(path, Value::String(text))?;
        let known = self.origins.remove(path);
        let kept = if how == Placing::Add { known } else { self.set_free(known) };
        self.note(path.to_owned(), kept, picked);
        Ok(path.to_owned())
    }

    fn place_date(&mut self, path: &str, picked: &[Picked]) -> Result<String, Misfit> {
        let mut text = String::new();
        picked.iter().for_each(|one| join(&mut text, &one.text));
        let chars: Vec<char> = text.chars().collect();
        let found = dates::best(&chars).ok_or(Misfit::NoDate)?;
        let end = found.end.map(|end| end.to_string());
        let date = if path.ends_with("endDate") {
            end
        } else if path.ends_with("startDate") {
            found.start.map(|start| start.to_string()).or(end)
        } else {
            found
                .end
                .and_then(crate::date::EndDate::date)
                .or(found.start)
                .map(|date| date.to_string())
        };
        self.set(path, Value::String(date.ok_or(Misfit::NoDate)?)).map_err(|_| Misfit::NoDate)?;
        let known = self.origins.remove(path);
        let none = self.set_free(known);
        self.note(path.to_owned(), none, picked);
        Ok(path.to_owned())
    }

    /// The words of a field that is written over stand nowhere any more.
    fn set_free(&mut self, known: Option<Origin>) -> Option<Origin> {
        self.unplaced.extend(known.into_iter().flat_map(|origin| origin.lines));
        None
    }

    fn place_items(
        &mut self,
        path: &str,
        before: &[Value],
        picked: &[Picked],
        how: Placing,
    ) -> Result<String, Misfit> {
        let groups = if path.ends_with("keywords") || path.ends_with("courses") {
            listed(picked)
        } else {
            by_item(picked)
        };
        let mut items = if how == Placing::Add { before.to_vec() } else { Vec::new() };
        let from = items.len();
        for group in &groups {
            let mut text = String::new();
            group.iter().for_each(|one| join(&mut text, &one.text));
            items.push(Value::String(text));
        }
        if !before.iter().all(Value::is_string) {
            return Err(Misfit::NoWayThere);
        }
        self.set(path, Value::Array(items))?;
        if how == Placing::Replace {
            let inside = format!("{path}[");
            let written_over = |own: &String, _: &mut Origin| own.starts_with(&inside);
            let gone: Vec<_> = self.origins.extract_if(.., written_over).collect();
            gone.into_iter().for_each(|(_, origin)| drop(self.set_free(Some(origin))));
        }
        for (i, group) in groups.iter().enumerate() {
            self.note(format!("{path}[{}]", from + i), None, group);
        }
        Ok(format!("{path}[{from}]"))
    }

    /// Remembers that the user put `picked` into a field that stood at `kept`.
    fn note(&mut self, path: String, kept: Option<Origin>, picked: &[Picked]) {
        let mut origin = kept.unwrap_or_default();
        origin.spans.extend(picked.iter().filter_map(|one| one.span));
        origin.lines.extend(picked.iter().map(|one| one.line));
        origin.lines.sort_unstable();
        origin.lines.dedup();
        origin.confidence = 1.0;
        origin.by_hand = true;
        self.edited.retain(|edited| *edited != path);
        self.origins.insert(path, origin);
    }
}

fn pick(lines: &[SourceLine], piece: Piece) -> Option<Picked> {
    let line = lines.get(piece.line as usize)?;
    let text = tidy(&piece.span.map_or_else(|| line.text.clone(), |span| span.of(&line.text)));
    let from_start = piece.span.is_none_or(|span| span.start == 0);
    let span = line.span.map(|whole| SourceSpan { bbox: boxed(line, piece, whole.bbox), ..whole });
    let picked = Picked { text, line: piece.line, span, item: line.item && from_start };
    (!picked.text.is_empty()).then_some(picked)
}

/// The rectangle around the words of a piece.
fn boxed(line: &SourceLine, piece: Piece, whole: Bbox) -> Bbox {
    let Some(span) = piece.span else { return whole };
    let inside = line.words.iter().filter(|w| w.span.start < span.end && w.span.end > span.start);
    inside.filter_map(|word| word.bbox).reduce(union).unwrap_or(whole)
}

/// Adds words to a text: a word torn at the end of a line is made whole.
fn join(text: &mut String, more: &str) {
    let (last, first) = (text.chars().next_back(), more.chars().next());
    let (Some(last), Some(first)) = (last, first) else {
        text.push_str(more);
        return;
    };
    let before = text.chars().rev().nth(1);
    let torn = matches!(last, '-' | '\u{2010}' | '\u{ad}')
        && first.is_lowercase()
        && before.is_some_and(char::is_alphabetic);
    if torn {
        text.pop();
    } else if !(unspaced(last) && unspaced(first)) {
        text.push(' ');
    }
    text.push_str(more);
}

/// One group of pieces for each point of a list; lines that begin none go on with the one above.
fn by_item(picked: &[Picked]) -> Vec<Vec<Picked>> {
    let mut groups: Vec<Vec<Picked>> = Vec::new();
    for one in picked {
        match groups.last_mut().filter(|_| !one.item) {
            Some(group) => group.push(one.clone()),
            None => groups.push(vec![one.clone()]),
        }
    }
    groups
}

/// One group for each word of an enumeration.
fn listed(picked: &[Picked]) -> Vec<Vec<Picked>> {
    let separator = |c: char| matches!(c, ',' | ';' | '|' | '•' | '·' | '、' | '，' | '；');
    let pieces = picked.iter().flat_map(|one| {
        let words = one.text.split(separator).map(str::trim).filter(|word| !word.is_empty());
        words.map(|word| vec![Picked { text: word.to_owned(), ..one.clone() }]).collect::<Vec<_>>()
    });
    pieces.collect()
}
