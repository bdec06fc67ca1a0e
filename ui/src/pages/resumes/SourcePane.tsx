import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { fieldOfLine, originOf } from "./draft.ts";
import { PickBar } from "./PickBar.tsx";
import { focusField, useReview } from "./ReviewContext.ts";
import { SourceLines } from "./SourceLines.tsx";
import { SourcePage } from "./SourcePage.tsx";
import styles from "./SourcePane.module.css";
import { usePickKeys } from "./usePickKeys.ts";
import { Warnings } from "./Warnings.tsx";

/** How a line of the file stands to the fields. */
export type LineMark = "active" | "check" | "unplaced" | "plain";

/** The file as it is: its pages with a box a line, or its lines. */
export function SourcePane() {
  const { t } = useTranslation();
  const { stored, draft, active, picking } = useReview();
  const pane = useRef<HTMLElement>(null);
  const { lines, pages } = stored.reading;
  const { onKeyDown, place } = usePickKeys();

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

  const cursor = picking.on ? picking.selection?.to.line : undefined;
  useEffect(() => {
    if (cursor === undefined) return;
    const line = pane.current?.querySelector<HTMLElement>(`[data-line="${cursor}"]`);
    line?.focus({ preventScroll: true });
    line?.scrollIntoView?.({ block: "nearest" });
  }, [cursor]);

  const choose = (line: number) => {
    const path = fieldOfLine(draft, line);
    if (path !== undefined) focusField(path);
    else document.getElementById(`unplaced-${line}`)?.focus();
  };
  const shared = { marks, cursor, onChoose: choose, onPlace: place };

  return (
    <section
      ref={pane}
      className={styles.source}
      aria-label={t("review.source")}
      data-picking={picking.on || undefined}
      onKeyDown={onKeyDown}
    >
      <Warnings warnings={stored.reading.warnings} />
      {pages.length === 0 ? (
        <SourceLines lines={lines.map((line, index) => ({ ...line, index }))} {...shared} />
      ) : (
        pages.map((size, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
          <SourcePage key={index} number={index + 1} size={size} {...shared} />
        ))
      )}
      <PickBar onPlace={place} />
    </section>
  );
}
