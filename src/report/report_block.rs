//! What a report is made of: paragraphs, lists, tables and charts. A renderer that shows these shows every report.

use super::bars::Bars;
use super::radar::Radar;
use super::risk_map::RiskMap;
use super::roadmap::Roadmap;

/// One piece of a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    Text(String),
    /// Something that must not be overlooked.
    Remark(String),
    /// What is asked, and what is said to it.
    Facts(Vec<(String, String)>),
    List {
        title: String,
        items: Vec<String>,
    },
    Table(ReportTable),
    Picture(Picture),
    /// Blocks under a heading, with the level of a process where it is about one.
    Part {
        title: String,
        level: Option<LevelMark>,
        blocks: Vec<Block>,
    },
    /// Blocks side by side where there is room.
    Beside(Vec<Vec<Block>>),
}

/// A table. The first cell of each row names the row.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportTable {
    pub caption: String,
    pub columns: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text(String),
    /// A rating with its place on the scale, 0 for the lowest; none where there is no rating.
    Rating {
        letter: String,
        rank: Option<u8>,
    },
    Level(LevelMark),
    /// A page of the web that may be opened.
    Link(String),
    /// A picture that people pasted, by an address that has it all, and what it shows.
    Image {
        address: String,
        shows: String,
    },
    /// Several, one below the other.
    Lines(Vec<Cell>),
}

/// A level as it is marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelMark {
    /// None where nothing is rated.
    pub level: Option<u8>,
    /// "2", "2 (1 to 3)", "not rated".
    pub words: String,
}

/// A chart before anybody draws it.
#[derive(Clone, Debug, PartialEq)]
pub enum Picture {
    Radar(Radar),
    Bars(Bars),
    RiskMap(RiskMap),
    Roadmap(Roadmap),
}

impl ReportTable {
    pub fn new(caption: &str, columns: &[&str]) -> Self {
        Self {
            caption: caption.to_owned(),
            columns: columns.iter().map(|&column| column.to_owned()).collect(),
            rows: Vec::new(),
        }
    }
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

impl Picture {
    pub fn title(&self) -> &str {
        match self {
            Self::Radar(found) => &found.title,
            Self::Bars(found) => &found.title,
            Self::RiskMap(found) => &found.title,
            Self::Roadmap(found) => &found.title,
        }
    }

    pub fn description(&self) -> &str {
        match self {
            Self::Radar(found) => &found.description,
            Self::Bars(found) => &found.description,
            Self::RiskMap(found) => &found.description,
            Self::Roadmap(found) => &found.description,
        }
    }
}
