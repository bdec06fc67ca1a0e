import { act, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { lastCall, open } from "../tests/open.tsx";
import { purposeOf } from "./actions/imports.ts";
import { events, type OfferedFile } from "./ipc/bindings.ts";

const file = (id: string, name: string, kind: OfferedFile["kind"] = "document"): OfferedFile => ({
  id,
  name,
  size: 1,
  kind,
});

test("a file is a job on the pages of jobs, and a saved page is one anywhere", () => {
  expect(purposeOf(file("1", "a.pdf"), "/")).toBe("resume");
  expect(purposeOf(file("1", "a.pdf"), "/jobs/new")).toBe("job");
  expect(purposeOf(file("1", "a.html", "page"), "/resumes")).toBe("job");
});

test("files over the window show where they will go", async () => {
  open("/jobs");
  await screen.findByRole("heading", { name: "Jobs" });
  await act(() => events.filesHovering.emit(true));
  expect(await screen.findByText("Drop to add it as a job")).toBeVisible();
  await act(() => events.filesHovering.emit(false));
  await waitFor(() => expect(screen.queryByText("Drop to add it as a job")).toBeNull());
});

test("several dropped files are read one after the other, each with its own state", async () => {
  const { world } = open("/");
  await screen.findByRole("heading", { name: "Today" });
  await act(() => events.filesOffered.emit([file("a", "a.pdf"), file("b", "posting.html", "page")]));
  expect(await screen.findByText("Read. Ready to review.")).toBeVisible();
  expect(await screen.findByText("One job added.")).toBeVisible();
  expect(lastCall(world, "importJobs")).toMatchObject({ file: "b" });
});

test("data that could not be opened is said in words, instead of an empty window", async () => {
  const trouble = { code: "newer" as const, reason: "", message: "Update ATSPro to open it." };
  open("/", { trouble });
  expect(await screen.findByRole("heading", { name: "Your data could not be opened" })).toBeVisible();
  expect(screen.getByRole("alert")).toHaveTextContent("Update ATSPro to open it.");
});

test("an address that leads nowhere leads back", async () => {
  const { user, router } = open("/nowhere");
  await user.click(await screen.findByRole("button", { name: "Go to Today" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/"));
});

test("one can skip to the content", async () => {
  const { user } = open("/");
  await screen.findByRole("heading", { name: "Today" });
  await user.click(screen.getByRole("link", { name: "Skip to content" }));
  expect(screen.getByRole("main")).toHaveFocus();
});
