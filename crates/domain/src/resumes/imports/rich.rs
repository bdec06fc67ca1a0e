//! Text with marks in it: HTML, Markdown, or lines with bullets typed by hand.

/// A paragraph or a bullet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) is_item: bool,
    pub(super) text: String,
}

/// What a text says, without its marks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Rich {
    pub(super) blocks: Vec<Block>,
    /// Where its links lead.
    pub(super) links: Vec<String>,
}

impl Rich {
    /// The paragraphs.
    pub(super) fn prose(&self) -> String {
        let texts = self.blocks.iter().filter(|block| !block.is_item);
        texts.map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// The bullets.
    pub(super) fn items(&self) -> impl Iterator<Item = &str> {
        self.blocks.iter().filter(|block| block.is_item).map(|block| block.text.as_str())
    }

    /// Everything, a block a line.
    pub(super) fn all(&self) -> String {
        let texts: Vec<_> = self.blocks.iter().map(|block| block.text.as_str()).collect();
        texts.join("\n")
    }
}

/// Reads a text, whatever marks it has.
pub(super) fn read(text: &str) -> Rich {
    let mut rich = Rich::default();
    let text = if is_html(text) { from_html(text, &mut rich.links) } else { text.to_owned() };
    for line in text.lines() {
        let (is_item, line) = match bullet(line.trim()) {
            Some(rest) => (true, rest),
            None => (false, line.trim()),
        };
        let text = without_marks(line, &mut rich.links);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() {
            rich.blocks.push(Block { is_item, text });
        }
    }
    rich
}

/// The words of a text in one line.
pub(super) fn plain(text: &str) -> String {
    if is_html(text) { read(text).all().replace('\n', " ") } else { text.replace('\n', " ") }
}

/// The pieces between commas, semicolons and bullets, outside of brackets.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut depth = 0_usize;
    let pieces = text.split(|ch| {
        match ch {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(ch, ',' | ';' | '•' | '|' | '\n' | '、' | '，')
    });
    pieces.map(|piece| piece.trim().to_owned()).filter(|piece| !piece.is_empty()).collect()
}

fn is_html(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    [
        "<p", "<li", "<br", "<ul", "<ol", "<strong", "<em>", "<b>", "<i>", "<u>", "<span", "<div",
        "<a ",
    ]
    .iter()
    .any(|tag| lower.contains(tag))
}

/// The lines of some HTML; what is in a list has a bullet.
fn from_html(html: &str, links: &mut Vec<String>) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        push_text(&mut text, before);
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, after) = tag.split_at(end);
        push_tag(&mut text, tag, links);
        rest = after;
    }
    push_text(&mut text, rest);
    text
}

fn push_text(text: &mut String, piece: &str) {
    let piece = unescaped(piece);
    for ch in piece.chars() {
        let is_space = ch.is_whitespace();
        if !is_space {
            text.push(ch);
        } else if !text.ends_with([' ', '\n']) {
            text.push(' ');
        }
    }
}

fn push_tag(text: &mut String, tag: &str, links: &mut Vec<String>) {
    let inner = tag.trim_start_matches('<').trim_end_matches('>').trim();
    let name = inner.trim_start_matches('/');
    let name = name.split([' ', '/', '\n', '\t']).next().unwrap_or_default().to_ascii_lowercase();
    match name.as_str() {
        // Editors wrap the text of an item in a paragraph of its own.
        "p" | "div" if !inner.starts_with('/') && text.ends_with("• ") => {}
        "p" | "div" | "br" | "ul" | "ol" | "h1" | "h2" | "h3" | "h4" | "tr" | "blockquote" => {
            text.push('\n');
        }
        "li" if inner.starts_with('/') => text.push('\n'),
        "li" => text.push_str("\n• "),
        "td" | "th" => text.push(' '),
        "a" => {
            let target = inner.split_once("href=").map(|(_, rest)| rest.trim_start());
            let target = target.and_then(|rest| {
                let quote = rest.chars().next().filter(|ch| matches!(ch, '"' | '\''))?;
                rest.get(1..)?.split(quote).next()
            });
            links.extend(target.filter(|it| !it.is_empty()).map(unescaped));
        }
        _ => {}
    }
}

