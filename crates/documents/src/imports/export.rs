//! LinkedIn's export: a ZIP archive of tables, of which we read those about the person.

use domain::resumes::imports::TABLES;
use serde_json::{Map, Value, json};

use super::csv;
use crate::{
    Error,
    read::{Package, decode_text},
};

/// Without one of these an archive of tables is no export of a profile.
const TELLING: &[&str] = &["profile", "positions", "education", "skills"];

/// The tables in `bytes`; `None` if it is no such archive.
pub(super) fn tables(bytes: &[u8]) -> Result<Option<Value>, Error> {
    if !bytes.starts_with(b"PK\x03\x04") {
        return Ok(None);
    }
    let Ok(mut package) = Package::open(bytes) else { return Ok(None) };
    let names: Vec<(String, String)> = package
        .names()
        .into_iter()
        .filter_map(|name| table(&name).map(|table| (table, name)))
        .collect();
    if !names.iter().any(|(table, _)| TELLING.contains(&table.as_str())) {
        return Ok(None);
    }
    let mut tables = Map::new();
    for (table, name) in names {
        let Some(bytes) = package.bytes(&name)? else { continue };
        let text = decode_text(&bytes).unwrap_or_default();
        let rows = tables.entry(table).or_insert_with(|| json!([]));
        if let Some(rows) = rows.as_array_mut() {
            rows.extend(csv::rows(&text));
        }
    }
    Ok(Some(json!({ "linkedin": tables })))
}

/// The table that a file of the archive holds, if it is one that we read.
fn table(name: &str) -> Option<String> {
    let file = name.rsplit(['/', '\\']).next()?.to_lowercase();
    let stem = file.strip_suffix(".csv")?.trim();
    TABLES.contains(&stem).then(|| stem.to_owned())
}
