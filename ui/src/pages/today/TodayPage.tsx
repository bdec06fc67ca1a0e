import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { PageHeader } from "../../components/PageHeader.tsx";
import { activityQuery, jobsQuery, resumesQuery, settingsQuery } from "../../ipc/queries.ts";
import { FirstRun } from "./FirstRun.tsx";
import { Happened } from "./Happened.tsx";
import { NextSteps } from "./NextSteps.tsx";
import { Pipeline } from "./Pipeline.tsx";
import styles from "./TodayPage.module.css";

/** What to do next, and what happened; for a new user, how to begin. */
export function TodayPage() {
  const { t } = useTranslation();
  const { data: resumes } = useSuspenseQuery(resumesQuery);
  const { data: jobs } = useSuspenseQuery(jobsQuery);
  const { data: activity } = useSuspenseQuery(activityQuery(12));
  const { data: settings } = useSuspenseQuery(settingsQuery);
  if (resumes.length === 0 && jobs.length === 0) return <FirstRun />;
  const main = resumes.find(({ id }) => id === settings.mainResume) ?? resumes[0];
  return (
    <>
      <PageHeader title={t("today.title")} />
      <div className={styles.panes}>
        <div className={styles.main}>
          <NextSteps resumes={resumes} jobs={jobs} main={main} />
        </div>
        <div className={styles.side}>
          {jobs.length > 0 && <Pipeline jobs={jobs} />}
          <Happened activity={activity} />
        </div>
      </div>
    </>
  );
}
