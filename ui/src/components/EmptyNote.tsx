import type { TablerIcon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import styles from "./EmptyNote.module.css";

type Props = {
  icon: TablerIcon;
  title: string;
  text: string;
  /** What to do about it. */
  children?: ReactNode;
};

/** Nothing to show yet, and what to do next. */
export function EmptyNote({ icon: Icon, title, text, children }: Props) {
  return (
    <section className={styles.empty}>
      <span className={styles.icon}>
        <Icon size={26} stroke={1.6} aria-hidden />
      </span>
      <h2>{title}</h2>
      <p>{text}</p>
      {children && <div className={styles.actions}>{children}</div>}
    </section>
  );
}
