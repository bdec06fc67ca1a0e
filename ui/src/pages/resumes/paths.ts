// Fields of a resume by their path, as the readings name them: `work[0].highlights[2]`.

import type { Resume } from "../../ipc/bindings.ts";

type Key = string | number;

/** `work[0].position` in its steps. */
export const stepsOf = (path: string): Key[] =>
  path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));

/** The value at a path; `undefined` where there is none. */
export function getAt(value: unknown, path: string): unknown {
  let at: unknown = value;
  for (const step of stepsOf(path)) at = isRecord(at) ? at[step] : undefined;
  return at;
}

/** The text at a path; dates are text too. */
export function textAt(resume: Resume, path: string): string {
  const value = getAt(resume, path);
  return typeof value === "string" ? value : Array.isArray(value) ? value.join(", ") : "";
}

/** The list at a path. */
export function listAt(resume: Resume, path: string): readonly unknown[] {
  const value = getAt(resume, path);
  return Array.isArray(value) ? value : [];
}

/** The same resume with another value at a path. */
export const setAt = (resume: Resume, path: string, value: unknown): Resume =>
  replaced(resume, stepsOf(path), value) as Resume;

function replaced(at: unknown, [step, ...rest]: Key[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(at))
    return at.map((item, index) => (index === step ? replaced(item, rest, value) : item));
  return isRecord(at) ? { ...at, [step]: replaced(at[step], rest, value) } : at;
}

const isRecord = (value: unknown): value is Record<Key, unknown> =>
  typeof value === "object" && value !== null;

/**
 * Where a path leads after the items of `list` were put in another order: `order[new] = old`.
 * A path whose item is gone leads nowhere.
 */
export function rebased(path: string, list: string, order: readonly number[]): string | undefined {
  if (!path.startsWith(`${list}[`)) return path;
  const close = path.indexOf("]", list.length);
  const now = order.indexOf(Number(path.slice(list.length + 1, close)));
  return now < 0 ? undefined : `${list}[${now}${path.slice(close)}`;
}
