// The app in headless Chromium, watched for everything that must not happen in it.

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { screens } from "./places.ts";

export type Theme = "light" | "dark";

/** Starts the browser of a test file. */
export const startBrowser = () =>
  chromium.launch({
    executablePath: browserPath(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });

/** Opens the app; `troubles` collects what went wrong in the page without anybody noticing. */
export async function openApp(browser: Browser, url: string, theme: Theme = "light") {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 820 },
    colorScheme: theme,
    reducedMotion: "reduce",
    locale: "en-GB",
    timezoneId: "UTC",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    // A command that fails says so to the person; that the bridge says it with a status is no trouble.
    const refused = /\/ipc\/\w+$/.test(message.location().url) && message.text().includes("400");
    if (message.type() === "error" && !refused) troubles.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("request", (request) => {
    const to = new URL(request.url());
    const ours = to.host === new URL(url).host || ["data:", "blob:"].includes(to.protocol);
    if (!ours) troubles.push(`asked ${to.host}`);
  });
  await page.goto(url);
  return { page, troubles };
}

/** What axe finds against WCAG 2.2 A and AA, in words. */
export async function violations(page: Page) {
  // Evaluated from outside the page, so its content security policy stays as it is.
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const { violations } = await axe.run(document, { runOnly: { type: "tag", values: tags } });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
    );
  });
  return found;
}

/** Keeps a picture of the page for people to look at. */
export const picture = (page: Page, name: string, theme: Theme) =>
  page.screenshot({ path: join(screens(theme), `${name}.png`), animations: "disabled" });

/** Fails with all that went wrong unnoticed. */
export const expectNoTroubles = (troubles: string[]) => expect(troubles).toEqual([]);

function browserPath() {
  const chosen = process.env["CHROMIUM"];
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
  const path = chosen ?? found;
  if (path === undefined) throw new Error("there is no Chromium on the PATH; name one in CHROMIUM");
  return path;
}
