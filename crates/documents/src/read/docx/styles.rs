//! What styles and lists say about paragraphs and text, with what they inherit.

use std::collections::HashMap;

use domain::page::{FlowRole, FlowRun};

use crate::read::xml::Element;

/// A style may be based on one that is based on one, this often.
const MAX_CHAIN: usize = 16;

/// The part of a look that some place sets; the rest comes from elsewhere.
#[derive(Debug, Clone, Default)]
pub(super) struct Look {
    bold: Option<bool>,
    italic: Option<bool>,
    hidden: Option<bool>,
    size: Option<f32>,
    colour: Option<[u8; 3]>,
    pub(super) style: Option<String>,
    pub(super) shaded: bool,
}

/// The part of a paragraph's shape that some place sets.
#[derive(Debug, Clone, Default)]
pub(super) struct Shape {
    pub(super) style: Option<String>,
    pub(super) indent: Option<f32>,
    pub(super) space_before: Option<f32>,
    pub(super) list: Option<String>,
    pub(super) level: Option<u8>,
    pub(super) outline: Option<u8>,
    pub(super) shaded: bool,
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    base: Option<String>,
    look: Look,
    shape: Shape,
}

/// All styles and lists of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    default_paragraph: Option<String>,
    base: Look,
    /// The indent of each level that shows a bullet or number, by list.
    lists: HashMap<String, HashMap<u8, f32>>,
}

impl Look {
    /// What run properties set.
    pub(super) fn of(properties: Option<&Element<'_>>) -> Self {
        let Some(properties) = properties else { return Self::default() };
        let flag = |name: &str| properties.child(name).map(is_on);
        Self {
            bold: flag("b"),
            italic: flag("i"),
            hidden: flag("vanish"),
            size: properties.child("sz").and_then(|it| it.number("val")).map(|half| half / 2.0),
            colour: properties.child("color").and_then(|it| colour(&it.attribute("val")?)),
            style: properties.child("rStyle").and_then(|it| it.attribute("val")),
            shaded: is_shaded(properties) || properties.child("highlight").is_some(),
        }
    }

    /// What it sets, and otherwise what `under` sets.
    pub(super) fn over(self, under: &Self) -> Self {
        Self {
            bold: self.bold.or(under.bold),
            italic: self.italic.or(under.italic),
            hidden: self.hidden.or(under.hidden),
            size: self.size.or(under.size),
            colour: self.colour.or(under.colour),
            style: self.style,
            shaded: self.shaded || under.shaded,
        }
    }

    /// The look as text carries it.
    pub(super) fn run(&self) -> FlowRun {
        FlowRun {
            bold: self.bold.unwrap_or(false),
            italic: self.italic.unwrap_or(false),
            size: self.size.unwrap_or(0.0),
            colour: self.colour.unwrap_or_default(),
            ..FlowRun::default()
        }
    }

    /// Whether a person cannot see such text on white.
    pub(super) fn is_unseen(&self) -> bool {
        let is_white = self.colour.is_some_and(|it| it.iter().all(|part| *part >= 242));
        self.hidden == Some(true)
            || is_white && !self.shaded
            || self.size.is_some_and(|size| size < 2.0)
    }
}

impl Shape {
    /// What paragraph properties set.
    pub(super) fn of(properties: Option<&Element<'_>>) -> Self {
        let Some(properties) = properties else { return Self::default() };
        let value = |path: &[&str]| properties.at(path).and_then(|it| it.attribute("val"));
        let indent = properties.child("ind");
        let indent = indent.and_then(|it| it.number("left").or_else(|| it.number("start")));
        Self {
            style: value(&["pStyle"]),
            indent: indent.map(|twips| twips / 20.0),
            space_before: properties
                .child("spacing")
                .and_then(|it| it.number("before"))
                .map(|twips| twips / 20.0),
            list: value(&["numPr", "numId"]),
            level: value(&["numPr", "ilvl"]).and_then(|it| it.parse().ok()),
            outline: value(&["outlineLvl"]).and_then(|it| it.parse().ok()),
            shaded: is_shaded(properties),
        }
    }

    fn over(self, under: &Self) -> Self {
        Self {
            style: self.style,
            indent: self.indent.or(under.indent),
            space_before: self.space_before.or(under.space_before),
            list: self.list.or_else(|| under.list.clone()),
            level: self.level.or(under.level),
            outline: self.outline.or(under.outline),
            shaded: self.shaded || under.shaded,
        }
    }
}

