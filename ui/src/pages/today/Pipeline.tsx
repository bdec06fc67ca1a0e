import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Panel } from "../../components/Panel.tsx";
import type { JobCard, Stage } from "../../ipc/bindings.ts";
import styles from "./Pipeline.module.css";

type Props = { jobs: readonly JobCard[] };

const stages = ["saved", "applied", "screening", "interview", "offer", "closed"] as const satisfies Stage[];

/** How many jobs stand where; stages without one are left out. */
export function Pipeline({ jobs }: Props) {
  const { t } = useTranslation();
  const counts = stages.map((stage) => ({ stage, count: jobs.filter((job) => job.stage === stage).length }));
  return (
    <Panel title={t("today.pipeline")}>
      <ul className={styles.stages}>
        {counts
          .filter(({ count }) => count > 0)
          .map(({ stage, count }) => (
            <li key={stage}>
              <Link to="/jobs">
                <span>{t(`stages.${stage}`)}</span>
                <span
                  className={styles.bar}
                  style={{ width: `${(count / jobs.length) * 100}%` }}
                  aria-hidden
                />
                <strong>{count}</strong>
              </Link>
            </li>
          ))}
      </ul>
    </Panel>
  );
}
