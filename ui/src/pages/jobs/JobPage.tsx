import { ActionIcon, Menu, Select } from "@mantine/core";
import { IconArrowLeft, IconDots, IconExternalLink, IconTrash } from "@tabler/icons-react";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { MarkedText } from "../../components/MarkedText.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Panel } from "../../components/Panel.tsx";
import { sayDate } from "../../i18n/i18n.ts";
import { commands, type Importance, type Job, type Stage } from "../../ipc/bindings.ts";
import { duplicatesQuery, jobQuery, jobsQuery } from "../../ipc/queries.ts";
import { JobFacts } from "./JobFacts.tsx";
import { JobFit } from "./JobFit.tsx";
import { JobNotes } from "./JobNotes.tsx";
import styles from "./JobPage.module.css";
import { deleteJob, stages, useMoveJob } from "./jobs.ts";
import { SeenNote } from "./SeenNote.tsx";

const route = getRouteApi("/jobs/$id");

const tones = { required: "must", preferred: "nice", mentioned: "quiet" } as const satisfies Record<
  Importance,
  string
>;

/** One job: what the posting says, how far it has come, how the user fits. */
export function JobPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const { data: job } = useSuspenseQuery(jobQuery(id));
  const { data: seen } = useQuery(duplicatesQuery(id));
  const { posting } = job;
  const about = [posting.company || t("jobs.unknownCompany"), posting.locations.join("; ")].filter(Boolean);
  return (
    <>
      <PageHeader
        title={posting.title}
        back={
          <Link to="/jobs" className={styles.back}>
            <IconArrowLeft size={14} aria-hidden /> {t("nav.jobs")}
          </Link>
        }
        note={[...about, t("job.added", { date: sayDate(job.addedAt) })].join(t("common.separator"))}
        actions={<JobActions job={job} />}
      />
      <div className={styles.panes}>
        <Panel
          title={t("job.posting")}
          note={posting.requirements.length > 0 && t("job.legend")}
          className={styles.posting}
        >
          {posting.text ? (
            <MarkedText
              text={posting.text}
              marks={posting.requirements.map(({ span, importance, name }) => ({
                ...span,
                tone: tones[importance],
                title: `${t(`importance.${importance}`)}: ${name}`,
              }))}
            />
          ) : (
            <p className={styles.empty}>{t("job.postingEmpty")}</p>
          )}
        </Panel>
        <div className={styles.side}>
          {seen && <SeenNote seen={seen} />}
          <JobFit job={job} />
          <JobFacts key={`facts ${id}`} job={job} />
          <JobNotes key={`notes ${id}`} job={job} />
        </div>
      </div>
    </>
  );
}

function JobActions({ job }: { job: Job }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const { data: cards } = useSuspenseQuery(jobsQuery);
  const move = useMoveJob();
  const remove = async () => {
    await go({ to: "/jobs" });
    await deleteJob(job.id, job.posting.title);
  };
  return (
    <>
      <Select
        aria-label={t("job.stage")}
        w={150}
        data={stages.map((stage) => ({ value: stage, label: t(`stages.${stage}`) }))}
        value={job.stage}
        onChange={(stage) => stage && move(cards, { id: job.id, stage: stage as Stage, before: null })}
      />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t("jobs.actionsFor", { title: job.posting.title })}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {job.url && (
            <Menu.Item
              leftSection={<IconExternalLink size={16} aria-hidden />}
              onClick={() => void commands.openPosting(job.id)}
            >
              {t("job.openPosting")}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => void remove()}>
            {t("common.delete")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
