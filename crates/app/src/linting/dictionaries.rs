//! The dictionary of a language: ours for English, the system's for others.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    sync::{LazyLock, Mutex},
};

use domain::linter::Dictionary;

/// Where systems keep Hunspell's dictionaries.
const FOLDERS: [&str; 5] = [
    "/usr/share/hunspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "/Library/Spelling",
];
/// A larger file is no dictionary.
const LARGEST: u64 = 32 << 20;

/// Each is read once, and kept for as long as the program runs.
static READ: LazyLock<Mutex<HashMap<String, Option<&'static Dictionary>>>> =
    LazyLock::new(Mutex::default);

/// The dictionary of this language, if one is at hand.
pub(super) fn of(language: &str) -> Option<&'static Dictionary> {
    let plain = language.len() == 2 && language.bytes().all(|byte| byte.is_ascii_lowercase());
    match language {
        "en" => Dictionary::english(),
        _ if plain => {
            let mut read = READ.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            *read.entry(language.to_owned()).or_insert_with(|| {
                let folders = FOLDERS.iter().map(PathBuf::from);
                let found = { folders }.find_map(|folder| in_folder(&folder, language))?;
                // A handful at most, each asked for again with every resume of its language.
                Some(Box::leak(Box::new(found)))
            })
        }
        _ => None,
    }
}

/// The first dictionary of this language in a folder: `de_DE`, `de`.
fn in_folder(folder: &Path, language: &str) -> Option<Dictionary> {
    let home = format!("{language}_{}", language.to_uppercase());
    let mut stems: Vec<String> = fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".dic").map(str::to_owned))
        .filter(|stem| stem == language || stem.starts_with(&format!("{language}_")))
        .collect();
    stems.sort_by_key(|stem| (*stem != home, stem.clone()));
    stems.iter().find_map(|stem| {
        let part = |ending: &str| text(&folder.join(format!("{stem}.{ending}")));
        Dictionary::new(language, &part("aff")?, &part("dic")?)
    })
}

/// A text file; older dictionaries are written in Latin-1.
fn text(path: &Path) -> Option<String> {
    let size = fs::metadata(path).ok()?.len();
    let bytes = if size <= LARGEST { fs::read(path).ok()? } else { return None };
    Some(match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(other) => other.into_bytes().into_iter().map(char::from).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_the_system_is_used_for_other_languages() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("de_DE.aff"), b"SET ISO8859-1\n").unwrap();
        fs::write(folder.path().join("de_DE.dic"), b"2\nHaus\nT\xFCr\n").unwrap();
        assert!(in_folder(folder.path(), "de").is_some());
        assert!(in_folder(folder.path(), "fr").is_none());
        assert!(in_folder(&folder.path().join("none"), "de").is_none());
    }

    #[test]
    fn a_language_is_no_path() {
        assert!(of("../../etc").is_none() && of("").is_none());
    }
}
