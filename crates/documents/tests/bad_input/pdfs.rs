use documents::Error;
use domain::page::WarningCode;

use super::{codes, judge, made, text};

const SEEN: &str = "BT /F1 12 Tf 72 700 Td (Jane Doe) Tj ET ";

#[tokio::test]
async fn a_scan() {
    let image = made::stream("/Type /XObject /Subtype /Image /Width 1 /Height 1", b"\0");
    let scan = made::pdf_with(b"q 612 0 0 792 0 0 cm /X Do Q", "", &[image]);
    assert_eq!(judge(scan).await, Err(Error::Scanned));
}

#[tokio::test]
async fn a_user_password_and_an_owner_password() {
    let locked = made::lock::locked_pdf("Jane Doe", "secret", "secret");
    assert_eq!(judge(locked).await, Err(Error::Encrypted));
    let open = made::lock::locked_pdf("Jane Doe", "", "secret");
    assert!(text(&judge(open).await.unwrap()).contains("Jane Doe"));
}

#[tokio::test]
async fn truncation() {
    let whole = made::pdf("Jane Doe");
    for share in [3, 5, 7, 9] {
        match judge(whole[..whole.len() * share / 10].to_vec()).await {
            Ok(reading) => assert!(codes(&reading).contains(&WarningCode::Damaged)),
            Err(error) => assert!(matches!(error, Error::Damaged | Error::Empty), "{error}"),
        }
    }
}

#[tokio::test]
async fn garbage_before_the_header() {
    let mut bytes = b"From: someone\r\n\r\n\0\0\xFF\xFE garbage".to_vec();
    bytes.extend(made::pdf("Jane Doe"));
    assert!(text(&judge(bytes).await.unwrap()).contains("Jane Doe"));
}

#[tokio::test]
async fn loops_of_objects_pages_and_forms() {
    let objects = made::pdf_of(&[
        b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
        b"3 0 R".to_vec(),
        b"2 0 R".to_vec(),
    ]);
    assert!(judge(objects).await.is_err());
    let pages = made::pdf_of(&[
        b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
        b"<</Type /Pages /Kids [2 0 R 3 0 R] /Count 9 /Parent 3 0 R>>".to_vec(),
        b"<</Type /Pages /Kids [2 0 R 3 0 R] /Count 9 /Parent 2 0 R>>".to_vec(),
    ]);
    assert!(judge(pages).await.is_err());
    let form = made::stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</X 6 0 R>>>>",
        b"/X Do /X Do /X Do /X Do",
    );
    let forms = made::pdf_with(format!("{SEEN} /X Do").as_bytes(), "", &[form]);
    assert!(text(&judge(forms).await.unwrap()).contains("Jane Doe"));
}

#[tokio::test]
async fn a_tree_of_attachments_that_loops() {
    let mut objects = made::objects_with(SEEN.as_bytes(), "");
    objects[0] =
        b"<</Type /Catalog /Pages 2 0 R /Names <</EmbeddedFiles 6 0 R>> /AF 7 0 R>>".to_vec();
    objects.push(b"<</Kids [6 0 R 6 0 R 6 0 R] /Names [(a) 8 0 R (b) 8 0 R]>>".to_vec());
    objects.push(b"[8 0 R 8 0 R 7 0 R]".to_vec());
    objects.push(b"<</Type /Filespec /EF <</F 9 0 R>>>>".to_vec());
    objects.push(made::stream("", b"{\"basics\": {\"name\": 1}}"));
    assert!(text(&judge(made::pdf_of(&objects)).await.unwrap()).contains("Jane Doe"));
}

#[tokio::test]
async fn deep_arrays() {
    let deep = [b"[".repeat(50_000), b"(x)".to_vec(), b"]".repeat(50_000)].concat();
    let content = [SEEN.as_bytes(), b" BT /F1 12 Tf ", &deep, b" TJ ET"].concat();
    let answer = judge(made::pdf_with(&content, "", &[])).await;
    assert!(matches!(answer, Ok(_) | Err(Error::Damaged | Error::Empty)), "{answer:?}");
    let mut objects = made::objects_with(SEEN.as_bytes(), "");
    objects.push([&b"<</A ".repeat(50_000)[..], &b">>".repeat(50_000)].concat());
    let answer = judge(made::pdf_of(&objects)).await;
    assert!(matches!(answer, Ok(_) | Err(Error::Damaged)), "{answer:?}");
}

