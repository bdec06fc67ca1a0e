// Cards dragged between columns by pointer. The only file that knows the drag library.

import { Accessibility, defaultPreset } from "@dnd-kit/dom";
import {
  type DragDropEventHandlers,
  DragDropProvider,
  DragOverlay,
  PointerSensor,
  useDraggable,
  useDroppable,
} from "@dnd-kit/react";
import { createContext, type ReactNode, useContext, useState } from "react";

/** A place between cards: before the card of this id, or at the end. */
export type Place = { column: string; before: string | null };

/** Says before which card a height on the screen is; a column knows its cards. */
export type PlaceAt = (clientY: number) => string | null;

type Props = {
  children: ReactNode;
  /** The card in hand. */
  picture: (card: string) => ReactNode;
  onPick: (card: string) => void;
  onDrop: (card: string, place: Place) => void;
  onCancel: (card: string) => void;
};

const DropPlace = createContext<Place | undefined>(undefined);

const sensors = [
  PointerSensor.configure({
    activatorElements: (source) => [source.element],
    preventActivation: ({ target }) => target instanceof Element && target.closest("button") !== null,
  }),
];

// The board has its own words and keys for people who do not use a pointer.
const plugins = defaultPreset.plugins.filter((plugin) => plugin !== Accessibility);

/** The space in which cards are dragged. */
export function CardDrag({ children, picture, onPick, onDrop, onCancel }: Props) {
  const [place, setPlace] = useState<Place>();
  const hover = (operation: Operation, y: number) => {
    const { target } = operation;
    const placeAt: unknown = target?.data.placeAt;
    const next =
      target && typeof placeAt === "function"
        ? { column: String(target.id), before: (placeAt as PlaceAt)(y) }
        : undefined;
    setPlace((now) => (now?.column === next?.column && now?.before === next?.before ? now : next));
    return next;
  };
  return (
    <DragDropProvider
      sensors={sensors}
      plugins={plugins}
      onDragStart={({ operation }) => operation.source && onPick(String(operation.source.id))}
      onDragMove={({ operation, to, by }) => {
        const { y } = operation.position.current;
        hover(operation, to ? to.y : y + (by?.y ?? 0));
      }}
      onDragOver={({ operation }) => void hover(operation, operation.position.current.y)}
      onDragEnd={({ operation, canceled }) => {
        const card = operation.source && String(operation.source.id);
        const end = canceled ? undefined : hover(operation, operation.position.current.y);
        setPlace(undefined);
        if (card && end) onDrop(card, end);
        else if (card) onCancel(card);
      }}
    >
      <DropPlace value={place}>{children}</DropPlace>
      <DragOverlay dropAnimation={null}>{(source) => picture(String(source.id))}</DragOverlay>
    </DragDropProvider>
  );
}

type Operation = Parameters<DragDropEventHandlers["onDragEnd"]>[0]["operation"];

/** Makes an element a card that can be dragged. */
export function useCard(id: string) {
  const { ref, isDragSource } = useDraggable({ id });
  return { ref, isDragged: isDragSource };
}

/** Makes an element a column that cards can be dropped on; says where a card in hand would go. */
export function useColumn(id: string, placeAt: PlaceAt) {
  const { ref } = useDroppable({ id, data: { placeAt } });
  const place = useContext(DropPlace);
  return { ref, before: place?.column === id ? place.before : undefined };
}
