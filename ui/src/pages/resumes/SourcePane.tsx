import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { fieldOfLine, originOf } from "./draft.ts";
import { focusField, useReview } from "./ReviewContext.ts";
import { SourceLines } from "./SourceLines.tsx";
import { SourcePage } from "./SourcePage.tsx";
import styles from "./SourcePane.module.css";
import { Warnings } from "./Warnings.tsx";

/** How a line of the file stands to the fields. */
export type LineMark = "active" | "check" | "unplaced" | "plain";

/** The file as it is: its pages with a box a line, or its lines. */
export function SourcePane() {
  const { t } = useTranslation();
  const { stored, draft, active } = useReview();
  const pane = useRef<HTMLElement>(null);
  const { lines, pages } = stored.reading;

  const marks = useMemo(() => {
    const marks: LineMark[] = lines.map(() => "plain");
    const mark = (indices: readonly number[] | undefined, as: LineMark) => {
      for (const index of indices ?? []) marks[index] = as;
    };
    mark(draft.unplaced, "unplaced");
    for (const path of draft.toCheck) mark(originOf(draft, path)?.lines, "check");
    if (active !== undefined) mark(originOf(draft, active)?.lines, "active");
    return marks;
  }, [lines, draft, active]);

  useEffect(() => {
    if (active === undefined) return;
    const found = pane.current?.querySelector("[data-mark=active]");
    found?.scrollIntoView?.({ block: "nearest" });
  }, [active]);

  const choose = (line: number) => {
    const path = fieldOfLine(draft, line);
    if (path !== undefined) focusField(path);
    else document.getElementById(`unplaced-${line}`)?.focus();
  };

  return (
    <section ref={pane} className={styles.source} aria-label={t("review.source")}>
      <Warnings warnings={stored.reading.warnings} />
      {pages.length === 0 ? (
        <SourceLines
          lines={lines.map((line, index) => ({ index, text: line.text }))}
          marks={marks}
          onChoose={choose}
        />
      ) : (
        pages.map((size, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
          <SourcePage key={index} number={index + 1} size={size} marks={marks} onChoose={choose} />
        ))
      )}
    </section>
  );
}
