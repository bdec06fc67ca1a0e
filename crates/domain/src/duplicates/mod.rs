//! Whether a posting has been seen before: by its address, or by its text under another one.

pub mod address;
pub mod print;

mod sketch;

pub use print::{Print, Seen, Why};
