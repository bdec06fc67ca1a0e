//! H01 to H12: sections and entries.

mod entries;
mod sections;

use super::{Finding, case::Case};

/// Finds what a parser cannot sort into its fields.
pub(super) fn check(case: &Case<'_>, found: &mut Vec<Finding>) {
    sections::check(case, found);
    entries::check(case, found);
}
