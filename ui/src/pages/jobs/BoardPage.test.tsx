import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { lastCall, open } from "../../../tests/open.tsx";

const column = async (name: string) => within(await screen.findByRole("region", { name }));
const titles = (of: Awaited<ReturnType<typeof column>>) =>
  of.queryAllByRole("link").map((link: HTMLElement) => link.textContent);

test("every stage has its jobs in order", async () => {
  open("/jobs");
  expect(titles(await column("Saved"))).toEqual([
    "Clinical Data Analyst",
    "Health Informatics Lead",
    "Data Manager, Oncology Trials",
  ]);
  expect((await column("Offer")).getByText("Nothing here")).toBeVisible();
  expect(screen.getByText("10 jobs")).toBeVisible();
});

test("the menu of a card moves it, says so, and it can be taken back", async () => {
  const { user, world } = open("/jobs");
  await user.click(await screen.findByRole("button", { name: "Actions for Health Informatics Lead" }));
  await user.click(await screen.findByRole("menuitem", { name: "Interview" }));
  await waitFor(async () => expect(titles(await column("Interview"))[0]).toBe("Health Informatics Lead"));
  expect(lastCall(world, "moveJob")).toEqual({ id: "job-2", stage: "interview", before: "job-8" });
  expect(screen.getByText(/Health Informatics Lead moved to Interview, 1 of 3/)).toBeInTheDocument();
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(async () => expect(titles(await column("Saved"))[1]).toBe("Health Informatics Lead"));
});

test("Ctrl+Shift+arrows move the focused card, which keeps the focus", async () => {
  const { user, world } = open("/jobs");
  const card = await screen.findByRole("link", { name: "Clinical Data Analyst" });
  card.focus();
  await user.keyboard("{Control>}{Shift>}{ArrowRight}{/Shift}{/Control}");
  expect(lastCall(world, "moveJob")).toEqual({ id: "job-1", stage: "applied", before: "job-4" });
  await waitFor(() => expect(document.activeElement).toHaveTextContent("Clinical Data Analyst"));
  await user.keyboard("{Control>}{Shift>}{ArrowDown}{/Shift}{/Control}");
  expect(lastCall(world, "moveJob")).toEqual({ id: "job-1", stage: "applied", before: "job-5" });
});

test("arrows go from card to card", async () => {
  const { user } = open("/jobs");
  (await screen.findByRole("link", { name: "Clinical Data Analyst" })).focus();
  await user.keyboard("{ArrowDown}");
  await waitFor(() => expect(document.activeElement).toHaveTextContent("Health Informatics Lead"));
  await user.keyboard("{ArrowRight}");
  await waitFor(() => expect(document.activeElement).toHaveTextContent("Biostatistics Programmer"));
});

test("the filter narrows the board and can be cleared", async () => {
  const { user } = open("/jobs");
  await user.type(await screen.findByRole("searchbox", { name: "Filter jobs" }), "orrery");
  expect(screen.getByText("One job")).toBeVisible();
  await user.type(screen.getByRole("searchbox"), "zzz");
  await user.click(screen.getByRole("button", { name: "Clear the filter" }));
  expect(screen.getByText("10 jobs")).toBeVisible();
});

test("a deleted job can be brought back", async () => {
  const { user } = open("/jobs");
  await user.click(await screen.findByRole("button", { name: "Actions for Insight Analyst" }));
  await user.click(await screen.findByRole("menuitem", { name: "Delete" }));
  expect(await screen.findByText("9 jobs")).toBeVisible();
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  expect(await screen.findByText("10 jobs")).toBeVisible();
});

test("without jobs the board says how to get one", async () => {
  const { user, router } = open("/jobs", {}, "empty");
  await user.click(await screen.findByRole("button", { name: "Paste a job" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/jobs/new"));
});

test("a board that cannot be read says why, and tries again", async () => {
  const failing = {
    listJobs: { code: "unexpected" as const, reason: "", message: "The data file is locked." },
  };
  const { user, world } = open("/jobs", { failing });
  expect(await screen.findByRole("alert")).toHaveTextContent("The data file is locked.");
  world.failing = {};
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("10 jobs")).toBeVisible();
});
