// A posting's fields as a form holds them, and back.

import type {
  DegreeLevel,
  EmploymentType,
  Job,
  Period,
  Posting,
  PostingEdit,
  RemoteMode,
  Requirement,
  Seniority,
} from "../../ipc/bindings.ts";

export type Facts = {
  title: string;
  company: string;
  locations: string[];
  url: string;
  remoteMode: RemoteMode;
  employmentTypes: EmploymentType[];
  payMin: number | "";
  payMax: number | "";
  currency: string;
  period: Period | null;
  seniority: Seniority | null;
  yearsMin: number | "";
  yearsMax: number | "";
  degree: DegreeLevel | null;
  degreeField: string;
  degreeRequired: boolean;
  orEquivalent: boolean;
  licenses: string[];
  languages: string[];
  visa: string;
  datePosted: string;
  applyDeadline: string;
  requirements: Requirement[];
};

export const modes = ["unspecified", "onsite", "hybrid", "remote"] as const satisfies RemoteMode[];
export const types = [
  "full_time",
  "part_time",
  "contract",
  "temporary",
  "internship",
] as const satisfies EmploymentType[];
export const levels = [
  "intern",
  "junior",
  "mid",
  "senior",
  "staff",
  "principal",
  "lead",
  "manager",
  "director",
  "vp",
  "executive",
] as const satisfies Seniority[];
export const degrees = [
  "high_school",
  "vocational",
  "associate",
  "bachelor",
  "master",
  "doctorate",
] as const satisfies DegreeLevel[];
export const periods = ["hour", "day", "week", "month", "year"] as const satisfies Period[];

export const factsOf = ({ posting, url }: Job): Facts => ({
  title: posting.title,
  company: posting.company,
  locations: posting.locations,
  url,
  remoteMode: posting.remoteMode,
  employmentTypes: posting.employmentTypes,
  payMin: posting.salary?.min ?? "",
  payMax: posting.salary?.max ?? "",
  currency: posting.salary?.currency ?? "",
  period: posting.salary?.period ?? null,
  seniority: posting.seniority,
  yearsMin: posting.yearsMin ?? "",
  yearsMax: posting.yearsMax ?? "",
  degree: posting.education?.level ?? null,
  degreeField: posting.education?.field ?? "",
  degreeRequired: posting.education?.required ?? true,
  orEquivalent: posting.education?.orEquivalent ?? false,
  licenses: posting.licenses,
  languages: posting.languages,
  visa: posting.visa ?? "",
  datePosted: posting.datePosted ?? "",
  applyDeadline: posting.applyDeadline ?? "",
  requirements: posting.requirements,
});

const orNull = <Value>(value: Value | "") => (value === "" ? null : value);

/** What the form says, field by field; Rust sees what of it is new. */
export function editOf(posting: Posting, facts: Facts): PostingEdit {
  const { title, company, locations, remoteMode, employmentTypes, seniority } = facts;
  const pay = { min: orNull(facts.payMin), max: orNull(facts.payMax) };
  const salary = { ...pay, currency: facts.currency.trim().toUpperCase(), period: facts.period };
  const education = facts.degree && {
    level: facts.degree,
    field: facts.degreeField.trim(),
    required: facts.degreeRequired,
    orEquivalent: facts.orEquivalent,
  };
  return {
    ...{ title, company, locations, remoteMode, employmentTypes, seniority, education },
    salary: pay.min === null && pay.max === null ? null : salary,
    yearsMin: orNull(facts.yearsMin),
    yearsMax: orNull(facts.yearsMax),
    licenses: facts.licenses,
    languages: facts.languages,
    visa: facts.visa === (posting.visa ?? "") ? posting.visa : orNull(facts.visa.trim()),
    datePosted: orNull(facts.datePosted.trim()),
    applyDeadline: orNull(facts.applyDeadline.trim()),
    requirements: facts.requirements,
  };
}

/** "2026", "2026-03" or "2026-03-12". */
export const isDay = (text: string) =>
  /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text.trim());
