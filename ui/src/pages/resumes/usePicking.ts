import { useState } from "react";
import type { SourceLine } from "../../ipc/bindings.ts";
import { type Selection, wholeLine } from "./selection.ts";

/** Words of the file on their way into a field. */
export type Picking = {
  /** Whether the next words pointed at go straight into the field. */
  on: boolean;
  selection: Selection | undefined;
  /** Begins to take words for the active field, from the line it stands on. */
  start: (line: number | undefined) => void;
  select: (selection: Selection | undefined) => void;
  stop: () => void;
};

export function usePicking(lines: readonly SourceLine[]): Picking {
  const [on, setOn] = useState(false);
  const [selection, select] = useState<Selection>();
  return {
    on,
    selection,
    start: (line = 0) => {
      if (lines.length === 0) return;
      setOn(true);
      select(wholeLine(lines, line));
    },
    select,
    stop: () => {
      setOn(false);
      select(undefined);
    },
  };
}
