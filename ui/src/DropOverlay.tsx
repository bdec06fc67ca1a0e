import { IconFileDownload } from "@tabler/icons-react";
import { useLocation } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./DropOverlay.module.css";
import { events } from "./ipc/bindings.ts";

/** The whole window as a place to drop files, for as long as files hover over it. */
export function DropOverlay() {
  const { t } = useTranslation();
  const [hovering, setHovering] = useState(false);
  const jobs = useLocation({ select: ({ pathname }) => pathname.startsWith("/jobs") });
  useEffect(() => {
    const stops = [
      events.filesHovering.listen(({ payload }) => setHovering(payload)),
      events.filesOffered.listen(() => setHovering(false)),
    ];
    return () => {
      for (const stop of stops) void stop.then((unlisten) => unlisten());
    };
  }, []);
  if (!hovering) return null;
  return (
    <div className={styles.overlay}>
      <div className={styles.target} role="status">
        <IconFileDownload size={44} stroke={1.4} aria-hidden />
        <strong>{jobs ? t("drop.jobs") : t("drop.resumes")}</strong>
        <span>{jobs ? t("drop.jobsHint") : t("drop.resumesHint")}</span>
      </div>
    </div>
  );
}
