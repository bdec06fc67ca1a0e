import { useTranslation } from "react-i18next";
import { textAt } from "./paths.ts";
import { useReview } from "./ReviewContext.ts";
import { entryOf, type SectionDef, sections } from "./sections.ts";

/** What fields and entries are called on the page. */
export function useNames() {
  const { t } = useTranslation();
  const { draft } = useReview();

  const entryName = (section: SectionDef, index: number) =>
    textAt(draft.resume, `${section.path}[${index}].${section.title}`) ||
    t("review.entry", { what: t(`entries.${section.word}`), number: index + 1 });

  /** "Employer", "Point 2". */
  const fieldName = (path: string | undefined): string => {
    const key = path?.split(".").at(-1)?.replace(/\[.*/, "");
    const item = path?.match(/\[(\d+)\]$/)?.[1];
    const section = sectionOf(path);
    const field = section?.fields.find((candidate) => candidate.key === key);
    if (!field) return "";
    if (field.kind !== "lines" || item === undefined) return t(`fields.${field.word}`);
    const one = t(`oneLine.${field.word === "items" ? "items" : "highlights"}`);
    return `${one} ${Number(item) + 1}`;
  };

  /** Where a field belongs: "Senior analyst", "About you". */
  const placeName = (path: string): string => {
    const entry = entryOf(path);
    const section = sectionOf(path);
    if (!section) return "";
    return entry ? entryName(section, entry.index) : t(`sections.${section.word}`);
  };

  return { entryName, fieldName, placeName };
}

const sectionOf = (path: string | undefined) => {
  const entry = path === undefined ? undefined : entryOf(path);
  return sections.find((section) => section.path === (entry?.list ?? "basics"));
};
