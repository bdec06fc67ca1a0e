import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Mark, piecesOf, useScrollToChosen } from "../../components/MarkedText.tsx";
import type { Resume, ResumeQuote } from "../../ipc/bindings.ts";
import styles from "./ResumeText.module.css";
import { blocksOf, isQuoted, type Line } from "./resumeText.ts";
import type { Row } from "./rows.ts";

type Props = { resume: Resume; rows: readonly Row[]; chosen: Row | undefined };

/** A row with the words of the resume that answer it. */
type Quoted = { row: Row; quote: ResumeQuote };

/** The resume as text, with the words marked that answer something. */
export function ResumeText({ resume, rows, chosen }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useScrollToChosen(box, chosen?.key);
  const blocks = useMemo(() => blocksOf(resume), [resume]);
  const quoted = useMemo(() => quotedBy(rows, chosen), [rows, chosen]);
  const all = blocks.flatMap(({ entries }) =>
    entries.flatMap(({ lines }) => lines.flatMap(({ words }) => words)),
  );
  const quote = chosen && "quote" in chosen.answer ? chosen.answer.quote : undefined;
  const shown = quote && all.some(({ path }) => isQuoted(path, quote.path));
  return (
    <div ref={box} className={styles.resume}>
      {quote && !shown && (
        <p>
          <mark data-chosen data-rows={chosen?.key}>
            {quote.text}
          </mark>
        </p>
      )}
      {blocks.map(({ section, entries }) => (
        <section key={section}>
          <h4>{t(`sections.${section}`)}</h4>
          {entries.map(({ key, lines }) => (
            <div key={key} className={styles.entry}>
              {lines.map((line) => (
                <p key={line.words[0]?.path} className={styles.line} data-look={line.look}>
                  <Words line={line} quoted={quoted} chosen={chosen} />
                </p>
              ))}
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

/** The chosen row first: where two rows quote the same words, it is the one that is marked. */
function quotedBy(rows: readonly Row[], chosen: Row | undefined): Quoted[] {
  const quoted = rows.flatMap((row) => ("quote" in row.answer ? { row, quote: row.answer.quote } : []));
  return quoted.sort((a, b) => Number(b.row.key === chosen?.key) - Number(a.row.key === chosen?.key));
}

type WordsProps = { line: Line; quoted: readonly Quoted[]; chosen: Row | undefined };

function Words({ line, quoted, chosen }: WordsProps) {
  return line.words.map(({ path, text }, index) => {
    const here = quoted.filter(({ quote }) => isQuoted(path, quote.path));
    return (
      <span key={path}>
        {index > 0 && ", "}
        {here.length > 0 ? <Marked text={text} here={here} chosen={chosen} /> : text}
      </span>
    );
  });
}

/** The quoted words within their line; all of it where they do not lie in it. */
function Marked({ text, here, chosen }: { text: string; here: readonly Quoted[]; chosen: Row | undefined }) {
  const marks: Mark[] = [];
  for (const { row, quote } of here) {
    const fits = text === quote.text && quote.span.end > quote.span.start && quote.span.end <= text.length;
    const { start, end } = fits ? quote.span : { start: 0, end: text.length };
    const same = marks.find((mark) => mark.start === start && mark.end === end);
    if (same) same.rows = `${same.rows} ${row.key}`;
    else if (!marks.some((mark) => start < mark.end && mark.start < end))
      marks.push({ start, end, tone: "must", title: row.name, rows: row.key });
  }
  const isChosen = (mark: Mark) => chosen !== undefined && mark.rows?.split(" ").includes(chosen.key);
  const around = here.some(({ row }) => row.key === chosen?.key);
  return piecesOf(text, marks).map(({ from, words, mark }) =>
    mark ? (
      <mark
        key={from}
        data-rows={mark.rows}
        data-chosen={isChosen(mark) || undefined}
        className={isChosen(mark) ? styles.quoted : undefined}
        title={mark.title}
      >
        {words}
      </mark>
    ) : (
      <span key={from} className={around ? styles.around : undefined}>
        {words}
      </span>
    ),
  );
}
