//! Files that mean harm or are broken: each gives an error with words or a bounded part, soon.

use std::time::{Duration, Instant};

use documents::{Error, read, read_page_image};
use domain::page::{Document, WarningCode};
use proptest::prelude::*;

mod made;

/// Reads a file and checks that it did not take long. Tests are not optimised: be generous.
fn soon(bytes: &[u8]) -> Result<Document, Error> {
    let start = Instant::now();
    let document = read(bytes);
    assert!(start.elapsed() < Duration::from_secs(8), "took {:?}", start.elapsed());
    document
}

fn has(document: &Document, code: WarningCode) -> bool {
    document.warnings.iter().any(|warning| warning.code == code)
}

#[test]
fn nothing_and_blanks_are_empty() {
    for bytes in [&b""[..], b"  \n\t\n", b"\xEF\xBB\xBF", b"\0\0\0\0"] {
        assert_eq!(soon(bytes), Err(Error::Empty), "{bytes:?}");
    }
    assert_eq!(soon(&made::docx("<w:p/>")), Err(Error::Empty));
}

#[test]
fn binary_under_any_name_is_no_document() {
    let noise: Vec<u8> =
        (0..50_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    assert_eq!(soon(b"\x89PNG\r\n\x1a\n...."), Err(Error::Picture));
    for bytes in [&noise[..], b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0"] {
        assert_eq!(soon(bytes), Err(Error::NotADocument));
    }
}

#[test]
fn old_and_locked_office_files_are_told_apart() {
    let with = |name: &str| {
        let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    assert_eq!(soon(&with("WordDocument")), Err(Error::LegacyDoc));
    assert_eq!(soon(&with("EncryptedPackage")), Err(Error::Encrypted));
    assert_eq!(soon(&with("Workbook")), Err(Error::OtherOffice));
}

#[test]
fn a_file_over_the_limit_is_refused_unread() {
    assert_eq!(soon(&vec![b'a'; (20 << 20) + 1]), Err(Error::TooLarge { limit_mib: 20 }));
}

#[test]
fn much_text_is_cut_and_said_so() {
    let document = soon("word after word\n".repeat(200_000).as_bytes()).unwrap();
    assert!(has(&document, WarningCode::TooMuchText) && document.flow.len() <= 4_000);
}

#[test]
fn a_pdf_with_rubbish_before_its_header_is_read() {
    let mut bytes = b"HTTP/1.1 200 OK\r\n\r\n".to_vec();
    bytes.extend(made::pdf("Jane Doe"));
    assert_eq!(soon(&bytes).unwrap().pages[0].glyphs.len(), 7);
}

#[test]
fn a_pdf_cut_anywhere_gives_a_part_or_an_error() {
    let whole = made::pdf("Jane Doe");
    for length in (0..whole.len()).step_by(7) {
        let _ = soon(&whole[..length]);
    }
    let without_table = &whole[..whole.windows(4).position(|it| it == b"xref").unwrap()];
    assert_eq!(soon(without_table).unwrap().pages[0].glyphs.len(), 7);
}

#[test]
fn a_pdf_locked_by_its_user_is_refused() {
    let locked = made::lock::locked_pdf("Jane Doe", "secret", "secret");
    assert_eq!(soon(&locked), Err(Error::Encrypted));
    assert_eq!(read_page_image(&locked, 1, 100), Err(Error::Encrypted));
}

#[test]
fn a_pdf_locked_only_against_changes_is_read() {
    let locked = made::lock::locked_pdf("Jane Doe", "", "secret");
    assert_eq!(soon(&locked).unwrap().pages[0].glyphs.len(), 7);
}

#[test]
fn loops_in_a_pdf_end() {
    let looped_pages = made::pdf_of(&[
        b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
        b"<</Type /Pages /Kids [2 0 R 3 0 R] /Count 9 /Parent 3 0 R>>".to_vec(),
        b"<</Type /Pages /Kids [2 0 R 3 0 R] /Count 9 /Parent 2 0 R>>".to_vec(),
    ]);
    assert!(soon(&looped_pages).is_err());
    let form = made::stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</X 6 0 R>>>>",
        b"/X Do /X Do /X Do /X Do",
    );
    let _ = soon(&made::pdf_with(b"/X Do", "", &[form]));
}

#[test]
fn deep_arrays_and_wild_numbers_do_no_harm() {
    let deep =
        [b"[".repeat(20_000), b"(x)".to_vec(), b"]".repeat(20_000), b" TJ".to_vec()].concat();
    let _ = soon(&made::pdf_with(&[b"BT /F1 12 Tf ", &deep[..]].concat(), "", &[]));
    for numbers in
        ["1e99 0 0 1e99 0 0", "nan 0 0 inf 0 0", "0 0 0 0 0 0", "99999999999999999999999 0 0 1 1 1"]
    {
        let operators = format!("{numbers} cm BT /F1 9e30 Tf 72 700 Td (wild) Tj ET");
        let text = made::pdf_with(operators.as_bytes(), "", &[]);
        if let Ok(document) = soon(&text) {
            let finite = |it: &domain::page::Glyph| it.x0.is_finite() && it.x1.is_finite();
            assert!(document.pages[0].glyphs.iter().all(finite));
        }
    }
    let huge = made::pdf_with(
        b"BT /F1 12 Tf 72 700 Td (far) Tj ET",
        "/MediaBox [-1e30 -1e30 1e30 1e30]",
        &[],
    );
    let _ = soon(&huge);
}

#[test]
fn endless_operators_stop_at_the_limit() {
    let document = soon(&made::pdf_with(
        &[b"BT /F1 12 Tf 72 700 Td (seen) Tj ET ".to_vec(), b"q ".repeat(3_100_000)].concat(),
        "",
        &[],
    ));
    assert!(has(&document.unwrap(), WarningCode::TooMuchText));
}

#[test]
fn a_docx_bomb_is_refused() {
    let mut parts = made::docx_parts("");
    parts[1].1 = vec![b' '; 30 << 20];
    assert_eq!(soon(&made::archive(&parts)), Err(Error::TooMuchMemory));
}

#[test]
fn an_archive_of_too_many_parts_is_refused() {
    let mut parts = made::docx_parts(&made::paragraph("Jane"));
    parts.extend((0..20_000).map(|number| (format!("word/{number}"), Vec::new())));
    assert_eq!(soon(&made::archive(&parts)), Err(Error::Damaged));
}

#[test]
fn names_that_climb_out_of_the_archive_are_only_names() {
    let mut parts = made::docx_parts(&made::paragraph("Jane"));
    parts.push(("../../../outside.txt".to_owned(), b"x".to_vec()));
    parts.push((
        "word/_rels/document.xml.rels".to_owned(),
        b"<Relationships><Relationship Id='r1' \
        Target='file:///etc/hostname' TargetMode='External'/></Relationships>"
            .to_vec(),
    ));
    assert_eq!(soon(&made::archive(&parts)).unwrap().flow.len(), 1);
}

#[test]
fn declared_entities_are_refused() {
    for declaration in [
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>",
        "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY e '&b;&b;&b;'>]>",
    ] {
        let mut parts = made::docx_parts(&made::paragraph("&e;"));
        parts[1].1 = [declaration.as_bytes(), &parts[1].1].concat();
        assert_eq!(soon(&made::archive(&parts)), Err(Error::Damaged));
    }
}

#[test]
fn deep_tables_are_read_as_deep_as_the_limit() {
    let body = "<w:tbl><w:tr><w:tc>".repeat(5_000) + &made::paragraph("deep");
    let body = made::paragraph("top") + &body + &"</w:tc></w:tr></w:tbl>".repeat(5_000);
    let document = soon(&made::docx(&body)).unwrap();
    assert!(document.flow.len() == 1 && has(&document, WarningCode::Damaged));
}

#[test]
fn missing_and_broken_parts_do_not_stop_the_rest() {
    let parts = made::docx_parts(&made::paragraph("Jane"));
    assert!(soon(&made::archive(&parts[..1])).is_err());
    assert_eq!(soon(&made::archive(&parts[1..])).unwrap().flow.len(), 1);
    let mut cut = parts;
    let body = &mut cut[1].1;
    body.truncate(body.len() - 30);
    let document = soon(&made::archive(&cut)).unwrap();
    assert!(document.flow.len() == 1 && has(&document, WarningCode::Damaged));
}

#[test]
fn a_part_with_a_wrong_checksum_is_read_with_a_warning() {
    let mut bytes = made::docx(&made::paragraph("Jane"));
    let directory = bytes.windows(4).rposition(|it| it == b"PK\x01\x02").unwrap();
    for byte in &mut bytes[directory + 16..directory + 20] {
        *byte ^= 0x55;
    }
    match soon(&bytes) {
        Ok(document) => assert!(has(&document, WarningCode::Damaged)),
        Err(error) => assert_eq!(error, Error::Damaged),
    }
}

#[test]
fn a_docx_of_pictures_is_a_scan_and_a_locked_odt_is_locked() {
    let mut parts = made::docx_parts("<w:p/>");
    parts.push(("word/media/image1.PNG".to_owned(), b"x".to_vec()));
    assert_eq!(soon(&made::archive(&parts)), Err(Error::Scanned));
    let locked = [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", "<m><manifest:encryption-data/></m>"),
        ("content.xml", "noise"),
    ];
    let locked = locked.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    assert_eq!(soon(&made::archive(&locked)), Err(Error::Encrypted));
}

#[test]
fn other_archives_are_no_documents() {
    let parts = [("xl/workbook.xml".to_owned(), b"<x/>".to_vec())];
    assert_eq!(soon(&made::archive(&parts)), Err(Error::NotADocument));
    assert_eq!(soon(b"PK\x03\x04 and nothing more"), Err(Error::Damaged));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_give_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..2_000), mark in 0..6_usize) {
        let marks: [&[u8]; 6] = [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"{\\rtf1 ", b"<html>", b"# a\n"];
        let _ = soon(&[marks[mark], &bytes].concat());
    }

    #[test]
    fn a_pdf_with_flipped_bytes_gives_an_answer(flips in prop::collection::vec((any::<usize>(), any::<u8>()), 1..6)) {
        let mut bytes = made::pdf("Jane Doe, nurse");
        for (at, value) in flips {
            let at = at % bytes.len();
            bytes[at] = value;
        }
        let _ = soon(&bytes);
    }

    #[test]
    fn a_docx_with_flipped_or_missing_bytes_gives_an_answer(
        flips in prop::collection::vec((any::<usize>(), any::<u8>()), 0..6),
        keep in 0.2..1.0,
    ) {
        let mut bytes = made::docx(&made::paragraph("Jane Doe, nurse").repeat(20));
        for (at, value) in flips {
            let at = at % bytes.len();
            bytes[at] = value;
        }
        bytes.truncate((bytes.len() as f64 * keep) as usize);
        let _ = soon(&bytes);
    }

    #[test]
    fn a_body_of_broken_xml_gives_an_answer(body in "(<w:(p|r|t|tbl|tr|tc|br|tab)>|</w:(p|r|t|tc)>|a|&|&#9;|<|\")*") {
        let _ = soon(&made::docx(&body));
    }
}
