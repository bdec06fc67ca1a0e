import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { lastCall, open } from "../../../tests/open.tsx";
import { posting } from "../../ipc/fakeJobs.ts";

const paste = async (text: string) =>
  fireEvent.change(await screen.findByRole("textbox", { name: /The posting/ }), { target: { value: text } });

test("what a pasted posting says is understood and can be corrected", async () => {
  const { user, world, router } = open("/jobs/new");
  await paste(posting);
  await waitFor(() =>
    expect(screen.getByRole("textbox", { name: "Title" })).toHaveValue("Clinical Data Analyst"),
  );
  expect(screen.getByText("10 in all")).toBeVisible();
  expect(screen.getByText("SAS")).toBeVisible();
  const company = screen.getByRole("textbox", { name: "Company" });
  fireEvent.change(company, { target: { value: "Brackwater" } });
  await user.click(screen.getByRole("button", { name: "Add job" }));
  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/jobs\/.{8}/));
  expect(lastCall(world, "addJob")).toMatchObject({
    draft: { company: "Brackwater", title: "", text: posting },
  });
  expect(await screen.findByRole("heading", { level: 1, name: "Clinical Data Analyst" })).toBeVisible();
});

test("without a title there is no job to add", async () => {
  open("/jobs/new");
  expect(await screen.findByRole("button", { name: "Add job" })).toBeDisabled();
});

test("Ctrl+Enter adds the job", async () => {
  const { user, world } = open("/jobs/new");
  await user.type(await screen.findByRole("textbox", { name: "Title" }), "Baker");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() =>
    expect(lastCall(world, "addJob")).toMatchObject({ draft: { title: "Baker", text: "" } }),
  );
});

test("a text too large to be a posting is refused in words", async () => {
  const { world } = open("/jobs/new");
  await paste("x".repeat(2 * 1024 * 1024 + 1));
  expect(await screen.findByText(/larger than 2 MiB/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Add job" })).toBeDisabled();
  expect(lastCall(world, "readPosting")).toBeUndefined();
});

test("a posting that was seen before says when, and can be added all the same", async () => {
  const { user, world } = open("/jobs/new");
  await paste(posting);
  const note = await screen.findByRole("region", { name: "You saw this before" });
  expect(note).toHaveTextContent("You saw this today.");
  expect(note).toHaveTextContent("Same text");
  await user.click(screen.getByRole("button", { name: "Add job" }));
  await waitFor(() => expect(lastCall(world, "addJob")).toMatchObject({ draft: { text: posting } }));
});

test("a posting is fetched from the address that was typed, after saying who is asked", async () => {
  const { user, world, router } = open("/jobs/new");
  const address = await screen.findByRole("textbox", { name: "Address of the posting" });
  await user.type(address, "http://example.org/1");
  expect(screen.getByRole("button", { name: "Fetch the page" })).toBeDisabled();
  await user.clear(address);
  await user.type(address, "https://example.org/1");
  expect(screen.getByText(/Asks example.org once/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Fetch the page" }));
  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/jobs\/.{8}/));
  expect(lastCall(world, "findAtAddress")).toMatchObject({ address: "https://example.org/1" });
});

test("an address that is refused says why, and stays as it was typed", async () => {
  const message = "This address leads into a private network.";
  const failing = { findAtAddress: { code: "invalid" as const, reason: "private", message } };
  const { user } = open("/jobs/new", { failing });
  const address = await screen.findByRole("textbox", { name: "Address of the posting" });
  await user.type(address, "https://10.0.0.1/{Enter}");
  expect(await screen.findByText(message)).toBeVisible();
  expect(address).toHaveValue("https://10.0.0.1/");
});

test("of a page with several postings one picks", async () => {
  const { user, world, router } = open("/jobs/new");
  await user.type(
    await screen.findByRole("textbox", { name: "Address of the posting" }),
    "https://example.org/jobs{Enter}",
  );
  await screen.findByRole("dialog", { name: "3 postings: which of them?" });
  await user.click(screen.getByRole("checkbox", { name: "All of them" }));
  await user.click(screen.getByRole("button", { name: "Add 3 jobs" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/jobs/table"));
  expect(lastCall(world, "addFound")).toMatchObject({ picks: [0, 1, 2] });
});
