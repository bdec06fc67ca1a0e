import { useTranslation } from "react-i18next";
import type { Importance, Requirement } from "../../ipc/bindings.ts";
import styles from "./Asked.module.css";

type Props = { requirements: readonly Requirement[] };

const order = ["required", "preferred", "mentioned"] as const satisfies Importance[];

/** What a posting asks for, most important first. */
export function Asked({ requirements }: Props) {
  const { t } = useTranslation();
  return (
    <section className={styles.asked} aria-live="polite">
      <h3>
        {t("addJob.requirements")}{" "}
        <span>{requirements.length > 0 && t("addJob.asked", { count: requirements.length })}</span>
      </h3>
      {requirements.length === 0 && <p>{t("addJob.noRequirements")}</p>}
      {order.map((importance) => {
        const some = requirements.filter((asked) => asked.importance === importance);
        return (
          some.length > 0 && (
            <div key={importance} className={styles.group}>
              <h4>{t(`importance.${importance}`)}</h4>
              <ul>
                {namesOf(some).map((name) => (
                  <li key={name} data-importance={importance}>
                    {name}
                  </li>
                ))}
              </ul>
            </div>
          )
        );
      })}
    </section>
  );
}

const namesOf = (some: readonly Requirement[]) => [...new Set(some.map(({ name }) => name))];
