import { Button } from "@mantine/core";
import { IconBriefcase, IconFileImport, IconFileText, IconScale, type TablerIcon } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { run } from "../../actions/handlers.ts";
import { Panel } from "../../components/Panel.tsx";
import type { JobCard, ResumeCard } from "../../ipc/bindings.ts";
import styles from "./NextSteps.module.css";
import { nextSteps, type Step } from "./steps.ts";

type Props = {
  resumes: readonly ResumeCard[];
  jobs: readonly JobCard[];
  main: ResumeCard | undefined;
};

/** What waits for the user. */
export function NextSteps({ resumes, jobs, main }: Props) {
  const { t } = useTranslation();
  const steps = nextSteps(resumes, jobs, main);
  return (
    <Panel title={t("today.next")}>
      {steps.length === 0 ? (
        <div className={styles.none}>
          <p>
            <strong>{t("today.nextEmpty")}</strong> {t("today.nextEmptyHint")}
          </p>
          <Button variant="light" onClick={() => run("newJob")}>
            {t("today.addJobAction")}
          </Button>
        </div>
      ) : (
        <ul className={styles.steps}>
          {steps.map((step, index) => (
            <StepRow key={keyOf(step)} step={step} first={index === 0} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

type Words = { icon: TablerIcon; title: string; text: string; action: string; act: () => unknown };

function StepRow({ step, first }: { step: Step; first: boolean }) {
  const { icon: Icon, title, text, action, act } = useWords(step);
  return (
    <li>
      <span className={styles.icon}>
        <Icon size={20} stroke={1.7} aria-hidden />
      </span>
      <div>
        <h3>{title}</h3>
        <p>{text}</p>
      </div>
      <Button variant={first ? "filled" : "default"} aria-label={`${action}: ${title}`} onClick={act}>
        {action}
      </Button>
    </li>
  );
}

function useWords(step: Step): Words {
  const { t } = useTranslation();
  const go = useNavigate();
  switch (step.kind) {
    case "review": {
      const { id, title, toCheck } = step.resume;
      return {
        icon: IconFileText,
        title: t("today.review", { title }),
        text: toCheck > 0 ? t("today.reviewText", { count: toCheck }) : t("today.reviewFine"),
        action: t("today.reviewAction"),
        act: () => go({ to: "/resumes/$id", params: { id } }),
      };
    }
    case "match": {
      const { id, title, company } = step.job;
      return {
        icon: IconScale,
        title: t("today.match", { title }),
        text: company ? t("today.matchText", { company }) : t("today.matchTextPlain"),
        action: t("today.matchAction"),
        act: () => go({ to: "/match", search: { resume: step.resume.id, job: id } }),
      };
    }
    case "addJob":
      return {
        icon: IconBriefcase,
        title: t("today.addJob"),
        text: t("today.addJobText"),
        action: t("today.addJobAction"),
        act: () => run("newJob"),
      };
    case "addResume":
      return {
        icon: IconFileImport,
        title: t("today.addResume"),
        text: t("today.addResumeText"),
        action: t("today.addResumeAction"),
        act: () => run("importFile"),
      };
  }
}

const keyOf = (step: Step) =>
  step.kind === "review" ? step.resume.id : step.kind === "match" ? step.job.id : step.kind;
