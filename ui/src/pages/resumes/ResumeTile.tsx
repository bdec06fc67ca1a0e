import { ActionIcon, Menu } from "@mantine/core";
import {
  IconAlertCircle,
  IconCircleCheck,
  IconDots,
  IconEye,
  IconFileExport,
  IconScale,
  IconStar,
  IconTrash,
} from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { offerUndo } from "../../actions/undo.tsx";
import { Chip } from "../../components/Chip.tsx";
import { toast } from "../../components/toast.ts";
import { sayDate } from "../../i18n/i18n.ts";
import { commands, type ResumeCard, type Settings } from "../../ipc/bindings.ts";
import styles from "./ResumeTile.module.css";

type Props = { card: ResumeCard; settings: Settings };

/** A resume in the library. */
export function ResumeTile({ card, settings }: Props) {
  const { t } = useTranslation();
  const title = card.title || t("resumes.untitled");
  const isMain = settings.mainResume === card.id;
  const person = [card.name, card.label].filter(Boolean).join(t("common.separator"));
  return (
    <li className={styles.tile}>
      <span className={styles.format} aria-hidden>
        {card.fileName ? t(`resumes.format.${card.format}`) : t("resumes.typed")}
      </span>
      <Link to="/resumes/$id" params={{ id: card.id }} className={styles.title}>
        <h2>{title}</h2>
      </Link>
      <p className={styles.person}>{person}</p>
      <p className={styles.chips}>
        {isMain && (
          <Chip tone="good" icon={IconStar}>
            {t("resumes.main")}
          </Chip>
        )}
        <ReviewChip card={card} />
      </p>
      <footer className={styles.foot}>
        <span>{t("resumes.changed", { date: sayDate(card.updatedAt) })}</span>
        <TileMenu card={card} title={title} settings={settings} />
      </footer>
    </li>
  );
}

function ReviewChip({ card: { reviewed, toCheck } }: { card: ResumeCard }) {
  const { t } = useTranslation();
  if (!reviewed && toCheck > 0) {
    return (
      <Chip tone="check" icon={IconAlertCircle}>
        {t("resumes.toCheck", { count: toCheck })}
      </Chip>
    );
  }
  return reviewed ? (
    <Chip icon={IconCircleCheck}>{t("resumes.reviewed")}</Chip>
  ) : (
    <Chip icon={IconEye}>{t("resumes.notReviewed")}</Chip>
  );
}

function TileMenu({ card: { id }, title, settings }: Props & { title: string }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const remove = async () => {
    await commands.deleteResume(id);
    offerUndo(() => commands.restoreResume(id), t("resumes.deleted", { title }));
  };
  const makeMain = async () => {
    await commands.saveSettings({ ...settings, mainResume: id });
    toast(t("resumes.madeMain", { title }));
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t("resumes.actionsFor", { title })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconEye size={16} aria-hidden />}
          onClick={() => go({ to: "/resumes/$id", params: { id } })}
        >
          {t("resumes.review")}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileExport size={16} aria-hidden />}
          onClick={() => go({ to: "/resumes/$id/export", params: { id } })}
        >
          {t("resumes.export")}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconScale size={16} aria-hidden />}
          onClick={() => go({ to: "/match", search: { resume: id } })}
        >
          {t("resumes.match")}
        </Menu.Item>
        {settings.mainResume !== id && (
          <Menu.Item leftSection={<IconStar size={16} aria-hidden />} onClick={() => void makeMain()}>
            {t("resumes.makeMain")}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => void remove()}>
          {t("resumes.delete")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
