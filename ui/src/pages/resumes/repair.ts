// What the linter offers to change, as a change of the draft, so that places and undo go along.

import type { Edit, Resume } from "../../ipc/bindings.ts";
import type { Change } from "./draft.ts";
import { listAt, textAt } from "./paths.ts";

/** The change an edit makes; nothing once what it would change is no longer there. */
export function changeOf(edit: Edit, resume: Resume): Change | undefined {
  switch (edit.kind) {
    case "replace":
      return textAt(resume, edit.path) === edit.from
        ? { kind: "set", path: edit.path, value: edit.to }
        : undefined;
    case "remove": {
      const [, list, item] = edit.path.match(/^(.*)\[(\d+)\]$/) ?? [];
      if (list === undefined || textAt(resume, edit.path) !== edit.from) return undefined;
      const order = listAt(resume, list).map((_, place) => place);
      return { kind: "order", list, order: order.filter((place) => place !== Number(item)) };
    }
    case "reorder": {
      const fits = edit.order.length === listAt(resume, edit.section).length;
      return fits ? { kind: "order", list: edit.section, order: edit.order } : undefined;
    }
  }
}
