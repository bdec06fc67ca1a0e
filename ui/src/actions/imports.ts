// Files the user gave us: which become resumes, which become jobs, and how far each one is.

import { useSyncExternalStore } from "react";
import {
  commands,
  type Failure,
  type JobId,
  type OfferedFile,
  type Progress,
  type ResumeId,
} from "../ipc/bindings.ts";
import { isFailure } from "../ipc/failure.ts";
import { startTask } from "../ipc/tasks.ts";

/** What a file is read as. */
export type Purpose = "resume" | "job";

export type ImportState =
  | { kind: "waiting" }
  | { kind: "running"; progress: Progress | undefined }
  | { kind: "stopped" }
  | { kind: "failed"; failure: Failure }
  | { kind: "resume"; id: ResumeId }
  | { kind: "jobs"; ids: JobId[] };

export type Import = { file: OfferedFile; purpose: Purpose; state: ImportState; stop: () => void };

/** On the pages of jobs a file is a job; a saved page is one anywhere. */
export const purposeOf = (file: OfferedFile, path: string): Purpose =>
  file.kind === "page" || path.startsWith("/jobs") ? "job" : "resume";

let imports: readonly Import[] = [];
let goTo: (path: string) => void = () => {};
let working = false;
const listeners = new Set<() => void>();

/** Every file under way or just finished. */
export const useImports = () => useSyncExternalStore(subscribe, () => imports);

/** Says how a finished import opens its page. */
export const onImported = (go: (path: string) => void) => {
  goTo = go;
};

/** Reads files, one after the other; a single one opens its page when it is done. */
export async function importFiles(files: OfferedFile[], path: string) {
  const added = files.map((file): Import => {
    const stop = () => set(file.id, { state: { kind: "stopped" } });
    return { file, purpose: purposeOf(file, path), state: { kind: "waiting" }, stop };
  });
  tell([...imports.filter(({ state }) => !isFinished(state)), ...added]);
  if (working) return;
  working = true;
  for (let next = waiting(); next; next = waiting()) await read(next);
  working = false;
  const [only] = added;
  if (added.length === 1 && only) open(only.file.id);
}

/** Takes a finished file off the list. */
export const dismiss = (id: string) => tell(imports.filter(({ file }) => file.id !== id));

export const isFinished = ({ kind }: ImportState) => kind !== "waiting" && kind !== "running";

/** Where a finished import can be looked at. */
export function pathOf(state: ImportState) {
  if (state.kind === "resume") return `/resumes/${state.id}`;
  if (state.kind !== "jobs") return undefined;
  return state.ids.length === 1 ? `/jobs/${state.ids[0]}` : state.ids.length > 1 ? "/jobs" : undefined;
}

const waiting = () => imports.find(({ state }) => state.kind === "waiting");

async function read({ file, purpose }: Import) {
  const heard = (progress: Progress) => {
    if (current(file.id)?.state.kind === "running") set(file.id, { state: { kind: "running", progress } });
  };
  set(file.id, { state: { kind: "running", progress: undefined } });
  const job = purpose === "job";
  const running = job
    ? startTask((task, channel) => commands.importJobs(file.id, task, channel), heard)
    : startTask((task, channel) => commands.importResume(file.id, task, channel), heard);
  set(file.id, { stop: running.stop });
  try {
    const answer = await running.answer;
    const state: ImportState = Array.isArray(answer)
      ? { kind: "jobs", ids: answer.map(({ id }) => id) }
      : { kind: "resume", id: answer.id };
    set(file.id, { state });
  } catch (error) {
    set(file.id, { state: failed(error) });
  }
}

function failed(error: unknown): ImportState {
  if (!isFailure(error))
    return { kind: "failed", failure: { code: "unexpected", reason: "", message: String(error) } };
  return error.code === "cancelled" ? { kind: "stopped" } : { kind: "failed", failure: error };
}

function open(id: string) {
  const state = current(id)?.state;
  const path = state && pathOf(state);
  if (path === undefined) return;
  dismiss(id);
  goTo(path);
}

const current = (id: string) => imports.find(({ file }) => file.id === id);

const set = (id: string, change: Partial<Import>) =>
  tell(imports.map((item) => (item.file.id === id ? { ...item, ...change } : item)));

function tell(next: readonly Import[]) {
  imports = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
