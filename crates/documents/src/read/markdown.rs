//! Markdown: headings, lists, emphasis and links; everything else is text.

use domain::page::{Document, FlowLine, FlowRole, FlowRun, Format};

use super::flow::{Flow, Line};

/// An item takes on no more lines beyond this many bytes.
const LONGEST_ITEM: usize = 4_000;

/// Whether text uses the marks of Markdown often enough to be read as such.
pub(super) fn is_markdown(text: &str) -> bool {
    let mut marks = 0;
    for line in text.lines().take(400) {
        let line = line.trim();
        let heading = heading(line).is_some() && !line.starts_with("#!");
        let pair = |mark: &str| line.matches(mark).count() >= 2;
        marks +=
            usize::from(heading) * 2 + usize::from(pair("**")) + usize::from(line.contains("]("));
    }
    marks >= 2
}

/// Reads Markdown.
pub(super) fn read(text: &str) -> Document {
    let mut document = Document { format: Format::Markdown, ..Document::default() };
    let mut flow = Flow::default();
    let mut open = Open::default();
    let mut lines = without_front_matter(text).lines().peekable();
    while let Some(source) = lines.next() {
        if flow.is_full() {
            break;
        }
        let under = lines.peek().map_or("", |line| line.trim());
        let trimmed = source.trim();
        let level = match under.chars().next() {
            Some('=') if !trimmed.is_empty() && under.chars().all(|ch| ch == '=') => Some(1),
            Some('-') if !trimmed.is_empty() && under.len() > 2 && is_rule(under) => Some(2),
            _ => None,
        };
        if level.is_some() {
            lines.next();
        }
        if level.is_none() && (is_rule(trimmed) || trimmed.starts_with("```") || is_target(trimmed))
        {
            open.end(&mut flow);
            continue;
        }
        if open.goes_on(source, level) {
            continue;
        }
        open.end(&mut flow);
        open.start(source, level);
        if level.is_some() || trimmed.is_empty() || heading(trimmed).is_some() {
            open.end(&mut flow);
        }
    }
    open.end(&mut flow);
    flow.finish(&mut document);
    document
}

/// A line that may go on in the next one.
#[derive(Default)]
struct Open {
    source: Option<(String, Option<u8>)>,
    is_item: bool,
}

impl Open {
    fn start(&mut self, source: &str, level: Option<u8>) {
        self.is_item = item(source.trim()).is_some();
        self.source = Some((source.trim_end().to_owned(), level));
    }

    /// Takes on a line that is wrapped under its bullet.
    fn goes_on(&mut self, source: &str, level: Option<u8>) -> bool {
        let trimmed = source.trim();
        let is_wrapped = source.starts_with("  ")
            && !trimmed.is_empty()
            && level.is_none()
            && item(trimmed).is_none()
            && heading(trimmed).is_none()
            && !trimmed.starts_with(['|', '>']);
        match &mut self.source {
            Some((text, _)) if self.is_item && is_wrapped && text.len() < LONGEST_ITEM => {
                text.push(' ');
                text.push_str(trimmed);
                true
            }
            _ => false,
        }
    }

    fn end(&mut self, flow: &mut Flow) {
        if let Some((source, level)) = self.source.take() {
            flow.push(line(&source, level));
        }
    }
}

/// `[id]: https://…`: where a link further up leads.
fn is_target(line: &str) -> bool {
    let rest = line.strip_prefix('[').and_then(|rest| rest.split_once("]:"));
    rest.is_some_and(|(id, target)| id.len() < 40 && target.trim_start().starts_with("http"))
}

