import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { lastCall, open } from "../../../tests/open.tsx";
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
  await user.clear(title);
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(screen.getByText(/Give the job a title/)).toBeVisible();
  await user.type(title, "Trial analyst");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Trial analyst" })).toBeVisible();
  expect(lastCall(world, "saveJob")).toMatchObject({ id: "job-1", edit: { title: "Trial analyst" } });
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
