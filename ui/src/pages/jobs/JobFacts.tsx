import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../components/FailureNote.tsx";
import { Panel } from "../../components/Panel.tsx";
import { commands, type Job } from "../../ipc/bindings.ts";
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

function FactsForm({ job, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation();
  const { posting, url, notes } = job;
  const form = useForm({
    initialValues: {
      title: posting.title,
      company: posting.company,
      location: posting.locations[0] ?? "",
      url,
    },
    validate: { title: (title) => (title.trim() ? null : t("addJob.needTitle")) },
  });
  const save = useMutation({
    mutationFn: (values: typeof form.values) => commands.saveJob(job.id, { ...values, notes }),
    onSuccess: onDone,
  });
  return (
    <Panel title={t("job.facts")}>
      <form className={styles.form} onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <TextInput data-autofocus autoFocus label={t("addJob.fieldTitle")} {...form.getInputProps("title")} />
        <TextInput label={t("addJob.fieldCompany")} {...form.getInputProps("company")} />
        <TextInput label={t("addJob.fieldLocation")} {...form.getInputProps("location")} />
        <TextInput label={t("addJob.fieldUrl")} {...form.getInputProps("url")} />
        {save.error && <FailureNote error={save.error} />}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onDone}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t("common.save")}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
