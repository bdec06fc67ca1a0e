import { useTranslation } from "react-i18next";
import { MarkedText } from "../../components/MarkedText.tsx";
import type { Importance, Posting, Resume } from "../../ipc/bindings.ts";
import { ResumeText } from "./ResumeText.tsx";
import type { Row } from "./rows.ts";
import styles from "./TextsPane.module.css";

type Props = { resume: Resume; posting: Posting; row: Row | undefined };

const tones = { required: "must", preferred: "nice", mentioned: "quiet" } as const satisfies Record<
  Importance,
  string
>;

/** Both texts side by side, with the words behind the chosen row. */
export function TextsPane({ resume, posting, row }: Props) {
  const { t } = useTranslation();
  const quote = row && "quote" in row.answer ? row.answer.quote : undefined;
  const marks = row ? [{ ...row.posting, tone: tones[row.importance], title: row.name }] : [];
  return (
    <section className={styles.texts} aria-label={t("match.texts")}>
      <header className={styles.head}>
        <h2>{t("match.texts")}</h2>
        {!row && <p>{t("match.textsEmpty")}</p>}
      </header>
      <div className={styles.columns}>
        <article className={styles.text}>
          <h3>{t("match.resumeText")}</h3>
          <section className={styles.scroll} data-scroller tabIndex={0} aria-label={t("match.resumeText")}>
            {row && !quote && <p className={styles.none}>{t("match.notInResume")}</p>}
            <ResumeText resume={resume} quote={quote} />
          </section>
        </article>
        <article className={styles.text}>
          <h3>{t("match.postingText")}</h3>
          <section className={styles.scroll} data-scroller tabIndex={0} aria-label={t("match.postingText")}>
            <MarkedText text={posting.text} marks={marks} chosen={row?.posting.start} />
          </section>
        </article>
      </div>
    </section>
  );
}
