import { createContext, useContext } from "react";
import type { StoredResume } from "../../ipc/bindings.ts";
import type { Change, Draft } from "./draft.ts";

export type ReviewState = {
  stored: StoredResume;
  draft: Draft;
  change: (change: Change) => void;
  /** The field the user is in, or was in last. */
  active: string | undefined;
  activate: (path: string) => void;
};

export const ReviewContext = createContext<ReviewState | undefined>(undefined);

/** The resume under review, for the parts of the page. */
export function useReview(): ReviewState {
  const state = useContext(ReviewContext);
  if (!state) throw new Error("outside of a review");
  return state;
}

/** Puts the cursor into a field. */
export function focusField(path: string) {
  const field = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
  field?.focus();
  field?.scrollIntoView?.({ block: "nearest" });
}
