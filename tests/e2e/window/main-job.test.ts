// The main job in the real window, from a file dropped with the mouse to a restart.

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from "vitest";
import { documents, posting } from "../support/documents.ts";
import { program } from "../support/places.ts";
import { until } from "../support/processes.ts";
import { type Desktop, startDesktop } from "./desktop.ts";

const linux = process.platform === "linux";
const files = documents();

/** What a person would click or fill in, by its words. */
const button = (words: string) => `//button[normalize-space()="${words}"]`;
const link = (words: string) => `//main//a[contains(normalize-space(), "${words}")]`;
const page = (name: string) => `//nav//a[normalize-space()="${name}"]`;
const field = (label: string) =>
  `//*[self::input or self::textarea][@id=//label[starts-with(normalize-space(), "${label}")]/@for or @aria-label="${label}"]`;

describe.skipIf(!linux)("in the real window", () => {
  let desktop: Desktop;
  let app: Awaited<ReturnType<Desktop["open"]>>;
  const shows = (words: string | RegExp, seconds = 10) =>
    until(
      `the window to show ${words}`,
      async () => {
        const text = await app.text();
        return typeof words === "string" ? text.includes(words) : words.test(text);
      },
      seconds,
    );
  const click = (xpath: string) => until(xpath, () => app.click(xpath).then(() => true));

  beforeAll(async () => {
    desktop = await startDesktop();
    app = await desktop.open();
  });

  afterAll(async () => {
    await desktop?.stop();
  });

  /** A test that leaves a picture behind when it fails. */
  const step = (name: string, work: () => Promise<void>) =>
    test(name, async () => {
      onTestFailed(async () => {
        await desktop.picture(`failed: ${name}`).catch(() => undefined);
      });
      await work();
    });

  step("a first start says what to do", async () => {
    await shows("Drop your resume to start");
    await desktop.picture("first-start");
  });

  step("a file dropped with the mouse is read and opens for review", async () => {
    const path = files.pdf();
    await until("the window to take the file", () => desktop.drop(path, { x: 640, y: 420 }), 40);
    await until("the review", async () => (await app.value(field("Full name"))) === "Ada Rowntree", 20);
    await desktop.picture("review");
  });

  step("the review is corrected and saved", async () => {
    await app.clear(field("Headline"));
    await app.type(field("Headline"), "Staff Backend Engineer");
    await click(button("Save"));
    await shows("Saved. Export it");
  });

  step("a pasted posting becomes a job", async () => {
    await click(page("Jobs"));
    await click(button("Paste a job"));
    await until("the form", () => app.find(field("The posting")));
    await app.type(field("The posting"), posting);
    await until("the title", async () => (await app.value(field("Title"))) === "Senior Backend Engineer");
    await shows(/Must have\s[^]*PostgreSQL/);
    await click(button("Add job"));
    await shows("Match in detail");
  });

  step("the match quotes both texts", async () => {
    await click(link("Match in detail"));
    await shows("The words behind it");
    await shows("PostgreSQL");
    await desktop.picture("match");
  });

  step("the export is in the user's documents", async () => {
    await click(page("Resumes"));
    await click(link("ada"));
    await click(link("Export"));
    await click(button("Export PDF"));
    await shows("is ready");
    expect(readdirSync(desktop.documents)).toEqual(["Ada_Rowntree_Staff_Backend_Engineer.pdf"]);
  });

  step("a script in the page does not run", async () => {
    const ran = await app.run<boolean>(`
      const script = document.createElement("script");
      script.textContent = "window.intruder = true";
      document.body.append(script);
      const picture = document.createElement("div");
      picture.innerHTML = '<img src="missing" onerror="window.intruder = true">';
      document.body.append(picture);
      return window.intruder === true;`);
    expect(ran).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await app.run("return window.intruder === true")).toBe(false);
  });

  step("the page cannot call what no capability opens to it", async () => {
    const answer = await app.run<string>(`
      return window.__TAURI_INTERNALS__.invoke("plugin:dialog|open", {})
        .then(() => "opened", (why) => String(why));`);
    expect(answer).toMatch(/not allowed/);
  });

  step("a second start hands its file over and ends", async () => {
    const path = files.text();
    const second = desktop.begin(program("atspro"), [path], { stdio: ["ignore", "ignore", "pipe"] });
    await until("the second start to end", () => second.child.exitCode !== null, 10);
    expect(second.child.exitCode).toBe(0);
    await until("the handed file", async () => (await app.value(field("Full name"))) === "Ada Rowntree", 20);
  });

  step("after a restart everything is still there", async () => {
    await desktop.quit();
    await app.release();
    app = await desktop.open();
    await click(page("Resumes"));
    await shows("Staff Backend Engineer");
    await click(page("Jobs"));
    await shows("Senior Backend Engineer");
    await desktop.picture("board");
  });

  step("data of a newer version is refused with words and left alone", async () => {
    await desktop.quit();
    await app.release();
    const database = join(desktop.data, "atspro.db");
    expect(existsSync(database)).toBe(true);
    await sql(
      database,
      "insert into _sqlx_migrations (version, description, success, checksum, execution_time) values (29990101000000, 'of the future', 1, x'00', 0)",
    );
    const before = await count(database);
    app = await desktop.open();
    await shows(/newer version/);
    await desktop.picture("newer");
    expect(await count(database)).toBe(before);
  });

  /** Runs a statement on the user's database, and answers the first value. */
  async function sql(database: string, statement: string) {
    const script =
      "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); r = c.execute(sys.argv[2]).fetchone(); c.close(); print(r)";
    return (await desktop.run("/usr/bin/python3", "-c", script, database, statement)).stdout.trim();
  }

  const count = (database: string) => sql(database, "select count(*) from resume");
});
