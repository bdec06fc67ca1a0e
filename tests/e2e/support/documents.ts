// Invented resumes in the formats people have, and files that are not what they seem.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { program, temporaryFolder } from "./places.ts";
import { zip } from "./zip.ts";

const fixture = (name: string) => resolve(import.meta.dirname, "../fixtures", name);

/** The posting of a job that Ada would like. */
export const posting = readFileSync(fixture("posting.txt"), "utf8");

/** Ada's resume, as lines of plain text. */
const lines = [
  "Ada Rowntree",
  "Backend Engineer",
  "ada.rowntree@example.org | +44 20 7946 0018 | Leeds",
  "",
  "Experience",
  "",
  "Senior Backend Engineer, Northwind Ferries",
  "March 2021 - Present",
  "- Moved the booking service from Python to Rust.",
  "- Runs the service on Kubernetes in two regions.",
  "",
  "Software Engineer, Quillfeather Press",
  "September 2017 - February 2021",
  "- Built the order API in Python and Django for 300 bookshops.",
  "",
  "Education",
  "",
  "Bachelor of Science in Computer Science, University of Ravensbourne Hill",
  "2014 - 2017",
  "",
  "Skills",
  "",
  "Rust, Python, SQL, PostgreSQL, Kubernetes, Docker",
];

/** Makes files in a folder of this test file's own; each function answers a path. */
export function documents() {
  const folder = temporaryFolder("documents");
  const write = (name: string, bytes: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const pdf = (name = "ada.pdf") => {
    const path = join(folder, name);
    const [resume, today] = [fixture("ada.json"), "classic"];
    execFileSync(program("ats"), ["render", resume, "--template", today, "--out", path], {
      timeout: 30_000,
      env: { ...process.env, RUST_BACKTRACE: "0" },
    });
    return path;
  };
  return {
    folder,
    pdf,
    text: () => write("ada.txt", lines.join("\n")),
    docx: () => write("ada.docx", docx(lines)),
    long: () => write("long.txt", `${lines.join("\n")}\n${"- Answered letters in Rust.\n".repeat(60_000)}`),
    empty: () => write("empty.pdf", ""),
    truncated: () => write("truncated.pdf", readFileSync(pdf("whole.pdf")).subarray(0, 700)),
    encrypted: () => write("encrypted.pdf", encrypted),
    scanned: () => write("scanned.pdf", scanned),
    oversized: () => write("oversized.pdf", Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(21 << 20, 32)])),
    looping: () => write("looping.pdf", looping),
    disguised: () => write("program.pdf", Buffer.from(`MZ\x90\x00${"\x00\xff".repeat(400)}`, "latin1")),
  };
}

/** A DOCX with one paragraph a line. */
function docx(paragraphs: string[]) {
  const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const body = paragraphs.map((line) => `<w:p><w:r><w:t xml:space="preserve">${escape(line)}</w:t></w:r></w:p>`);
  const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`;
  const main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
  const packages = "http://schemas.openxmlformats.org/package/2006";
  const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  return zip({
    "[Content_Types].xml": `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    "_rels/.rels": `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relation}" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `${head}<w:document xmlns:w="${word}"><w:body>${body.join("")}</w:body></w:document>`,
  });
}

/** A PDF of these objects, the first being the catalog. */
function pdfOf(objects: string[], trailer = "") {
  let text = "%PDF-1.5\n";
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`);
  const start = text.length;
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table.join("")}`;
  text += `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

/** One page that shows what the content draws. */
function onePage(content: string, resources: string, ...others: string[]) {
  return [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << ${resources} >> /Contents 4 0 R >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ...others,
  ];
}

/** Pages that hold themselves. */
const looping = pdfOf([
  "<< /Type /Catalog /Pages 2 0 R >>",
  "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 2 0 R] /Count 2 >>",
]);

/** A page that is one grey picture. */
const scanned = pdfOf(
  onePage(
    "q 595 0 0 842 0 0 cm /Im1 Do Q",
    "/XObject << /Im1 5 0 R >>",
    "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n\x99\nendstream",
  ),
);

/** A page behind a password nobody knows. */
const encrypted = pdfOf(
  [
    ...onePage("BT /F1 12 Tf 72 700 Td (secret) Tj ET", "/Font << /F1 5 0 R >>", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"),
    `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${"5a".repeat(32)}> /U <${"a5".repeat(32)}> >>`,
  ],
  `/Encrypt 6 0 R /ID [<${"01".repeat(16)}> <${"01".repeat(16)}>]`,
);
