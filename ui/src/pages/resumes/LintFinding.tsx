import { Button } from "@mantine/core";
import { IconAlertTriangle, IconBulb, IconInfoCircle, IconXboxX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { undoToast } from "../../actions/undo.tsx";
import { toast } from "../../components/toast.ts";
import { commands, type Edit, type Finding } from "../../ipc/bindings.ts";
import { settingsQuery } from "../../ipc/queries.ts";
import styles from "./LintPanel.module.css";
import { useReview } from "./ReviewContext.ts";
import { changeOf } from "./repair.ts";
import { fieldPath } from "./sections.ts";

type Props = { finding: Finding };

const icons = {
  error: IconXboxX,
  warning: IconAlertTriangle,
  suggestion: IconBulb,
  information: IconInfoCircle,
} as const;

/** One thing to look at: what, why, what helps, and the way there. */
export function LintFinding({ finding }: Props) {
  const { t } = useTranslation();
  const { draft, change, goTo } = useReview();
  const { data: settings } = useQuery(settingsQuery);
  const { code, severity, evidence, title, path, location, quote, why, fix, autofix } = finding;
  const Icon = icons[severity];
  const field = path === "" ? undefined : fieldPath(path);
  const line = location?.line ? location.line - 1 : undefined;

  const repair = (edit: Edit) => {
    const step = changeOf(edit, draft.resume);
    if (!step) return toast(t("lint.gone"));
    change(step);
    undoToast(t("lint.fixed", { title }), () => change({ kind: "restore", draft }));
  };
  const switchOff = async () => {
    if (!settings) return;
    const off = [...settings.lint.off, code];
    await commands.saveSettings({ ...settings, lint: { ...settings.lint, off } });
    undoToast(t("lint.switchedOff", { code, title }), () => void commands.saveSettings(settings));
  };
  return (
    <article className={styles.finding} data-severity={severity}>
      <Icon size={18} stroke={1.8} aria-hidden />
      <div>
        <h3>
          {title} <small>{code}</small>
        </h3>
        {quote && <q>{quote}</q>}
        <p>{why}</p>
        <p>{fix}</p>
        <p className={styles.evidence}>{t(`lint.evidence.${evidence}`)}</p>
        <div className={styles.buttons}>
          {field !== undefined && (
            <Button size="compact-xs" variant="default" onClick={() => goTo({ field })}>
              {t("lint.goToField")}
            </Button>
          )}
          {field === undefined && line !== undefined && (
            <Button size="compact-xs" variant="default" onClick={() => goTo({ line })}>
              {t("lint.goToLine")}
            </Button>
          )}
          {autofix && (
            <Button size="compact-xs" variant="light" onClick={() => repair(autofix)}>
              {t("lint.repair")}
            </Button>
          )}
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => void switchOff()}>
            {t("lint.switchOff")}
          </Button>
        </div>
      </div>
    </article>
  );
}
