//! A page as a picture, to look at beside what was read from it.

use hayro::{
    RenderCache, RenderSettings,
    hayro_interpret::InterpreterSettings,
    hayro_syntax::{DecryptionError, LoadPdfError, Pdf},
    render,
    vello_cpu::color::palette::css::WHITE,
};

use super::sniff::{self, Kind};
use crate::Error;

/// The width in pixels a picture may have.
const WIDTHS: std::ops::RangeInclusive<u32> = 16..=3_000;
/// No picture has more pixels than this.
const MAX_PIXELS: f32 = 20_000_000.0;

/// Draws a page of a PDF, counted from 1, as a PNG of this width.
pub fn read_page_image(bytes: &[u8], page: u32, width_px: u32) -> Result<Vec<u8>, Error> {
    super::with_stack(|| draw(bytes, page, width_px))
}

fn draw(bytes: &[u8], page: u32, width_px: u32) -> Result<Vec<u8>, Error> {
    if sniff::kind(bytes)? != Kind::Pdf {
        return Err(Error::NoSuchPage);
    }
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Error::Encrypted,
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => Error::Damaged,
    })?;
    let index = (page as usize).checked_sub(1).ok_or(Error::NoSuchPage)?;
    let page = pdf.pages().get(index).ok_or(Error::NoSuchPage)?;
    let (width, height) = page.render_dimensions();
    let pixels = width_px.clamp(*WIDTHS.start(), *WIDTHS.end()) as f32;
    let scale = pixels / width;
    let rows = (height * scale).round();
    if !scale.is_finite()
        || scale <= 0.0
        || !(1.0..=30_000.0).contains(&rows)
        || rows * pixels > MAX_PIXELS
    {
        return Err(Error::Damaged);
    }
    let settings = RenderSettings {
        x_scale: scale,
        y_scale: scale,
        width: Some(pixels as u16),
        height: Some(rows as u16),
        bg_color: WHITE,
    };
    let picture = render(page, &RenderCache::new(), &InterpreterSettings::default(), &settings);
    picture.into_png().map_err(|_| Error::Damaged)
}
