import { Button, Textarea } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconFileImport } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { run, useHandlers } from "../../actions/handlers.ts";
import { FailureNote } from "../../components/FailureNote.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Panel } from "../../components/Panel.tsx";
import { commands } from "../../ipc/bindings.ts";
import { postingQuery, seenQuery } from "../../ipc/queries.ts";
import styles from "./AddJobPage.module.css";
import { Asked } from "./Asked.tsx";
import { FetchPage } from "./FetchPage.tsx";
import { PostingForm, type Said } from "./PostingForm.tsx";
import { SeenNote } from "./SeenNote.tsx";

/** More than any posting; Rust refuses larger texts too. */
const tooLong = 2 * 1024 * 1024;

/** A posting, pasted; what it says is understood while it is. */
export function AddJobPage() {
  const { t } = useTranslation();
  const go = useNavigate();
  const [text, setText] = useState("");
  // Refused before it is in the box: laying out megabytes takes longer than reading the sentence.
  const [refused, setRefused] = useState(false);
  const take = (next: string) => {
    setRefused(next.length > tooLong);
    if (next.length <= tooLong) setText(next);
  };
  const [said, setSaid] = useState<Said>({});
  const [settled] = useDebouncedValue(text, 120);
  const pasted = settled.trim() !== "";
  const reading = useQuery({ ...postingQuery(settled), enabled: pasted });
  const posting = pasted ? reading.data : undefined;

  const title = said.title ?? posting?.title ?? "";
  const draftOf = (text: string) => {
    const { title = "", company = "", location = "", url = "" } = said;
    return { text, title, company, location, url };
  };
  const [draft] = useDebouncedValue(draftOf(settled), 250);
  const seen = useQuery({ ...seenQuery(draft), enabled: pasted || draft.url !== "" });
  const add = useMutation({
    mutationFn: () => commands.addJob(draftOf(text)),
    onSuccess: ({ id }) => go({ to: "/jobs/$id", params: { id } }),
  });
  const ready = title.trim() !== "" && !add.isPending;
  const submit = () => {
    if (ready) add.mutate();
  };
  useHandlers({ submit });

  return (
    <form
      className={styles.page}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <PageHeader
        title={t("addJob.title")}
        focus="elsewhere"
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconFileImport size={18} stroke={1.7} aria-hidden />}
              onClick={() => run("importFile")}
            >
              {t("addJob.file")}
            </Button>
            <Button type="submit" disabled={!ready} loading={add.isPending}>
              {t("addJob.submit")}
            </Button>
          </>
        }
      />
      {add.error && <FailureNote error={add.error} />}
      {seen.data && ready && <SeenNote seen={seen.data} adding />}
      {text === "" && <FetchPage draft={draftOf("")} />}
      <div className={styles.panes}>
        <Textarea
          autoFocus
          label={t("addJob.paste")}
          description={t("addJob.pasteHint")}
          placeholder={t("addJob.pastePlaceholder")}
          value={text}
          error={refused && t("addJob.tooLong")}
          onPaste={(event) => {
            if (event.clipboardData.getData("text").length <= tooLong) return;
            event.preventDefault();
            setRefused(true);
          }}
          onChange={(event) => take(event.currentTarget.value)}
          classNames={{ root: styles.paste, wrapper: styles.pasteBox, input: styles.pasteText }}
        />
        <Panel
          title={t("addJob.understood")}
          note={reading.isFetching ? t("addJob.reading") : undefined}
          className={styles.understood}
        >
          <PostingForm posting={posting} said={said} onChange={setSaid} />
          {reading.error && pasted ? (
            <FailureNote error={reading.error} retry={() => void reading.refetch()} />
          ) : null}
          {posting ? (
            <Asked requirements={posting.requirements} />
          ) : (
            <p className={styles.empty}>{t("addJob.understoodEmpty")}</p>
          )}
        </Panel>
      </div>
    </form>
  );
}
