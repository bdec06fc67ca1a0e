import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import styles from "./BatchOutcome.module.css";
import type { ImportReport } from "./ipc/bindings.ts";

type Props = { report: ImportReport };

/** What became of each of many files; those that need a person come first. */
export function BatchOutcome({ report: { files } }: Props) {
  const { t } = useTranslation();
  const inOrder = [...files].sort((a, b) => Number(a.failure === null) - Number(b.failure === null));
  return (
    <details className={styles.outcome} open={files.length <= 12}>
      <summary>{t("imports.each")}</summary>
      <ul>
        {inOrder.map(({ name, resume, toCheck, failure }) => (
          <li key={`${name} ${resume}`} data-failed={failure !== null || undefined}>
            {failure ? (
              <IconAlertTriangle size={16} stroke={1.7} aria-hidden />
            ) : (
              <IconCircleCheck size={16} stroke={1.7} aria-hidden />
            )}
            <span>{name}</span>
            {resume !== null && (
              <>
                <small>
                  {toCheck > 0 ? t("resumes.toCheck", { count: toCheck }) : t("review.allChecked")}
                </small>
                <Link to="/resumes/$id" params={{ id: resume }}>
                  {t("imports.review")}
                </Link>
              </>
            )}
            {failure && <small>{failure.message || t("imports.failed")}</small>}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** How many were read, how many not, and whether the user stopped it. */
export function batchWords({ files, stopped }: ImportReport, t: TFunction<"words">): string {
  const failed = files.filter(({ failure }) => failure !== null).length;
  return [
    t("imports.batchRead", { count: files.length - failed }),
    failed > 0 ? t("imports.batchFailed", { count: failed }) : "",
    stopped ? t("imports.batchStopped") : "",
  ]
    .filter(Boolean)
    .join(" ");
}
