//! The house rules that no compiler checks.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Which of our crates each of our crates may name. Everything points down.
const FLOORS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("documents", &["domain"]),
    ("web", &["domain"]),
    ("store", &["domain"]),
    ("app", &["domain", "documents", "web", "store"]),
    ("atspro", &["app", "domain"]),
    ("cli", &["app", "domain"]),
    ("bridge", &["atspro", "app"]),
    ("tests", &["app", "domain", "documents", "web"]),
    ("xtask", &[]),
];

/// Who alone may name what from outside; a name that ends with `*` stands for all that begin so.
const KEEPERS: &[(&str, &[&str])] = &[
    ("sqlx", &["store"]),
    ("typst*", &["documents"]),
    ("docx-rs", &["documents"]),
    ("hayro*", &["documents"]),
    ("pdf-extract", &["documents"]),
    ("zip", &["documents"]),
    ("reqwest", &["web"]),
    ("keyring*", &["app"]),
    ("tauri*", &["atspro", "bridge"]),
    ("axum", &["bridge"]),
    ("clap", &["cli"]),
];

/// Longer files are two things.
const LONGEST: usize = 400;

/// Words that say nothing about the type they name.
const EMPTY_WORDS: &[&str] =
    &["Manager", "Service", "Helper", "Utils", "Util", "Handler", "Processor"];

/// Folders and files that gather what belongs nowhere.
const EMPTY_PLACES: &[&str] = &["utils", "util", "helpers", "common", "misc", "hooks", "types"];

#[test]
fn crates_only_look_down() {
    let floors: BTreeMap<_, _> = FLOORS.iter().copied().collect();
    for (package, dependency) in dependencies() {
        let (package, dependency) = (package.as_str(), dependency.as_str());
        let below = floors.get(package);
        let below = below.unwrap_or_else(|| panic!("give {package} its floor in tests/tidy.rs"));
        if floors.contains_key(dependency) {
            assert!(below.contains(&dependency), "{package} may not know {dependency}");
        }
    }
}

#[test]
fn what_comes_from_outside_has_one_keeper() {
    for (package, dependency) in dependencies() {
        for (name, keepers) in KEEPERS.iter().filter(|(name, _)| stands_for(name, &dependency)) {
            assert!(
                keepers.contains(&package.as_str()),
                "{name} is for {keepers:?}, not {package}"
            );
        }
    }
}

#[test]
fn files_are_short() {
    for (path, text) in sources() {
        let lines = text.lines().count();
        assert!(lines <= LONGEST, "{path} has {lines} lines; split it");
    }
}

#[test]
fn only_ipc_talks_to_tauri() {
    for (path, text) in sources() {
        // The set-up of the component tests puts a host of its own in place.
        let inside = path.starts_with("ui/src/ipc/") || path == "ui/tests/setup.ts";
        let imports = text.lines().any(|line| line.contains("from \"@tauri-apps/"));
        assert!(inside || !imports, "{path} imports @tauri-apps; only ui/src/ipc may");
    }
}

#[test]
fn pages_do_not_know_each_other() {
    for (path, text) in sources() {
        let Some(below) = path.strip_prefix("ui/src/pages/") else { continue };
        let folder: Vec<&str> = below.split('/').collect();
        for import in imports(&text) {
            let there = landing(&folder[..folder.len() - 1], import);
            let stranger = there.first().is_some_and(|page| *page != folder[0]);
            assert!(!stranger, "{path} imports {import}; a page knows no other page");
        }
    }
}

#[test]
fn components_know_no_page() {
    for (path, text) in sources() {
        if path.starts_with("ui/src/components/") {
            let pages = imports(&text).find(|import| import.contains("/pages/"));
            assert!(pages.is_none(), "{path} imports {pages:?}; components know no page");
        }
    }
}

#[test]
fn looks_come_from_the_tokens() {
    for (path, text) in sources() {
        if !path.ends_with(".module.css") {
            continue;
        }
        for line in text.lines() {
            let raw = line.contains("rgb(") || line.contains("hsl(") || has_hex_colour(line);
            assert!(!raw, "{path}: a raw colour belongs into ui/src/styles: {line}");
            // A frame takes 650 ms with it where there is no graphics card.
            assert!(!line.contains("backdrop-filter"), "{path}: {line}");
        }
    }
}

#[test]
fn names_say_something() {
    for (path, text) in sources() {
        for name in text.lines().filter_map(declared) {
            let empty = words(name).into_iter().find(|word| EMPTY_WORDS.contains(word));
            assert!(empty.is_none(), "{path}: {name} says nothing with {empty:?}");
        }
        // What the templates of the typesetter share is no place for code.
        let parts = path.split('/').filter(|_| !path.ends_with(".typ"));
        for part in parts.filter_map(|part| part.split('.').next()) {
            assert!(!EMPTY_PLACES.contains(&part), "{path}: {part} is no place");
        }
    }
}

