import { Outlet, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useHandlers } from "./actions/handlers.ts";
import { importFiles, onImported } from "./actions/imports.ts";
import { undoLast } from "./actions/undo.tsx";
import { useShortcuts } from "./actions/useShortcuts.ts";
import { Announcer } from "./components/announce.tsx";
import { DropOverlay } from "./DropOverlay.tsx";
import { ImportList } from "./ImportList.tsx";
import { commands, events } from "./ipc/bindings.ts";
import styles from "./Shell.module.css";
import { Sidebar, useSlim } from "./Sidebar.tsx";
import { usePath } from "./usePath.ts";

const Palette = lazy(async () => ({ default: (await import("./actions/Palette.tsx")).Palette }));
const Help = lazy(async () => ({ default: (await import("./actions/Help.tsx")).Help }));

/** The window: sidebar, page, and what may lie over them. */
export function Shell() {
  const { t } = useTranslation();
  const [over, setOver] = useState<"palette" | "help">();
  const [slim, toggleSlim] = useSlim();
  useShortcuts();
  useOfferedFiles();
  useWindowActions(setOver, toggleSlim);
  const close = () => setOver(undefined);
  return (
    <div className={styles.shell} data-slim={slim || undefined}>
      {/* biome-ignore lint/a11y/useValidAnchor: it is a jump within the page, but the address holds the route */}
      <a className={styles.skip} href="#content" onClick={skip}>
        {t("app.skip")}
      </a>
      <Sidebar slim={slim} />
      <main id="content" tabIndex={-1} className={styles.main}>
        <ImportList />
        <Outlet />
      </main>
      <DropOverlay />
      <Announcer />
      <Suspense>
        {over === "palette" && <Palette onClose={close} />}
        {over === "help" && <Help onClose={close} />}
      </Suspense>
    </div>
  );
}

/** The address is a route, so the jump is made by hand. */
const skip = (event: React.MouseEvent) => {
  event.preventDefault();
  document.getElementById("content")?.focus();
};

function useWindowActions(show: (over: "palette" | "help") => void, toggleSidebar: () => void) {
  const { t } = useTranslation();
  const path = usePath();
  const go = useNavigate();
  useHandlers({
    palette: () => show("palette"),
    help: () => show("help"),
    sidebar: toggleSidebar,
    undo: undoLast,
    goToday: () => go({ to: "/" }),
    goJobs: () => go({ to: "/jobs" }),
    goTable: () => go({ to: "/jobs/table" }),
    goResumes: () => go({ to: "/resumes" }),
    goMatch: () => go({ to: "/match", search: {} }),
    goSettings: () => go({ to: "/settings" }),
    newJob: () => go({ to: "/jobs/new" }),
    importFile: async () => importFiles(await commands.chooseFiles(), path.current),
    newResume: async () => {
      const { id } = await commands.createResume(t("resumes.newTitle"));
      await go({ to: "/resumes/$id", params: { id } });
    },
  });
}

/** Takes what is dropped on the window or opened with the app. */
function useOfferedFiles() {
  const path = usePath();
  const go = useNavigate();
  useEffect(() => onImported((to) => void go({ to })), [go]);
  useEffect(() => {
    const stop = events.filesOffered.listen(({ payload }) => void importFiles(payload, path.current));
    void commands.takeOfferedFiles().then((files) => importFiles(files, "/"));
    return () => void stop.then((unlisten) => unlisten());
  }, [path]);
}
