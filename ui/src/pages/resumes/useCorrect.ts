import { useEffect, useState } from "react";
import { undoToast } from "../../actions/undo.tsx";
import { announce } from "../../components/announce.tsx";
import { toast } from "../../components/toast.ts";
import { t } from "../../i18n/i18n.ts";
import type { Correction } from "../../ipc/bindings.ts";
import { isFailure } from "../../ipc/failure.ts";
import { focusField, type ReviewState } from "./ReviewContext.ts";
import { fieldPath } from "./sections.ts";
import type { useDraft } from "./useDraft.ts";

/** Puts something right, says so, and goes on with the field it concerns. */
export function useCorrect({ draft, change, correct }: ReturnType<typeof useDraft>): ReviewState["correct"] {
  const [wanted, want] = useState<{ path: string }>();
  // The field is there once the corrected draft has been drawn.
  useEffect(() => {
    if (wanted) focusField(wanted.path);
  }, [wanted]);

  return async (correction: Correction, words: string) => {
    const before = draft;
    try {
      const focus = await correct(correction);
      announce(words);
      undoToast(words, () => change({ kind: "restore", draft: before }));
      want({ path: fieldPath(focus) ?? focus });
    } catch (error) {
      toast(isFailure(error) ? error.message : t("failure.unexpected"));
    }
  };
}
