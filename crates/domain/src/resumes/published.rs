//! Publications: which words are the title, which the journal, which the authors.

use super::{dates::Span, items::Item};
use crate::layout::{Look, Passage};

/// A publication in pieces.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) title: Passage,
    pub(super) publisher: Passage,
    pub(super) rest: Vec<Passage>,
}

const QUOTES: &[(char, char)] = &[
    ('“', '”'),
    ('„', '“'),
    ('«', '»'),
    ('「', '」'),
    ('『', '』'),
    ('《', '》'),
    ('"', '"'),
    ('‘', '’'),
];

/// The parts of an entry of one paragraph, if it has the form of a reference.
pub(super) fn reference(item: &Item, date: Option<&Span>) -> Option<Parts> {
    let text = item.text();
    quoted(&text).or_else(|| numbered(&text, date)).or_else(|| sloped(&text))
}

/// “Title”, Journal, 2021.
fn quoted(text: &Passage) -> Option<Parts> {
    let chars = text.chars();
    let begins = QUOTES.iter().filter_map(|(open, close)| {
        chars.iter().position(|c| c == open).map(|at| (*open, *close, at))
    });
    let (open, close, start) = begins.min_by_key(|(_, _, at)| *at)?;
    let end = chars.iter().skip(start + 1).position(|c| *c == close).map(|n| start + 1 + n)?;
    let title = text.slice(start + 1..end);
    if title.len() < 8
        || open == close && title.len() < 12
        || !title.chars().contains(&' ')
            && title.len() < 12
            && title.chars().first().is_some_and(char::is_ascii)
    {
        return None;
    }
    let before = tidied(&text.slice(0..start));
    let publisher = publisher(&text.slice(end + 1..text.len()));
    Some(Parts { title: tidied(&title), publisher, rest: some(before) })
}

/// Author, A. (2021). Title. Journal.
fn numbered(text: &Passage, date: Option<&Span>) -> Option<Parts> {
    let at = date?.at.clone();
    let chars = text.chars();
    let behind = chars.get(at.end..)?;
    let skip = behind.iter().take_while(|c| matches!(c, ')' | '.' | ',' | ':' | ' ')).count();
    let stopped = behind.iter().take(skip).any(|c| matches!(c, '.' | ')' | ':'));
    if at.start < 4 || at.start > 240 || !stopped || at.end + skip + 8 > chars.len() {
        return None;
    }
    let rest = text.slice(at.end + skip..chars.len());
    let stop = sentence_end(&rest)?;
    let authors = tidied(&text.slice(0..at.start));
    Some(Parts {
        title: tidied(&rest.slice(0..stop)),
        publisher: publisher(&rest.slice(stop..rest.len())),
        rest: some(authors),
    })
}

/// A title before the journal in italics.
fn sloped(text: &Passage) -> Option<Parts> {
    let places = text.places();
    let start = places.iter().position(|p| p.look.italic())?;
    let share = text.share(Look::italic);
    if start < 8 || share > 0.7 {
        return None;
    }
    let end = (start..text.len())
        .find(|&i| places.get(i).is_some_and(|p| !p.look.italic()))
        .unwrap_or(text.len());
    let before = tidied(&text.slice(0..start));
    Some(Parts { title: before, publisher: publisher(&text.slice(start..end)), rest: Vec::new() })
}

/// Where the first sentence ends that is no abbreviation.
fn sentence_end(text: &Passage) -> Option<usize> {
    let chars = text.chars();
    let stop = |i: usize| {
        let word = chars
            .get(..i)
            .unwrap_or_default()
            .iter()
            .rev()
            .take_while(|c| c.is_alphanumeric())
            .count();
        matches!(chars.get(i), Some('.' | '?' | '!'))
            && chars.get(i + 1).is_none_or(|c| *c == ' ')
            && word > 2
    };
    (6..chars.len()).find(|&i| stop(i))
}

/// The words up to a volume, a page or a date.
fn publisher(text: &Passage) -> Passage {
    let text = tidied(text);
    let words = text.text();
    let text = match words
        .get(..3)
        .filter(|w| w.eq_ignore_ascii_case("in ") || w.eq_ignore_ascii_case("in:"))
    {
        Some(_) => tidied(&text.slice(3..text.len())),
        None => text,
    };
    let chars = text.chars();
    let end = (0..chars.len()).find(|&i| {
        let after = chars.get(i + 1..).unwrap_or_default();
        let next = after.iter().find(|c| !c.is_whitespace() && **c != '(');
        matches!(chars.get(i), Some(',' | '(' | ';' | '.' | '，'))
            && next.is_none_or(|c| c.is_ascii_digit() || c.is_lowercase())
    });
    tidied(&text.slice(0..end.unwrap_or(chars.len())))
}

fn tidied(text: &Passage) -> Passage {
    text.trim_matches(|c| {
        c.is_whitespace()
            || matches!(
                c,
                '.' | ','
                    | ';'
                    | ':'
                    | '('
                    | ')'
                    | '-'
                    | '–'
                    | '—'
                    | '“'
                    | '”'
                    | '"'
                    | '，'
                    | '。'
                    | '|'
            )
    })
}

fn some(text: Passage) -> Vec<Passage> {
    if text.is_empty() { Vec::new() } else { vec![text] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{layout::Place, resumes::dates};

    fn read(text: &str) -> (String, String) {
        let mut passage = Passage::default();
        text.chars().for_each(|ch| passage.push(ch, Place::NOWHERE));
        let date = dates::best(passage.chars());
        let item = Item { cells: vec![passage], ..Item::default() };
        let parts = reference(&item, date.as_ref()).unwrap_or_default();
        (parts.title.text(), parts.publisher.text())
    }

    #[test]
    fn references_of_several_styles_are_taken_apart() {
        for (text, title, publisher) in [
            (
                "Whitfield P. (2021). Heat waves and kelp canopies. Journal of Marine Ecology, 12(3), 4-9.",
                "Heat waves and kelp canopies",
                "Journal of Marine Ecology",
            ),
            (
                "“Counting kelp from space”, Remote Sensing of Coasts, 2016",
                "Counting kelp from space",
                "Remote Sensing of Coasts",
            ),
            (
                "Carta, M. et al., „Dinamica dei portatori“, in: Annali di Fisica, 2020",
                "Dinamica dei portatori",
                "Annali di Fisica",
            ),
        ] {
            assert_eq!(read(text), (title.to_owned(), publisher.to_owned()), "{text}");
        }
    }
}
