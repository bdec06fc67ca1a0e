//! All that Typst may see: our templates, one resume, our fonts. No disk, no network, no clock.

use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_kit::{
    files::{FileLoader, FileStore},
    fonts::FontStore,
};

use super::{fonts, templates};

/// Where every template finds the resume. One path for all of them: Typst never forgets a path.
const RESUME: &str = "resume.json";

/// The closed world a template lives in.
pub(super) struct Desk {
    library: LazyHash<Library>,
    fonts: FontStore,
    has_system_fonts: bool,
    files: FileStore<Shelf>,
    main: FileId,
}

impl Desk {
    /// A desk with nothing on it; `main` is the template to start from.
    pub(super) fn new(main: FileId) -> Self {
        Self {
            library: LazyHash::new(Library::default()),
            fonts: fonts::bundled(),
            has_system_fonts: false,
            files: FileStore::new(Shelf { resume: Bytes::new([]) }),
            main,
        }
    }

    /// Lays out another resume, and the template for it.
    pub(super) fn put(&mut self, main: FileId, resume: Vec<u8>) {
        self.main = main;
        self.files.loader_mut().resume = Bytes::new(resume);
        self.files.reset();
    }

    /// Brings in the fonts of this machine; `false` if they are here already.
    pub(super) fn add_system_fonts(&mut self) -> bool {
        if self.has_system_fonts {
            return false;
        }
        fonts::add_system(&mut self.fonts);
        self.has_system_fonts = true;
        true
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.files.source(id)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.file(id)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The id Typst knows one of our files by.
pub(super) fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// The files there are.
struct Shelf {
    resume: Bytes,
}

impl FileLoader for Shelf {
    fn load(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.vpath().get_without_slash();
        match (id.root(), path) {
            (VirtualRoot::Project, RESUME) => Ok(self.resume.clone()),
            (VirtualRoot::Project, path) => templates::file(path)
                .map(Bytes::from_string)
                .ok_or_else(|| FileError::NotFound(path.into())),
            (VirtualRoot::Package(_), _) => Err(FileError::NotFound(path.into())),
        }
    }
}
