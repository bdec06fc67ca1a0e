//! Files in, files out: whatever a person has becomes a positioned
//! [`Document`](domain::page::Document); what they keep becomes a PDF.

pub mod error;
mod imports;
pub mod ocr;
pub mod postings;
pub mod read;
pub mod typeset;
pub mod worker;

pub use error::Error;
pub use imports::understand;
pub use read::{image::read_page_image, read};
