import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useColumn } from "../../components/CardDrag.tsx";
import type { JobCard as Card, JobId, Stage } from "../../ipc/bindings.ts";
import styles from "./Board.module.css";
import { JobCard } from "./JobCard.tsx";

type Props = {
  stage: Stage;
  cards: readonly Card[];
  all: readonly Card[];
  /** The card that should have the focus. */
  wanted: JobId | undefined;
  onMoved: (id: JobId) => void;
};

/** One stage of the board; only the cards in sight exist. */
export function Column({ stage, cards, all, wanted, onMoved }: Props) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 104,
    getItemKey: (index) => cards[index]?.id ?? index,
    overscan: 4,
  });
  const top = () => (scroller.current?.getBoundingClientRect().top ?? 0) - (scroller.current?.scrollTop ?? 0);
  const placeAt = (y: number) => {
    const below = list.measurementsCache.find(({ start, size }) => top() + start + size / 2 > y);
    return (below && cards[below.index]?.id) ?? null;
  };
  const { ref, before } = useColumn(stage, placeAt);
  useFocus(wanted, cards, scroller, list.scrollToIndex);

  const line =
    before === undefined
      ? undefined
      : before === null
        ? list.getTotalSize() - 5
        : startOf(before, cards, list.measurementsCache);
  const name = t(`stages.${stage}`);
  return (
    <section
      ref={ref}
      className={styles.column}
      data-over={before !== undefined || undefined}
      aria-label={name}
    >
      <header>
        <h2>{name}</h2>
        {cards.length > 0 && <span className={styles.count}>{cards.length}</span>}
      </header>
      <div ref={scroller} className={styles.scroll}>
        {cards.length === 0 && <p className={styles.none}>{t("jobs.emptyColumn")}</p>}
        <ul className={styles.cards} style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ index, key, start }) => {
            const card = cards[index];
            return (
              card && (
                <li
                  key={key}
                  ref={list.measureElement}
                  data-index={index}
                  className={styles.slot}
                  aria-setsize={cards.length}
                  aria-posinset={index + 1}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <JobCard card={card} all={all} onMoved={onMoved} />
                </li>
              )
            );
          })}
          {line !== undefined && (
            <li
              aria-hidden
              className={styles.line}
              style={{ transform: `translateY(${Math.max(line - 1, -2)}px)` }}
            />
          )}
        </ul>
      </div>
    </section>
  );
}

const startOf = (id: JobId, cards: readonly Card[], places: readonly { start: number }[]) => {
  const place = places[cards.findIndex((card) => card.id === id)];
  return place && place.start - 5;
};

/** Brings the wanted card into sight and gives it the focus, if it is in this column. */
function useFocus(
  wanted: JobId | undefined,
  cards: readonly Card[],
  scroller: React.RefObject<HTMLDivElement | null>,
  scrollTo: (index: number) => void,
) {
  const index = wanted === undefined ? -1 : cards.findIndex(({ id }) => id === wanted);
  useEffect(() => {
    if (index < 0) return;
    scrollTo(index);
    const frame = requestAnimationFrame(() => {
      scroller.current
        ?.querySelector<HTMLElement>(`[data-card="${wanted}"] a`)
        ?.focus({ preventScroll: true });
      scroller.current?.closest("section")?.scrollIntoView?.({ inline: "nearest", block: "nearest" });
    });
    return () => cancelAnimationFrame(frame);
  }, [index, wanted, scroller, scrollTo]);
}
