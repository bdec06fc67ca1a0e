// An invented resume for tests and for a plain browser: its lines, and what was understood of them.

import type { Format, Origin, Reading, Resume, SourceLine, SourceWord, StoredResume } from "./bindings.ts";

/** The text, its field, how sure the reading is, and its size and indent on the page. */
type Row = [text: string, path: string, confidence?: number, size?: number, indent?: number];

const rows: Row[] = [
  ["Elena Marsh", "basics.name", 0.98, 22],
  ["Clinical Data Analyst", "basics.label", 0.93, 12],
  ["elena.marsh@example.org", "basics.email", 0.99],
  ["+44 20 7946 0182", "basics.phone", 0.97],
  ["Leeds, United Kingdom", "basics.location", 0.62],
  ["Profile", "", 1, 13],
  ["Analyst with seven years in hospital trials. Turns messy patient records into", "basics.summary", 0.9],
  ["answers a ward can act on, and writes the code so that others can check it.", "basics.summary", 0.9],
  ["Experience", "", 1, 13],
  ["Senior Data Analyst", "work[0].position", 0.95, 11],
  ["Northgate Hospital Trust", "work[0].name", 0.91],
  ["March 2021", "work[0].startDate", 0.94],
  ["present", "work[0].endDate", 0.94],
  [
    "Built the SQL pipeline that joins 14 trial databases, cutting report time from days to",
    "work[0].highlights[0]",
    0.92,
    10,
    12,
  ],
  ["40 minutes.", "work[0].highlights[0]", 0.92, 10, 12],
  [
    "Taught Python to a team of six nurses who now run their own audits.",
    "work[0].highlights[1]",
    0.92,
    10,
    12,
  ],
  ["Presented safety findings to the trust board every quarter.", "work[0].highlights[2]", 0.58, 10, 12],
  ["Data Analyst", "work[1].position", 0.95, 11],
  ["Calder Research Group", "work[1].name", 0.66],
  ["September 2017", "work[1].startDate", 0.94],
  ["February 2021", "work[1].endDate", 0.94],
  ["Cleaned and coded 22,000 patient questionnaires in R.", "work[1].highlights[0]", 0.92, 10, 12],
  ["Wrote the statistical analysis plan of three phase II trials.", "work[1].highlights[1]", 0.92, 10, 12],
  ["Education", "", 1, 13],
  ["University of Leeds", "education[0].institution", 0.96, 11],
  ["MSc", "education[0].studyType", 0.9],
  ["Health Data Analytics", "education[0].area", 0.88],
  ["2017", "education[0].endDate", 0.9],
  ["Skills", "", 1, 13],
  ["Programming: SQL, Python, R, Git", "skills[0].keywords", 0.9],
  ["Reporting: Power BI, Excel", "skills[1].keywords", 0.9],
  ["Languages", "", 1, 13],
  ["English, native", "languages[0].language", 0.92],
  ["Spanish, conversational", "languages[1].language", 0.92],
  ["Reg. no. 88-1207, volunteer first responder", ""],
  ["References on request", ""],
];

const work = (name: string, position: string, startDate: string, endDate: string, highlights: string[]) => ({
  name,
  position,
  location: "",
  url: "",
  startDate,
  endDate,
  summary: "",
  highlights,
});

export const blankResume: Resume = {
  basics: { name: "", label: "", email: "", phone: "", url: "", location: "", summary: "", profiles: [] },
  work: [],
  volunteer: [],
  education: [],
  skills: [],
  projects: [],
  languages: [],
  certificates: [],
  awards: [],
  publications: [],
  interests: [],
  references: [],
  sections: [],
  language: "",
};

