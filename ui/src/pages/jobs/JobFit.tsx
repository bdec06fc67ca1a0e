import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { run } from "../../actions/handlers.ts";
import { CoverageBar } from "../../components/CoverageBar.tsx";
import { coverageOf } from "../../components/coverage.ts";
import { FailureNote } from "../../components/FailureNote.tsx";
import { Panel } from "../../components/Panel.tsx";
import type { Job, JobId, ResumeCard } from "../../ipc/bindings.ts";
import { matchQuery, resumesQuery, settingsQuery } from "../../ipc/queries.ts";
import styles from "./JobFit.module.css";

type Props = { job: Job };

/** How the main resume fits this job, in a line. */
export function JobFit({ job }: Props) {
  const { t } = useTranslation();
  const { data: resumes } = useQuery(resumesQuery);
  const { data: settings } = useQuery(settingsQuery);
  const resume = resumes?.find(({ id }) => id === settings?.mainResume) ?? resumes?.[0];
  return (
    <Panel title={t("job.fit")}>
      {resume ? <Fit job={job.id} resume={resume} /> : resumes && <NoResume />}
    </Panel>
  );
}

function Fit({ job, resume }: { job: JobId; resume: ResumeCard }) {
  const { t } = useTranslation();
  const { data: match, error } = useQuery(matchQuery(resume.id, job));
  if (error) return <FailureNote error={error} />;
  if (!match) return <Skeleton height={64} />;
  const { kind, all, found } = coverageOf(match);
  return (
    <div className={styles.fit}>
      <p className={styles.coverage}>
        {all > 0
          ? t(kind === "must" ? "match.coverage" : "match.coverageAny", { found, all })
          : t("job.fitNone")}
      </p>
      {all > 0 && <CoverageBar found={found} all={all} />}
      <p className={styles.note}>{t("job.fitResume", { title: resume.title })}</p>
      <Button
        variant="light"
        size="xs"
        renderRoot={(props) => <Link {...props} to="/match" search={{ resume: resume.id, job }} />}
      >
        {t("job.match")}
      </Button>
    </div>
  );
}

function NoResume() {
  const { t } = useTranslation();
  return (
    <div className={styles.fit}>
      <p className={styles.note}>{t("job.fitNoResume")}</p>
      <Button variant="light" size="xs" onClick={() => run("goResumes")}>
        {t("nav.resumes")}
      </Button>
    </div>
  );
}
