import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { lastCall, open } from "../../../tests/open.tsx";

const field = (name: string) => screen.findByRole("textbox", { name });

test("each field says how sure it is and where it stands", async () => {
  open("/resumes/resume-1");
  const name = await field("Full name");
  expect(name).toHaveValue("Elena Marsh");
  expect(name).toHaveAccessibleDescription("page 1, line 1 Certain");
  expect(await field("Place")).toHaveAccessibleDescription("page 1, line 5 Check");
  expect(screen.getByText("3 to check")).toBeVisible();
});

test("F8 goes from one doubtful field to the next, least certain first, and Enter accepts", async () => {
  const { user } = open("/resumes/resume-1");
  const place = await field("Place");
  await user.keyboard("{F8}");
  expect(document.activeElement).toHaveValue("Presented safety findings to the trust board every quarter.");
  await user.keyboard("{Enter}");
  expect(screen.getByText("2 to check")).toBeVisible();
  expect(place).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(document.activeElement).toHaveValue("Calder Research Group");
  await user.keyboard("{Enter}");
  expect(screen.getByText("Nothing left to check")).toBeVisible();
});

test("a field shows its line in the file, and a line of the file its field", async () => {
  open("/resumes/resume-2");
  const headline = await field("Headline");
  fireEvent.focus(headline);
  const source = within(screen.getByRole("region", { name: "What the file says" }));
  const line = source.getByRole("button", { name: "Clinical Data Analyst" });
  expect(line).toHaveAttribute("data-mark", "active");
  fireEvent.click(source.getByRole("button", { name: "Northgate Hospital Trust" }));
  expect(document.activeElement).toHaveValue("Northgate Hospital Trust");
});

test("the pages of a PDF have a box for each line", async () => {
  open("/resumes/resume-1");
  await field("Full name");
  const source = within(screen.getByRole("region", { name: "What the file says" }));
  fireEvent.click(await source.findByRole("button", { name: "elena.marsh@example.org" }));
  expect(await field("E-mail")).toHaveFocus();
});

test("a page that cannot be drawn is listed by its lines", async () => {
  const failing = { getPageImage: { code: "unreadable" as const, reason: "", message: "no" } };
  open("/resumes/resume-1", { failing });
  expect(await screen.findByText(/The picture of this page could not be made/)).toBeVisible();
});

test("saving keeps what was corrected and accepted", async () => {
  const { user, world } = open("/resumes/resume-1");
  const headline = await field("Headline");
  await user.clear(headline);
  await user.type(headline, "Trial analyst");
  await user.keyboard("{F8}{Enter}");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Saved. Export it, or see how it fits a job.")).toBeVisible();
  expect(lastCall(world, "saveResume")).toMatchObject({
    id: "resume-1",
    draft: {
      reviewed: true,
      review: {
        resume: { basics: { label: "Trial analyst" } },
        edited: ["basics.label"],
        origins: { "work[0].highlights[2]": { confidence: 1 } },
      },
    },
  });
});

test("what was typed is kept when the page is left without saving", async () => {
  const { user, world, router } = open("/resumes/resume-1");
  await user.type(await field("Headline"), "!");
  await router.navigate({ to: "/resumes" });
  await waitFor(() => expect(lastCall(world, "saveResume")).toMatchObject({ draft: { reviewed: false } }));
});

test("half a date is no value, and says what one is", async () => {
  const { user, world } = open("/resumes/resume-1");
  const [from] = await screen.findAllByRole("textbox", { name: "From" });
  if (!from) throw new Error("no date");
  await user.clear(from);
  await user.type(from, "202");
  expect(screen.getByText(/Write a year/)).toBeVisible();
  await user.type(from, "2-05");
  expect(screen.queryByText(/Write a year/)).toBeNull();
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() =>
    expect(lastCall(world, "saveResume")).toMatchObject({
      draft: { review: { resume: { work: [{ startDate: "2022-05" }, {}] } } },
    }),
  );
});

