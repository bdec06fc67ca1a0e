// Stands in for Rust: every command, answered from memory. For tests, and for a plain browser.

import type { Channel } from "@tauri-apps/api/core";
import { emit } from "@tauri-apps/api/event";
import { mockIPC } from "@tauri-apps/api/mocks";
import type {
  Activity,
  ActivityKind,
  Correction,
  commands,
  Decision,
  Failure,
  ImportedFile,
  Job,
  JobDraft,
  JobEdit,
  Kind,
  OfferedFile,
  Posting,
  PostingEdit,
  Progress,
  Resume,
  ResumeDraft,
  Review,
  Settings,
  Stage,
  StoredResume,
} from "./bindings.ts";
import { importing } from "./fakeImports.ts";
import { jobsAt, matchOf, readRoughly } from "./fakeJobs.ts";
import { checkRules, lintRoughly, noChoices } from "./fakeLint.ts";
import { cardOf, matchWith, rankedJobs, rankedResumes, resumeCardOf, seenBefore } from "./fakeMatches.ts";
import { drawPage, drawPreview } from "./fakePages.ts";
import { blankReading, blankResume, storedOf } from "./fakeResume.ts";
import { correctRoughly } from "./fakeReview.ts";

export type World = {
  resumes: StoredResume[];
  jobs: Job[];
  activity: Activity[];
  settings: Settings;
  /** The files the next "Choose file" gives. */
  chosen: OfferedFile[];
  /** Commands that fail, by name. */
  failing: Partial<Record<string, Failure>>;
  /** Why the data could not be opened. */
  trouble: Failure | null;
  /** Milliseconds a step of a long command takes. */
  pace: number;
  /** Every call, for tests to look at. */
  calls: { command: string; args: Record<string, unknown> }[];
};

const now = Date.now();
const day = 86_400_000;

/** Someone who has used the app for a while; `empty` is a new user. */
export function worldOf(kind: "used" | "empty" = "used"): World {
  const settings: Settings = {
    appearance: "system",
    density: "comfortable",
    mainResume: null,
    template: "",
    lint: noChoices,
  };
  const base = { settings, chosen: [], failing: {}, trouble: null, pace: 0, calls: [] };
  if (kind === "empty") return { ...base, resumes: [], jobs: [], activity: [] };
  const resumes = [
    storedOf("resume-1", "Elena Marsh, analyst", "elena-marsh.pdf", "pdf", now - day),
    {
      ...storedOf("resume-2", "Short version for councils", "marsh-short.docx", "docx", now - 9 * day),
      reviewed: true,
      toCheck: [],
    },
  ];
  const happened = (
    what: ActivityKind,
    subject: string,
    days: number,
    job: string | null,
    resume: string | null,
  ) => ({
    id: `${what.kind} ${days}`,
    what,
    job,
    resume,
    subject,
    at: now - days * day,
  });
  return {
    ...base,
    resumes,
    jobs: jobsAt(now),
    settings: { ...settings, mainResume: "resume-1" },
    activity: [
      happened({ kind: "jobAdded" }, "Clinical Data Analyst", 0, "job-1", null),
      happened({ kind: "resumeImported" }, "Elena Marsh, analyst", 1, null, "resume-1"),
      happened(
        { kind: "jobMoved", from: "applied", to: "interview" },
        "Clinical Systems Analyst",
        2,
        "job-8",
        null,
      ),
      happened({ kind: "resumeExported" }, "Short version for councils", 6, null, "resume-2"),
      happened({ kind: "jobMoved", from: "saved", to: "applied" }, "Reporting Analyst", 8, "job-6", null),
    ],
  };
}

type Answers = { [Name in keyof typeof commands]: (args: never) => unknown };
export type Long = { task: string; progress: Channel<Progress>; file: string };

