import { ActionIcon, Button } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { EntryFields } from "./EntryFields.tsx";
import { EntryMenu } from "./EntryMenu.tsx";
import { useNames } from "./names.ts";
import { listAt } from "./paths.ts";
import { useReview } from "./ReviewContext.ts";
import styles from "./SectionFields.module.css";
import { blankEntry, type SectionDef } from "./sections.ts";

type Props = { section: SectionDef };

/** A section with its entries, which can be added, removed and put in order. */
export function SectionFields({ section }: Props) {
  const { t } = useTranslation();
  const { draft, change } = useReview();
  const title = t(`sections.${section.word}`);
  const what = t(`entries.${section.word}`);
  const add = () => change({ kind: "add", list: section.path, entry: blankEntry(section) });

  if (section.path === "basics") {
    return (
      <section className={styles.section}>
        <h2>{title}</h2>
        <div className={styles.entry}>
          <EntryFields section={section} base={section.path} />
        </div>
      </section>
    );
  }

  const entries = listAt(draft.resume, section.path);
  const addButton = (
    <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
      {t("review.add", { what })}
    </Button>
  );
  if (entries.length === 0) {
    return (
      <section className={styles.section} data-empty>
        <h2>{title}</h2>
        {addButton}
      </section>
    );
  }
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {entries.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries are known by their place, as paths are
        <Entry key={index} section={section} index={index} count={entries.length} />
      ))}
      <div>{addButton}</div>
    </section>
  );
}

function Entry({ section, index, count }: Props & { index: number; count: number }) {
  const { t } = useTranslation();
  const { change } = useReview();
  const base = `${section.path}[${index}]`;
  const name = useNames().entryName(section, index);
  const order = (places: number[]) => change({ kind: "order", list: section.path, order: places });
  const places = Array.from({ length: count }, (_, place) => place);
  const swap = (other: number) => {
    const swapped = [...places];
    swapped[index] = other;
    swapped[other] = index;
    order(swapped);
  };
  return (
    <fieldset className={styles.entry} aria-label={name}>
      <div className={styles.tools}>
        <h3>{name}</h3>
        <ActionIcon
          disabled={index === 0}
          aria-label={t("review.moveUp", { what: name })}
          onClick={() => swap(index - 1)}
        >
          <IconArrowUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          disabled={index === count - 1}
          aria-label={t("review.moveDown", { what: name })}
          onClick={() => swap(index + 1)}
        >
          <IconArrowDown size={16} aria-hidden />
        </ActionIcon>
        <EntryMenu section={section} index={index} name={name} />
      </div>
      <EntryFields section={section} base={base} />
    </fieldset>
  );
}
