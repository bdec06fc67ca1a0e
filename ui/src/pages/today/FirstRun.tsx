import { Button } from "@mantine/core";
import { IconBriefcase, IconEye, IconFileDownload, IconScale } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { run } from "../../actions/handlers.ts";
import { PageHeader } from "../../components/PageHeader.tsx";
import styles from "./FirstRun.module.css";

/** The first thing a new user sees: where to begin, and what comes of it. */
export function FirstRun() {
  const { t } = useTranslation();
  const steps = [
    { icon: IconEye, title: t("today.stepRead"), text: t("today.stepReadText") },
    { icon: IconBriefcase, title: t("today.stepJob"), text: t("today.stepJobText") },
    { icon: IconScale, title: t("today.stepMatch"), text: t("today.stepMatchText") },
  ];
  return (
    <div className={styles.first}>
      <div className={styles.drop}>
        <span className={styles.icon}>
          <IconFileDownload size={34} stroke={1.5} aria-hidden />
        </span>
        <PageHeader title={t("today.firstTitle")} />
        <p>{t("today.firstText")}</p>
        <div className={styles.buttons}>
          <Button size="md" onClick={() => run("importFile")}>
            {t("today.choose")}
          </Button>
          <Button size="md" variant="default" onClick={() => run("newResume")}>
            {t("today.without")}
          </Button>
        </div>
        <small>{t("today.formats")}</small>
      </div>
      <ol className={styles.steps}>
        {steps.map(({ icon: Icon, title, text }) => (
          <li key={title}>
            <Icon size={22} stroke={1.6} aria-hidden />
            <div>
              <h2>{title}</h2>
              <p>{text}</p>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
