import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { open } from "../../../tests/open.tsx";
import { worldOf } from "../../ipc/fake.ts";
import { nextSteps } from "./steps.ts";

test("a new user is asked for a resume, and sees no zeros", async () => {
  open("/", {}, "empty");
  expect(await screen.findByRole("heading", { level: 1, name: "Drop your resume to start" })).toBeVisible();
  expect(screen.getByRole("button", { name: "Choose file" })).toBeEnabled();
  expect(screen.getByRole("main")).not.toHaveTextContent(/\b0\b/);
});

test("starting without a file opens an empty resume", async () => {
  const { user, router } = open("/", {}, "empty");
  await user.click(await screen.findByRole("button", { name: "Start without one" }));
  expect(await screen.findByRole("textbox", { name: "Full name" })).toHaveValue("");
  expect(router.state.location.pathname).toMatch(/^\/resumes\//);
});

test("choosing a file reads it and opens the review", async () => {
  const chosen = [{ id: "f1", name: "cv.pdf", size: 9, kind: "document" as const }];
  const { user, router } = open("/", { chosen }, "empty");
  await user.click(await screen.findByRole("button", { name: "Choose file" }));
  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/resumes\//));
  expect(await screen.findByRole("heading", { level: 1, name: "cv" })).toBeVisible();
});

test("the next steps lead to the page that does them", async () => {
  const { user, router } = open("/");
  const steps = within(await screen.findByRole("region", { name: "Next steps" }));
  expect(steps.getByText("3 fields need a look before you use it.")).toBeVisible();
  await user.click(steps.getByRole("button", { name: "Match: See how you fit “Clinical Data Analyst”" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/match"));
  expect(router.state.location.search).toEqual({ resume: "resume-1", job: "job-1" });
});

test("what happened links to its job or resume", async () => {
  open("/");
  const happened = within(await screen.findByRole("region", { name: "What happened" }));
  expect(happened.getByRole("link", { name: "Clinical Systems Analyst" })).toHaveAttribute(
    "href",
    "/jobs/job-8",
  );
  expect(happened.getByText(/Moved to Interview/)).toBeVisible();
});

test("without a resume, or without a job, the next step is to add one", () => {
  const [resume] = worldOf().resumes;
  const card = resume && {
    ...resume,
    name: "",
    label: "",
    format: "pdf" as const,
    toCheck: 0,
    reviewed: true,
  };
  expect(nextSteps([], [], undefined).map(({ kind }) => kind)).toEqual(["addResume", "addJob"]);
  expect(nextSteps(card ? [card] : [], [], card)).toEqual([{ kind: "addJob" }]);
});
