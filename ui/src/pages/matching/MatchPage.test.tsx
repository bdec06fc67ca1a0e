import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { lastCall, open } from "../../../tests/open.tsx";
import { jobsAt, matchOf } from "../../ipc/fakeJobs.ts";
import { elena } from "../../ipc/fakeResume.ts";
import { blocksOf } from "./resumeText.ts";
import { rowsOf } from "./rows.ts";

const address = "/match?resume=resume-1&job=job-1";

test("coverage comes first, then found, weak and missing, then the score with its parts", async () => {
  open(address);
  expect(await screen.findByRole("heading", { name: "5 of 6 must-haves found" })).toBeVisible();
  const names = screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent);
  expect(names).toEqual([
    "5 of 6 must-haves found",
    "Found",
    "Weak",
    "Missing",
    "What if",
    "Conditions",
    "Not judged",
    "Score",
    "The words behind it",
  ]);
  const score = within(screen.getByRole("region", { name: "Score" }));
  expect(score.getByText("71.5")).toBeVisible();
  expect(score.getByText("Not a prediction of what an employer's system shows.")).toBeVisible();
  expect(score.queryByText("Licences")).toBeNull();
});

test("a row shows the words of both texts", async () => {
  const { user } = open(address);
  await user.click(await screen.findByRole("button", { name: /^SQL/ }));
  const marked = (name: string) =>
    [...screen.getByRole("region", { name }).querySelectorAll("[data-chosen]")].map(
      ({ textContent }) => textContent,
    );
  expect(marked("Your resume")).toEqual(["SQL"]);
  expect(marked("The posting")).toEqual(["SQL"]);
  await user.click(screen.getByRole("button", { name: /^SAS/ }));
  expect(screen.getByText("Nothing in the resume answers this.")).toBeVisible();
  expect(marked("The posting")).toEqual(["SAS"]);
});

test("what is missing says what showing it would add", async () => {
  open(address);
  expect(await screen.findByText("Showing it would add about 7.4 points")).toBeVisible();
  expect(screen.getByText(/Your resume does not say/)).toBeVisible();
});

test("another job can be picked", async () => {
  const { user, router } = open(address);
  await user.click(await screen.findByRole("combobox", { name: "Job" }));
  await user.click(await screen.findByRole("option", { name: /Reporting Analyst/ }));
  await waitFor(() => expect(router.state.location.search).toEqual({ resume: "resume-1", job: "job-6" }));
});

test("without a resume there is nothing to compare yet", async () => {
  open("/match", {}, "empty");
  expect(await screen.findByText("Import a resume first")).toBeVisible();
});

test("what is only listed or related is weak, and must-haves come first", () => {
  const [job] = jobsAt(0);
  if (!job) throw new Error("no job");
  const { found, weak, missing } = rowsOf(matchOf(job));
  expect(weak.map(({ name }) => name)).toEqual(["Power BI"]);
  expect(missing.map(({ name }) => name)).toEqual(["SAS", "CDISC"]);
  expect(found.map(({ importance }) => importance)).toEqual([
    ...Array<string>(4).fill("required"),
    "preferred",
    "mentioned",
  ]);
});

test("every word of the resume is in its text", () => {
  const shown = blocksOf(elena).flatMap(({ entries }) =>
    entries.flatMap(({ lines }) => lines.flatMap(({ words }) => words.map(({ path }) => path))),
  );
  expect(shown).toContain("work[0].highlights[2]");
  expect(shown).toContain("skills[1].keywords[0]");
  expect(shown).toContain("languages[1].fluency");
  expect(new Set(shown).size).toBe(shown.length);
});

test("lines join what is asked with the words that answer it", async () => {
  const { user } = open(address);
  await user.click(await screen.findByRole("button", { name: /^Python/ }));
  const line = (key: string) => document.querySelector(`path[data-join="${key}"]`);
  expect(line("evidence-1")).toHaveAttribute("data-chosen");
  expect(line("evidence-0")).not.toHaveAttribute("data-chosen");
  expect(line("evidence-4")).toHaveAttribute("data-weak");
  expect(document.querySelectorAll("path[data-join]")).toHaveLength(7);
});

test("words that are marked lead to their row", async () => {
  const { user } = open(address);
  const posting = within(await screen.findByRole("region", { name: "The posting" }));
  await user.click(posting.getByText("Power BI"));
  expect(screen.getByRole("button", { name: /^Power BI/, pressed: true })).toBeVisible();
});

test("what if says what showing the missing would change", async () => {
  const { user, world } = open(address);
  await user.click(await screen.findByRole("checkbox", { name: "SAS" }));
  expect(await screen.findByText("71.5 would become 78.9 (7.4 points more): Strong match.")).toBeVisible();
  await user.click(screen.getByRole("checkbox", { name: "CDISC" }));
  expect(await screen.findByText(/71.5 would become 81 /)).toBeVisible();
  expect(lastCall(world, "whatIf")).toEqual({ resume: "resume-1", job: "job-1", shown: ["SAS", "CDISC"] });
});

test("one resume is ranked over all jobs, and one job over all resumes", async () => {
  const { user, router } = open(address);
  await user.click(await screen.findByRole("link", { name: "All jobs for this resume" }));
  expect(await screen.findByRole("heading", { name: "Jobs for “Elena Marsh, analyst”" })).toBeVisible();
  const [first] = await screen
    .findAllByRole("listitem")
    .then((all) => all.filter((one) => one.closest("ol")));
  expect(first).toHaveTextContent(/^188StrongClinical Data Analyst/);
  await router.navigate({ to: "/rank", search: { job: "job-1" } });
  expect(await screen.findByRole("heading", { name: "Resumes for “Clinical Data Analyst”" })).toBeVisible();
  await user.click(await screen.findByRole("link", { name: "Short version for councils" }));
  await waitFor(() => expect(router.state.location.search).toEqual({ resume: "resume-2", job: "job-1" }));
});
