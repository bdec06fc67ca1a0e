//! A posting's text in pieces: headings, bullets and sentences, each with its section.

use super::glue;
use super::lists::list;
use super::sections::{self, Section};

/// A piece of a posting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// Its words, without the bullet.
    pub(super) text: &'a str,
    /// Where they start, in bytes.
    pub(super) start: usize,
    /// Whether it is a list item.
    pub(super) bullet: bool,
    /// Whether it announces what follows.
    pub(super) heading: bool,
    /// What it belongs to.
    pub(super) section: Section,
}

/// No posting has more pieces than this that matter.
const MOST: usize = 4_000;
/// Lines longer than this may hold headings and sentences run together.
const LONG: usize = 220;

/// Reads the pieces of a text.
pub(super) fn read(text: &str) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut start = 0;
    let raw: Vec<&str> = text.split_inclusive('\n').collect();
    for (index, line) in raw.iter().enumerate() {
        if lines.len() > MOST {
            break;
        }
        let next = raw.get(index + 1).copied().unwrap_or_default();
        add(line, start, next, &mut lines);
        start += line.len();
    }
    assign(&mut lines);
    lines
}

/// Adds the pieces of one line.
fn add<'a>(line: &'a str, start: usize, next: &str, lines: &mut Vec<Line<'a>>) {
    let bullet = line.starts_with("• ");
    let mut push = |from: usize, to: usize, heading: bool| {
        let Some(piece) = line.get(from..to) else { return };
        let lead = piece.len()
            - piece
                .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '•' | ';' | ','))
                .len();
        let text = piece
            .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '•' | ';' | ','))
            .trim_end();
        if !text.is_empty() {
            let heading = heading || (from > 0 && sections::exactly(text).is_some());
            lines.push(Line {
                text,
                start: start + from + lead,
                bullet,
                heading,
                section: Section::Intro,
            });
        }
    };
    let whole = line.trim_end();
    if is_heading(whole, bullet, next) {
        push(0, whole.len(), true);
        return;
    }
    let mut from = 0;
    for cut in cuts(whole) {
        if cut.at > from {
            push(from, cut.at, cut.after_heading);
            from = cut.at;
        }
    }
    push(from, whole.len(), false);
}

/// A place to part a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cut {
    pub(super) at: usize,
    /// Whether what ends here is a heading.
    pub(super) after_heading: bool,
}

fn cuts(line: &str) -> Vec<Cut> {
    let mut cuts = sentence_ends(line);
    if line.len() > LONG {
        cuts.extend(glue::cuts(line));
        cuts.extend(inline_headings(line));
    } else if let Some((heading, _)) = line.split_once(':')
        && sections::exactly(heading.trim_start_matches("• ")).is_some()
    {
        cuts.push(Cut { at: heading.len() + 1, after_heading: true });
    }
    cuts.sort_by(|a, b| a.at.cmp(&b.at).then(b.after_heading.cmp(&a.after_heading)));
    cuts.dedup_by_key(|cut| cut.at);
    if line.len() > LONG {
        let colons = glued_headings(line, &cuts);
        cuts.extend(colons);
        cuts.sort_by(|a, b| a.at.cmp(&b.at).then(b.after_heading.cmp(&a.after_heading)));
        cuts.dedup_by_key(|cut| cut.at);
    }
    cuts
}

/// Headings glued to what they announce: "What you bring to the team:You have".
fn glued_headings(line: &str, cuts: &[Cut]) -> Vec<Cut> {
    let mut found = Vec::new();
    for (colon, _) in line.match_indices(':') {
        let next = line.get(colon + 1..).and_then(|rest| rest.chars().next());
        let before = cuts.partition_point(|cut| cut.at <= colon);
        let start = before.checked_sub(1).and_then(|at| cuts.get(at)).map_or(0, |cut| cut.at);
        let heading = line.get(start..colon).unwrap_or_default().trim();
        let short = heading.len() < 70 && heading.starts_with(char::is_uppercase);
        if short && next.is_some_and(char::is_uppercase) && sections::meant(heading).is_some() {
            found.push(Cut { at: colon + 1, after_heading: true });
        }
    }
    found
}

