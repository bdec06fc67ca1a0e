// The last moves and deletions of this session, and how to take them back.

import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { t } from "../i18n/i18n.ts";
import parts from "./undo.module.css";

type Step = { take: () => Promise<unknown>; toast: string | undefined };

const steps: Step[] = [];

/** Remembers how to take something back; with a `message`, also offers it in a toast. */
export function offerUndo(take: () => Promise<unknown>, message?: string) {
  const step: Step = { take, toast: undefined };
  steps.push(step);
  if (steps.length > 50) steps.shift();
  if (message !== undefined) step.toast = notifications.show(toast(message, () => takeBack(step)));
}

/** Takes the last thing back; `false` when there is none. */
export function undoLast() {
  const step = steps.at(-1);
  return step !== undefined && takeBack(step);
}

function takeBack(step: Step) {
  const place = steps.indexOf(step);
  if (place < 0) return false;
  steps.splice(place, 1);
  if (step.toast !== undefined) notifications.hide(step.toast);
  void step.take();
  return true;
}

let offered: string | undefined;

/**
 * Offers to take something back that its page remembers by itself. Only the latest stays on offer:
 * an older one would take back what came after it too, and keep other notes waiting.
 */
export function undoToast(message: string, take: () => void) {
  if (offered !== undefined) notifications.hide(offered);
  const id = notifications.show(
    toast(message, () => {
      notifications.hide(id);
      take();
    }),
  );
  offered = id;
}

const toast = (message: string, take: () => void) => ({
  role: "status",
  autoClose: 10_000,
  message: (
    <span className={parts.toast}>
      {message}
      <Button size="compact-sm" variant="light" onClick={take}>
        {t("common.undo")}
      </Button>
    </span>
  ),
});
