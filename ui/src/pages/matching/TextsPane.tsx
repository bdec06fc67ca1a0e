import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Mark, MarkedText } from "../../components/MarkedText.tsx";
import type { Importance, Posting, Resume } from "../../ipc/bindings.ts";
import { Joins } from "./Joins.tsx";
import { ResumeText } from "./ResumeText.tsx";
import type { Row } from "./rows.ts";
import styles from "./TextsPane.module.css";

type Props = {
  resume: Resume;
  posting: Posting;
  rows: readonly Row[];
  row: Row | undefined;
  onChoose: (row: Row) => void;
};

const tones = { required: "must", preferred: "nice", mentioned: "quiet" } as const satisfies Record<
  Importance,
  string
>;

/** Both texts side by side; lines join what is asked with what answers it. */
export function TextsPane({ resume, posting, rows, row, onChoose }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const marks = useMemo(() => marksOf(rows, row), [rows, row]);
  const quote = row && "quote" in row.answer ? row.answer.quote : undefined;
  // A shortcut for the pointer: the rows beside the texts are what the keyboard goes through.
  const chooseMarked = (event: React.MouseEvent) => {
    const keys =
      (event.target as Element).closest("[data-rows]")?.getAttribute("data-rows")?.split(" ") ?? [];
    const next = keys[(keys.indexOf(row?.key ?? "") + 1) % Math.max(keys.length, 1)];
    const found = rows.find(({ key }) => key === next);
    if (found) onChoose(found);
  };
  return (
    <section className={styles.texts} aria-label={t("match.texts")}>
      <header className={styles.head}>
        <h2>{t("match.texts")}</h2>
        {!row && <p>{t("match.textsEmpty")}</p>}
        {row && !quote && <p className={styles.none}>{t("match.notInResume")}</p>}
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the rows are buttons and do the same */}
      <div ref={box} className={styles.columns} onClick={chooseMarked}>
        <article className={styles.text}>
          <h3>{t("match.resumeText")}</h3>
          <section
            className={styles.scroll}
            data-scroller
            data-side="resume"
            tabIndex={0}
            aria-label={t("match.resumeText")}
          >
            <ResumeText resume={resume} rows={rows} chosen={row} />
          </section>
        </article>
        <Joins box={box} rows={rows} chosen={row?.key} />
        <article className={styles.text}>
          <h3>{t("match.postingText")}</h3>
          <section
            className={styles.scroll}
            data-scroller
            data-side="posting"
            tabIndex={0}
            aria-label={t("match.postingText")}
          >
            <MarkedText text={posting.text} marks={marks} chosen={row?.posting.start} />
          </section>
        </article>
      </div>
    </section>
  );
}

/** A mark for all rows with the same words; the chosen row's words come before any they overlap. */
function marksOf(rows: readonly Row[], chosen: Row | undefined): Mark[] {
  const marks = new Map<string, Mark>();
  for (const row of rows) {
    const { start, end } = row.posting;
    if (end <= start || overlaps(row, chosen)) continue;
    const before = marks.get(`${start} ${end}`);
    if (before) before.rows = `${before.rows} ${row.key}`;
    else
      marks.set(`${start} ${end}`, {
        ...{ start, end, tone: tones[row.importance], title: row.name, rows: row.key },
        missing: !("quote" in row.answer),
      });
  }
  return [...marks.values()];
}

const overlaps = ({ posting: a }: Row, chosen: Row | undefined) => {
  const b = chosen?.posting;
  return b !== undefined && a.start < b.end && b.start < a.end && (a.start !== b.start || a.end !== b.end);
};
