//! JSON as pages really hold it: trailing commas, raw line breaks in strings, comments around it.

use serde_json::Value;

/// The value of `text`, if it can be made out.
pub(super) fn parse(text: &str) -> Option<Value> {
    let text = text.trim().trim_end_matches(';');
    let text = text.strip_prefix("<!--").unwrap_or(text);
    let text = text.strip_suffix("-->").unwrap_or(text);
    let text = text.trim().trim_start_matches("//<![CDATA[").trim_end_matches("//]]>");
    let text = text.trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>");
    serde_json::from_str(text).ok().or_else(|| serde_json::from_str(&repaired(text)).ok())
}

/// Escapes raw control characters inside strings and drops trailing commas outside.
fn repaired(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let (mut in_string, mut escaped) = (false, false);
    for c in text.chars() {
        if in_string {
            match c {
                _ if escaped => {
                    escaped = false;
                    out.push(c);
                }
                '\\' => {
                    escaped = true;
                    out.push(c);
                }
                '"' => {
                    in_string = false;
                    out.push(c);
                }
                '\n' => out.push_str("\\n"),
                '\r' => {}
                c if c.is_control() => out.push(' '),
                c => out.push(c),
            }
            continue;
        }
        if matches!(c, '}' | ']') {
            let kept = out.trim_end().len();
            if out.get(..kept).is_some_and(|before| before.ends_with(',')) {
                out.truncate(kept.saturating_sub(1));
            }
        }
        in_string = c == '"';
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn trailing_commas_and_raw_line_breaks_are_forgiven() {
        let text = "<!-- {\"a\": \"one\ntwo, ]\", \"b\": [1, 2,\n],} -->";
        assert_eq!(parse(text), Some(json!({"a": "one\ntwo, ]", "b": [1, 2]})));
    }

    #[test]
    fn what_is_no_json_is_none() {
        assert_eq!(parse("{oops"), None);
        assert_eq!(parse(&"[".repeat(100_000)), None);
    }
}
