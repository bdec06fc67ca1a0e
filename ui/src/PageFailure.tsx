import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { FailureNote } from "./components/FailureNote.tsx";
import { PageHeader } from "./components/PageHeader.tsx";

/** What stands in for a page that could not be shown. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const queries = useQueryErrorResetBoundary();
  const router = useRouter();
  const retry = () => {
    queries.reset();
    reset();
    void router.invalidate();
  };
  return (
    <>
      <PageHeader title={t("failure.page")} />
      <FailureNote error={error} retry={retry} />
    </>
  );
}
