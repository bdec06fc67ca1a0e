import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "./Working.module.css";

type Props = {
  label: string;
  progress?: { done: number; total: number } | undefined;
  onStop?: (() => void) | undefined;
};

/** Long work: what is being done, how far it is, and a way to stop it. */
export function Working({ label, progress, onStop }: Props) {
  const { t } = useTranslation();
  const known = progress !== undefined && progress.total > 0;
  return (
    <div className={styles.working}>
      <span role="status">{label}</span>
      <progress
        aria-label={label}
        max={known ? progress.total : 1}
        value={known ? progress.done : undefined}
      />
      {known && (
        <span className={styles.count}>
          {t("common.ofAll", { done: progress.done, total: progress.total })}
        </span>
      )}
      {onStop && (
        <Button size="compact-sm" variant="default" onClick={onStop}>
          {t("common.stop")}
        </Button>
      )}
    </div>
  );
}
