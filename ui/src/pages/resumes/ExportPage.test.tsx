import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { lastCall, open } from "../../../tests/open.tsx";

test("the preview follows the template, and the template is remembered", async () => {
  const { user, world } = open("/resumes/resume-1/export");
  await waitFor(() =>
    expect(lastCall(world, "previewResume")).toEqual({ id: "resume-1", template: "plain" }),
  );
  await user.click(await screen.findByRole("radio", { name: /Classic/ }));
  await waitFor(() =>
    expect(lastCall(world, "previewResume")).toEqual({ id: "resume-1", template: "classic" }),
  );
  expect(lastCall(world, "saveSettings")).toMatchObject({ settings: { template: "classic" } });
});

test("the other tab shows what a parser reads", async () => {
  const { user } = open("/resumes/resume-1/export");
  await user.click(await screen.findByRole("tab", { name: "What a parser reads" }));
  expect(await screen.findByText(/Elena Marsh\s+Clinical Data Analyst/)).toBeVisible();
});

test("an export says where it is, and opens it", async () => {
  const { user, world } = open("/resumes/resume-1/export");
  await user.click(await screen.findByRole("button", { name: "Export PDF" }));
  expect(await screen.findByText("Saved in ~/Documents/ATSPro, 1 page.")).toBeVisible();
  expect(screen.getByText("Read back: nothing was lost.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Open" }));
  expect(lastCall(world, "openFile")).toEqual({ file: "exported" });
  await user.click(screen.getByRole("button", { name: "Show in folder" }));
  expect(lastCall(world, "revealFile")).toEqual({ file: "exported" });
});

test("an export that fails says why", async () => {
  const failing = { exportResume: { code: "noSpace" as const, reason: "", message: "Nothing was written." } };
  const { user } = open("/resumes/resume-1/export", { failing });
  await user.click(await screen.findByRole("button", { name: "Export PDF" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Nothing was written.");
});
