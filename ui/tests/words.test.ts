import { expect, test } from "vitest";
import { en } from "../src/i18n/en.ts";
import { enMatching } from "../src/i18n/enMatching.ts";
import { enResumes } from "../src/i18n/enResumes.ts";

const words = Object.entries({ ...leaves(en), ...leaves(enMatching), ...leaves(enResumes) });

function leaves(node: object, path = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[`${path}${key}`, value]]
        : Object.entries(leaves(value, `${path}${key}.`)),
    ),
  );
}

test("no two groups of words have the same name", () => {
  const names = [en, enMatching, enResumes].flatMap(Object.keys);
  expect(new Set(names).size).toBe(names.length);
});

test("every sentence is written plainly", () => {
  for (const [key, text] of words) {
    expect(text, key).not.toMatch(/résumé|oops|please|successfully|!/i);
    expect(text.trim() === text || key === "common.separator", key).toBe(true);
  }
});

test("what is counted has a singular and a plural", () => {
  const keys = new Set(words.map(([key]) => key));
  for (const key of keys) {
    if (key.endsWith("_one")) expect(keys).toContain(key.replace(/_one$/, "_other"));
    if (key.endsWith("_other")) expect(keys).toContain(key.replace(/_other$/, "_one"));
  }
});

test("pages hold no words of their own, and use only words there are", () => {
  const sources = import.meta.glob<string>("../src/**/*.tsx", {
    query: "?raw",
    import: "default",
    eager: true,
  });
  for (const [path, source] of Object.entries(sources)) {
    if (path.endsWith(".test.tsx")) continue;
    const said = source.match(/>\s*[A-Z][a-z]+( [a-z]+)*[.!?]?\s*<\//g);
    expect(said, path).toBeNull();
    expect(source.match(/(label|title|placeholder|alt)="[A-Z][a-z]/), path).toBeNull();
  }
});
