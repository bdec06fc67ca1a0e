import { ActionIcon, Button } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { originOf, stateOf } from "./draft.ts";
import { Field } from "./Field.tsx";
import styles from "./LineFields.module.css";
import { listAt, textAt } from "./paths.ts";
import { useReview } from "./ReviewContext.ts";
import type { FieldDef } from "./sections.ts";
import { usePick } from "./usePick.ts";
import { useWhere } from "./useWhere.ts";

type Props = { field: FieldDef; list: string };

/** The points of a role, one field each. */
export function LineFields({ field, list }: Props) {
  const { t } = useTranslation();
  const { draft, change, activate } = useReview();
  const where = useWhere();
  const pick = usePick();
  const items = listAt(draft.resume, list);
  const places = items.map((_, place) => place);
  const swap = (index: number, other: number) => {
    const order = [...places];
    order[index] = other;
    order[other] = index;
    change({ kind: "order", list, order });
  };
  const word = t(`fields.${field.word}`);
  const one = t(`oneLine.${field.word === "items" ? "items" : "highlights"}`);
  return (
    <fieldset className={styles.lines} aria-label={word}>
      {places.map((index) => {
        const path = `${list}[${index}]`;
        const value = textAt(draft.resume, path);
        const what = `${one} ${index + 1}`;
        return (
          <div key={path} className={styles.line}>
            <div>
              <Field
                path={path}
                kind="lines"
                label={what}
                value={value}
                state={stateOf(draft, path, value, false)}
                {...where(originOf(draft, path))}
                change={change}
                activate={activate}
                pick={pick}
              />
            </div>
            <div className={styles.tools}>
              <ActionIcon
                size={24}
                disabled={index === 0}
                aria-label={t("review.moveUp", { what })}
                onClick={() => swap(index, index - 1)}
              >
                <IconArrowUp size={14} aria-hidden />
              </ActionIcon>
              <ActionIcon
                size={24}
                disabled={index === items.length - 1}
                aria-label={t("review.moveDown", { what })}
                onClick={() => swap(index, index + 1)}
              >
                <IconArrowDown size={14} aria-hidden />
              </ActionIcon>
              <ActionIcon
                size={24}
                aria-label={t("review.remove", { what })}
                onClick={() =>
                  change({ kind: "order", list, order: places.filter((place) => place !== index) })
                }
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            </div>
          </div>
        );
      })}
      <div>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => change({ kind: "add", list, entry: "" })}
        >
          {t("review.addLine")}
        </Button>
      </div>
    </fieldset>
  );
}
