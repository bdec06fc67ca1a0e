import { Button } from "@mantine/core";
import { IconArchive, IconBookmark, IconInbox } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Keys } from "../../actions/Keys.tsx";
import styles from "./TableBar.module.css";
import type { Row } from "./triage.ts";
import type { Table } from "./useTable.ts";

type Props = { rows: readonly Row[]; table: Table };

/** What can be done with the chosen rows, or with the one that is active. */
export function TableBar({ rows, table: { at, chosen, decide, clear } }: Props) {
  const { t } = useTranslation();
  const row = at === undefined ? undefined : rows[at];
  const what =
    chosen.size > 0 ? t("table.chosen", { count: chosen.size }) : (row?.job.title ?? t("table.keys"));
  const idle = chosen.size === 0 && !row;
  return (
    <footer className={styles.bar}>
      <span className={styles.what}>{what}</span>
      {chosen.size > 0 && (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={clear}>
          {t("table.clear")}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        disabled={idle}
        leftSection={<IconBookmark size={16} aria-hidden />}
        rightSection={<Keys keys="s" />}
        onClick={() => void decide("kept")}
      >
        {t("table.keep")}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={idle}
        leftSection={<IconArchive size={16} aria-hidden />}
        rightSection={<Keys keys="e" />}
        onClick={() => void decide("archived")}
      >
        {t("table.archive")}
      </Button>
      {row && row.job.decision !== "open" && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconInbox size={16} aria-hidden />}
          onClick={() => void decide("open")}
        >
          {t("table.reopen")}
        </Button>
      )}
    </footer>
  );
}
