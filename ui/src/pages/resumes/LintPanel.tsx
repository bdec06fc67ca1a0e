import { Button, Select, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../components/FailureNote.tsx";
import type { Severity } from "../../ipc/bindings.ts";
import { jobsQuery, lintQuery } from "../../ipc/queries.ts";
import { LintFinding } from "./LintFinding.tsx";
import styles from "./LintPanel.module.css";
import { useReview } from "./ReviewContext.ts";

/** So many of one severity are shown before one asks for all. */
const few = 12;

const severities = ["error", "warning", "suggestion", "information"] as const satisfies Severity[];

/** What people and parsers may stumble over, worst first, each with a way to its field. */
export function LintPanel() {
  const { t } = useTranslation();
  const { stored } = useReview();
  const [job, setJob] = useState<string | null>(null);
  const { data: jobs } = useQuery(jobsQuery);
  const { data: report, error, refetch, isFetching } = useQuery(lintQuery(stored.id, job));
  if (error) return <FailureNote error={error} retry={() => void refetch()} />;
  if (!report) return <Skeleton height={240} />;
  const { findings, grade, lift, unchecked } = report;
  return (
    <div className={styles.panel} aria-busy={isFetching}>
      <header className={styles.head}>
        <p className={styles.grade} data-grade={grade}>
          <strong>{grade}</strong>
          <span>{t(`lint.grade.${grade}`)}</span>
        </p>
        {jobs && jobs.length > 0 && (
          <Select
            size="xs"
            clearable
            searchable={jobs.length > 8}
            label={t("lint.job")}
            placeholder={t("lint.anyJob")}
            value={job}
            onChange={setJob}
            data={jobs.map(({ id, title, company }) => ({
              value: id,
              label: [title, company].filter(Boolean).join(t("common.separator")),
            }))}
          />
        )}
        {lift && <p>{lift}</p>}
        <p className={styles.note}>{t("lint.note")}</p>
      </header>
      {findings.length === 0 && <p className={styles.fine}>{t("lint.fine")}</p>}
      {severities.map((severity) => (
        <Group
          key={severity}
          severity={severity}
          findings={findings.filter((one) => one.severity === severity)}
        />
      ))}
      {unchecked.length > 0 && (
        <details className={styles.unchecked}>
          <summary>{t("lint.unchecked", { count: unchecked.length })}</summary>
          <ul>
            {unchecked.map(({ code, reason }) => (
              <li key={code}>
                {code}: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

type GroupProps = { severity: Severity; findings: Parameters<typeof LintFinding>[0]["finding"][] };

function Group({ severity, findings }: GroupProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  if (findings.length === 0) return null;
  return (
    <section className={styles.group} aria-labelledby={`lint-${severity}`}>
      <h2 id={`lint-${severity}`}>{t(`lint.counts.${severity}`, { count: findings.length })}</h2>
      <ul>
        {(all ? findings : findings.slice(0, few)).map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a check may find the same twice
          <li key={`${finding.code} ${finding.path} ${index}`}>
            <LintFinding finding={finding} />
          </li>
        ))}
      </ul>
      {findings.length > few && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? t("review.fewerChecks") : t("review.allChecks", { count: findings.length })}
        </Button>
      )}
    </section>
  );
}
