// Development only: a plain browser that talks to the real commands through a local server.
//
// Every invoke is `POST /ipc/{command}`; events and channel messages arrive on `GET /events`;
// files are uploaded with `POST /files`, after which they are offered like dropped ones.

import { emit } from "@tauri-apps/api/event";
import { mockIPC } from "@tauri-apps/api/mocks";
import type { OfferedFile } from "./bindings.ts";

/** What the server sends on its stream. */
type Message =
  | { type: "event"; name: string; payload: unknown }
  | { type: "channel"; id: number; index: number; message: unknown }
  | { type: "hello" };

const token = takeToken();
const headers = { "x-bridge-token": token };

/** Connects the window to the server, and waits until both directions are open. */
export async function installBridge() {
  mockIPC((command, args) => (command === "choose_files" ? choose() : invoke(command, args)), {
    shouldMockEvents: true,
  });
  acceptDrops();
  await listen();
}

/** The router would take the query for its own, so the token leaves the address; a reload finds it again. */
function takeToken() {
  const given = new URLSearchParams(window.location.search).get("token");
  if (given === null) return sessionStorage.getItem("bridge-token") ?? "";
  sessionStorage.setItem("bridge-token", given);
  window.history.replaceState(null, "", window.location.pathname + window.location.hash);
  return given;
}

async function invoke(command: string, args: unknown): Promise<unknown> {
  const body = JSON.stringify(args ?? {});
  const answer = await fetch(`/ipc/${encodeURIComponent(command)}`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body,
  });
  if (answer.headers.get("content-type")?.startsWith("application/octet-stream")) return answer.arrayBuffer();
  const text = await answer.text();
  const value: unknown = text === "" ? null : JSON.parse(text);
  if (!answer.ok) throw value;
  return value;
}

function listen() {
  const stream = new EventSource(`/events?token=${encodeURIComponent(token)}`);
  stream.onmessage = ({ data }: MessageEvent<string>) => hear(JSON.parse(data) as Message);
  return new Promise<void>((resolve) => {
    stream.onopen = () => resolve();
  });
}

function hear(message: Message) {
  if (message.type === "event") void emit(message.name, message.payload);
  if (message.type === "channel") runCallback(message.id, { index: message.index, message: message.message });
}

type Internals = { runCallback: (id: number, value: unknown) => void };

const runCallback: Internals["runCallback"] = (id, value) =>
  (window as unknown as { __TAURI_INTERNALS__: Internals }).__TAURI_INTERNALS__.runCallback(id, value);

/** Files dropped on the page behave like files dropped on the window. */
function acceptDrops() {
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  let inside = 0;
  window.addEventListener("dragenter", (event) => {
    if (!hasFiles(event)) return;
    inside += 1;
    if (inside === 1) void emit("files-hovering", true);
  });
  window.addEventListener("dragleave", (event) => {
    if (!hasFiles(event)) return;
    inside = Math.max(0, inside - 1);
    if (inside === 0) void emit("files-hovering", false);
  });
  window.addEventListener("dragover", (event) => event.preventDefault());
  window.addEventListener("drop", (event) => {
    event.preventDefault();
    inside = 0;
    void emit("files-hovering", false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) void upload(files).then((offered) => emit("files-offered", offered));
  });
}

const upload = (files: File[]) => Promise.all(files.map(uploadOne));

async function uploadOne(file: File): Promise<OfferedFile> {
  const answer = await fetch(`/files?name=${encodeURIComponent(file.name)}`, {
    method: "POST",
    headers,
    body: file,
  });
  const value: unknown = await answer.json();
  if (!answer.ok) throw value;
  return value as OfferedFile;
}

/** Stands in for the native dialog. The input stays in the page, so that a test can fill it. */
function choose(): Promise<OfferedFile[]> {
  const input = document.createElement("input");
  Object.assign(input, { type: "file", multiple: true, hidden: true, id: "bridge-files" });
  document.getElementById(input.id)?.remove();
  document.body.append(input);
  return new Promise((resolve, reject) => {
    input.oncancel = () => resolve([]);
    input.onchange = () => upload([...(input.files ?? [])]).then(resolve, reject);
    input.click();
  });
}
