import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from "@tanstack/react-router";
import { PageSkeleton } from "./components/PageSkeleton.tsx";
import { MissingPage } from "./MissingPage.tsx";
import { PageFailure } from "./PageFailure.tsx";
import { columns, shows, type TableSearch } from "./pages/jobs/triage.ts";
import { TodayPage } from "./pages/today/TodayPage.tsx";
import { Shell } from "./Shell.tsx";

const root = createRootRoute({ component: Shell, notFoundComponent: MissingPage });
const getParentRoute = () => root;

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

const oneOf = <Word extends string>(words: readonly Word[], value: unknown): Word | undefined =>
  words.find((word) => word === value);

const tree = root.addChildren([
  createRoute({ getParentRoute, path: "/", component: TodayPage }),
  createRoute({
    getParentRoute,
    path: "/jobs",
    component: lazyRouteComponent(() => import("./pages/jobs/BoardPage.tsx"), "BoardPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/jobs/new",
    component: lazyRouteComponent(() => import("./pages/jobs/AddJobPage.tsx"), "AddJobPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/jobs/table",
    validateSearch: (search): TableSearch => ({
      resume: text(search.resume),
      find: text(search.find),
      show: oneOf(shows, search.show),
      by: oneOf(columns, search.by),
      down: typeof search.down === "boolean" ? search.down : undefined,
    }),
    component: lazyRouteComponent(() => import("./pages/jobs/TablePage.tsx"), "TablePage"),
  }),
  createRoute({
    getParentRoute,
    path: "/jobs/$id",
    component: lazyRouteComponent(() => import("./pages/jobs/JobPage.tsx"), "JobPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/resumes",
    component: lazyRouteComponent(() => import("./pages/resumes/ResumesPage.tsx"), "ResumesPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/resumes/$id",
    component: lazyRouteComponent(() => import("./pages/resumes/ReviewPage.tsx"), "ReviewPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/resumes/$id/export",
    component: lazyRouteComponent(() => import("./pages/resumes/ExportPage.tsx"), "ExportPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/match",
    validateSearch: (search): { resume?: string | undefined; job?: string | undefined } => ({
      resume: text(search.resume),
      job: text(search.job),
    }),
    component: lazyRouteComponent(() => import("./pages/matching/MatchPage.tsx"), "MatchPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/rank",
    validateSearch: (search): { resume?: string | undefined; job?: string | undefined } => ({
      resume: text(search.resume),
      job: text(search.job),
    }),
    component: lazyRouteComponent(() => import("./pages/matching/RankPage.tsx"), "RankPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/settings",
    component: lazyRouteComponent(() => import("./pages/settings/SettingsPage.tsx"), "SettingsPage"),
  }),
]);

/** The pages and their addresses. */
export const newRouter = (history: RouterHistory = createHashHistory()) =>
  createRouter({
    routeTree: tree,
    history,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: PageFailure,
    defaultPreload: "intent",
    scrollRestoration: false,
  });

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
