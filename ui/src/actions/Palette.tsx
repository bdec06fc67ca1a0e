import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { useDebouncedValue } from "@mantine/hooks";
import { IconBriefcase, IconFileText, IconSearch, type TablerIcon } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Hit } from "../ipc/bindings.ts";
import { findQuery } from "../ipc/queries.ts";
import { canRun, run } from "./handlers.ts";
import { Keys } from "./Keys.tsx";
import styles from "./Palette.module.css";
import { type ActionDef, actions } from "./registry.ts";

type Item = {
  value: string;
  label: string;
  note: string;
  icon: TablerIcon;
  keys: string | undefined;
  choose: () => void;
};

type ItemGroup = { value: string; items: Item[] };

type Props = { onClose: () => void };

/** One box to go anywhere, find anything and do anything. */
export function Palette({ onClose }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const groups = useGroups(text);
  const choose = (item: Item) => {
    onClose();
    // After the dialog has given the focus back, so that the page may take it.
    setTimeout(item.choose);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup} aria-label={t("palette.label")} data-modal>
          <Autocomplete.Root
            inline
            open
            items={groups}
            filter={null}
            autoHighlight="always"
            keepHighlight
            value={text}
            onValueChange={setText}
            itemToStringValue={(item: Item) => item.label}
          >
            <div className={styles.search}>
              <IconSearch size={18} stroke={1.8} aria-hidden />
              <Autocomplete.Input
                className={styles.input}
                placeholder={t("palette.placeholder")}
                aria-label={t("palette.label")}
              />
            </div>
            <Autocomplete.Empty className={styles.empty}>
              {groups.length === 0 && t("palette.none")}
            </Autocomplete.Empty>
            <Autocomplete.List className={styles.list}>
              {(group: ItemGroup) => (
                <Autocomplete.Group key={group.value} items={group.items}>
                  <Autocomplete.GroupLabel className={styles.group}>{group.value}</Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(item: Item) => <Row key={item.value} item={item} onChoose={choose} />}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
            <p className={styles.foot}>{t("palette.keys")}</p>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Row({ item, onChoose }: { item: Item; onChoose: (item: Item) => void }) {
  const Icon = item.icon;
  return (
    <Autocomplete.Item value={item} className={styles.item} onClick={() => onChoose(item)}>
      <Icon size={18} stroke={1.7} aria-hidden />
      <span className={styles.label}>{item.label}</span>
      {item.note && <span className={styles.note}>{item.note}</span>}
      {item.keys && <Keys keys={item.keys} />}
    </Autocomplete.Item>
  );
}

function useGroups(text: string): ItemGroup[] {
  const { t } = useTranslation();
  const go = useNavigate();
  const [settled] = useDebouncedValue(text.trim(), 80);
  const { data: hits = [] } = useQuery({ ...findQuery(settled), enabled: settled.length > 1 });
  const toAction = ({ id, icon, keys }: ActionDef): Item => ({
    value: id,
    label: t(`actions.${id}`),
    note: "",
    icon,
    keys: keys[0],
    choose: () => run(id),
  });
  const toHit = (hit: Hit): Item => ({
    value: `${hit.kind} ${hit.id}`,
    label: hit.title,
    note: hit.snippet,
    icon: hit.kind === "resume" ? IconFileText : IconBriefcase,
    keys: undefined,
    choose: () =>
      void go(
        hit.kind === "resume"
          ? { to: "/resumes/$id", params: { id: hit.id } }
          : { to: "/jobs/$id", params: { id: hit.id } },
      ),
  });
  const can = actions.filter(({ id }) => canRun(id) && id !== "palette" && id !== "accept").map(toAction);
  const found = settled.length > 1 && text.trim().length > 1 ? hits.slice(0, 12).map(toHit) : [];
  return [
    { value: t("palette.found"), items: found },
    { value: t("palette.actions"), items: can.filter(({ label }) => fits(label, text)) },
  ].filter(({ items }) => items.length > 0);
}

/** Whether every word typed starts a word of the label. */
const fits = (label: string, text: string) => {
  const words = label.toLowerCase().split(/\s+/);
  const typed = text.toLowerCase().split(/\s+/).filter(Boolean);
  return typed.every((part) => words.some((word) => word.startsWith(part)));
};
