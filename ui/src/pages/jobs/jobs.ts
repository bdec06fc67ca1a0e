// What the pages of jobs share: the order of the stages, and how a job moves.

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keyNames } from "../../actions/keys.ts";
import { offerUndo } from "../../actions/undo.tsx";
import { announce } from "../../components/announce.tsx";
import { t } from "../../i18n/i18n.ts";
import { commands, type JobCard, type JobId, type Stage } from "../../ipc/bindings.ts";
import { jobsQuery } from "../../ipc/queries.ts";

/** The pipeline, in order. */
export const stages = [
  "saved",
  "applied",
  "screening",
  "interview",
  "offer",
  "closed",
] as const satisfies Stage[];

/** The cards of each stage, in their order. */
export function byStage(cards: readonly JobCard[]): Record<Stage, JobCard[]> {
  const columns: Record<Stage, JobCard[]> = {
    saved: [],
    applied: [],
    screening: [],
    interview: [],
    offer: [],
    closed: [],
  };
  for (const card of [...cards].sort((a, b) => a.position - b.position)) columns[card.stage].push(card);
  return columns;
}

export type Move = { id: JobId; stage: Stage; before: JobId | null };

/** The cards after a move, as the board shows them until Rust has answered. */
export function moved(cards: readonly JobCard[], { id, stage, before }: Move): JobCard[] {
  const card = cards.find((other) => other.id === id);
  if (!card) return [...cards];
  const column = byStage(cards)[stage].filter((other) => other.id !== id);
  const at = before === null ? column.length : column.findIndex((other) => other.id === before);
  const [above, below] = [column[at - 1]?.position, column[at]?.position];
  const position =
    above === undefined ? (below ?? 1) - 1 : below === undefined ? above + 1 : (above + below) / 2;
  return cards.map((other) => (other.id === id ? { ...card, stage, position } : other));
}

/** Moves a job at once, says so, and remembers how to take it back. */
export function useMoveJob() {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: ({ id, stage, before }: Move) => commands.moveJob(id, stage, before),
    onMutate: (move) => {
      client.setQueryData(jobsQuery.queryKey, (cards) => cards && moved(cards, move));
    },
    onError: () => client.invalidateQueries({ queryKey: jobsQuery.queryKey }),
  });
  return (cards: readonly JobCard[], move: Move) => {
    const card = cards.find(({ id }) => id === move.id);
    if (!card) return;
    const column = byStage(cards)[card.stage];
    const next = column[column.indexOf(card) + 1]?.id ?? null;
    if (card.stage === move.stage && (move.before === move.id || move.before === next)) return;
    mutate(move);
    offerUndo(async () => mutate({ id: card.id, stage: card.stage, before: next }));
    announce(wordsOf(moved(cards, move), move, card.title));
  };
}

function wordsOf(after: readonly JobCard[], { id, stage }: Move, title: string) {
  const column = byStage(after)[stage];
  const place = column.findIndex((card) => card.id === id) + 1;
  const keys = keyNames("mod+z").join("+");
  return t("jobs.movedUndo", { title, stage: t(`stages.${stage}`), place, count: column.length, keys });
}

/** Deletes a job, with a way back. */
export async function deleteJob(id: JobId, title: string) {
  await commands.deleteJob(id);
  offerUndo(() => commands.restoreJob(id), t("jobs.deleted", { title }));
}
