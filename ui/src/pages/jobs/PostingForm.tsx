import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Posting } from "../../ipc/bindings.ts";
import styles from "./PostingForm.module.css";

/** What the user says about the job, over what was read. */
export type Said = { title?: string; company?: string; location?: string; url?: string };

type Props = {
  posting: Posting | undefined;
  said: Said;
  onChange: (said: Said) => void;
};

/** Title, company and place as they were read, to be overruled. */
export function PostingForm({ posting, said, onChange }: Props) {
  const { t } = useTranslation();
  const read = {
    title: posting?.title ?? "",
    company: posting?.company ?? "",
    location: posting?.locations[0] ?? "",
    url: "",
  };
  const note = (key: keyof Said) => {
    if (said[key] !== undefined) return t("addJob.yours");
    if (!posting || key === "url") return undefined;
    return read[key] ? t("addJob.readAs") : t("addJob.notFound");
  };
  const field = (key: keyof Said, label: string) => (
    <TextInput
      label={label}
      value={said[key] ?? read[key]}
      description={note(key)}
      inputWrapperOrder={["label", "input", "description", "error"]}
      error={
        key === "title" && posting && !(said.title ?? read.title).trim() ? t("addJob.needTitle") : undefined
      }
      onChange={(event) => onChange({ ...said, [key]: event.currentTarget.value })}
    />
  );
  return (
    <div className={styles.form}>
      <div className={styles.wide}>{field("title", t("addJob.fieldTitle"))}</div>
      {field("company", t("addJob.fieldCompany"))}
      {field("location", t("addJob.fieldLocation"))}
      <div className={styles.wide}>{field("url", t("addJob.fieldUrl"))}</div>
    </div>
  );
}
