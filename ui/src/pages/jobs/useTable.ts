import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useCallback, useEffect, useState } from "react";
import { useHandlers } from "../../actions/handlers.ts";
import { offerUndo } from "../../actions/undo.tsx";
import { announce } from "../../components/announce.tsx";
import { t } from "../../i18n/i18n.ts";
import { commands, type Decision, type JobId } from "../../ipc/bindings.ts";
import type { Row } from "./triage.ts";

/** Where one is in the table, which rows are chosen, and what the keys do. */
export type Table = ReturnType<typeof useTable>;

export function useTable(rows: readonly Row[], scrollTo: (index: number) => void) {
  const go = useNavigate();
  const [place, setPlace] = useState<number>();
  const [chosen, setChosen] = useState<ReadonlySet<JobId>>(new Set());
  // Rows leave the table while it is gone through; the next one moves up.
  const at = place === undefined || rows.length === 0 ? undefined : Math.min(place, rows.length - 1);

  const reach = (index: number) => {
    const next = Math.max(0, Math.min(index, rows.length - 1));
    setPlace(next);
    scrollTo(next);
  };
  useEffect(() => {
    if (at !== undefined) scrollTo(at);
  }, [at, scrollTo]);

  const toggle = (index: number | undefined) => {
    const id = index === undefined ? undefined : rows[index]?.job.id;
    if (id === undefined) return;
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  };
  const point = useCallback(
    (index: number, more: boolean) => {
      setPlace(index);
      if (!more) return setChosen(new Set());
      const id = rows[index]?.job.id;
      if (id !== undefined) setChosen((before) => new Set(before).add(id));
    },
    [rows],
  );

  /** The rows chosen, or the one that is active. */
  const targets = () => {
    const some = rows.filter(({ job }) => chosen.has(job.id));
    const one = at === undefined ? undefined : rows[at];
    return some.length > 0 ? some : one ? [one] : [];
  };
  const decide = async (decision: Decision) => {
    const some = targets().filter(({ job }) => job.decision !== decision);
    if (some.length === 0) return;
    const before = some.map(({ job }): [JobId, Decision] => [job.id, job.decision]);
    setChosen(new Set());
    await commands.decideJobs(before.map(([id]): [JobId, Decision] => [id, decision]));
    const [first] = some;
    const words =
      some.length === 1 && first
        ? t(`table.decided.${decision}`, { title: first.job.title })
        : t(`table.decidedMany.${decision}`, { count: some.length });
    announce(words);
    offerUndo(() => commands.decideJobs(before), words);
  };

  useHandlers({
    nextRow: () => reach(at === undefined ? 0 : at + 1),
    previousRow: () => reach((at ?? 0) - 1),
    openRow: () => {
      const row = at === undefined ? undefined : rows[at];
      const inTable = document.activeElement?.closest("[data-table]");
      if (!row || !inTable || document.activeElement?.matches("button, a")) return false;
      void go({ to: "/jobs/$id", params: { id: row.job.id } });
    },
    chooseRow: () => toggle(at),
    archiveRows: () => void decide("archived"),
    keepRows: () => void decide("kept"),
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (event.shiftKey) toggle(at);
    reach(step(at ?? -1, rows.length));
  };
  return { at, chosen, point, decide, onKeyDown, clear: () => setChosen(new Set()) };
}

const steps: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + 12,
  PageUp: (at) => at - 12,
  Home: () => 0,
  End: (_, count) => count - 1,
};
