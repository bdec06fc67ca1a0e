import { Button, Checkbox, MultiSelect, NumberInput, Select, TagsInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../components/FailureNote.tsx";
import { Panel } from "../../components/Panel.tsx";
import { commands, type FieldSource, type Job, type Posting } from "../../ipc/bindings.ts";
import { AskedFields } from "./AskedFields.tsx";
import styles from "./FactsForm.module.css";
import { degrees, editOf, type Facts, factsOf, isDay, levels, modes, periods, types } from "./facts.ts";

type Props = { job: Job; onDone: () => void };

/** Every field of a posting, with where it came from, to be put right. */
export function FactsForm({ job, onDone }: Props) {
  const { t } = useTranslation();
  const { posting } = job;
  const day = (value: string) => (value === "" || isDay(value) ? null : t("fields.dateWrong"));
  const form = useForm<Facts>({
    initialValues: factsOf(job),
    validate: {
      title: (title) => (title.trim() ? null : t("addJob.needTitle")),
      datePosted: day,
      applyDeadline: day,
    },
  });
  const save = useMutation({
    mutationFn: async (facts: Facts) => {
      const { title, company, locations } = await commands
        .savePosting(job.id, editOf(posting, facts))
        .then((saved) => saved.posting);
      if (facts.url.trim() === job.url) return;
      const location = locations[0] ?? "";
      await commands.saveJob(job.id, { title, company, location, url: facts.url, notes: job.notes });
    },
    onSuccess: onDone,
  });
  const field = (
    name: keyof Facts & string,
    source: keyof Posting & string = name as keyof Posting & string,
  ) => ({
    ...form.getInputProps(name),
    description: sourceWords(posting.sources[source], t),
    inputWrapperOrder: ["label", "input", "description", "error"] as (
      | "label"
      | "input"
      | "description"
      | "error"
    )[],
  });
  const choice = <Word extends string>(words: readonly Word[], say: (word: Word) => string) =>
    words.map((value) => ({ value, label: say(value) }));
  return (
    <Panel title={t("job.facts")}>
      <form className={styles.form} onSubmit={form.onSubmit((facts) => save.mutate(facts))}>
        <TextInput autoFocus data-autofocus label={t("addJob.fieldTitle")} {...field("title")} />
        <TextInput label={t("addJob.fieldCompany")} {...field("company")} />
        <TagsInput label={t("job.places")} splitChars={[";"]} {...field("locations")} />
        <TextInput label={t("addJob.fieldUrl")} {...form.getInputProps("url")} />
        <div className={styles.pair}>
          <Select
            label={t("job.mode")}
            data={choice(modes, (mode) => (mode === "unspecified" ? t("job.notSaid") : t(`jobs.${mode}`)))}
            allowDeselect={false}
            {...field("remoteMode")}
          />
          <Select
            label={t("job.level")}
            clearable
            data={choice(levels, (level) => t(`job.seniority.${level}`))}
            {...field("seniority")}
          />
        </div>
        <MultiSelect
          label={t("job.types")}
          data={choice(types, (type) => t(`job.employment.${type}`))}
          {...field("employmentTypes")}
        />
        <fieldset className={styles.group}>
          <legend>{t("job.salary")}</legend>
          <NumberInput label={t("job.payMin")} min={0} hideControls {...field("payMin", "salary")} />
          <NumberInput label={t("job.payMax")} min={0} hideControls {...form.getInputProps("payMax")} />
          <TextInput label={t("job.currency")} maxLength={3} {...form.getInputProps("currency")} />
          <Select
            label={t("job.period")}
            clearable
            data={choice(periods, (period) => t(`job.periods.${period}`))}
            {...form.getInputProps("period")}
          />
        </fieldset>
        <div className={styles.pair}>
          <NumberInput label={t("job.yearsMin")} min={0} max={60} {...field("yearsMin")} />
          <NumberInput label={t("job.yearsMax")} min={0} max={60} {...field("yearsMax")} />
        </div>
        <fieldset className={styles.group}>
          <legend>{t("job.education")}</legend>
          <Select
            label={t("job.degreeLevel")}
            clearable
            data={choice(degrees, (level) => t(`job.degree.${level}`))}
            {...field("degree", "education")}
          />
          <TextInput label={t("job.degreeField")} {...form.getInputProps("degreeField")} />
          <Checkbox
            label={t("job.degreeRequired")}
            {...form.getInputProps("degreeRequired", { type: "checkbox" })}
          />
          <Checkbox
            label={t("job.orEquivalent")}
            {...form.getInputProps("orEquivalent", { type: "checkbox" })}
          />
        </fieldset>
        <TagsInput label={t("job.licenses")} {...field("licenses")} />
        <TagsInput label={t("job.languages")} {...field("languages")} />
        <TextInput label={t("job.visa")} {...field("visa")} />
        <div className={styles.pair}>
          <TextInput label={t("job.posted")} placeholder={t("job.dayHint")} {...field("datePosted")} />
          <TextInput label={t("job.deadline")} placeholder={t("job.dayHint")} {...field("applyDeadline")} />
        </div>
        <AskedFields
          requirements={form.values.requirements}
          onChange={(requirements) => form.setFieldValue("requirements", requirements)}
        />
        {save.error && <FailureNote error={save.error} />}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onDone}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t("common.save")}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

/** Where a field came from, in words. */
const sourceWords = (source: FieldSource | undefined, t: TFunction<"words">) =>
  source ? t(`job.source.${source}`) : t("job.sourceNone");
