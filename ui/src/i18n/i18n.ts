import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { en } from "./en.ts";
import { enMatching } from "./enMatching.ts";
import { enResumes } from "./enResumes.ts";

const words = { ...en, ...enMatching, ...enResumes } as const;

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "words";
    resources: { words: typeof words };
  }
}

void i18next.use(initReactI18next).init({
  lng: "en",
  fallbackLng: "en",
  defaultNS: "words",
  resources: { en: { words } },
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** The words outside of components. */
export const { t } = i18next;

const dateWords = new Intl.DateTimeFormat(i18next.language, {
  day: "numeric",
  month: "short",
  year: "numeric",
});
const monthOfYear = new Intl.DateTimeFormat(i18next.language, { month: "short", year: "numeric" });
const thisYear = new Intl.DateTimeFormat(i18next.language, { day: "numeric", month: "short" });
const near = new Intl.RelativeTimeFormat(i18next.language, { numeric: "auto" });
const list = new Intl.ListFormat(i18next.language, { type: "conjunction" });
const number = new Intl.NumberFormat(i18next.language, { maximumFractionDigits: 1 });

/** A date as people say it: "today", "3 days ago", "12 May 2026". */
export function sayDate(millis: number, now = Date.now()) {
  const days = Math.round((startOfDay(millis) - startOfDay(now)) / 86_400_000);
  if (Math.abs(days) < 7) return near.format(days, "day");
  const same = new Date(millis).getFullYear() === new Date(now).getFullYear();
  return (same ? thisYear : dateWords).format(millis);
}

const startOfDay = (millis: number) => new Date(millis).setHours(0, 0, 0, 0);

/** How long ago something was: the month, or, within three weeks, the days. */
export function saySince(millis: number, now = Date.now()): { month: string } | { days: string } {
  const days = Math.round((startOfDay(millis) - startOfDay(now)) / 86_400_000);
  if (days > -21) return { days: near.format(days, "day") };
  const same = new Date(millis).getFullYear() === new Date(now).getFullYear();
  const words = new Intl.DateTimeFormat(
    i18next.language,
    same ? { month: "long" } : { month: "long", year: "numeric" },
  );
  return { month: words.format(millis) };
}

/** A day as it was written, as people say it: "2025", "Mar 2025", "12 Mar"; this year goes unsaid. */
export function sayDay(day: string, now = Date.now()): string {
  const [year, month, date] = day.split("-").map(Number);
  if (year === undefined || month === undefined) return day;
  const at = new Date(year, month - 1, date ?? 1).getTime();
  if (date === undefined) return monthOfYear.format(at);
  return (year === new Date(now).getFullYear() ? thisYear : dateWords).format(at);
}

/** "Berlin, Hamburg, and Bremen". */
export const sayList = (items: readonly string[]) => list.format(items);

/** A number with at most one decimal. */
export const sayNumber = (value: number) => number.format(value);
