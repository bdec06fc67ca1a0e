// Who does what: the window and the open page say what their actions run.

import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import type { ActionId } from "./registry.ts";

/** What an action runs; `false` says that it did not apply, so the key keeps its usual meaning. */
export type Act = () => unknown;

/** The latest comes first: a page may do before the window what both can do. */
const handlers = new Map<ActionId, Act[]>();
const listeners = new Set<() => void>();
let version = 0;

const tell = () => {
  version += 1;
  for (const listener of listeners) listener();
};

/** Runs an action if it can run now; says whether it did. */
export function run(id: ActionId): boolean {
  return (handlers.get(id) ?? []).some((act) => act() !== false);
}

/** Whether an action can run now. */
export const canRun = (id: ActionId) => handlers.has(id);

/** Makes actions runnable for as long as the calling component is shown. */
export function useHandlers(mine: Partial<Record<ActionId, Act>>) {
  const latest = useRef(mine);
  useLayoutEffect(() => {
    latest.current = mine;
  });
  const ids = Object.keys(mine).join(" ");
  useEffect(() => {
    const names = ids.split(" ") as ActionId[];
    const calls = names.map((id) => [id, () => latest.current[id]?.()] as const);
    for (const [id, call] of calls) handlers.set(id, [call, ...(handlers.get(id) ?? [])]);
    tell();
    return () => {
      for (const [id, call] of calls) {
        const left = (handlers.get(id) ?? []).filter((act) => act !== call);
        if (left.length > 0) handlers.set(id, left);
        else handlers.delete(id);
      }
      tell();
    };
  }, [ids]);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Renders again when the set of runnable actions changes. */
export const useRunnable = () => useSyncExternalStore(subscribe, () => version);
