// Every question the pages ask, keyed by the kind of thing the answer shows.

import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { commands, type JobDraft, type JobId, type ResumeId } from "./bindings.ts";
import { pageImage } from "./pageImage.ts";

export const resumesQuery = queryOptions({ queryKey: ["resume"], queryFn: commands.listResumes });

export const resumeQuery = (id: ResumeId) =>
  queryOptions({ queryKey: ["resume", id], queryFn: () => commands.getResume(id) });

/** A page of the source file never changes, so it is kept under its own name. */
export const pageImageQuery = (id: ResumeId, page: number) =>
  queryOptions({ queryKey: ["fixed", "page", id, page], queryFn: () => pageImage(id, page), gcTime: 60_000 });

/** What people and parsers may stumble over in a resume, for a job or for any. */
export const lintQuery = (id: ResumeId, job: JobId | null) =>
  queryOptions({
    queryKey: ["resume", id, "lint", job],
    queryFn: () => commands.lintResume(id, job),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });

/** Every check of the linter; they never change while the program runs. */
export const checksQuery = queryOptions({ queryKey: ["fixed", "checks"], queryFn: commands.listChecks });

export const templatesQuery = queryOptions({
  queryKey: ["fixed", "templates"],
  queryFn: commands.listTemplates,
});

export const previewQuery = (id: ResumeId, template: string) =>
  queryOptions({
    queryKey: ["resume", id, "preview", template],
    queryFn: () => commands.previewResume(id, template),
    placeholderData: keepPreviousData,
  });

export const jobsQuery = queryOptions({ queryKey: ["job"], queryFn: commands.listJobs });

export const jobQuery = (id: JobId) =>
  queryOptions({ queryKey: ["job", id], queryFn: () => commands.getJob(id) });

export const postingQuery = (text: string) =>
  queryOptions({
    queryKey: ["fixed", "posting", text],
    queryFn: () => commands.readPosting(text),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });

export const matchQuery = (resume: ResumeId, job: JobId) =>
  queryOptions({
    queryKey: ["job", job, "match", resume],
    queryFn: () => commands.matchResume(resume, job),
  });

/** The match as it would be if these missing things were shown. */
export const whatIfQuery = (resume: ResumeId, job: JobId, shown: readonly string[]) =>
  queryOptions({
    queryKey: ["job", job, "whatIf", resume, ...shown],
    queryFn: () => commands.whatIf(resume, job, [...shown]),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });

/** Where a job was seen before. */
export const duplicatesQuery = (job: JobId) =>
  queryOptions({ queryKey: ["job", job, "duplicates"], queryFn: () => commands.findDuplicates(job) });

/** Where a posting that is being added was seen before. */
export const seenQuery = (draft: JobDraft) =>
  queryOptions({
    queryKey: ["job", "seen", draft],
    queryFn: () => commands.checkPosting(draft),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });

export const activityQuery = (limit: number) =>
  queryOptions({ queryKey: ["activity", limit], queryFn: () => commands.listActivity(limit) });

export const findQuery = (text: string) =>
  queryOptions({
    queryKey: ["fixed", "find", text],
    queryFn: () => commands.findAnything(text),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    gcTime: 10_000,
  });

export const troubleQuery = queryOptions({ queryKey: ["fixed", "trouble"], queryFn: commands.getTrouble });

export const settingsQuery = queryOptions({ queryKey: ["settings"], queryFn: commands.getSettings });

export const aboutQuery = queryOptions({
  queryKey: ["fixed", "about"],
  queryFn: commands.getAbout,
  // The data grows without saying so.
  staleTime: 0,
});
