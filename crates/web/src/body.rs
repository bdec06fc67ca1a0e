//! What an answer carries, unpacked and counted while it comes in.

use std::io::{self, Write};

use flate2::write::GzDecoder;

use crate::FetchError;

/// A body while it comes in. Its limit counts what is unpacked, so a small bomb stays small.
pub(crate) enum Body {
    /// As it is.
    Plain(Counted),
    /// Packed with gzip.
    Packed(Box<GzDecoder<Counted>>),
}

/// Bytes up to a limit.
pub(crate) struct Counted {
    bytes: Vec<u8>,
    most: usize,
    full: bool,
}

impl Write for Counted {
    fn write(&mut self, more: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + more.len() > self.most {
            self.full = true;
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(more);
        Ok(more.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Body {
    /// An empty body packed as `encoding` says, of at most `most` bytes unpacked.
    pub(crate) fn new(encoding: &str, most: usize) -> Result<Self, FetchError> {
        let counted = Counted { bytes: Vec::new(), most, full: false };
        match encoding.trim().to_ascii_lowercase().as_str() {
            "" | "identity" => Ok(Self::Plain(counted)),
            "gzip" | "x-gzip" => Ok(Self::Packed(Box::new(GzDecoder::new(counted)))),
            _ => Err(FetchError::Garbled),
        }
    }

    /// Takes the next piece.
    pub(crate) fn add(&mut self, piece: &[u8]) -> Result<(), FetchError> {
        let (done, full) = match self {
            Self::Plain(counted) => (counted.write_all(piece), counted.full),
            Self::Packed(packed) => {
                let done = packed.write_all(piece);
                (done, packed.get_ref().full)
            }
        };
        done.map_err(|_| if full { self.too_large() } else { FetchError::Garbled })
    }

    /// Everything that came.
    pub(crate) fn finish(self) -> Result<Vec<u8>, FetchError> {
        match self {
            Self::Plain(counted) => Ok(counted.bytes),
            Self::Packed(mut packed) => {
                let done = packed.try_finish();
                let counted = packed.get_ref();
                match done {
                    Ok(()) => Ok(counted.bytes.clone()),
                    Err(_) if counted.full => Err(FetchError::TooLarge(megabytes(counted.most))),
                    Err(_) => Err(FetchError::BrokenOff),
                }
            }
        }
    }

    fn too_large(&self) -> FetchError {
        let most = match self {
            Self::Plain(counted) => counted.most,
            Self::Packed(packed) => packed.get_ref().most,
        };
        FetchError::TooLarge(megabytes(most))
    }
}

/// Bytes in whole megabytes, for people.
pub(crate) const fn megabytes(bytes: usize) -> u64 {
    (bytes >> 20) as u64
}
