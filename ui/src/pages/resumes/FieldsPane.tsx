import { SegmentedControl, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { CheckList } from "./CheckList.tsx";
import styles from "./FieldsPane.module.css";
import { LintPanel } from "./LintPanel.tsx";
import { useReview } from "./ReviewContext.ts";
import { SectionFields } from "./SectionFields.tsx";
import { sections } from "./sections.ts";
import { Unplaced } from "./Unplaced.tsx";

/** What was understood, section by section, to be corrected; or what may be stumbled over. */
export function FieldsPane() {
  const { t } = useTranslation();
  const { draft, change, view, show } = useReview();
  return (
    <section className={styles.fields} aria-label={t("review.fields")}>
      <SegmentedControl
        size="xs"
        className={styles.views}
        aria-label={t("lint.views")}
        value={view}
        onChange={show}
        data={[
          { value: "fields", label: t("lint.fields") },
          { value: "lint", label: t("lint.title") },
        ]}
      />
      {view === "lint" ? (
        <div className={styles.scroll}>
          <LintPanel />
        </div>
      ) : (
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
      )}
    </section>
  );
}
