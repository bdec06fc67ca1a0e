// Programs started by a test: each in a process group of its own, so that ending one ends all it started.

import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

const running = new Set<ChildProcess>();

const endAll = () => {
  for (const child of [...running].reverse()) signal(child, "SIGKILL");
};
process.on("exit", endAll);
process.on("SIGTERM", () => process.exit(143));

/** Starts a program; what it complains about is kept for when a test fails. */
export function start(command: string, args: string[], options: SpawnOptions = {}) {
  const child = spawn(command, args, {
    stdio: ["pipe", "pipe", "pipe"],
    detached: process.platform !== "win32",
    ...options,
  });
  running.add(child);
  const complaints: string[] = [];
  child.stderr?.on("data", (text: Buffer) => complaints.push(text.toString()));
  child.on("error", (error) => complaints.push(String(error)));
  child.on("exit", () => {
    // What it started may outlive it.
    signal(child, "SIGKILL");
    running.delete(child);
  });
  return { child, complaints };
}

/** The first line a program writes to one of its outputs. */
export async function firstLine(started: ReturnType<typeof start>, output: Readable, seconds = 20) {
  const lines = createInterface({ input: output });
  const line = once(lines, "line").then(([text]) => String(text));
  const gone = once(started.child, "exit").then(() => {
    throw new Error(`${started.child.spawnfile} ended early: ${started.complaints.join("")}`);
  });
  return within(seconds, `the first line of ${started.child.spawnfile}`, Promise.race([line, gone]));
}

/** Ends a program and all it started; kills it when it does not listen. */
export async function end({ child }: ReturnType<typeof start>, how: NodeJS.Signals = "SIGTERM") {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  signal(child, how);
  await within(5, "the end", gone).catch(() => {
    signal(child, "SIGKILL");
    return gone;
  });
}

/** The answer, or an error once it takes too long. */
export async function within<T>(seconds: number, what: string, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took more than ${seconds} s`)), seconds * 1000);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** Asks again and again until the answer is there. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | false | undefined | null> | T | false | undefined | null,
  seconds = 10,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  let trouble: unknown;
  while (Date.now() < deadline) {
    try {
      const answer = await ask();
      if (answer !== false && answer !== undefined && answer !== null) return answer;
    } catch (error) {
      trouble = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited ${seconds} s in vain for ${what}`, { cause: trouble });
}

function signal(child: ChildProcess, how: NodeJS.Signals) {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, how);
  } catch {
    // It is gone already.
  }
}
