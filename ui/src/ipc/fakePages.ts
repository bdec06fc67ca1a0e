// Pictures of invented pages, drawn from their lines.

import type { Resume, StoredResume } from "./bindings.ts";

/** A page as a PNG; an empty answer where nothing can be drawn. */
export async function drawPage({ reading }: StoredResume, page: number): Promise<ArrayBuffer> {
  const [width, height] = reading.pages[page - 1] ?? [595, 842];
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: (width ?? 595) * 2, height: (height ?? 842) * 2 });
  const pen = canvas.getContext("2d");
  if (!pen) return new ArrayBuffer(0);
  pen.scale(2, 2);
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, width ?? 595, height ?? 842);
  pen.fillStyle = "#222";
  for (const { text, span } of reading.lines) {
    if (span?.page !== page) continue;
    const size = (span.bbox.y1 ?? 0) - (span.bbox.y0 ?? 0) - 3;
    pen.font = `${size > 10 ? "bold " : ""}${size}px Georgia, "DejaVu Serif", serif`;
    pen.fillText(text, span.bbox.x0 ?? 0, (span.bbox.y1 ?? 0) - 3, (span.bbox.x1 ?? 0) - (span.bbox.x0 ?? 0));
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  return blob ? blob.arrayBuffer() : new ArrayBuffer(0);
}

/** A page of the preview as SVG. */
export function drawPreview({ basics, work }: Resume, template: string): string {
  const face = template === "classic" ? "Georgia, serif" : "sans-serif";
  const lines = work.flatMap((role) => [
    `${role.position}, ${role.name}`,
    ...role.highlights.map((point) => `   • ${point}`),
  ]);
  const text = lines
    .map((line, index) => `<text x="60" y="${170 + index * 22}">${escaped(line)}</text>`)
    .join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842" width="595" height="842" font-family="${face}" font-size="9.5"><rect width="595" height="842" fill="#fff"/><text x="60" y="84" font-size="26" font-weight="bold">${escaped(basics.name)}</text><text x="60" y="106" font-size="12" fill="#0c6b58">${escaped(basics.label)}</text><text x="60" y="124">${escaped([basics.email, basics.phone, basics.location].filter(Boolean).join("  |  "))}</text><path d="M60 140H535" stroke="#0c6b58"/>${text}</svg>`;
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
