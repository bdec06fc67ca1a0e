import { type ReactNode, useId } from "react";
import styles from "./Panel.module.css";

type Props = {
  title?: ReactNode;
  /** A quiet line beside the title. */
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string | undefined;
};

/** A card with a heading. */
export function Panel({ title, note, actions, children, className }: Props) {
  const id = useId();
  return (
    <section
      className={[styles.panel, className].filter(Boolean).join(" ")}
      aria-labelledby={title ? id : undefined}
    >
      {(title || actions) && (
        <header className={styles.head}>
          <h2 id={id}>{title}</h2>
          {note && <span className={styles.note}>{note}</span>}
          {actions && <span className={styles.actions}>{actions}</span>}
        </header>
      )}
      {children}
    </section>
  );
}