test("entries can be added, moved, removed and brought back", async () => {
  const { user } = open("/resumes/resume-1");
  await field("Full name");
  await user.click(screen.getByRole("button", { name: "Move Data Analyst up" }));
  const roles = () =>
    screen
      .getAllByRole("group", { name: /Data Analyst|role 3/ })
      .map((group) => group.getAttribute("aria-label"));
  expect(roles()).toEqual(["Data Analyst", "Senior Data Analyst"]);
  await user.click(screen.getByRole("button", { name: "Split, join or move Senior Data Analyst" }));
  await user.click(await screen.findByRole("menuitem", { name: "Remove Senior Data Analyst" }));
  expect(roles()).toEqual(["Data Analyst"]);
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  expect(roles()).toEqual(["Data Analyst", "Senior Data Analyst"]);
  await user.click(screen.getAllByRole("button", { name: "Add role" })[0] as HTMLElement);
  expect(roles()).toContain("role 3");
});

test("a line that was not placed can be put into the field one was in", async () => {
  const { user } = open("/resumes/resume-1");
  await user.click(await field("Summary"));
  const line = screen.getByText("References on request").closest("li");
  await user.click(within(line as HTMLElement).getByRole("button", { name: "Put into “Summary”" }));
  await waitFor(async () =>
    expect(await field("Summary")).toHaveValue(
      "Analyst with seven years in hospital trials. Turns messy patient records into answers a ward can act on, and writes the code so that others can check it. References on request",
    ),
  );
  expect(screen.queryByText("References on request")).toBeNull();
});

test("a resume that cannot be saved says so and keeps the words", async () => {
  const failing = {
    saveResume: {
      code: "noSpace" as const,
      reason: "",
      message: "Free some space; your text is still here.",
    },
  };
  const { user } = open("/resumes/resume-1", { failing });
  await user.type(await field("Headline"), "!");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Not saved: the disk is full");
  expect(await field("Headline")).toHaveValue("Clinical Data Analyst!");
});

test("what is least certain is listed first, and leads to its field or is accepted there", async () => {
  const { user } = open("/resumes/resume-1");
  const list = within(await screen.findByRole("region", { name: "Least certain first" }));
  const items = () => list.getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(items()[0]).toContain("58 % sure");
  expect(items()[1]).toContain("PlaceLeeds, United Kingdom");
  await user.click(list.getByRole("button", { name: /^Place Leeds/ }));
  expect(await field("Place")).toHaveFocus();
  await user.click(list.getByRole("button", { name: "Accept Place: Leeds, United Kingdom" }));
  expect(items()).toHaveLength(2);
});

test("a field is taken from the page with the keyboard, and given back with undo", async () => {
  const { user, world } = open("/resumes/resume-1");
  const headline = await field("Headline");
  await user.click(headline);
  await user.keyboard("{F7}");
  const bar = within(await screen.findByRole("region", { name: "Words of the file" }));
  expect(bar.getByText(/For “Headline” of About you/)).toBeVisible();
  expect(bar.getByText("Clinical Data Analyst")).toBeVisible();
  expect(document.activeElement).toHaveAccessibleName("Clinical Data Analyst");
  await user.keyboard("{ArrowUp}{ArrowRight}{Shift>}{ArrowRight}{/Shift}");
  expect(bar.getByText("Clinical Data")).toBeVisible();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(headline).toHaveValue("Clinical Data"));
  expect(headline).toHaveFocus();
  expect(headline).toHaveAccessibleDescription(/Placed by you/);
  expect(lastCall(world, "correctResume")).toMatchObject({
    correction: { path: "basics.label", how: "replace", pieces: [{ line: 1, span: { start: 0, end: 13 } }] },
  });
  await user.keyboard("{Control>}z{/Control}");
  expect(headline).toHaveValue("Clinical Data Analyst");
});

