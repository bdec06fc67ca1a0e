//! Which addresses may leave this computer, and how they are asked. The only crate that may open
//! HTTP connections; in this version it opens none.

pub mod address;

pub use address::{Address, Refusal};
