import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Panel } from "../../components/Panel.tsx";
import type { CheckRule, LintChoices, Region } from "../../ipc/bindings.ts";
import { checksQuery } from "../../ipc/queries.ts";
import styles from "./ChecksPanel.module.css";
import { Choice } from "./Choice.tsx";

type Props = { choices: LintChoices; onChange: (choices: LintChoices) => void };

const regions = [
  "us",
  "canada",
  "britain",
  "german",
  "french",
  "southern",
  "northern",
  "eastern",
  "asian",
  "elsewhere",
] as const satisfies Region[];

/** Which checks are made, and whose habits apply. */
export function ChecksPanel({ choices, onChange }: Props) {
  const { t } = useTranslation();
  const { data: rules = [] } = useQuery(checksQuery);
  const isOn = ({ code, onByDefault }: CheckRule) =>
    onByDefault ? !choices.off.includes(code) : choices.on.includes(code);
  const turn = ({ code, onByDefault }: CheckRule, on: boolean) => {
    const without = (codes: readonly string[]) => codes.filter((other) => other !== code);
    onChange({
      ...choices,
      off: onByDefault && !on ? [...without(choices.off), code] : without(choices.off),
      on: !onByDefault && on ? [...without(choices.on), code] : without(choices.on),
    });
  };
  const off = rules.filter((rule) => !isOn(rule)).length;
  return (
    <Panel title={t("lint.title")} note={t("lint.off", { count: off })}>
      <Choice label={t("lint.region")} hint={t("lint.regionHint")}>
        <Select
          aria-label={t("lint.region")}
          w={280}
          clearable
          placeholder={t("lint.regionOwn")}
          data={regions.map((value) => ({ value, label: t(`lint.regions.${value}`) }))}
          value={choices.region}
          onChange={(region) => onChange({ ...choices, region })}
        />
      </Choice>
      <details className={styles.checks}>
        <summary>{t("lint.all", { count: rules.length })}</summary>
        <ul>
          {rules.map((rule) => (
            <li key={rule.code}>
              <label>
                <input
                  type="checkbox"
                  checked={isOn(rule)}
                  onChange={(event) => turn(rule, event.currentTarget.checked)}
                />
                <span>
                  <strong>
                    {rule.code} {rule.title}
                  </strong>
                  <small>{[rule.why, t(`lint.evidence.${rule.evidence}`)].join(t("common.separator"))}</small>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </details>
    </Panel>
  );
}
