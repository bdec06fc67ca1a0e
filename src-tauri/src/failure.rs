//! What the interface gets instead of an answer.

use app::Code;
use serde::Serialize;

/// What the interface gets instead of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Failure {
    /// What to do about it.
    code: Code,
    /// What exactly is the matter, as one word, for the interface's own sentences.
    reason: String,
    /// What to show, if anything is shown.
    message: String,
}

impl From<app::Error> for Failure {
    fn from(error: app::Error) -> Self {
        if error.code() == Code::Unexpected {
            tracing::error!(reason = error.reason(), "command failed");
        }
        Self { code: error.code(), reason: error.reason().to_owned(), message: sentence(&error) }
    }
}

impl Failure {
    /// The desktop could not do what it was asked; what it said is for the log.
    pub(crate) fn of_desktop(error: String) -> Self {
        tracing::warn!(%error, "the desktop refused");
        let message = "No program on this computer could open that. The file is safe where it is.";
        Self { code: Code::Unexpected, reason: "noProgram".to_owned(), message: message.to_owned() }
    }
}

/// The error's words as a sentence.
fn sentence(error: &app::Error) -> String {
    let text = error.to_string();
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str() + if text.ends_with('.') { "" } else { "." }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_a_sentence() {
        let failure = Failure::from(app::Error::UnknownFile);
        assert_eq!(failure.message, "That file is no longer at hand; choose it again.");
        assert_eq!(failure.code, Code::NotFound);
    }
}
