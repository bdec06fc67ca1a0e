import type { Failure } from "./bindings.ts";

/** Whether a rejected command says so itself, rather than having crashed. */
export const isFailure = (error: unknown): error is Failure =>
  typeof error === "object" && error !== null && "code" in error && "message" in error;

/** Whether the user stopped it, which needs no words. */
export const isCancelled = (error: unknown) => isFailure(error) && error.code === "cancelled";
