import { useTranslation } from "react-i18next";
import { Keys } from "./Keys.tsx";
import { actions, type Scope } from "./registry.ts";
import styles from "./ShortcutList.module.css";

type Props = { scopes: readonly Scope[] };

/** What the keys do, by where they do it. */
export function ShortcutList({ scopes }: Props) {
  const { t } = useTranslation();
  return scopes.map((scope) => (
    <section key={scope} className={styles.scope}>
      <h3>{t(`scopes.${scope}`)}</h3>
      <dl>
        {actions
          .filter((action) => action.scope === scope && action.keys.length > 0)
          .map((action) => (
            <div key={action.id}>
              <dt>{t(`actions.${action.id}`)}</dt>
              <dd>
                {action.keys.map((keys) => (
                  <Keys key={keys} keys={keys} />
                ))}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  ));
}
