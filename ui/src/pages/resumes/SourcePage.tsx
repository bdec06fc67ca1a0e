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
import { chosenBoxes, nearestWord, type Selection } from "./selection.ts";
import { usePointing } from "./usePointing.ts";

type Props = {
  number: number;
  /** Width and height in points. */
  size: readonly [number | null, number | null];
  marks: readonly LineMark[];
  /** The line the keys are at, while words are pointed at. */
  cursor: number | undefined;
  onChoose: (line: number) => void;
  onPlace: (selection: Selection) => void;
};

/** One page of the file, with a box around each of its lines. */
export function SourcePage({ number, size, marks, cursor, onChoose, onPlace }: Props) {
  const { t } = useTranslation();
  const { stored, picking } = useReview();
  const picture = useQuery(pageImageQuery(stored.id, number));
  const url = useObjectUrl(picture.data);
  const { lines, pages } = stored.reading;
  const [width, height] = [size[0] || 612, size[1] || 792];
  const here = lines.flatMap((line, index) =>
    line.span?.page === number ? { ...line, index, bbox: line.span.bbox } : [],
  );
  const pointing = usePointing({
    at: ({ currentTarget, clientX, clientY }) => {
      const sheet = currentTarget.getBoundingClientRect();
      const [x, y] = [(clientX - sheet.left) / sheet.width, (clientY - sheet.top) / sheet.height];
      return nearestWord(lines, number, x * width, y * height);
    },
    onPlace,
  });
  const chosen = picking.selection ? chosenBoxes(lines, picking.selection, number) : [];

  if (picture.isError) {
    return (
      <div>
        <p className={styles.caption}>{t("review.pageFailed")}</p>
        <SourceLines lines={here} marks={marks} cursor={cursor} onChoose={onChoose} onPlace={onPlace} />
      </div>
    );
  }
  return (
    <figure>
      <div className={styles.page} style={{ aspectRatio: `${width} / ${height}` }} {...pointing}>
        {url ? (
          <img
            src={url}
            draggable={false}
            alt={t("review.pageAlt", { page: number, file: stored.fileName })}
          />
        ) : (
          <Skeleton height="100%" />
        )}
        {here.map(({ index, text, bbox }) => (
          // A box is a shortcut for the pointer; by keyboard, its field leads to the same place, and
          // the boxes are gone through once words are pointed at.
          <button
            key={index}
            type="button"
            tabIndex={cursor === index ? 0 : -1}
            className={styles.box}
            data-line={index}
            data-mark={marks[index]}
            aria-label={text}
            style={placeOf(bbox, width, height)}
            onClick={() => onChoose(index)}
          />
        ))}
        {chosen.map((box) => (
          <span
            key={`${box.x0} ${box.y0}`}
            className={styles.chosen}
            style={placeOf(box, width, height)}
            aria-hidden
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
