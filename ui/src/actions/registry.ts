// Every action of the user, once: buttons, palette, shortcuts and help are fed from here.

import {
  IconArchive,
  IconArrowBackUp,
  IconArrowBarToRight,
  IconArrowDown,
  IconArrowForwardUp,
  IconArrowLeft,
  IconArrowMerge,
  IconArrowRight,
  IconArrowsSplit2,
  IconArrowUp,
  IconBookmark,
  IconBriefcase,
  IconCheck,
  IconChevronDown,
  IconChevronUp,
  IconDeviceFloppy,
  IconFileExport,
  IconFileImport,
  IconFilePlus,
  IconFileText,
  IconKeyboard,
  IconLayoutSidebar,
  IconPlus,
  IconScale,
  IconSearch,
  IconSettings,
  IconSquareCheck,
  IconSun,
  IconTable,
  IconTextScan2,
  type TablerIcon,
} from "@tabler/icons-react";
import type { en } from "../i18n/en.ts";

/** Where an action's keys work. */
export type Scope = "everywhere" | "board" | "table" | "review" | "export" | "addJob";

/** The name of an action; its label is `actions.<id>` of the words. */
export type ActionId = keyof typeof en.actions;

export type ActionDef = {
  id: ActionId;
  icon: TablerIcon;
  /** Combinations as `mod+k`, sequences as `g t`. The first is the one shown. */
  keys: string[];
  scope: Scope;
};

const on =
  (scope: Scope) =>
  (id: ActionId, icon: TablerIcon, ...keys: string[]) => ({ id, icon, keys, scope });
const everywhere = on("everywhere");
const board = on("board");
const table = on("table");
const review = on("review");

export const actions: readonly ActionDef[] = [
  everywhere("newJob", IconPlus, "mod+n"),
  everywhere("importFile", IconFileImport, "mod+o"),
  everywhere("newResume", IconFilePlus),
  everywhere("goToday", IconSun, "g t"),
  everywhere("goJobs", IconBriefcase, "g b"),
  everywhere("goTable", IconTable, "g l"),
  everywhere("goResumes", IconFileText, "g r"),
  everywhere("goMatch", IconScale, "g m"),
  everywhere("goSettings", IconSettings, "mod+,", "g s"),
  everywhere("palette", IconSearch, "mod+k"),
  everywhere("sidebar", IconLayoutSidebar, "mod+b"),
  everywhere("undo", IconArrowBackUp, "mod+z"),
  everywhere("help", IconKeyboard, "?"),
  board("moveEarlier", IconArrowLeft, "mod+shift+arrowleft"),
  board("moveLater", IconArrowRight, "mod+shift+arrowright"),
  board("moveUp", IconArrowUp, "mod+shift+arrowup"),
  board("moveDown", IconArrowDown, "mod+shift+arrowdown"),
  table("nextRow", IconArrowDown, "j"),
  table("previousRow", IconArrowUp, "k"),
  table("openRow", IconArrowRight, "enter"),
  table("chooseRow", IconSquareCheck, "x"),
  table("keepRows", IconBookmark, "s"),
  table("archiveRows", IconArchive, "e"),
  review("nextCheck", IconChevronDown, "f8"),
  review("previousCheck", IconChevronUp, "shift+f8"),
  review("accept", IconCheck, "enter"),
  review("pick", IconTextScan2, "f7"),
  review("splitEntry", IconArrowsSplit2, "mod+shift+s"),
  review("mergeEntry", IconArrowMerge, "mod+shift+m"),
  review("moveEntry", IconArrowBarToRight, "mod+shift+l"),
  review("redo", IconArrowForwardUp, "mod+shift+z"),
  review("save", IconDeviceFloppy, "mod+s"),
  on("export")("exportPdf", IconFileExport, "mod+p"),
  on("addJob")("submit", IconCheck, "mod+enter"),
];

/** The action of this name. */
export function actionOf(id: ActionId): ActionDef {
  const found = actions.find((action) => action.id === id);
  if (!found) throw new Error(`no action ${id}`);
  return found;
}
