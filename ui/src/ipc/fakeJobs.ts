// Invented jobs for tests and for a plain browser, and a rough reading of postings.

import type {
  FoundPosting,
  Importance,
  Job,
  Match,
  Posting,
  RemoteMode,
  Requirement,
  RequirementKind,
  Salary,
  Stage,
} from "./bindings.ts";

export const posting = `Clinical Data Analyst
Brackwater Health Institute
Leeds or Manchester, hybrid

We run trials that change how hospitals treat stroke. You will join a team of nine analysts and statisticians who look after the data from the first patient to the final paper.

What you will do
• Build and document SQL queries over our trial databases
• Report safety signals to the steering committee in plain words
• Review the work of junior analysts

What you bring
• At least 5 years of experience with clinical data
• SQL and Python in daily use
• A master's degree in statistics, health data or a related field
• Experience with SAS
• Power BI or Tableau
• Right to work in the United Kingdom

Nice to have
• CDISC standards
• Spanish

£48,000 to £56,000 a year. Apply by 2026-12-15.`;

type Asked = [name: string, words: string, importance: Importance, kind?: RequirementKind];

const asked: Asked[] = [
  ["SQL", "SQL and", "required"],
  ["Python", "Python in daily use", "required"],
  ["5 years of experience", "At least 5 years of experience", "required", "years"],
  ["Master's degree", "A master's degree", "required", "education"],
  ["SAS", "SAS", "required"],
  ["Power BI", "Power BI", "required"],
  [
    "Right to work in the United Kingdom",
    "Right to work in the United Kingdom",
    "required",
    "workAuthorization",
  ],
  ["CDISC", "CDISC standards", "preferred"],
  ["Spanish", "Spanish", "preferred", "language"],
  ["Reporting", "Report safety signals", "mentioned"],
];

const spanOf = (text: string, words: string) => {
  const start = Math.max(0, text.indexOf(words));
  return { start, end: start + words.replace(/ (and|in daily use|standards)$/, "").length };
};

const requirementsOf = (text: string): Requirement[] =>
  asked
    .filter(([, words]) => text.includes(words))
    .map(([name, words, importance, kind = "skill"]) => ({
      kind,
      name,
      canonical: name.toLowerCase(),
      importance,
      group: null,
      years: kind === "years" ? 5 : null,
      span: spanOf(text, words),
      confidence: 0.9,
    }));

/** A posting read by its first lines: enough for a page to show something. */
export function readRoughly(text: string): Posting {
  const [title = "", company = "", place = ""] = text.split("\n").map((line) => line.trim());
  const full = text.includes("What you bring");
  return {
    language: "en",
    title,
    company,
    locations: place ? [place.replace(/, hybrid$/, "")] : [],
    remoteMode: text.includes("hybrid") ? "hybrid" : "unspecified",
    employmentTypes: full ? ["full_time"] : [],
    salary: full ? { min: 48000, max: 56000, currency: "GBP", period: "year" } : null,
    seniority: null,
    yearsMin: full ? 5 : null,
    yearsMax: null,
    education: full
      ? { level: "master", field: "statistics, health data", required: true, orEquivalent: false }
      : null,
    licenses: [],
    languages: [],
    visa: null,
    ...{ payRanges: [], clearance: null, sponsors: null, spans: {}, url: "", partial: false },
    datePosted: null,
    applyDeadline: full ? "2026-12-15" : null,
    requirements: requirementsOf(text),
    sources: { title: "text", company: "text", locations: "text", salary: "text", education: "text" },
    text,
  };
}

type Sketch = [
  title: string,
  company: string,
  place: string,
  stage: Stage,
  mode?: RemoteMode,
  salary?: Salary,
];

const pounds = (min: number, max: number): Salary => ({ min, max, currency: "GBP", period: "year" });

const sketches: Sketch[] = [
  ["Clinical Data Analyst", "Brackwater Health Institute", "Leeds", "saved", "hybrid", pounds(48000, 56000)],
  ["Health Informatics Lead", "Pennine Care Network", "Manchester", "saved", "onsite"],
  [
    "Data Manager, Oncology Trials",
    "Sable & Finch Research",
    "Edinburgh",
    "saved",
    "remote",
    pounds(52000, 60000),
  ],
  ["Senior Analyst, Patient Outcomes", "Harbour Street Labs", "Bristol", "applied", "remote"],
  [
    "Biostatistics Programmer",
    "Quillon Therapeutics",
    "Cambridge",
    "applied",
    "hybrid",
    pounds(55000, 68000),
  ],
  ["Reporting Analyst", "Westmoor Council", "Halifax", "applied"],
  ["Analytics Engineer", "Tallow Digital", "", "screening", "remote"],
  ["Clinical Systems Analyst", "St Aldhelm Hospital", "York", "interview", "onsite", pounds(43000, 50000)],
  ["Research Data Scientist", "Orrery Institute", "London", "interview", "hybrid"],
  ["Insight Analyst", "Marlow Pharmacies", "Reading", "closed", "hybrid"],
];

