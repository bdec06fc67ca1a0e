import { IconInfoCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Warning } from "../../ipc/bindings.ts";
import styles from "./Warnings.module.css";

type Props = { warnings: readonly Warning[] };

/** What the user should know about the file. */
export function Warnings({ warnings }: Props) {
  const { t } = useTranslation();
  if (warnings.length === 0) return null;
  return (
    <ul className={styles.warnings}>
      {warnings.map(({ code, detail }) => (
        <li key={`${code} ${detail}`}>
          <IconInfoCircle size={18} stroke={1.7} aria-hidden />
          {t(`review.warnings.${code}`, { detail })}
        </li>
      ))}
    </ul>
  );
}
