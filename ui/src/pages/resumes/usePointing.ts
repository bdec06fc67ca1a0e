import { type PointerEvent, useRef } from "react";
import { useReview } from "./ReviewContext.ts";
import { type Point, type Selection, wholeLine } from "./selection.ts";

type Props = {
  /** The word under the pointer. */
  at: (event: PointerEvent) => Point | undefined;
  onPlace: (selection: Selection) => void;
};

/** So far the pointer may wander within a click. */
const still = 5;

/**
 * Words are pointed at by dragging over them. While a field waits for words, a click takes a line,
 * and what was pointed at goes into the field at once.
 */
export function usePointing({ at, onPlace }: Props) {
  const { stored, picking } = useReview();
  const begun = useRef<{ point: Point; x: number; y: number; dragged: Selection | undefined }>(undefined);
  const swallow = useRef(false);

  return {
    onPointerDown: (event: PointerEvent) => {
      swallow.current = false;
      const point = event.button === 0 ? at(event) : undefined;
      begun.current = point && { point, x: event.clientX, y: event.clientY, dragged: undefined };
    },
    onPointerMove: (event: PointerEvent) => {
      const from = begun.current;
      if (!from || (event.buttons & 1) === 0) return;
      const far = Math.abs(event.clientX - from.x) + Math.abs(event.clientY - from.y) > still;
      const to = from.dragged || far ? at(event) : undefined;
      if (!to) return;
      from.dragged = { from: from.point, to };
      picking.select(from.dragged);
    },
    onPointerUp: () => {
      const from = begun.current;
      begun.current = undefined;
      if (!from || (!from.dragged && !picking.on)) return;
      // The click that follows is the end of this, and no wish to go to a field.
      swallow.current = true;
      if (picking.on) onPlace(from.dragged ?? wholeLine(stored.reading.lines, from.point.line));
    },
    onClickCapture: (event: React.MouseEvent) => {
      if (!swallow.current) return;
      swallow.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
