// The app without its window: a bridge with a data folder of its own.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { bridgeUi, program, temporaryFolder } from "./places.ts";
import { end, firstLine, start } from "./processes.ts";

export type Bridge = Awaited<ReturnType<typeof startBridge>>;

/** Starts the app on a fresh data folder, or again on one it has used. */
export async function startBridge(data = temporaryFolder("data")) {
  const started = start(program("bridge"), ["--data", data, "--ui", bridgeUi, "--until-stdin-closes"]);
  if (started.child.stdout === null) throw new Error("the bridge has no output");
  const url = await firstLine(started, started.child.stdout);
  const token = new URL(url).searchParams.get("token") ?? "";

  const post = async (path: string, body: BodyInit) => {
    const response = await fetch(new URL(path, url), {
      method: "POST",
      body,
      headers: { "x-bridge-token": token },
      signal: AbortSignal.timeout(20_000),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw answer;
    return answer;
  };

  return {
    url,
    data,
    token,
    /** Calls a command as the UI would. */
    call: (command: string, args: object = {}) => post(`/ipc/${command}`, JSON.stringify(args)),
    /** Hands a file over as if it had been dropped. */
    offer: (path: string) =>
      post(`/files?name=${encodeURIComponent(basename(path))}`, new Uint8Array(readFileSync(path))),
    /** Ends the app in order. */
    stop: async () => {
      started.child.stdin?.end();
      await end(started, "SIGCONT");
    },
  };
}