const snakeToCamel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Stands in for Rust, starting with this world, which tests may look into. */
export function installFake(world: World = worldFromAddress()): World {
  const deleted = new Map<string, StoredResume | Job>();
  const stopped = new Set<string>();
  const fail = (code: Failure["code"], message: string): never => {
    throw { code, reason: "", message } satisfies Failure;
  };
  const changed = (kind: Kind) => void emit("changed", kind);
  const resumeOf = (id: string) =>
    world.resumes.find((resume) => resume.id === id) ?? fail("notFound", "This resume was deleted.");
  const jobOf = (id: string) =>
    world.jobs.find((job) => job.id === id) ?? fail("notFound", "This job was deleted.");
  const noted = (what: ActivityKind, subject: string, job: string | null, resume: string | null) => {
    world.activity.unshift({ id: crypto.randomUUID(), what, job, resume, subject, at: Date.now() });
    changed("activity");
  };
  const reading = ["opening", "reading", "understanding", "saving"];
  const steps = async (task: string, progress: Channel<Progress>, names = reading) => {
    for (const [done, step] of names.entries()) {
      progress.onmessage({ step, done, total: names.length });
      for (let waited = 0; waited < world.pace && !stopped.has(task); waited += 20) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      if (stopped.has(task)) fail("cancelled", "stopped");
    }
  };
  const nameOf = (file: string) =>
    [...world.chosen, ...fakeFiles].find(({ id }) => id === file)?.name ?? "dropped.pdf";
  const addResume = (resume: StoredResume) => {
    world.resumes.unshift(resume);
    noted({ kind: "resumeImported" }, resume.title, null, resume.id);
    changed("resume");
    return resume;
  };
  const addJob = (draft: JobDraft) => {
    const read = readRoughly(draft.text);
    const title = draft.title || read.title || fail("invalid", "Give the job a title.");
    const locations = draft.location ? [draft.location] : read.locations;
    const at = Date.now();
    const job: Job = {
      id: crypto.randomUUID(),
      posting: { ...read, title, company: draft.company || read.company, locations },
      url: draft.url,
      notes: "",
      decision: "open",
      stage: "saved",
      position: Math.min(0, ...world.jobs.map(({ position }) => position)) - 1,
      addedAt: at,
      updatedAt: at,
    };
    world.jobs.unshift(job);
    noted({ kind: "jobAdded" }, title, job.id, null);
    changed("job");
    return job;
  };
  const keep = (job: Job) => {
    world.jobs = world.jobs.map((other) => (other.id === job.id ? job : other));
    changed("job");
    return job;
  };
  const exported = (id: string) => {
    const { resume } = resumeOf(id);
    noted({ kind: "resumeExported" }, resumeOf(id).title, null, id);
    const fileName = `${resume.basics.name.replaceAll(" ", "_")}_Clinical_Data_Analyst.pdf`;
    const file: OfferedFile = { id: "exported", name: fileName, size: 31_402, kind: "document" };
    return { file, folder: "~/Documents/ATSPro", pages: 1, lost: [], missingGlyphs: [] };
  };
  const restore = (id: string) => {
    const gone = deleted.get(id);
    if (gone && "posting" in gone) world.jobs.push(gone);
    else if (gone) world.resumes.push(gone);
    changed("job");
    changed("resume");
    return null;
  };

  const answers = {
    chooseFiles: () => world.chosen,
    takeOfferedFiles: () => [],
    importResume: async ({ file, task, progress }: Long) => {
      await steps(task, progress);
      const name = nameOf(file);
      const format = name.endsWith(".docx") ? "docx" : "pdf";
      return addResume(storedOf(crypto.randomUUID(), name.replace(/\.\w+$/, ""), name, format, Date.now()));
    },
    importResumes: async ({ files, task, progress }: Omit<Long, "file"> & { files: string[] }) => {
      const read: ImportedFile[] = [];
      for (const [done, file] of files.entries()) {
        if (stopped.has(task)) break;
        progress.onmessage({ step: "reading", done, total: files.length });
        await new Promise((resolve) => setTimeout(resolve, world.pace));
        const name = nameOf(file);
        const message = `"${name}" is damaged. Nothing was changed.`;
        const stored = storedOf(crypto.randomUUID(), name.replace(/\.\w+$/, ""), name, "pdf", Date.now());
        const failure = name.includes("broken") ? { reason: "damaged", message } : null;
        const resume = failure ? null : addResume(stored).id;
        read.push({ name, resume, toCheck: failure ? 0 : stored.toCheck.length, failure });
      }
      return { files: read, stopped: stopped.has(task) };
    },
    createResume: ({ title }: { title: string }) => {
      const at = Date.now();
      const typed = {
        resume: blankResume,
        reading: blankReading,
        toCheck: [],
        reviewed: false,
        fileName: "",
      };
      return addResume({ id: crypto.randomUUID(), title, ...typed, addedAt: at, updatedAt: at });
    },
    listResumes: () => world.resumes.map(resumeCardOf),
    getResume: ({ id }: { id: string }) => resumeOf(id),
    saveResume: ({ id, draft }: { id: string; draft: ResumeDraft }) => {
      const before = resumeOf(id);
      const { resume, origins, unplaced } = draft.review;
      const saved: StoredResume = {
        ...{ ...before, title: draft.title, resume, reviewed: before.reviewed || draft.reviewed },
        ...{ reading: { ...before.reading, origins, unplaced }, updatedAt: Date.now() },
        toCheck: before.toCheck.filter((path) => (origins[path]?.confidence ?? 1) < 0.7),
      };
      world.resumes = world.resumes.map((resume) => (resume.id === id ? saved : resume));
      changed("resume");
      return saved;
    },
    correctResume: ({ id, review, correction }: { id: string; review: Review; correction: Correction }) =>
      correctRoughly(resumeOf(id).reading.lines, review, correction),
    deleteResume: ({ id }: { id: string }) => {
      deleted.set(id, resumeOf(id));
      world.resumes = world.resumes.filter((resume) => resume.id !== id);
      changed("resume");
      return null;
    },
    restoreResume: ({ id }: { id: string }) => restore(id),
    getPageImage: ({ id, page }: { id: string; page: number }) => drawPage(resumeOf(id), page),
    getTrouble: () => world.trouble,
    listTemplates: () => [
      { id: "plain", name: "Plain", description: "One column, no ornament. Reads well everywhere." },
      { id: "classic", name: "Classic", description: "Serif type and ruled headings." },
    ],
    previewResume: ({ id, template }: { id: string; template: string }) => {
      const { resume } = resumeOf(id);
      const text = [
        resume.basics.name,
        resume.basics.label,
        ...resume.work.flatMap(({ highlights }) => highlights),
      ].join("\n");
      return { pages: [drawPreview(resume, template)], missingGlyphs: [], lost: [], text };
    },
    exportResume: ({ id }: { id: string }) => exported(id),
    exportResumeAs: ({ id }: { id: string }) => exported(id),
    openFile: () => null,
    openPosting: () => null,
    revealFile: () => null,
    readPosting: ({ text }: { text: string }) => readRoughly(text),
    addJob: ({ draft }: { draft: JobDraft }) => addJob(draft),
    ...importing({ steps, addJob, jobOf, nameOf }),
    listJobs: () => world.jobs.map(cardOf),
    getJob: ({ id }: { id: string }) => jobOf(id),
    saveJob: ({ id, edit }: { id: string; edit: JobEdit }) => {
      const job = jobOf(id);
      const { title, company, location, url, notes } = edit;
      const posting = { ...job.posting, title, company, locations: location ? [location] : [] };
      return keep({ ...job, posting, url, notes });
    },
    savePosting: ({ id, edit }: { id: string; edit: PostingEdit }) => {
      const job = jobOf(id);
      const changed = Object.entries(edit).filter(
        ([name, value]) => JSON.stringify(job.posting[name as keyof PostingEdit]) !== JSON.stringify(value),
      );
      const sources = {
        ...job.posting.sources,
        ...Object.fromEntries(changed.map(([name]) => [name, "user"])),
      };
      return keep({ ...job, posting: { ...job.posting, ...edit, sources: sources as Posting["sources"] } });
    },
    decideJobs: ({ jobs }: { jobs: [string, Decision][] }) => {
      const decided = new Map(jobs);
      world.jobs = world.jobs.map((job) => ({ ...job, decision: decided.get(job.id) ?? job.decision }));
      changed("job");
      return null;
    },
    rankJobs: async ({ task, progress }: Long) => {
      await steps(
        task,
        progress,
        world.jobs.map(() => "comparing"),
      );
      return rankedJobs(world.jobs);
    },
    rankResumes: async ({ job, task, progress }: Long & { job: string }) => {
      await steps(
        task,
        progress,
        world.resumes.map(() => "comparing"),
      );
      return rankedResumes(world.resumes, jobOf(job));
    },
    listScores: () => [],
    whatIf: ({ job, shown }: { job: string; shown: string[] }) => matchWith(jobOf(job), shown),
    findDuplicates: ({ id }: { id: string }) => seenBefore(world.jobs, jobOf(id)),
    checkPosting: ({ draft }: { draft: JobDraft }) => seenBefore(world.jobs, draft),
    lintResume: ({ resume, job }: { resume: string; job: string | null }) =>
      lintRoughly(resumeOf(resume), job, world.settings.lint.off),
    listChecks: () => checkRules,
    applyEdit: ({ resume }: { resume: Resume }) => resume,
    moveJob: ({ id, stage, before }: { id: string; stage: Stage; before: string | null }) => {
      const job = jobOf(id);
      const from = job.stage;
      const column = world.jobs.filter((other) => other.stage === stage && other.id !== id);
      column.sort((a, b) => a.position - b.position);
      const at = before === null ? column.length : column.findIndex((other) => other.id === before);
      const after = column.toSpliced(at < 0 ? column.length : at, 0, { ...job, stage });
      const placed = new Map(after.map((other, position) => [other.id, { ...other, position }]));
      world.jobs = world.jobs.map((other) => placed.get(other.id) ?? other);
      if (from !== stage) noted({ kind: "jobMoved", from, to: stage }, job.posting.title, id, null);
      changed("job");
      return jobOf(id);
    },
    deleteJob: ({ id }: { id: string }) => {
      deleted.set(id, jobOf(id));
      world.jobs = world.jobs.filter((job) => job.id !== id);
      changed("job");
      return null;
    },
    restoreJob: ({ id }: { id: string }) => restore(id),
    matchResume: ({ job }: { job: string }) => matchOf(jobOf(job)),
    listActivity: ({ limit }: { limit: number }) => world.activity.slice(0, limit),
    findAnything: ({ text }: { text: string }) => {
      const fits = (words: string) => words.toLowerCase().includes(text.toLowerCase());
      return [
        ...world.jobs.flatMap(({ id, posting: { title, company } }) =>
          fits(`${title} ${company}`) ? { kind: "job", id, title, snippet: company } : [],
        ),
        ...world.resumes.flatMap(({ id, title, resume }) =>
          fits(title) ? { kind: "resume", id, title, snippet: resume.basics.name } : [],
        ),
      ];
    },
    getSettings: () => world.settings,
    saveSettings: ({ settings }: { settings: Settings }) => {
      world.settings = settings;
      changed("settings");
      return null;
    },
    getAbout: () => ({
      version: "0.1.0",
      dataFolder: "~/.local/share/atspro",
      logFolder: "~/.local/share/atspro/logs",
      exportFolder: "~/Documents/ATSPro",
      databaseBytes: 483_328,
    }),
    cancelTask: ({ task }: { task: string }) => {
      stopped.add(task);
      return null;
    },
    uiReady: () => null,
  } satisfies Answers;

  const answerOf = (command: string, args: unknown) => {
    const name = snakeToCamel(command);
    world.calls.push({ command: name, args: (args ?? {}) as Record<string, unknown> });
    const failing = world.failing[name];
    if (failing) throw failing;
    return answers[name as keyof typeof answers]?.(args as never);
  };
  mockIPC(async (command, args) => structuredCloneable(await answerOf(command, args)), {
    shouldMockEvents: true,
  });
  return world;
}

/** A copy, as after a trip through the host, so that no page can change the world by accident. */
const structuredCloneable = (value: unknown) => (value === undefined ? null : structuredClone(value));

/** The files "Choose file" gives in a plain browser. */
const fakeFiles: OfferedFile[] = [{ id: "fake-1", name: "elena-marsh.pdf", size: 48_211, kind: "document" }];

/** In a plain browser, `?empty` shows the app to a new user; long work takes its time. */
function worldFromAddress(): World {
  const world = worldOf(window.location.search.includes("empty") ? "empty" : "used");
  return { ...world, chosen: fakeFiles, pace: 400 };
}
