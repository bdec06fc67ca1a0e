import { QueryClient } from "@tanstack/react-query";
import { events, type Kind } from "./bindings.ts";

declare module "@tanstack/react-query" {
  interface Register {
    /** A key starts with the kind of thing it shows, so a change of that kind refreshes it. */
    queryKey: readonly [Kind | "fixed", ...unknown[]];
  }
}

/** Answers stay fresh until Rust says they changed; asking a local process again does not help. */
export const newClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: "always" },
      mutations: { networkMode: "always" },
    },
  });

/** A match is made of two kinds of thing: a change of either makes it stale. */
const alsoStale: Record<Kind, Kind[]> = {
  resume: ["job"],
  job: [],
  match: [],
  activity: [],
  settings: ["resume"],
};

/** Refreshes whatever shows a kind of thing when one of them changes, whoever changed it. */
export const followChanges = (client: QueryClient) =>
  events.changed.listen(({ payload: kind }) => {
    for (const stale of [kind, ...alsoStale[kind]]) {
      void client.invalidateQueries({ queryKey: [stale] });
    }
  });
