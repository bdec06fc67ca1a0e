import { Button } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { sayList } from "../../i18n/i18n.ts";
import { commands, type ExportedFile } from "../../ipc/bindings.ts";
import styles from "./ExportPage.module.css";

type Props = { exported: ExportedFile };

/** The file that was made, where it is, and whether it reads back. */
export function ExportedNote({ exported: { folder, pages, lost, missingGlyphs, file } }: Props) {
  const { t } = useTranslation();
  return (
    <section className={styles.exported} role="status">
      <IconCircleCheck size={24} stroke={1.7} aria-hidden />
      <div>
        <strong>{t("export.done", { file: file.name })}</strong>
        <p>{t("export.doneText", { folder, pages: t("export.pageCount", { count: pages }) })}</p>
        {missingGlyphs.length > 0 && (
          <p className={styles.doubt}>{t("export.glyphs", { glyphs: missingGlyphs.join(" ") })}</p>
        )}
        {lost.length > 0 ? (
          <p className={styles.doubt}>
            {t("export.lost")} {sayList(lost.map(({ text }) => text))}
          </p>
        ) : (
          <p>{t("export.allRead")}</p>
        )}
      </div>
      <Button onClick={() => void commands.openFile(file.id)}>{t("export.open")}</Button>
      <Button variant="default" onClick={() => void commands.revealFile(file.id)}>
        {t("export.reveal")}
      </Button>
    </section>
  );
}
