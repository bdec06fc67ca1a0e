import type { PointerEvent } from "react";
import type { SourceLine } from "../../ipc/bindings.ts";
import { useReview } from "./ReviewContext.ts";
import styles from "./SourcePane.module.css";
import type { LineMark } from "./SourcePane.tsx";
import { isChosen, type Point, type Selection } from "./selection.ts";
import { usePointing } from "./usePointing.ts";

type Props = {
  lines: readonly (SourceLine & { index: number })[];
  marks: readonly LineMark[];
  /** The line the keys are at, while words are pointed at. */
  cursor: number | undefined;
  onChoose: (line: number) => void;
  onPlace: (selection: Selection) => void;
};

/** The lines of a file without pages. */
export function SourceLines({ lines, marks, cursor, onChoose, onPlace }: Props) {
  const { picking } = useReview();
  const pointing = usePointing({ at: wordUnder, onPlace });
  return (
    <ol className={styles.lines} {...pointing}>
      {lines.map(({ index, text, words }, place) => (
        <li key={index}>
          <button
            type="button"
            tabIndex={cursor === index ? 0 : -1}
            className={styles.line}
            data-line={index}
            data-mark={marks[index]}
            onClick={() => onChoose(index)}
          >
            <span aria-hidden>{place + 1}</span>
            <span>
              {piecesOf(text, words).map(({ from, piece, word }) => (
                <span
                  key={from}
                  data-word={word < 0 ? undefined : word}
                  data-chosen={(word >= 0 && isChosen(picking.selection, index, word)) || undefined}
                >
                  {piece}
                </span>
              ))}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** A text as its words and what is between them. */
function piecesOf(text: string, words: SourceLine["words"]) {
  const pieces: { from: number; piece: string; word: number }[] = [];
  let at = 0;
  for (const [word, { span }] of words.entries()) {
    if (span.start > at) pieces.push({ from: at, piece: text.slice(at, span.start), word: -1 });
    pieces.push({ from: span.start, piece: text.slice(span.start, span.end), word });
    at = span.end;
  }
  if (at < text.length) pieces.push({ from: at, piece: text.slice(at), word: words.length > 0 ? -1 : 0 });
  return pieces;
}

function wordUnder(event: PointerEvent): Point | undefined {
  const under = document.elementFromPoint?.(event.clientX, event.clientY) ?? (event.target as Element);
  const line = under.closest("[data-line]")?.getAttribute("data-line");
  const word = under.closest("[data-word]")?.getAttribute("data-word");
  return line === undefined || line === null ? undefined : { line: Number(line), word: Number(word ?? 0) };
}
