import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { originOf, stateOf } from "./draft.ts";
import styles from "./EntryFields.module.css";
import { Field } from "./Field.tsx";
import { LineFields } from "./LineFields.tsx";
import { textAt } from "./paths.ts";
import { useReview } from "./ReviewContext.ts";
import type { FieldDef, SectionDef } from "./sections.ts";
import { usePick } from "./usePick.ts";
import { useWhere } from "./useWhere.ts";

type Props = { section: SectionDef; base: string };

/** The fields of one entry; those that are empty and rare wait behind a button. */
export function EntryFields({ section, base }: Props) {
  const { t } = useTranslation();
  const { draft } = useReview();
  const [all, setAll] = useState(false);
  // A field that was just emptied stays, so that one can go on typing.
  const filled = ({ key }: FieldDef) =>
    textAt(draft.resume, `${base}.${key}`) !== "" || draft.edited.has(`${base}.${key}`);
  const shown = section.fields.filter((field) => all || field.expected || filled(field));
  const hidden = section.fields.some((field) => !field.expected && !filled(field));
  return (
    <div className={styles.fields}>
      {shown.map((field) =>
        field.kind === "lines" ? (
          <LineFields key={field.key} field={field} list={`${base}.${field.key}`} />
        ) : (
          <OneField key={field.key} field={field} path={`${base}.${field.key}`} />
        ),
      )}
      {hidden && (
        <div className={styles.more}>
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            aria-expanded={all}
            onClick={() => setAll(!all)}
          >
            {all ? t("review.fewer") : t("review.more")}
          </Button>
        </div>
      )}
    </div>
  );
}

function OneField({ field, path }: { field: FieldDef; path: string }) {
  const { t } = useTranslation();
  const { draft, change, activate } = useReview();
  const where = useWhere();
  const pick = usePick();
  const value = textAt(draft.resume, path);
  return (
    <Field
      path={path}
      kind={field.kind}
      label={t(`fields.${field.word}`)}
      value={value}
      state={stateOf(draft, path, value, field.expected)}
      {...where(originOf(draft, path))}
      change={change}
      activate={activate}
      pick={pick}
    />
  );
}