impl Styles {
    /// Reads `styles.xml` and `numbering.xml`.
    pub(super) fn new(styles: &Element<'_>, numbering: &Element<'_>) -> Self {
        let mut all = Self { lists: lists(numbering), ..Self::default() };
        let Some(root) = styles.child("styles") else { return all };
        all.base = Look::of(root.at(&["docDefaults", "rPrDefault", "rPr"]));
        for element in root.elements().filter(|it| it.name() == "style") {
            let Some(id) = element.attribute("styleId") else { continue };
            let value = |name: &str| element.child(name).and_then(|it| it.attribute("val"));
            let is_default = element.attribute("default").is_some_and(|it| it == "1");
            if is_default && element.attribute("type").as_deref() == Some("paragraph") {
                all.default_paragraph = Some(id.clone());
            }
            let style = Style {
                name: value("name").unwrap_or_default().to_lowercase(),
                base: value("basedOn"),
                look: Look::of(element.child("rPr")),
                shape: Shape::of(element.child("pPr")),
            };
            all.styles.insert(id, style);
        }
        all
    }

    /// The style of this id and all it is based on, nearest first.
    fn chain(&self, id: Option<&String>) -> Vec<&Style> {
        let mut chain = Vec::new();
        let mut next = id;
        while let Some(style) = next.and_then(|id| self.styles.get(id)) {
            chain.push(style);
            next = style.base.as_ref();
            if chain.len() == MAX_CHAIN {
                break;
            }
        }
        chain
    }

    /// A paragraph's shape with all it inherits, its role, and how its text looks by default.
    pub(super) fn paragraph(&self, own: Shape) -> (Shape, FlowRole, Look) {
        let chain = self.chain(own.style.as_ref().or(self.default_paragraph.as_ref()));
        let role = chain.iter().find_map(|style| role(&style.name));
        let mut shape = own;
        let mut look = Look::default();
        for style in &chain {
            shape = shape.over(&style.shape);
            look = look.over(&style.look);
        }
        let outline = shape.outline.filter(|level| *level < 9);
        let role = role.or_else(|| outline.map(|level| FlowRole::Heading(level + 1)));
        (shape, role.unwrap_or_default(), look.over(&self.base))
    }

    /// A run's look with all it inherits.
    pub(super) fn run(&self, own: Look, paragraph: &Look) -> Look {
        let chain = self.chain(own.style.as_ref());
        let mut look = own.clone();
        for style in chain {
            look = look.over(&style.look);
        }
        look.over(paragraph)
    }

    /// The list level that a paragraph is on, and the indent that the list gives it.
    pub(super) fn list_level(&self, shape: &Shape) -> Option<(u8, f32)> {
        let list = self.lists.get(shape.list.as_ref()?)?;
        let level = shape.level.unwrap_or(0);
        list.get(&level).map(|indent| (level, *indent))
    }
}

fn role(name: &str) -> Option<FlowRole> {
    if name == "title" {
        return Some(FlowRole::Title);
    }
    let level = name.strip_prefix("heading ")?.trim().parse().ok()?;
    (1..=9).contains(&level).then_some(FlowRole::Heading(level))
}

fn lists(numbering: &Element<'_>) -> HashMap<String, HashMap<u8, f32>> {
    let Some(root) = numbering.child("numbering") else { return HashMap::new() };
    let mut kinds = HashMap::new();
    for kind in root.elements().filter(|it| it.name() == "abstractNum") {
        let mut levels = HashMap::new();
        for level in kind.elements().filter(|it| it.name() == "lvl") {
            let format = level.child("numFmt").and_then(|it| it.attribute("val"));
            let Some(number) = level.attribute("ilvl").and_then(|it| it.parse::<u8>().ok()) else {
                continue;
            };
            if format.as_deref() != Some("none") {
                let indent = Shape::of(level.child("pPr")).indent.unwrap_or(0.0);
                levels.insert(number, indent);
            }
        }
        kinds.insert(kind.attribute("abstractNumId"), levels);
    }
    let uses = root.elements().filter(|it| it.name() == "num");
    uses.filter_map(|list| {
        let kind = list.child("abstractNumId")?.attribute("val");
        Some((list.attribute("numId")?, kinds.get(&kind)?.clone()))
    })
    .collect()
}

fn is_on(element: &Element<'_>) -> bool {
    !matches!(element.attribute("val").as_deref(), Some("0" | "false" | "off" | "none"))
}

/// Whether properties give text a coloured ground.
pub(super) fn is_shaded(properties: &Element<'_>) -> bool {
    let fill = properties.child("shd").and_then(|it| it.attribute("fill"));
    fill.is_some_and(|fill| !matches!(fill.to_lowercase().as_str(), "auto" | "ffffff"))
}

fn colour(hex: &str) -> Option<[u8; 3]> {
    let number = u32::from_str_radix(hex, 16).ok().filter(|_| hex.len() == 6)?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some([red, green, blue])
}
