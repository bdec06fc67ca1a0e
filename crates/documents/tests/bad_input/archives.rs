use documents::Error;
use domain::page::WarningCode;

use super::{codes, judge, made, text};

/// So many MiB of the letter a, packed as tightly as the format can.
fn packed(mib: usize) -> Vec<u8> {
    // A block with the usual codes: "a" once, and then "258 more of the last letter", which takes
    // 13 bits. After 8 of them the bytes repeat.
    let mut bits = vec![true, true, false];
    let push = |bits: &mut Vec<bool>, code: u32, length: u32| {
        bits.extend((0..length).rev().map(|bit| code >> bit & 1 == 1));
    };
    push(&mut bits, 0x30 + u32::from(b'a'), 8);
    for _ in 0..32 {
        push(&mut bits, 0b1100_0101, 8);
        push(&mut bits, 0, 5);
    }
    let byte = |bits: &[bool]| bits.iter().rev().fold(0, |byte, bit| byte << 1 | u8::from(*bit));
    let bytes: Vec<u8> = bits.chunks_exact(8).map(byte).collect();
    let (start, period) = (&bytes[..2], &bytes[2..15]);
    assert_eq!(&bytes[15..28], period);
    [start, &period.repeat((mib << 20) / 258 / 8 + 1)].concat()
}

