import { flushSync } from "react-dom";
import { focusField, type ReviewState } from "./ReviewContext.ts";

/** Goes to a field, which is shown first, or to a line of the file, which lights up for a moment. */
export function useGoTo(show: ReviewState["show"]): ReviewState["goTo"] {
  return (place) => {
    if ("field" in place) {
      flushSync(() => show("fields"));
      return focusField(place.field);
    }
    const line = document.querySelector<HTMLElement>(`[data-line="${place.line}"]`);
    line?.scrollIntoView?.({ block: "center" });
    line?.focus({ preventScroll: true });
  };
}
