// Words of the file that were pointed at: from one word to another, in reading order.

import type { Bbox, Piece, SourceLine } from "../../ipc/bindings.ts";

/** A word of a line; a line without known words is one. */
export type Point = { line: number; word: number };

/** From where the pointing began to where it is now, either way round. */
export type Selection = { from: Point; to: Point };

/** All words of a line. */
export const wholeLine = (lines: readonly SourceLine[], line: number): Selection => ({
  from: { line, word: 0 },
  to: { line, word: lastWord(lines, line) },
});

export const lastWord = (lines: readonly SourceLine[], line: number) =>
  Math.max((lines[line]?.words.length ?? 0) - 1, 0);

/** The words as Rust takes them: a piece a line, whole lines without a span. */
export function piecesOf(lines: readonly SourceLine[], selection: Selection): Piece[] {
  const [first, last] = inOrder(selection);
  const pieces: Piece[] = [];
  for (let line = first.line; line <= last.line; line++) {
    const from = line === first.line ? first.word : 0;
    const to = line === last.line ? last.word : lastWord(lines, line);
    pieces.push({ line, span: spanOf(lines[line], from, to) });
  }
  return pieces;
}

function spanOf(line: SourceLine | undefined, from: number, to: number): Piece["span"] {
  const [first, last] = [line?.words[from], line?.words[to]];
  if (!line || !first || !last || (from === 0 && to === line.words.length - 1)) return null;
  return { start: first.span.start, end: last.span.end };
}

/** The words, to be shown and read out. */
export const wordsOf = (lines: readonly SourceLine[], selection: Selection): string =>
  piecesOf(lines, selection)
    .map(({ line, span }) => {
      const text = lines[line]?.text ?? "";
      return (span ? text.slice(span.start, span.end) : text).replace(/\s+/g, " ").trim();
    })
    .join(" ");

/** Whether a word is pointed at. */
export function isChosen(selection: Selection | undefined, line: number, word: number): boolean {
  if (!selection) return false;
  const [first, last] = inOrder(selection);
  return !isBefore({ line, word }, first) && !isBefore(last, { line, word });
}

/** The selection after an arrow key: lines up and down, words to the sides; with Shift it grows. */
export function moved(
  lines: readonly SourceLine[],
  { from, to }: Selection,
  by: "line" | "word",
  step: 1 | -1,
  grow: boolean,
): Selection {
  if (by === "line") {
    const line = clamp(to.line + step, lines.length);
    if (!grow) return wholeLine(lines, line);
    const end = isBefore({ line, word: 0 }, from) ? { line, word: 0 } : { line, word: lastWord(lines, line) };
    return { from, to: end };
  }
  const there = neighbour(lines, to, step);
  return { from: grow ? from : there, to: there };
}

function neighbour(lines: readonly SourceLine[], { line, word }: Point, step: 1 | -1): Point {
  const next = word + step;
  if (next >= 0 && next <= lastWord(lines, line)) return { line, word: next };
  const other = clamp(line + step, lines.length);
  if (other === line) return { line, word };
  return { line: other, word: step === 1 ? 0 : lastWord(lines, other) };
}

/** The word of a page that is nearest to a place on it. */
export function nearestWord(
  lines: readonly SourceLine[],
  page: number,
  x: number,
  y: number,
): Point | undefined {
  let best: (Point & { away: number }) | undefined;
  for (const [line, { span, words }] of lines.entries()) {
    if (span?.page !== page) continue;
    const boxes = words.length > 0 ? words.map(({ bbox }) => bbox ?? span.bbox) : [span.bbox];
    for (const [word, box] of boxes.entries()) {
      // A place between two lines belongs to the nearer line, however far its words are.
      const away = outside(box.y0 ?? 0, box.y1 ?? 0, y) * 4 + outside(box.x0 ?? 0, box.x1 ?? 0, x);
      if (!best || away < best.away) best = { line, word, away };
    }
  }
  return best && { line: best.line, word: best.word };
}

/** The rectangles of the chosen words on a page, one a line. */
export function chosenBoxes(lines: readonly SourceLine[], selection: Selection, page: number): Box[] {
  return piecesOf(lines, selection).flatMap(({ line, span }) => {
    const at = lines[line];
    if (at?.span?.page !== page) return [];
    const words = at.words.filter(
      (word) => !span || (word.span.start >= span.start && word.span.end <= span.end),
    );
    const boxes = words.flatMap(({ bbox }) => bbox ?? []);
    return [boxes.reduce<Box>(around, boxes[0] ?? at.span.bbox)];
  });
}

type Box = { [K in keyof Bbox]: number | null };

const around = (a: Box, b: Box): Box => ({
  x0: Math.min(a.x0 ?? 0, b.x0 ?? 0),
  y0: Math.min(a.y0 ?? 0, b.y0 ?? 0),
  x1: Math.max(a.x1 ?? 0, b.x1 ?? 0),
  y1: Math.max(a.y1 ?? 0, b.y1 ?? 0),
});

const inOrder = ({ from, to }: Selection): [Point, Point] => (isBefore(to, from) ? [to, from] : [from, to]);

const isBefore = (a: Point, b: Point) => a.line < b.line || (a.line === b.line && a.word < b.word);

const clamp = (line: number, count: number) => Math.min(Math.max(line, 0), count - 1);

const outside = (from: number, to: number, at: number) => Math.max(from - at, at - to, 0);
