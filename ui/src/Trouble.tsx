import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FailureNote } from "./components/FailureNote.tsx";
import { troubleQuery } from "./ipc/queries.ts";
import styles from "./Trouble.module.css";

type Props = { children: ReactNode };

/** The window, unless the data could not be opened: then it says why, and nothing else can be done. */
export function Trouble({ children }: Props) {
  const { t } = useTranslation();
  const { data: trouble, refetch } = useQuery(troubleQuery);
  if (!trouble) return children;
  return (
    <main className={styles.trouble}>
      <h1>{t("failure.noData")}</h1>
      <FailureNote error={trouble} retry={() => void refetch()} />
    </main>
  );
}