/// Ends of sentences and of items parted by semicolons.
fn sentence_ends(line: &str) -> Vec<Cut> {
    let mut cuts = Vec::new();
    let mut chars = line.char_indices().peekable();
    let mut word = 0;
    while let Some((at, c)) = chars.next() {
        if c == ' ' {
            word = at + 1;
        }
        if !matches!(c, '.' | '!' | '?' | ';' | '•' | '·' | '▪' | '✓') {
            continue;
        }
        let next = chars.peek().map(|(_, next)| *next);
        let end = at + c.len_utf8();
        let after: Vec<char> = line.get(end..).unwrap_or_default().chars().take(3).collect();
        let last_word = line.get(word..at).unwrap_or_default();
        let cut = match c {
            '•' | '·' | '▪' | '✓' => at > 0 && next == Some(' '),
            // "31. Januar" is a day.
            '.' if last_word.len() <= 2 && last_word.chars().all(|c| c.is_ascii_digit()) => false,
            ';' => true,
            _ => match after.as_slice() {
                [' ', ..] => !abbreviated(last_word),
                // "experience.Strong": a sentence glued to the next.
                [first, second, ..] => {
                    first.is_uppercase()
                        && second.is_lowercase()
                        && last_word.len() > 2
                        && last_word.ends_with(|c: char| c.is_lowercase() || c == ')')
                        && !last_word.contains(['.', '/', '@'])
                }
                _ => false,
            },
        };
        if cut {
            cuts.push(Cut { at: end, after_heading: false });
        }
    }
    cuts
}

fn abbreviated(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '"']).to_lowercase();
    word.chars().count() <= 1 || list("line.abbreviations").contains(&word.as_str())
}

/// Known headings inside a long line, with a colon behind them or all in capitals and titles.
fn inline_headings(line: &str) -> Vec<Cut> {
    let mut cuts = Vec::new();
    let words: Vec<(usize, &str)> = words(line);
    let mut index = 0;
    while index < words.len() {
        let found = (1..=6).rev().find_map(|length| {
            let window = words.get(index..index + length)?;
            let (start, _) = *window.first()?;
            let (last, word) = *window.last()?;
            let end = last + word.len();
            let capital = window.first()?.1.starts_with(char::is_uppercase);
            let colon = word.ends_with(':') || line.get(end..)?.starts_with(" :");
            let titled = length >= 3
                && window.iter().filter(|(_, word)| word.starts_with(char::is_uppercase)).count()
                    * 4
                    >= length * 3;
            // Looking a heading up costs more than seeing that it cannot be one.
            if !capital || !(colon || titled) {
                return None;
            }
            sections::exactly(line.get(start..end)?).map(|_| (start, end, length))
        });
        match found {
            Some((start, end, length)) => {
                cuts.push(Cut { at: start, after_heading: false });
                let colon =
                    usize::from(line.get(end..).is_some_and(|rest| rest.starts_with(" :"))) * 2;
                cuts.push(Cut { at: end + colon, after_heading: true });
                index += length;
            }
            None => index += 1,
        }
    }
    cuts
}

/// Words with where they start; a glued capital starts a word too.
fn words(line: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut start = None;
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        let glued =
            c.is_uppercase() && (before.is_lowercase() || matches!(before, '.' | ':' | ')' | '!'));
        if (c.is_whitespace() || glued)
            && let Some(from) = start.take()
        {
            found.extend(line.get(from..at).map(|word| (from, word)));
        }
        if !c.is_whitespace() && start.is_none() {
            start = Some(at);
        }
        before = c;
    }
    if let Some(from) = start {
        found.extend(line.get(from..).map(|word| (from, word)));
    }
    found
}

