// Invented findings about the invented resume.

import type { CheckRule, Finding, LintChoices, LintReport, StoredResume } from "./bindings.ts";

export const noChoices: LintChoices = { off: [], on: [], region: null, words: [] };

const finding = (change: Partial<Finding> & Pick<Finding, "code" | "title">): Finding => ({
  severity: "warning",
  evidence: "practice",
  path: "",
  location: null,
  quote: "",
  why: "A reader stops here.",
  fix: "Say it another way.",
  autofix: null,
  ...change,
});

const found: Finding[] = [
  finding({
    code: "L07",
    title: "Contact data only in the header",
    severity: "error",
    evidence: "vendor",
    location: { page: 1, bbox: null, line: 3 },
    quote: "elena.marsh@example.org",
    why: "Some systems leave page headers out.",
    fix: "Repeat the e-mail address in the text.",
  }),
  finding({
    code: "B13",
    title: "A word twice",
    severity: "suggestion",
    evidence: "study",
    path: "basics.label",
    quote: "Clinical Data Analyst",
    autofix: { kind: "replace", path: "basics.label", from: "Clinical Data Analyst", to: "Data Analyst" },
  }),
  finding({
    code: "B06",
    title: "Weak start",
    path: "work[0].highlights[1]",
    quote: "Taught Python to a team of six nurses who now run their own audits.",
  }),
];

export const checkRules: CheckRule[] = found.map(({ code, severity, evidence, title, why, fix }) => ({
  ...{ code, severity, evidence, title, why, fix },
  onByDefault: true,
}));

/** What is found in a resume; for a job, one thing more. */
export function lintRoughly(
  { resume }: StoredResume,
  job: string | null,
  off: readonly string[],
): LintReport {
  const more = job === null ? [] : [finding({ code: "M04", title: "The title asked for never appears" })];
  const findings = [...found, ...more].filter(
    ({ code, autofix }) =>
      !off.includes(code) && !(autofix?.kind === "replace" && resume.basics.label === autofix.to),
  );
  const count = (severity: Finding["severity"]) => findings.filter((one) => one.severity === severity).length;
  return {
    findings,
    counts: {
      errors: count("error"),
      warnings: count("warning"),
      suggestions: count("suggestion"),
      information: count("information"),
    },
    grade: count("error") > 0 ? "C" : "A",
    lift: count("error") > 0 ? "Resolving 1 error (L07) makes it B." : "",
    region: "britain",
    unchecked: [],
  };
}
