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
  await user.clear(company);
  await user.type(company, "Brackwater");
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
