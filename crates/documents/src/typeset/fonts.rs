//! The fonts we bring along, and those of the machine.

use typst::{
    foundations::Bytes,
    text::{Font, FontInfo},
};
use typst_kit::fonts::FontStore;

/// Latin, Greek and Cyrillic in three families; their licences lie beside them.
static BUNDLED: [&[u8]; 13] = [
    include_bytes!("../../fonts/libertinus-serif/LibertinusSerif-Regular.otf"),
    include_bytes!("../../fonts/libertinus-serif/LibertinusSerif-Italic.otf"),
    include_bytes!("../../fonts/libertinus-serif/LibertinusSerif-Semibold.otf"),
    include_bytes!("../../fonts/libertinus-serif/LibertinusSerif-Bold.otf"),
    include_bytes!("../../fonts/libertinus-serif/LibertinusSerif-BoldItalic.otf"),
    include_bytes!("../../fonts/source-sans-3/SourceSans3-Regular.ttf"),
    include_bytes!("../../fonts/source-sans-3/SourceSans3-Italic.ttf"),
    include_bytes!("../../fonts/source-sans-3/SourceSans3-Bold.ttf"),
    include_bytes!("../../fonts/source-sans-3/SourceSans3-BoldItalic.ttf"),
    include_bytes!("../../fonts/xcharter/XCharter-Regular.otf"),
    include_bytes!("../../fonts/xcharter/XCharter-Italic.otf"),
    include_bytes!("../../fonts/xcharter/XCharter-Bold.otf"),
    include_bytes!("../../fonts/xcharter/XCharter-BoldItalic.otf"),
];

/// Our own fonts: the same on every machine.
pub(super) fn bundled() -> FontStore {
    let mut store = FontStore::new();
    store.extend(BUNDLED.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).map(with_info));
    store
}

/// Adds the fonts of this machine behind those at hand. Takes up to 300 ms.
pub(super) fn add_system(store: &mut FontStore) {
    store.extend(typst_kit::fonts::system());
}

fn with_info(font: Font) -> (Font, FontInfo) {
    let info = font.info().clone();
    (font, info)
}
