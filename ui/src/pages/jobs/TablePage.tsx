import { Button, SegmentedControl, Select, TextInput } from "@mantine/core";
import { IconBriefcase, IconPlus, IconSearch } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { run } from "../../actions/handlers.ts";
import { EmptyNote } from "../../components/EmptyNote.tsx";
import { FailureNote } from "../../components/FailureNote.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Working } from "../../components/Working.tsx";
import { isCancelled } from "../../ipc/failure.ts";
import { jobsQuery, resumesQuery, settingsQuery } from "../../ipc/queries.ts";
import { stampOf, useRankedJobs } from "../../ipc/ranking.ts";
import { JobTable } from "./JobTable.tsx";
import styles from "./TablePage.module.css";
import { rowsOf, shown, shows, sorted, type TableSearch } from "./triage.ts";
import { ViewSwitch } from "./ViewSwitch.tsx";

const route = getRouteApi("/jobs/table");

/** Every job in a table, best fit first, to decide which are worth the time. */
export function TablePage() {
  const { t } = useTranslation();
  const go = useNavigate();
  const asked: TableSearch = route.useSearch();
  const { resume: wanted, show = "open", find = "", by = "score", down } = asked;
  const { data: jobs } = useSuspenseQuery(jobsQuery);
  const { data: resumes } = useSuspenseQuery(resumesQuery);
  const { data: settings } = useSuspenseQuery(settingsQuery);
  const known = (id: string | null | undefined) => resumes.find((resume) => resume.id === id);
  const resume = known(wanted) ?? known(settings.mainResume) ?? resumes[0];
  const ranking = useRankedJobs(resume?.id, [...stampOf(jobs), resume?.updatedAt ?? 0]);
  const ranked = ranking.data;
  const text = useDeferredValue(find);
  const order = useMemo(() => ({ by, down: down ?? by === "score" }), [by, down]);
  const rows = useMemo(
    () => sorted(shown(rowsOf(jobs, ranked ?? []), show, text), order),
    [jobs, ranked, show, text, order],
  );
  const search = (change: Partial<TableSearch>) =>
    go({ to: "/jobs/table", search: { ...asked, ...change }, replace: true });

  if (jobs.length === 0) {
    return (
      <>
        <PageHeader title={t("jobs.title")} />
        <EmptyNote icon={IconBriefcase} title={t("jobs.emptyTitle")} text={t("jobs.emptyText")}>
          <Button onClick={() => run("newJob")}>{t("jobs.emptyAction")}</Button>
        </EmptyNote>
      </>
    );
  }
  return (
    <div className={styles.page}>
      <PageHeader
        title={t("jobs.title")}
        note={<span role="status">{t("jobs.count", { count: rows.length })}</span>}
        actions={
          <>
            <ViewSwitch view="table" />
            <TextInput
              type="search"
              aria-label={t("jobs.filter")}
              placeholder={t("jobs.filter")}
              leftSection={<IconSearch size={16} aria-hidden />}
              value={find}
              onChange={(event) => search({ find: event.currentTarget.value || undefined })}
            />
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => run("newJob")}>
              {t("jobs.add")}
            </Button>
          </>
        }
      />
      <div className={styles.choices}>
        <SegmentedControl
          size="xs"
          aria-label={t("table.show")}
          value={show}
          onChange={(show) => search({ show })}
          data={shows.map((value) => ({
            value,
            label: `${t(`table.shows.${value}`)} ${shown(rowsOf(jobs, []), value, "").length}`,
          }))}
        />
        {resume && (
          <Select
            size="xs"
            aria-label={t("table.resume")}
            value={resume.id}
            data={resumes.map(({ id, title }) => ({ value: id, label: title || t("resumes.untitled") }))}
            onChange={(id) => id && search({ resume: id })}
          />
        )}
        {ranking.isFetching && (
          <Working label={t("table.comparing")} progress={ranking.progress} onStop={ranking.stop} />
        )}
        {!resume && <p className={styles.note}>{t("job.fitNoResume")}</p>}
      </div>
      {ranking.error && !isCancelled(ranking.error) && (
        <FailureNote error={ranking.error} retry={() => void ranking.refetch()} />
      )}
      <JobTable
        rows={rows}
        order={order}
        resume={resume?.id}
        onOrder={(order) => search(order)}
        empty={find === "" ? t(`table.none.${show}`) : t("jobs.filterEmpty", { text: find })}
      />
    </div>
  );
}
