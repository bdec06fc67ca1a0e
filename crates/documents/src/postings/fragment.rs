//! HTML to lines: structure kept, decoration and hidden parts gone.

use std::collections::HashSet;

use scraper::{ElementRef, Html, Node};

use super::plain;

/// Elements that never hold a posting's words.
const NEVER: &[&str] = &[
    "script", "style", "noscript", "nav", "footer", "template", "svg", "iframe", "button",
    "select", "option", "input", "textarea", "head", "dialog", "object", "canvas", "video",
    "audio", "label",
];
/// Elements that stand on lines of their own.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "aside",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "table",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "body",
    "form",
    "fieldset",
    "hr",
    "figure",
    "address",
    "details",
    "summary",
    "center",
    "caption",
    "thead",
    "tbody",
    "legend",
];
/// Words in a class or id that mark what surrounds a posting.
const AROUND: &[&str] = &[
    "cookie",
    "consent",
    "similar-job",
    "similar_job",
    "related-job",
    "breadcrumb",
    "newsletter",
    "skip-link",
    "share-",
    "social-",
    "gdpr",
    "job-alert",
    "jobalert",
    "visually-hidden",
    "sr-only",
];

/// The lines of a piece of HTML.
pub(super) fn lines(html: &str) -> String {
    let html = if escaped(html) { unescape(html) } else { html.to_owned() };
    if !html.contains('<') {
        return plain::lines(&unescape(&html));
    }
    if too_deep(&html) {
        return plain::lines(&stripped(&html));
    }
    element_lines(Html::parse_fragment(&html).root_element())
}

/// Whether tags nest deeper than any page does. The tree builder's work grows with the square of
/// the depth, so such a page would keep it busy for minutes.
pub(super) fn too_deep(html: &str) -> bool {
    const DEEPEST: usize = 600;
    /// Elements that stand alone or that the next one closes.
    const SHALLOW: &[&str] = &[
        "br", "img", "input", "meta", "link", "hr", "p", "li", "td", "th", "tr", "option", "dt",
        "dd", "source", "wbr", "col", "area", "base", "path", "rect", "circle", "use", "line",
        "polygon", "html", "head", "body", "thead", "tbody",
    ];
    let mut depth: usize = 0;
    for tag in html.split('<').skip(1) {
        let closing = tag.starts_with('/');
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take(12)
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_ascii_lowercase();
        let alone = || tag.split('>').next().is_some_and(|tag| tag.ends_with('/'));
        if name.is_empty() || SHALLOW.contains(&name.as_str()) {
            continue;
        }
        if closing {
            depth = depth.saturating_sub(1);
        } else if !alone() {
            depth += 1;
        }
        if depth > DEEPEST {
            return true;
        }
    }
    false
}

/// A page's words without its tags, for pages whose tags make no sense.
pub(super) fn stripped(html: &str) -> String {
    let pieces = html.split('<').map(|tag| tag.split_once('>').map_or(tag, |(_, text)| text));
    unescape(&pieces.collect::<Vec<_>>().join("\n"))
}

/// The lines below an element of a page.
pub(super) fn element_lines(root: ElementRef<'_>) -> String {
    let doubles = doubles(root);
    let mut out = Lines::default();
    walk(root, |step| match step {
        Step::Text(text) => {
            out.text(text);
            true
        }
        Step::Open(element) => {
            let inner = element.id() != root.id();
            if inner && (doubles.contains(&key(element)) || dropped(element)) {
                return false;
            }
            out.open(element.value().name());
            true
        }
        Step::Close(element) => {
            out.close(element.value().name());
            true
        }
    });
    out.finish()
}

