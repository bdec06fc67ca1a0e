import { useSyncExternalStore } from "react";

const key = "atspro.singleKeys";
const listeners = new Set<() => void>();

/** Whether keys pressed alone do something; people who dictate switch this off. */
export const singleKeysOn = () => localStorage.getItem(key) !== "off";

/** Switches keys pressed alone on or off, for this computer. */
export function setSingleKeys(on: boolean) {
  localStorage.setItem(key, on ? "on" : "off");
  for (const listener of listeners) listener();
}

/** Whether keys pressed alone do something, kept up to date. */
export const useSingleKeys = () =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, singleKeysOn);
