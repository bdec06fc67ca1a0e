import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { lastCall, open } from "../../../tests/open.tsx";
import { elena } from "../../ipc/fakeResume.ts";
import { changeOf } from "./repair.ts";

const openLint = async () => {
  const opened = open("/resumes/resume-1");
  await opened.user.click(await screen.findByText("Readability"));
  await screen.findByRole("heading", { name: "One error" });
  return opened;
};

test("findings are listed worst first, with why, what helps and what it rests on", async () => {
  await openLint();
  const names = screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent);
  expect(names).toEqual(["Contact data only in the header L07", "Weak start B06", "A word twice B13"]);
  expect(screen.getByText("Stated by makers of hiring systems")).toBeVisible();
  expect(screen.getByText("Resolving 1 error (L07) makes it B.")).toBeVisible();
  expect(screen.getByText(/no pass rate/)).toBeVisible();
});

test("a finding leads to its field, or to its line in the file", async () => {
  const { user } = await openLint();
  await user.click(screen.getByRole("button", { name: "Show it in the file" }));
  expect(document.activeElement).toHaveAccessibleName("elena.marsh@example.org");
  await user.click(screen.getAllByRole("button", { name: "Go to the field" })[0] as HTMLElement);
  expect(document.activeElement).toHaveAttribute("data-path", "work[0].highlights[1]");
});

test("a safe repair is made at once, and can be taken back", async () => {
  const { user, world } = await openLint();
  await user.click(screen.getByRole("button", { name: "Repair it" }));
  await waitFor(
    () =>
      expect(lastCall(world, "saveResume")).toMatchObject({
        draft: { review: { resume: { basics: { label: "Data Analyst" } } } },
      }),
    { timeout: 4000 },
  );
  await waitFor(() => expect(screen.queryByText("A word twice")).toBeNull());
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await user.click(screen.getByText("Fields"));
  expect(await screen.findByRole("textbox", { name: "Headline" })).toHaveValue("Clinical Data Analyst");
});

test("a check can be switched off, and a job adds its own", async () => {
  const { user, world } = await openLint();
  const warnings = () => within(screen.getByRole("region", { name: /warning/ }));
  await user.click(warnings().getByRole("button", { name: "Do not check this" }));
  await waitFor(() =>
    expect(lastCall(world, "saveSettings")).toMatchObject({ settings: { lint: { off: ["B06"] } } }),
  );
  await user.click(screen.getByRole("combobox", { name: "For a job" }));
  await user.click(await screen.findByRole("option", { name: /Reporting Analyst/ }));
  await waitFor(() => expect(lastCall(world, "lintResume")).toEqual({ resume: "resume-1", job: "job-6" }));
  expect(await screen.findByText("The title asked for never appears")).toBeVisible();
});

test("a repair whose words are gone is none", () => {
  const edit = { kind: "replace", path: "basics.label", from: "Baker", to: "Head baker" } as const;
  expect(changeOf(edit, elena)).toBeUndefined();
  const [first = ""] = elena.work[1]?.highlights ?? [];
  expect(changeOf({ kind: "remove", path: "work[1].highlights[0]", from: first }, elena)).toEqual({
    kind: "order",
    list: "work[1].highlights",
    order: [1],
  });
  expect(changeOf({ kind: "reorder", section: "work", order: [0] }, elena)).toBeUndefined();
});
