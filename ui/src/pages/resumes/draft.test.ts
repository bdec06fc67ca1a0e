import { describe, expect, test } from "vitest";
import { elena, storedOf } from "../../ipc/fakeResume.ts";
import {
  changeDraft,
  confirmedPaths,
  fieldOfLine,
  nextToCheck,
  openDraft,
  originOf,
  stateOf,
} from "./draft.ts";
import { getAt, rebased, setAt, stepsOf, textAt } from "./paths.ts";
import { fieldPath, rank, sections } from "./sections.ts";

const stored = storedOf("r", "Elena", "elena.pdf", "pdf", 0);
const opened = () => openDraft(stored);

describe("paths", () => {
  test("lead to their values, and nowhere when there are none", () => {
    expect(stepsOf("work[0].highlights[2]")).toEqual(["work", 0, "highlights", 2]);
    expect(getAt(elena, "work[1].name")).toBe("Calder Research Group");
    expect(getAt(elena, "work[9].name")).toBeUndefined();
    expect(textAt(elena, "skills[0].keywords")).toBe("SQL, Python, R, Git");
  });

  test("change one value and share the rest", () => {
    const changed = setAt(elena, "work[0].position", "Lead");
    expect(changed.work[0]?.position).toBe("Lead");
    expect(elena.work[0]?.position).toBe("Senior Data Analyst");
    expect(changed.work[1]).toBe(elena.work[1]);
  });

  test("follow their entry to its new place, and are gone with it", () => {
    expect(rebased("work[1].highlights[0]", "work", [1, 0])).toBe("work[0].highlights[0]");
    expect(rebased("work[0].name", "work", [1])).toBeUndefined();
    expect(rebased("volunteer[0].name", "work", [1])).toBe("volunteer[0].name");
  });
});

describe("sections", () => {
  test("every part of a resume has one, so that nothing is hidden from the review", () => {
    const shown = sections.map(({ path }) => path).filter((path) => path !== "basics.profiles");
    expect(shown.sort()).toEqual(
      Object.keys(elena)
        .filter((key) => key !== "language")
        .sort(),
    );
  });

  test("words with commas share one field, lines have their own", () => {
    expect(fieldPath("skills[0].keywords[3]")).toBe("skills[0].keywords");
    expect(fieldPath("work[0].highlights[3]")).toBe("work[0].highlights[3]");
    expect(fieldPath("work[0].unheardOf")).toBeUndefined();
  });

  test("fields sort as the page shows them", () => {
    const order = [
      "basics.name",
      "basics.summary",
      "basics.profiles[0].url",
      "work[0].highlights[1]",
      "work[1].position",
    ];
    expect([...order].sort((a, b) => rank(a) - rank(b))).toEqual(order);
  });
});

describe("a draft", () => {
  test("lists what to check in the order of the page", () => {
    expect(opened().toCheck).toEqual(["basics.location", "work[0].highlights[2]", "work[1].name"]);
  });

  test("a field accepted or changed need not be checked any more", () => {
    const accepted = changeDraft(opened(), { kind: "accept", path: "basics.location" });
    const changed = changeDraft(accepted, { kind: "set", path: "work[1].name", value: "Calder" });
    expect(changed.toCheck).toEqual(["work[0].highlights[2]"]);
    expect(confirmedPaths(changed)).toEqual(["basics.location", "work[1].name"]);
    expect(stateOf(changed, "work[1].name", "Calder", true)).toBe("edited");
    expect(stateOf(changed, "work[0].name", "Northgate Hospital Trust", true)).toBe("certain");
    expect(stateOf(changed, "basics.url", "", true)).toBe("missing");
  });

  test("entries keep their origins when they are put in another order", () => {
    const swapped = changeDraft(opened(), { kind: "order", list: "work", order: [1, 0] });
    expect(swapped.resume.work[0]?.name).toBe("Calder Research Group");
    expect(swapped.toCheck).toEqual(["basics.location", "work[0].name", "work[1].highlights[2]"]);
    expect(originOf(swapped, "work[0].name")).toEqual(originOf(opened(), "work[1].name"));
  });

  test("a removed entry takes its origins along, and comes back with them", () => {
    const before = opened();
    const removed = changeDraft(before, { kind: "order", list: "work", order: [1] });
    expect(removed.resume.work).toHaveLength(1);
    expect(removed.toCheck).toEqual(["basics.location", "work[0].name"]);
    const back = changeDraft(removed, { kind: "restore", draft: before });
    expect(back.resume).toBe(before.resume);
    expect(back.version).toBeGreaterThan(removed.version);
  });

  test("a line that was not placed goes into the field it is put into", () => {
    const [line = 0] = opened().unplaced;
    const placed = changeDraft(opened(), { kind: "place", line, path: "basics.label", text: "and nurse" });
    expect(placed.resume.basics.label).toBe("Clinical Data Analyst and nurse");
    expect(placed.unplaced).not.toContain(line);
    expect(fieldOfLine(placed, line)).toBe("basics.label");
    const listed = changeDraft(opened(), { kind: "place", line, path: "skills[0].keywords", text: "SAS" });
    expect(listed.resume.skills[0]?.keywords.at(-1)).toBe("SAS");
  });

  test("jumping to what is to be checked goes round, from wherever one is", () => {
    const draft = opened();
    expect(nextToCheck(draft, undefined, 1)).toBe("basics.location");
    expect(nextToCheck(draft, undefined, -1)).toBe("work[1].name");
    expect(nextToCheck(draft, "basics.location", 1)).toBe("work[0].highlights[2]");
    expect(nextToCheck(draft, "work[1].name", 1)).toBe("basics.location");
    expect(nextToCheck(draft, "work[0].position", -1)).toBe("basics.location");
    expect(nextToCheck({ ...draft, toCheck: [] }, undefined, 1)).toBeUndefined();
  });
});
