// A resume under review: what it says now, where each field stands in the file, what is left to check.
// Rust splits, merges, moves and places; what is typed, accepted and put in order is changed here.

import type { Corrected, Origin, Resume, Review, StoredResume } from "../../ipc/bindings.ts";
import { listAt, rebased, setAt } from "./paths.ts";
import { fieldPath } from "./sections.ts";

export type Draft = {
  title: string;
  resume: Resume;
  origins: Readonly<Record<string, Origin>>;
  /** The fields still to check, least certain first. */
  toCheck: readonly string[];
  /** The fields typed by hand since the page was opened. */
  edited: ReadonlySet<string>;
  /** The lines no field has taken. */
  unplaced: readonly number[];
  /** Counts changes, so that a save knows whether it is still the newest. */
  version: number;
};

/** How sure we are of a field, in the words of its chip. */
export type FieldState = "certain" | "check" | "missing" | "edited" | "placed" | "none";

export type Change =
  | { kind: "title"; title: string }
  | { kind: "set"; path: string; value: unknown }
  | { kind: "accept"; path: string }
  | { kind: "add"; list: string; entry: unknown }
  | { kind: "order"; list: string; order: readonly number[] }
  | { kind: "corrected"; corrected: Corrected }
  | { kind: "restore"; draft: Draft };

export function openDraft({ title, resume, reading, toCheck }: StoredResume): Draft {
  const { origins, unplaced } = reading;
  return { title, resume, origins, unplaced, toCheck: shownOf(toCheck), edited: new Set(), version: 0 };
}

/** The draft as Rust corrects and keeps it. */
export const reviewOf = ({ resume, origins, unplaced, edited }: Draft): Review => ({
  resume,
  origins: { ...origins },
  unplaced: [...unplaced],
  edited: [...edited],
});

export function changeDraft(draft: Draft, change: Change): Draft {
  const next = { ...draft, version: draft.version + 1 };
  switch (change.kind) {
    case "title":
      return { ...next, title: change.title };
    case "set":
      return { ...touched(next, change.path), resume: setAt(draft.resume, change.path, change.value) };
    case "accept":
      return confirmed(next, change.path);
    case "add":
      return {
        ...next,
        resume: setAt(draft.resume, change.list, [...listAt(draft.resume, change.list), change.entry]),
      };
    case "order":
      return reordered(next, change.list, change.order);
    case "corrected": {
      const { review, toCheck } = change.corrected;
      return { ...next, ...review, edited: new Set(review.edited), toCheck: shownOf(toCheck) };
    }
    case "restore":
      return { ...change.draft, version: next.version };
  }
}

const without = <T>(items: readonly T[], gone: T) => items.filter((item) => item !== gone);

/** The user's word on a field: nothing is surer. */
const confirmed = (draft: Draft, path: string): Draft => ({
  ...draft,
  origins: Object.fromEntries(
    Object.entries(draft.origins).map(([at, origin]) =>
      fieldPath(at) === path ? [at, { ...origin, confidence: 1 }] : [at, origin],
    ),
  ),
  toCheck: without(draft.toCheck, path),
});

const touched = (draft: Draft, path: string): Draft => ({
  ...confirmed(draft, path),
  edited: new Set(draft.edited).add(path),
});

function reordered(draft: Draft, list: string, order: readonly number[]): Draft {
  const items = listAt(draft.resume, list);
  const follow = (paths: Iterable<string>) => [...paths].flatMap((path) => rebased(path, list, order) ?? []);
  const origins = Object.entries(draft.origins).flatMap(([path, origin]) => {
    const now = rebased(path, list, order);
    return now === undefined ? [] : [[now, origin] as const];
  });
  return {
    ...draft,
    resume: setAt(
      draft.resume,
      list,
      order.map((old) => items[old]),
    ),
    origins: Object.fromEntries(origins),
    toCheck: follow(draft.toCheck),
    edited: new Set(follow(draft.edited)),
  };
}

/** How a field is, for its chip. */
export function stateOf(draft: Draft, path: string, value: string, expected: boolean): FieldState {
  if (draft.toCheck.includes(path)) return "check";
  if (value.trim() === "") return expected ? "missing" : "none";
  if (draft.edited.has(path)) return "edited";
  const origin = originOf(draft, path);
  return origin?.byHand ? "placed" : origin ? "certain" : "none";
}

/** Where a field stands; a list stands where its items do. */
export function originOf(draft: Draft, path: string): Origin | undefined {
  const own = draft.origins[path];
  if (own) return own;
  const parts = Object.entries(draft.origins).flatMap(([at, origin]) =>
    at.startsWith(`${path}[`) ? origin : [],
  );
  if (parts.length === 0) return undefined;
  return {
    confidence: Math.min(...parts.map(({ confidence }) => confidence)),
    spans: parts.flatMap(({ spans }) => spans),
    lines: [...new Set(parts.flatMap(({ lines }) => lines))],
    byHand: parts.every(({ byHand }) => byHand),
  };
}

/** The field that took a line, if one did: the shortest claim on it wins. */
export function fieldOfLine(draft: Draft, line: number): string | undefined {
  const claims = Object.entries(draft.origins).filter(([, { lines }]) => lines.includes(line));
  claims.sort(([, a], [, b]) => a.lines.length - b.lines.length);
  return claims.flatMap(([path]) => fieldPath(path) ?? [])[0];
}

/** The field to check after (or before) another; around the end it starts again. */
export function nextToCheck(draft: Draft, from: string | undefined, step: 1 | -1): string | undefined {
  const { toCheck } = draft;
  const here = from === undefined ? -1 : toCheck.indexOf(from);
  if (here < 0) return step === 1 ? toCheck[0] : toCheck.at(-1);
  return toCheck[(here + step + toCheck.length) % toCheck.length];
}

/** The fields of the page that show these paths, each once. */
const shownOf = (paths: readonly string[]) => [...new Set(paths.flatMap((path) => fieldPath(path) ?? []))];
