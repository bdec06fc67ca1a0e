//! Words from pictures of pages, by the Tesseract that is installed on this computer, if one is.
//!
//! It gets pictures that our own worker drew, and never the file of a stranger; it runs with a
//! limit on time, memory and output, and ends with whoever waits for it.

mod tsv;

use std::{
    path::{Path, PathBuf},
    process::Stdio,
    time::Duration,
};

use serde::{Deserialize, Serialize};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    process::Command,
};

pub(crate) use self::tsv::document;
use crate::Error;

/// Later pages are left out.
pub const MAX_PAGES: u32 = 8;
/// As wide as a page is drawn, in pixels: 240 dots an inch on A4 and Letter.
pub const WIDTH: u32 = 2_000;
/// A page may take this long.
const PATIENCE: Duration = Duration::from_secs(60);
/// And as much memory, in bytes, where the system can limit it.
const MEMORY: u64 = 1 << 30;
/// It may say this much about a page, in bytes.
const MAX_OUTPUT: u64 = 4 << 20;
/// More languages at once make it slow and no better.
const MAX_LANGUAGES: usize = 4;
/// Where it is installed when the path does not say.
const USUAL: &[&str] = &[
    "/usr/bin/tesseract",
    "/usr/local/bin/tesseract",
    "/opt/homebrew/bin/tesseract",
    "C:\\Program Files\\Tesseract-OCR\\tesseract.exe",
];

/// The Tesseract of this computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tesseract {
    program: PathBuf,
    languages: Vec<String>,
}

/// What Tesseract says about one page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recognised {
    /// The width of the picture in pixels.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// The words with their places, as a table.
    pub table: String,
    /// The languages it was told to expect.
    pub languages: String,
}

impl Tesseract {
    /// The one that is installed, with the languages it knows; `None` without any.
    pub async fn find() -> Option<Self> {
        Self::at(
            program("tesseract")
                .or_else(|| USUAL.iter().map(PathBuf::from).find(|path| path.is_file()))?,
        )
        .await
    }

    /// The one at `program`, with the languages it knows.
    pub async fn at(program: PathBuf) -> Option<Self> {
        let output = tokio::time::timeout(
            Duration::from_secs(5),
            command(&program).arg("--list-langs").output(),
        );
        let output = output.await.ok()?.ok()?;
        let text = String::from_utf8_lossy(&output.stdout);
        let mut languages: Vec<String> = text
            .lines()
            .skip(1)
            .map(str::trim)
            .filter(|name| !name.is_empty() && !matches!(*name, "osd" | "equ" | "snum"))
            .filter(|name| name.chars().all(|ch| ch.is_ascii_alphanumeric() || ch == '_'))
            .map(str::to_owned)
            .collect();
        // English first: most resumes hold some.
        languages.sort_by_key(|name| name != "eng");
        languages.truncate(MAX_LANGUAGES);
        (!languages.is_empty()).then_some(Self { program, languages })
    }

    /// The languages it is told to expect, joined by `+`.
    pub fn languages(&self) -> String {
        self.languages.join("+")
    }

    /// The words on a picture of a page, a PNG.
    ///
    /// # Errors
    /// [`Error::TooSlow`], or that it cannot be run.
    pub async fn recognise(&self, png: &[u8]) -> Result<Recognised, Error> {
        let (width, height) = size(png).ok_or(Error::Damaged)?;
        let table = tokio::time::timeout(PATIENCE, self.run(png)).await;
        let table = table.map_err(|_elapsed| Error::TooSlow)??;
        Ok(Recognised { width, height, table, languages: self.languages() })
    }

    async fn run(&self, png: &[u8]) -> Result<String, Error> {
        let mut child = command(&self.program)
            .args(["stdin", "stdout", "-l", &self.languages(), "--dpi", "240", "tsv"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(Error::Isolation("Tesseract has no pipes".to_owned()));
        };
        let mut table = Vec::new();
        let mut output = output.take(MAX_OUTPUT);
        let write = async {
            // It may have seen enough before the end; what counts is what it says.
            let _ = input.write_all(png).await;
            drop(input);
        };
        let ((), read) = tokio::join!(write, output.read_to_end(&mut table));
        read?;
        Ok(String::from_utf8_lossy(&table).into_owned())
    }
}

/// A command with nothing of our environment but what finding its languages may take.
fn command(program: &Path) -> Command {
    let kept = ["TESSDATA_PREFIX", "SystemRoot", "LD_LIBRARY_PATH"];
    let limiter = self::program("prlimit").filter(|_| cfg!(target_os = "linux"));
    let mut command = match limiter {
        Some(limiter) => {
            let mut command = Command::new(limiter);
            command.arg(format!("--as={MEMORY}")).arg("--").arg(program);
            command
        }
        None => Command::new(program),
    };
    command
        .env_clear()
        .envs(kept.iter().filter_map(|name| Some((*name, std::env::var_os(name)?))))
        .env("OMP_THREAD_LIMIT", "1")
        .current_dir(std::env::temp_dir())
        .stdin(Stdio::null())
        .kill_on_drop(true);
    #[cfg(windows)]
    command.creation_flags(0x0800_0000); // without a console window
    command
}

/// A program on the path.
fn program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

/// The width and height that the header of a PNG tells.
fn size(png: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from_be_bytes(png.get(at..at + 4)?.try_into().ok()?));
    Some((number(16)?, number(20)?)).filter(|_| png.starts_with(b"\x89PNG"))
}
