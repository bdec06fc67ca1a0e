import { ActionIcon, Menu } from "@mantine/core";
import { IconCheck, IconDots, IconTrash } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { memo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCard } from "../../components/CardDrag.tsx";
import type { JobCard as Card, JobId } from "../../ipc/bindings.ts";
import { CardFace } from "./CardFace.tsx";
import styles from "./JobCard.module.css";
import { deleteJob, stages, useMoveJob } from "./jobs.ts";

type Props = {
  card: Card;
  /** Every card, for the place it is moved to. */
  all: readonly Card[];
  onMoved: (id: JobId) => void;
};

/** One job on the board, with the means to move it on. */
export const JobCard = memo(function JobCard({ card, all, onMoved }: Props) {
  const { ref, isDragged } = useCard(card.id);
  return (
    <article ref={ref} className={styles.card} data-card={card.id} data-dragged={isDragged || undefined}>
      <CardFace
        card={card}
        title={
          <Link to="/jobs/$id" params={{ id: card.id }} className={styles.link} draggable={false}>
            {card.title}
          </Link>
        }
        menu={<CardMenu card={card} all={all} onMoved={onMoved} />}
      />
    </article>
  );
});

/** The same moves as by dragging, for people who do not drag. Hundreds of menus wait as plain buttons. */
function CardMenu({ card, all, onMoved }: Props) {
  const { t } = useTranslation();
  const [used, setUsed] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const move = useMoveJob();
  const target = (
    <ActionIcon
      ref={button}
      size={26}
      className={styles.menu}
      aria-haspopup="menu"
      aria-label={t("jobs.actionsFor", { title: card.title })}
      onClick={used ? undefined : () => setUsed(true)}
    >
      <IconDots size={16} aria-hidden />
    </ActionIcon>
  );
  if (!used) return target;
  return (
    <Menu position="bottom-end" defaultOpened returnFocus={false} onClose={() => button.current?.focus()}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("jobs.moveTo")}</Menu.Label>
        {stages.map((stage) => (
          <Menu.Item
            key={stage}
            disabled={stage === card.stage}
            rightSection={stage === card.stage && <IconCheck size={16} aria-hidden />}
            onClick={() => {
              move(all, { id: card.id, stage, before: firstOf(all, stage) });
              onMoved(card.id);
            }}
          >
            {t(`stages.${stage}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => void deleteJob(card.id, card.title)}
        >
          {t("common.delete")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const firstOf = (cards: readonly Card[], stage: Card["stage"]) =>
  cards.filter((card) => card.stage === stage).sort((a, b) => a.position - b.position)[0]?.id ?? null;
