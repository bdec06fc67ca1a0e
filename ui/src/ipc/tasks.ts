import { Channel } from "@tauri-apps/api/core";
import { commands, type Progress } from "./bindings.ts";

/** A long command under way: its answer, and the means to stop it. */
export type Running<Output> = {
  answer: Promise<Output>;
  stop: () => void;
};

/** Starts a long command; `onProgress` hears each step, unless the window closes first. */
export function startTask<Output>(
  run: (task: string, progress: Channel<Progress>) => Promise<Output>,
  onProgress: (progress: Progress) => void,
): Running<Output> {
  const task = crypto.randomUUID();
  return {
    answer: run(task, new Channel(onProgress)),
    stop: () => void commands.cancelTask(task),
  };
}
