import type { ReactNode } from "react";
import styles from "./SettingsPage.module.css";

type Props = { label: string; hint?: string; children: ReactNode };

/** A choice with its name at the start of the line. */
export function Choice({ label, hint, children }: Props) {
  return (
    <div className={styles.choice}>
      <div>
        <span className={styles.label}>{label}</span>
        {hint && <p>{hint}</p>}
      </div>
      {children}
    </div>
  );
}
