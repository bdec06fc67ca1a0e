import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { CheckList } from "./CheckList.tsx";
import styles from "./FieldsPane.module.css";
import { useReview } from "./ReviewContext.ts";
import { SectionFields } from "./SectionFields.tsx";
import { sections } from "./sections.ts";
import { Unplaced } from "./Unplaced.tsx";

/** What was understood, section by section, to be corrected. */
export function FieldsPane() {
  const { t } = useTranslation();
  const { draft, change } = useReview();
  return (
    <section className={styles.fields} aria-label={t("review.fields")}>
      <div className={styles.scroll}>
        <TextInput
          label={t("review.name")}
          value={draft.title}
          onChange={(event) => change({ kind: "title", title: event.currentTarget.value })}
        />
        <CheckList />
        {sections.map((section) => (
          <SectionFields key={section.path} section={section} />
        ))}
        <Unplaced />
      </div>
    </section>
  );
}
