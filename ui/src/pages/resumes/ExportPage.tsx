import { Button } from "@mantine/core";
import { IconArrowLeft, IconDownload, IconFileExport } from "@tabler/icons-react";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useHandlers } from "../../actions/handlers.ts";
import { FailureNote } from "../../components/FailureNote.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { commands } from "../../ipc/bindings.ts";
import { isCancelled } from "../../ipc/failure.ts";
import { resumeQuery, settingsQuery, templatesQuery } from "../../ipc/queries.ts";
import { ExportedNote } from "./ExportedNote.tsx";
import styles from "./ExportPage.module.css";
import { PreviewPane } from "./PreviewPane.tsx";
import { TemplateChoice } from "./TemplateChoice.tsx";

const route = getRouteApi("/resumes/$id/export");

/** A resume as a PDF: which look, how it will come out, and out it goes. */
export function ExportPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const { data: stored } = useSuspenseQuery(resumeQuery(id));
  const { data: templates } = useSuspenseQuery(templatesQuery);
  const { data: settings } = useSuspenseQuery(settingsQuery);
  const known = templates.some((template) => template.id === settings.template);
  const [template, setTemplate] = useState(known ? settings.template : (templates[0]?.id ?? ""));

  const work = useMutation({
    mutationFn: (where: "documents" | "elsewhere") =>
      where === "documents" ? commands.exportResume(id, template) : commands.exportResumeAs(id, template),
  });
  const choose = (next: string) => {
    work.reset();
    setTemplate(next);
    void commands.saveSettings({ ...settings, template: next });
  };
  useHandlers({ exportPdf: () => work.mutate("documents") });

  return (
    <div className={styles.page}>
      <PageHeader
        title={t("export.title", { title: stored.title || t("resumes.untitled") })}
        back={
          <Link to="/resumes/$id" params={{ id }} className={styles.back}>
            <IconArrowLeft size={14} aria-hidden /> {t("resumes.review")}
          </Link>
        }
        actions={
          <>
            <Button
              variant="default"
              disabled={work.isPending}
              leftSection={<IconDownload size={18} stroke={1.7} aria-hidden />}
              onClick={() => work.mutate("elsewhere")}
            >
              {t("export.saveAs")}
            </Button>
            <Button
              loading={work.isPending}
              leftSection={<IconFileExport size={18} stroke={1.7} aria-hidden />}
              onClick={() => work.mutate("documents")}
            >
              {t("export.export")}
            </Button>
          </>
        }
      />
      {work.error && !isCancelled(work.error) && (
        <FailureNote error={work.error} retry={() => work.reset()} />
      )}
      {work.data && <ExportedNote exported={work.data} />}
      <div className={styles.panes}>
        <TemplateChoice templates={templates} value={template} onChange={choose} />
        <PreviewPane id={id} template={template} name={stored.resume.basics.name || stored.title} />
      </div>
    </div>
  );
}
