// What the user could do next, most useful first.

import type { JobCard, ResumeCard } from "../../ipc/bindings.ts";

export type Step =
  | { kind: "review"; resume: ResumeCard }
  | { kind: "match"; resume: ResumeCard; job: JobCard }
  | { kind: "addJob" }
  | { kind: "addResume" };

/** At most six steps: resumes not looked through, then saved jobs to compare with, then what is missing. */
export function nextSteps(
  resumes: readonly ResumeCard[],
  jobs: readonly JobCard[],
  main: ResumeCard | undefined,
): Step[] {
  const steps: Step[] = resumes
    .filter(({ reviewed }) => !reviewed)
    .map((resume) => ({ kind: "review", resume }));
  if (resumes.length === 0) steps.push({ kind: "addResume" });
  if (jobs.length === 0) steps.push({ kind: "addJob" });
  const saved = jobs.filter(({ stage }) => stage === "saved").sort((a, b) => b.addedAt - a.addedAt);
  if (main) steps.push(...saved.map((job): Step => ({ kind: "match", resume: main, job })));
  return steps.slice(0, 6);
}
