import { UnstyledButton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import {
  IconBriefcase,
  IconFileText,
  IconLock,
  IconScale,
  IconSearch,
  IconSettings,
  IconSun,
  type TablerIcon,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { run } from "./actions/handlers.ts";
import { Keys } from "./actions/Keys.tsx";
import { actionOf } from "./actions/registry.ts";
import type { en } from "./i18n/en.ts";
import { Mark } from "./Mark.tsx";
import styles from "./Sidebar.module.css";

type Entry = {
  to: "/" | "/jobs" | "/resumes" | "/match" | "/settings";
  word: keyof typeof en.nav;
  icon: TablerIcon;
};

const entries: Entry[] = [
  { to: "/", word: "today", icon: IconSun },
  { to: "/jobs", word: "jobs", icon: IconBriefcase },
  { to: "/resumes", word: "resumes", icon: IconFileText },
  { to: "/match", word: "match", icon: IconScale },
];

const settings: Entry = { to: "/settings", word: "settings", icon: IconSettings };
const key = "atspro.sidebar";

/** Whether the sidebar is narrow, by choice or for want of room; and the means to change it. */
export function useSlim() {
  const [chosen, setChosen] = useState(() => localStorage.getItem(key) === "slim");
  const narrow = useMediaQuery("(max-width: 860px)") ?? false;
  const toggle = () => {
    localStorage.setItem(key, chosen ? "wide" : "slim");
    setChosen(!chosen);
  };
  return [chosen || narrow, toggle] as const;
}

type Props = { slim: boolean };

/** The pages, always in reach. */
export function Sidebar({ slim }: Props) {
  const { t } = useTranslation();
  const search = actionOf("palette");
  return (
    <header className={styles.sidebar} data-slim={slim || undefined}>
      <div className={styles.brand}>
        <Mark />
        {!slim && <span>{t("app.name")}</span>}
      </div>
      <UnstyledButton
        className={styles.search}
        aria-label={slim ? t("app.search") : undefined}
        title={slim ? t("actions.palette") : undefined}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => run("palette")}
      >
        <IconSearch size={16} stroke={1.8} aria-hidden />
        {!slim && <span>{t("app.search")}</span>}
        {!slim && <Keys keys={search.keys[0] ?? ""} />}
      </UnstyledButton>
      <nav aria-label={t("app.nav")} className={styles.nav}>
        <ul>
          {entries.map((entry) => (
            <SidebarLink key={entry.to} entry={entry} slim={slim} />
          ))}
        </ul>
        <ul>
          <SidebarLink entry={settings} slim={slim} />
        </ul>
      </nav>
      <p className={styles.status}>
        <IconLock size={14} stroke={1.8} aria-hidden />
        <span>{t("app.local")}</span>
      </p>
    </header>
  );
}

function SidebarLink({ entry: { to, word, icon: Icon }, slim }: { entry: Entry; slim: boolean }) {
  const { t } = useTranslation();
  const name = t(`nav.${word}`);
  return (
    <li>
      <Link
        to={to}
        className={styles.link}
        activeOptions={{ exact: to === "/", includeSearch: false }}
        aria-label={name}
        title={slim ? name : undefined}
      >
        <Icon size={18} stroke={1.7} aria-hidden />
        {!slim && <span>{name}</span>}
      </Link>
    </li>
  );
}
