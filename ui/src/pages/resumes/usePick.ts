import { run } from "../../actions/handlers.ts";
import { focusField, useReview } from "./ReviewContext.ts";

/** How a field takes its words from the page; nothing where there is no page. */
export function usePick(): ((path: string) => void) | undefined {
  const { stored } = useReview();
  return stored.reading.lines.length > 0 ? pick : undefined;
}

/** The field is made the active one first, as a click into it would; the action looks at that. */
function pick(path: string) {
  focusField(path);
  requestAnimationFrame(() => run("pick"));
}
