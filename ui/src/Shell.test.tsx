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
  expect(lastCall(world, "findInFile")).toMatchObject({ file: "b" });
  expect(lastCall(world, "addFound")).toMatchObject({ found: 1, picks: [0] });
});

const many = [
  file("f1", "a.pdf"),
  file("f2", "broken.pdf"),
  ...Array.from({ length: 18 }, (_, index) => file(`g${index}`, `cv-${index}.pdf`)),
];

test("many resumes are read in one go, with what became of each", async () => {
  const { user, world, router } = open("/", { chosen: many });
  await screen.findByRole("heading", { name: "Today" });
  await act(() => events.filesOffered.emit(many));
  expect(await screen.findByText("19 were read. One could not be read.")).toBeVisible();
  expect((lastCall(world, "importResumes") as { files: string[] }).files).toHaveLength(20);
  await user.click(screen.getByText("What became of each file"));
  const [first, second] = screen.getAllByRole("listitem").filter((item) => item.closest("details"));
  expect(first).toHaveTextContent('"broken.pdf" is damaged.');
  expect(second).toHaveTextContent("a.pdf3 to checkReview");
  await user.click(screen.getAllByRole("link", { name: "Review" })[0] as HTMLElement);
  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/resumes\/.{8}/));
});

test("reading many says how far it is, and Stop keeps what was read", async () => {
  const { user, world } = open("/", { chosen: many, pace: 60 });
  await screen.findByRole("heading", { name: "Today" });
  await act(() => events.filesOffered.emit(many));
  expect(await screen.findByText(/^Reading · 2 of 20$/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Stop" }));
  expect(await screen.findByText(/Stopped: the rest was not read/)).toBeVisible();
  expect(world.resumes.length).toBeGreaterThan(2);
});

test("of several postings in a file one says which are meant", async () => {
  const listing = file("l", "listing.html", "page");
  const { user, world } = open("/", { chosen: [listing] });
  await screen.findByRole("heading", { name: "Today" });
  await act(() => events.filesOffered.emit([listing]));
  expect(await screen.findByText("3 postings are in it.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Choose which" }));
  const dialog = await screen.findByRole("dialog", { name: "3 postings: which of them?" });
  expect(dialog).toHaveTextContent("its page is fetched when it is added");
  await user.click(screen.getByRole("checkbox", { name: /Ward Clerk/ }));
  await user.click(screen.getByRole("checkbox", { name: /Data Steward/ }));
  await user.click(screen.getByRole("button", { name: "Add 2 jobs" }));
  expect(await screen.findByText("2 jobs added.")).toBeVisible();
  expect(lastCall(world, "addFound")).toMatchObject({ found: 1, picks: [0, 2] });
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
