import { Button, TextInput } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconBriefcase, IconPlus, IconSearch } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { run } from "../../actions/handlers.ts";
import { EmptyNote } from "../../components/EmptyNote.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import type { JobCard } from "../../ipc/bindings.ts";
import { jobsQuery } from "../../ipc/queries.ts";
import { Board } from "./Board.tsx";
import styles from "./BoardPage.module.css";
import { StageTabs } from "./StageTabs.tsx";
import { ViewSwitch } from "./ViewSwitch.tsx";

/** Every job, by how far it has come. */
export function BoardPage() {
  const { t } = useTranslation();
  const { data: all } = useSuspenseQuery(jobsQuery);
  // What was put out of the way is in the table only.
  const cards = all.filter(({ decision }) => decision !== "archived");
  const [filter, setFilter] = useState("");
  const narrow = useMediaQuery("(max-width: 900px)", false, { getInitialValueInEffect: false });
  const shown = cards.filter((card) => fits(card, filter));
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => run("newJob")}>
      {t("jobs.add")}
    </Button>
  );
  if (all.length === 0) {
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
        note={<span role="status">{t("jobs.count", { count: shown.length })}</span>}
        actions={
          <>
            <ViewSwitch view="board" />
            <TextInput
              type="search"
              aria-label={t("jobs.filter")}
              placeholder={t("jobs.filter")}
              leftSection={<IconSearch size={16} aria-hidden />}
              value={filter}
              onChange={(event) => setFilter(event.currentTarget.value)}
            />
            {add}
          </>
        }
      />
      {shown.length === 0 ? (
        <div className={styles.none}>
          <p>{t("jobs.filterEmpty", { text: filter })}</p>
          <Button variant="default" onClick={() => setFilter("")}>
            {t("jobs.clearFilter")}
          </Button>
        </div>
      ) : narrow ? (
        <StageTabs cards={shown} />
      ) : (
        <Board cards={shown} />
      )}
    </div>
  );
}

const fits = ({ title, company, location }: JobCard, filter: string) =>
  `${title} ${company} ${location}`.toLowerCase().includes(filter.trim().toLowerCase());
