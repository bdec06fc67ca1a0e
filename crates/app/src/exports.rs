//! Documents out: previewed, written as a whole, and read back to prove that nothing was lost.

use std::path::PathBuf;

use domain::{
    ResumeId,
    jobs::ActivityKind,
    resumes::{Lost, Resume, Template},
};
use serde::Serialize;

use crate::{
    App, Result,
    activity::About,
    error::name_of,
    files::{free_name, write_whole},
};

/// A resume as it will look and as a parser will read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Preview {
    /// One SVG a page.
    pub pages: Vec<String>,
    /// What a parser reads in the PDF, line by line.
    pub text: String,
    /// Words of the resume that a parser would not find.
    pub lost: Vec<Lost>,
    /// Characters that no font of ours can show.
    pub missing_glyphs: Vec<String>,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// Where it is.
    pub path: PathBuf,
    /// How many pages it has.
    pub pages: u32,
    /// See [`Preview::lost`].
    pub lost: Vec<Lost>,
    /// See [`Preview::missing_glyphs`].
    pub missing_glyphs: Vec<String>,
}

/// Where an export goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExportTo {
    /// Among the user's documents, under a new name.
    Documents,
    /// Where the user said, over what is there.
    File(PathBuf),
}

impl App {
    /// Every template there is.
    pub fn list_templates(&self) -> Vec<Template> {
        self.bench.templates()
    }

    /// Shows a resume as it will look and as a parser will read it.
    ///
    /// # Errors
    /// What the template reports.
    pub async fn preview_resume(&self, id: ResumeId, template: &str) -> Result<Preview> {
        let resume = self.store.get_resume(id).await?.resume;
        let pages = self.bench.render_svg(resume.clone(), template.to_owned()).await?;
        let pdf = self.bench.render(resume.clone(), template.to_owned()).await?;
        let text = self.bench.read_back(pdf.bytes).await?;
        let lost = documents::typeset::check(&resume, &text);
        Ok(Preview { pages, text, lost, missing_glyphs: pdf.missing_glyphs })
    }

    /// Writes a resume as a PDF and reads it back.
    ///
    /// # Errors
    /// What the template reports, or why the file cannot be written; an older file stays intact.
    pub async fn export_resume(
        &self,
        id: ResumeId,
        template: &str,
        to: ExportTo,
    ) -> Result<Exported> {
        let stored = self.store.get_resume(id).await?;
        let resume = stored.resume;
        let pdf = self.bench.render(resume.clone(), template.to_owned()).await?;
        let text = self.bench.read_back(pdf.bytes.clone()).await?;
        let lost = documents::typeset::check(&resume, &text);
        let path = match to {
            ExportTo::Documents => free_name(&self.folders.documents, &file_stem(&resume), "pdf"),
            ExportTo::File(path) => path,
        };
        write_whole(&path, &pdf.bytes)?;
        self.note(ActivityKind::ResumeExported, About::Resume(id), &name_of(&path)).await?;
        tracing::info!(%id, pages = pdf.pages, lost = lost.len(), "exported");
        Ok(Exported {
            path,
            pages: u32::try_from(pdf.pages).unwrap_or(u32::MAX),
            lost,
            missing_glyphs: pdf.missing_glyphs,
        })
    }

    /// The name an export of this resume would get: `First_Last_Role.pdf`.
    ///
    /// # Errors
    /// When there is none with this id.
    pub async fn export_name(&self, id: ResumeId) -> Result<String> {
        Ok(file_stem(&self.store.get_resume(id).await?.resume) + ".pdf")
    }
}

/// `First_Last_Role`, safe in every file system.
fn file_stem(resume: &Resume) -> String {
    let words = format!("{} {}", resume.basics.name, resume.basics.label);
    let stem = words
        .split(|ch: char| !ch.is_alphanumeric() && ch != '-')
        .filter(|word| !word.is_empty())
        .take(8)
        .collect::<Vec<_>>()
        .join("_");
    let stem: String = stem.chars().take(80).collect();
    if stem.is_empty() { "Resume".into() } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_the_person_and_the_role() {
        let mut resume = Resume::default();
        assert_eq!(file_stem(&resume), "Resume");
        resume.basics.name = "Zoë O'Brien-Łuk".into();
        resume.basics.label = "RN / ICU: ../../etc".into();
        assert_eq!(file_stem(&resume), "Zoë_O_Brien-Łuk_RN_ICU_etc");
    }
}
