//! The second opinion: `pdf-extract`, asked when our own reader fails or understands too little.

use super::Outcome;

/// What `pdf-extract` reads, if it reads anything.
pub(super) fn read(_bytes: &[u8]) -> Option<Outcome> {
    None
}
