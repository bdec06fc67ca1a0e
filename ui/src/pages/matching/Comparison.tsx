import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { CoverageBar } from "../../components/CoverageBar.tsx";
import { coverageOf } from "../../components/coverage.ts";
import type { JobId, ResumeId } from "../../ipc/bindings.ts";
import { jobQuery, matchQuery, resumeQuery } from "../../ipc/queries.ts";
import styles from "./Comparison.module.css";
import { Gates } from "./Gates.tsx";
import { RowList } from "./RowList.tsx";
import { type Row, rowsOf } from "./rows.ts";
import { ScorePanel } from "./ScorePanel.tsx";
import { TextsPane } from "./TextsPane.tsx";
import { WhatIf } from "./WhatIf.tsx";

const words = { must: "match.coverage", any: "match.coverageAny" } as const;

type Props = { resume: ResumeId; job: JobId };

/** Coverage first, then what was found, what is weak, what is missing; the score comes last. */
export function Comparison({ resume, job }: Props) {
  const { t } = useTranslation();
  const { data: match } = useSuspenseQuery(matchQuery(resume, job));
  const { data: stored } = useSuspenseQuery(resumeQuery(resume));
  const {
    data: { posting },
  } = useSuspenseQuery(jobQuery(job));
  const [chosen, choose] = useState<Row>();
  const rows = useMemo(() => rowsOf(match), [match]);
  const all = useMemo(() => [...rows.found, ...rows.weak, ...rows.missing], [rows]);
  const { kind, all: asked, found } = coverageOf(match);
  const weakMusts = rows.weak.filter(({ importance }) => kind === "any" || importance === "required").length;
  const list = { text: posting.text, chosen: chosen?.key, onChoose: choose };
  return (
    <div className={styles.comparison}>
      <section className={styles.coverage}>
        <h2>{asked > 0 ? t(words[kind], { found, all: asked }) : t("match.coverageNone")}</h2>
        {asked > 0 && kind === "any" && <p>{t("match.coverageNone")}</p>}
        {asked > 0 && <CoverageBar found={found} all={asked} weak={Math.min(weakMusts, found)} />}
      </section>
      <div className={styles.panes}>
        <div className={styles.lists}>
          <RowList kind="found" rows={rows.found} {...list} />
          <RowList kind="weak" rows={rows.weak} {...list} />
          <RowList kind="missing" rows={rows.missing} {...list} />
          <WhatIf key={`${resume} ${job}`} resume={resume} job={job} match={match} />
          <Gates gates={match.gates} unscored={match.unscored} />
          <ScorePanel match={match} />
        </div>
        <TextsPane resume={stored.resume} posting={posting} rows={all} row={chosen} onChoose={choose} />
      </div>
    </div>
  );
}
