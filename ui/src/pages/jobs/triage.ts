// The table of jobs: which rows it shows, and in which order.

import type { Band, Decision, Fit, JobCard, RankedJob, Salary } from "../../ipc/bindings.ts";

/** A job with how it fits, once that is known. */
export type Row = { job: JobCard; fit: Fit | undefined };

export const columns = [
  "score",
  "band",
  "title",
  "company",
  "place",
  "mode",
  "pay",
  "posted",
  "deadline",
  "gates",
] as const;

export type Column = (typeof columns)[number];
export type Order = { by: Column; down: boolean };
export const shows = ["open", "kept", "archived", "all"] as const;
export type Show = Decision | "all";

/** What the address of the table says. */
export type TableSearch = {
  resume?: string | undefined;
  find?: string | undefined;
  show?: Show | undefined;
  by?: Column | undefined;
  down?: boolean | undefined;
};

/** Which way a column is looked at first: best, newest and most first, words from A. */
export const firstWay: Record<Column, boolean> = {
  score: true,
  band: true,
  title: false,
  company: false,
  place: false,
  mode: false,
  pay: true,
  posted: true,
  deadline: false,
  gates: false,
};

export function rowsOf(jobs: readonly JobCard[], ranked: readonly RankedJob[]): Row[] {
  const fits = new Map(ranked.map(({ job, fit }) => [job.id, fit]));
  return jobs.map((job) => ({ job, fit: fits.get(job.id) }));
}

/** The rows that are asked for. */
export function shown(rows: readonly Row[], show: Show, text: string): Row[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ job }) => {
    if (show !== "all" && job.decision !== show) return false;
    const said = `${job.title} ${job.company} ${job.location}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
}

/** The rows in order; what says nothing in a column comes last, either way. */
export function sorted(rows: readonly Row[], { by, down }: Order): Row[] {
  const keyed = rows.map((row) => ({ row, key: keys[by](row) }));
  keyed.sort((a, b) => {
    if (a.key === undefined || b.key === undefined) {
      return Number(a.key === undefined) - Number(b.key === undefined) || newer(a.row, b.row);
    }
    const order = typeof a.key === "string" ? words.compare(a.key, String(b.key)) : a.key - Number(b.key);
    return (down ? -order : order) || newer(a.row, b.row);
  });
  return keyed.map(({ row }) => row);
}

const words = new Intl.Collator(undefined, { sensitivity: "base", numeric: true });

const newer = (a: Row, b: Row) => b.job.addedAt - a.job.addedAt || (a.job.id < b.job.id ? -1 : 1);

const said = (text: string) => (text === "" ? undefined : text);

const keys: Record<Column, (row: Row) => string | number | undefined> = {
  score: ({ fit }) => fit?.score ?? undefined,
  band: ({ fit }) => (fit ? bands.indexOf(fit.band) : undefined),
  title: ({ job }) => said(job.title),
  company: ({ job }) => said(job.company),
  place: ({ job }) => said(job.location),
  mode: ({ job }) => (job.remoteMode === "unspecified" ? undefined : job.remoteMode),
  pay: ({ job }) => (job.salary ? yearly(job.salary) : undefined),
  posted: ({ job }) => job.datePosted ?? undefined,
  deadline: ({ job }) => job.applyDeadline ?? undefined,
  gates: ({ fit }) => (fit ? fit.notMet.length * 100 + fit.unknown.length : undefined),
};

const bands: readonly Band[] = ["tooVague", "weak", "partial", "good", "strong"];

/** Pay for a year of full-time work, to put hours beside months; currencies are not converted. */
const yearly = ({ min, max, period }: Salary) => ((min ?? max ?? 0) as number) * inAYear[period ?? "year"];

const inAYear = { hour: 2080, day: 260, week: 52, month: 12, year: 1 };
