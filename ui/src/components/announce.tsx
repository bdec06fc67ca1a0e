import { VisuallyHidden } from "@mantine/core";
import { useSyncExternalStore } from "react";

let said = "";
const listeners = new Set<() => void>();

/** Says something to people who do not see it happen. */
export function announce(text: string) {
  // A repeated sentence is heard again only if it differs.
  said = text === said ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Where announcements are read from; once in the window. */
export function Announcer() {
  const text = useSyncExternalStore(subscribe, () => said);
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {text}
    </VisuallyHidden>
  );
}
