import type { Match } from "../ipc/bindings.ts";

/** How much of what a posting asks for was found: of its must-haves, or of all when it names none. */
export function coverageOf({ required: [must, found], evidence, missing }: Match) {
  if (must > 0) return { kind: "must", all: must, found } as const;
  return { kind: "any", all: evidence.length + missing.length, found: evidence.length } as const;
}
