import {
  IconAlertCircle,
  IconCheck,
  IconHandClick,
  IconPencil,
  IconQuestionMark,
  IconTextScan2,
} from "@tabler/icons-react";
import { type ComponentProps, memo, useId, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Chip } from "../../components/Chip.tsx";
import type { Change, FieldState } from "./draft.ts";
import styles from "./Field.module.css";
import type { FieldDef } from "./sections.ts";

type Props = {
  path: string;
  kind: FieldDef["kind"];
  label: string;
  value: string;
  state: FieldState;
  /** "page 1, line 7"; empty when it stands nowhere. */
  where: string;
  /** The same, where there is little room. */
  short: string;
  change: (change: Change) => void;
  activate: (path: string) => void;
  /** Takes its words from the page; absent where there is none. */
  pick?: ((path: string) => void) | undefined;
};

/** One field: its words, how sure we are, and where it stands. */
export const Field = memo(function Field({
  path,
  kind,
  label,
  value,
  state,
  where,
  short,
  change,
  activate,
  pick,
}: Props) {
  const { t } = useTranslation();
  const id = useId();
  // What is being typed, where that is not yet a value: half a date, a comma.
  const [typed, setTyped] = useState<string>();
  const hint = hints[kind] ? t(`fields.${hints[kind]}`) : "";
  const wrong = typed !== undefined && parse[kind](typed) === undefined;
  const type = (text: string) => {
    setTyped(text);
    const parsed = parse[kind](text);
    if (parsed !== undefined) change({ kind: "set", path, value: parsed });
  };
  const shared = {
    id,
    "data-path": path,
    "data-state": state,
    className: styles.input,
    value: typed ?? value,
    "aria-invalid": wrong || undefined,
    "aria-describedby": `${id}-about`,
    onFocus: () => activate(path),
    onBlur: () => wrong || setTyped(undefined),
    onChange: (event: { currentTarget: { value: string } }) => type(event.currentTarget.value),
  };
  return (
    <div
      className={styles.field}
      data-wide={kind === "text" || kind === "words" || kind === "lines" || undefined}
    >
      <div className={styles.head}>
        <label htmlFor={id}>{label}</label>
        <span id={`${id}-about`} className={styles.about}>
          {where && (
            <>
              <span className={styles.where}>{where}</span>
              <span className={styles.short} aria-hidden title={where}>
                {short}
              </span>
            </>
          )}
          <StateChip state={state} />
        </span>
        {pick && (
          <button
            type="button"
            className={styles.pick}
            title={t("review.pickTitle")}
            aria-label={t("review.pick", { field: label })}
            onClick={() => pick(path)}
          >
            <IconTextScan2 size={16} stroke={1.8} aria-hidden />
          </button>
        )}
      </div>
      {kind === "text" || kind === "lines" ? (
        <GrowingText {...shared} />
      ) : (
        <input type="text" {...shared} placeholder={hint} />
      )}
      {wrong && <p className={styles.wrong}>{t(kind === "end" ? "fields.endWrong" : "fields.dateWrong")}</p>}
    </div>
  );
});

/** "Certain", "Check", "Missing" or "Edited", as a word and an icon. */
function StateChip({ state }: { state: FieldState }) {
  const { t } = useTranslation();
  if (state === "none") return null;
  const look = {
    certain: { icon: IconCheck, tone: "plain" },
    check: { icon: IconAlertCircle, tone: "check" },
    missing: { icon: IconQuestionMark, tone: "plain" },
    edited: { icon: IconPencil, tone: "good" },
    placed: { icon: IconHandClick, tone: "good" },
  } as const;
  return (
    <span className={styles.chip} data-state={state}>
      <Chip {...look[state]}>{t(`review.state.${state}`)}</Chip>
    </span>
  );
}

const hints: Partial<Record<FieldDef["kind"], "dateHint" | "endHint" | "keywordsHint">> = {
  date: "dateHint",
  end: "endHint",
  words: "keywordsHint",
};

const isDate = (text: string) => /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text);

/** The value of what was typed; `undefined` while it is none. */
const parse: Record<FieldDef["kind"], (text: string) => string | string[] | null | undefined> = {
  line: (text) => text,
  text: (text) => text,
  lines: (text) => text,
  words: (text) =>
    text
      .split(/[,;\n]/)
      .map((word) => word.trim())
      .filter(Boolean),
  date: (text) => (text.trim() === "" ? null : isDate(text.trim()) ? text.trim() : undefined),
  end: (text) => {
    const said = text.trim().toLowerCase();
    return said === "" ? null : said === "present" || isDate(said) ? said : undefined;
  },
};

/** A text box as high as its text. */
function GrowingText(props: ComponentProps<"textarea">) {
  const box = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const style = box.current?.style;
    if (!box.current || !style) return;
    style.blockSize = "auto";
    style.blockSize = `${box.current.scrollHeight + 2}px`;
  }, [props.value]);
  return <textarea ref={box} rows={1} {...props} />;
}
