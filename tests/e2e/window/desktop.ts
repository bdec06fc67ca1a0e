// A desktop of its own for one test: display, session bus, home, and a driver for windows.

import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { program, screens, temporaryFolder } from "../support/places.ts";
import { end, firstLine, start, until, within } from "../support/processes.ts";
import { openSession } from "./webdriver.ts";

const runFile = promisify(execFile);

export type Desktop = Awaited<ReturnType<typeof startDesktop>>;

/** Starts everything a window needs; `stop` ends it in reverse order. */
export async function startDesktop() {
  const home = temporaryFolder("home");
  const env = privateEnvironment(home);
  const started: ReturnType<typeof start>[] = [];
  const begin = (command: string, args: string[], extra = {}) => {
    const one = start(command, args, { env, cwd: home, ...extra });
    started.push(one);
    return one;
  };

  const screen = ["-screen", "0", "1600x900x24", "-nolisten", "tcp"];
  const display = begin("Xvfb", ["-displayfd", "3", ...screen], { stdio: ["ignore", "ignore", "pipe", "pipe"] });
  env["DISPLAY"] = `:${(await firstLine(display, display.child.stdio[3] as Readable)).trim()}`;

  const bus = begin("dbus-daemon", ["--session", "--nofork", "--print-address=1"]);
  env["DBUS_SESSION_BUS_ADDRESS"] = (await firstLine(bus, bus.child.stdout as Readable)).trim();

  /** Opens the app's window under a driver of its own. */
  const open = async (...args: string[]) => {
    const port = await freePort();
    const driver = begin("WebKitWebDriver", [`--port=${port}`]);
    const address = `http://127.0.0.1:${port}`;
    await until("the driver", async () => (await fetch(`${address}/status`)).ok, 15);
    const session = await openSession(address, program("atspro"), args);
    return { ...session, release: () => end(driver) };
  };

  return {
    home,
    env,
    documents: join(home, "Documents/ATSPro"),
    data: join(home, ".local/share/ATSPro"),
    begin,
    open,
    /** Closes the app's window as its close button would, and waits for the app to end. */
    quit: () => quit(env),
    /** Runs a short program on this desktop. */
    run: (command: string, ...args: string[]) => runFile(command, args, { env, timeout: 15_000 }),
    /** Keeps a picture of the screen for people to look at. */
    picture: (name: string) =>
      runFile("/usr/bin/python3", [join(import.meta.dirname, "picture.py"), join(screens("window"), `${name}.png`)], {
        env,
        timeout: 10_000,
      }),
    /** Drops a file on the window with the mouse; says whether the window took it. */
    drop: (file: string, at: { x: number; y: number }) => drop(begin, env, file, at),
    stop: async () => {
      for (const one of started.reverse()) await end(one);
    },
  };
}

function privateEnvironment(home: string): NodeJS.ProcessEnv {
  const folder = (path: string, mode = 0o755) => {
    mkdirSync(join(home, path), { recursive: true, mode });
    return join(home, path);
  };
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    HOME: home,
    XDG_RUNTIME_DIR: folder(".run", 0o700),
    XDG_DATA_HOME: folder(".local/share"),
    XDG_CONFIG_HOME: folder(".config"),
    XDG_CACHE_HOME: folder(".cache"),
    NO_AT_BRIDGE: "1",
    LC_ALL: "C.UTF-8",
    TZ: "UTC",
    GDK_BACKEND: "x11",
    TAURI_WEBVIEW_AUTOMATION: "true",
    WEBKIT_DISABLE_DMABUF_RENDERER: "1",
  };
  for (const name of ["WAYLAND_DISPLAY", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "LD_LIBRARY_PATH"]) delete env[name];
  folder("Documents");
  writeFileSync(join(home, ".config/user-dirs.dirs"), 'XDG_DOCUMENTS_DIR="$HOME/Documents"\n');
  return env;
}

async function quit(env: NodeJS.ProcessEnv) {
  const windows = async () => {
    const found = await runFile("xdotool", ["search", "--onlyvisible", "--name", "^ATSPro"], { env });
    return found.stdout.trim().split("\n");
  };
  for (const window of await windows()) {
    await runFile("/usr/bin/python3", [join(import.meta.dirname, "close.py"), window], { env });
  }
  // It finds nothing, and says so with its exit code, once they are gone.
  await until("the window to close", () => windows().then(() => false, () => true));
}

/** Drags a file with the mouse from a small window of its own onto the app. */
async function drop(
  begin: (command: string, args: string[]) => ReturnType<typeof start>,
  env: NodeJS.ProcessEnv,
  file: string,
  at: { x: number; y: number },
) {
  const [left, top] = [1400, 40];
  const script = join(import.meta.dirname, "drag.py");
  const source = begin("/usr/bin/python3", [script, file, String(left), String(top)]);
  const words: string[] = [];
  createInterface({ input: source.child.stdout as Readable }).on("line", (word) => words.push(word));
  const said = (word: string) => until(`the drag to say ${word}`, () => words.includes(word), 5);
  const mouse = (...args: (string | number)[]) => runFile("xdotool", args.map(String), { env, timeout: 5_000 });
  const pause = () => new Promise((resolve) => setTimeout(resolve, 60));
  try {
    await said("ready");
    await mouse("mousemove", left + 40, top + 40);
    await mouse("mousedown", 1);
    // GTK begins a drag once the mouse has moved some way.
    for (let step = 1; step <= 4; step++) {
      await mouse("mousemove", left + 40 - step * 8, top + 40 + step * 4);
      await pause();
    }
    await said("begin");
    for (let step = 1; step <= 10; step++) {
      const part = (from: number, to: number) => Math.round(from + ((to - from) * step) / 10);
      await mouse("mousemove", part(left, at.x), part(top + 60, at.y));
      await pause();
    }
    await mouse("mousemove", at.x + 2, at.y + 2);
    await pause();
    await mouse("mouseup", 1);
    await within(5, "the end of the drag", said("end"));
    return !words.includes("failed");
  } finally {
    await mouse("mouseup", 1).catch(() => undefined);
    await end(source);
  }
}

async function freePort() {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("there is no free port");
  return address.port;
}
