import { type ReactNode, useEffect, useRef } from "react";
import styles from "./PageHeader.module.css";

type Props = {
  title: string;
  /** A line under the title. */
  note?: ReactNode;
  /** What this page is for, at the end of the line. */
  actions?: ReactNode;
  /** A way back, above the title. */
  back?: ReactNode;
  /** Whether something else on the page wants the focus. */
  focus?: "title" | "elsewhere";
};

let opened = false;

/** The head of a page: its one h1, which a screen reader hears when the page opens. */
export function PageHeader({ title, note, actions, back, focus = "title" }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (opened && focus === "title") heading.current?.focus({ preventScroll: true });
    opened = true;
  }, [focus]);
  useEffect(() => {
    document.title = `${title} – ATSPro`;
  }, [title]);
  return (
    <header className={styles.header}>
      {back && <div className={styles.back}>{back}</div>}
      <div className={styles.words}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {note && <div className={styles.note}>{note}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