test("Escape leaves the page alone and goes back to the field", async () => {
  const { user, world } = open("/resumes/resume-1");
  await user.click(await field("E-mail"));
  await user.keyboard("{F7}");
  await screen.findByRole("region", { name: "Words of the file" });
  await user.keyboard("{ArrowDown}{Escape}");
  expect(await field("E-mail")).toHaveFocus();
  expect(screen.queryByRole("region", { name: "Words of the file" })).toBeNull();
  expect(lastCall(world, "correctResume")).toBeUndefined();
});

test("a line that is clicked goes straight into the field that waits for it", async () => {
  const { user } = open("/resumes/resume-2");
  await field("Full name");
  await user.click(screen.getByRole("button", { name: "Take Headline from the page" }));
  await screen.findByRole("region", { name: "Words of the file" });
  const source = within(screen.getByRole("region", { name: "What the file says" }));
  await user.click(source.getByText("Northgate"));
  await waitFor(async () => expect(await field("Headline")).toHaveValue("Northgate Hospital Trust"));
});

test("words that were dragged over are offered to the field one is in", async () => {
  const { user } = open("/resumes/resume-2");
  await user.click(await field("Headline"));
  const source = within(screen.getByRole("region", { name: "What the file says" }));
  const [from, to] = [source.getByText("Northgate"), source.getByText("Hospital")];
  await user.pointer([
    { keys: "[MouseLeft>]", target: from, coords: { clientX: 10, clientY: 10 } },
    { target: to, coords: { clientX: 60, clientY: 10 } },
    { keys: "[/MouseLeft]", target: to },
  ]);
  const bar = within(await screen.findByRole("region", { name: "Words of the file" }));
  await user.click(bar.getByRole("button", { name: "Add" }));
  await waitFor(async () =>
    expect(await field("Headline")).toHaveValue("Clinical Data Analyst Northgate Hospital"),
  );
});

test("an entry is split at a point, joined again and moved, by keyboard and menu", async () => {
  const { user, world } = open("/resumes/resume-1");
  const roles = () =>
    screen
      .getAllByRole("group", { name: /Data Analyst|^role \d/ })
      .map((group) => group.getAttribute("aria-label"));
  await user.click((await screen.findAllByRole("textbox", { name: "Point 2" }))[0] as HTMLElement);
  await user.keyboard("{Control>}{Shift>}s{/Shift}{/Control}");
  await waitFor(() => expect(roles()).toEqual(["Senior Data Analyst", "role 2", "Data Analyst"]));
  expect(lastCall(world, "correctResume")).toMatchObject({
    correction: { kind: "split", path: "work[0].highlights[1]", at: null },
  });
  await waitFor(() => expect(document.activeElement).toHaveAttribute("data-path", "work[1].position"));
  await user.keyboard("{Control>}{Shift>}m{/Shift}{/Control}");
  await waitFor(() => expect(roles()).toEqual(["Senior Data Analyst", "Data Analyst"]));
  await user.click(screen.getByRole("button", { name: "Split, join or move Data Analyst" }));
  await user.click(await screen.findByRole("menuitem", { name: "Volunteering" }));
  await waitFor(() =>
    expect(lastCall(world, "correctResume")).toMatchObject({
      correction: { kind: "move", list: "work", index: 1, to: "volunteer" },
    }),
  );
  await waitFor(() => expect(document.activeElement).toHaveAttribute("data-path", "volunteer[0].position"));
  await user.click((await screen.findAllByRole("button", { name: "Undo" })).at(-1) as HTMLElement);
});

test("a correction that does not fit says why, and changes nothing", async () => {
  const failing = {
    correctResume: {
      code: "invalid" as const,
      reason: "invalid",
      message: "There is no date in these words.",
    },
  };
  const { user } = open("/resumes/resume-1", { failing });
  const [from] = await screen.findAllByRole("textbox", { name: "From" });
  if (!from) throw new Error("no date");
  await user.click(from);
  await user.keyboard("{F7}");
  await screen.findByRole("region", { name: "Words of the file" });
  await user.keyboard("{Enter}");
  expect(await screen.findByText("There is no date in these words.")).toBeVisible();
  expect(from).toHaveValue("2021-03");
});
