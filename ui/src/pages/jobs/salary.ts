import { t } from "../../i18n/i18n.ts";
import type { Period, Salary } from "../../ipc/bindings.ts";

const periods = {
  hour: "perHour",
  day: "perDay",
  week: "perWeek",
  month: "perMonth",
  year: "perYear",
} as const satisfies Record<Period, string>;

/** Pay as stated: "€55,000 – €65,000 a year". */
export function saySalary({ min, max, currency, period }: Salary, length: "long" | "short" = "long"): string {
  const amount = (value: number) => money(value, currency, length);
  const range =
    min !== null && max !== null && min !== max
      ? t("jobs.range", { min: amount(min), max: amount(max) })
      : min !== null && max === null
        ? t("jobs.from", { amount: amount(min) })
        : max !== null && min === null
          ? t("jobs.upTo", { amount: amount(max) })
          : amount(min ?? 0);
  return period && (length === "long" || period !== "year")
    ? `${range} ${t(`jobs.${periods[period]}`)}`
    : range;
}

function money(value: number, currency: string, length: "long" | "short") {
  const short = length === "short" && value >= 10_000;
  const digits: Intl.NumberFormatOptions = short
    ? { notation: "compact", minimumFractionDigits: 0, maximumFractionDigits: 1 }
    : { maximumFractionDigits: Number.isInteger(value) ? 0 : 2 };
  if (!/^[A-Z]{3}$/.test(currency)) return new Intl.NumberFormat(undefined, digits).format(value);
  return new Intl.NumberFormat(undefined, { style: "currency", currency, ...digits }).format(value);
}
