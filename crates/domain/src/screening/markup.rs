//! What a page shows and what it hides.

use std::sync::LazyLock;

use regex::Regex;

/// Elements of pages; other angle brackets are text.
const ELEMENTS: [&str; 54] = [
    "p", "div", "span", "br", "li", "ul", "ol", "a", "img", "b", "i", "strong", "em", "h1", "h2",
    "h3", "h4", "h5", "h6", "table", "tr", "td", "th", "tbody", "thead", "script", "style",
    "noscript", "template", "font", "section", "article", "header", "footer", "body", "html",
    "head", "meta", "link", "title", "button", "small", "sup", "sub", "u", "hr", "pre", "center",
    "main", "nav", "svg", "label", "input", "iframe",
];

/// Elements that begin a new line.
const BLOCKS: [&str; 22] = [
    "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table",
    "section", "article", "header", "footer", "hr", "pre", "main", "td",
];

/// Elements without an end.
const VOID: [&str; 7] = ["br", "img", "meta", "link", "hr", "input", "wbr"];

static HIDING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r#"(?ix) display\s*:\s*none | visibility\s*:\s*(?:hidden|collapse) | opacity\s*:\s*0(?:\.0\d*)?\s*(?:[;"'!]|$)
        | font-size\s*:\s*[0-2](?:\.\d+)?\s*(?:px|pt|em|rem|%)?\s*(?:[;"'!]|$)
        | (?:left|top|right|text-indent|margin-left)\s*:\s*-\d{3,}
        | (?:^|[\s"';])color\s*[:=]\s*["']?(?:white|\#f{3}\b|\#f[a-f0-9]f[a-f0-9]f[a-f0-9]\b|transparent|rgba?\(\s*25[0-5]\s*,\s*25[0-5]\s*,\s*25[0-5])
        | (?:width|height)\s*:\s*[01]px | clip\s*:\s*rect\(0
        | \shidden(?:[\s=>]|$) | aria-hidden\s*=\s*["']?true"#,
    )
    .ok()
});

static DARK: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)background(?:-color)?\s*:\s*(?:#[0-9a-d][0-9a-f]{2,5}|black|navy|blue|red|green|rgb\(\s*\d{1,2}\s*,)").ok()
});

static SAID: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r#"(?i)\b(?:alt|title|aria-label|placeholder|content|data-[a-z-]+)\s*=\s*(?:"([^"]{8,})"|'([^']{8,})')"#).ok()
});

/// What a page shows, and every text it hides.
pub(super) fn split(text: &str) -> (String, Vec<String>) {
    if !text.contains('<') {
        return (text.to_owned(), Vec::new());
    }
    let mut page = Page::default();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        page.say(rest.get(..at).unwrap_or_default());
        rest = rest.get(at..).unwrap_or_default();
        let length = page.take(rest);
        if length == 0 {
            page.say("<");
            rest = rest.get(1..).unwrap_or_default();
        } else {
            rest = rest.get(length..).unwrap_or_default();
        }
    }
    page.say(rest);
    (page.shown, page.hidden)
}

#[derive(Default)]
struct Page {
    shown: String,
    hidden: Vec<String>,
    /// The element that hides, and how many of its name are open within.
    hiding: Option<(String, usize)>,
}

impl Page {
    fn say(&mut self, text: &str) {
        match (&self.hiding, self.hidden.last_mut()) {
            (Some(_), Some(hidden)) => hidden.push_str(text),
            _ => self.shown.push_str(text),
        }
    }

    /// Takes the comment or element that begins here; says how long it is.
    fn take(&mut self, rest: &str) -> usize {
        if let Some(comment) = rest.strip_prefix("<!--") {
            // One that never ends hides no more than its line.
            let end = comment.find("-->").or_else(|| comment.find('\n')).unwrap_or(comment.len());
            self.hidden.push(comment.get(..end).unwrap_or_default().to_owned());
            return (4
                + end
                + if comment.get(end..).is_some_and(|it| it.starts_with("-->")) { 3 } else { 0 })
            .min(rest.len());
        }
        let Some(end) = rest.find('>').filter(|end| *end < 2_000) else { return 0 };
        let inner = rest.get(1..end).unwrap_or_default();
        let closing = inner.starts_with('/');
        let name: String = inner
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_ascii_lowercase();
        if !ELEMENTS.contains(&name.as_str()) {
            return 0;
        }
        if BLOCKS.contains(&name.as_str()) && !self.shown.ends_with('\n') {
            self.say("\n");
        }
        self.open_or_close(&name, inner, closing);
        end + 1
    }

    fn open_or_close(&mut self, name: &str, inner: &str, closing: bool) {
        for said in SAID.as_ref().into_iter().flat_map(|it| it.captures_iter(inner)) {
            if let Some(said) = said.get(1).or_else(|| said.get(2)) {
                let at = self.hidden.len().saturating_sub(usize::from(self.hiding.is_some()));
                self.hidden.insert(at, said.as_str().to_owned());
            }
        }
        match &mut self.hiding {
            Some((hiding, depth)) if hiding == name && closing => {
                *depth -= 1;
                if *depth == 0 {
                    self.hiding = None;
                }
            }
            Some((hiding, depth)) if hiding == name && !closing => *depth += 1,
            Some(_) => {}
            None => {
                let never = ["script", "style", "template", "noscript"].contains(&name);
                if !closing && !VOID.contains(&name) && (never || hides(inner)) {
                    self.hiding = Some((name.to_owned(), 1));
                    self.hidden.push(String::new());
                }
            }
        }
    }
}

/// Whether an element's attributes keep it from being seen.
fn hides(attributes: &str) -> bool {
    let found = |pattern: &LazyLock<Option<Regex>>| {
        pattern.as_ref().is_some_and(|it| it.is_match(attributes))
    };
    found(&HIDING) && !found(&DARK)
}
