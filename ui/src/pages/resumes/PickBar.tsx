import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Placing } from "../../ipc/bindings.ts";
import { useNames } from "./names.ts";
import styles from "./PickBar.module.css";
import { focusField, useReview } from "./ReviewContext.ts";
import { type Selection, wordsOf } from "./selection.ts";

type Props = { onPlace: (selection: Selection, how: Placing) => void };

/** What happens to the words that were pointed at. */
export function PickBar({ onPlace }: Props) {
  const { t } = useTranslation();
  const { stored, active, picking } = useReview();
  const { fieldName, placeName } = useNames();
  const { selection } = picking;
  if (!picking.on && !selection) return null;
  const field = fieldName(active);
  const stop = () => {
    picking.stop();
    if (active !== undefined) focusField(active);
  };
  return (
    <section className={styles.bar} data-pick-bar aria-label={t("review.pickBar")}>
      <p className={styles.hint}>
        {active === undefined
          ? t("review.pickNoField")
          : t("review.pickFor", { field, place: placeName(active) })}
      </p>
      {selection && <q className={styles.words}>{wordsOf(stored.reading.lines, selection)}</q>}
      <div className={styles.buttons}>
        {selection && active !== undefined && (
          <>
            <Button size="compact-sm" onClick={() => onPlace(selection, "replace")}>
              {t("review.pickReplace")}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => onPlace(selection, "add")}>
              {t("review.pickAdd")}
            </Button>
          </>
        )}
        <Button size="compact-sm" variant="subtle" color="gray" onClick={stop}>
          {t("common.cancel")}
        </Button>
      </div>
      {picking.on && <small>{t("review.pickKeys")}</small>}
    </section>
  );
}
