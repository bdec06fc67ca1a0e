import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { piecesOf, useScrollToChosen } from "../../components/MarkedText.tsx";
import type { Resume, ResumeQuote } from "../../ipc/bindings.ts";
import styles from "./ResumeText.module.css";
import { blocksOf, isQuoted, type Line } from "./resumeText.ts";

type Props = { resume: Resume; quote: ResumeQuote | undefined };

/** The resume as text, with the quoted words marked. */
export function ResumeText({ resume, quote }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useScrollToChosen(box, quote && `${quote.path} ${quote.span.start}`);
  const blocks = blocksOf(resume);
  const all = blocks.flatMap(({ entries }) =>
    entries.flatMap(({ lines }) => lines.flatMap(({ words }) => words)),
  );
  const shown = quote && all.some(({ path }) => isQuoted(path, quote.path));
  return (
    <div ref={box} className={styles.resume}>
      {quote && !shown && (
        <p>
          <mark data-chosen>{quote.text}</mark>
        </p>
      )}
      {blocks.map(({ section, entries }) => (
        <section key={section}>
          <h4>{t(`sections.${section}`)}</h4>
          {entries.map(({ key, lines }) => (
            <div key={key} className={styles.entry}>
              {lines.map((line) => (
                <p key={line.words[0]?.path} className={styles.line} data-look={line.look}>
                  <Words line={line} quote={quote} />
                </p>
              ))}
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

function Words({ line, quote }: { line: Line; quote: ResumeQuote | undefined }) {
  return line.words.map(({ path, text }, index) => (
    <span key={path}>
      {index > 0 && ", "}
      {quote && isQuoted(path, quote.path) ? <Quoted text={text} quote={quote} /> : text}
    </span>
  ));
}

/** The words of the quote within their line; all of it where they do not lie in it. */
function Quoted({ text, quote: { text: quoted, span } }: { text: string; quote: ResumeQuote }) {
  const fits = text === quoted && span.end > span.start && span.end <= text.length;
  if (!fits) return <mark data-chosen>{text}</mark>;
  return piecesOf(text, [{ ...span, tone: "must", title: "" }]).map(({ from, words, mark }) =>
    mark ? (
      <mark key={from} data-chosen className={styles.quoted}>
        {words}
      </mark>
    ) : (
      <span key={from} className={styles.around}>
        {words}
      </span>
    ),
  );
}
