// A resume under review: what it says now, where each field stands in the file, what is left to check.

import type { Origin, Resume, StoredResume } from "../../ipc/bindings.ts";
import { getAt, listAt, rebased, setAt, textAt } from "./paths.ts";
import { fieldPath, rank } from "./sections.ts";

export type Draft = {
  title: string;
  resume: Resume;
  origins: Readonly<Record<string, Origin>>;
  /** The fields still to check, in the order of the page. */
  toCheck: readonly string[];
  /** The fields looked at and found right. */
  confirmed: ReadonlySet<string>;
  /** The fields changed by hand since the page was opened. */
  edited: ReadonlySet<string>;
  /** The lines no field has taken. */
  unplaced: readonly number[];
  /** Counts changes, so that a save knows whether it is still the newest. */
  version: number;
};

/** How sure we are of a field, in the words of its chip. */
export type FieldState = "certain" | "check" | "missing" | "edited" | "none";

export type Change =
  | { kind: "title"; title: string }
  | { kind: "set"; path: string; value: unknown }
  | { kind: "accept"; path: string }
  | { kind: "add"; list: string; entry: unknown }
  | { kind: "order"; list: string; order: readonly number[] }
  | { kind: "restore"; draft: Draft }
  | { kind: "place"; line: number; path: string; text: string };

export function openDraft({ title, resume, reading, toCheck }: StoredResume): Draft {
  const { origins, unplaced } = reading;
  const draft = {
    title,
    resume,
    origins,
    unplaced,
    confirmed: new Set<string>(),
    edited: new Set<string>(),
    version: 0,
  };
  return { ...draft, toCheck: inOrder(toCheck.flatMap((path) => fieldPath(path) ?? [])) };
}

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
    case "restore":
      return { ...change.draft, version: next.version };
    case "place":
      return placed(next, change);
  }
}

const without = <T>(items: readonly T[], gone: T) => items.filter((item) => item !== gone);

const confirmed = (draft: Draft, path: string): Draft => ({
  ...draft,
  confirmed: new Set(draft.confirmed).add(path),
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
    toCheck: inOrder(follow(draft.toCheck)),
    confirmed: new Set(follow(draft.confirmed)),
    edited: new Set(follow(draft.edited)),
  };
}

function placed(draft: Draft, { line, path, text }: { line: number; path: string; text: string }): Draft {
  const before = textAt(draft.resume, path);
  const next = touched(draft, path);
  const list = Array.isArray(getAt(draft.resume, path));
  const value = list ? [...listAt(draft.resume, path), text] : before ? `${before} ${text}` : text;
  const lines = [...(draft.origins[path]?.lines ?? []), line];
  const origin: Origin = { confidence: 1, spans: draft.origins[path]?.spans ?? [], lines };
  return {
    ...next,
    resume: setAt(draft.resume, path, value),
    origins: { ...draft.origins, [path]: origin },
    unplaced: without(draft.unplaced, line),
  };
}

/** How a field is, for its chip. */
export function stateOf(draft: Draft, path: string, value: string, expected: boolean): FieldState {
  if (draft.toCheck.includes(path)) return "check";
  if (value.trim() === "") return expected ? "missing" : "none";
  if (draft.edited.has(path)) return "edited";
  return originOf(draft, path) ? "certain" : "none";
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
  const here = from === undefined ? undefined : rank(from);
  const later = toCheck.filter((path) => here !== undefined && rank(path) > here);
  const earlier = toCheck.filter((path) => here !== undefined && rank(path) < here);
  return step === 1 ? (later[0] ?? toCheck[0]) : (earlier.at(-1) ?? toCheck.at(-1));
}

/** Fields in the order in which the page shows them. */
const inOrder = (paths: readonly string[]) => [...new Set(paths)].sort((a, b) => rank(a) - rank(b));

/** The confirmed fields by the paths of their origins: words with commas have one each. */
export const confirmedPaths = ({ origins, confirmed }: Draft): string[] =>
  Object.keys(origins).filter((path) => confirmed.has(fieldPath(path) ?? path));
