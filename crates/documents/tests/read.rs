//! What is read from good files.

use documents::{Error, read};
use domain::page::{Document, FlowLine, FlowRole, Format, Page, WarningCode};

mod made;

fn text(page: &Page) -> String {
    let mut text = String::new();
    for glyph in &page.glyphs {
        if glyph.space_before {
            text.push(' ');
        }
        text.push(glyph.ch);
    }
    text
}

fn flow(document: &Document) -> Vec<String> {
    let text = |line: &FlowLine| {
        let cell = |cell: &domain::page::FlowCell| {
            cell.runs.iter().map(|run| run.text.as_str()).collect::<String>()
        };
        line.cells.iter().map(cell).collect::<Vec<_>>().join(" | ")
    };
    document.flow.iter().map(text).collect()
}

fn codes(document: &Document) -> Vec<WarningCode> {
    document.warnings.iter().map(|warning| warning.code).collect()
}

#[expect(clippy::expect_used, reason = "a test helper")]
fn content(operators: &str) -> Document {
    let padding = "BT /F1 10 Tf 72 60 Td (this line keeps the page from being called a scan) Tj ET";
    read(&made::pdf_with(format!("{operators} {padding}").as_bytes(), "", &[]))
        .expect("a good file")
}

#[test]
fn a_glyph_stands_where_the_file_puts_it() {
    let document = read(&made::pdf("Jane Doe")).unwrap();
    let page = &document.pages[0];
    assert_eq!((page.width, page.height, document.format), (612.0, 792.0, Format::Pdf));
    assert_eq!(text(page), "Jane Doe");
    let first = page.glyphs[0];
    assert!((first.x0 - 72.0).abs() < 0.01 && (first.baseline - 92.0).abs() < 0.01, "{first:?}");
    assert!((first.x1 - 78.0).abs() < 0.01 && first.size == 12.0, "{first:?}");
    assert_eq!(page.styles[usize::from(first.style)].font, "Helvetica");
}

#[test]
fn a_turned_page_reads_upright() {
    let operators = b"BT /F1 12 Tf 0 1 -1 0 100 72 Tm (Jane) Tj ET";
    let document = read(&made::pdf_with(operators, "/Rotate 90", &[])).unwrap();
    let page = &document.pages[0];
    assert_eq!((page.width, page.height), (792.0, 612.0));
    let first = page.glyphs[0];
    assert_eq!(first.turn, 0);
    assert!((first.x0 - 72.0).abs() < 0.01 && (first.baseline - 100.0).abs() < 0.01, "{first:?}");
}

#[test]
fn turned_text_is_measured_as_it_lies_and_says_so() {
    let document = content("BT /F1 12 Tf 0 1 -1 0 100 72 Tm (Up) Tj ET");
    let first = document.pages[0].glyphs[0];
    assert_eq!((first.turn, first.x0, first.x1, first.baseline), (90, 90.4, 102.4, 720.0));
}

#[test]
fn ligatures_are_spelled_out_and_share_their_width() {
    let span = "BT /F1 12 Tf 72 700 Td /Span <</ActualText (ffi)>> BDC (X) Tj EMC ET";
    let document = content(span);
    let glyphs = &document.pages[0].glyphs[..3];
    assert_eq!(glyphs.iter().map(|it| it.ch).collect::<String>(), "ffi");
    assert!((glyphs[2].x1 - glyphs[0].x0 - 8.004).abs() < 0.01);
}

#[test]
fn text_that_nobody_can_see_is_left_out_and_reported() {
    for hidden in [
        "1 g BT /F1 12 Tf 72 700 Td (secret) Tj ET 0 g",
        "BT /F1 1 Tf 72 700 Td (secret) Tj ET",
        "BT /F1 12 Tf 900 700 Td (secret) Tj ET",
        "BT 3 Tr /F1 12 Tf 72 700 Td (secret) Tj 0 Tr ET",
        "q /G gs BT /F1 12 Tf 72 700 Td (secret) Tj ET Q",
    ] {
        let document = content(hidden);
        assert!(!text(&document.pages[0]).contains("secret"), "{hidden}");
        assert_eq!(codes(&document), [WarningCode::HiddenText], "{hidden}");
        assert!(document.warnings[0].detail.contains("secret"), "{hidden}");
    }
}

#[test]
fn text_on_a_layer_that_is_off_is_left_out_and_reported() {
    let mut objects = made::objects_with(
        b"/OC /L BDC BT /F1 12 Tf 72 700 Td (secret) Tj ET EMC BT /F1 12 Tf 72 600 Td (seen) Tj ET",
        "",
    );
    objects[0] = b"<</Type /Catalog /Pages 2 0 R /OCProperties <</D <</OFF [6 0 R]>>>>>>".to_vec();
    objects.push(b"<</Type /OCG /Name (x)>>".to_vec());
    let document = read(&made::pdf_of(&objects)).unwrap();
    assert_eq!(text(&document.pages[0]), "seen");
    assert_eq!(codes(&document), [WarningCode::HiddenText]);
}