export const elena: Resume = {
  ...blankResume,
  basics: {
    name: "Elena Marsh",
    label: "Clinical Data Analyst",
    email: "elena.marsh@example.org",
    phone: "+44 20 7946 0182",
    url: "",
    location: "Leeds, United Kingdom",
    summary:
      "Analyst with seven years in hospital trials. Turns messy patient records into answers a ward can act on, and writes the code so that others can check it.",
    profiles: [],
  },
  work: [
    work("Northgate Hospital Trust", "Senior Data Analyst", "2021-03", "present", [
      "Built the SQL pipeline that joins 14 trial databases, cutting report time from days to 40 minutes.",
      "Taught Python to a team of six nurses who now run their own audits.",
      "Presented safety findings to the trust board every quarter.",
    ]),
    work("Calder Research Group", "Data Analyst", "2017-09", "2021-02", [
      "Cleaned and coded 22,000 patient questionnaires in R.",
      "Wrote the statistical analysis plan of three phase II trials.",
    ]),
  ],
  education: [
    {
      institution: "University of Leeds",
      studyType: "MSc",
      area: "Health Data Analytics",
      location: "",
      startDate: null,
      endDate: "2017",
      score: "",
      courses: [],
      highlights: [],
    },
  ],
  skills: [
    { name: "Programming", level: "", keywords: ["SQL", "Python", "R", "Git"] },
    { name: "Reporting", level: "", keywords: ["Power BI", "Excel"] },
  ],
  languages: [
    { language: "English", fluency: "native" },
    { language: "Spanish", fluency: "conversational" },
  ],
  language: "en",
};

function layOut(paged: boolean) {
  const lines: SourceLine[] = [];
  const origins: Record<string, Origin> = {};
  const unplaced: number[] = [];
  let y = 56;
  let lastPath = "";
  for (const [text, path, confidence = 1, size = 10, indent = 0] of rows) {
    y += size > 12 ? size + 10 : size + 5;
    const bbox = { x0: 60 + indent, y0: y - size, x1: 60 + indent + text.length * size * 0.5, y1: y + 3 };
    const span = paged ? { page: 1, bbox } : null;
    const item = path.includes("highlights") && path !== lastPath;
    lastPath = path;
    const index = lines.push({ text, span, item, words: wordsOf(text, paged ? bbox : undefined) }) - 1;
    if (path === "" && size === 10) unplaced.push(index);
    if (path === "") continue;
    const before = origins[path] ?? { confidence, spans: [], lines: [], byHand: false };
    origins[path] = {
      confidence,
      spans: span ? [...before.spans, span] : [],
      lines: [...before.lines, index],
      byHand: false,
    };
  }
  return { lines, origins, unplaced };
}

/** The words of a line, side by side in its box. */
const wordsOf = (text: string, box: { x0: number; y0: number; x1: number; y1: number } | undefined) =>
  [...text.matchAll(/\S+/g)].map(({ index: start, 0: { length } }): SourceWord => {
    const at = (place: number) => (box ? box.x0 + ((box.x1 - box.x0) * place) / text.length : 0);
    const end = start + length;
    return { span: { start, end }, bbox: box ? { ...box, x0: at(start), x1: at(end) } : null };
  });

/** The reading of the invented resume, from a file with pages or without. */
export const readingOf = (format: Format): Reading => ({
  format,
  resume: elena,
  ...layOut(format === "pdf"),
  pages: format === "pdf" ? [[595, 842]] : [],
  warnings: format === "pdf" ? [] : [{ code: "hiddenText", detail: "white words" }],
});

export const blankReading: Reading = {
  format: "text",
  resume: blankResume,
  origins: {},
  lines: [],
  unplaced: [],
  pages: [],
  warnings: [],
};

/** The invented resume as a stored one. */
export function storedOf(
  id: string,
  title: string,
  fileName: string,
  format: Format,
  at: number,
): StoredResume {
  const reading = readingOf(format);
  const toCheck = Object.entries(reading.origins)
    .filter(([, { confidence }]) => (confidence ?? 1) < 0.7)
    .sort(([, a], [, b]) => (a.confidence ?? 1) - (b.confidence ?? 1))
    .map(([path]) => path);
  return {
    id,
    title,
    resume: elena,
    reading,
    toCheck,
    reviewed: false,
    fileName,
    addedAt: at,
    updatedAt: at,
  };
}
