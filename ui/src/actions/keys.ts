// Which keys were pressed, and how they are written.

/** Cmd on a Mac, Ctrl elsewhere: what `mod` stands for. */
export const isMac = () => /mac/i.test(navigator.platform);

/** The combination of an event, in the form the registry uses. */
export function combination(event: KeyboardEvent) {
  const key = event.key.toLowerCase();
  if (["control", "shift", "alt", "meta"].includes(key)) return "";
  const mod = isMac() ? event.metaKey : event.ctrlKey;
  // Shift is part of a character such as "?", but a modifier of a named key.
  const shift = event.shiftKey && (key.length > 1 || mod);
  return [mod && "mod", event.altKey && "alt", shift && "shift", key === " " ? "space" : key]
    .filter(Boolean)
    .join("+");
}

/** Whether a combination would take a letter away from someone typing. */
export const isSingle = (keys: string) => !/^(mod|alt)\+|^(shift\+)?f\d+$|^enter$|^escape$/.test(keys);

/** Whether the event goes to a place where people type. */
export function isTyping(event: KeyboardEvent) {
  const target = event.target;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio])"))
  );
}

const names: Record<string, string> = {
  shift: "Shift",
  alt: "Alt",
  arrowleft: "←",
  arrowright: "→",
  arrowup: "↑",
  arrowdown: "↓",
  enter: "Enter",
  escape: "Esc",
};

/** The keys as they are printed on the board, one item a key; `then` parts a sequence. */
export function keyNames(keys: string, then = "then"): string[] {
  const [first = "", second] = keys.split(" ");
  const combo = first
    .split("+")
    .map((part) => (part === "mod" ? (isMac() ? "⌘" : "Ctrl") : (names[part] ?? part.toUpperCase())));
  return second === undefined ? combo : [first.toUpperCase(), then, second.toUpperCase()];
}
