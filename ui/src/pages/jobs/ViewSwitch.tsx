import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import styles from "./ViewSwitch.module.css";

type Props = { view: "board" | "table" };

/** The same jobs as a board or as a table. */
export function ViewSwitch({ view }: Props) {
  const { t } = useTranslation();
  return (
    <nav className={styles.views} aria-label={t("table.views")}>
      <Link to="/jobs" activeOptions={{ exact: true }} aria-current={view === "board" ? "page" : undefined}>
        {t("jobs.board")}
      </Link>
      <Link to="/jobs/table" aria-current={view === "table" ? "page" : undefined}>
        {t("table.title")}
      </Link>
    </nav>
  );
}