#[test]
fn white_text_on_a_dark_ground_is_seen() {
    let document = content("0 g 0 600 300 192 re f 1 g BT /F1 12 Tf 72 700 Td (seen) Tj ET 0 g");
    assert!(text(&document.pages[0]).starts_with("seen"));
    assert!(document.warnings.is_empty());
}

#[test]
fn letters_that_are_printed_twice_are_read_once() {
    let twice = "BT /F1 12 Tf 72 700 Td (Bold) Tj ET BT /F1 12 Tf 72.3 700 Td (Bold) Tj ET";
    assert_eq!(text(&content(twice).pages[0]).matches("Bold").count(), 1);
}

#[test]
fn links_are_found_with_their_place() {
    let page = "/Annots [<</Subtype /Link /Rect [72 690 100 710] \
                /A <</S /URI /URI (https://a.example)>>>>]";
    let document =
        read(&made::pdf_with(b"BT /F1 12 Tf 72 700 Td (here) Tj ET", page, &[])).unwrap();
    let link = &document.pages[0].links[0];
    assert_eq!(
        (link.target.as_str(), link.bbox.y0, link.bbox.y1),
        ("https://a.example", 82.0, 102.0)
    );
}

#[test]
fn a_picture_of_a_page_is_called_a_scan() {
    let image = made::stream("/Type /XObject /Subtype /Image /Width 1 /Height 1", b"\0");
    let scan = made::pdf_with(b"q 612 0 0 792 0 0 cm /X Do Q", "", std::slice::from_ref(&image));
    assert_eq!(read(&scan), Err(Error::Scanned));
    let searchable = format!(
        "q 612 0 0 792 0 0 cm /X Do Q BT 3 Tr /F1 12 Tf 72 700 Td ({}) Tj ET",
        "recognised text ".repeat(10)
    );
    let document = read(&made::pdf_with(searchable.as_bytes(), "", &[image])).unwrap();
    assert!(text(&document.pages[0]).starts_with("recognised text"));
}

#[test]
fn letters_drawn_as_shapes_are_called_a_picture_and_a_blank_page_empty() {
    let shapes = b"10 10 m 20 20 l h f ".repeat(300);
    assert_eq!(read(&made::pdf_with(&shapes, "", &[])), Err(Error::Scanned));
    assert_eq!(read(&made::pdf_with(b"q Q", "", &[])), Err(Error::Empty));
}

#[test]
fn many_pages_are_read_up_to_the_limit() {
    let document = read(&made::pdf_of_pages(300)).unwrap();
    assert_eq!((document.pages.len(), codes(&document)), (50, vec![WarningCode::TooManyPages]));
}

#[test]
fn docx_paragraphs_tabs_breaks_and_tables_keep_their_order() {
    let body = "<w:p><w:pPr><w:pStyle w:val='x'/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Jane</w:t>\
                </w:r><w:r><w:tab/><w:t>2019</w:t><w:br/><w:t>next</w:t></w:r></w:p>\
                <w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>\
                <w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let document = read(&made::docx(body)).unwrap();
    assert_eq!(flow(&document), ["Jane | 2019", "next", "a", "b"]);
    assert!(document.flow[0].cells[0].runs[0].bold && !document.flow[0].cells[1].runs[0].bold);
    assert_eq!(document.flow[3].table, Some((0, 0, 1)));
}

#[test]
fn docx_text_boxes_are_read_once_and_after_their_paragraph() {
    let boxed = "<w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent>";
    let body = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice><wps:txbx>{boxed}</wps:txbx></mc:Choice>\
         <mc:Fallback><v:textbox>{boxed}</v:textbox></mc:Fallback></mc:AlternateContent>\
         <w:t>anchor</w:t></w:r></w:p>"
    );
    let document = read(&made::docx(&body)).unwrap();
    assert_eq!(flow(&document), ["anchor", "boxed"]);
    assert!(document.flow[1].in_text_box);
}

#[test]
fn docx_changes_fields_and_special_characters_read_as_printed() {
    let body = "<w:p><w:ins><w:r><w:t>kept</w:t></w:r></w:ins><w:del><w:r><w:delText>gone</w:delText>\
                </w:r></w:del><w:r><w:noBreakHyphen/></w:r><w:sdt><w:sdtContent><w:r><w:t>in</w:t></w:r>\
                </w:sdtContent></w:sdt><w:r><w:softHyphen/><w:sym w:char='F0B7'/></w:r></w:p>\
                <w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>HYPERLINK \
                \"https://a.example\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>\
                <w:r><w:t>here</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>";
    let document = read(&made::docx(body)).unwrap();
    assert_eq!(flow(&document), ["kept-in\u{F0B7}", "here"]);
    assert_eq!(document.flow[1].cells[0].runs[0].link, "https://a.example");
}

