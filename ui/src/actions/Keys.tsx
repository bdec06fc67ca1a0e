import { useTranslation } from "react-i18next";
import styles from "./Keys.module.css";
import { keyNames } from "./keys.ts";

type Props = { keys: string };

/** A shortcut, as it is printed on the keys. */
export function Keys({ keys }: Props) {
  const { t } = useTranslation();
  const names = keyNames(keys, t("help.andThen"));
  return (
    <span className={styles.keys}>
      {names.map((name) =>
        name === t("help.andThen") ? <span key={name}>{name}</span> : <kbd key={name}>{name}</kbd>,
      )}
    </span>
  );
}
