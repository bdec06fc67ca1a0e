import { ActionIcon, Button, Loader } from "@mantine/core";
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconListCheck,
  IconPlayerStop,
  IconX,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  dismiss,
  type Import,
  type ImportState,
  isFinished,
  keepFound,
  pathOf,
  useImports,
} from "./actions/imports.ts";
import { BatchOutcome, batchWords } from "./BatchOutcome.tsx";
import styles from "./ImportList.module.css";
import type { Progress } from "./ipc/bindings.ts";

const PickPostings = lazy(async () => ({
  default: (await import("./components/PickPostings.tsx")).PickPostings,
}));

/** The files being read, each with how far it is and a way to stop it. */
export function ImportList() {
  const { t } = useTranslation();
  const imports = useImports();
  if (imports.length === 0) return null;
  return (
    <section className={styles.list} aria-label={t("imports.title")}>
      <ul>
        {imports.map((item) => (
          <ImportRow key={item.file.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

function ImportRow({ item: { file, state, stop, batch } }: { item: Import }) {
  const { t } = useTranslation();
  const [choosing, setChoosing] = useState(false);
  const path = pathOf(state);
  const words = useStateWords(state);
  const name = batch ? t("imports.batch", { count: batch.length }) : file.name;
  return (
    <li className={styles.row} data-state={state.kind}>
      <StateIcon state={state} />
      <span className={styles.name}>{name}</span>
      <span className={styles.words} role="status">
        {words}
      </span>
      <span className={styles.actions}>
        {state.kind === "running" && (
          <progress
            className={styles.bar}
            aria-label={name}
            max={state.progress?.total || 1}
            value={state.progress?.total ? state.progress.done : undefined}
          />
        )}
        {!isFinished(state) && (
          <Button size="compact-sm" variant="default" onClick={stop}>
            {t("common.stop")}
          </Button>
        )}
        {state.kind === "choose" && (
          <Button size="compact-sm" onClick={() => setChoosing(true)}>
            {t("imports.choose")}
          </Button>
        )}
        {path !== undefined && (
          <Link to={path} onClick={() => dismiss(file.id)} className={styles.open}>
            {state.kind === "resume" ? t("imports.review") : t("imports.show")}
          </Link>
        )}
        {isFinished(state) && (
          <ActionIcon aria-label={`${t("imports.dismiss")}: ${name}`} onClick={() => dismiss(file.id)}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        )}
      </span>
      {state.kind === "batch" && <BatchOutcome report={state.report} />}
      {state.kind === "choose" && choosing && (
        <Suspense>
          <PickPostings
            found={state.found}
            onPick={(picks) => void keepFound(file.id, state.found, picks)}
            onClose={() => setChoosing(false)}
          />
        </Suspense>
      )}
    </li>
  );
}

function StateIcon({ state: { kind } }: { state: ImportState }) {
  if (kind === "running") return <Loader size={16} aria-hidden />;
  const Icon = {
    waiting: IconClock,
    stopped: IconPlayerStop,
    failed: IconAlertTriangle,
    resume: IconCircleCheck,
    jobs: IconCircleCheck,
    choose: IconListCheck,
    batch: IconCircleCheck,
  }[kind];
  return <Icon size={18} stroke={1.7} aria-hidden />;
}

function useStateWords(state: ImportState) {
  const { t } = useTranslation();
  const step = (progress: Progress | undefined) => {
    const name = progress?.step;
    const known =
      name === "opening" ||
      name === "reading" ||
      name === "recognising" ||
      name === "understanding" ||
      name === "saving" ||
      name === "fetching";
    const words = known ? t(`imports.${name}`) : t("imports.working");
    const far = progress && progress.total > 4 ? t("common.ofAll", progress) : "";
    return [words, far].filter(Boolean).join(t("common.separator"));
  };
  switch (state.kind) {
    case "choose":
      return t("imports.several", { count: state.found.postings.length });
    case "batch":
      return batchWords(state.report, t);
    case "waiting":
      return t("imports.waiting");
    case "running":
      return step(state.progress);
    case "stopped":
      return t("imports.stopped");
    case "failed":
      return state.failure.message || t("imports.failed");
    case "resume":
      return t("imports.doneResume");
    case "jobs":
      return state.ids.length > 0 ? t("imports.doneJobs", { count: state.ids.length }) : t("imports.noJobs");
  }
}
