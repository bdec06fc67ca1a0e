// A resume as plain lines, each known by its path, so that a quote can be shown in its place.

import type { enResumes } from "../../i18n/enResumes.ts";
import type { Resume } from "../../ipc/bindings.ts";

type SectionWord = keyof typeof enResumes.sections;

/** A line: words on their own, or several in a row such as the skills of a group. */
export type Line = { look: "title" | "bullet" | "plain"; words: { path: string; text: string }[] };
export type Block = { section: SectionWord; entries: { key: string; lines: Line[] }[] };

const order = [
  "basics",
  "work",
  "volunteer",
  "education",
  "skills",
  "projects",
  "languages",
  "certificates",
  "awards",
  "publications",
  "interests",
  "references",
  "sections",
] as const satisfies (SectionWord & keyof Resume)[];

/** Fields that stand together on one line. */
const together: Record<string, string> = {
  endDate: "startDate",
  area: "studyType",
  fluency: "language",
  issuer: "name",
  date: "issuer",
  keywords: "level",
};

export function blocksOf(resume: Resume): Block[] {
  return order
    .map((section) => {
      const value = resume[section];
      const entries = Array.isArray(value)
        ? value.map((entry, index) => ({
            key: `${section}[${index}]`,
            lines: linesOf(entry, `${section}[${index}]`),
          }))
        : [{ key: section, lines: linesOf(value, section) }];
      return { section, entries: entries.filter(({ lines }) => lines.length > 0) };
    })
    .filter(({ entries }) => entries.length > 0);
}

function linesOf(entry: object, base: string): Line[] {
  const lines: Line[] = [];
  let last = "";
  for (const [key, value] of Object.entries(entry)) {
    const path = `${base}.${key}`;
    if (typeof value === "string" && value !== "") {
      const words = { path, text: value };
      const line = lines.at(-1);
      if (line && together[key] === last) line.words.push(words);
      else lines.push({ look: lines.length === 0 ? "title" : "plain", words: [words] });
      last = key;
    }
    if (Array.isArray(value)) {
      const items = value.flatMap((text, index) =>
        typeof text === "string" ? { path: `${path}[${index}]`, text } : [],
      );
      if (key === "keywords" || key === "courses") {
        if (items.length > 0) lines.push({ look: "plain", words: items });
      } else for (const item of items) lines.push({ look: "bullet", words: [item] });
      for (const [index, inner] of value.entries()) {
        if (typeof inner === "object" && inner !== null) lines.push(...linesOf(inner, `${path}[${index}]`));
      }
    }
  }
  return lines;
}

/** Whether words at `path` are what a quote at `quoted` names, or a part of it. */
export const isQuoted = (path: string, quoted: string) =>
  quoted !== "" && (path === quoted || path.startsWith(`${quoted}[`) || path.startsWith(`${quoted}.`));
