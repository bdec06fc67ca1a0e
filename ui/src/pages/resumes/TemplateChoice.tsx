import { useTranslation } from "react-i18next";
import type { Template } from "../../ipc/bindings.ts";
import styles from "./TemplateChoice.module.css";

type Props = {
  templates: readonly Template[];
  value: string;
  onChange: (template: string) => void;
};

/** The looks a resume can have. */
export function TemplateChoice({ templates, value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.templates}>
      <legend>{t("export.template")}</legend>
      {templates.map(({ id, name, description }) => (
        <label key={id} className={styles.template}>
          <input
            type="radio"
            name="template"
            value={id}
            checked={id === value}
            onChange={() => onChange(id)}
          />
          <span>
            <strong>{name}</strong>
            <span>{description}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
