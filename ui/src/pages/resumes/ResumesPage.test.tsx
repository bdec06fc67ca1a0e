import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { lastCall, open } from "../../../tests/open.tsx";

const chosen = [{ id: "f1", name: "cv.docx", size: 9, kind: "document" as const }];

test("the library shows what each resume needs", async () => {
  open("/resumes");
  expect(await screen.findByRole("heading", { name: "Elena Marsh, analyst" })).toBeVisible();
  expect(screen.getByText("3 to check")).toBeVisible();
  expect(screen.getByText("Reviewed")).toBeVisible();
  expect(screen.getByText("Main")).toBeVisible();
});

test("an empty library says what to do", async () => {
  open("/resumes", {}, "empty");
  expect(await screen.findByText("No resumes yet")).toBeVisible();
  expect(screen.getByRole("button", { name: "Import resume" })).toBeEnabled();
});

test("an import shows its step in words and can be stopped", async () => {
  const { user, world } = open("/resumes", { chosen, pace: 60_000 });
  await user.click(await screen.findByRole("button", { name: "Import resume" }));
  expect(await screen.findByText("Opening")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Stop" }));
  expect(lastCall(world, "cancelTask")).toHaveProperty("task");
});

test("a file that cannot be read says why, and the library stays as it was", async () => {
  const failing = {
    importResume: { code: "unreadable" as const, reason: "locked", message: "cv.docx is locked." },
  };
  const { user } = open("/resumes", {
    chosen: [{ ...chosen[0], id: "f2", name: "b.docx", size: 1, kind: "document" }],
    failing,
  });
  await user.click(await screen.findByRole("button", { name: "Import resume" }));
  expect(await screen.findByText("cv.docx is locked.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Dismiss: b.docx" }));
  expect(screen.queryByText("cv.docx is locked.")).toBeNull();
});

test("a resume can be made the main one, deleted, and brought back", async () => {
  const { user, world } = open("/resumes");
  const menu = () => screen.findByRole("button", { name: "Actions for Short version for councils" });
  await user.click(await menu());
  await user.click(await screen.findByRole("menuitem", { name: "Make it the main resume" }));
  expect(lastCall(world, "saveSettings")).toMatchObject({ settings: { mainResume: "resume-2" } });
  await user.click(await menu());
  await user.click(await screen.findByRole("menuitem", { name: "Delete" }));
  await waitFor(() =>
    expect(screen.queryByRole("heading", { name: "Short version for councils" })).toBeNull(),
  );
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  expect(await screen.findByRole("heading", { name: "Short version for councils" })).toBeVisible();
});
