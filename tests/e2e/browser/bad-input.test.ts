// Files that are not what they seem, and texts that are too much: a sentence, and the app goes on.

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Bridge, startBridge } from "../support/bridge.ts";
import { expectNoTroubles, openApp, startBrowser } from "../support/browser.ts";
import { documents } from "../support/documents.ts";
import { drop, go } from "../support/gestures.ts";

let bridge: Bridge;
let browser: Browser;
let page: Page;
let troubles: string[] = [];
const files = documents();

beforeAll(async () => {
  browser = await startBrowser();
  bridge = await startBridge();
});

beforeEach(async () => {
  ({ page, troubles } = await openApp(browser, bridge.url));
  await go(page, "Resumes");
});

afterAll(async () => {
  await browser?.close();
  await bridge?.stop();
});

test.each([
  ["an empty file", files.empty, /empty\.pdf.*empty/i],
  ["a file that was cut short", files.truncated, /truncated\.pdf.*(damaged|incomplete|cut)/i],
  ["a file behind a password", files.encrypted, /encrypted\.pdf.*(password|encrypted|locked)/i],
  // Where Tesseract is installed it looks at the picture first, with progress and Stop.
  ["a picture of text", files.scanned, /scanned\.pdf.*picture/i, 10_000],
  ["a file that is too large", files.oversized, /oversized\.pdf.*20 M/i],
  ["a file that loops", files.looping, /looping\.pdf.*(damaged|empty|no text|no page|not)/i],
  ["a program in disguise", files.disguised, /program\.pdf.*(not|no) /i],
])("%s is refused with words", async (_, make, words, limit = 2_000) => {
  const path = make();
  await drop(page, path);
  const note = page.getByRole("region", { name: "Files being read" }).getByRole("listitem");
  // From when the app has the file: bringing it through the browser is the test's own affair.
  await note.waitFor();
  const start = Date.now();
  await expect.poll(() => note.innerText(), { timeout: 10_000 }).toMatch(words);
  expect(Date.now() - start, "milliseconds until the sentence").toBeLessThan(limit);
  await stillAlive();
});

test("a posting of 10 MB is refused with words", async () => {
  await go(page, "Jobs");
  await page.keyboard.press("Control+n");
  const box = page.getByRole("textbox", { name: "The posting", exact: true });
  await box.fill("We need a Rust engineer in Leeds.");
  await page.evaluate(() => navigator.clipboard.writeText("We need a Rust engineer. ".repeat(420_000)));
  const start = Date.now();
  await box.press("Control+v");
  await page.getByText(/larger than 2 M/).first().waitFor();
  expect(Date.now() - start, "milliseconds until the sentence").toBeLessThan(2_000);
  expect(await box.inputValue(), "what was there before").toBe("We need a Rust engineer in Leeds.");
  await stillAlive();
});

test("an import can be stopped, and leaves nothing behind", async () => {
  // Long enough that there is time to stop.
  await drop(page, files.long());
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByText("Stopped. Nothing was saved.").waitFor();
  await stillAlive();
});

/** Nothing was saved, nothing failed unnoticed, and the pages still open. */
async function stillAlive() {
  await go(page, "Settings");
  await go(page, "Resumes");
  await page.getByText("No resumes yet").waitFor();
  expect(await bridge.call("list_resumes")).toEqual([]);
  expectNoTroubles(troubles);
}
