// Corrections as Rust makes them, roughly: enough for a page to show what they do.

import type { Corrected, Correction, Resume, Review, SourceLine } from "./bindings.ts";

type Entry = Record<string, unknown>;
type Lists = Record<string, Entry[]>;

/** A review after a correction. */
export function correctRoughly(
  lines: readonly SourceLine[],
  before: Review,
  correction: Correction,
): Corrected {
  const review = structuredClone(before);
  const lists = review.resume as unknown as Lists;
  const toCheck = Object.entries(review.origins).flatMap(([path, { confidence }]) =>
    (confidence ?? 1) < 0.7 ? path : [],
  );
  const done = (focus: string): Corrected => ({ review, toCheck, focus });
  switch (correction.kind) {
    case "place":
      return done(place(lines, review, correction));
    case "split": {
      const [, list = "", at = "0", field = "", item = "0"] =
        correction.path.match(/^(\w+)\[(\d+)\]\.(\w+)(?:\[(\d+)\])?/) ?? [];
      const first = lists[list]?.[Number(at)] ?? {};
      const points = first[field] as string[];
      first[field] = points.slice(0, Number(item));
      lists[list]?.splice(Number(at) + 1, 0, { ...blanked(first), [field]: points.slice(Number(item)) });
      return done(`${list}[${Number(at) + 1}]`);
    }
    case "merge": {
      const [first = {}, second = {}] = lists[correction.list]?.slice(correction.index) ?? [];
      for (const [key, value] of Object.entries(second)) {
        const own = first[key];
        first[key] = Array.isArray(own) && Array.isArray(value) ? [...own, ...value] : own || value;
      }
      lists[correction.list]?.splice(correction.index + 1, 1);
      return done(`${correction.list}[${correction.index}]`);
    }
    case "move": {
      const [entry = {}] = lists[correction.list]?.splice(correction.index, 1) ?? [];
      const there = lists[correction.to] ?? [];
      there.push({ ...entry, organization: entry.name });
      return done(`${correction.to}[${there.length - 1}]`);
    }
  }
}

function place(
  lines: readonly SourceLine[],
  review: Review,
  { path, pieces, how }: Extract<Correction, { kind: "place" }>,
): string {
  const text = pieces
    .map(({ line, span }) => {
      const whole = lines[line]?.text ?? "";
      return span ? whole.slice(span.start, span.end) : whole;
    })
    .join(" ");
  const steps = path.split(/[.[\]]+/).filter(Boolean);
  const last = steps.pop() ?? "";
  const holder = steps.reduce<Entry>((at, step) => at[step] as Entry, review.resume as unknown as Entry);
  const before = holder[last];
  const add = how === "add";
  if (Array.isArray(before)) holder[last] = [...(add ? before : []), ...text.split(/,\s*/)];
  else holder[last] = add && before ? `${before} ${text}` : text;
  const taken = pieces.map(({ line }) => line);
  const spans = taken.flatMap((line) => lines[line]?.span ?? []);
  review.origins[path] = { confidence: 1, spans, lines: taken, byHand: true };
  review.unplaced = review.unplaced.filter((line) => !taken.includes(line));
  return path;
}

const blanked = (entry: Entry): Entry =>
  Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [
      key,
      Array.isArray(value) ? [] : value === null ? null : ("" as Resume["language"]),
    ]),
  );
