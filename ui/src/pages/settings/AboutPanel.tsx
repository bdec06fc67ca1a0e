import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Panel } from "../../components/Panel.tsx";
import { aboutQuery } from "../../ipc/queries.ts";
import styles from "./SettingsPage.module.css";

/** Where the data is, and what this program is. */
export function AboutPanel() {
  const { t } = useTranslation();
  const { data: about } = useSuspenseQuery(aboutQuery);
  return (
    <>
      <Panel title={t("settings.data")}>
        <p className={styles.text}>{t("settings.dataText")}</p>
        <dl className={styles.facts}>
          <dt>{t("settings.dataFolder")}</dt>
          <dd>
            <code>{about.dataFolder}</code>
          </dd>
          <dt>{t("settings.databaseSize")}</dt>
          <dd>{saySize(about.databaseBytes)}</dd>
          <dt>{t("settings.logFolder")}</dt>
          <dd>
            <code>{about.logFolder}</code>
          </dd>
          <dt>{t("settings.exportFolder")}</dt>
          <dd>
            <code>{about.exportFolder}</code>
          </dd>
        </dl>
      </Panel>
      <Panel title={t("settings.about")} note={t("settings.version", { version: about.version })}>
        <p className={styles.text}>{t("settings.aboutText")}</p>
        <p className={styles.text}>{t("settings.licencesText")}</p>
      </Panel>
    </>
  );
}

const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

function saySize(bytes: number) {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  return new Intl.NumberFormat(undefined, {
    style: "unit",
    unit: units[step] ?? "byte",
    unitDisplay: "long",
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** step);
}
