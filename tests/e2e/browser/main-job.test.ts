// From a first start to an exported resume, with everything still there afterwards.

import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bridge, startBridge } from "../support/bridge.ts";
import { expectNoTroubles, openApp, startBrowser } from "../support/browser.ts";
import { documents } from "../support/documents.ts";
import { addJob, drop, go, importResume, settledBox } from "../support/gestures.ts";

let bridge: Bridge;
let browser: Browser;
let page: Page;
let troubles: string[] = [];
const files = documents();

async function start(data?: string) {
  bridge = await startBridge(data);
  ({ page, troubles } = await openApp(browser, bridge.url));
}

beforeAll(async () => {
  browser = await startBrowser();
  await start();
});

afterAll(async () => {
  await browser?.close();
  await bridge?.stop();
});

test("a first start says what to do", async () => {
  await page.getByRole("heading", { name: "Drop your resume to start" }).waitFor();
  await page.getByRole("button", { name: "Choose file" }).waitFor();
});

test("a dropped PDF is read and opens for review", async () => {
  await drop(page, files.pdf());
  const name = page.getByRole("textbox", { name: "Full name" });
  await name.waitFor({ timeout: 20_000 });
  expect(await name.inputValue()).toBe("Ada Rowntree");
  expect(await page.getByRole("textbox", { name: "Employer" }).first().inputValue()).toBe("Northwind Ferries");
  await page.getByAltText(/Picture of page 1/).waitFor();
});

test("a corrected field is saved", async () => {
  await page.getByRole("textbox", { name: "Headline" }).fill("Staff Backend Engineer");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Saved. Export it, or see how it fits a job.").waitFor();
  await go(page, "Resumes");
  await page.getByText("Staff Backend Engineer").first().waitFor();
});

test("a pasted posting is understood while it is pasted", async () => {
  await addJob(page);
  const words = await page.getByRole("main").innerText();
  for (const word of ["Harbourlight Logistics", "Leeds", "Rust", "PostgreSQL"]) expect(words).toContain(word);
});

test("the match shows the words of both behind each point", async () => {
  await page.getByRole("link", { name: "Match in detail" }).click();
  await page.getByRole("heading", { name: "The words behind it" }).waitFor();
  const main = page.getByRole("main");
  await main.getByRole("button", { name: /PostgreSQL/ }).first().click();
  await expect.poll(() => main.innerText()).toContain("40 million tickets");
  expect(await main.innerText()).toContain("Experience with PostgreSQL");
  await main.getByText("Kafka").first().waitFor();
});

test("a job moves over the board by keyboard", async () => {
  await go(page, "Jobs");
  await page.getByRole("link", { name: /Senior Backend Engineer/ }).focus();
  await page.keyboard.press("Control+Shift+ArrowRight");
  await page.getByText(/Senior Backend Engineer moved to Applied, 1 of 1/).first().waitFor();
  await stageIs("applied");
});

test("a job moves over the board by drag", async () => {
  const column = page.getByRole("region", { name: /Interview/ });
  const card = page.getByRole("region", { name: /Applied/ }).getByRole("link", { name: /Senior Backend Engineer/ });
  const from = await settledBox(card);
  const to = await settledBox(column);
  await page.mouse.move(from.x + 20, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 40, { steps: 5 });
  await page.mouse.move(to.x + to.width / 2, to.y + 120, { steps: 15 });
  await page.mouse.up();
  await stageIs("interview");
});

test("the resume is exported as a PDF that a parser can read", async () => {
  await go(page, "Resumes");
  await page.getByRole("main").getByRole("link").first().click();
  await page.getByRole("link", { name: "Export" }).click();
  await page.getByAltText(/^Page 1/).waitFor();
  await page.getByRole("button", { name: "Export PDF" }).click();
  await page.getByText(/is ready/).first().waitFor();
  const folder = join(bridge.data, "documents");
  expect(readdirSync(folder)).toEqual(["Ada_Rowntree_Staff_Backend_Engineer.pdf"]);
  const text = execFileSync("pdftotext", [join(folder, "Ada_Rowntree_Staff_Backend_Engineer.pdf"), "-"]).toString();
  for (const word of ["Ada Rowntree", "ada.rowntree@example.org", "Northwind Ferries", "PostgreSQL"]) {
    expect(text).toContain(word);
  }
});

test("text and Word files are read too", async () => {
  for (const path of [files.text(), files.docx()]) {
    await importResume(page, path);
    expect(await page.getByRole("textbox", { name: "Full name" }).inputValue()).toBe("Ada Rowntree");
  }
});

test("everything is still there after a restart", async () => {
  expectNoTroubles(troubles);
  await page.close();
  await bridge.stop();
  await start(bridge.data);
  await go(page, "Resumes");
  await page.getByText("Staff Backend Engineer").first().waitFor();
  await go(page, "Jobs");
  await page.getByRole("region", { name: /Interview/ }).getByText("Senior Backend Engineer").waitFor();
  expectNoTroubles(troubles);
});

async function stageIs(stage: string) {
  const stages = async () => ((await bridge.call("list_jobs")) as { stage: string }[]).map((job) => job.stage);
  await expect.poll(stages).toEqual([stage]);
}
