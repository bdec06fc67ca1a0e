import { IconAlertCircle, IconCheck, IconCircleDashed } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Chip } from "../../components/Chip.tsx";
import { sayNumber } from "../../i18n/i18n.ts";
import type { ResumeQuote, TextSpan } from "../../ipc/bindings.ts";
import styles from "./RowList.module.css";
import type { Row, Rows } from "./rows.ts";

type Props = {
  kind: keyof Rows;
  rows: readonly Row[];
  /** The posting's text. */
  text: string;
  /** The key of the row whose texts are shown. */
  chosen: string | undefined;
  onChoose: (row: Row) => void;
};

const icons = { found: IconCheck, weak: IconAlertCircle, missing: IconCircleDashed };
const hints = { found: "foundHint", weak: "weakHint", missing: "missingHint" } as const;
const empties = { found: "foundEmpty", weak: "weakEmpty", missing: "missingEmpty" } as const;

/** What was found, what is weak, or what is missing; a row shows the words behind it. */
export function RowList({ kind, rows, text, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const Icon = icons[kind];
  return (
    <section className={styles.list} data-kind={kind}>
      <header>
        <Icon size={18} stroke={2} aria-hidden />
        <h2>{t(`match.${kind}`)}</h2>
        {rows.length > 0 && <span className={styles.count}>{rows.length}</span>}
        <span className={styles.hint}>
          {rows.length > 0 ? t(`match.${hints[kind]}`) : t(`match.${empties[kind]}`)}
        </span>
      </header>
      {rows.length > 0 && (
        <ul>
          {rows.map((row) => (
            <li key={row.key}>
              <RowButton row={row} text={text} chosen={row.key === chosen} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type ButtonProps = { row: Row; text: string; chosen: boolean; onChoose: (row: Row) => void };

function RowButton({ row, text, chosen, onChoose }: ButtonProps) {
  const { t } = useTranslation();
  const words = excerpt(text, row.posting);
  return (
    <button type="button" className={styles.row} aria-pressed={chosen} onClick={() => onChoose(row)}>
      <span className={styles.head}>
        <strong>{row.name}</strong>
        <Importance row={row} />
      </span>
      <Answer row={row} />
      <span className={styles.asked}>{words && t("match.asked", { words })}</span>
    </button>
  );
}

function Importance({ row: { importance } }: { row: Row }) {
  const { t } = useTranslation();
  return <Chip tone={importance === "required" ? "good" : "plain"}>{t(`importance.${importance}`)}</Chip>;
}

function Answer({ row: { answer } }: { row: Row }) {
  const { t } = useTranslation();
  if ("quote" in answer) {
    return (
      <span className={styles.answer}>
        <q>{shortened(answer.quote)}</q>
        <small>{t(`match.how.${answer.how}`)}</small>
      </span>
    );
  }
  const points = Math.round(answer.gain * 10) / 10;
  return (
    <small className={styles.gain}>
      {points > 0 ? t("match.gain", { points: sayNumber(points) }) : t("match.gainNone")}
    </small>
  );
}

/** The line of the posting that holds the words; of a long one, what stands around them. */
function excerpt(text: string, { start, end }: TextSpan) {
  const from = text.lastIndexOf("\n", Math.max(start - 1, 0)) + 1;
  const stop = text.indexOf("\n", end);
  const to = stop < 0 ? text.length : stop;
  // Cut between words, never within one.
  const first = start - from > 70 ? text.indexOf(" ", start - 60) + 1 : from;
  const last = to - end > 90 ? Math.max(text.lastIndexOf(" ", end + 80), end) : to;
  const words = text
    .slice(first, last)
    .replace(/^\s*•\s*/, "")
    .trim();
  return `${first > from ? "… " : ""}${words}${last < to ? " …" : ""}`;
}

/** A quote with the words that count in it, cut between words where it is long. */
function shortened({ text, span }: ResumeQuote) {
  if (text.length <= 160) return text;
  const from = span.start > 60 ? text.indexOf(" ", span.start - 60) + 1 : 0;
  const to = Math.max(text.lastIndexOf(" ", from + 150), span.end);
  return `${from > 0 ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
}