fn line(source: &str, level: Option<u8>) -> Line {
    let trimmed = source.trim();
    let found = level.map(|level| (level, trimmed)).or_else(|| heading(trimmed));
    let mut shape = FlowLine::default();
    let mut look = FlowRun::default();
    let mut text = trimmed.trim_start_matches("> ");
    if let Some((level, rest)) = found {
        shape.role = FlowRole::Heading(level);
        look.bold = true;
        text = rest;
    } else if let Some(rest) = item(trimmed) {
        let indent = source.len() - source.trim_start().len();
        shape.list_level = Some(u8::try_from(indent / 2).unwrap_or(8).min(8));
        text = ["[ ] ", "[x] ", "[X] "].iter().find_map(|it| rest.strip_prefix(it)).unwrap_or(rest);
    }
    let text = &without_html(text);
    let mut line = Line::new(shape);
    for (index, cell) in cells(text).into_iter().enumerate() {
        if index > 0 {
            line.tab();
        }
        inline(&mut line, cell, &look);
    }
    line
}

/// The level and text of a heading.
fn heading(line: &str) -> Option<(u8, &str)> {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    let rest = line.get(level..)?;
    let is_heading = (1..=6).contains(&level) && rest.starts_with(' ') && !rest.trim().is_empty();
    is_heading.then(|| (level as u8, rest.trim().trim_end_matches('#').trim()))
}

