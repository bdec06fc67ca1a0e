import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { isFailure } from "../ipc/failure.ts";
import styles from "./FailureNote.module.css";

type Props = {
  error: unknown;
  retry?: (() => void) | undefined;
};

/** What went wrong, what is safe, and what to do. */
export function FailureNote({ error, retry }: Props) {
  const { t } = useTranslation();
  const known = isFailure(error);
  return (
    <div role="alert" className={styles.failure}>
      <IconAlertTriangle size={20} stroke={1.7} aria-hidden />
      <div>
        <strong>{t(`failure.${known ? error.code : "unexpected"}`)}</strong>
        <p>{known && error.message ? error.message : t("failure.crash")}</p>
        {known && <p className={styles.safe}>{t("failure.safe")}</p>}
        {!known && error instanceof Error && (
          <details>
            <summary>{t("common.details")}</summary>
            <code>{error.message}</code>
          </details>
        )}
        {retry && (
          <Button mt="xs" size="xs" variant="default" onClick={retry}>
            {t("common.retry")}
          </Button>
        )}
      </div>
    </div>
  );
}
