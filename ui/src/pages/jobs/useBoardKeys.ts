import { type KeyboardEvent, useState } from "react";
import { useHandlers } from "../../actions/handlers.ts";
import type { JobCard, JobId } from "../../ipc/bindings.ts";
import { byStage, stages, useMoveJob } from "./jobs.ts";

/** Arrows go from card to card; with Mod+Shift they take the card along. */
export function useBoardKeys(cards: readonly JobCard[]) {
  const [wanted, want] = useState<JobId>();
  const move = useMoveJob();
  const columns = byStage(cards);

  const focused = () => {
    const id = document.activeElement?.closest("[data-card]")?.getAttribute("data-card");
    return cards.find((card) => card.id === id);
  };

  const take = (dx: number, dy: number) => {
    const card = focused();
    if (!card) return false;
    const stage = stages[stages.indexOf(card.stage) + dx];
    const column = columns[card.stage];
    const place = column.indexOf(card) + dy;
    if (!stage || place < 0 || place >= column.length) return;
    const before = dx === 0 ? column[dy > 0 ? place + 1 : place] : columns[stage][0];
    move(cards, { id: card.id, stage, before: before?.id ?? null });
    want(card.id);
  };
  useHandlers({
    moveEarlier: () => take(-1, 0),
    moveLater: () => take(1, 0),
    moveUp: () => take(0, -1),
    moveDown: () => take(0, 1),
  });

  const step = (dx: number, dy: number) => {
    const card = focused();
    if (!card) return false;
    const place = columns[card.stage].indexOf(card);
    if (dx === 0) return want(columns[card.stage][place + dy]?.id ?? card.id);
    const there = stages.slice(stages.indexOf(card.stage) + 1);
    const back = stages.slice(0, stages.indexOf(card.stage)).reverse();
    const column = (dx > 0 ? there : back).map((stage) => columns[stage]).find(({ length }) => length > 0);
    return want((column?.[place] ?? column?.at(-1))?.id ?? card.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = arrows[event.key];
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (by && plain && !(event.target as Element).closest("[role=menu]") && step(...by) !== false)
      event.preventDefault();
  };
  return { wanted, want, onKeyDown };
}

const arrows: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  k: [0, -1],
  j: [0, 1],
};
