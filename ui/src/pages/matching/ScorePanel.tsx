import { useTranslation } from "react-i18next";
import { Panel } from "../../components/Panel.tsx";
import { sayNumber } from "../../i18n/i18n.ts";
import type { Match } from "../../ipc/bindings.ts";
import styles from "./ScorePanel.module.css";

type Props = { match: Match };

/** The score with the parts it is made of. */
export function ScorePanel({ match: { score, band, components } }: Props) {
  const { t } = useTranslation();
  return (
    <Panel title={t("match.score")}>
      {score === null ? (
        <p className={styles.vague}>{t("match.tooVague")}</p>
      ) : (
        <p className={styles.score}>
          <strong>{sayNumber(score)}</strong> <span>{t(`match.band.${band}`)}</span>
        </p>
      )}
      <dl className={styles.parts}>
        {components
          .filter(({ applies }) => applies)
          .map(({ name, value, weight }) => (
            <div key={name}>
              <dt>{t(`match.parts.${name}`)}</dt>
              <dd>
                <span className={styles.bar} aria-hidden>
                  <span style={{ width: `${value * 100}%` }} />
                </span>
                <small>
                  {t("match.part", { percent: Math.round(value * 100), weight: Math.round(weight) })}
                </small>
              </dd>
            </div>
          ))}
      </dl>
      <p className={styles.note}>{t("match.notPrediction")}</p>
    </Panel>
  );
}
