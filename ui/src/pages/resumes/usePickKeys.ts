import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "../../components/announce.tsx";
import type { Placing } from "../../ipc/bindings.ts";
import { useNames } from "./names.ts";
import { listAt } from "./paths.ts";
import { focusField, useReview } from "./ReviewContext.ts";
import { moved, piecesOf, type Selection, wordsOf } from "./selection.ts";

/** Arrows point at lines and words, Enter puts them into the active field, Escape goes back to it. */
export function usePickKeys() {
  const { t } = useTranslation();
  const { stored, draft, active, correct, picking } = useReview();
  const { fieldName } = useNames();
  const { lines } = stored.reading;

  const place = (selection: Selection, how?: Placing) => {
    if (active === undefined) return;
    const list = listAt(draft.resume, active).length > 0;
    const pieces = piecesOf(lines, selection);
    picking.stop();
    const words = t("review.placed", { field: fieldName(active) });
    void correct({ kind: "place", path: active, pieces, how: how ?? (list ? "add" : "replace") }, words);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { selection } = picking;
    if (!selection || event.ctrlKey || event.metaKey || event.altKey) return;
    const onButton = (event.target as Element).closest("[data-pick-bar] button") !== null;
    const by = arrows[event.key];
    if (by) {
      const next = moved(lines, selection, by[0], by[1], event.shiftKey);
      picking.select(next);
      announce(wordsOf(lines, next));
    } else if (event.key === "Enter" && !onButton) {
      place(selection, event.shiftKey ? "add" : undefined);
    } else if (event.key === "Escape") {
      picking.stop();
      if (active !== undefined) focusField(active);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { onKeyDown, place };
}

const arrows: Record<string, ["line" | "word", 1 | -1]> = {
  ArrowDown: ["line", 1],
  ArrowUp: ["line", -1],
  ArrowRight: ["word", 1],
  ArrowLeft: ["word", -1],
};