#[test]
fn nothing_points_at_one_machine() {
    // Written in pieces so that this file may be checked too.
    let places = [concat!("/wo", "rk/"), concat!("/ro", "ot/")];
    let hosts = [concat!("registry.", "npmjs"), concat!("\"resolved\": ", "\"http")];
    for (path, text) in files() {
        for place in places {
            assert!(!starts_a_path(&text, place), "{path} names {place}…");
        }
        for host in hosts {
            assert!(!text.contains(host), "{path} names {host}…");
        }
    }
}

#[test]
fn a_shipped_migration_never_changes() {
    let shipped = include_str!("shipped.txt");
    let migrations = files().into_iter().filter(|(path, _)| path.ends_with(".sql"));
    for (path, text) in migrations.filter(|(path, _)| path.starts_with("migrations/")) {
        let line = format!("{:016x} {path}", fingerprint(&text));
        assert!(
            shipped.lines().any(|known| known == line),
            "{path} is new or changed. A shipped one never changes: add another instead.\n\
             If no one has it yet, write this into tests/shipped.txt:\n{line}"
        );
    }
}

/// FNV-1a over the text, whatever its line ends.
fn fingerprint(text: &str) -> u64 {
    text.bytes().filter(|byte| *byte != b'\r').fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Whether `place` stands there as the beginning of a path, not in the middle of one.
fn starts_a_path(text: &str, place: &str) -> bool {
    text.match_indices(place).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        before.is_none_or(|c| c.is_whitespace() || "\"'`(=:,".contains(c))
    })
}

/// Where a relative import leads, counted from `ui/src/pages`; empty when it leaves that folder.
fn landing<'a>(from: &[&'a str], import: &'a str) -> Vec<&'a str> {
    let mut there = from.to_vec();
    for part in import.split('/') {
        match part {
            "." => {}
            ".." if there.pop().is_none() => return Vec::new(),
            ".." => {}
            name => there.push(name),
        }
    }
    there
}

/// What a TypeScript file imports from our own files.
fn imports(text: &str) -> impl Iterator<Item = &str> {
    text.split("from \"")
        .skip(1)
        .chain(text.split("import(\"").skip(1))
        .filter_map(|rest| rest.split('"').next().filter(|import| import.starts_with('.')))
}

/// The name of the type a line declares.
fn declared(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let line = ["pub(crate) ", "pub(super) ", "pub ", "export "]
        .iter()
        .find_map(|start| line.strip_prefix(start))
        .unwrap_or(line);
    let rest = ["struct ", "enum ", "trait ", "type ", "union ", "class ", "interface "]
        .iter()
        .find_map(|start| line.strip_prefix(start))?;
    rest.split(|c: char| !c.is_alphanumeric()).next()
}

/// The words of a name in camel case.
fn words(name: &str) -> Vec<&str> {
    let mut starts: Vec<usize> =
        name.char_indices().filter(|(_, c)| c.is_uppercase()).map(|(at, _)| at).collect();
    starts.push(name.len());
    starts.windows(2).map(|pair| &name[pair[0]..pair[1]]).collect()
}

fn has_hex_colour(line: &str) -> bool {
    line.split('#').skip(1).any(|rest| {
        let digits = rest.chars().take_while(char::is_ascii_hexdigit).count();
        let ends = rest.chars().nth(digits).is_none_or(|c| !c.is_alphanumeric() && c != '-');
        matches!(digits, 3 | 4 | 6 | 8) && ends && line.contains(':')
    })
}

fn stands_for(pattern: &str, name: &str) -> bool {
    pattern.strip_suffix('*').map_or(pattern == name, |start| name.starts_with(start))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Every text file that is in the repository or about to be.
fn files() -> Vec<(String, String)> {
    let output = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let found: Vec<_> = String::from_utf8(output.stdout)
        .unwrap()
        .split_terminator('\0')
        .filter_map(|path| Some((path.to_owned(), fs::read_to_string(root().join(path)).ok()?)))
        .collect();
    assert!(found.len() > 20, "looked in the wrong place");
    found
}

/// Every file of code a person wrote.
fn sources() -> Vec<(String, String)> {
    const KINDS: &[&str] = &["rs", "ts", "tsx", "mjs", "css", "sql", "typ", "py"];
    let written = |path: &str| {
        let generated = path.ends_with("ipc/bindings.ts");
        // The words of a language are data.
        let data = path.starts_with("ui/src/i18n/");
        !generated && !data
    };
    files()
        .into_iter()
        .filter(|(path, _)| path.rsplit('.').next().is_some_and(|kind| KINDS.contains(&kind)))
        .filter(|(path, _)| written(path))
        .collect()
}

/// Every `(package, dependency)` of the workspace, without development dependencies.
fn dependencies() -> Vec<(String, String)> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version=1"])
        .current_dir(root())
        .output()
        .unwrap();
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let mut found = Vec::new();
    for package in metadata["packages"].as_array().unwrap() {
        for dependency in package["dependencies"].as_array().unwrap() {
            if dependency["kind"] != "dev" {
                found.push((text(&package["name"]), text(&dependency["name"])));
            }
        }
    }
    found
}
