import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { JobCard, JobId, ResumeCard, ResumeId } from "../../ipc/bindings.ts";
import styles from "./PairChoice.module.css";

type Props = {
  resumes: readonly ResumeCard[];
  jobs: readonly JobCard[];
  resume: ResumeId;
  job: JobId;
  onChange: (pair: { resume?: ResumeId; job?: JobId }) => void;
};

/** Which resume and which job are compared. */
export function PairChoice({ resumes, jobs, resume, job, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.pair}>
      <Select
        label={t("match.resume")}
        data={resumes.map(({ id, title }) => ({ value: id, label: title || t("resumes.untitled") }))}
        value={resume}
        searchable={resumes.length > 8}
        onChange={(id) => id && onChange({ resume: id })}
      />
      <Select
        label={t("match.job")}
        data={jobs.map(({ id, title, company }) => ({
          value: id,
          label: [title, company].filter(Boolean).join(t("common.separator")),
        }))}
        value={job}
        searchable={jobs.length > 8}
        onChange={(id) => id && onChange({ job: id })}
      />
    </div>
  );
}
