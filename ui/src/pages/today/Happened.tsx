import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Panel } from "../../components/Panel.tsx";
import { sayDate } from "../../i18n/i18n.ts";
import type { Activity } from "../../ipc/bindings.ts";
import styles from "./Happened.module.css";

type Props = { activity: readonly Activity[] };

/** What happened lately, newest first. */
export function Happened({ activity }: Props) {
  const { t } = useTranslation();
  return (
    <Panel title={t("today.happened")}>
      {activity.length === 0 ? (
        <p className={styles.none}>{t("today.happenedEmpty")}</p>
      ) : (
        <ol className={styles.list}>
          {activity.map((one) => (
            <li key={one.id}>
              <Subject activity={one} />
              <span className={styles.what}>
                <What activity={one} />
                {t("common.separator")}
                <time dateTime={new Date(one.at).toISOString()}>{sayDate(one.at)}</time>
              </span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Subject({ activity: { job, resume, subject } }: { activity: Activity }) {
  if (job)
    return (
      <Link to="/jobs/$id" params={{ id: job }}>
        {subject}
      </Link>
    );
  if (resume)
    return (
      <Link to="/resumes/$id" params={{ id: resume }}>
        {subject}
      </Link>
    );
  return <span>{subject}</span>;
}

function What({ activity: { what } }: { activity: Activity }) {
  const { t } = useTranslation();
  return what.kind === "jobMoved"
    ? t("today.jobMoved", { to: t(`stages.${what.to}`) })
    : t(`today.${what.kind}`);
}
