import { describe, expect, test } from "vitest";
import { elena, storedOf } from "../../ipc/fakeResume.ts";
import { changeDraft, nextToCheck, openDraft, originOf, reviewOf, stateOf } from "./draft.ts";
import { changeHistory, newHistory } from "./history.ts";
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
  test("lists what to check as Rust does, least certain first", () => {
    const toCheck = ["work[0].highlights[2]", "skills[0].keywords[3]", "skills[0].keywords[1]"];
    const shown = ["work[0].highlights[2]", "skills[0].keywords"];
    expect(openDraft({ ...stored, toCheck }).toCheck).toEqual(shown);
  });

  test("a field accepted or changed need not be checked any more", () => {
    const accepted = changeDraft(opened(), { kind: "accept", path: "basics.location" });
    const changed = changeDraft(accepted, { kind: "set", path: "work[1].name", value: "Calder" });
    expect(changed.toCheck).toEqual(["work[0].highlights[2]"]);
    const { origins, edited } = reviewOf(changed);
    expect([origins["basics.location"]?.confidence, origins["work[1].name"]?.confidence]).toEqual([1, 1]);
    expect(edited).toEqual(["work[1].name"]);
    expect(stateOf(changed, "work[1].name", "Calder", true)).toBe("edited");
    expect(stateOf(changed, "work[0].name", "Northgate Hospital Trust", true)).toBe("certain");
    expect(stateOf(changed, "basics.url", "", true)).toBe("missing");
  });

  test("entries keep their origins when they are put in another order", () => {
    const swapped = changeDraft(opened(), { kind: "order", list: "work", order: [1, 0] });
    expect(swapped.resume.work[0]?.name).toBe("Calder Research Group");
    expect(swapped.toCheck).toEqual(["work[1].highlights[2]", "basics.location", "work[0].name"]);
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

  test("what Rust corrected takes the place of what was there", () => {
    const typed = changeDraft(opened(), { kind: "set", path: "basics.label", value: "Analyst" });
    const origin = { confidence: 1, spans: [], lines: [3], byHand: true };
    const review = { ...reviewOf(typed), origins: { "basics.label": origin }, unplaced: [], edited: [] };
    const corrected = { review, toCheck: ["work[1].name"], focus: "basics.label" };
    const after = changeDraft(typed, { kind: "corrected", corrected });
    expect(after.toCheck).toEqual(["work[1].name"]);
    expect(stateOf(after, "basics.label", "Analyst", true)).toBe("placed");
    expect(after.version).toBeGreaterThan(typed.version);
  });

  test("jumping to what is to be checked goes round, from wherever one is", () => {
    const draft = opened();
    const [first, second, third] = ["work[0].highlights[2]", "basics.location", "work[1].name"] as const;
    expect(draft.toCheck).toEqual([first, second, third]);
    expect(nextToCheck(draft, undefined, 1)).toBe(first);
    expect(nextToCheck(draft, undefined, -1)).toBe(third);
    expect(nextToCheck(draft, first, 1)).toBe(second);
    expect(nextToCheck(draft, third, 1)).toBe(first);
    expect(nextToCheck(draft, "work[0].position", -1)).toBe(third);
    expect(nextToCheck({ ...draft, toCheck: [] }, undefined, 1)).toBeUndefined();
  });
});

describe("history", () => {
  const type = (value: string) => ({ kind: "set", path: "basics.label", value }) as const;

  test("the letters of a word are taken back together, other changes one by one", () => {
    const start = newHistory(opened());
    const typed = changeHistory(changeHistory(start, type("A")), type("An"));
    const accepted = changeHistory(typed, { kind: "accept", path: "basics.location" });
    const once = changeHistory(accepted, { kind: "undo" });
    expect(once.draft.resume.basics.label).toBe("An");
    expect(once.draft.toCheck).toContain("basics.location");
    const twice = changeHistory(once, { kind: "undo" });
    expect(twice.draft.resume.basics.label).toBe("Clinical Data Analyst");
    expect(changeHistory(twice, { kind: "undo" }).draft).toBe(twice.draft);
    expect(twice.draft.version).toBeGreaterThan(accepted.draft.version);
  });

  test("what was taken back can be done again, until something else is done", () => {
    const back = changeHistory(changeHistory(newHistory(opened()), type("A")), { kind: "undo" });
    expect(changeHistory(back, { kind: "redo" }).draft.resume.basics.label).toBe("A");
    const other = changeHistory(back, { kind: "title", title: "Mine" });
    expect(changeHistory(other, { kind: "redo" }).draft).toBe(other.draft);
  });
});
