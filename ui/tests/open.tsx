import { notifications } from "@mantine/notifications";
import { createMemoryHistory } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { App } from "../src/App.tsx";
import { installFake, type World, worldOf } from "../src/ipc/fake.ts";
import { newRouter } from "../src/routes.tsx";

/** Opens the app at an address, before a world that answers. */
export function open(path: string, change: Partial<World> = {}, kind: "used" | "empty" = "used") {
  notifications.clean();
  const world = installFake({ ...worldOf(kind), ...change });
  const router = newRouter(createMemoryHistory({ initialEntries: [path] }));
  render(<App router={router} />);
  return { world, router, user: userEvent.setup() };
}

/** The arguments of the last call of a command. */
export const lastCall = (world: World, command: string) =>
  world.calls.filter((call) => call.command === command).at(-1)?.args;
