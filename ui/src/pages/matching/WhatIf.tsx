import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../components/FailureNote.tsx";
import { Panel } from "../../components/Panel.tsx";
import { sayNumber } from "../../i18n/i18n.ts";
import type { JobId, Match, ResumeId } from "../../ipc/bindings.ts";
import { whatIfQuery } from "../../ipc/queries.ts";
import styles from "./WhatIf.module.css";

type Props = { resume: ResumeId; job: JobId; match: Match };

/** What the score would be if the resume showed what is missing. */
export function WhatIf({ resume, job, match }: Props) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<readonly string[]>([]);
  const names = [...new Set(match.missing.map(({ name }) => name))];
  const { data, error } = useQuery({ ...whatIfQuery(resume, job, shown), enabled: shown.length > 0 });
  if (names.length === 0 || match.score === null) return null;
  const toggle = (name: string) =>
    setShown((before) =>
      before.includes(name) ? before.filter((other) => other !== name) : [...before, name],
    );
  const then = shown.length > 0 ? data : undefined;
  const points = (then?.score ?? match.score) - match.score;
  return (
    <Panel title={t("whatIf.title")} note={t("whatIf.hint")}>
      <fieldset className={styles.names}>
        <legend>{t("whatIf.legend")}</legend>
        {names.map((name) => (
          <label key={name}>
            <input type="checkbox" checked={shown.includes(name)} onChange={() => toggle(name)} />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      <p className={styles.then} role="status">
        {then
          ? t("whatIf.result", {
              before: sayNumber(match.score),
              after: sayNumber(then.score ?? 0),
              points: sayNumber(Math.round(points * 10) / 10),
              band: t(`match.band.${then.band}`),
            })
          : t("whatIf.none")}
      </p>
      {error && <FailureNote error={error} />}
    </Panel>
  );
}
