import { Skeleton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "./PageSkeleton.module.css";

/** The shape of a page while it loads; shown late, so that quick pages do not flash. */
export function PageSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={styles.skeleton} role="status" aria-label={t("app.loading")}>
      <Skeleton height={30} width={220} />
      <Skeleton height={14} width={320} />
      <Skeleton height={120} />
      <Skeleton height={120} />
    </div>
  );
}
