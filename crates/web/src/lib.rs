//! Which addresses may leave this computer, and how they are asked. The only crate that may open
//! HTTP connections.
//!
//! A page is fetched only when a person typed its address: over HTTPS, from a public machine that
//! was checked before anyone connected to it, without cookies, within limits of size and time.

pub mod address;
pub mod boards;
pub mod fetch;

mod body;
mod error;
mod names;
mod sites;
#[cfg(any(test, feature = "testing"))]
pub mod testing;

pub use address::{Address, Refusal};
pub use boards::{Ask, asks};
pub use error::FetchError;
pub use fetch::{Fetcher, Page};
