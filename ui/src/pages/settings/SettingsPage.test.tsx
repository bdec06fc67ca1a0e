import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { lastCall, open } from "../../../tests/open.tsx";

test("appearance and density change at once", async () => {
  const { user, world } = open("/settings");
  await user.click(await screen.findByRole("radio", { name: "Dark" }));
  expect(lastCall(world, "saveSettings")).toMatchObject({ settings: { appearance: "dark" } });
  await waitFor(() => expect(document.documentElement).toHaveAttribute("data-mantine-color-scheme", "dark"));
  await user.click(screen.getByRole("radio", { name: "Compact" }));
  await waitFor(() => expect(document.documentElement).toHaveAttribute("data-density", "compact"));
});

test("the main resume can be picked", async () => {
  const { user, world } = open("/settings");
  await user.click(await screen.findByRole("combobox", { name: "Main resume" }));
  await user.click(await screen.findByRole("option", { name: "Short version for councils" }));
  expect(lastCall(world, "saveSettings")).toMatchObject({ settings: { mainResume: "resume-2" } });
});

test("it says where the data is, and lists the shortcuts", async () => {
  open("/settings");
  expect(await screen.findByText("~/.local/share/atspro")).toBeVisible();
  expect(screen.getByText("483.3 kilobytes")).toBeVisible();
  expect(screen.getByText("Move the card to the next column")).toBeVisible();
});

test("keys pressed alone can be switched off", async () => {
  const { user, router } = open("/settings");
  await user.click(await screen.findByRole("switch", { name: "Single-key shortcuts" }));
  await user.keyboard("gt");
  expect(router.state.location.pathname).toBe("/settings");
  await user.click(screen.getByRole("switch", { name: "Single-key shortcuts" }));
  await user.keyboard("gt");
  await waitFor(() => expect(router.state.location.pathname).toBe("/"));
});

test("a check that was switched off is brought back", async () => {
  const { user, world } = open("/settings");
  const check = await screen.findByRole("checkbox", { name: /^B06 Weak start/ });
  await user.click(check);
  expect(lastCall(world, "saveSettings")).toMatchObject({ settings: { lint: { off: ["B06"] } } });
  await waitFor(() => expect(screen.getByText("One check is switched off")).toBeVisible());
  await user.click(screen.getByRole("checkbox", { name: /^B06 Weak start/ }));
  expect(lastCall(world, "saveSettings")).toMatchObject({ settings: { lint: { off: [] } } });
});
