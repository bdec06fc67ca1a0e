// Files and addresses, as if they were read: what "listing" is in holds several postings, what is
// "broken" cannot be read.

import type { FoundPosting, Job, JobDraft } from "./bindings.ts";
import type { Long } from "./fake.ts";
import { blankFind, listing } from "./fakeJobs.ts";

type Host = {
  steps: (task: string, progress: Long["progress"]) => Promise<void>;
  addJob: (draft: JobDraft) => Job;
  jobOf: (id: string) => Job;
  nameOf: (file: string) => string;
};

const draftOf = (title: string) => ({ text: "", title, company: "", location: "", url: "" });

/** The commands that read files and pages. */
export function importing({ steps, addJob, jobOf, nameOf }: Host) {
  let found: FoundPosting[] = [];
  return {
    importJobs: async ({ file, task, progress }: Long) => {
      await steps(task, progress);
      return [addJob(draftOf(nameOf(file).replace(/\.\w+$/, "")))];
    },
    findInFile: async ({ file, task, progress }: Long) => {
      await steps(task, progress);
      const name = nameOf(file);
      found = name.includes("listing") ? listing : [{ ...blankFind, title: name.replace(/\.\w+$/, "") }];
      return { id: 1, postings: found, unread: [] };
    },
    findAtAddress: async ({ address, task, progress }: Long & { address: string }) => {
      await steps(task, progress);
      found = address.includes("jobs") ? listing : [{ ...blankFind, title: "Fetched job", url: address }];
      return { id: 1, postings: found, unread: [] };
    },
    addFound: async ({ picks, draft, task, progress }: Long & { picks: number[]; draft: JobDraft }) => {
      await steps(task, progress);
      return picks.map((pick) => {
        const { title = "", company = "", location = "", url = "" } = found[pick] ?? {};
        return addJob({ ...draftOf(draft.title || title), company, location, url });
      });
    },
    refreshJob: ({ id }: { id: string }) => jobOf(id),
    listSnapshots: () => [],
  };
}
