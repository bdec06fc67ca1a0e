import { type RefObject, useEffect, useRef } from "react";
import styles from "./MarkedText.module.css";

export type Mark = {
  start: number;
  end: number;
  tone: "must" | "nice" | "quiet";
  /** What the words stand for, shown on hover. */
  title: string;
  /** The keys of what the words belong to, parted by spaces. */
  rows?: string;
  /** Whether nothing answers the words. */
  missing?: boolean;
};

type Props = {
  text: string;
  marks: readonly Mark[];
  /** Where the chosen mark starts: it stands out and is scrolled to. */
  chosen?: number | undefined;
};

/** A text with stretches of it marked. */
export function MarkedText({ text, marks, chosen }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useScrollToChosen(box, chosen);
  return (
    <div ref={box} className={styles.text}>
      {piecesOf(text, marks).map(({ from, words, mark }) =>
        mark ? (
          <mark
            key={from}
            className={styles.mark}
            data-tone={mark.tone}
            title={mark.title}
            data-rows={mark.rows}
            data-missing={mark.missing || undefined}
            data-chosen={mark.start === chosen || undefined}
          >
            {words}
          </mark>
        ) : (
          <span key={from}>{words}</span>
        ),
      )}
    </div>
  );
}

type Piece = { from: number; words: string; mark?: Mark };

/** The text in pieces, marked or not; of marks that overlap, the first counts. */
export function piecesOf(text: string, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (mark.start < at || mark.end <= mark.start || mark.end > text.length) continue;
    if (mark.start > at) pieces.push({ from: at, words: text.slice(at, mark.start) });
    pieces.push({ from: mark.start, words: text.slice(mark.start, mark.end), mark });
    at = mark.end;
  }
  if (at < text.length) pieces.push({ from: at, words: text.slice(at) });
  return pieces;
}

/** Brings the chosen words to the middle of the nearest scroller, and moves nothing else. */
export function useScrollToChosen(box: RefObject<HTMLElement | null>, chosen: unknown) {
  useEffect(() => {
    if (chosen === undefined) return;
    const mark = box.current?.querySelector<HTMLElement>("[data-chosen]");
    const scroller = mark?.closest<HTMLElement>("[data-scroller]");
    if (!mark || !scroller) return;
    const gap = mark.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    scroller.scrollTop += gap - scroller.clientHeight / 2;
  }, [box, chosen]);
}
