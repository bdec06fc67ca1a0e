import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { announce } from "../../components/announce.tsx";
import { focusField, useReview } from "./ReviewContext.ts";
import { sections } from "./sections.ts";
import styles from "./Unplaced.module.css";

/** The lines no field took, each with a way into the field the user was in. */
export function Unplaced() {
  const { t } = useTranslation();
  const { stored, draft, active, change } = useReview();
  const name = useFieldName(active);
  if (draft.unplaced.length === 0) return null;
  const place = (line: number, text: string) => {
    if (active === undefined) return;
    change({ kind: "place", line, path: active, text });
    announce(t("review.placed", { field: name }));
    focusField(active);
  };
  return (
    <section className={styles.unplaced}>
      <h2>{t("review.unplaced")}</h2>
      <p>{t("review.unplacedHint")}</p>
      <ul>
        {draft.unplaced.map((line) => {
          const text = stored.reading.lines[line]?.text ?? "";
          return (
            <li key={line}>
              <span id={`unplaced-${line}`} tabIndex={-1}>
                {text}
              </span>
              <Button
                variant="default"
                size="compact-xs"
                disabled={active === undefined}
                title={active === undefined ? t("review.putHint") : undefined}
                onClick={() => place(line, text)}
              >
                {active === undefined ? t("review.putHint") : t("review.putInto", { field: name })}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What a field is called on the page. */
function useFieldName(path: string | undefined): string {
  const { t } = useTranslation();
  const key = path?.split(".").at(-1)?.replace(/\[.*/, "");
  const section = sections.find(
    ({ path: base, fields }) => path?.startsWith(base) && fields.some((f) => f.key === key),
  );
  const word = section?.fields.find((field) => field.key === key)?.word;
  return word ? t(`fields.${word}`) : "";
}
