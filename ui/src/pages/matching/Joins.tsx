import { type RefObject, useEffect, useState } from "react";
import styles from "./Joins.module.css";
import type { Row } from "./rows.ts";

type Props = {
  /** What holds both texts. */
  box: RefObject<HTMLElement | null>;
  rows: readonly Row[];
  chosen: string | undefined;
};

type Line = { key: string; from: number; to: number; seen: boolean; weak: boolean };

/** Lines between the words of the resume and the words of the posting that they answer. */
export function Joins({ box, rows, chosen }: Props) {
  const [{ lines, height }, setDrawn] = useState<{ lines: Line[]; height: number }>({ lines: [], height: 0 });

  useEffect(() => {
    const holder = box.current;
    if (!holder) return;
    let frame = 0;
    const draw = () => setDrawn({ lines: linesIn(holder, rows), height: holder.clientHeight });
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(draw);
    };
    draw();
    const watch = new ResizeObserver(later);
    watch.observe(holder);
    // Scrolling does not bubble, but it can be seen on the way down.
    holder.addEventListener("scroll", later, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(frame);
      watch.disconnect();
      holder.removeEventListener("scroll", later, { capture: true });
    };
  }, [box, rows]);

  const drawn = [...lines].sort((a, b) => Number(a.key === chosen) - Number(b.key === chosen));
  return (
    <svg
      className={styles.joins}
      viewBox={`0 0 100 ${Math.max(height, 1)}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      {drawn.map(({ key, from, to, seen, weak }) => (
        <path
          key={key}
          d={`M0 ${from} C50 ${from} 50 ${to} 100 ${to}`}
          data-join={key}
          data-chosen={key === chosen || undefined}
          data-seen={seen || undefined}
          data-weak={weak || undefined}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}

/** Where each line begins and ends; words that are scrolled away are joined at the edge. */
function linesIn(holder: HTMLElement, rows: readonly Row[]): Line[] {
  const top = holder.getBoundingClientRect().top;
  return rows.flatMap((row) => {
    if (!("quote" in row.answer)) return [];
    const [from, to] = ["resume", "posting"].map((side) => placeOf(holder, side, row.key, top));
    if (!from || !to) return [];
    const weak = row.answer.how === "listedOnly" || row.answer.how === "related";
    return [{ key: row.key, from: from.y, to: to.y, seen: from.seen && to.seen, weak }];
  });
}

function placeOf(holder: HTMLElement, side: string, key: string, top: number) {
  const pane = holder.querySelector<HTMLElement>(`[data-side="${side}"]`);
  const words = pane?.querySelector<HTMLElement>(`[data-rows~="${CSS.escape(key)}"]`);
  if (!pane || !words) return undefined;
  const [edge, at] = [pane.getBoundingClientRect(), words.getBoundingClientRect()];
  const middle = at.top + at.height / 2;
  const y = Math.min(Math.max(middle, edge.top + 4), edge.bottom - 4);
  return { y: y - top, seen: y === middle };
}
