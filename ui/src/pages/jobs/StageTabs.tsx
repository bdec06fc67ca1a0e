import { Tabs } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { JobCard, Stage } from "../../ipc/bindings.ts";
import { Board } from "./Board.tsx";
import { byStage, stages } from "./jobs.ts";
import styles from "./StageTabs.module.css";

type Props = { cards: readonly JobCard[] };

/** One stage at a time, where there is no room for all of them. */
export function StageTabs({ cards }: Props) {
  const { t } = useTranslation();
  const columns = byStage(cards);
  const [stage, setStage] = useState<Stage>(() => stages.find((one) => columns[one].length > 0) ?? "saved");
  return (
    <Tabs value={stage} onChange={(next) => next && setStage(next as Stage)} className={styles.tabs}>
      <Tabs.List>
        {stages.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {t(`stages.${one}`)} <span className={styles.count}>{columns[one].length || ""}</span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={stage} className={styles.panel}>
        <Board cards={cards} only={stage} />
      </Tabs.Panel>
    </Tabs>
  );
}
