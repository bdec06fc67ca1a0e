//! Tables with commas, as spreadsheets and LinkedIn write them.

use serde_json::{Map, Value};

/// More rows are left out.
const MAX_ROWS: usize = 5_000;
/// More columns no table has.
const MAX_COLUMNS: usize = 200;

/// The rows below the header, each an object by column. Lines before the header that are no part
/// of the table are skipped.
pub(super) fn rows(text: &str) -> Vec<Value> {
    let mut lines = records(text).into_iter().skip_while(|record| is_preamble(record));
    let Some(header) = lines.next() else { return Vec::new() };
    lines
        .filter(|record| record.iter().any(|cell| !cell.trim().is_empty()))
        .map(|record| {
            let cells = header.iter().zip(record).map(|(name, cell)| {
                (name.trim().trim_start_matches('\u{FEFF}').to_owned(), Value::String(cell))
            });
            Value::Object(cells.filter(|(name, _)| !name.is_empty()).collect::<Map<_, _>>())
        })
        .collect()
}

/// "Notes:", a paragraph in quotes, a line left blank: LinkedIn explains some tables.
fn is_preamble(record: &[String]) -> bool {
    match record {
        [] => true,
        [only] => {
            let only = only.trim();
            only.is_empty() || only.ends_with(':') || only.len() > 60
        }
        _ => record.iter().all(|cell| cell.trim().is_empty()),
    }
}

/// Every record, by the rules of RFC 4180; the sign between cells is the one the first lines use.
fn records(text: &str) -> Vec<Vec<String>> {
    let sign = separator(text);
    let mut records = vec![Vec::new()];
    let mut cell = String::new();
    let mut is_quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(ch) = letters.next() {
        match ch {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if cell.trim().is_empty() => {
                cell.clear();
                is_quoted = true;
            }
            _ if is_quoted => cell.push(ch),
            '\r' => {}
            '\n' => {
                end_cell(&mut records, &mut cell);
                if records.len() > MAX_ROWS {
                    return records;
                }
                records.push(Vec::new());
            }
            ch if ch == sign => end_cell(&mut records, &mut cell),
            ch => cell.push(ch),
        }
    }
    end_cell(&mut records, &mut cell);
    records
}

fn end_cell(records: &mut [Vec<String>], cell: &mut String) {
    let cell = std::mem::take(cell);
    if let Some(record) = records.last_mut().filter(|record| record.len() < MAX_COLUMNS) {
        record.push(cell);
    }
}

fn separator(text: &str) -> char {
    let start: Vec<char> = text.chars().take(2_000).collect();
    let count = |sign: char| start.iter().filter(|ch| **ch == sign).count();
    let commas = count(',');
    [';', '\t'].into_iter().find(|sign| count(*sign) > 2 * commas).unwrap_or(',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_commas_and_line_ends_stay_in_their_cell() {
        let rows = rows("\u{FEFF}Name,Text\r\nJane,\"a, \"\"b\"\"\nc\"\r\n\r\nJoe,\r\n");
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0]["Text"], "a, \"b\"\nc");
        assert_eq!((&rows[1]["Name"], &rows[1]["Text"]), (&"Joe".into(), &"".into()));
    }

    #[test]
    fn what_explains_a_table_is_no_header() {
        let text = "Notes:\n\"Some of the addresses are missing, because of what people chose.\"\n\n\
                    First Name,Last Name\nJane,Doe\n";
        assert_eq!(rows(text)[0]["Last Name"], "Doe");
        assert_eq!(rows("Name\nPython\nSQL\n").len(), 2);
    }

    #[test]
    fn a_quote_that_never_ends_does_no_harm() {
        assert!(rows("a,b\n\"x,y\nz").len() <= 1);
    }
}
