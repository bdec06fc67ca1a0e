// Where the programs under test are, and where what they leave behind goes.

import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../../..");

const target = process.env["CARGO_TARGET_DIR"] ?? join(root, "target");
const programs = process.env["ATSPRO_PROGRAMS"] ?? join(target, "debug");

/** A program of ours, built by `cargo xtask test`. */
export const program = (name: "ats" | "atspro" | "bridge") =>
  join(programs, process.platform === "win32" ? `${name}.exe` : name);

/** The UI that a browser shows over the bridge. */
export const bridgeUi = process.env["ATSPRO_BRIDGE_UI"] ?? join(target, "bridge-ui");

/** A fresh folder, gone when the tests of this file are over. */
export function temporaryFolder(name: string) {
  const folder = mkdtempSync(join(tmpdir(), `atspro-${name}-`));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The folder for screenshots, for people to look at. */
export function screens(...below: string[]) {
  const folder = join(root, "out/screens", ...below);
  mkdirSync(folder, { recursive: true });
  return folder;
}
