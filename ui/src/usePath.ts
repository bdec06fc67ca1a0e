import { useLocation } from "@tanstack/react-router";
import { type RefObject, useLayoutEffect, useRef } from "react";

/** Where the user is, for what happens later. */
export function usePath(): RefObject<string> {
  const path = useLocation({ select: ({ pathname }) => pathname });
  const latest = useRef(path);
  useLayoutEffect(() => {
    latest.current = path;
  });
  return latest;
}
