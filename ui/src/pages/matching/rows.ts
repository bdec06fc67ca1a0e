// A match as the page lists it: each thing asked for once, under found, weak or missing.

import type { Evidence, Importance, Match, Missing, ResumeQuote, TextSpan } from "../../ipc/bindings.ts";

/** Something the posting asks for, and what answers it. */
export type Row = {
  key: string;
  name: string;
  importance: Importance;
  kind: Evidence["kind"];
  posting: TextSpan;
  answer: { how: Evidence["how"]; quote: ResumeQuote } | { gain: number };
};

export type Rows = { found: Row[]; weak: Row[]; missing: Row[] };

const order: Record<Importance, number> = { required: 0, preferred: 1, mentioned: 2 };

/** The rows of a match, must-haves first. */
export function rowsOf({ evidence, missing }: Match): Rows {
  const answered = evidence.map((one, index) => ({ weak: isWeak(one), row: rowOf(one, index) }));
  const rows = (weak: boolean) => sorted(answered.flatMap((item) => (item.weak === weak ? item.row : [])));
  return { found: rows(false), weak: rows(true), missing: sorted(missing.map(missingRow)) };
}

/** Mentioned without proof, or only close to what is asked. */
const isWeak = ({ how }: Evidence) => how === "listedOnly" || how === "related";

const rowOf = ({ name, importance, kind, posting, how, resume }: Evidence, index: number): Row => ({
  key: `evidence-${index}`,
  name,
  importance,
  kind,
  posting,
  answer: { how, quote: resume },
});

const missingRow = ({ name, importance, kind, posting, gain }: Missing, index: number): Row => ({
  key: `missing-${index}`,
  name,
  importance,
  kind,
  posting,
  answer: { gain },
});

const sorted = (rows: Row[]) => rows.sort((a, b) => order[a.importance] - order[b.importance]);
