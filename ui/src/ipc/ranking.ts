// Long comparisons as queries: they say how far they are, and end with the page that asked.

import { keepPreviousData, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { commands, type JobId, type Progress, type ResumeId } from "./bindings.ts";
import { startTask } from "./tasks.ts";

type Heard = (progress: Progress | undefined) => void;

/** What a ranking looks at: when it changes, the ranking is another one. */
type Stamp = readonly (string | number)[];

const rankedJobs = (resume: ResumeId, stamp: Stamp, heard: Heard) =>
  queryOptions({
    queryKey: ["match", "jobs", resume, ...stamp],
    queryFn: ({ signal }) =>
      followed((task, channel) => commands.rankJobs(resume, task, channel), signal, heard),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });

const rankedResumes = (job: JobId, stamp: Stamp, heard: Heard) =>
  queryOptions({
    queryKey: ["match", "resumes", job, ...stamp],
    queryFn: ({ signal }) =>
      followed((task, channel) => commands.rankResumes(job, task, channel), signal, heard),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });

async function followed<Output>(
  run: Parameters<typeof startTask<Output>>[0],
  signal: AbortSignal,
  heard: Heard,
): Promise<Output> {
  const running = startTask(run, heard);
  signal.addEventListener("abort", running.stop, { once: true });
  try {
    return await running.answer;
  } finally {
    heard(undefined);
  }
}

/** Every job by how well a resume fits it, best first; with how far the comparing is. */
export function useRankedJobs(resume: ResumeId | undefined, stamp: Stamp) {
  const [progress, heard] = useState<Progress>();
  const client = useQueryClient();
  const options = rankedJobs(resume ?? "", stamp, heard);
  const query = useQuery({ ...options, enabled: resume !== undefined });
  return { ...query, progress, stop: () => void client.cancelQueries({ queryKey: options.queryKey }) };
}

/** Every resume by how well it fits a job, best first. */
export function useRankedResumes(job: JobId | undefined, stamp: Stamp) {
  const [progress, heard] = useState<Progress>();
  const client = useQueryClient();
  const options = rankedResumes(job ?? "", stamp, heard);
  const query = useQuery({ ...options, enabled: job !== undefined });
  return { ...query, progress, stop: () => void client.cancelQueries({ queryKey: options.queryKey }) };
}

/** Changes whenever one of the things does. */
export const stampOf = (items: readonly { id: string; updatedAt: number }[]): Stamp => [
  items.length,
  Math.max(0, ...items.map(({ updatedAt }) => updatedAt)),
];
