import { useMutation } from "@tanstack/react-query";
import { useEffect, useReducer, useRef, useState } from "react";
import { type Correction, commands, type StoredResume } from "../../ipc/bindings.ts";
import { type Change, type Draft, openDraft, reviewOf } from "./draft.ts";
import { changeHistory, newHistory } from "./history.ts";

/** How long after the last change the draft is kept by itself. */
const pause = 1500;

/** A resume being reviewed: changes are kept soon after they are made, at the latest on leaving. */
export function useDraft(stored: StoredResume) {
  const [history, step] = useReducer(changeHistory, stored, (stored) => newHistory(openDraft(stored)));
  const { draft } = history;
  const [savedVersion, setSavedVersion] = useState(0);
  const work = useMutation({
    scope: { id: `save ${stored.id}` },
    mutationFn: async ({ draft, reviewed }: { draft: Draft; reviewed: boolean }) => {
      await commands.saveResume(stored.id, { title: draft.title, review: reviewOf(draft), reviewed });
      return draft.version;
    },
    onSuccess: (version) => setSavedVersion((before) => Math.max(before, version)),
  });
  const dirty = draft.version > savedVersion;
  const keep = () => work.mutate({ draft, reviewed: stored.reviewed });

  const latest = useRef({ draft, dirty, keep });
  useEffect(() => {
    latest.current = { draft, dirty, keep };
  });
  useEffect(() => {
    if (draft.version === 0) return;
    const timer = setTimeout(() => latest.current.dirty && latest.current.keep(), pause);
    return () => clearTimeout(timer);
  }, [draft.version]);
  useEffect(() => () => void (latest.current.dirty && latest.current.keep()), []);

  /** Has Rust put something right; what is typed meanwhile is not lost. Answers the field to go on with. */
  const correct = async (correction: Correction): Promise<string> => {
    for (;;) {
      const { draft } = latest.current;
      const corrected = await commands.correctResume(stored.id, reviewOf(draft), correction);
      if (latest.current.draft.version !== draft.version) continue;
      step({ kind: "corrected", corrected });
      return corrected.focus;
    }
  };

  return {
    draft,
    typing: history.typing,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    change: step as (change: Change) => void,
    undo: () => step({ kind: "undo" }),
    redo: () => step({ kind: "redo" }),
    correct,
    save: () => work.mutateAsync({ draft, reviewed: true }),
    dirty,
    saving: work.isPending,
    error: work.error,
  };
}
