//! Files in and files out: documents become positioned text, resumes become pages.

pub mod typeset;
