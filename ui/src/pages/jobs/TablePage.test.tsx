import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { lastCall, open } from "../../../tests/open.tsx";
import { jobsAt } from "../../ipc/fakeJobs.ts";
import { cardOf, rankedJobs } from "../../ipc/fakeMatches.ts";
import { rowsOf, shown, sorted } from "./triage.ts";

const grid = () => screen.findByRole("grid", { name: "Jobs" });
const titles = async () =>
  within(await grid())
    .getAllByRole("link")
    .map(({ textContent }) => textContent);
const active = () => document.querySelector("[role=row][data-active]")?.querySelector("a")?.textContent;

test("the table shows the best fit first, with what counts in a line", async () => {
  open("/jobs/table");
  await waitFor(async () => expect((await titles())[0]).toBe("Clinical Data Analyst"));
  const row = within(await grid()).getAllByRole("row")[1] as HTMLElement;
  await waitFor(() => expect(row).toHaveTextContent("88Strong"));
  for (const words of [
    "Brackwater Health Institute",
    "Leeds",
    "Hybrid",
    "£48K – £56K",
    "Dec 15",
    "1 to check",
  ]) {
    expect(row).toHaveTextContent(words);
  }
  expect(await grid()).toHaveAttribute("aria-rowcount", "11");
});

test("a click on a heading sorts, another one turns the order round", async () => {
  const { user, router } = open("/jobs/table");
  await user.click(await screen.findByRole("button", { name: "Company" }));
  await waitFor(async () => expect((await titles())[0]).toBe("Clinical Data Analyst"));
  expect(screen.getByRole("columnheader", { name: /Company/ })).toHaveAttribute("aria-sort", "ascending");
  await user.click(screen.getByRole("button", { name: /Company/ }));
  await waitFor(async () => expect((await titles())[0]).toBe("Reporting Analyst"));
  expect(router.state.location.search).toMatchObject({ by: "company", down: true });
});

test("J and K go through the rows, S keeps, E archives, and both can be taken back", async () => {
  const { user, world } = open("/jobs/table");
  await waitFor(async () => expect((await titles())[1]).toBe("Health Informatics Lead"));
  await user.click(await grid());
  await user.keyboard("jj");
  expect(active()).toBe("Health Informatics Lead");
  await user.keyboard("k");
  expect(active()).toBe("Clinical Data Analyst");
  await user.keyboard("e");
  await waitFor(() => expect(active()).toBe("Health Informatics Lead"));
  expect(lastCall(world, "decideJobs")).toEqual({ jobs: [["job-1", "archived"]] });
  await user.keyboard("s");
  await waitFor(() => expect(active()).toBe("Data Manager, Oncology Trials"));
  expect(screen.getByText("8 jobs")).toBeVisible();
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(lastCall(world, "decideJobs")).toEqual({ jobs: [["job-2", "open"]] }));
  expect(await screen.findByText("9 jobs")).toBeVisible();
});

test("several rows are chosen and archived together", async () => {
  const { user, world } = open("/jobs/table");
  await waitFor(async () => expect((await titles())[1]).toBe("Health Informatics Lead"));
  await user.click(await grid());
  await user.keyboard("jx");
  await user.keyboard("jx");
  expect(screen.getByText("2 jobs chosen")).toBeVisible();
  await user.click(screen.getByRole("button", { name: /Archive/ }));
  expect(await screen.findAllByText(/2 jobs are archived/)).not.toHaveLength(0);
  expect(lastCall(world, "decideJobs")).toEqual({
    jobs: [
      ["job-1", "archived"],
      ["job-2", "archived"],
    ],
  });
  await user.click(screen.getByText(/^Archived 2/));
  await waitFor(async () => expect(await titles()).toHaveLength(2));
});

test("Enter opens the job, and what was archived is not on the board", async () => {
  const { user, router, world } = open("/jobs/table");
  await waitFor(async () => expect((await titles())[1]).toBe("Health Informatics Lead"));
  await user.click(await grid());
  await user.keyboard("{ArrowDown}{ArrowDown}{Enter}");
  await waitFor(() => expect(router.state.location.pathname).toBe("/jobs/job-2"));
  world.jobs = world.jobs.map((job) => ({ ...job, decision: "archived" as const }));
  await router.navigate({ to: "/jobs" });
  expect(await screen.findByText(/10 jobs|0 jobs/)).toBeVisible();
});

test("a long comparison says how far it is, and can be stopped", async () => {
  const { user, world } = open("/jobs/table", { pace: 100 });
  expect(await screen.findByText(/^\d+ of 10$/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Stop" }));
  await waitFor(() => expect(lastCall(world, "cancelTask")).toBeDefined());
  expect(await titles()).toHaveLength(10);
});

test("of two thousand jobs only those in sight are drawn, and the last is one key away", async () => {
  const [job] = jobsAt(0);
  if (!job) throw new Error("no job");
  const jobs = Array.from({ length: 2000 }, (_, index) => ({
    ...job,
    id: `many-${index}`,
    posting: { ...job.posting, title: `Job ${index}` },
  }));
  const { user } = open("/jobs/table?by=title&down=false", { jobs });
  expect(await screen.findByText("2000 jobs")).toBeVisible();
  expect((await titles()).length).toBeLessThan(60);
  await user.click(await grid());
  await user.keyboard("{End}");
  await waitFor(() => expect(screen.getByText("Job 1999", { selector: "footer *" })).toBeVisible());
  expect(await grid()).toHaveAttribute("aria-rowcount", "2001");
});

test("what a column does not know comes last, either way", () => {
  const jobs = jobsAt(0);
  const rows = rowsOf(jobs.map(cardOf), rankedJobs(jobs));
  for (const down of [true, false]) {
    expect(sorted(rows, { by: "score", down }).at(-1)?.job.title).toBe("Analytics Engineer");
    expect(
      sorted(rows, { by: "pay", down })
        .slice(0, 4)
        .every(({ job }) => job.salary),
    ).toBe(true);
  }
  expect(shown(rows, "open", "leeds clinical").map(({ job }) => job.id)).toEqual(["job-1"]);
});