/// Whether a line announces what follows it.
fn is_heading(line: &str, bullet: bool, next: &str) -> bool {
    let line = line.trim_start_matches("• ").trim();
    let count = line.split(' ').count();
    if line.is_empty() || line.len() > 110 || count > 14 {
        return false;
    }
    let open = line.ends_with([':', '?', '…']);
    let ended = line.ends_with(['.', ';', ',', '!']);
    if sections::exactly(line.trim_end_matches(['.', '!'])).is_some() {
        return !bullet || open;
    }
    if bullet || ended {
        return false;
    }
    let shouted =
        line.chars().any(char::is_alphabetic) && !line.chars().any(char::is_lowercase) && count > 1;
    let announced = sections::announced(line).is_some();
    let followed = next.trim_start().starts_with('•');
    let capital = line
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .starts_with(|c: char| c.is_uppercase() || !c.is_lowercase());
    capital
        && ((announced && count <= 9)
            || (open && count <= 12)
            || (followed && count <= 8)
            || (shouted && count <= 8))
}

/// Gives every piece the section of the heading above it.
fn assign(lines: &mut [Line<'_>]) {
    let mut section = Section::Intro;
    let mut listed = false;
    for line in lines {
        let demanded = matches!(section, Section::Required | Section::Preferred);
        if line.heading {
            let known = sections::meant(line.text);
            let demands =
                matches!(section, Section::Required | Section::Preferred | Section::Duties);
            // "Technical:" below "Requirements" is still about requirements.
            let within = demands && (line.text.ends_with(':') || line.bullet);
            section = match known {
                Some(known) => known,
                None if within => section,
                None => Section::Intro,
            };
        }
        // A list of demands is over where a line follows that is none of its items.
        if demanded && listed && !line.bullet && !line.heading && stands_alone(line.text) {
            section = Section::Intro;
        }
        listed = line.bullet || (listed && !line.heading && !stands_alone(line.text));
        line.section = section;
    }
}

/// Whether a line is more than the rest of the item above it.
fn stands_alone(text: &str) -> bool {
    text.starts_with(|c: char| c.is_uppercase() || matches!(c, '€' | '$' | '£')) && text.len() > 12
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<(Section, bool, &str)> {
        read(text).into_iter().map(|line| (line.section, line.heading, line.text)).collect()
    }

    #[test]
    fn every_piece_belongs_to_the_heading_above_it() {
        let text = "Baker\nRequirements:\n• Flour. Water.\nTools:\n• Oven\nNice to have\n• Salt";
        use Section::{Intro, Preferred, Required};
        let expected = [
            (Intro, false, "Baker"),
            (Required, true, "Requirements:"),
            (Required, false, "Flour."),
            (Required, false, "Water."),
            (Required, true, "Tools:"),
            (Required, false, "Oven"),
            (Preferred, true, "Nice to have"),
            (Preferred, false, "Salt"),
        ];
        assert_eq!(pieces(text), expected);
    }

    #[test]
    fn what_lost_its_line_breaks_is_parted_again() {
        let filler = "We bake bread for the whole town and we have done so for many years now, with joy and care. ".repeat(3);
        let text = format!(
            "{filler}What You Need for this Job Basic Qualifications: Two hands Preferred Qualifications: JavaScript skillsSchedule:Monday"
        );
        let found = pieces(&text);
        assert!(found.contains(&(Section::Required, false, "Two hands")), "{found:?}");
        assert!(found.contains(&(Section::Preferred, false, "JavaScript skills")), "{found:?}");
    }

    #[test]
    fn every_piece_is_a_slice_of_the_text() {
        let text = "• Ägypten; Öl\n  B: c. D";
        for line in read(text) {
            assert_eq!(text.get(line.start..line.start + line.text.len()), Some(line.text));
        }
    }
}
