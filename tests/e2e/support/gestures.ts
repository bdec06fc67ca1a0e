// What a person does with the app in a browser, in their words.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect } from "vitest";
import type { Locator, Page } from "playwright-core";
import { posting } from "./documents.ts";

/** Drops a file on the window. */
export async function drop(page: Page, path: string) {
  const file = { name: basename(path), bytes: readFileSync(path).toString("base64") };
  const dataTransfer = await page.evaluateHandle(({ name, bytes }) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name));
    return transfer;
  }, file);
  for (const type of ["dragenter", "dragover", "drop"]) {
    await page.dispatchEvent("body", type, { dataTransfer });
  }
}

/** Where something is, once it is there and has come to rest. */
export async function settledBox(place: Locator) {
  await place.waitFor();
  let last = "";
  await expect.poll(async () => {
    const before = last;
    last = JSON.stringify(await place.boundingBox());
    return last !== "null" && last === before;
  }).toBe(true);
  return JSON.parse(last) as { x: number; y: number; width: number; height: number };
}

/** Goes to a page by its place in the sidebar. */
export async function go(page: Page, to: "Today" | "Jobs" | "Resumes" | "Match" | "Settings") {
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: to }).click();
  await page.getByRole("heading", { level: 1, name: to }).waitFor();
}

/** Pastes a posting and adds it as a job; ends on the page of the job. */
export async function addJob(page: Page, text = posting) {
  await go(page, "Jobs");
  await page.keyboard.press("Control+n");
  await page.getByRole("textbox", { name: "The posting", exact: true }).fill(text);
  const title = page.getByRole("textbox", { name: "Title" });
  await expect.poll(() => title.inputValue(), { timeout: 10_000 }).not.toBe("");
  await page.getByRole("button", { name: "Add job" }).click();
  await page.getByRole("heading", { level: 1, name: "Senior Backend Engineer" }).waitFor();
}

/** Imports a resume and waits for its review. */
export async function importResume(page: Page, path: string) {
  await go(page, "Resumes");
  await drop(page, path);
  await page.getByRole("textbox", { name: "Full name" }).waitFor({ timeout: 20_000 });
}
