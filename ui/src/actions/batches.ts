// Many resumes in one go: one after the other, with what became of each.

import { commands, type OfferedFile, type Progress, type ResumeId } from "../ipc/bindings.ts";
import { isCancelled, isFailure } from "../ipc/failure.ts";
import { type Running, startTask } from "../ipc/tasks.ts";

/** What became of one file. */
export type ImportedFile = {
  name: string;
  /** The resume it became; `null` when it could not be read. */
  resume: ResumeId | null;
  toCheck: number;
  failure: { reason: string; message: string } | null;
};

/** What became of many; those that were not reached are not here. */
export type ImportReport = { files: ImportedFile[]; stopped: boolean };

/** Reads files as resumes. Stop ends the one being read and keeps those before it. */
export function readMany(
  files: readonly OfferedFile[],
  heard: (progress: Progress) => void,
): Running<ImportReport> {
  let stopped = false;
  let current = () => {};
  const read = async () => {
    const report: ImportedFile[] = [];
    for (const [done, { id, name }] of files.entries()) {
      if (stopped) break;
      heard({ step: "reading", done, total: files.length });
      const running = startTask(
        (task, channel) => commands.importResume(id, task, channel),
        () => {},
      );
      current = running.stop;
      try {
        const { id: resume, toCheck } = await running.answer;
        report.push({ name, resume, toCheck: toCheck.length, failure: null });
      } catch (error) {
        if (isCancelled(error)) break;
        const { reason, message } = isFailure(error) ? error : { reason: "", message: "" };
        report.push({ name, resume: null, toCheck: 0, failure: { reason, message } });
      }
    }
    return { files: report, stopped };
  };
  const stop = () => {
    stopped = true;
    current();
  };
  return { answer: read(), stop };
}
