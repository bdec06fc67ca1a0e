import { SegmentedControl, Select, Switch } from "@mantine/core";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ShortcutList } from "../../actions/ShortcutList.tsx";
import { setSingleKeys, useSingleKeys } from "../../actions/singleKeys.ts";
import { announce } from "../../components/announce.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Panel } from "../../components/Panel.tsx";
import { type Appearance, commands, type Density, type Settings } from "../../ipc/bindings.ts";
import { resumesQuery, settingsQuery } from "../../ipc/queries.ts";
import { AboutPanel } from "./AboutPanel.tsx";
import { ChecksPanel } from "./ChecksPanel.tsx";
import { Choice } from "./Choice.tsx";
import styles from "./SettingsPage.module.css";

const appearances = ["system", "light", "dark"] as const satisfies Appearance[];
const densities = ["comfortable", "compact"] as const satisfies Density[];

/** Every choice; each is kept as soon as it is made. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { data: settings } = useSuspenseQuery(settingsQuery);
  const { data: resumes = [] } = useQuery(resumesQuery);
  const singleKeys = useSingleKeys();
  const save = async (change: Partial<Settings>) => {
    await commands.saveSettings({ ...settings, ...change });
    announce(t("settings.saved"));
  };
  return (
    <div className={styles.settings}>
      <PageHeader title={t("settings.title")} />
      <Panel title={t("settings.appearance")}>
        <Choice label={t("settings.theme")}>
          <SegmentedControl
            aria-label={t("settings.theme")}
            data={appearances.map((value) => ({ value, label: t(`settings.${value}`) }))}
            value={settings.appearance}
            onChange={(appearance) => void save({ appearance })}
          />
        </Choice>
        <Choice label={t("settings.density")}>
          <SegmentedControl
            aria-label={t("settings.density")}
            data={densities.map((value) => ({ value, label: t(`settings.${value}`) }))}
            value={settings.density}
            onChange={(density) => void save({ density })}
          />
        </Choice>
      </Panel>
      <Panel title={t("settings.matching")}>
        <Choice label={t("settings.mainResume")} hint={t("settings.mainResumeHint")}>
          <Select
            aria-label={t("settings.mainResume")}
            w={280}
            placeholder={t("settings.mainResumeNone")}
            clearable
            data={resumes.map(({ id, title }) => ({ value: id, label: title || t("resumes.untitled") }))}
            value={settings.mainResume}
            onChange={(mainResume) => void save({ mainResume })}
          />
        </Choice>
      </Panel>
      <ChecksPanel choices={settings.lint} onChange={(lint) => void save({ lint })} />
      <AboutPanel />
      <Panel title={t("settings.shortcuts")}>
        <Choice label={t("help.singleKeys")} hint={t("help.singleKeysHint")}>
          <Switch
            aria-label={t("help.singleKeys")}
            checked={singleKeys}
            onChange={(event) => setSingleKeys(event.currentTarget.checked)}
          />
        </Choice>
        <div className={styles.shortcuts}>
          <ShortcutList scopes={["everywhere", "board", "table", "review", "export", "addJob"]} />
        </div>
      </Panel>
    </div>
  );
}
