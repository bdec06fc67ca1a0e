import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { sayList } from "../../i18n/i18n.ts";
import type { Job, Posting } from "../../ipc/bindings.ts";
import { saySalary } from "./salary.ts";

export type Fact = { name: string; value: string; source: string };

/** Every field of a job that says something, in words. */
export function useFacts({ posting, url }: Job): Fact[] {
  const { t } = useTranslation();
  const source = (...fields: string[]) => {
    const found = fields.map((field) => posting.sources[field]).find(Boolean);
    return found ? t(`job.source.${found}`) : "";
  };
  const facts: Fact[] = [
    { name: t("job.company"), value: posting.company, source: source("company") },
    { name: t("job.places"), value: posting.locations.join("; "), source: source("locations") },
    { name: t("job.mode"), value: mode(posting, t), source: source("remoteMode", "remote_mode") },
    { name: t("job.types"), value: types(posting, t), source: source("employmentTypes", "employment_types") },
    {
      name: t("job.salary"),
      value: posting.salary ? saySalary(posting.salary) : "",
      source: source("salary"),
    },
    { name: t("job.level"), value: level(posting, t), source: source("seniority") },
    { name: t("job.years"), value: years(posting, t), source: source("yearsMin", "years_min") },
    { name: t("job.education"), value: education(posting, t), source: source("education") },
    { name: t("job.licenses"), value: sayList(posting.licenses), source: source("licenses") },
    { name: t("job.languages"), value: sayList(posting.languages), source: source("languages") },
    { name: t("job.visa"), value: (posting.visa ?? "").replaceAll("_", " "), source: source("visa") },
    { name: t("job.posted"), value: posting.datePosted ?? "", source: source("datePosted", "date_posted") },
    {
      name: t("job.deadline"),
      value: posting.applyDeadline ?? "",
      source: source("applyDeadline", "apply_deadline"),
    },
    { name: t("job.openLink"), value: url, source: "" },
  ];
  return facts.filter(({ value }) => value !== "");
}

type Words = TFunction<"words">;

const mode = ({ remoteMode }: Posting, t: Words) =>
  remoteMode === "unspecified" ? "" : t(`jobs.${remoteMode}`);

const types = ({ employmentTypes }: Posting, t: Words) =>
  employmentTypes.map((type) => t(`job.employment.${type}`)).join(", ");

const level = ({ seniority }: Posting, t: Words) => (seniority ? t(`job.seniority.${seniority}`) : "");

function years({ yearsMin, yearsMax }: Posting, t: Words): string {
  if (yearsMin !== null && yearsMax !== null) return t("job.yearsRange", { min: yearsMin, max: yearsMax });
  if (yearsMin !== null) return t("job.yearsFrom", { count: yearsMin });
  return yearsMax !== null ? t("job.yearsTo", { count: yearsMax }) : "";
}

function education({ education }: Posting, t: Words): string {
  if (!education) return "";
  const { level, field, orEquivalent } = education;
  return [t(`job.degree.${level}`), field, orEquivalent ? t("job.orEquivalent") : ""]
    .filter(Boolean)
    .join(", ");
}
