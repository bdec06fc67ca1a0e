import { Button } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./CheckList.module.css";
import { originOf } from "./draft.ts";
import { useNames } from "./names.ts";
import { textAt } from "./paths.ts";
import { focusField, useReview } from "./ReviewContext.ts";

/** So many are shown before one asks for all. */
const few = 5;

/** What is least certain, first: each leads to its field, or is accepted on the spot. */
export function CheckList() {
  const { t } = useTranslation();
  const { draft, change, active } = useReview();
  const { fieldName, placeName } = useNames();
  const [all, setAll] = useState(false);
  if (draft.toCheck.length === 0) return null;
  const shown = all ? draft.toCheck : draft.toCheck.slice(0, few);
  return (
    <section className={styles.list} aria-labelledby="to-check">
      <h2 id="to-check">{t("review.checkList")}</h2>
      <ol>
        {shown.map((path) => {
          const name = fieldName(path);
          const sure = Math.round((originOf(draft, path)?.confidence ?? 0) * 100);
          return (
            <li key={path} data-active={path === active || undefined}>
              <button type="button" onClick={() => focusField(path)}>
                <strong>{name}</strong>
                <span className={styles.value}>{textAt(draft.resume, path)}</span>
                <small>
                  {placeName(path)}
                  {t("common.separator")}
                  {t("review.sure", { percent: sure })}
                </small>
              </button>
              <Button
                variant="default"
                size="compact-xs"
                leftSection={<IconCheck size={14} aria-hidden />}
                aria-label={t("review.acceptField", { field: name, value: textAt(draft.resume, path) })}
                onClick={() => change({ kind: "accept", path })}
              >
                {t("review.accept")}
              </Button>
            </li>
          );
        })}
      </ol>
      {draft.toCheck.length > few && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? t("review.fewerChecks") : t("review.allChecks", { count: draft.toCheck.length })}
        </Button>
      )}
    </section>
  );
}
