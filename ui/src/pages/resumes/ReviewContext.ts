import { createContext, useContext } from "react";
import type { Correction, StoredResume } from "../../ipc/bindings.ts";
import type { Change, Draft } from "./draft.ts";
import type { Picking } from "./usePicking.ts";

export type ReviewState = {
  stored: StoredResume;
  draft: Draft;
  change: (change: Change) => void;
  /** Has Rust put something right, says so in `words`, and goes on with the field it concerns. */
  correct: (correction: Correction, words: string) => Promise<void>;
  /** The field the user is in, or was in last. */
  active: string | undefined;
  activate: (path: string) => void;
  /** Words of the file on their way into the active field. */
  picking: Picking;
  /** Whether the fields are shown, or what may be stumbled over. */
  view: View;
  show: (view: View) => void;
  /** Goes to a field, or to a line of the file. */
  goTo: (place: { field: string } | { line: number }) => void;
};

export type View = "fields" | "lint";

export const ReviewContext = createContext<ReviewState | undefined>(undefined);

/** The resume under review, for the parts of the page. */
export function useReview(): ReviewState {
  const state = useContext(ReviewContext);
  if (!state) throw new Error("outside of a review");
  return state;
}

/** Puts the cursor into a field, or into the first one of an entry. */
export function focusField(path: string) {
  const at = CSS.escape(path);
  const field = document.querySelector<HTMLElement>(`[data-path="${at}"]`);
  const found = field ?? document.querySelector<HTMLElement>(`[data-path^="${at}."]`);
  found?.focus();
  found?.scrollIntoView?.({ block: "nearest" });
}
