import type { TablerIcon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import styles from "./Chip.module.css";

type Props = {
  icon?: TablerIcon;
  tone?: "plain" | "good" | "check" | "missing";
  children: ReactNode;
};

/** A word about a thing; its icon and word say what its colour says. */
export function Chip({ icon: Icon, tone = "plain", children }: Props) {
  return (
    <span className={styles.chip} data-tone={tone}>
      {Icon && <Icon size={14} stroke={2} aria-hidden />}
      {children}
    </span>
  );
}
