// Files the user gave us: which become resumes, which become jobs, and how far each one is.

import { useSyncExternalStore } from "react";
import {
  commands,
  type Failure,
  type Found,
  type ImportReport,
  type Job,
  type JobDraft,
  type JobId,
  type OfferedFile,
  type Progress,
  type ResumeId,
  type StoredResume,
} from "../ipc/bindings.ts";
import { isFailure } from "../ipc/failure.ts";
import { type Running, startTask } from "../ipc/tasks.ts";

/** What a file is read as. */
export type Purpose = "resume" | "job";

export type ImportState =
  | { kind: "waiting" }
  | { kind: "running"; progress: Progress | undefined }
  | { kind: "stopped" }
  | { kind: "failed"; failure: Failure }
  | { kind: "resume"; id: ResumeId }
  | { kind: "jobs"; ids: JobId[] }
  /** Several postings: the user says which. */
  | { kind: "choose"; found: Found }
  /** Many files in one go, with what became of each. */
  | { kind: "batch"; report: ImportReport };

export type Import = {
  file: OfferedFile;
  purpose: Purpose;
  state: ImportState;
  stop: () => void;
  /** The files of a batch; `file` stands for all of them. */
  batch?: readonly OfferedFile[];
};

/** From so many resumes on they are read in one go. */
const many = 4;

/** A find is kept as it stands, without anything typed beside it. */
const nothingTyped: JobDraft = { text: "", title: "", company: "", location: "", url: "" };

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

/** Reads files, one after the other, many resumes in one go; a single file opens its page when done. */
export async function importFiles(files: OfferedFile[], path: string) {
  const added = grouped(files, path);
  tell([...imports.filter(({ state }) => !isFinished(state)), ...added]);
  if (working) return;
  working = true;
  for (let next = waiting(); next; next = waiting()) await read(next);
  working = false;
  const [only] = added;
  if (added.length === 1 && only) open(only.file.id);
}

function grouped(files: OfferedFile[], path: string): Import[] {
  const resumes = files.filter((file) => purposeOf(file, path) === "resume");
  const [first] = resumes;
  const together = resumes.length >= many && first !== undefined;
  const single = together ? files.filter((file) => !resumes.includes(file)) : files;
  const items = single.map((file) => waitingFor(file, purposeOf(file, path)));
  if (!together) return items;
  return [{ ...waitingFor({ ...first, id: `batch ${first.id}` }, "resume"), batch: resumes }, ...items];
}

function waitingFor(file: OfferedFile, purpose: Purpose): Import {
  const stop = () => set(file.id, { state: { kind: "stopped" } });
  return { file, purpose, state: { kind: "waiting" }, stop };
}

/** Keeps the chosen ones of several postings that were found in a file. */
export async function keepFound(id: string, found: Found, picks: number[]) {
  await follow(id, (heard) =>
    startTask((task, channel) => commands.addFound(found.id, picks, nothingTyped, task, channel), heard),
  );
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

async function read({ file, purpose, batch }: Import) {
  const { id } = file;
  if (batch) {
    const files = batch.map((one) => one.id);
    return follow(id, (heard) =>
      startTask((task, channel) => commands.importResumes(files, task, channel), heard),
    );
  }
  if (purpose === "resume") {
    return follow(id, (heard) =>
      startTask((task, channel) => commands.importResume(id, task, channel), heard),
    );
  }
  await follow(id, (heard) => startTask((task, channel) => commands.findInFile(id, task, channel), heard));
  const state = current(id)?.state;
  // One posting is what was meant; of several, the user says which.
  if (state?.kind === "choose" && state.found.postings.length === 1) await keepFound(id, state.found, [0]);
}

type Answer = Job[] | Found | ImportReport | StoredResume;

/** Shows how far long work on a file is, and what came of it. */
async function follow(id: string, start: (heard: (progress: Progress) => void) => Running<Answer>) {
  const heard = (progress: Progress) => {
    if (current(id)?.state.kind === "running") set(id, { state: { kind: "running", progress } });
  };
  set(id, { state: { kind: "running", progress: undefined } });
  const running = start(heard);
  set(id, { stop: running.stop });
  try {
    set(id, { state: stateOf(await running.answer) });
  } catch (error) {
    set(id, { state: failed(error) });
  }
}

function stateOf(answer: Answer): ImportState {
  if (Array.isArray(answer)) return { kind: "jobs", ids: answer.map(({ id }) => id) };
  if ("postings" in answer)
    return answer.postings.length > 0 ? { kind: "choose", found: answer } : { kind: "jobs", ids: [] };
  if ("files" in answer) return { kind: "batch", report: answer };
  return { kind: "resume", id: answer.id };
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
