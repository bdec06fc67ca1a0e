// The words of the table of jobs, of rankings, of duplicates and of the linter, in English.

export const enMatching = {
  fetch: {
    label: "Address of the posting",
    hint: "Its page is fetched once, when you ask for it. Pages of LinkedIn and Indeed: paste or save them.",
    asks: "Asks {{host}} once. Nothing about you is sent.",
    go: "Fetch the page",
    going: "Fetching from {{host}}…",
    none: "No posting was found on that page. Paste its text below.",
  },
  pick: {
    title_one: "One posting: is it this?",
    title_other: "{{count}} postings: which of them?",
    all: "All of them",
    untitled: "Without a title",
    partial: "Only a line of a list: its page is fetched when it is added",
    unread_one: "One file holds no posting",
    unread_other: "{{count}} files hold no posting",
    add_one: "Add one job",
    add_other: "Add {{count}} jobs",
  },
} as const;
