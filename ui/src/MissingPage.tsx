import { Button } from "@mantine/core";
import { IconMapOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { run } from "./actions/handlers.ts";
import { EmptyNote } from "./components/EmptyNote.tsx";
import { PageHeader } from "./components/PageHeader.tsx";

/** An address that leads nowhere. */
export function MissingPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t("failure.notFound")} />
      <EmptyNote icon={IconMapOff} title={t("failure.missingPage")} text={t("failure.missingPageHint")}>
        <Button onClick={() => run("goToday")}>{t("actions.goToday")}</Button>
      </EmptyNote>
    </>
  );
}
