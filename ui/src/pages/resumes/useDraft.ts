import { useMutation } from "@tanstack/react-query";
import { useEffect, useReducer, useRef, useState } from "react";
import { commands, type StoredResume } from "../../ipc/bindings.ts";
import { changeDraft, confirmedPaths, type Draft, openDraft } from "./draft.ts";

/** How long after the last change the draft is kept by itself. */
const pause = 1500;

/** A resume being reviewed: changes are kept soon after they are made, at the latest on leaving. */
export function useDraft(stored: StoredResume) {
  const [draft, change] = useReducer(changeDraft, stored, openDraft);
  const [savedVersion, setSavedVersion] = useState(0);
  const work = useMutation({
    scope: { id: `save ${stored.id}` },
    mutationFn: async ({ draft, reviewed }: { draft: Draft; reviewed: boolean }) => {
      const { title, resume, version } = draft;
      await commands.saveResume(stored.id, { title, resume, confirmed: confirmedPaths(draft), reviewed });
      return version;
    },
    onSuccess: (version) => setSavedVersion((before) => Math.max(before, version)),
  });
  const dirty = draft.version > savedVersion;
  const keep = () => work.mutate({ draft, reviewed: stored.reviewed });

  const latest = useRef({ dirty, keep });
  useEffect(() => {
    latest.current = { dirty, keep };
  });
  useEffect(() => {
    if (draft.version === 0) return;
    const timer = setTimeout(() => latest.current.dirty && latest.current.keep(), pause);
    return () => clearTimeout(timer);
  }, [draft.version]);
  useEffect(() => () => void (latest.current.dirty && latest.current.keep()), []);

  return {
    draft,
    change,
    save: () => work.mutateAsync({ draft, reviewed: true }),
    dirty,
    saving: work.isPending,
    error: work.error,
  };
}
