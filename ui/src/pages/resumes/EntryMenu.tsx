import { ActionIcon, Menu } from "@mantine/core";
import { IconArrowMerge, IconArrowsSplit2, IconDots, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { undoToast } from "../../actions/undo.tsx";
import { useNames } from "./names.ts";
import { listAt } from "./paths.ts";
import { useReview } from "./ReviewContext.ts";
import { entryOf, type SectionDef, sections } from "./sections.ts";
import { canSplitAt, cursorIn } from "./useEntryActions.ts";

type Props = { section: SectionDef; index: number; name: string };

/** What can be done with an entry as a whole: in two, in one with another, elsewhere, away. */
export function EntryMenu({ section, index, name }: Props) {
  const { t } = useTranslation();
  const { draft, change, correct, active } = useReview();
  const { entryName, fieldName } = useNames();
  const list = section.path;
  const count = listAt(draft.resume, list).length;
  const inside = active !== undefined ? entryOf(active) : undefined;
  const mine = inside?.list === list && inside.index === index;
  const split = mine && canSplitAt(draft, active) ? active : undefined;

  const merge = (first: number) => void correct({ kind: "merge", list, index: first }, t("review.mergeDone"));
  const remove = () => {
    const order = Array.from({ length: count }, (_, place) => place).filter((place) => place !== index);
    change({ kind: "order", list, order });
    undoToast(t("review.removed", { what: name }), () => change({ kind: "restore", draft }));
  };
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon aria-label={t("review.moreFor", { what: name })} data-entry-menu={`${list}[${index}]`}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          disabled={split === undefined}
          leftSection={<IconArrowsSplit2 size={16} aria-hidden />}
          onClick={() =>
            split && void correct({ kind: "split", path: split, at: cursorIn(split) }, t("review.splitDone"))
          }
        >
          {split === undefined ? t("review.splitHint") : t("review.splitAt", { field: fieldName(split) })}
        </Menu.Item>
        {index > 0 && (
          <Menu.Item leftSection={<IconArrowMerge size={16} aria-hidden />} onClick={() => merge(index - 1)}>
            {t("review.mergeWith", { what: entryName(section, index - 1) })}
          </Menu.Item>
        )}
        {index < count - 1 && (
          <Menu.Item leftSection={<IconArrowMerge size={16} aria-hidden />} onClick={() => merge(index)}>
            {t("review.mergeWith", { what: entryName(section, index + 1) })}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Label>{t("review.moveTo")}</Menu.Label>
        {sections
          .filter(({ path }) => path !== "basics" && path !== list)
          .map(({ path, word }) => (
            <Menu.Item
              key={path}
              onClick={() =>
                void correct(
                  { kind: "move", list, index, to: path },
                  t("review.moveDone", { what: name, section: t(`sections.${word}`) }),
                )
              }
            >
              {t(`sections.${word}`)}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={remove}>
          {t("review.remove", { what: name })}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
