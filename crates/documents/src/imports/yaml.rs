//! YAML as a tree of values.

use serde_json::{Map, Value};
use serde_yaml::Value as Yaml;

use crate::Error;

/// Deeper values are left out.
const MAX_DEPTH: usize = 64;
/// So many anchors no resume has; each may be repeated, and what is repeated again.
const MAX_ALIASES: usize = 200;

/// So many brackets and questions are open at once in no resume; the parser needs time by the
/// square of them.
const MAX_OPEN: usize = 64;
/// Nor has any so many keys in the long form.
const MAX_QUESTIONS: usize = 500;

/// Reads YAML. What refers to itself or repeats itself without end is refused.
pub(super) fn tree(text: &str) -> Result<Value, Error> {
    if text.matches(": *").count() + text.matches("- *").count() > MAX_ALIASES {
        return Err(Error::Damaged);
    }
    if opens(text) > MAX_OPEN || text.matches("? ").count() > MAX_QUESTIONS {
        return Err(Error::Damaged);
    }
    let yaml: Yaml = serde_yaml::from_str(text).map_err(|_| Error::Damaged)?;
    Ok(value(yaml, 0))
}

/// How many brackets are open at once, at most.
fn opens(text: &str) -> usize {
    let (mut open, mut most) = (0_usize, 0);
    for byte in text.bytes() {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        most = most.max(open);
    }
    most
}

fn value(yaml: Yaml, depth: usize) -> Value {
    if depth > MAX_DEPTH {
        return Value::Null;
    }
    match yaml {
        Yaml::Null => Value::Null,
        Yaml::Bool(yes) => Value::Bool(yes),
        Yaml::Number(number) => match number.as_i64() {
            Some(number) => Value::from(number),
            None => number.as_f64().map_or(Value::Null, Value::from),
        },
        Yaml::String(text) => Value::String(text),
        Yaml::Sequence(items) => items.into_iter().map(|it| value(it, depth + 1)).collect(),
        Yaml::Mapping(map) => {
            let entries = map.into_iter().filter_map(|(key, inner)| {
                let key = match value(key, depth + 1) {
                    Value::String(key) => key,
                    Value::Number(key) => key.to_string(),
                    _ => return None,
                };
                Some((key, value(inner, depth + 1)))
            });
            Value::Object(entries.collect::<Map<_, _>>())
        }
        Yaml::Tagged(tagged) => value(tagged.value, depth + 1),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn scalars_lists_and_odd_keys_are_read() {
        let text = "cv:\n  name: Jane\n  2020: [1, 2.5, true, null]\n  when: 2020-01-15\n";
        let wanted =
            json!({ "cv": { "name": "Jane", "2020": [1, 2.5, true, null], "when": "2020-01-15" } });
        assert_eq!(tree(text), Ok(wanted));
    }

    #[test]
    fn what_repeats_without_end_is_refused() {
        let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
        for n in 1..12 {
            let before = format!("*a{}, ", n - 1).repeat(9);
            bomb += &format!("a{n}: &a{n} [{before}]\n");
        }
        assert_eq!(tree(&bomb), Err(Error::Damaged));
        let start = std::time::Instant::now();
        for text in ["[", "? [", "? ", "- ", "{a: ", "a: &a\n  ", "- - a\n", "!!a ", "'", "a:\n "] {
            let _ = tree(&text.repeat(50_000));
        }
        assert!(start.elapsed().as_secs() < 8, "{:?}", start.elapsed());
    }
}
