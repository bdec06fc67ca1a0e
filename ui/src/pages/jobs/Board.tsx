import { useTranslation } from "react-i18next";
import { announce } from "../../components/announce.tsx";
import { CardDrag, type Place } from "../../components/CardDrag.tsx";
import type { JobCard, Stage } from "../../ipc/bindings.ts";
import styles from "./Board.module.css";
import { CardFace } from "./CardFace.tsx";
import { Column } from "./Column.tsx";
import { byStage, stages, useMoveJob } from "./jobs.ts";
import { useBoardKeys } from "./useBoardKeys.ts";

type Props = {
  cards: readonly JobCard[];
  /** The one stage to show, where there is no room for all. */
  only?: Stage;
};

/** The stages side by side. */
export function Board({ cards, only }: Props) {
  const { t } = useTranslation();
  const move = useMoveJob();
  const columns = byStage(cards);
  const { wanted, want, onKeyDown } = useBoardKeys(cards);
  const find = (id: string) => cards.find((card) => card.id === id);
  const say = (id: string, how: "picked" | "dropped") =>
    announce(t(`jobs.${how}`, { title: find(id)?.title ?? "" }));
  const drop = (id: string, { column, before }: Place) => {
    move(cards, { id, stage: column as Stage, before });
    want(id);
  };
  return (
    <CardDrag
      picture={(id) => {
        const card = find(id);
        return card && <CardFace card={card} lifted />;
      }}
      onPick={(id) => say(id, "picked")}
      onCancel={(id) => say(id, "dropped")}
      onDrop={drop}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the links of the cards */}
      <div className={styles.board} onKeyDown={onKeyDown}>
        {stages
          .filter((stage) => only === undefined || stage === only)
          .map((stage) => (
            <Column
              key={stage}
              stage={stage}
              cards={columns[stage]}
              all={cards}
              wanted={wanted}
              onMoved={want}
            />
          ))}
      </div>
    </CardDrag>
  );
}
