import { Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../components/FailureNote.tsx";
import { Panel } from "../../components/Panel.tsx";
import { commands, type Job } from "../../ipc/bindings.ts";

type Props = { job: Job };

/** The user's own words about a job, kept as they are written. */
export function JobNotes({ job }: Props) {
  const { t } = useTranslation();
  const [notes, setNotes] = useState(job.notes);
  const { mutate, error, isSuccess } = useMutation({
    scope: { id: `notes ${job.id}` },
    mutationFn: (notes: string) => {
      const { title, company, locations } = job.posting;
      return commands.saveJob(job.id, { title, company, location: locations[0] ?? "", url: job.url, notes });
    },
  });
  const kept = useRef(job.notes);
  const keep = useRef(() => {});
  useEffect(() => {
    keep.current = () => {
      if (notes === kept.current) return;
      kept.current = notes;
      mutate(notes);
    };
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the notes starts the wait again
  useEffect(() => {
    const timer = setTimeout(() => keep.current(), 800);
    return () => clearTimeout(timer);
  }, [notes]);
  useEffect(() => () => keep.current(), []);
  return (
    <Panel
      title={t("job.notes")}
      note={isSuccess && notes === kept.current ? t("job.notesSaved") : undefined}
    >
      <Textarea
        autosize
        minRows={4}
        maxRows={14}
        aria-label={t("job.notes")}
        placeholder={t("job.notesPlaceholder")}
        value={notes}
        onChange={(event) => setNotes(event.currentTarget.value)}
      />
      {error && <FailureNote error={error} retry={() => mutate(notes)} />}
    </Panel>
  );
}
