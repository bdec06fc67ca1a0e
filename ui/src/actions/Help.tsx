import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { canRun } from "./handlers.ts";
import { actions, type Scope } from "./registry.ts";
import { ShortcutList } from "./ShortcutList.tsx";

type Props = { onClose: () => void };

/** The shortcuts that work on this page. */
export function Help({ onClose }: Props) {
  const { t } = useTranslation();
  const here = (["board", "table", "review", "export", "addJob"] as const).filter((scope) =>
    actions.some((action) => action.scope === scope && canRun(action.id)),
  );
  const scopes: Scope[] = [...here, "everywhere"];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("help.title")}
      size="md"
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <ShortcutList scopes={scopes} />
    </Modal>
  );
}