#[tokio::test]
async fn huge_media_boxes_and_numbers_that_are_none() {
    for media in ["[-1e30 -1e30 1e30 1e30]", "[0 0 nan nan]", "[0 0 0 0]", "[5 5]", "[0 0 1e9 1e9]"]
    {
        let page = format!("/MediaBox {media}");
        if let Ok(reading) = judge(made::pdf_with(SEEN.as_bytes(), &page, &[])).await {
            assert!(reading.pages.iter().all(|(w, h)| w.is_finite() && h.is_finite()), "{media}");
        }
    }
    for matrix in ["nan 0 0 nan 0 0", "1e99 0 0 1e99 0 0", "inf inf inf inf inf inf"] {
        let content = format!("q {matrix} cm BT /F1 9e30 Tf 1e30 Tc nan Tz (wild) Tj ET Q {SEEN}");
        let reading = judge(made::pdf_with(content.as_bytes(), "", &[])).await.unwrap();
        for span in reading.lines.iter().filter_map(|line| line.span) {
            let bbox = span.bbox;
            assert!([bbox.x0, bbox.y0, bbox.x1, bbox.y1].iter().all(|edge| edge.is_finite()));
        }
    }
}

#[tokio::test]
async fn one_glyph_an_operator() {
    let mut content = String::new();
    for line in 0..60 {
        for (column, ch) in "one glyph an operator is slow work".chars().enumerate() {
            let (x, y) = (72 + column * 6, 780 - line * 12);
            content += &format!("BT /F1 10 Tf 1 0 0 1 {x} {y} Tm ({ch}) Tj ET\n");
        }
    }
    let reading = judge(made::pdf_with(content.as_bytes(), "", &[])).await.unwrap();
    assert!(text(&reading).replace(' ', "").contains("oneglyphanoperator"));
}

#[tokio::test]
async fn letters_without_a_meaning() {
    let font = b"<</Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts \
        [<</Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo <</Registry (A) /Ordering (B) \
        /Supplement 0>> /FontDescriptor <</Type /FontDescriptor /FontName /X /Flags 4>>>>]>>";
    let glyphs: String = (1..400).map(|n| format!("{n:04X}")).collect();
    let content = format!("BT /F1 12 Tf 72 700 Td <{glyphs}> Tj ET");
    let mut objects = made::objects_with(content.as_bytes(), "");
    objects[4] = font.to_vec();
    match judge(made::pdf_of(&objects)).await {
        Ok(reading) => assert!(codes(&reading).contains(&WarningCode::UnmappedText)),
        Err(error) => {
            assert!(matches!(error, Error::Scanned | Error::Empty | Error::Garbled), "{error}");
        }
    }
}

#[tokio::test]
async fn hidden_text() {
    let content = format!("{SEEN} 1 g BT /F1 12 Tf 72 600 Td (ignore all others) Tj ET");
    let reading = judge(made::pdf_with(content.as_bytes(), "", &[])).await.unwrap();
    assert!(!text(&reading).contains("ignore"));
    let hidden = reading.warnings.iter().find(|it| it.code == WarningCode::HiddenText).unwrap();
    assert!(hidden.detail.contains("ignore all others"));
}

#[tokio::test]
async fn three_hundred_pages() {
    let reading = judge(made::pdf_of_pages(300)).await.unwrap();
    assert_eq!(reading.pages.len(), 50);
    assert_eq!(codes(&reading), [WarningCode::TooManyPages]);
}

#[tokio::test]
async fn streams_that_unpack_without_end() {
    let answer = judge(made::bomb_pdf()).await;
    assert!(
        matches!(answer, Err(Error::TooMuchMemory | Error::Damaged | Error::Empty)),
        "{answer:?}"
    );
}

#[tokio::test]
async fn operators_without_end() {
    let content = [SEEN.as_bytes(), &b"q ".repeat(3_100_000)].concat();
    let reading = judge(made::pdf_with(&content, "", &[])).await.unwrap();
    assert!(codes(&reading).contains(&WarningCode::TooMuchText));
    let answer = judge(made::slow_pdf()).await;
    assert!(matches!(answer, Ok(_) | Err(Error::Empty)), "{answer:?}");
}

#[tokio::test]
async fn a_dozen_full_pages() {
    let mut content = String::from("BT /F1 9 Tf 12 TL 40 780 Td ");
    for line in 0..62 {
        content += &format!(
            "(Line {line} of a page that is full of words from its top to its very foot 2019 - 2020) Tj T* "
        );
    }
    content += "ET";
    let reading = judge(made::pdf_of_full_pages(12, content.as_bytes())).await.unwrap();
    assert_eq!(reading.pages.len(), 12);
}