const day = 86_400_000;

export const jobsAt = (now: number): Job[] =>
  sketches.map(([title, company, place, stage, remoteMode = "unspecified", salary = null], index) => {
    const text =
      index === 0 ? posting : `${title}\n${company}\n${place}\n\nWe look for someone with SQL and Power BI.`;
    return {
      id: `job-${index + 1}`,
      posting: {
        ...readRoughly(text),
        title,
        company,
        locations: place ? [place] : [],
        remoteMode,
        salary: salary ?? null,
      },
      url: "",
      notes: "",
      decision: "open" as const,
      stage,
      position: index,
      addedAt: now - index * day,
      updatedAt: now - index * day,
    };
  });

export const blankFind: FoundPosting = { title: "", company: "", location: "", url: "", partial: false };

/** A page with several postings. */
export const listing: FoundPosting[] = ["Ward Clerk", "Night Nurse", "Data Steward"].map((title) => ({
  ...blankFind,
  title,
  company: "Pennine Care Network",
  location: "Manchester",
  partial: title === "Data Steward",
}));

/** How Elena fits the first job. */
export function matchOf(job: Job): Match {
  const { text } = job.posting;
  const at = (words: string) => spanOf(text, words);
  const quote = (path: string, words: string, part = words) => {
    const start = Math.max(0, words.indexOf(part));
    return { path, text: words, span: { start, end: start + part.length } };
  };
  const sql =
    "Built the SQL pipeline that joins 14 trial databases, cutting report time from days to 40 minutes.";
  const python = "Taught Python to a team of six nurses who now run their own audits.";
  const board = "Presented safety findings to the trust board every quarter.";
  return {
    score: 71.5,
    band: "good",
    components: [
      { name: "requiredSkills", weight: 45, value: 0.78, applies: true },
      { name: "preferredSkills", weight: 10, value: 0.5, applies: true },
      { name: "title", weight: 15, value: 0.9, applies: true },
      { name: "years", weight: 15, value: 1, applies: true },
      { name: "education", weight: 15, value: 1, applies: true },
      { name: "licenses", weight: 0, value: 0, applies: false },
    ],
    gates: [
      {
        kind: "workAuthorization",
        name: "Right to work in the United Kingdom",
        status: "unknown",
        posting: at("Right to work in the United Kingdom"),
        resume: null,
      },
    ],
    evidence: [
      {
        kind: "skill",
        name: "SQL",
        importance: "required",
        posting: at("SQL and"),
        resume: quote("work[0].highlights[0]", sql, "SQL"),
        how: "listedAndShown",
        value: 1,
      },
      {
        kind: "skill",
        name: "Python",
        importance: "required",
        posting: at("Python in daily use"),
        resume: quote("work[0].highlights[1]", python, "Python"),
        how: "listedAndShown",
        value: 1,
      },
      {
        kind: "years",
        name: "5 years of experience",
        importance: "required",
        posting: at("At least 5 years of experience"),
        resume: quote("work[1].startDate", "2017-09"),
        how: "computed",
        value: 1,
      },
      {
        kind: "education",
        name: "Master's degree",
        importance: "required",
        posting: at("A master's degree"),
        resume: quote("education[0].studyType", "MSc"),
        how: "computed",
        value: 1,
      },
      {
        kind: "skill",
        name: "Power BI",
        importance: "required",
        posting: at("Power BI"),
        resume: quote("skills[1].keywords[0]", "Power BI"),
        how: "listedOnly",
        value: 0.6,
      },
      {
        kind: "skill",
        name: "Reporting",
        importance: "mentioned",
        posting: at("Report safety signals"),
        resume: quote("work[0].highlights[2]", board, "safety findings"),
        how: "shown",
        value: 1,
      },
      {
        kind: "language",
        name: "Spanish",
        importance: "preferred",
        posting: at("Spanish"),
        resume: quote("languages[1].language", "Spanish"),
        how: "shown",
        value: 1,
      },
    ],
    missing: [
      { kind: "skill", name: "SAS", importance: "required", posting: at("SAS"), gain: 7.4 },
      { kind: "skill", name: "CDISC", importance: "preferred", posting: at("CDISC standards"), gain: 2.1 },
    ],
    unscored: ["Review the work of junior analysts"],
    required: [6, 5],
    version: 1,
  };
}
