import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Origin, SourceLine } from "../../ipc/bindings.ts";
import { useReview } from "./ReviewContext.ts";

/** Where a field stands, at length and in short; both empty when it stands nowhere. */
export type Where = { where: string; short: string };

/** Says where a field stands in the file: "page 1, line 7". */
export function useWhere() {
  const { t } = useTranslation();
  const { lines } = useReview().stored.reading;
  const numbers = useMemo(() => lineNumbers(lines), [lines]);
  return (origin: Origin | undefined): Where => {
    const first = origin?.lines[0];
    if (first === undefined || !lines[first]) return { where: "", short: "" };
    const line = numbers[first] ?? 0;
    const page = lines[first].span?.page;
    return page === undefined
      ? { where: t("review.whereLine", { line }), short: t("review.whereLineShort", { line }) }
      : { where: t("review.where", { page, line }), short: t("review.whereShort", { page, line }) };
  };
}

/** The number of each line on its page, from 1. */
export function lineNumbers(lines: readonly SourceLine[]): number[] {
  const counts = new Map<number, number>();
  return lines.map(({ span }) => {
    const page = span?.page ?? 0;
    const number = (counts.get(page) ?? 0) + 1;
    counts.set(page, number);
    return number;
  });
}
