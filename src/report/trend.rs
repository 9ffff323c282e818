//! What a trend shows, before anybody draws it: panels one under the other over the same days.

use super::table::Table;

/// Some days, and what was on them. Days are counted from the first one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trend {
    pub title: String,
    pub description: String,
    /// The last day. At least 1, so that there is an axis.
    pub days: u32,
    /// What comes after it is planned.
    pub today: u32,
    pub ticks: Vec<Tick>,
    pub panels: Vec<Panel>,
    /// In order of time.
    pub marks: Vec<TimeMark>,
}

/// A name on the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    pub day: u32,
    pub name: String,
}

/// One panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    pub name: String,
    pub body: Body,
}

/// What a panel shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    Steps(Steps),
    Bands(Bands),
    Readings(Readings),
}

/// A level or a rating that stands until it changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steps {
    /// The names of the values, lowest first.
    pub rows: Vec<String>,
    /// By its place in `rows`.
    pub target: Option<u8>,
    /// In order of time.
    pub steps: Vec<Step>,
}

/// What stands from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub day: u32,
    pub date: String,
    /// None where nothing is rated.
    pub value: Option<u8>,
    /// The range that the blanks leave open; none where there is nothing open.
    pub range: Option<(u8, u8)>,
    /// Whether any of it came along from an earlier assessment and was not looked at since.
    pub carried: bool,
}

/// How many of some processes were in each of some states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bands {
    /// The states from the top down: not rated, then the levels from the lowest.
    pub names: Vec<String>,
    /// In order of time.
    pub days: Vec<BandDay>,
}

/// The counts that stand from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BandDay {
    pub day: u32,
    pub date: String,
    /// One for each name.
    pub counts: Vec<u32>,
    /// How many of those rated have a level that blanks leave open.
    pub open: u32,
    /// How many reach the target that they have today.
    pub on_target: u32,
}

/// What a success measure read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readings {
    /// In order of time.
    pub readings: Vec<Reading>,
    pub baseline: Option<Value>,
    pub target: Option<Value>,
}

/// One reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    pub day: u32,
    pub date: String,
    pub value: Value,
}

/// A number of a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    pub thousandths: i64,
    /// With its unit.
    pub words: String,
}

/// Something marked on the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeMark {
    pub day: u32,
    pub date: String,
    pub kind: MarkKind,
    pub name: String,
}

/// What is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkKind {
    Milestone,
    ActionDone,
    ActionDue,
}

impl MarkKind {
    pub fn words(self) -> &'static str {
        match self {
            Self::Milestone => "Milestone",
            Self::ActionDone => "Action done",
            Self::ActionDue => "Action due",
        }
    }
}

impl Trend {
    /// The same as tables, each with what it is about.
    pub fn tables(&self) -> Vec<(&'static str, Table)> {
        let tables = [
            ("Levels and ratings", self.steps_table()),
            ("Processes at each level", self.bands_table()),
            ("Measures of success", self.readings_table()),
            ("Marked on the axis", self.marks_table()),
        ];
        let full = tables
            .into_iter()
            .filter(|(_, table)| !table.rows.is_empty());
        full.collect()
    }

    fn steps_table(&self) -> Table {
        let mut table = Table::new(&[
            "What",
            "From",
            "Value",
            "Left open",
            "Carried over",
            "Target",
        ]);
        for panel in &self.panels {
            let Body::Steps(found) = &panel.body else {
                continue;
            };
            let name = |place: u8| found.rows.get(usize::from(place)).cloned();
            let target = found.target.and_then(name);
            table.rows.extend(found.steps.iter().map(|step| {
                let value = step.value.and_then(name);
                let range = step
                    .range
                    .and_then(|(from, to)| Some(format!("{} to {}", name(from)?, name(to)?)));
                vec![
                    panel.name.clone(),
                    step.date.clone(),
                    value.unwrap_or_else(|| "not rated".to_owned()),
                    range.unwrap_or_else(|| "none".to_owned()),
                    if step.carried { "partly" } else { "no" }.to_owned(),
                    target.clone().unwrap_or_else(|| "none".to_owned()),
                ]
            }));
        }
        table
    }

    fn bands_table(&self) -> Table {
        let mut table = Table::default();
        for panel in &self.panels {
            let Body::Bands(found) = &panel.body else {
                continue;
            };
            let first = ["From".to_owned()].into_iter();
            let last = ["Level left open", "On target"].map(str::to_owned);
            table.columns = first
                .chain(found.names.iter().cloned())
                .chain(last)
                .collect();
            table.rows.extend(found.days.iter().map(|day| {
                let counts = day.counts.iter().chain([&day.open, &day.on_target]);
                let cells = counts.map(ToString::to_string);
                [day.date.clone()].into_iter().chain(cells).collect()
            }));
        }
        table
    }

    fn readings_table(&self) -> Table {
        let mut table = Table::new(&["Measure", "On", "Reading", "Baseline", "Target"]);
        let words = |value: &Option<Value>| {
            let value = value.as_ref();
            value.map_or_else(|| "not said".to_owned(), |value| value.words.clone())
        };
        for panel in &self.panels {
            let Body::Readings(found) = &panel.body else {
                continue;
            };
            table.rows.extend(found.readings.iter().map(|reading| {
                vec![
                    panel.name.clone(),
                    reading.date.clone(),
                    reading.value.words.clone(),
                    words(&found.baseline),
                    words(&found.target),
                ]
            }));
        }
        table
    }

    fn marks_table(&self) -> Table {
        let mut table = Table::new(&["Number", "On", "What", "Name"]);
        table
            .rows
            .extend((1..).zip(&self.marks).map(|(number, mark): (u32, _)| {
                vec![
                    number.to_string(),
                    mark.date.clone(),
                    mark.kind.words().to_owned(),
                    mark.name.clone(),
                ]
            }));
        table
    }
}
