import { useVirtualizer } from "@tanstack/react-virtual";
import { useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ResumeId } from "../../ipc/bindings.ts";
import { JobRow } from "./JobRow.tsx";
import styles from "./JobTable.module.css";
import { TableBar } from "./TableBar.tsx";
import { type Column, columns, firstWay, type Order, type Row } from "./triage.ts";
import { useTable } from "./useTable.ts";

type Props = {
  rows: readonly Row[];
  order: Order;
  /** The resume the jobs are compared with. */
  resume: ResumeId | undefined;
  onOrder: (order: Order) => void;
  /** What is said when no row is left. */
  empty: string;
};

/** A row's height: every row is one line, so that thousands scroll smoothly. */
const height = 40;

/** Jobs in rows, to be gone through with the keyboard; only the rows in sight exist. */
export function JobTable({ rows, order, resume, onOrder, empty }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => rows[index]?.job.id ?? index,
    overscan: 8,
    scrollPaddingStart: height,
  });
  const table = useTable(rows, list.scrollToIndex);
  const rowId = (index: number) => `${id}-${index}`;
  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        className={styles.scroll}
        role="grid"
        tabIndex={0}
        aria-label={t("table.label")}
        aria-rowcount={rows.length + 1}
        aria-multiselectable
        aria-activedescendant={table.at === undefined ? undefined : rowId(table.at)}
        data-table
        onKeyDown={table.onKeyDown}
      >
        <div role="row" aria-rowindex={1} className={`${styles.row} ${styles.head}`}>
          {columns.map((column) => (
            <Head key={column} column={column} order={order} onOrder={onOrder} />
          ))}
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index];
            return (
              row && (
                <JobRow
                  key={key}
                  id={rowId(index)}
                  row={row}
                  index={index}
                  start={start}
                  resume={resume}
                  active={index === table.at}
                  chosen={table.chosen.has(row.job.id)}
                  onPoint={table.point}
                />
              )
            );
          })}
        </div>
        {rows.length === 0 && <p className={styles.empty}>{empty}</p>}
      </div>
      <TableBar rows={rows} table={table} />
    </div>
  );
}

type HeadProps = { column: Column; order: Order; onOrder: (order: Order) => void };

function Head({ column, order, onOrder }: HeadProps) {
  const { t } = useTranslation();
  const mine = order.by === column;
  const next = mine ? !order.down : firstWay[column];
  return (
    <div
      role="columnheader"
      className={styles.cell}
      data-column={column}
      aria-sort={mine ? (order.down ? "descending" : "ascending") : "none"}
    >
      <button type="button" tabIndex={-1} onClick={() => onOrder({ by: column, down: next })}>
        {t(`table.columns.${column}`)}
        <span aria-hidden>{mine ? (order.down ? "↓" : "↑") : ""}</span>
      </button>
    </div>
  );
}
