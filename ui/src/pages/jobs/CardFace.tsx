import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { JobCard, RemoteMode } from "../../ipc/bindings.ts";
import styles from "./CardFace.module.css";
import { saySalary } from "./salary.ts";

type Props = {
  card: JobCard;
  title?: ReactNode;
  menu?: ReactNode;
  /** In the hand of the user. */
  lifted?: boolean;
};

const modes = {
  remote: "remote",
  hybrid: "hybrid",
  onsite: undefined,
  unspecified: undefined,
} as const satisfies Record<RemoteMode, string | undefined>;

/** What a card says: the job, the employer, the place. */
export function CardFace({ card, title = card.title, menu, lifted = false }: Props) {
  const { t } = useTranslation();
  const mode = modes[card.remoteMode];
  const where = [card.location, mode && t(`jobs.${mode}`)].filter(Boolean).join(t("common.separator"));
  return (
    <div className={styles.face} data-lifted={lifted || undefined}>
      <div className={styles.head}>
        <h3>{title}</h3>
        {menu}
      </div>
      <p className={styles.company}>{card.company || t("jobs.unknownCompany")}</p>
      {where && <p className={styles.where}>{where}</p>}
      {card.salary && <p className={styles.where}>{saySalary(card.salary, "short")}</p>}
    </div>
  );
}
