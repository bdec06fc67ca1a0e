import { Button } from "@mantine/core";
import {
  IconAlertCircle,
  IconArrowLeft,
  IconChevronDown,
  IconChevronUp,
  IconCircleCheck,
  IconFileExport,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useHandlers } from "../../actions/handlers.ts";
import { Chip } from "../../components/Chip.tsx";
import { FailureNote } from "../../components/FailureNote.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { toast } from "../../components/toast.ts";
import type { StoredResume } from "../../ipc/bindings.ts";
import { nextToCheck, originOf } from "./draft.ts";
import { FieldsPane } from "./FieldsPane.tsx";
import styles from "./Review.module.css";
import { focusField, ReviewContext, type View } from "./ReviewContext.ts";
import { SourcePane } from "./SourcePane.tsx";
import { useCorrect } from "./useCorrect.ts";
import { useDraft } from "./useDraft.ts";
import { useEntryActions } from "./useEntryActions.ts";
import { useGoTo } from "./useGoTo.ts";
import { usePicking } from "./usePicking.ts";

type Props = { stored: StoredResume };

/** The file on one side, what was understood on the other. */
export function Review({ stored }: Props) {
  const { t } = useTranslation();
  const work = useDraft(stored);
  const { draft, change, save, dirty, saving, error } = work;
  const [active, setActive] = useState<string>();
  const picking = usePicking(stored.reading.lines);
  const correct = useCorrect(work);
  const [view, show] = useState<View>("fields");
  const goTo = useGoTo(show);

  const activate = (path: string) => {
    setActive(path);
    if (path !== active) picking.stop();
  };
  const jump = (step: 1 | -1) => {
    const path = nextToCheck(draft, active, step);
    if (path !== undefined) goTo({ field: path });
  };
  const accept = () => {
    const path = document.activeElement?.getAttribute("data-path");
    if (!path || !draft.toCheck.includes(path)) return false;
    const next = nextToCheck(draft, path, 1);
    change({ kind: "accept", path });
    if (next !== undefined && next !== path) focusField(next);
  };
  // A failure is shown as `error`, and nothing more is to be done about it here.
  const finish = () =>
    save().then(
      () => toast(t("review.saved")),
      () => undefined,
    );
  const pick = () => {
    if (active === undefined || stored.reading.lines.length === 0) return false;
    picking.start(originOf(draft, active)?.lines[0] ?? draft.unplaced[0]);
  };
  useHandlers({
    nextCheck: () => jump(1),
    previousCheck: () => jump(-1),
    accept,
    pick,
    undo: () => work.canUndo && work.undo(),
    redo: () => work.canRedo && work.redo(),
    save: finish,
  });
  useEntryActions(active, draft, correct);

  const left = draft.toCheck.length;
  return (
    <ReviewContext value={{ stored, draft, change, correct, active, activate, picking, view, show, goTo }}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the key is pressed in one of the fields */}
      <div className={styles.review} onKeyDown={(event) => takeBack(event, work)}>
        <PageHeader
          title={draft.title || t("resumes.untitled")}
          back={
            <Link to="/resumes" className={styles.back}>
              <IconArrowLeft size={14} aria-hidden /> {t("nav.resumes")}
            </Link>
          }
          note={
            <span className={styles.counter} role="status">
              <LeftToCheck left={left} read={stored.reading.lines.length > 0} />
              <span>{saving ? t("common.saving") : dirty ? t("review.unsaved") : null}</span>
            </span>
          }
          actions={
            <>
              {left > 0 && (
                <Button.Group>
                  <Button
                    variant="default"
                    px="xs"
                    aria-label={t("actions.previousCheck")}
                    onClick={() => jump(-1)}
                  >
                    <IconChevronUp size={18} aria-hidden />
                  </Button>
                  <Button
                    variant="default"
                    rightSection={<IconChevronDown size={18} aria-hidden />}
                    onClick={() => jump(1)}
                  >
                    {t("review.next")}
                  </Button>
                </Button.Group>
              )}
              <Button
                variant="default"
                leftSection={<IconFileExport size={18} stroke={1.7} aria-hidden />}
                renderRoot={(props) => (
                  <Link {...props} to="/resumes/$id/export" params={{ id: stored.id }} />
                )}
              >
                {t("review.export")}
              </Button>
              <Button onClick={() => void finish()} loading={saving && !dirty}>
                {t("common.save")}
              </Button>
            </>
          }
        />
        {error && <FailureNote error={error} retry={() => void finish()} />}
        <div className={styles.panes} data-source={stored.reading.lines.length > 0 || undefined}>
          {stored.reading.lines.length > 0 && <SourcePane />}
          <FieldsPane />
        </div>
      </div>
    </ReviewContext>
  );
}

/** In a field that was not just typed into, the undo key takes the last correction back. */
function takeBack(event: React.KeyboardEvent, { typing, undo, canUndo }: ReturnType<typeof useDraft>) {
  const here = (event.target as Element).getAttribute("data-path");
  const isUndo = event.key === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
  if (!isUndo || here === null || here === typing || !canUndo) return;
  event.preventDefault();
  undo();
}

/** How many fields are to be checked; a resume that was typed in has none to check. */
function LeftToCheck({ left, read }: { left: number; read: boolean }) {
  const { t } = useTranslation();
  if (!read) return null;
  return left > 0 ? (
    <Chip tone="check" icon={IconAlertCircle}>
      {t("review.toCheck", { count: left })}
    </Chip>
  ) : (
    <Chip tone="good" icon={IconCircleCheck}>
      {t("review.allChecked")}
    </Chip>
  );
}
