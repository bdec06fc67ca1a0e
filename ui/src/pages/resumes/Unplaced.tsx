import { Button, Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useNames } from "./names.ts";
import { listAt } from "./paths.ts";
import { useReview } from "./ReviewContext.ts";
import { blankEntry, type SectionDef, sections } from "./sections.ts";
import styles from "./Unplaced.module.css";

/** The lines no field took, each with a way into the field the user was in, or into a new entry. */
export function Unplaced() {
  const { t } = useTranslation();
  const { stored, draft, active, change, correct } = useReview();
  const { fieldName } = useNames();
  if (draft.unplaced.length === 0) return null;
  const put = (line: number, path: string, name: string) =>
    correct(
      { kind: "place", path, pieces: [{ line, span: null }], how: "add" },
      t("review.placed", { field: name }),
    );
  const begin = (line: number, section: SectionDef) => {
    const path = `${section.path}[${listAt(draft.resume, section.path).length}].${section.title}`;
    change({ kind: "add", list: section.path, entry: blankEntry(section) });
    // Once the new entry is part of the draft.
    requestAnimationFrame(() => void put(line, path, t(`sections.${section.word}`)));
  };
  return (
    <section className={styles.unplaced} aria-labelledby="unplaced">
      <h2 id="unplaced">{t("review.unplaced")}</h2>
      <p>{t("review.unplacedHint")}</p>
      <ul>
        {draft.unplaced.map((line) => (
          <li key={line}>
            <span id={`unplaced-${line}`} tabIndex={-1}>
              {stored.reading.lines[line]?.text}
            </span>
            <span className={styles.buttons}>
              {active !== undefined && (
                <Button
                  variant="default"
                  size="compact-xs"
                  onClick={() => void put(line, active, fieldName(active))}
                >
                  {t("review.putInto", { field: fieldName(active) })}
                </Button>
              )}
              <Elsewhere onPick={(section) => begin(line, section)} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A new entry that begins with the line. */
function Elsewhere({ onPick }: { onPick: (section: SectionDef) => void }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="gray" size="compact-xs">
          {t("review.putElsewhere")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("review.putHint")}</Menu.Label>
        {sections
          .filter(({ path }) => path !== "basics")
          .map((section) => (
            <Menu.Item key={section.path} onClick={() => onPick(section)}>
              {t("review.newEntryFrom", { what: t(`entries.${section.word}`) })}
              {section.word === "volunteer" && ` (${t("sections.volunteer")})`}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
