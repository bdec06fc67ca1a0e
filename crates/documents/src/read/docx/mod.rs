//! DOCX: paragraphs, tables and text boxes in the order they are written, header first.

mod facts;
mod styles;
mod walk;

use std::collections::HashMap;

use domain::{
    facts::{FileFacts, Hidden},
    page::{Document, FlowRole, Format, Warning, WarningCode},
};

use self::{
    styles::Styles,
    walk::{Context, Walk},
};
use super::{Attachment, MAX_ATTACHMENT, MAX_ATTACHMENTS, flow::Flow, package::Package, xml};
use crate::Error;

/// Headers and footers beyond these are left out.
const MAX_PARTS: usize = 12;

/// Where relations of a part lead, by id.
type Relations = HashMap<String, String>;

/// Reads a DOCX file.
pub(super) fn read(mut package: Package<'_>) -> Result<(Document, Vec<Attachment>), Error> {
    let main = main_part(&mut package)?;
    let body = package.part(&main)?.ok_or(Error::Damaged)?;
    let tree = xml::parse(&body)?;
    let styles_text = package.part(&beside(&main, "styles.xml"))?.unwrap_or_default();
    let numbering_text = package.part(&beside(&main, "numbering.xml"))?.unwrap_or_default();
    let styles = Styles::new(&xml::parse(&styles_text)?.root, &xml::parse(&numbering_text)?.root);

    let mut document = Document { format: Format::Docx, ..Document::default() };
    document.metadata = metadata(&mut package)?;
    let relations = relations(&mut package, &main)?;
    let mut walk = Walk::new(&styles, Flow::default());
    let references = tree.root.all("headerReference");
    read_edges(&mut walk, &mut package, &references, &relations, &main, FlowRole::Header)?;
    walk.enter(&tree.root, &relations, &Context::default());
    let references = tree.root.all("footerReference");
    read_edges(&mut walk, &mut package, &references, &relations, &main, FlowRole::Footer)?;

    let (flow, hidden, faint) = walk.finish();
    flow.finish(&mut document);
    document.facts = noticed(&mut package, &main, &tree.root, &numbering_text)?;
    document.facts.faint = faint;
    if document.flow.is_empty() && package.has_pictures() {
        return Err(Error::Scanned);
    }
    if tree.is_cut || package.is_damaged {
        let detail = String::new();
        document.warnings.push(Warning { code: WarningCode::Damaged, detail });
    }
    if !hidden.trim().is_empty() {
        let detail = hidden.trim().to_owned();
        document.facts.hidden.push(Hidden { page: 0, text: detail.clone() });
        document.warnings.push(Warning { code: WarningCode::HiddenText, detail });
    }
    let attachments = carried(&mut package);
    Ok((document, attachments))
}

/// What marks the part of custom XML that carries a resume.
const CARRIED: &str = "urn:atspro:resume:1";

/// The resumes that the document carries as data, each the text of a part of custom XML.
fn carried(package: &mut Package<'_>) -> Vec<Attachment> {
    let names = package.names().into_iter().filter(|name| {
        name.starts_with("customXml/item") && name.ends_with(".xml") && !name.contains("Props")
    });
    let names: Vec<String> = names.take(MAX_ATTACHMENTS).collect();
    let mut found = Vec::new();
    for name in names {
        let Ok(Some(text)) = package.part(&name) else { continue };
        if text.len() > MAX_ATTACHMENT || !text.contains(CARRIED) {
            continue;
        }
        let tree = xml::parse(&text).ok();
        let resume = tree.and_then(|tree| Some(tree.root.child("resume")?.text()));
        found.extend(resume.map(|text| Attachment { bytes: text.into_bytes() }));
    }
    found
}

/// What is noticed beside the text.
fn noticed(
    package: &mut Package<'_>,
    main: &str,
    body: &xml::Element<'_>,
    numbering: &str,
) -> Result<FileFacts, Error> {
    const DIAGRAMS: usize = 5;
    let mut found = FileFacts::default();
    facts::of_body(body, &mut found);
    facts::of_numbering(body, &xml::parse(numbering)?.root, &mut found);
    if let Some(text) = package.part(&beside(main, "comments.xml"))? {
        facts::of_comments(&xml::parse(&text)?.root, &mut found);
    }
    for number in 1..=DIAGRAMS {
        let name = beside(main, &format!("diagrams/data{number}.xml"));
        let Some(text) = package.part(&name)? else { break };
        facts::of_diagram(&xml::parse(&text)?.root, &mut found);
    }
    Ok(found)
}

/// Reads headers or footers, each text once.
fn read_edges(
    walk: &mut Walk<'_>,
    package: &mut Package<'_>,
    references: &[&xml::Element<'_>],
    from: &Relations,
    main: &str,
    role: FlowRole,
) -> Result<(), Error> {
    let mut seen = Vec::new();
    for reference in references.iter().take(MAX_PARTS) {
        let Some(target) = reference.attribute("id").and_then(|id| from.get(&id)) else { continue };
        let name = beside(main, target);
        let Some(text) = package.part(&name)? else { continue };
        if seen.contains(&text) {
            continue;
        }
        let links = relations(package, &name)?;
        let tree = xml::parse(&text)?;
        walk.enter(&tree.root, &links, &Context::edge(role));
        seen.push(text);
    }
    Ok(())
}

fn main_part(package: &mut Package<'_>) -> Result<String, Error> {
    let usual = "word/document.xml";
    if package.has(usual) {
        return Ok(usual.to_owned());
    }
    let text = package.part("_rels/.rels")?.ok_or(Error::Damaged)?;
    let tree = xml::parse(&text)?;
    tree.root
        .all("Relationship")
        .into_iter()
        .filter(|it| it.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument")))
        .find_map(|it| it.attribute("Target"))
        .map(|target| target.trim_start_matches('/').to_owned())
        .ok_or(Error::Damaged)
}

/// The name of a part that is given relative to another.
fn beside(main: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/{target}").trim_start_matches('/').to_owned()
}

fn relations(package: &mut Package<'_>, part: &str) -> Result<Relations, Error> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let name = format!("{folder}/_rels/{file}.rels");
    let Some(text) = package.part(name.trim_start_matches('/'))? else {
        return Ok(Relations::new());
    };
    let tree = xml::parse(&text)?;
    let all = tree.root.all("Relationship").into_iter();
    Ok(all.filter_map(|it| Some((it.attribute("Id")?, it.attribute("Target")?))).collect())
}

fn metadata(package: &mut Package<'_>) -> Result<Vec<(String, String)>, Error> {
    let Some(text) = package.part("docProps/core.xml")? else { return Ok(Vec::new()) };
    let tree = xml::parse(&text)?;
    let named = [("title", "title"), ("author", "creator"), ("comments", "description")];
    Ok(named
        .into_iter()
        .filter_map(|(name, tag)| {
            let value = tree.root.all(tag).first()?.text().trim().to_owned();
            (!value.is_empty()).then(|| (name.to_owned(), value))
        })
        .collect())
}