#[test]
fn docx_headers_styles_links_and_lists_come_from_their_parts() {
    let body = "<w:p><w:pPr><w:pStyle w:val='H'/></w:pPr><w:r><w:t>Work</w:t></w:r></w:p>\
                <w:p><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='7'/></w:numPr></w:pPr>\
                <w:hyperlink r:id='r2'><w:r><w:t>site</w:t></w:r></w:hyperlink></w:p>\
                <w:sectPr><w:headerReference r:id='r1'/></w:sectPr>";
    let mut parts = made::docx_parts(body);
    let mut add = |name: &str, text: &str| parts.push((name.to_owned(), text.as_bytes().to_vec()));
    add(
        "word/_rels/document.xml.rels",
        "<Relationships><Relationship Id='r1' Target='header1.xml'/>\
         <Relationship Id='r2' Target='https://a.example' TargetMode='External'/></Relationships>",
    );
    add("word/header1.xml", "<w:hdr><w:p><w:r><w:t>Jane</w:t></w:r></w:p></w:hdr>");
    add(
        "word/styles.xml",
        "<w:styles><w:style w:styleId='B'><w:rPr><w:b/><w:sz w:val='28'/></w:rPr>\
         </w:style><w:style w:styleId='H'><w:name w:val='heading 2'/><w:basedOn w:val='B'/></w:style>\
         </w:styles>",
    );
    add(
        "word/numbering.xml",
        "<w:numbering><w:abstractNum w:abstractNumId='3'><w:lvl w:ilvl='1'>\
         <w:numFmt w:val='bullet'/><w:pPr><w:ind w:left='720'/></w:pPr></w:lvl></w:abstractNum>\
         <w:num w:numId='7'><w:abstractNumId w:val='3'/></w:num></w:numbering>",
    );
    let document = read(&made::archive(&parts)).unwrap();
    assert_eq!(flow(&document), ["Jane", "Work", "site"]);
    let [header, heading, item] = &document.flow[..] else { panic!("three lines") };
    assert_eq!((header.role, heading.role), (FlowRole::Header, FlowRole::Heading(2)));
    let run = &heading.cells[0].runs[0];
    assert!(run.bold && run.size == 14.0);
    assert_eq!((item.list_level, item.indent), (Some(1), 36.0));
    assert_eq!(item.cells[0].runs[0].link, "https://a.example");
}

#[test]
fn hidden_text_in_docx_is_left_out_and_reported() {
    let body = "<w:p><w:r><w:rPr><w:color w:val='FFFFFF'/></w:rPr><w:t>secret</w:t></w:r>\
                <w:r><w:t>seen</w:t></w:r></w:p>";
    let document = read(&made::docx(body)).unwrap();
    assert_eq!(
        (flow(&document), codes(&document)),
        (vec!["seen".to_owned()], vec![WarningCode::HiddenText])
    );
}

#[test]
fn odt_lists_headings_and_spans_are_read() {
    let content = "<office:document-content><office:automatic-styles><style:style style:name='T1'>\
        <style:text-properties fo:font-weight='bold'/></style:style></office:automatic-styles>\
        <office:body><office:text><text:h text:outline-level='1'>Jane</text:h><text:list>\
        <text:list-item><text:p><text:span text:style-name='T1'>Ran</text:span> it<text:tab/>2019\
        </text:p></text:list-item></text:list></office:text></office:body></office:document-content>";
    let parts = [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content)];
    let parts = parts.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    let document = read(&made::archive(&parts)).unwrap();
    assert_eq!(flow(&document), ["Jane", "Ran it | 2019"]);
    assert_eq!(document.flow[0].role, FlowRole::Heading(1));
    assert_eq!(document.flow[1].list_level, Some(0));
    assert!(document.flow[1].cells[0].runs[0].bold);
}

#[test]
fn the_kind_is_told_by_content_alone() {
    let kind = |bytes: &[u8]| read(bytes).unwrap().format;
    assert_eq!(kind(b"{\\rtf1 Jane\\par}"), Format::Rtf);
    assert_eq!(kind(b"<!DOCTYPE html><p>Jane"), Format::Html);
    assert_eq!(kind(b"# Jane\n\n## Work\n"), Format::Markdown);
    assert_eq!(kind(b"Jane\nNurse"), Format::Text);
}