/// An archive of one part that is packed already, with the size it claims to have.
fn archive_of(name: &str, bytes: &[u8], size: u32) -> Vec<u8> {
    let mut shape = vec![20, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    shape.extend((bytes.len() as u32).to_le_bytes());
    shape.extend(size.to_le_bytes());
    shape.extend((name.len() as u16).to_le_bytes());
    shape.extend([0, 0]);
    let file = [&b"PK\x03\x04"[..], &shape, name.as_bytes(), bytes].concat();
    let mut end = [&b"PK\x01\x02\x14\0"[..], &shape, &[0; 14], name.as_bytes()].concat();
    let size = end.len() as u32;
    end.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    end.extend(size.to_le_bytes());
    end.extend((file.len() as u32).to_le_bytes());
    end.extend([0, 0]);
    [file, end].concat()
}

#[tokio::test]
async fn a_bomb_of_a_gibibyte() {
    let bomb = packed(1_024);
    assert!(bomb.len() < 8 << 20, "{}", bomb.len());
    for claimed in [1 << 30, 100] {
        for name in ["word/document.xml", "Positions.csv"] {
            let answer = judge(archive_of(name, &bomb, claimed)).await;
            let is_refused =
                matches!(answer, Err(Error::TooMuchMemory | Error::Damaged | Error::Empty));
            assert!(is_refused, "{name} {claimed}: {answer:?}");
        }
    }
    // What is not read cannot hurt.
    let mut parts = made::docx_parts(&made::paragraph("Jane Doe"));
    parts.push(("word/media/image1.png".to_owned(), bomb));
    assert!(text(&judge(made::archive(&parts)).await.unwrap()).contains("Jane Doe"));
}

#[tokio::test]
async fn twenty_thousand_entries() {
    let mut parts = made::docx_parts(&made::paragraph("Jane"));
    parts.extend((0..20_000).map(|number| (format!("word/{number}"), Vec::new())));
    assert_eq!(judge(made::archive(&parts)).await, Err(Error::Damaged));
    let mut tables = vec![("Profile.csv".to_owned(), b"First Name,Last Name\nJane,Doe\n".to_vec())];
    tables.extend((0..20_000).map(|number| (format!("{number}.csv"), Vec::new())));
    assert!(judge(made::archive(&tables)).await.is_err());
}

#[tokio::test]
async fn names_that_climb_out() {
    let mut parts = made::docx_parts(&made::paragraph("Jane"));
    for name in ["../../../outside.txt", "/outside.txt", "..\\..\\outside.txt", "C:\\outside.txt"] {
        parts.push((name.to_owned(), b"x".to_vec()));
    }
    let links = "<Relationships><Relationship Id='r1' Target='file:///etc/hostname' \
                 TargetMode='External'/><Relationship Id='r2' Target='../../outside.xml'/></Relationships>";
    parts.push(("word/_rels/document.xml.rels".to_owned(), links.into()));
    assert!(text(&judge(made::archive(&parts)).await.unwrap()).contains("Jane"));
    let outside = std::env::temp_dir().join("outside.txt");
    assert!(!outside.exists() && !std::path::Path::new("outside.txt").exists());
}

#[tokio::test]
async fn entities_from_outside_and_entities_without_end() {
    for declaration in [
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>",
        "<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'>",
        "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY e '&b;&b;&b;'>]>",
    ] {
        let mut parts = made::docx_parts(&made::paragraph("&e;"));
        parts[1].1 = [declaration.as_bytes(), &parts[1].1].concat();
        assert_eq!(judge(made::archive(&parts)).await, Err(Error::Damaged));
        let page =
            format!("<?xml version='1.0'?>{declaration}<SkillsPassport>&e;</SkillsPassport>");
        assert_eq!(judge(page.into_bytes()).await, Err(Error::Damaged));
    }
}

#[tokio::test]
async fn twenty_thousand_nested_tables() {
    let depth = 20_000;
    let body = "<w:tbl><w:tr><w:tc>".repeat(depth) + &made::paragraph("deep");
    let body = made::paragraph("top") + &body + &"</w:tc></w:tr></w:tbl>".repeat(depth);
    let reading = judge(made::docx(&body)).await.unwrap();
    assert!(text(&reading).contains("top") && codes(&reading).contains(&WarningCode::Damaged));
    let page = "<table><tr><td>".repeat(depth) + "deep";
    let answer = judge(format!("<html><body>{page}").into_bytes()).await;
    assert!(matches!(answer, Ok(_) | Err(Error::Damaged)), "{answer:?}");
    let odt = "<table:table><table:table-row><table:table-cell>".repeat(depth);
    let content =
        format!("<office:document-content><office:body><office:text><text:p>top</text:p>{odt}");
    let parts =
        [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", &content)];
    let parts = parts.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    assert!(text(&judge(made::archive(&parts)).await.unwrap()).contains("top"));
    let rtf = format!("{{\\rtf1 top\\par {}deep", "{\\trowd\\intbl ".repeat(depth));
    assert!(text(&judge(rtf.into_bytes()).await.unwrap()).contains("top"));
}

#[tokio::test]
async fn missing_parts() {
    let parts = made::docx_parts(&made::paragraph("Jane Doe"));
    assert!(matches!(judge(made::archive(&parts[..1])).await, Err(Error::Damaged)));
    assert!(text(&judge(made::archive(&parts[1..])).await.unwrap()).contains("Jane Doe"));
    assert!(judge(made::archive(&[])).await.is_err());
    let odt = [("mimetype".to_owned(), b"application/vnd.oasis.opendocument.text".to_vec())];
    assert_eq!(judge(made::archive(&odt)).await, Err(Error::Damaged));
}

#[tokio::test]
async fn a_wrong_checksum_and_an_archive_cut_short() {
    let whole = made::docx(&made::paragraph("Jane Doe").repeat(40));
    let mut bytes = whole.clone();
    let directory = bytes.windows(4).rposition(|it| it == b"PK\x01\x02").unwrap();
    for byte in &mut bytes[directory + 16..directory + 20] {
        *byte ^= 0x55;
    }
    match judge(bytes).await {
        Ok(reading) => assert!(codes(&reading).contains(&WarningCode::Damaged)),
        Err(error) => assert_eq!(error, Error::Damaged),
    }
    assert_eq!(judge(whole[..whole.len() / 2].to_vec()).await, Err(Error::Damaged));
}

#[tokio::test]
async fn tables_side_by_side_without_end() {
    let cell = |n: usize| format!("<w:tc>{}</w:tc>", made::paragraph(&format!("x{}", n * 7_919)));
    let row = |n: usize| {
        format!("<w:tr>{}</w:tr>", (n * 400..n * 400 + 400).map(cell).collect::<String>())
    };
    let body = format!("<w:tbl>{}</w:tbl>", (0..60).map(row).collect::<String>());
    let reading = judge(made::docx(&body)).await.unwrap();
    assert!(codes(&reading).contains(&WarningCode::TooMuchText));
}
