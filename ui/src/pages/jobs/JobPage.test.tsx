import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { lastCall, open } from "../../../tests/open.tsx";
import type { PostingEdit } from "../../ipc/bindings.ts";
import { jobsAt } from "../../ipc/fakeJobs.ts";
import { saySalary } from "./salary.ts";

test("a job shows its fields, where each came from, and marks what is asked", async () => {
  open("/jobs/job-1");
  expect(await screen.findByRole("heading", { level: 1, name: "Clinical Data Analyst" })).toBeVisible();
  const facts = within(screen.getByRole("region", { name: "Details" }));
  expect(facts.getByText("£48,000 – £56,000 a year")).toBeVisible();
  expect(facts.getAllByText("From the text").length).toBeGreaterThan(2);
  expect(screen.getByTitle("Must have: SAS")).toHaveTextContent("SAS");
});

test("it says how the main resume fits", async () => {
  open("/jobs/job-1");
  expect(await screen.findByText("5 of 6 must-haves found")).toBeVisible();
  expect(screen.getByRole("link", { name: "Match in detail" })).toHaveAttribute(
    "href",
    "/match?resume=resume-1&job=job-1",
  );
});

test("notes are kept as they are written", async () => {
  const { user, world } = open("/jobs/job-1");
  await user.type(await screen.findByRole("textbox", { name: "Notes" }), "Ask about SAS");
  await waitFor(
    () => expect(lastCall(world, "saveJob")).toMatchObject({ edit: { notes: "Ask about SAS" } }),
    {
      timeout: 3000,
    },
  );
});

test("details can be corrected, but not to nothing", async () => {
  const { user, world } = open("/jobs/job-1");
  await user.click(await screen.findByRole("button", { name: "Edit details" }));
  const title = screen.getByRole("textbox", { name: "Title" });
  fireEvent.change(title, { target: { value: "" } });
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(screen.getByText(/Give the job a title/)).toBeVisible();
  fireEvent.change(title, { target: { value: "Trial analyst" } });
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Trial analyst" })).toBeVisible();
  expect(lastCall(world, "savePosting")).toMatchObject({ id: "job-1", edit: { title: "Trial analyst" } });
});

test("every field can be put right, and what was is the user's own", async () => {
  const { user, world } = open("/jobs/job-1");
  await user.click(await screen.findByRole("button", { name: "Edit details" }));
  const pay = screen.getByRole("textbox", { name: "From" });
  expect(pay).toHaveAccessibleDescription("From the text");
  fireEvent.change(pay, { target: { value: "50000" } });
  await user.selectOptions(screen.getByRole("combobox", { name: "How much SAS matters" }), "preferred");
  await user.click(screen.getByRole("button", { name: "CDISC is not asked for" }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  const facts = within(await screen.findByRole("region", { name: "Details" }));
  expect(await facts.findByText("£50,000 – £56,000 a year")).toBeVisible();
  expect(facts.getByText("You")).toBeVisible();
  const { edit } = lastCall(world, "savePosting") as { edit: PostingEdit };
  expect(edit.requirements.map(({ name }) => name)).not.toContain("CDISC");
  expect(edit.requirements.find(({ name }) => name === "SAS")?.importance).toBe("preferred");
  expect(edit.applyDeadline).toBe("2026-12-15");
});

test("a day that is none is not saved", async () => {
  const { user, world } = open("/jobs/job-1");
  await user.click(await screen.findByRole("button", { name: "Edit details" }));
  fireEvent.change(screen.getByRole("textbox", { name: "Posted" }), { target: { value: "soon" } });
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText(/Write a year/)).toBeVisible();
  expect(lastCall(world, "savePosting")).toBeUndefined();
});

test("a job that came by before says so", async () => {
  const [job] = jobsAt(Date.now() - 200 * 86_400_000);
  if (!job) throw new Error("no job");
  const jobs = [...jobsAt(Date.now()), { ...job, id: "old", stage: "applied" as const }];
  const { user, router } = open("/jobs/job-1", { jobs });
  const note = within(await screen.findByRole("region", { name: "You saw this before" }));
  expect(note.getByText(/^You saw this in [A-Z]/)).toBeVisible();
  await user.click(note.getByRole("link", { name: "Clinical Data Analyst, Brackwater Health Institute" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/jobs/old"));
});

test("a job that is gone says so", async () => {
  open("/jobs/nowhere");
  expect(await screen.findByRole("alert")).toHaveTextContent("This is no longer here");
});

test("pay reads as people say it", () => {
  const pay = { min: 48000, max: 56000, currency: "GBP", period: "year" } as const;
  expect(saySalary(pay)).toBe("£48,000 – £56,000 a year");
  expect(saySalary(pay, "short")).toBe("£48K – £56K");
  expect(saySalary({ min: 21.5, max: null, currency: "USD", period: "hour" })).toBe("From $21.50 an hour");
  expect(saySalary({ min: 1200, max: 1200, currency: "", period: "month" })).toBe("1,200 a month");
});