fn item(line: &str) -> Option<&str> {
    if let Some(rest) = ["- ", "* ", "+ "].iter().find_map(|mark| line.strip_prefix(mark)) {
        return Some(rest.trim());
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line.get(digits..)?.strip_prefix(['.', ')'])?.strip_prefix(' ')?;
    (1..=3).contains(&digits).then_some(rest)
}

fn is_rule(line: &str) -> bool {
    let mut marks = line.chars().filter(|ch| *ch != ' ' && *ch != '|' && *ch != ':');
    let Some(first) = marks.next() else { return false };
    matches!(first, '-' | '*' | '_') && line.len() > 2 && marks.all(|ch| ch == first)
}

fn cells(text: &str) -> Vec<&str> {
    if text.starts_with('|') && text.len() > 1 {
        text.trim_matches('|').split('|').collect()
    } else {
        vec![text]
    }
}

/// Adds text with its emphasis and links.
fn inline(line: &mut Line, text: &str, base: &FlowRun) {
    let mut look = base.clone();
    let mut plain = String::new();
    let mut rest = text;
    while let Some(ch) = rest.chars().next() {
        let after = rest.get(ch.len_utf8()..).unwrap_or_default();
        if let Some(image) = rest.strip_prefix('!')
            && let Some((label, _, end)) = link(image)
        {
            plain.push_str(label);
            rest = end;
        } else if let Some((label, target, end)) = link(rest) {
            line.text(&std::mem::take(&mut plain), &look);
            let linked = FlowRun { link: target.to_owned(), ..look.clone() };
            line.text(&label.replace(['*', '_', '`'], ""), &linked);
            rest = end;
        } else if let Some(end) = rest.strip_prefix("**").or_else(|| rest.strip_prefix("__")) {
            line.text(&std::mem::take(&mut plain), &look);
            look.bold = !look.bold || base.bold;
            rest = end;
        } else if ch == '*' && is_slant(&plain, after, look.italic) {
            line.text(&std::mem::take(&mut plain), &look);
            look.italic = !look.italic;
            rest = after;
        } else if ch == '\\' && after.starts_with(|next: char| next.is_ascii_punctuation()) {
            let next = after.chars().next().unwrap_or_default();
            plain.push(next);
            rest = after.get(next.len_utf8()..).unwrap_or_default();
        } else if ch == '`' {
            rest = after;
        } else {
            plain.push(ch);
            rest = after;
        }
    }
    line.text(&plain, &look);
}

/// Whether a star opens or closes slanted text, and is no sign of arithmetic.
fn is_slant(before: &str, after: &str, is_open: bool) -> bool {
    let inside_a_word = before.ends_with(char::is_alphanumeric)
        && after.starts_with(char::is_alphanumeric)
        && !is_open;
    !inside_a_word && (is_open || !after.starts_with(' '))
}

/// `[label](target)`, `[label][id]` or `<https://...>` at the start: label, target and what
/// follows.
fn link(text: &str) -> Option<(&str, &str, &str)> {
    if let Some(inner) = text.strip_prefix('<') {
        let (target, rest) = until(inner, '>', 2_048)?;
        let is_address = target.contains("://") || target.contains('@');
        return (is_address && !target.contains(' ')).then_some((target, target, rest));
    }
    let (label, rest) = until(text.strip_prefix('[')?, ']', 500)?;
    if let Some(inner) = rest.strip_prefix('(') {
        let (target, rest) = until(inner, ')', 2_048)?;
        return Some((label, target.split(' ').next().unwrap_or_default(), rest));
    }
    let (_, rest) = until(rest.strip_prefix('[')?, ']', 40)?;
    Some((label, "", rest))
}

/// What stands before a sign that comes soon, and what follows it.
fn until(text: &str, sign: char, most: usize) -> Option<(&str, &str)> {
    let end = text.char_indices().take(most).find(|(_, ch)| *ch == sign)?.0;
    let (before, rest) = text.split_at_checked(end)?;
    Some((before, rest.get(sign.len_utf8()..)?))
}

/// Without the tags and entities of HTML that Markdown may hold.
fn without_html(text: &str) -> String {
    const TAGS: &[&str] = &[
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<u>",
        "</u>",
        "<em>",
        "</em>",
        "<strong>",
        "</strong>",
        "<sub>",
        "</sub>",
        "<sup>",
        "</sup>",
        "<small>",
        "</small>",
        "</a>",
        "</span>",
        "</div>",
        "<div>",
        "<p>",
        "</p>",
        "<center>",
        "</center>",
        "<br>",
        "<br/>",
        "<br />",
    ];
    const SIGNS: &[(&str, &str)] = &[
        ("&nbsp;", " "),
        ("&middot;", "·"),
        ("&bull;", "•"),
        ("&ndash;", "–"),
        ("&mdash;", "—"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ];
    let mut text = text.to_owned();
    if text.contains('<') {
        TAGS.iter().for_each(|tag| text = text.replace(tag, ""));
    }
    if text.contains('&') {
        SIGNS.iter().for_each(|(sign, meaning)| text = text.replace(sign, meaning));
    }
    text
}

fn without_front_matter(text: &str) -> &str {
    let inner = text.strip_prefix("---\n").and_then(|it| it.split_once("\n---\n"));
    inner.map_or(text, |(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_items_and_emphasis_are_read() {
        let document = read("# Jane Doe\n\n- **Nurse** at [Ward](https://w.example)\n");
        let [name, item] = &document.flow[..] else { panic!("two lines: {document:?}") };
        assert_eq!(name.role, FlowRole::Heading(1));
        assert_eq!(item.list_level, Some(0));
        let runs = &item.cells[0].runs;
        assert!(runs[0].bold && runs[0].text == "Nurse" && runs[2].link == "https://w.example");
    }

    fn lines(source: &str) -> Vec<String> {
        let text = |line: &FlowLine| {
            let cell = |cell: &domain::page::FlowCell| {
                cell.runs.iter().map(|run| run.text.as_str()).collect::<String>()
            };
            line.cells.iter().map(cell).collect::<Vec<_>>().join(" | ")
        };
        read(source).flow.iter().map(text).collect()
    }

    #[test]
    fn wrapped_items_are_one_line_and_marks_are_no_text() {
        let text = "# A\n\n- one\n  two\n    - deep\n- [x] done\n\n2*3*4 *so* snake_case ![me](a.png) [r][1]\n\
                    <b>b</b> &amp; c\n[1]: https://r.example\n| a | b |\n|---|---|\n";
        let wanted = ["A", "one two", "deep", "done", "2*3*4 so snake_case me r", "b & c", "a | b"];
        assert_eq!(lines(text), wanted);
    }

    #[test]
    fn plain_text_is_not_taken_for_markdown() {
        assert!(!is_markdown("Jane Doe\n- Nurse\n- 5 * 3\n"));
        assert!(is_markdown("# Jane\n## Work\n"));
    }
}
