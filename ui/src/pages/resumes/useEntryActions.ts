import { useHandlers } from "../../actions/handlers.ts";
import { t } from "../../i18n/i18n.ts";
import type { Draft } from "./draft.ts";
import { listAt, textAt } from "./paths.ts";
import type { ReviewState } from "./ReviewContext.ts";
import { entryOf, fieldPath, sections } from "./sections.ts";

/** What the keys do with the entry of the active field. */
export function useEntryActions(active: string | undefined, draft: Draft, correct: ReviewState["correct"]) {
  const entry = active === undefined ? undefined : entryOf(active);
  useHandlers({
    splitEntry: () => {
      if (active === undefined || !entry) return false;
      void correct({ kind: "split", path: active, at: cursorIn(active) }, t("review.splitDone"));
    },
    mergeEntry: () => {
      if (!entry || entry.index === 0) return false;
      void correct({ kind: "merge", list: entry.list, index: entry.index - 1 }, t("review.mergeDone"));
    },
    moveEntry: () => {
      if (!entry) return false;
      const at = CSS.escape(`${entry.list}[${entry.index}]`);
      document.querySelector<HTMLElement>(`[data-entry-menu="${at}"]`)?.click();
    },
  });

  /** Whether the active field can begin a second entry. */
  return { canSplit: entry !== undefined && canSplitAt(draft, active) };
}

/** Whether a second entry can begin at a field: at a later point of a list, or within a text. */
export function canSplitAt(draft: Draft, path: string | undefined): boolean {
  const entry = path === undefined ? undefined : entryOf(path);
  if (path === undefined || !entry) return false;
  const section = sections.find((candidate) => candidate.path === entry.list);
  const base = `${entry.list}[${entry.index}]`;
  const filled = section?.fields.filter(({ key }) => textAt(draft.resume, `${base}.${key}`) !== "") ?? [];
  const [list, item] = [path.replace(/\[\d+\]$/, ""), Number(path.match(/\[(\d+)\]$/)?.[1] ?? 0)];
  const many = listAt(draft.resume, list).length > 0 && fieldPath(path) !== undefined;
  return many ? item > 0 || filled.length > 1 : textAt(draft.resume, path).length > 1;
}

/** Where the cursor is in a text field; a point of a list goes as a whole. */
export function cursorIn(path: string): number | null {
  if (path.endsWith("]")) return null;
  const field = document.querySelector(`[data-path="${CSS.escape(path)}"]`);
  const text = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  return text ? field.selectionStart : null;
}
