import { useMantineColorScheme } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Appearance as Choice } from "./ipc/bindings.ts";
import { settingsQuery } from "./ipc/queries.ts";

const schemes: Record<Choice, "auto" | "light" | "dark"> = { system: "auto", light: "light", dark: "dark" };

/** Dresses the window as the settings say. */
export function Appearance() {
  const { data: settings } = useQuery(settingsQuery);
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    if (settings) setColorScheme(schemes[settings.appearance]);
  }, [settings, setColorScheme]);
  useEffect(() => {
    document.documentElement.dataset.density = settings?.density ?? "comfortable";
  }, [settings]);
  return null;
}
