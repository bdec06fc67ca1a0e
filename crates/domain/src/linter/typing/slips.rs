//! B13: repeated words, spaces, brackets, quotation marks, full stops.

use std::sync::LazyLock;

use regex::Regex;

use crate::linter::{
    Check, Edit, Finding,
    case::Case,
    words::{Pattern, patterns},
};

patterns! {
    DOUBLE_SPACE = r"(\S) {2,}(\S)";
    SPACE_BEFORE = r"([\p{L}\d)]) ([,;:!?]|\.(?:\s|$))";
    STRAIGHT = "\"";
    CURLY = "[“”]";
}

/// Words that may rightly stand twice: "had had", "that that", names of places.
const TWICE: [&str; 8] = ["had", "that", "is", "walla", "baden", "new", "pago", "bora"];

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Finding>) {
    for (path, text) in case.fields.iter().filter(|(path, _)| is_running(path)) {
        let at = || Finding::new(Check::B13).at(path).on(case.spot(path));
        let change = |to: String| Edit::Replace { path: path.clone(), from: text.clone(), to };
        if let Some((word, range)) = repeated(text) {
            let to = format!(
                "{}{}",
                text.get(..range.start).unwrap_or_default(),
                text.get(range.end..).unwrap_or_default()
            );
            let finding = at().quoting(&format!("{word} {word}")).titled("Word stands twice");
            found.push(finding.changing(change(to)));
        }
        if let Some(to) = replaced(&DOUBLE_SPACE, text, "$1 $2") {
            found.push(at().quoting(text).titled("Two spaces").changing(change(to)));
        }
        // French sets a space before these signs.
        if !case.speaks("fr")
            && let Some(to) = replaced(&SPACE_BEFORE, text, "$1$2")
        {
            found.push(at().quoting(text).titled("Space before a sign").changing(change(to)));
        }
        if let Some(title) = bracket(text) {
            found.push(at().quoting(text).titled(title));
        }
    }
    found.extend(quotes(case));
    found.extend(full_stops(case));
}

/// Fields in which people write sentences.
fn is_running(path: &str) -> bool {
    let key = path.rsplit('.').next().unwrap_or_default();
    let key = key.split('[').next().unwrap_or_default();
    matches!(key, "summary" | "highlights" | "description" | "courses" | "items" | "label")
}

fn replaced(pattern: &Pattern, text: &str, by: &str) -> Option<String> {
    let pattern = pattern.as_ref()?;
    pattern.is_match(text).then(|| pattern.replace_all(text, by).into_owned())
}

/// A word that follows itself, and where it stands again, with the space before it.
fn repeated(text: &str) -> Option<(&str, std::ops::Range<usize>)> {
    static WORDS: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\p{L}+").ok());
    let mut last: Option<regex::Match<'_>> = None;
    for word in WORDS.as_ref()?.find_iter(text) {
        if let Some(before) = last {
            let between = text.get(before.end()..word.start()).unwrap_or_default();
            let joined =
                text.get(word.end()..).unwrap_or_default().starts_with(['-', '\'', '’', '/']);
            let glued = text
                .get(..before.start())
                .unwrap_or_default()
                .ends_with(['-', '\'', '’', '/', '&']);
            let same = before.as_str() == word.as_str() && between == " ";
            let right = TWICE.contains(&word.as_str().to_lowercase().as_str())
                || word.as_str().starts_with(char::is_uppercase)
                || word.as_str().chars().count() < 2;
            if same && !right && !joined && !glued {
                return Some((word.as_str(), before.end()..word.end()));
            }
        }
        last = Some(word);
    }
    None
}

fn bracket(text: &str) -> Option<&'static str> {
    let mut open = 0i32;
    let mut before = ' ';
    for ch in text.chars() {
        match ch {
            '(' => open += 1,
            // "a) first, b) second", and faces.
            ')' if open == 0 && (before.is_alphanumeric() || matches!(before, ':' | ';' | '-')) => {
            }
            ')' => open -= 1,
            _ => {}
        }
        before = ch;
    }
    match open {
        1.. => Some("Bracket is not closed"),
        0 => None,
        _ => Some("Bracket was never opened"),
    }
}

/// Straight and curly marks in one document.
fn quotes(case: &Case<'_>) -> Option<Finding> {
    let with = |pattern: &Pattern| {
        let pattern = pattern.as_ref()?;
        case.fields.iter().find(|(path, text)| is_running(path) && pattern.is_match(text))
    };
    let ((path, text), _) = (with(&STRAIGHT)?, with(&CURLY)?);
    // Inches and minutes are no quotation.
    let inches = text.contains(|c: char| c.is_ascii_digit());
    (!inches).then(|| {
        let finding = Finding::new(Check::B13).at(path).on(case.spot(path));
        finding.quoting(text).titled("Two kinds of quotation marks")
    })
}

/// Bullets of one role, some with a full stop and some without.
fn full_stops(case: &Case<'_>) -> Option<Finding> {
    let bullets = &case.bullets;
    let whole = |text: &str| text.split_whitespace().count() >= 4;
    let own: Vec<_> = bullets.iter().filter(|it| it.role.is_some() && whole(&it.text)).collect();
    let (with, without): (Vec<_>, Vec<_>) = own.into_iter().partition(|it| it.text.ends_with('.'));
    let few = with.len().min(without.len());
    let odd = if with.len() < without.len() { with.first() } else { without.first() }?;
    let title = format!("{} bullets end with a full stop, {} without", with.len(), without.len());
    (few > 0 && bullets.len() >= 4).then(|| {
        Finding::new(Check::B13)
            .at(&odd.path)
            .on(case.spot(&odd.path))
            .quoting(&odd.text)
            .titled(title)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_twice_is_found_and_a_list_or_name_is_not() {
        assert_eq!(repeated("kept the the books"), Some(("the", 8..12)));
        for good in
            ["had had enough", "step-by-step step", "Walla Walla", "a a", "one, one", "Duran Duran"]
        {
            assert_eq!(repeated(good), None, "{good}");
        }
    }

    #[test]
    fn brackets_are_counted() {
        assert_eq!(bracket("Led (with two others a team"), Some("Bracket is not closed"));
        assert_eq!(bracket("a) plan, b) do (all of it)"), None);
    }
}
