import { IconArrowLeft, IconListNumbers } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EmptyNote } from "../../components/EmptyNote.tsx";
import { FailureNote } from "../../components/FailureNote.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { PageSkeleton } from "../../components/PageSkeleton.tsx";
import { Working } from "../../components/Working.tsx";
import type { Progress } from "../../ipc/bindings.ts";
import { isCancelled } from "../../ipc/failure.ts";
import { jobsQuery, resumesQuery } from "../../ipc/queries.ts";
import { stampOf, useRankedJobs, useRankedResumes } from "../../ipc/ranking.ts";
import { type Ranked, RankList } from "./RankList.tsx";
import styles from "./RankPage.module.css";

const route = getRouteApi("/rank");

/** One resume over all jobs, or one job over all resumes, best first. */
export function RankPage() {
  const { resume, job }: { resume?: string; job?: string } = route.useSearch();
  if (job !== undefined) return <ResumesForJob job={job} />;
  return <JobsForResume resume={resume} />;
}

function JobsForResume({ resume: wanted }: { resume: string | undefined }) {
  const { t } = useTranslation();
  const { data: jobs } = useSuspenseQuery(jobsQuery);
  const { data: resumes } = useSuspenseQuery(resumesQuery);
  const resume = resumes.find(({ id }) => id === wanted) ?? resumes[0];
  const ranking = useRankedJobs(resume?.id, [...stampOf(jobs), resume?.updatedAt ?? 0]);
  const items = ranking.data?.map(({ job, fit }): Ranked => {
    const about = [job.company || t("jobs.unknownCompany"), job.location, t(`stages.${job.stage}`)];
    return { resume: resume?.id ?? "", job: job.id, name: job.title, about, fit };
  });
  const title = t("rank.jobsFor", { title: resume?.title || t("resumes.untitled") });
  return <Ranking title={title} items={items} ranking={ranking} known={resume !== undefined} />;
}

function ResumesForJob({ job: wanted }: { job: string }) {
  const { t } = useTranslation();
  const { data: jobs } = useSuspenseQuery(jobsQuery);
  const { data: resumes } = useSuspenseQuery(resumesQuery);
  const job = jobs.find(({ id }) => id === wanted) ?? jobs[0];
  const ranking = useRankedResumes(job?.id, [...stampOf(resumes), job?.updatedAt ?? 0]);
  const items = ranking.data?.map(({ resume, fit }): Ranked => {
    const name = resume.title || t("resumes.untitled");
    return { resume: resume.id, job: job?.id ?? "", name, about: [resume.name, resume.label], fit };
  });
  const title = t("rank.resumesFor", { title: job?.title ?? "" });
  return <Ranking title={title} items={items} ranking={ranking} known={job !== undefined} />;
}

type Props = {
  title: string;
  items: Ranked[] | undefined;
  ranking: {
    isFetching: boolean;
    progress: Progress | undefined;
    error: unknown;
    stop: () => void;
    refetch: () => unknown;
  };
  /** Whether there is something to compare with. */
  known: boolean;
};

function Ranking({ title, items, ranking, known }: Props) {
  const { t } = useTranslation();
  const { isFetching, progress, stop, error, refetch } = ranking;
  return (
    <div className={styles.page}>
      <PageHeader
        title={title}
        back={
          <Link to="/match" search={{}} className={styles.back}>
            <IconArrowLeft size={14} aria-hidden /> {t("nav.match")}
          </Link>
        }
        note={items && <span role="status">{t("rank.count", { count: items.length })}</span>}
        actions={isFetching && <Working label={t("table.comparing")} progress={progress} onStop={stop} />}
      />
      {error !== null && !isCancelled(error) && <FailureNote error={error} retry={() => void refetch()} />}
      {items && items.length > 0 && <RankList items={items} />}
      {((items && items.length === 0) || !known) && (
        <EmptyNote icon={IconListNumbers} title={t("rank.emptyTitle")} text={t("rank.emptyText")} />
      )}
      {!items && known && error === null && <PageSkeleton />}
    </div>
  );
}
