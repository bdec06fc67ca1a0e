//! What may be typed.

#![allow(clippy::doc_markdown, reason = "a person reads these lines in a terminal, as they are")]

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Reads resumes and postings, says how they fit, typesets, and keeps a job search in order.
///
/// Prints JSON on standard output and words on standard error. Works offline, without an account.
#[derive(Debug, Parser)]
#[command(name = "ats", version, arg_required_else_help = true)]
pub(crate) struct Arguments {
    /// Where your data is; without it, where the window keeps it too.
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,

    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read resumes: one JSON Resume object a file, with `_confidence` and `_provenance`.
    Parse {
        /// PDF, DOCX, ODT, RTF, HTML, Markdown or text files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Write DIR/<name>.json instead of printing.
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// Read postings: one object a file, an array where a file holds several.
    Job {
        /// HTML, JSON, XML, text, mail, PDF or DOCX files, or addresses that begin with https://;
        /// `-` for standard input.
        #[arg(required = true, value_name = "FILE|URL")]
        files: Vec<PathBuf>,
        /// Write DIR/<name>.json instead of printing.
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// Say how a resume fits a posting, and why.
    Match {
        /// A resume: JSON Resume or any file `ats parse` reads.
        #[arg(long, required_unless_present = "jsonl")]
        resume: Option<PathBuf>,
        /// A posting: what `ats job` prints or any file it reads.
        #[arg(long, required_unless_present = "jsonl")]
        job: Option<PathBuf>,
        /// The day to count experience up to; without it, today.
        #[arg(long, value_name = "YYYY-MM-DD")]
        today: Option<domain::PartialDate>,
        /// Answer requests on standard input, one a line: {"id", "resume" or "resume_text",
        /// "job" or "job_text", "today"}.
        #[arg(long, conflicts_with_all = ["resume", "job", "today"])]
        jsonl: bool,
    },
    /// Rank postings for a resume, or resumes for a posting, the best first.
    Rank(Rank),
    /// List the skills that the text on standard input names, in the vocabulary or not.
    Skills {
        /// Answer requests, one a line: {"id", "text"}.
        #[arg(long)]
        jsonl: bool,
    },
    /// Say what a person or a parser may stumble over in a resume and its file.
    Lint(Lint),
    /// Say whether a text claims more than a resume does, claim by claim.
    Check {
        /// The resume: JSON Resume or any file `ats parse` reads.
        #[arg(long, required_unless_present = "jsonl")]
        resume: Option<PathBuf>,
        /// The text; without it, standard input.
        #[arg(long)]
        text: Option<String>,
        /// Where it is to stand, as a path: work[0].highlights[2].
        #[arg(long, value_name = "PATH")]
        path: Option<String>,
        /// The day to count up to; without it, today.
        #[arg(long, value_name = "YYYY-MM-DD")]
        today: Option<domain::PartialDate>,
        /// Answer requests on standard input, one a line: {"id", "source" (JSON Resume) or
        /// "source_text", "rewrite", "path", "posting", "today"}.
        #[arg(long, conflicts_with_all = ["resume", "text", "path", "today"])]
        jsonl: bool,
    },
    /// Find instructions hidden in postings or resumes, and show the text without them.
    Screen {
        /// Text or HTML files; without any, standard input.
        files: Vec<PathBuf>,
        /// Answer requests on standard input, one a line: {"id", "text"}.
        #[arg(long, conflicts_with = "files")]
        jsonl: bool,
    },
    /// Replace what identifies a person by placeholders, as before a text leaves.
    Redact {
        /// Text files; without any, standard input.
        files: Vec<PathBuf>,
        /// The resume of whoever it is about: its names, addresses and accounts are known then.
        #[arg(long)]
        resume: Option<PathBuf>,
        /// Answer requests on standard input, one a line: {"id", "text", "names", "source"}.
        #[arg(long, conflicts_with_all = ["files", "resume"])]
        jsonl: bool,
    },
    /// Tailor a resume to a posting without a model: the edits, and the tailored resume.
    Tailor {
        /// A resume: JSON Resume or any file `ats parse` reads.
        #[arg(long)]
        resume: PathBuf,
        /// A posting: what `ats job` prints or any file it reads.
        #[arg(long)]
        job: PathBuf,
        /// The day to count up to; without it, today.
        #[arg(long, value_name = "YYYY-MM-DD")]
        today: Option<domain::PartialDate>,
    },
    /// Typeset a resume as a PDF.
    Render {
        /// A JSON Resume.
        file: PathBuf,
        /// One of `ats templates`.
        #[arg(long, default_value = "")]
        template: String,
        /// Where to write the PDF.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// List the templates.
    Templates,
    /// Keep resumes among your own.
    Import {
        /// Files that `ats parse` reads.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Your jobs.
    #[command(subcommand)]
    Jobs(Jobs),
    /// Your resumes.
    #[command(subcommand)]
    Resumes(Resumes),
    /// Measure the parts of the program that must be quick.
    #[command(hide = true)]
    Bench {
        /// A folder of PDFs to read, instead of some that are made here.
        #[arg(long, value_name = "DIR")]
        pdfs: Option<PathBuf>,
    },
}

/// What is checked, and with what.
#[derive(Debug, Args)]
pub(crate) struct Lint {
    /// Resumes: JSON Resume or any files `ats parse` reads.
    #[arg(required_unless_present = "jsonl")]
    pub(crate) files: Vec<PathBuf>,
    /// The posting it is for: what `ats job` prints or any file it reads.
    #[arg(long, value_name = "FILE")]
    pub(crate) job: Option<PathBuf>,
    /// The letter that goes with it.
    #[arg(long, value_name = "FILE")]
    pub(crate) letter: Option<PathBuf>,
    /// The day of the check; without it, today.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) today: Option<domain::PartialDate>,
    /// Checks to switch off, by their codes.
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(crate) off: Vec<domain::linter::Check>,
    /// Checks to switch on that are off by default.
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(crate) on: Vec<domain::linter::Check>,
    /// Answer requests on standard input, one a line: {"id", "resume" or "resume_text" or "file",
    /// "job" or "job_text", "letter", "today", "off", "on"}.
    #[arg(long, conflicts_with_all = ["files", "job", "letter", "today"])]
    pub(crate) jsonl: bool,
}

/// What to rank for what.
#[derive(Debug, clap::Args)]
pub(crate) struct Rank {
    /// Rank postings for this resume: a file, or the id of one of yours to rank your own jobs.
    #[arg(long, value_name = "FILE or ID")]
    resume: Option<PathBuf>,
    /// Rank resumes for this posting: a file, or the id of one of your jobs to rank your own
    /// resumes.
    #[arg(long, value_name = "FILE or ID", conflicts_with = "resume")]
    job: Option<PathBuf>,
    /// The files to rank.
    files: Vec<PathBuf>,
    /// The day to count experience up to; without it, today.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) today: Option<domain::PartialDate>,
    /// Answer requests on standard input, one a line: {"id", "resume" or "resume_text", "jobs":
    /// [{"id", "job" or "job_text"}], "today"}, or the same with "job" and "resumes".
    #[arg(long, conflicts_with_all = ["resume", "job", "files", "today"])]
    jsonl: bool,
}

/// A [`Rank`], understood.
#[derive(Debug)]
pub(crate) enum Ranking {
    /// Requests on standard input.
    Lines,
    /// Postings in files.
    Postings { resume: PathBuf, files: Vec<PathBuf> },
    /// Resumes in files.
    Resumes { job: PathBuf, files: Vec<PathBuf> },
    /// The user's jobs.
    OwnJobs(domain::ResumeId),
    /// The user's resumes.
    OwnResumes(domain::JobId),
    /// Too little was said.
    Unclear(&'static str),
}

impl Rank {
    /// What is asked.
    pub(crate) fn asked(&self) -> Ranking {
        let id = |path: &PathBuf| path.to_str().map(str::to_owned).unwrap_or_default();
        let files = self.files.clone();
        match (&self.resume, &self.job) {
            _ if self.jsonl => Ranking::Lines,
            (Some(resume), _) if files.is_empty() => id(resume).parse().map_or(
                Ranking::Unclear("name the postings to rank, or one of your resumes by its id"),
                Ranking::OwnJobs,
            ),
            (_, Some(job)) if files.is_empty() => id(job).parse().map_or(
                Ranking::Unclear("name the resumes to rank, or one of your jobs by its id"),
                Ranking::OwnResumes,
            ),
            (Some(resume), _) => Ranking::Postings { resume: resume.clone(), files },
            (_, Some(job)) => Ranking::Resumes { job: job.clone(), files },
            (None, None) => {
                Ranking::Unclear("say --resume to rank postings or --job to rank resumes")
            }
        }
    }
}

/// Your jobs.
#[derive(Debug, Subcommand)]
pub(crate) enum Jobs {
    /// List them, stage by stage.
    List,
    /// Add one, or several where a page, a mail or a folder holds several.
    Add {
        /// The posting: a file that `ats job` reads, a folder of them, an address that begins with
        /// https://, or `-` for text on standard input.
        #[arg(value_name = "FILE|FOLDER|URL")]
        file: Option<PathBuf>,
        /// Which of several postings to add, as numbers from 1 on or `all`; without it they are
        /// only listed.
        #[arg(long, value_name = "1,2,…|all", value_parser = picks)]
        pick: Option<Picks>,
        /// The title, where there is no posting or it says it badly.
        #[arg(long, default_value = "")]
        title: String,
        /// The employer.
        #[arg(long, default_value = "")]
        company: String,
        /// Where it was found.
        #[arg(long, default_value = "")]
        url: String,
    },
    /// Move one to another stage.
    Move {
        /// Its id.
        id: domain::JobId,
        /// saved, applied, screening, interview, offer or closed.
        #[arg(value_parser = stage)]
        stage: domain::jobs::Stage,
    },
    /// Show everything about one.
    Show {
        /// Its id.
        id: domain::JobId,
    },
    /// Read its posting once more at its address; what you said about it stays.
    Refresh {
        /// Its id.
        id: domain::JobId,
    },
    /// List what its posting was found in, or write the latest of it byte for byte.
    Snapshots {
        /// Its id.
        id: domain::JobId,
        /// Where to write the latest.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
}

/// Which of several postings are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Picks {
    /// Every one.
    All,
    /// Those with these numbers, counted from 0.
    Some(Vec<u32>),
}

fn picks(text: &str) -> Result<Picks, String> {
    if text == "all" {
        return Ok(Picks::All);
    }
    let number =
        |part: &str| part.trim().parse().ok().and_then(|number: u32| number.checked_sub(1));
    let all: Option<Vec<u32>> = text.split(',').map(number).collect();
    all.map(Picks::Some).ok_or_else(|| "numbers from 1 on, parted by commas, or all".to_owned())
}

/// Your resumes.
#[derive(Debug, Subcommand)]
pub(crate) enum Resumes {
    /// List them, most recently changed first.
    List,
    /// Show everything about one.
    Show {
        /// Its id.
        id: domain::ResumeId,
    },
}

fn stage(name: &str) -> Result<domain::jobs::Stage, String> {
    domain::jobs::Stage::from_name(name).ok_or_else(|| {
        let names: Vec<_> = domain::jobs::Stage::ALL.iter().map(|stage| stage.name()).collect();
        format!("stages are {}", names.join(", "))
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn what_may_be_typed_makes_sense() {
        super::Arguments::command().debug_assert();
    }
}
