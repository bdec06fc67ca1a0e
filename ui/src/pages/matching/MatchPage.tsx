import { Button } from "@mantine/core";
import { IconScale } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { run } from "../../actions/handlers.ts";
import { EmptyNote } from "../../components/EmptyNote.tsx";
import { ErrorBoundary } from "../../components/ErrorBoundary.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { PageSkeleton } from "../../components/PageSkeleton.tsx";
import { jobsQuery, resumesQuery, settingsQuery } from "../../ipc/queries.ts";
import { Comparison } from "./Comparison.tsx";
import styles from "./MatchPage.module.css";
import { PairChoice } from "./PairChoice.tsx";

const route = getRouteApi("/match");

/** How a resume fits a job, with the words behind every point. */
export function MatchPage() {
  const { t } = useTranslation();
  const go = useNavigate();
  const search = route.useSearch();
  const { data: resumes } = useSuspenseQuery(resumesQuery);
  const { data: jobs } = useSuspenseQuery(jobsQuery);
  const { data: settings } = useSuspenseQuery(settingsQuery);
  const known = (id: string | null | undefined) => resumes.find((resume) => resume.id === id)?.id;
  const resume = known(search.resume) ?? known(settings.mainResume) ?? resumes[0]?.id;
  const job = jobs.find(({ id }) => id === search.job)?.id ?? newest(jobs)?.id;

  if (resume === undefined) {
    return (
      <Nothing title={t("match.noResumes")} text={t("match.noResumesText")}>
        <Button onClick={() => run("importFile")}>{t("today.choose")}</Button>
      </Nothing>
    );
  }
  if (job === undefined) {
    return (
      <Nothing title={t("match.noJobs")} text={t("match.noJobsText")}>
        <Button onClick={() => run("newJob")}>{t("jobs.add")}</Button>
      </Nothing>
    );
  }
  return (
    <>
      <PageHeader
        title={t("match.title")}
        actions={
          <PairChoice
            resumes={resumes}
            jobs={jobs}
            resume={resume}
            job={job}
            onChange={(pair) => go({ to: "/match", search: { resume, job, ...pair }, replace: true })}
          />
        }
      />
      <nav className={styles.more} aria-label={t("match.more")}>
        <Link to="/rank" search={{ resume }}>
          {t("rank.allJobs")}
        </Link>
        <Link to="/rank" search={{ job }}>
          {t("rank.allResumes")}
        </Link>
        <Link to="/jobs/$id" params={{ id: job }}>
          {t("match.openJob")}
        </Link>
        <Link to="/resumes/$id" params={{ id: resume }}>
          {t("match.openResume")}
        </Link>
      </nav>
      <ErrorBoundary key={`${resume} ${job}`}>
        <Suspense fallback={<PageSkeleton />}>
          <Comparison resume={resume} job={job} />
        </Suspense>
      </ErrorBoundary>
    </>
  );
}

function Nothing({ title, text, children }: { title: string; text: string; children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t("match.title")} />
      <EmptyNote icon={IconScale} title={title} text={text}>
        {children}
      </EmptyNote>
    </>
  );
}

const newest = <T extends { addedAt: number }>(items: readonly T[]): T | undefined =>
  items.reduce<T | undefined>(
    (best, item) => (best && best.addedAt >= item.addedAt ? best : item),
    undefined,
  );
