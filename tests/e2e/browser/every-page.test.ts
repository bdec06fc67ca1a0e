// Every page, light and dark: no WCAG A or AA violation, and a picture for people to look at.

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Bridge, startBridge } from "../support/bridge.ts";
import { expectNoTroubles, openApp, picture, startBrowser, type Theme, violations } from "../support/browser.ts";
import { documents, posting } from "../support/documents.ts";

let empty: Bridge;
let full: Bridge;
let browser: Browser;
let pages: Record<string, string> = {};
const files = documents();

beforeAll(async () => {
  browser = await startBrowser();
  [empty, full] = await Promise.all([startBridge(), startBridge()]);
  pages = await fill(full);
});

afterAll(async () => {
  await browser?.close();
  await Promise.all([empty?.stop(), full?.stop()]);
});

describe.each<Theme>(["light", "dark"])("in %s", (theme) => {
  test.each(["today", "jobs", "resumes", "match", "settings"])("%s, before there is anything", (name) =>
    look(empty, theme, `${name}-empty`, name === "today" ? "/" : `/${name}`),
  );

  const all = ["today", "jobs", "table", "add-job", "job", "resumes", "review", "export", "match", "rank", "settings"];
  test.each(all)("%s", (name) =>
    look(full, theme, name, pages[name] ?? "/"),
  );

  test("the palette and the list of shortcuts", async () => {
    const { page, troubles } = await openApp(browser, full.url, theme);
    await settled(page);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("engineer");
    await page.getByRole("option", { name: /Rust Engineer/ }).waitFor();
    await judge(page, "palette", theme);
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    await judge(page, "shortcuts", theme);
    expectNoTroubles(troubles);
    await page.context().close();
  });
});

test("a narrow window shows every page without scrolling sideways", async () => {
  for (const [name, path] of Object.entries(pages)) {
    const { page } = await openApp(browser, addressed(full, path));
    await page.setViewportSize({ width: 640, height: 820 });
    await settled(page);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(beyond, name).toBeLessThanOrEqual(0);
    await picture(page, `${name}-narrow`, "light");
    await page.context().close();
  }
});

/** Puts a resume and a few jobs in, and says where each page is. */
async function fill(bridge: Bridge) {
  const file = (await bridge.offer(files.pdf())) as { id: string };
  const call = bridge.call as (command: string, args: object) => Promise<{ id: string }>;
  const resume = await call("import_resume", { file: file.id, task: "fill", progress: "__CHANNEL__:1" });
  const add = (title: string, company: string) =>
    call("add_job", { draft: { text: posting, title, company, location: "", url: "" } });
  const job = await add("", "");
  const others = [
    ["Rust Engineer", "Pinecone Robotics", "applied"],
    ["Platform Engineer, Payments and Settlements", "The Long-Established Northern Savings Bank", "applied"],
    ["Staff Engineer", "Mudlark Maps", "interview"],
    ["Python Developer", "Quay & Sons", "closed"],
  ] as const;
  for (const [title, company, stage] of others) {
    const { id } = await add(title, company);
    await call("move_job", { id, stage, before: null });
  }
  return {
    today: "/",
    jobs: "/jobs",
    table: "/jobs/table",
    "add-job": "/jobs/new",
    job: `/jobs/${job.id}`,
    resumes: "/resumes",
    review: `/resumes/${resume.id}`,
    export: `/resumes/${resume.id}/export`,
    match: `/match?resume=${resume.id}&job=${job.id}`,
    rank: `/rank?resume=${resume.id}`,
    settings: "/settings",
  };
}

async function look(bridge: Bridge, theme: Theme, name: string, path: string) {
  const { page, troubles } = await openApp(browser, addressed(bridge, path), theme);
  await judge(page, name, theme);
  expectNoTroubles(troubles);
  await page.context().close();
}

async function judge(page: Page, name: string, theme: Theme) {
  await settled(page);
  await picture(page, name, theme);
  expect(await violations(page)).toEqual([]);
}

const addressed = (bridge: Bridge, path: string) => `${bridge.url}#${path}`;

/** Once nothing is loading any more and every picture is there. */
async function settled(page: Page) {
  await page.waitForFunction(
    () =>
      document.querySelector("h1") !== null &&
      document.querySelector(".mantine-Skeleton-root, .mantine-Loader-root, [aria-busy=true]") === null &&
      [...document.images].every((image) => image.complete) &&
      document.fonts.status === "loaded",
  );
}
