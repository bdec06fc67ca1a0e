import { DirectionProvider, MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { type AnyRouter, RouterProvider } from "@tanstack/react-router";
import i18next from "i18next";
import { lazy, Suspense, useEffect, useState } from "react";
import { I18nextProvider } from "react-i18next";
import { Appearance } from "./Appearance.tsx";
import { ErrorBoundary } from "./components/ErrorBoundary.tsx";
import "./i18n/i18n.ts";
import { followChanges, newClient } from "./ipc/client.ts";
import { newRouter } from "./routes.tsx";
import { theme, variables } from "./styles/theme.ts";
import { Trouble } from "./Trouble.tsx";

// Nothing is said in the first moment, so what says it may come later.
const Toasts = lazy(async () => ({ default: (await import("./Toasts.tsx")).Toasts }));

type Props = {
  /** Another address bar than the window's, for tests. */
  router?: AnyRouter;
};

/** Everything every page stands on. */
export function App({ router }: Props) {
  const [client] = useState(newClient);
  const [routes] = useState(() => router ?? newRouter());
  useEffect(() => {
    const stop = followChanges(client);
    return () => void stop.then((unlisten) => unlisten());
  }, [client]);
  return (
    <DirectionProvider>
      <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
        <I18nextProvider i18n={i18next}>
          <QueryClientProvider client={client}>
            <ErrorBoundary>
              <Appearance />
              <Trouble>
                <RouterProvider router={routes} />
              </Trouble>
              <Suspense>
                <Toasts />
              </Suspense>
            </ErrorBoundary>
          </QueryClientProvider>
        </I18nextProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}
