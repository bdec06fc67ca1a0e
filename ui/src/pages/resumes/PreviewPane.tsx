import { ActionIcon, Skeleton, Tabs } from "@mantine/core";
import { IconZoomIn, IconZoomOut } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../components/FailureNote.tsx";
import type { ResumeId } from "../../ipc/bindings.ts";
import { previewQuery } from "../../ipc/queries.ts";
import styles from "./PreviewPane.module.css";

type Props = { id: ResumeId; template: string; name: string };

const zooms = [0.6, 0.8, 1, 1.25, 1.5, 2];

/** How the PDF will look, and what another program will read from it. */
export function PreviewPane({ id, template, name }: Props) {
  const { t } = useTranslation();
  const { data: preview, error, isFetching, refetch } = useQuery(previewQuery(id, template));
  const [zoom, setZoom] = useState(1);
  const step = (by: number) => setZoom(zooms[zooms.indexOf(zoom) + by] ?? zoom);
  if (error) return <FailureNote error={error} retry={() => void refetch()} />;
  return (
    <Tabs defaultValue="pages" className={styles.preview} aria-busy={isFetching}>
      <div className={styles.bar}>
        <Tabs.List>
          <Tabs.Tab value="pages">{t("export.preview")}</Tabs.Tab>
          <Tabs.Tab value="reader">{t("export.reader")}</Tabs.Tab>
        </Tabs.List>
        <span className={styles.tools}>
          {preview && <span role="status">{t("export.pageCount", { count: preview.pages.length })}</span>}
          <ActionIcon aria-label={t("export.zoomOut")} disabled={zoom === zooms[0]} onClick={() => step(-1)}>
            <IconZoomOut size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            aria-label={t("export.zoomIn")}
            disabled={zoom === zooms.at(-1)}
            onClick={() => step(1)}
          >
            <IconZoomIn size={18} aria-hidden />
          </ActionIcon>
        </span>
      </div>
      <Tabs.Panel value="pages" className={styles.pages} tabIndex={0}>
        {preview ? (
          preview.pages.map((svg, index) => (
            <SvgPage
              // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
              key={index}
              svg={svg}
              zoom={zoom}
              alt={t("export.pageAlt", { page: index + 1, name })}
            />
          ))
        ) : (
          <Skeleton height={900} width={640} />
        )}
      </Tabs.Panel>
      <Tabs.Panel value="reader" className={styles.reader} tabIndex={0}>
        <p>{t("export.readerHint")}</p>
        {preview && preview.lost.length > 0 && (
          <div className={styles.lost}>
            <strong>{t("export.lost")}</strong>
            <ul>
              {preview.lost.map(({ path, text }) => (
                <li key={path}>{text}</li>
              ))}
            </ul>
          </div>
        )}
        <pre>{preview?.text}</pre>
      </Tabs.Panel>
    </Tabs>
  );
}

/** A page as a picture: isolated from the window, and shown only once it is decoded. */
function SvgPage({ svg, zoom, alt }: { svg: string; zoom: number; alt: string }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const next = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    let current = true;
    const picture = new Image();
    const show = () => current && setUrl(next);
    picture.onload = show;
    picture.src = next;
    return () => {
      current = false;
      // The old page stays on the screen until the next one can take its place.
      setTimeout(() => URL.revokeObjectURL(next), 2000);
    };
  }, [svg]);
  if (!url) return <Skeleton height={900} width={640} />;
  return (
    <img
      src={url}
      alt={alt}
      className={styles.page}
      style={{ width: `${zoom * 100}%`, maxWidth: `${zoom * 760}px` }}
    />
  );
}
