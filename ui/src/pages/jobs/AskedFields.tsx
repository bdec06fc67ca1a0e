import { ActionIcon, NativeSelect } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Importance, Requirement } from "../../ipc/bindings.ts";
import styles from "./AskedFields.module.css";

type Props = {
  requirements: readonly Requirement[];
  onChange: (requirements: Requirement[]) => void;
};

const importances = ["required", "preferred", "mentioned"] as const satisfies Importance[];

/** What a posting asks for: each can be taken away, or matter more or less. */
export function AskedFields({ requirements, onChange }: Props) {
  const { t } = useTranslation();
  if (requirements.length === 0) return null;
  const change = (index: number, importance: Importance) =>
    onChange(requirements.map((asked, other) => (other === index ? { ...asked, importance } : asked)));
  return (
    <fieldset className={styles.asked}>
      <legend>{t("addJob.requirements")}</legend>
      <ul>
        {requirements.map(({ name, importance, span, kind }, index) => (
          <li key={`${kind} ${name} ${span.start}`}>
            <span title={name}>{name}</span>
            <NativeSelect
              size="xs"
              aria-label={t("job.importanceOf", { name })}
              value={importance}
              data={importances.map((value) => ({ value, label: t(`importance.${value}`) }))}
              onChange={(event) => change(index, event.currentTarget.value as Importance)}
            />
            <ActionIcon
              size={26}
              aria-label={t("job.notAsked", { name })}
              onClick={() => onChange(requirements.filter((_, other) => other !== index))}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
