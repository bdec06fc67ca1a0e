import { IconHistory } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { saySince } from "../../i18n/i18n.ts";
import type { Seen } from "../../ipc/bindings.ts";
import styles from "./SeenNote.module.css";

type Props = { seen: readonly Seen[]; adding?: boolean };

/** "You saw this in March": the same posting, or one much like it, came by before. */
export function SeenNote({ seen, adding = false }: Props) {
  const { t } = useTranslation();
  const [first] = seen;
  if (!first) return null;
  const since = saySince(first.seenAt);
  return (
    <section className={styles.seen} aria-label={t("seen.title")}>
      <IconHistory size={20} stroke={1.7} aria-hidden />
      <div>
        <strong>
          {"month" in since ? t("seen.inMonth", since) : t("seen.recently", { when: since.days })}
        </strong>
        <ul>
          {seen.slice(0, 3).map(({ job, title, company, stage, deleted, why, likeness }) => (
            <li key={job}>
              {deleted ? (
                <span>{t("seen.what", { title, company: company || t("jobs.unknownCompany") })}</span>
              ) : (
                <Link to="/jobs/$id" params={{ id: job }}>
                  {t("seen.what", { title, company: company || t("jobs.unknownCompany") })}
                </Link>
              )}
              <small>
                {[
                  deleted ? t("seen.deleted") : t(`stages.${stage}`),
                  t(`seen.why.${why}`, { percent: Math.round((likeness ?? 0) * 100) }),
                ].join(t("common.separator"))}
              </small>
            </li>
          ))}
        </ul>
        {adding && <p>{t("seen.addAnyway")}</p>}
      </div>
    </section>
  );
}
