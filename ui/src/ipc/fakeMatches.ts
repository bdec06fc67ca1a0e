// Invented comparisons: who fits what, what was seen before, and the cards of lists.

import type {
  Band,
  Fit,
  Job,
  JobCard,
  JobDraft,
  Match,
  RankedJob,
  RankedResume,
  ResumeCard,
  Seen,
  StoredResume,
} from "./bindings.ts";
import { matchOf } from "./fakeJobs.ts";

export const cardOf = ({ id, posting, stage, decision, position, addedAt, updatedAt }: Job): JobCard => ({
  ...{ id, stage, decision, position, addedAt, updatedAt, title: posting.title, company: posting.company },
  ...{ location: posting.locations[0] ?? "", remoteMode: posting.remoteMode, salary: posting.salary },
  ...{ datePosted: posting.datePosted, applyDeadline: posting.applyDeadline },
});

export const resumeCardOf = (stored: StoredResume): ResumeCard => {
  const { id, title, resume, fileName, reading, toCheck, reviewed, updatedAt } = stored;
  return {
    ...{ id, title, fileName, reviewed, updatedAt, format: reading.format, toCheck: toCheck.length },
    ...{ name: resume.basics.name, label: resume.basics.label },
  };
};

const bandOf = (score: number): Band =>
  score >= 75 ? "strong" : score >= 60 ? "good" : score >= 40 ? "partial" : "weak";

const fitOf = (score: number | null, index: number): Fit => ({
  score,
  band: score === null ? "tooVague" : bandOf(score),
  required: [6, Math.round(((score ?? 0) / 100) * 6)],
  notMet: index % 4 === 3 ? ["Nursing licence"] : [],
  unknown: index % 4 === 0 ? ["Right to work in the United Kingdom"] : [],
  missing: ["SAS", "CDISC"].slice(0, index % 3),
  version: 1,
});

/** The first job fits best, and each one after it a little less; one is too vague. */
export const rankedJobs = (jobs: readonly Job[]): RankedJob[] =>
  jobs.map((job, index) => ({
    job: cardOf(job),
    fit: fitOf(index === 6 ? null : Math.max(8, 88.4 - index * 7.3), index),
  }));

export const rankedResumes = (resumes: readonly StoredResume[], _: Job): RankedResume[] =>
  resumes.map((resume, index) => ({ resume: resumeCardOf(resume), fit: fitOf(71.5 - index * 18, index) }));

/** The match once these missing things are shown. */
export function matchWith(job: Job, shown: readonly string[]): Match {
  const match = matchOf(job);
  const gained = match.missing.filter(({ name }) => shown.includes(name));
  const score = (match.score ?? 0) + gained.reduce((sum, { gain }) => sum + (gain ?? 0), 0);
  return {
    ...match,
    score,
    band: bandOf(score),
    missing: match.missing.filter((one) => !gained.includes(one)),
  };
}

/** Jobs with the same title at the same company. */
export function seenBefore(jobs: readonly Job[], what: Job | JobDraft): Seen[] {
  const asked = "posting" in what ? what.posting : what;
  const id = "id" in what ? what.id : "";
  const same = (job: Job) =>
    "text" in what && what.text !== "" && !("posting" in what)
      ? job.posting.text === what.text
      : job.posting.title === asked.title && job.posting.company === asked.company;
  return jobs
    .filter((job) => job.id !== id && same(job))
    .map((job) => ({
      job: job.id,
      ...{ title: job.posting.title, company: job.posting.company, seenAt: job.addedAt, stage: job.stage },
      ...{ deleted: false, why: "sameText" as const, likeness: 1 },
    }));
}
