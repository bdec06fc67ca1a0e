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

test("F8 goes from one doubtful field to the next, and Enter accepts", async () => {
  const { user } = open("/resumes/resume-1");
  const place = await field("Place");
  await user.keyboard("{F8}");
  expect(place).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(screen.getByText("2 to check")).toBeVisible();
  expect(document.activeElement).toHaveValue("Presented safety findings to the trust board every quarter.");
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
  const line = source.getByText("Clinical Data Analyst").closest("button");
  expect(line).toHaveAttribute("data-mark", "active");
  fireEvent.click(source.getByText("Northgate Hospital Trust"));
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
      confirmed: expect.arrayContaining(["basics.label"]),
      resume: { basics: { label: "Trial analyst" } },
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
      draft: { resume: { work: [{ startDate: "2022-05" }, {}] } },
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
  await user.click(screen.getByRole("button", { name: "Remove Senior Data Analyst" }));
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
  expect((await field("Summary")) as HTMLTextAreaElement).toHaveValue(
    "Analyst with seven years in hospital trials. Turns messy patient records into answers a ward can act on, and writes the code so that others can check it. References on request",
  );
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
