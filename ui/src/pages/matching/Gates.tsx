import { IconCheck, IconHelp, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Panel } from "../../components/Panel.tsx";
import type { Gate, GateStatus } from "../../ipc/bindings.ts";
import styles from "./Gates.module.css";

type Props = { gates: readonly Gate[]; unscored: readonly string[] };

const icons = { met: IconCheck, notMet: IconX, unknown: IconHelp } as const satisfies Record<
  GateStatus,
  unknown
>;

/** What an employer may insist on, and what no rule can judge. */
export function Gates({ gates, unscored }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {gates.length > 0 && (
        <Panel title={t("match.gates")} note={t("match.gatesHint")}>
          <ul className={styles.gates}>
            {gates.map(({ kind, name, status, resume }) => {
              const Icon = icons[status];
              return (
                <li key={`${kind} ${name}`} data-status={status}>
                  <Icon size={18} stroke={2} aria-hidden />
                  <div>
                    <strong>{name}</strong>
                    <p>
                      {t(`kinds.${kind}`)}
                      {t("common.separator")}
                      {t(`match.gate.${status}`)}
                    </p>
                    {resume?.text && <q>{resume.text}</q>}
                  </div>
                </li>
              );
            })}
          </ul>
        </Panel>
      )}
      {unscored.length > 0 && (
        <Panel title={t("match.unscored")} note={t("match.unscoredHint")}>
          <ul className={styles.unscored}>
            {unscored.map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