/// A step of a walk over a tree.
enum Step<'a> {
    Text(&'a str),
    Open(ElementRef<'a>),
    Close(ElementRef<'a>),
}

/// Visits everything below `root` in order, without recursion: pages may nest without end.
/// A visitor that answers an opening with `false` leaves that element out, its closing too.
fn walk<'a>(root: ElementRef<'a>, mut visit: impl FnMut(Step<'a>) -> bool) {
    let mut node = *root;
    loop {
        let element = ElementRef::wrap(node);
        let entered = match (element, node.value()) {
            (Some(element), _) => visit(Step::Open(element)),
            (None, Node::Text(text)) => visit(Step::Text(text)),
            (None, _) => false,
        };
        if let (true, Some(child)) = (entered, node.first_child()) {
            node = child;
            continue;
        }
        if let (true, Some(element)) = (entered, element) {
            visit(Step::Close(element));
        }
        loop {
            if node.id() == root.id() {
                return;
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            let Some(parent) = node.parent() else { return };
            node = parent;
            if let Some(element) = ElementRef::wrap(node) {
                visit(Step::Close(element));
            }
        }
    }
}

/// What tells one element of a page from every other.
fn key(element: ElementRef<'_>) -> usize {
    std::ptr::from_ref(element.value()).addr()
}

/// Lines while they are being put together.
#[derive(Default)]
struct Lines {
    done: Vec<String>,
    line: String,
    in_item: bool,
}

impl Lines {
    fn text(&mut self, text: &str) {
        self.line.push_str(text);
    }

    fn open(&mut self, name: &str) {
        if name == "br" || BLOCKS.contains(&name) {
            self.end_line();
        } else if name == "li" {
            self.end_line();
            self.in_item = true;
        } else if matches!(name, "td" | "th") && !self.line.trim().is_empty() {
            self.line.push_str("  ");
        }
    }

    fn close(&mut self, name: &str) {
        if name == "li" {
            self.end_line();
            self.in_item = false;
        } else if BLOCKS.contains(&name) {
            self.end_line();
        }
    }

    fn end_line(&mut self) {
        let raw = std::mem::take(&mut self.line);
        let mut line = plain::line_of(&raw);
        if line.is_empty() {
            return;
        }
        if self.in_item {
            // Only the first line of an item carries its bullet.
            self.in_item = false;
            if !line.starts_with("• ") {
                line = format!("• {line}");
            }
        }
        if self.done.last() != Some(&line) {
            self.done.push(line);
        }
    }

    fn finish(mut self) -> String {
        self.end_line();
        super::bounded(self.done.join("\n"))
    }
}

/// Whether an element is no part of what a reader sees of a posting.
fn dropped(element: ElementRef<'_>) -> bool {
    let name = element.value().name();
    if NEVER.contains(&name) || element.attr("hidden").is_some() {
        return true;
    }
    if element.attr("aria-hidden") == Some("true") || element.attr("role") == Some("navigation") {
        return true;
    }
    if name == "header" && !holds_title(element) {
        return true;
    }
    let style = element.attr("style").unwrap_or_default().to_lowercase().replace(' ', "");
    if style.contains("display:none") || style.contains("visibility:hidden") {
        return true;
    }
    let marks = format!(
        "{} {}",
        element.attr("class").unwrap_or_default(),
        element.attr("id").unwrap_or_default()
    )
    .to_lowercase();
    !matches!(name, "html" | "body" | "main")
        && AROUND.iter().any(|word| marks.contains(word))
        && !holds_title(element)
}

fn holds_title(element: ElementRef<'_>) -> bool {
    element.descendent_elements().any(|inner| inner.value().name() == "h1")
}

/// Blocks that repeat an earlier sibling word for word, as pages made for three screens do.
fn doubles(root: ElementRef<'_>) -> HashSet<usize> {
    const REPEATED: &[&str] = &["div", "section", "article", "h1", "h2", "h3", "h4", "ul"];
    let mut found = HashSet::new();
    let mut open: Vec<Content> = vec![Content::default()];
    walk(root, |step| {
        match step {
            Step::Text(text) => {
                if let Some(content) = open.last_mut() {
                    content.add(text);
                }
            }
            Step::Open(_) => open.push(Content::default()),
            Step::Close(element) => {
                let inner = open.pop().unwrap_or_default();
                let outer = open.last_mut();
                let block = REPEATED.contains(&element.value().name()) && inner.length > 2;
                if let Some(outer) = outer {
                    outer.hash = mixed(outer.hash, inner.hash);
                    outer.length += inner.length;
                    if block && !outer.children.insert(inner.hash) {
                        found.insert(key(element));
                    }
                }
            }
        }
        true
    });
    found
}

/// What an element says, in short.
#[derive(Default)]
struct Content {
    hash: u64,
    length: usize,
    children: HashSet<u64>,
}

impl Content {
    fn add(&mut self, text: &str) {
        for c in text.chars().filter(|c| !c.is_whitespace()) {
            self.hash = mixed(self.hash, u64::from(u32::from(c)));
            self.length += 1;
        }
    }
}

fn mixed(hash: u64, more: u64) -> u64 {
    (hash ^ more).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(23)
}

/// Whether the tags themselves are escaped, as in Greenhouse's JSON.
fn escaped(html: &str) -> bool {
    html.contains("&lt;") && !html.contains("</")
}

/// Entities to characters, once.
pub(super) fn unescape(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let safe = text.replace('<', "&lt;");
    Html::parse_fragment(&safe).root_element().text().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_breaks_and_headings_are_kept() {
        let html = "<h2>What you need</h2><ul><li><p>Rust</p></li><li>Go<br>or C</li></ul>a<br>- b";
        assert_eq!(lines(html), "What you need\n• Rust\n• Go\nor C\na\n• b");
    }

    #[test]
    fn hidden_parts_and_frames_are_dropped() {
        let html = "<nav>Home</nav><div style='display: none'>x</div><p hidden>y</p>\
                    <div class='cookie-banner'>We use cookies</div><p>Baker</p><script>z</script>";
        assert_eq!(lines(html), "Baker");
    }

    #[test]
    fn a_block_repeated_for_another_screen_is_read_once() {
        let html = "<section><div><h2>About</h2><p>One</p></div><div><h2>About</h2><p>One</p></div></section>";
        assert_eq!(lines(html), "About\nOne");
    }

    #[test]
    fn tags_escaped_once_more_are_still_tags() {
        assert_eq!(lines("&lt;p&gt;R&amp;amp;D&lt;/p&gt;&lt;p&gt;x&lt;/p&gt;"), "R&D\nx");
    }

    #[test]
    fn a_hundred_thousand_nested_tags_are_survived() {
        let html = format!("{}deep", "<div>".repeat(100_000));
        assert_eq!(lines(&html), "deep");
    }
}
