// A resume is put right by pointing at its page, with the pointer and with the keyboard.

import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Bridge, startBridge } from "../support/bridge.ts";
import { expectNoTroubles, openApp, picture, startBrowser, type Theme, violations } from "../support/browser.ts";
import { documents } from "../support/documents.ts";
import { go, importResume, settledBox } from "../support/gestures.ts";

let bridge: Bridge;
let browser: Browser;
let page: Page;
let troubles: string[] = [];
const files = documents();

beforeAll(async () => {
  browser = await startBrowser();
  bridge = await startBridge();
  ({ page, troubles } = await openApp(browser, bridge.url));
  await importResume(page, files.pdf());
  await page.getByAltText(/Picture of page 1/).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await bridge?.stop();
});

const field = (name: string) => page.getByRole("textbox", { name, exact: true }).first();
const saying = (name: string, text: string) => expect.poll(() => field(name).inputValue(), { timeout: 10_000 }).toBe(text);
const line = (text: string) =>
  page.getByRole("region", { name: "What the file says" }).getByRole("button", { name: text }).first();

test("a field takes the line that is clicked", async () => {
  await field("Headline").fill("Something else");
  await page.getByRole("button", { name: "Take Headline from the page" }).click();
  await page.getByText(/For “Headline” of About you/).waitFor();
  await at(line("Backend Engineer"));
  await saying("Headline", "Backend Engineer");
  expect(await field("Headline").evaluate((box) => box === document.activeElement)).toBe(true);
});

test("words that are dragged over are added to the field one is in", async () => {
  await field("Employer").click();
  const from = await settledBox(line("Northwind Ferries"));
  await page.mouse.move(from.x + 4, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, from.y + from.height / 2, { steps: 3 });
  await page.mouse.move(from.x + 24, from.y + from.height / 2, { steps: 3 });
  await page.mouse.up();
  const bar = page.getByRole("region", { name: "Words of the file" });
  await bar.getByRole("button", { name: "Add" }).click();
  await expect.poll(() => field("Employer").inputValue()).toMatch(/^Northwind Ferries (Northwind|Senior)/);
  await page.keyboard.press("Control+z");
  await saying("Employer", "Northwind Ferries");
});

test("with the keyboard alone a date is read out of a line of the page", async () => {
  await field("From").fill("2001");
  await page.keyboard.press("F7");
  await page.getByRole("region", { name: "Words of the file" }).waitFor();
  await walkTo(/2021/);
  await page.keyboard.press("Enter");
  await saying("From", "2021-03");
});

test("an entry is split, joined and moved", async () => {
  await field("Point 2").click();
  await page.keyboard.press("Control+Shift+S");
  const roles = page.getByRole("group", { name: /Engineer$|^role \d$/ });
  await expect.poll(() => roles.count()).toBe(3);
  await page.keyboard.press("Control+Shift+M");
  await expect.poll(() => roles.count()).toBe(2);
  await page.getByRole("button", { name: "Split, join or move Software Engineer" }).click();
  await page.getByRole("menuitem", { name: "Volunteering" }).click();
  await saying("Organisation", "Quillfeather Press");
  await page.keyboard.press("Control+z");
  await expect.poll(() => page.getByRole("textbox", { name: "Organisation" }).count()).toBe(0);
});

test("what was placed by hand is remembered, and the file is as it was", async () => {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Saved. Export it, or see how it fits a job.").waitFor();
  await go(page, "Resumes");
  await page.getByRole("main").getByRole("link").first().click();
  await saying("Headline", "Backend Engineer");
  const about = await field("Headline").evaluate((box) => {
    const id = box.getAttribute("aria-describedby") ?? "";
    return document.getElementById(id)?.textContent;
  });
  expect(about).toContain("Placed by you");
  expect(about).toMatch(/line \d/);
  await page.getByAltText(/Picture of page 1/).waitFor();
  expectNoTroubles(troubles);
});

describe.each<Theme>(["light", "dark"])("in %s", (theme) => {
  test("pointing and readability break no rule of accessibility", async () => {
    const opened = await openApp(browser, `${bridge.url}#${new URL(page.url()).hash.slice(1)}`, theme);
    const other = opened.page;
    await other.getByRole("textbox", { name: "Headline" }).click();
    await other.keyboard.press("F7");
    await other.getByRole("region", { name: "Words of the file" }).waitFor();
    await other.keyboard.press("Shift+ArrowDown");
    await other.waitForFunction(() => [...document.images].every((image) => image.complete));
    await picture(other, "review-pointing", theme);
    expect(await violations(other)).toEqual([]);
    await other.keyboard.press("Escape");
    await other.getByText("Readability").click();
    await other.getByText(/no pass rate/).waitFor();
    await picture(other, "review-readability", theme);
    expect(await violations(other)).toEqual([]);
    expectNoTroubles(opened.troubles);
    await other.context().close();
  });
});

/** Clicks into the middle of a place, as a pointer does. */
async function at(place: Locator) {
  const { x, y, width, height } = await settledBox(place);
  await page.mouse.click(x + width / 2, y + height / 2);
}

/** Goes down line by line until the words are the ones. */
async function walkTo(words: RegExp) {
  const quote = page.getByRole("region", { name: "Words of the file" }).locator("q");
  await page.keyboard.press("ArrowUp");
  for (let step = 0; step < 30; step++) {
    if (words.test((await quote.textContent()) ?? "")) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`no line says ${words}`);
}
