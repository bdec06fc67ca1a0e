import { describe, expect, test } from "vitest";
import { readingOf } from "../../ipc/fakeResume.ts";
import { chosenBoxes, isChosen, moved, nearestWord, piecesOf, wholeLine, wordsOf } from "./selection.ts";

const { lines } = readingOf("pdf");
const at = (line: number, word: number) => ({ line, word });

describe("words that are pointed at", () => {
  test("go from one word to another, either way round", () => {
    const selection = { from: at(1, 1), to: at(0, 1) };
    expect(wordsOf(lines, selection)).toBe("Marsh Clinical Data");
    expect(piecesOf(lines, selection)).toEqual([
      { line: 0, span: { start: 6, end: 11 } },
      { line: 1, span: { start: 0, end: 13 } },
    ]);
    expect([isChosen(selection, 0, 0), isChosen(selection, 0, 1), isChosen(selection, 1, 2)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  test("are a whole line without a span", () => {
    expect(piecesOf(lines, wholeLine(lines, 0))).toEqual([{ line: 0, span: null }]);
  });

  test("move by arrows, and grow with Shift", () => {
    const start = wholeLine(lines, 0);
    expect(wordsOf(lines, moved(lines, start, "line", 1, false))).toBe("Clinical Data Analyst");
    expect(wordsOf(lines, moved(lines, start, "line", 1, true))).toBe("Elena Marsh Clinical Data Analyst");
    const word = moved(lines, start, "word", 1, false);
    expect(wordsOf(lines, word)).toBe("Clinical");
    expect(wordsOf(lines, moved(lines, word, "word", 1, true))).toBe("Clinical Data");
    expect(moved(lines, start, "line", -1, false)).toEqual(start);
  });

  test("are found by their place on the page", () => {
    const box = lines[1]?.words[1]?.bbox;
    if (!box) throw new Error("no box");
    const [x, y] = [((box.x0 ?? 0) + (box.x1 ?? 0)) / 2, ((box.y0 ?? 0) + (box.y1 ?? 0)) / 2];
    expect(nearestWord(lines, 1, x, y)).toEqual(at(1, 1));
    expect(nearestWord(lines, 1, 590, y)).toEqual(at(1, 2));
    expect(nearestWord(lines, 2, x, y)).toBeUndefined();
    expect(chosenBoxes(lines, { from: at(1, 1), to: at(1, 1) }, 1)).toEqual([box]);
  });
});
