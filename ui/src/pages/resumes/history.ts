// The changes of a review, so that each can be taken back and done again.

import { type Change, changeDraft, type Draft } from "./draft.ts";

export type History = {
  draft: Draft;
  past: readonly Draft[];
  future: readonly Draft[];
  /** The field being typed into: its letters are taken back together. */
  typing: string | undefined;
};

export type Step = Change | { kind: "undo" } | { kind: "redo" };

/** So many changes can be taken back. */
const most = 200;

export const newHistory = (draft: Draft): History => ({ draft, past: [], future: [], typing: undefined });

export function changeHistory({ draft, past, future, typing }: History, step: Step): History {
  if (step.kind === "undo" || step.kind === "redo") {
    const there = step.kind === "undo" ? past.at(-1) : future.at(-1);
    if (!there) return { draft, past, future, typing };
    const back = changeDraft(draft, { kind: "restore", draft: there });
    return step.kind === "undo"
      ? { draft: back, past: past.slice(0, -1), future: [...future, draft], typing: undefined }
      : { draft: back, past: [...past, draft], future: future.slice(0, -1), typing: undefined };
  }
  const field = step.kind === "set" ? step.path : step.kind === "title" ? "title" : undefined;
  const goesOn = field !== undefined && field === typing;
  return {
    draft: changeDraft(draft, step),
    past: goesOn ? past : [...past, draft].slice(-most),
    future: [],
    typing: field,
  };
}
