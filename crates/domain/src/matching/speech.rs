//! How well a language is asked for and spoken.

use super::{shown::Shown, tally::Item};
use crate::{
    jobs::{Posting, TextSpan},
    vocabulary::Folded,
};

/// Wordings of each step, the strongest first.
const STEPS: [(u8, &[&str]); 6] = [
    (
        6,
        &[
            "native",
            "mother tongue",
            "bilingual",
            "c2",
            "muttersprach",
            "langue maternelle",
            "nativ",
            "materna",
            "madrelingua",
            "moedertaal",
            "ojczysty",
        ],
    ),
    (
        5,
        &[
            "fluent",
            "fluency",
            "c1",
            "full professional",
            "verhandlungssicher",
            "fliessend",
            "courant",
            "fluido",
            "fluente",
            "vloeiend",
            "plynn",
            "biegl",
            "proficient",
            "business fluent",
            "advanced",
            "excellent",
        ],
    ),
    (
        4,
        &[
            "b2",
            "very good",
            "sehr gut",
            "upper intermediate",
            "professional working",
            "bon niveau",
            "avanzado",
            "good command",
            "strong",
        ],
    ),
    (
        3,
        &[
            "b1",
            "intermediate",
            "conversational",
            "gute",
            "intermediaire",
            "intermedio",
            "limited working",
            "working knowledge",
            "sredniozaawansowan",
        ],
    ),
    (
        2,
        &[
            "a2",
            "basic",
            "elementary",
            "grundkenntnisse",
            "notions",
            "basico",
            "podstawow",
            "school level",
        ],
    ),
    (1, &["a1", "beginner", "anfanger", "debutant", "principiante", "learning"]),
];

/// The step a text names.
fn step(text: &str) -> Option<u8> {
    let folded = Folded::new(text).text;
    let wordy = |at: usize| {
        folded.get(..at).and_then(|it| it.chars().next_back()).is_some_and(char::is_alphanumeric)
    };
    let says = |word: &&str| folded.match_indices(*word).any(|(at, _)| !wordy(at));
    STEPS.iter().find(|(_, words)| words.iter().any(&says)).map(|(step, _)| *step)
}

/// How far a language that is listed with its level reaches what is asked, from 0 to 1; `None`
/// where either side does not say.
pub(super) fn degree(shown: &Shown<'_>, posting: &Posting, item: &Item) -> Option<f32> {
    let answer = item.answer.as_ref()?;
    let at = answer.resume.path.strip_prefix("languages[")?.split(']').next()?;
    let spoken = shown.resume.languages.get(at.parse::<usize>().ok()?)?;
    let held = step(&spoken.fluency)?;
    let asked = step(around(&posting.text, item.posting)?)?;
    Some(match asked.saturating_sub(held) {
        0 => 1.0,
        1 => 0.8,
        _ => 0.4,
    })
}

/// The line that a span stands in, as far as it is near.
pub(super) fn around(text: &str, span: TextSpan) -> Option<&str> {
    let (mut units, mut start, mut end) = (0, 0, text.len());
    for (at, c) in text.char_indices() {
        if c == '\n' && units < span.start {
            start = at + 1;
        }
        if c == '\n' && units >= span.end {
            end = at;
            break;
        }
        units += u32::try_from(c.len_utf16()).unwrap_or(1);
    }
    text.get(start..end).filter(|line| line.len() < 160)
}

/// The name of a language by its code.
pub(super) fn written(code: &str) -> Option<&'static str> {
    const CODES: [(&str, &str); 12] = [
        ("en", "English"),
        ("de", "German"),
        ("fr", "French"),
        ("es", "Spanish"),
        ("it", "Italian"),
        ("pt", "Portuguese"),
        ("nl", "Dutch"),
        ("pl", "Polish"),
        ("da", "Danish"),
        ("sv", "Swedish"),
        ("cs", "Czech"),
        ("no", "Norwegian"),
    ];
    CODES.iter().find(|(held, _)| *held == code).map(|(_, name)| *name)
}
