import { IconHelp, IconX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Chip } from "../../components/Chip.tsx";
import { sayNumber } from "../../i18n/i18n.ts";
import type { Fit, JobId, ResumeId } from "../../ipc/bindings.ts";
import styles from "./RankList.module.css";

/** One pair of a ranking, named after the side that changes. */
export type Ranked = { resume: ResumeId; job: JobId; name: string; about: string[]; fit: Fit };

type Props = { items: readonly Ranked[] };

/** A ranking, best first; only the rows in sight exist. */
export function RankList({ items }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 76,
    overscan: 6,
  });
  return (
    <div ref={scroller} className={styles.scroll}>
      <ol className={styles.list} style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index];
          return (
            item && (
              <li
                key={key}
                ref={list.measureElement}
                data-index={index}
                aria-setsize={items.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                <RankRow item={item} place={index + 1} />
              </li>
            )
          );
        })}
      </ol>
    </div>
  );
}

function RankRow({ item: { resume, job, name, about, fit }, place }: { item: Ranked; place: number }) {
  const { t } = useTranslation();
  const [asked, found] = fit.required;
  return (
    <div className={styles.row}>
      <span className={styles.place}>{place}</span>
      <span className={styles.score} data-band={fit.band}>
        <strong>{fit.score === null ? "–" : sayNumber(Math.round(fit.score))}</strong>
        <small>{t(`table.bands.${fit.band}`)}</small>
      </span>
      <div className={styles.words}>
        <Link to="/match" search={{ resume, job }}>
          {name}
        </Link>
        <p>{about.filter(Boolean).join(t("common.separator"))}</p>
      </div>
      <div className={styles.why}>
        {asked > 0 && <p>{t("match.coverage", { found, all: asked })}</p>}
        {fit.missing.length > 0 && (
          <p className={styles.missing}>{t("rank.missing", { names: fit.missing.slice(0, 4).join(", ") })}</p>
        )}
      </div>
      <div className={styles.gates}>
        {fit.notMet.length > 0 && (
          <Chip tone="missing" icon={IconX}>
            {t("table.notMet", { count: fit.notMet.length })}
          </Chip>
        )}
        {fit.unknown.length > 0 && (
          <Chip tone="check" icon={IconHelp}>
            {t("table.unknown", { count: fit.unknown.length })}
          </Chip>
        )}
      </div>
    </div>
  );
}
