import { useEffect } from "react";
import { canRun, run } from "./handlers.ts";
import { combination, isSingle, isTyping } from "./keys.ts";
import { type ActionDef, actions } from "./registry.ts";
import { singleKeysOn } from "./singleKeys.ts";

/** How long a sequence such as `g t` may take. */
const patience = 1200;

/** Listens for the keys of every action. */
export function useShortcuts() {
  useEffect(() => {
    let first = "";
    let since = 0;
    const listen = (event: KeyboardEvent) => {
      const pressed = combination(event);
      if (!pressed || event.defaultPrevented || event.isComposing) return;
      const sequence = performance.now() - since < patience ? `${first} ${pressed}` : "";
      first = pressed;
      since = performance.now();
      const found = actionFor(sequence, event) ?? actionFor(pressed, event);
      if (found && run(found.id)) {
        event.preventDefault();
        first = "";
      }
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

function actionFor(keys: string, event: KeyboardEvent): ActionDef | undefined {
  const found = actions.find((action) => action.keys.includes(keys) && canRun(action.id));
  if (!found) return undefined;
  if (found.id !== "palette" && document.querySelector("[role=dialog][data-modal], [aria-modal=true]"))
    return undefined;
  if (isSingle(keys) && (isTyping(event) || !singleKeysOn())) return undefined;
  // Text fields keep their own undo, and their own Enter.
  const ofText = keys === "mod+z" || keys === "mod+shift+z" || keys.startsWith("mod+shift+arrow");
  if (ofText && isTyping(event)) return undefined;
  return found;
}
