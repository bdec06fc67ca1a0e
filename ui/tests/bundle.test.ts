// @vitest-environment node
// What goes into the window: little enough to start fast, and nothing meant for development.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";

type Chunk = { file: string; isEntry?: boolean; imports?: string[]; css?: string[] };

const out = mkdtempSync(join(tmpdir(), "atspro-ui-"));
const read = (file: string) => readFileSync(join(out, file));
const kilobytes = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0) / 1000;

let manifest: Record<string, Chunk>;

beforeAll(async () => {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = "production";
  await build({ logLevel: "error", mode: "production", build: { outDir: out, emptyOutDir: true } });
  process.env.NODE_ENV = before;
  manifest = JSON.parse(read(".vite/manifest.json").toString());
}, 120_000);

afterAll(() => rmSync(out, { recursive: true, force: true }));

/** A chunk with everything it needs before it runs. */
function closure(name: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const file of chunk.css ?? []) seen.add(file);
  for (const next of chunk.imports ?? []) closure(next, seen);
  return seen;
}

test("the first chunk is at most 200 kB", () => {
  const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry);
  const size = kilobytes(closure(entry ?? ""));
  expect(size).toBeGreaterThan(50);
  expect(size).toBeLessThan(200);
});

test("no later chunk is above 150 kB", () => {
  for (const { file } of Object.values(manifest)) {
    if (file.endsWith(".js")) expect(kilobytes([file]), file).toBeLessThan(150);
  }
});

test("nothing of the fake, of the bridge, or of eval is in it", () => {
  for (const file of readdirSync(join(out, "assets"))) {
    if (!file.endsWith(".js")) continue;
    const code = read(`assets/${file}`).toString();
    for (const trace of [
      "x-bridge-token",
      "/ipc/",
      "Brackwater",
      "Elena Marsh",
      "__TAURI_EVENT_PLUGIN_INTERNALS__.unregisterListener=",
    ]) {
      expect(code.includes(trace), `${file}: ${trace}`).toBe(false);
    }
    expect(code, file).not.toMatch(/\beval\(|new Function\(/);
  }
});

test("nothing writes to an inherited name, which the window has frozen", () => {
  for (const file of readdirSync(join(out, "assets"))) {
    if (!file.endsWith(".js")) continue;
    const found = read(`assets/${file}`)
      .toString()
      .match(/\w\.prototype\.(valueOf|toString)\s*=(?!=)/);
    expect(found, file).toBeNull();
  }
});

test("the page has no script or style of its own, which the window would refuse", () => {
  const page = read("index.html").toString();
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|https?:\/\//);
});
