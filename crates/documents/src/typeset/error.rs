//! Why a resume could not be typeset.

use std::fmt;

use typst::{World, WorldExt, diag::SourceDiagnostic};

/// Why a resume could not be typeset.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No template has this id.
    #[error("there is no template called {0:?}")]
    NoTemplate(String),
    /// More text than any resume holds; the number is its size in bytes.
    #[error("the resume holds {0} bytes of text, more than can be typeset")]
    TooLong(usize),
    /// The template is at fault, and here is where. Never empty.
    #[error("the template failed: {}", list(.0))]
    Template(Vec<Diagnostic>),
}

/// One complaint of Typst's, with the place it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The template's file; empty when it is about no place in particular.
    pub file: String,
    /// The line, from 1; 0 when unknown.
    pub line: usize,
    /// The column, from 1; 0 when unknown.
    pub column: usize,
    /// What is wrong, in Typst's words.
    pub message: String,
    /// What may help, in Typst's words.
    pub hints: Vec<String>,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.file.is_empty() {
            write!(f, "{}:{}:{}: ", self.file, self.line, self.column)?;
        }
        f.write_str(&self.message)
    }
}

/// Typst's diagnostics with their lines looked up.
pub(super) fn located(world: &dyn World, found: &[SourceDiagnostic]) -> Vec<Diagnostic> {
    found.iter().map(|one| locate(world, one)).collect()
}

fn locate(world: &dyn World, found: &SourceDiagnostic) -> Diagnostic {
    let place = found.span.id().and_then(|id| {
        let start = world.range(found.span)?.start;
        let (line, column) = world.source(id).ok()?.lines().byte_to_line_column(start)?;
        Some((id.vpath().get_without_slash().to_owned(), line + 1, column + 1))
    });
    let (file, line, column) = place.unwrap_or_default();
    let hints = found.hints.iter().map(|hint| hint.v.to_string()).collect();
    Diagnostic { file, line, column, message: found.message.to_string(), hints }
}

fn list(found: &[Diagnostic]) -> String {
    found.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}
