import { invoke } from "@tauri-apps/api/core";
import type { ResumeId } from "./bindings.ts";

/** A page of the file a resume came from, as a PNG; raw bytes, which the bindings cannot describe. */
export const pageImage = async (id: ResumeId, page: number) => {
  const bytes = await invoke<ArrayBuffer>("get_page_image", { id, page });
  return new Blob([bytes], { type: "image/png" });
};
