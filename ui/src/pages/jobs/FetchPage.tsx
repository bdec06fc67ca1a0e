import { Button, TextInput } from "@mantine/core";
import { IconWorldDownload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../components/FailureNote.tsx";
import { Working } from "../../components/Working.tsx";
import { commands, type Found, type JobDraft, type Progress } from "../../ipc/bindings.ts";
import { isCancelled } from "../../ipc/failure.ts";
import { startTask } from "../../ipc/tasks.ts";
import styles from "./FetchPage.module.css";

const PickPostings = lazy(async () => ({
  default: (await import("../../components/PickPostings.tsx")).PickPostings,
}));

type Props = {
  /** What the user typed beside the posting. */
  draft: JobDraft;
};

/** Fetches a posting from the address the user types, and only from there. */
export function FetchPage({ draft }: Props) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [address, setAddress] = useState("");
  const [progress, heard] = useState<Progress>();
  const [found, setFound] = useState<Found>();
  const stop = useRef(() => {});
  const follow = <Output,>(run: Parameters<typeof startTask<Output>>[0]) => {
    const running = startTask(run, heard);
    stop.current = running.stop;
    return running.answer;
  };
  const keep = useMutation({
    mutationFn: ({ id, picks }: { id: number; picks: number[] }) =>
      follow((task, channel) => commands.addFound(id, picks, { ...draft, text: "" }, task, channel)),
    onSuccess: ([first, ...others]) =>
      first && others.length === 0
        ? go({ to: "/jobs/$id", params: { id: first.id } })
        : go({ to: "/jobs/table" }),
  });
  const fetching = useMutation({
    mutationFn: (address: string) =>
      follow((task, channel) => commands.findAtAddress(address, task, channel)),
    onSuccess: (found) =>
      found.postings.length === 1 ? keep.mutate({ id: found.id, picks: [0] }) : setFound(found),
  });
  const busy = fetching.isPending || keep.isPending;
  const error = fetching.error ?? keep.error;
  const host = hostOf(address);
  const begin = () => {
    if (host && !busy) fetching.mutate(address.trim());
  };
  return (
    <div className={styles.fetch}>
      <div className={styles.row}>
        <TextInput
          type="url"
          label={t("fetch.label")}
          placeholder="https://"
          description={host ? t("fetch.asks", { host }) : t("fetch.hint")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            begin();
          }}
        />
        <Button
          variant="default"
          disabled={!host || busy}
          leftSection={<IconWorldDownload size={18} stroke={1.7} aria-hidden />}
          onClick={begin}
        >
          {t("fetch.go")}
        </Button>
      </div>
      {busy && (
        <Working label={t("fetch.going", { host })} progress={progress} onStop={() => stop.current()} />
      )}
      {error && !isCancelled(error) && <FailureNote error={error} retry={begin} />}
      {found && found.postings.length === 0 && <p role="status">{t("fetch.none")}</p>}
      {found && found.postings.length > 1 && (
        <Suspense>
          <PickPostings
            found={found}
            onPick={(picks) => keep.mutate({ id: found.id, picks })}
            onClose={() => setFound(undefined)}
          />
        </Suspense>
      )}
    </div>
  );
}

/** Who would be asked; nobody while it is no address. */
function hostOf(address: string): string {
  try {
    const { protocol, host } = new URL(address.trim());
    return protocol === "https:" ? host : "";
  } catch {
    return "";
  }
}
