import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { open } from "../../tests/open.tsx";
import { t } from "../i18n/i18n.ts";
import { keyNames } from "./keys.ts";
import { actions } from "./registry.ts";

test("no key does two things in one place", () => {
  const seen = new Map<string, string>();
  for (const { id, keys, scope } of actions) {
    for (const key of keys) {
      for (const where of scope === "everywhere" ? ["board", "review", "export", "addJob"] : [scope]) {
        const other = seen.get(`${where} ${key}`);
        expect(other, `${key} runs ${other} and ${id}`).toBeUndefined();
        seen.set(`${where} ${key}`, id);
      }
    }
  }
});

test("no sequence starts with a key that does something by itself", () => {
  const keys = actions.flatMap((action) => action.keys);
  for (const sequence of keys.filter((key) => key.includes(" "))) {
    expect(keys).not.toContain(sequence.split(" ")[0]);
  }
});

test("every action is named once and has its words", () => {
  expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length);
  for (const { id, scope } of actions) {
    expect(t(`actions.${id}`)).not.toContain("actions.");
    expect(t(`scopes.${scope}`)).not.toContain("scopes.");
  }
});

test("keys are written as they are printed", () => {
  expect(keyNames("mod+shift+arrowright")).toEqual(["Ctrl", "Shift", "→"]);
  expect(keyNames("g t")).toEqual(["G", "then", "T"]);
});

test("the palette finds things and does actions", async () => {
  const { user, router } = open("/");
  await screen.findByRole("heading", { name: "Today" });
  await user.keyboard("{Control>}k{/Control}");
  const box = await screen.findByRole("combobox", { name: "Search or do anything" });
  await user.type(box, "orrery");
  expect(await screen.findByRole("option", { name: /Research Data Scientist/ })).toBeVisible();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(router.state.location.pathname).toBe("/jobs/job-9"));
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await screen.findByRole("combobox", { name: "Search or do anything" }), "go sett");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(router.state.location.pathname).toBe("/settings"));
});

test("? lists the keys of the page, and typing a question mark does not", async () => {
  const { user } = open("/jobs");
  await user.type(await screen.findByRole("searchbox"), "?");
  expect(screen.queryByRole("dialog")).toBeNull();
  await user.clear(screen.getByRole("searchbox"));
  (document.activeElement as HTMLElement).blur();
  await user.keyboard("?");
  expect(await screen.findByRole("dialog", { name: "Keyboard shortcuts" })).toHaveTextContent("On the board");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("Ctrl+B folds the sidebar, whose links keep their names", async () => {
  const { user } = open("/");
  await screen.findByRole("heading", { name: "Today" });
  await user.keyboard("{Control>}b{/Control}");
  expect(screen.queryByText("Resumes")).toBeNull();
  expect(screen.getByRole("link", { name: "Resumes" })).toBeVisible();
});
