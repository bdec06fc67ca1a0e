use documents::Error;
use domain::page::WarningCode;

use super::{codes, judge, made};

#[tokio::test]
async fn zero_bytes_and_blanks() {
    for bytes in [&b""[..], b" \n\t\r\n", b"\0\0\0\0", b"\xEF\xBB\xBF", b"\xFF\xFE"] {
        assert_eq!(judge(bytes.to_vec()).await, Err(Error::Empty), "{bytes:?}");
    }
}

#[tokio::test]
async fn a_wrong_extension_does_not_matter() {
    // Nothing but the bytes reaches a reader, so every file here has a wrong extension.
    assert!(judge(made::pdf("Jane Doe")).await.is_ok());
    assert!(judge(made::docx(&made::paragraph("Jane Doe"))).await.is_ok());
}

#[tokio::test]
async fn binary_named_txt() {
    let noise: Vec<u8> =
        (0..200_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    for bytes in [noise, b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0".to_vec()] {
        assert_eq!(judge(bytes).await, Err(Error::NotADocument));
    }
    for picture in
        [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], b"\xFF\xD8\xFF\xE0\0\x10JFIF", b"GIF89a\x01\0"]
    {
        assert_eq!(judge(picture.to_vec()).await, Err(Error::Picture));
    }
}

#[tokio::test]
async fn two_megabytes_of_text() {
    let line =
        "Led a team of 12 people at Acme Ltd, Springfield, 03/2019 - 05/2020, jane@example.org\n";
    let reading = judge(line.repeat((2 << 20) / line.len()).into_bytes()).await.unwrap();
    assert!(codes(&reading).contains(&WarningCode::TooMuchText));
    for one_line in ["a ".repeat(1 << 20), "lorem ipsum dolor sit amet ".repeat(80_000)] {
        let reading = judge(one_line.into_bytes()).await.unwrap();
        assert!(codes(&reading).contains(&WarningCode::TooMuchText));
    }
}

#[tokio::test]
async fn text_that_makes_patterns_try_everything() {
    let many = 100_000;
    for text in [
        "a".repeat(many) + "@",
        "a.".repeat(many) + "@" + &"b.".repeat(many),
        "1".repeat(many),
        "+1 (".repeat(many),
        "http://".repeat(many),
        "((((((((((".repeat(many / 10) + "x",
        "01/2020 - ".repeat(many / 10),
        "- ".repeat(many) + "x",
        "<".repeat(many),
        "[".repeat(many) + "](",
        "*".repeat(many) + "**a",
        "# ".repeat(many),
        "|".repeat(many),
        "\t".repeat(many) + "x",
        "Manager, ".repeat(many / 10),
        "Jan Feb Mar Apr ".repeat(many / 10),
        "{\"a\":".repeat(many),
        "cv:\n  - ".to_owned() + &"- ".repeat(many),
        "basics:\n".to_owned() + &"  ? [".repeat(many),
    ] {
        let page = format!("Jane Doe\nNurse\n\nExperience\n{text}\n");
        let _ = judge(page.into_bytes()).await;
        let _ = judge(text.into_bytes()).await;
    }
}

#[tokio::test]
async fn a_thousand_entries_of_every_section() {
    let mut page = "Jane Doe\njane@example.org\n".to_owned();
    for section in ["Experience", "Education", "Skills", "Projects", "Languages", "Certificates"] {
        page += &format!("\n{section}\n\n");
        for n in 0..1_000 {
            page += &format!(
                "Nurse {n}, Acme Hospital, Leeds    03/2019 - 05/2020\n- Did {n} things\n\n"
            );
        }
    }
    let reading = judge(page.into_bytes()).await.unwrap();
    assert_eq!(reading.resume.basics.email, "jane@example.org");
}

#[tokio::test]
async fn rich_text_that_never_ends() {
    for text in [
        "{\\rtf1 ".to_owned() + &"{".repeat(1_000_000),
        "{\\rtf1 ".to_owned() + &"\\u8211?".repeat(300_000),
        "{\\rtf1 {\\*\\fldinst ".to_owned() + &"x".repeat(1_000_000),
        "{\\rtf1\\bin99999999 x".to_owned(),
        "{\\rtf1 \\li-99999999999999999999 x\\par}".to_owned(),
        "{\\rtf1 {\\colortbl;".to_owned() + &"\\red255;".repeat(200_000) + "}x\\par}",
    ] {
        let answer = judge(text.into_bytes()).await;
        assert!(matches!(answer, Ok(_) | Err(Error::Empty | Error::Damaged)), "{answer:?}");
    }
}
