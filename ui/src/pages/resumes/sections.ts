// The sections of a resume and their fields, in the order in which people read them.

import type { enResumes } from "../../i18n/enResumes.ts";

export type FieldWord = keyof typeof enResumes.fields;
export type SectionWord = keyof typeof enResumes.sections;

export type FieldDef = {
  key: string;
  word: FieldWord;
  /** One line, a paragraph, a date, a date or "present", lines of their own, or words with commas. */
  kind: "line" | "text" | "date" | "end" | "lines" | "words";
  /** Shown even when empty, because most resumes have it. */
  expected: boolean;
};

export type SectionDef = {
  word: SectionWord;
  /** Where its entries are; `basics` is the one section without entries. */
  path: string;
  fields: readonly FieldDef[];
  /** The field that names an entry. */
  title: string;
};

const field =
  (kind: FieldDef["kind"]) =>
  (key: string, word: FieldWord, expected: "expected" | "rare" = "rare"): FieldDef => ({
    key,
    word,
    kind,
    expected: expected === "expected",
  });
const line = field("line");
const text = field("text");
const lines = field("lines");
const words = field("words");
const from = field("date")("startDate", "startDate", "expected");
const until = field("end")("endDate", "endDate", "expected");
const date = field("date");

export const sections: readonly SectionDef[] = [
  {
    word: "basics",
    path: "basics",
    title: "name",
    fields: [
      line("name", "fullName", "expected"),
      line("label", "label"),
      line("email", "email", "expected"),
      line("phone", "phone", "expected"),
      line("location", "location", "expected"),
      line("url", "url"),
      text("summary", "summary"),
    ],
  },
  {
    word: "profiles",
    path: "basics.profiles",
    title: "network",
    fields: [
      line("network", "network", "expected"),
      line("username", "username"),
      line("url", "url", "expected"),
    ],
  },
  {
    word: "work",
    path: "work",
    title: "position",
    fields: [
      line("position", "position", "expected"),
      line("name", "employer", "expected"),
      from,
      until,
      line("location", "location"),
      line("url", "url"),
      text("summary", "summary"),
      lines("highlights", "highlights", "expected"),
    ],
  },
  {
    word: "volunteer",
    path: "volunteer",
    title: "position",
    fields: [
      line("position", "position", "expected"),
      line("organization", "organization", "expected"),
      from,
      until,
      line("location", "location"),
      text("summary", "summary"),
      lines("highlights", "highlights"),
    ],
  },
  {
    word: "education",
    path: "education",
    title: "institution",
    fields: [
      line("institution", "institution", "expected"),
      line("studyType", "studyType", "expected"),
      line("area", "area", "expected"),
      line("location", "location"),
      from,
      until,
      line("score", "score"),
      words("courses", "courses"),
      lines("highlights", "highlights"),
    ],
  },
  {
    word: "skills",
    path: "skills",
    title: "name",
    fields: [line("name", "skill", "expected"), line("level", "level"), words("keywords", "keywords")],
  },
  {
    word: "projects",
    path: "projects",
    title: "name",
    fields: [
      line("name", "name", "expected"),
      text("description", "description"),
      line("entity", "entity"),
      line("url", "url"),
      field("date")("startDate", "startDate"),
      field("end")("endDate", "endDate"),
      words("keywords", "madeWith"),
      lines("highlights", "highlights"),
    ],
  },
  {
    word: "languages",
    path: "languages",
    title: "language",
    fields: [line("language", "language", "expected"), line("fluency", "fluency", "expected")],
  },
  {
    word: "certificates",
    path: "certificates",
    title: "name",
    fields: [
      line("name", "name", "expected"),
      line("issuer", "issuer"),
      date("date", "date"),
      line("url", "url"),
    ],
  },
  {
    word: "awards",
    path: "awards",
    title: "title",
    fields: [
      line("title", "title", "expected"),
      line("awarder", "issuer"),
      date("date", "date"),
      text("summary", "summary"),
    ],
  },
  {
    word: "publications",
    path: "publications",
    title: "name",
    fields: [
      line("name", "title", "expected"),
      line("publisher", "publisher"),
      date("releaseDate", "date"),
      line("url", "url"),
      text("summary", "summary"),
    ],
  },
  {
    word: "interests",
    path: "interests",
    title: "name",
    fields: [line("name", "name", "expected"), words("keywords", "details")],
  },
  {
    word: "references",
    path: "references",
    title: "name",
    fields: [line("name", "name", "expected"), text("reference", "reference", "expected")],
  },
  {
    word: "sections",
    path: "sections",
    title: "title",
    fields: [line("title", "title", "expected"), lines("items", "items", "expected")],
  },
];

/** An entry with nothing in it, as Rust expects it. */
export const blankEntry = ({ fields }: SectionDef): Record<string, unknown> =>
  Object.fromEntries(fields.map(({ key, kind }) => [key, blankValue(kind)]));

const blankValue = (kind: FieldDef["kind"]) =>
  kind === "lines" || kind === "words" ? [] : kind === "date" || kind === "end" ? null : "";

/** The entry a path leads into: `work[0].name` into the first of `work`. */
export function entryOf(path: string): { list: string; index: number } | undefined {
  const found = path.match(/^(basics\.profiles|\w+)\[(\d+)\]/);
  return found?.[1] === undefined ? undefined : { list: found[1], index: Number(found[2]) };
}

const placeOf = (path: string) => {
  // `basics.profiles[0].url` belongs to the profiles, not to the other basics.
  const inside = ({ path: base }: SectionDef) => path.startsWith(`${base}[`) || path.startsWith(`${base}.`);
  return path.startsWith("basics.profiles") ? 1 : sections.findIndex(inside);
};

const keyOf = (path: string) => path.split(".").at(-1)?.replace(/\[.*/, "");

/** The field of the page that shows a path, if one does: words with commas share one field. */
export function fieldPath(path: string): string | undefined {
  const key = keyOf(path);
  const found = sections[placeOf(path)]?.fields.find((candidate) => candidate.key === key);
  if (!found) return undefined;
  return found.kind === "words" ? path.replace(/\[\d+\]$/, "") : path;
}

/** Where a field stands on the page, for sorting. */
export function rank(path: string): number {
  const place = Math.max(placeOf(path), 0);
  const key = keyOf(path);
  const [entry = 0, item = 0] = [...path.matchAll(/\[(\d+)\]/g)].map(([, digits]) => Number(digits));
  const at = sections[place]?.fields.findIndex((candidate) => candidate.key === key) ?? 0;
  return place * 1e8 + entry * 1e5 + Math.max(at, 0) * 1e3 + item;
}
