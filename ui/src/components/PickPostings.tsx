import { Button, Modal, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Found } from "../ipc/bindings.ts";
import styles from "./PickPostings.module.css";

type Props = {
  found: Found;
  onPick: (picks: number[]) => void;
  onClose: () => void;
};

/** Several postings in one page or file: which of them are meant. */
export function PickPostings({ found: { postings, unread }, onPick, onClose }: Props) {
  const { t } = useTranslation();
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
  const [text, setText] = useState("");
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = postings
    .map((posting, index) => ({ ...posting, index }))
    .filter(({ title, company, location }) => {
      const said = `${title} ${company} ${location}`.toLowerCase();
      return words.every((word) => said.includes(word));
    });
  const all = shown.length > 0 && shown.every(({ index }) => picked.has(index));
  const turn = (indices: number[], on: boolean) =>
    setPicked((before) => {
      const after = new Set(before);
      for (const index of indices) {
        if (on) after.add(index);
        else after.delete(index);
      }
      return after;
    });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("pick.title", { count: postings.length })}
      size="lg"
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          onPick([...picked].sort((a, b) => a - b));
        }}
      >
        {postings.length > 8 && (
          <TextInput
            type="search"
            data-autofocus
            aria-label={t("jobs.filter")}
            placeholder={t("jobs.filter")}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        <label className={styles.all}>
          <input
            type="checkbox"
            checked={all}
            onChange={() =>
              turn(
                shown.map(({ index }) => index),
                !all,
              )
            }
          />
          {t("pick.all")}
        </label>
        <ul className={styles.list}>
          {shown.map(({ index, title, company, location, partial }) => (
            <li key={index}>
              <label>
                <input
                  type="checkbox"
                  checked={picked.has(index)}
                  onChange={() => turn([index], !picked.has(index))}
                />
                <span>
                  <strong>{title || t("pick.untitled")}</strong>
                  <small>
                    {[company, location, partial ? t("pick.partial") : ""]
                      .filter(Boolean)
                      .join(t("common.separator"))}
                  </small>
                </span>
              </label>
            </li>
          ))}
        </ul>
        {unread.length > 0 && (
          <details>
            <summary>{t("pick.unread", { count: unread.length })}</summary>
            <ul className={styles.unread}>
              {unread.map(({ name, why }) => (
                <li key={name}>
                  {name}: {why}
                </li>
              ))}
            </ul>
          </details>
        )}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" disabled={picked.size === 0}>
            {t("pick.add", { count: picked.size })}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
