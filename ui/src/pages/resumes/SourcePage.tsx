import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Bbox } from "../../ipc/bindings.ts";
import { pageImageQuery } from "../../ipc/queries.ts";
import { useReview } from "./ReviewContext.ts";
import { SourceLines } from "./SourceLines.tsx";
import styles from "./SourcePane.module.css";
import type { LineMark } from "./SourcePane.tsx";

type Props = {
  number: number;
  /** Width and height in points. */
  size: readonly [number | null, number | null];
  marks: readonly LineMark[];
  onChoose: (line: number) => void;
};

/** One page of the file, with a box around each of its lines. */
export function SourcePage({ number, size, marks, onChoose }: Props) {
  const { t } = useTranslation();
  const { stored } = useReview();
  const picture = useQuery(pageImageQuery(stored.id, number));
  const url = useObjectUrl(picture.data);
  const { lines, pages } = stored.reading;
  const [width, height] = [size[0] || 612, size[1] || 792];
  const here = lines.flatMap(({ text, span }, index) =>
    span?.page === number ? { index, text, bbox: span.bbox } : [],
  );

  if (picture.isError) {
    return (
      <div>
        <p className={styles.caption}>{t("review.pageFailed")}</p>
        <SourceLines lines={here} marks={marks} onChoose={onChoose} />
      </div>
    );
  }
  return (
    <figure>
      <div className={styles.page} style={{ aspectRatio: `${width} / ${height}` }}>
        {url ? (
          <img src={url} alt={t("review.pageAlt", { page: number, file: stored.fileName })} />
        ) : (
          <Skeleton height="100%" />
        )}
        {here.map(({ index, text, bbox }) => (
          // A box is a shortcut for the pointer; by keyboard, its field leads to the same place.
          <button
            key={index}
            type="button"
            tabIndex={-1}
            className={styles.box}
            data-mark={marks[index]}
            aria-label={text}
            style={placeOf(bbox, width, height)}
            onClick={() => onChoose(index)}
          />
        ))}
      </div>
      {pages.length > 1 && (
        <figcaption className={styles.caption}>
          {t("review.pageOf", { page: number, count: pages.length })}
        </figcaption>
      )}
    </figure>
  );
}

const percent = (part: number, whole: number) => `${((part / whole) * 100).toFixed(3)}%`;

function placeOf(bbox: { [K in keyof Bbox]: number | null }, width: number, height: number) {
  const [x0, y0, x1, y1] = [bbox.x0 ?? 0, bbox.y0 ?? 0, bbox.x1 ?? 0, bbox.y1 ?? 0];
  return {
    left: percent(x0 - 3, width),
    top: percent(y0 - 1.5, height),
    width: percent(x1 - x0 + 6, width),
    height: percent(y1 - y0 + 3, height),
  };
}

function useObjectUrl(blob: Blob | undefined) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!blob) return;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}
