import styles from "./SourcePane.module.css";
import type { LineMark } from "./SourcePane.tsx";

type Props = {
  lines: readonly { index: number; text: string }[];
  marks: readonly LineMark[];
  onChoose: (line: number) => void;
};

/** The lines of a file without pages. */
export function SourceLines({ lines, marks, onChoose }: Props) {
  return (
    <ol className={styles.lines}>
      {lines.map(({ index, text }, place) => (
        <li key={index}>
          <button
            type="button"
            tabIndex={-1}
            className={styles.line}
            data-mark={marks[index]}
            onClick={() => onChoose(index)}
          >
            <span aria-hidden>{place + 1}</span>
            <span>{text}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
