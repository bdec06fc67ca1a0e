//! Files made for the tests: small good ones, and hostile ones that stay small themselves.

#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot make its file has failed"
)]

pub mod lock;

use std::io::{Cursor, Write};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// A PDF of these objects, numbered from 1; the first must be the catalog.
pub fn pdf_of(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut offsets = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        offsets.push(file.len());
        file.extend(format!("{} 0 obj\n", index + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let start = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for offset in offsets {
        file.extend(format!("{offset:010} 00000 n \n").bytes());
    }
    let size = objects.len() + 1;
    file.extend(format!("trailer <</Size {size} /Root 1 0 R>>\nstartxref\n{start}\n%%EOF").bytes());
    file
}

/// A stream object.
pub fn stream(entries: &str, bytes: &[u8]) -> Vec<u8> {
    let mut object = format!("<<{entries} /Length {}>>\nstream\n", bytes.len()).into_bytes();
    object.extend(bytes);
    object.extend(b"\nendstream");
    object
}

const FONT: &str = "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>";

/// A PDF of one page; `page` are more entries of the page, `more` more objects, from number 6.
pub fn pdf_with(content: &[u8], page: &str, more: &[Vec<u8>]) -> Vec<u8> {
    let mut objects = objects_with(content, page);
    objects.extend_from_slice(more);
    pdf_of(&objects)
}

/// The objects of [`pdf_with`] without more: the last has number 5.
pub fn objects_with(content: &[u8], page: &str) -> Vec<Vec<u8>> {
    let page = format!(
        "<</Type /Page /Parent 2 0 R /Contents 4 0 R {page} \
         /Resources <</Font <</F1 5 0 R>> /XObject <</X 6 0 R>> /ExtGState <</G <</ca 0>>>> \
         /Properties <</L 6 0 R>>>>>>"
    );
    vec![
        b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
        b"<</Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 612 792]>>".to_vec(),
        page.into_bytes(),
        stream("", content),
        FONT.as_bytes().to_vec(),
    ]
}

/// A PDF of one page with a line of text.
pub fn pdf(text: &str) -> Vec<u8> {
    pdf_with(format!("BT /F1 12 Tf 72 700 Td ({text}) Tj ET").as_bytes(), "", &[])
}

/// A PDF of so many pages.
pub fn pdf_of_pages(count: usize) -> Vec<u8> {
    pdf_of_full_pages(count, b"BT /F1 12 Tf 72 700 Td (Page) Tj ET")
}

/// A PDF of so many pages that all show this.
pub fn pdf_of_full_pages(count: usize, content: &[u8]) -> Vec<u8> {
    let page = "<</Type /Page /Parent 2 0 R /Contents 3 0 R /Resources <</Font <</F1 4 0 R>>>>>>";
    let kids: String = (5..5 + count).map(|number| format!("{number} 0 R ")).collect();
    let tree = format!("<</Type /Pages /Kids [{kids}] /Count {count} /MediaBox [0 0 612 792]>>");
    let mut objects = vec![
        b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
        tree.into_bytes(),
        stream("", content),
        FONT.as_bytes().to_vec(),
    ];
    objects.extend(std::iter::repeat_n(page.as_bytes().to_vec(), count));
    pdf_of(&objects)
}

/// Unpacks to 4,096 times its size, a quarter of a gigabyte.
pub fn bomb_pdf() -> Vec<u8> {
    let mut packed = vec![0x81; 64 << 10];
    packed.extend([0, 0x7F, 0x80]);
    let bomb = stream("/Filter [/RunLengthDecode /RunLengthDecode]", &packed);
    pdf_of(&[
        b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
        b"<</Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 612 792]>>".to_vec(),
        b"<</Type /Page /Parent 2 0 R /Contents 4 0 R>>".to_vec(),
        bomb,
    ])
}

/// Keeps a reader busy up to its limit of operators.
pub fn slow_pdf() -> Vec<u8> {
    let form = stream("/Type /XObject /Subtype /Form /BBox [0 0 1 1]", &b"q Q ".repeat(60_000));
    pdf_with(&b"/X Do ".repeat(40), "", &[form])
}

/// The parts of a DOCX around this body.
pub fn docx_parts(body: &str) -> Vec<(String, Vec<u8>)> {
    let names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let document = format!("<w:document {names}><w:body>{body}</w:body></w:document>");
    let types = "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.\
                 wordprocessingml.document.main+xml\"/></Types>";
    vec![
        ("[Content_Types].xml".to_owned(), types.as_bytes().to_vec()),
        ("word/document.xml".to_owned(), document.into_bytes()),
    ]
}

/// A DOCX with this body.
pub fn docx(body: &str) -> Vec<u8> {
    archive(&docx_parts(body))
}

/// A paragraph of a DOCX.
pub fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A ZIP archive of these parts.
pub fn archive(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        writer.start_file(name.as_str(), options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