/// With the entities that text has spelled out.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let end = from.char_indices().take(12).find(|(_, ch)| *ch == ';');
        let meaning = end.and_then(|(end, _)| Some((entity(from.get(1..end)?)?, end + 1)));
        let (ch, used) = meaning.unwrap_or(('&', 1));
        out.push(ch);
        rest = from.get(used..).unwrap_or_default();
    }
    out + rest
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']).map(|hex| u32::from_str_radix(hex, 16));
        return char::from_u32(hex.unwrap_or_else(|| number.parse()).ok()?);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "rsquo" => '’',
        "lsquo" => '‘',
        "rdquo" => '”',
        "ldquo" => '“',
        "bull" => '•',
        _ => return None,
    })
}

/// The text after a bullet.
fn bullet(line: &str) -> Option<&str> {
    let marks = ['•', '◦', '▪', '●', '○', '■', '‣', '·', '➢', '✓'];
    if let Some(rest) = line.strip_prefix(marks) {
        return Some(rest.trim());
    }
    ["- ", "* ", "– ", "— ", "+ "].iter().find_map(|mark| line.strip_prefix(mark)).map(str::trim)
}

/// Without the stars, lines and addresses of Markdown.
fn without_marks(line: &str, links: &mut Vec<String>) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(ch) = rest.chars().next() {
        if let Some((label, target, after)) = link(rest) {
            out.push_str(label);
            links.push(target.to_owned());
            rest = after;
            continue;
        }
        let mark = ["***", "**", "__", "`"].into_iter().find(|mark| rest.starts_with(mark));
        let used = mark.map_or(ch.len_utf8(), str::len);
        if mark.is_none() && !is_slant(ch, &out, rest) {
            out.push(ch);
        }
        rest = rest.get(used..).unwrap_or_default();
    }
    out
}

/// A star that opens or closes slanted text, and is no sign of arithmetic.
fn is_slant(ch: char, before: &str, rest: &str) -> bool {
    let after = rest.chars().nth(1);
    let opens = after.is_some_and(char::is_alphanumeric);
    let closes = before.ends_with(|last: char| !last.is_whitespace());
    ch == '*'
        && (opens && before.chars().last().is_none_or(|last| !last.is_alphanumeric())
            || closes && after.is_none_or(|next| !next.is_alphanumeric()) && !before.is_empty())
}

/// `[label](target)` at the start: label, target and what follows.
fn link(text: &str) -> Option<(&str, &str, &str)> {
    let inner = text.strip_prefix('[')?;
    let end = inner.char_indices().take(500).find(|(_, ch)| *ch == ']')?.0;
    let (label, rest) = inner.split_at_checked(end)?;
    let rest = rest.strip_prefix("](")?;
    let end = rest.char_indices().take(2_048).find(|(_, ch)| *ch == ')')?.0;
    let (target, rest) = rest.split_at_checked(end)?;
    let is_address = target.contains("://") || target.starts_with("mailto:");
    is_address.then_some((label, target, rest.get(1..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_paragraphs_and_bullets() {
        let rich = read(
            "<p>Ran <strong>it</strong> &amp; more.</p><ul><li><p>One &#233;</p></li>\
             <li>Two <a href=\"https://a.example\">there</a></li></ul><p></p>",
        );
        assert_eq!(rich.prose(), "Ran it & more.");
        assert_eq!(rich.items().collect::<Vec<_>>(), ["One é", "Two there"]);
        assert_eq!(rich.links, ["https://a.example"]);
    }

    #[test]
    fn markdown_and_typed_bullets_lose_their_marks() {
        let rich = read("A **bold** [word](https://a.example)\n- *one*\n• two\n2 * 3 = 6");
        assert_eq!(rich.prose(), "A bold word\n2 * 3 = 6");
        assert_eq!(rich.items().collect::<Vec<_>>(), ["one", "two"]);
        assert_eq!(rich.links, ["https://a.example"]);
    }

    #[test]
    fn words_stand_between_commas_but_not_inside_brackets() {
        assert_eq!(words("Python, R (a, b); SQL"), ["Python", "R (a, b)", "SQL"]);
    }

    #[test]
    fn broken_marks_do_no_harm() {
        for text in ["<p", "<", "&#99999999;", "[a](", "<li><li><a href=", "&;", "**", "[x](y"] {
            let _ = read(text);
        }
    }
}
