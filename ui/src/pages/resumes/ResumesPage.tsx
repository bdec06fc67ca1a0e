import { Button } from "@mantine/core";
import { IconFileImport, IconFilePlus, IconFileText } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { run } from "../../actions/handlers.ts";
import { EmptyNote } from "../../components/EmptyNote.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { resumesQuery, settingsQuery } from "../../ipc/queries.ts";
import styles from "./ResumesPage.module.css";
import { ResumeTile } from "./ResumeTile.tsx";

/** Every resume, newest first. */
export function ResumesPage() {
  const { t } = useTranslation();
  const { data: resumes } = useSuspenseQuery(resumesQuery);
  const { data: settings } = useSuspenseQuery(settingsQuery);
  const buttons = (
    <>
      <Button
        variant="default"
        leftSection={<IconFilePlus size={18} stroke={1.7} aria-hidden />}
        onClick={() => run("newResume")}
      >
        {t("resumes.start")}
      </Button>
      <Button
        leftSection={<IconFileImport size={18} stroke={1.7} aria-hidden />}
        onClick={() => run("importFile")}
      >
        {t("resumes.import")}
      </Button>
    </>
  );
  if (resumes.length === 0) {
    return (
      <>
        <PageHeader title={t("resumes.title")} />
        <EmptyNote icon={IconFileText} title={t("resumes.emptyTitle")} text={t("resumes.emptyText")}>
          {buttons}
        </EmptyNote>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("resumes.title")} actions={buttons} />
      <ul className={styles.tiles}>
        {resumes.map((card) => (
          <ResumeTile key={card.id} card={card} settings={settings} />
        ))}
      </ul>
    </>
  );
}
