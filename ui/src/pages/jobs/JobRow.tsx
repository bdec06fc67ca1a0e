import { IconCheck, IconHelp, IconX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { sayDay, sayNumber } from "../../i18n/i18n.ts";
import type { Fit, ResumeId } from "../../ipc/bindings.ts";
import styles from "./JobTable.module.css";
import { saySalary } from "./salary.ts";
import type { Row } from "./triage.ts";

type Props = {
  id: string;
  row: Row;
  index: number;
  start: number;
  resume: ResumeId | undefined;
  active: boolean;
  chosen: boolean;
  /** The pointer chose this row. */
  onPoint: (index: number, more: boolean) => void;
};

/** One job in the table. */
export const JobRow = memo(function JobRow({
  id,
  row,
  index,
  start,
  resume,
  active,
  chosen,
  onPoint,
}: Props) {
  const { t } = useTranslation();
  const { job, fit } = row;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the table's
    <div
      id={id}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      className={styles.row}
      data-active={active || undefined}
      data-decision={job.decision}
      style={{ transform: `translateY(${start}px)` }}
      onClick={(event) => onPoint(index, event.shiftKey || event.ctrlKey || event.metaKey)}
    >
      <Cell column="score">
        {fit &&
          (fit.score === null ? (
            <span className={styles.dim}>–</span>
          ) : (
            <strong>{sayNumber(Math.round(fit.score))}</strong>
          ))}
      </Cell>
      <Cell column="band">
        {fit && (
          <span className={styles.band} data-band={fit.band}>
            {t(`table.bands.${fit.band}`)}
          </span>
        )}
      </Cell>
      <Cell column="title">
        <Link to="/jobs/$id" params={{ id: job.id }} tabIndex={-1} title={job.title}>
          {job.title}
        </Link>
      </Cell>
      <Cell column="company" title={job.company}>
        {job.company || <span className={styles.dim}>{t("jobs.unknownCompany")}</span>}
      </Cell>
      <Cell column="place" title={job.location}>
        {job.location}
      </Cell>
      <Cell column="mode">{job.remoteMode === "unspecified" ? "" : t(`jobs.${job.remoteMode}`)}</Cell>
      <Cell column="pay">{job.salary ? saySalary(job.salary, "short") : ""}</Cell>
      <Cell column="posted">{job.datePosted ? sayDay(job.datePosted) : ""}</Cell>
      <Cell column="deadline">{job.applyDeadline ? sayDay(job.applyDeadline) : ""}</Cell>
      <Cell column="gates">{fit && resume && <Gates fit={fit} />}</Cell>
    </div>
  );
});

type CellProps = { column: string; title?: string; children: React.ReactNode };

const Cell = ({ column, title, children }: CellProps) => (
  <div role="gridcell" className={styles.cell} data-column={column} title={title || undefined}>
    {children}
  </div>
);

/** Conditions that are not met, or not known to be, in a word. */
function Gates({ fit: { notMet, unknown } }: { fit: Fit }) {
  const { t } = useTranslation();
  const names = [...notMet, ...unknown].join("; ");
  if (notMet.length > 0) {
    return (
      <span className={styles.gate} data-status="notMet" title={names}>
        <IconX size={14} stroke={2.2} aria-hidden /> {t("table.notMet", { count: notMet.length })}
      </span>
    );
  }
  if (unknown.length > 0) {
    return (
      <span className={styles.gate} data-status="unknown" title={names}>
        <IconHelp size={14} stroke={2} aria-hidden /> {t("table.unknown", { count: unknown.length })}
      </span>
    );
  }
  return (
    <span className={styles.gate} data-status="met">
      <IconCheck size={14} stroke={2.2} aria-hidden /> {t("table.met")}
    </span>
  );
}
