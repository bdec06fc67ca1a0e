import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "../../components/Panel.tsx";
import type { Job } from "../../ipc/bindings.ts";
import { FactsForm } from "./FactsForm.tsx";
import styles from "./JobFacts.module.css";
import { useFacts } from "./useFacts.ts";

type Props = { job: Job };

/** What is known of the job, each with where it came from. */
export function JobFacts({ job }: Props) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const facts = useFacts(job);
  if (editing) return <FactsForm job={job} onDone={() => setEditing(false)} />;
  return (
    <Panel
      title={t("job.facts")}
      actions={
        <Button variant="subtle" size="compact-sm" onClick={() => setEditing(true)}>
          {t("job.edit")}
        </Button>
      }
    >
      <dl className={styles.facts}>
        {facts.map(({ name, value, source }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <span>{value}</span>
              {source && <small>{source}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
