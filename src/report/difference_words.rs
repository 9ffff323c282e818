//! What differs between two states, in sentences and as a table.

use super::answer_words::{answer, author, first_answers, said, subject};
use super::table::Table;
use super::words;
use crate::domain::difference::{
    AnswerDifference, AttributeDifference, ChangeKind, Condition, Difference, ProcessDifference,
    RankRange, Sides, State,
};
use crate::domain::edit::ModelRef;
use crate::domain::id::{MethodId, ProcessId};
use crate::domain::model::Model;
use crate::domain::profile::LevelRange;

/// A difference, told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DifferenceWords {
    /// What makes the two less comparable. Said before anything else.
    pub conditions: Vec<String>,
    /// How many processes rose, fell, and so on.
    pub summary: String,
    pub processes: Vec<ProcessWords>,
}

/// One process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcessWords {
    pub process: ProcessId,
    pub name: String,
    pub kind: ChangeKind,
    /// "Rose from level 1 to level 2."
    pub level: String,
    pub attributes: Vec<AttributeWords>,
}

/// One attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttributeWords {
    pub kind: ChangeKind,
    /// "PA2.1 Performance management rose from P to L".
    pub rating: String,
    /// What people said otherwise, each without a full stop.
    pub because: Vec<String>,
}

impl AttributeWords {
    /// All in one sentence: "PA2.1 Performance management rose from P to L, because the answer to … went from N to F, by Lead
    /// assessor, on 27 September 2026."
    pub fn sentence(&self) -> String {
        let link = self.link();
        if self.because.is_empty() {
            return format!("{}.", self.rating);
        }
        format!("{}{link} {}.", self.rating, self.because.join("; "))
    }

    /// What leads from the rating to the answers.
    pub fn link(&self) -> &'static str {
        match (self.because.is_empty(), self.kind) {
            (true, _) => ".",
            (false, ChangeKind::Rose | ChangeKind::Fell) => ", because",
            (false, ChangeKind::Same) => ", though",
            (false, ChangeKind::NotComparable) => ":",
        }
    }
}

/// Tells a difference. `names` says what each side is called: "21 November 2026", "today".
pub fn difference_words(
    states: Sides<State<'_>>,
    names: Sides<&str>,
    difference: &Difference,
) -> DifferenceWords {
    let conditions = difference.conditions.iter();
    let process = |found: &ProcessDifference| ProcessWords {
        process: found.process.clone(),
        name: words::process(states.to.model, &found.process),
        kind: found.kind,
        level: level(found),
        attributes: found
            .attributes
            .iter()
            .map(|found| attribute(states, found))
            .collect(),
    };
    DifferenceWords {
        conditions: conditions
            .map(|found| condition(states, names, found))
            .collect(),
        summary: summary(&difference.processes),
        processes: difference.processes.iter().map(process).collect(),
    }
}

/// The same as rows: a process, its attributes, and what people said otherwise of each.
pub fn difference_table(
    states: Sides<State<'_>>,
    names: Sides<&str>,
    difference: &Difference,
) -> Table {
    let columns = [
        "Process",
        "Attribute",
        "What was rated",
        names.from,
        names.to,
        "Change",
        "By",
        "On",
        "Note",
    ];
    let mut table = Table::new(&columns);
    for process in &difference.processes {
        let name = words::process(states.to.model, &process.process);
        let mut row = |cells: [String; 8]| {
            let row = [name.clone()].into_iter().chain(cells);
            table.rows.push(row.collect());
        };
        let none = String::new;
        let from_to = process.level.map(level_name);
        let change = kind(process.kind).to_owned();
        row([
            none(),
            none(),
            from_to.from,
            from_to.to,
            change,
            none(),
            none(),
            none(),
        ]);
        for attribute in &process.attributes {
            let id = || attribute.attribute.to_string();
            let from = letter(attribute.rank.from.as_ref());
            let to = letter(attribute.rank.to.as_ref());
            let change = kind(attribute.kind).to_owned();
            row([id(), none(), from, to, change, none(), none(), none()]);
            for found in &attribute.answers {
                let (by, on) = author(&found.answer).unwrap_or_default();
                row([
                    id(),
                    subject(states, found),
                    said(&found.answer.from),
                    said(&found.answer.to),
                    kind(found.kind).to_owned(),
                    by,
                    on,
                    found.answer.to.note.clone(),
                ]);
            }
        }
    }
    table
}

/// One word for which way something went.
pub fn kind(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Rose => "rose",
        ChangeKind::Fell => "fell",
        ChangeKind::Same => "same",
        ChangeKind::NotComparable => "not comparable",
    }
}

fn summary(processes: &[ProcessDifference]) -> String {
    if processes.is_empty() {
        return "No rating differs.".to_owned();
    }
    let count = |kind: ChangeKind| processes.iter().filter(|found| found.kind == kind).count();
    let told: Vec<String> = [
        (ChangeKind::Rose, "rose"),
        (ChangeKind::Fell, "fell"),
        (ChangeKind::Same, "kept the level"),
        (ChangeKind::NotComparable, "cannot be compared"),
    ]
    .into_iter()
    .filter(|(kind, _)| count(*kind) > 0)
    .map(|(kind, word)| format!("{} {word}", count(kind)))
    .collect();
    let processes = match processes.len() {
        1 => "1 process differs".to_owned(),
        several => format!("{several} processes differ"),
    };
    format!("{processes}: {}.", words::join(&told))
}

fn level(found: &ProcessDifference) -> String {
    let Sides { from, to } = found.level.map(level_name);
    match found.kind {
        ChangeKind::Rose => format!("Rose from {from} to {to}."),
        ChangeKind::Fell => format!("Fell from {from} to {to}."),
        ChangeKind::Same => format!("Stays at {to}."),
        ChangeKind::NotComparable => format!(
            "Not comparable: {from}, then {to}. What was not rated could be the same on both sides."
        ),
    }
}

/// "level 2", with the range where blanks leave one open.
fn level_name(level: Option<LevelRange>) -> String {
    match level {
        None => "not rated".to_owned(),
        Some(LevelRange {
            level,
            lowest,
            highest,
        }) if lowest == highest => format!("level {level}"),
        Some(LevelRange {
            level,
            lowest,
            highest,
        }) => format!("level {level} (open from {lowest} to {highest})"),
    }
}

fn attribute(states: Sides<State<'_>>, found: &AttributeDifference) -> AttributeWords {
    let name = words::attribute(states.to.model, &found.attribute);
    let from = letter(found.rank.from.as_ref());
    let to = letter(found.rank.to.as_ref());
    let rating = match found.kind {
        ChangeKind::Rose => format!("{name} rose from {from} to {to}"),
        ChangeKind::Fell => format!("{name} fell from {from} to {to}"),
        ChangeKind::Same if from == to => format!("{name} stays {to}"),
        ChangeKind::Same => format!("{name} was {from} and is {to}, the same step"),
        ChangeKind::NotComparable => {
            format!("{name} was {from} and is {to}, which is not comparable")
        }
    };
    let is_new = |answer: &&AnswerDifference| {
        answer.answer.from.what.is_none() && answer.answer.to.rating().is_some()
    };
    let (new, known): (Vec<_>, Vec<_>) = found.answers.iter().partition(is_new);
    // What went the same way comes first.
    let same_way = |answer: &&AnswerDifference| answer.kind == found.kind;
    let (first, then): (Vec<_>, Vec<_>) = known.into_iter().partition(same_way);
    let mut because: Vec<String> = first
        .into_iter()
        .chain(then)
        .map(|found| answer(states, found))
        .collect();
    match new.as_slice() {
        [_, _, ..] => because.push(first_answers(&new)),
        few => because.extend(few.iter().map(|found| answer(states, found))),
    }
    AttributeWords {
        kind: found.kind,
        rating,
        because,
    }
}

/// "P", with the range where blanks leave one open.
fn letter(range: Option<&RankRange>) -> String {
    range.map_or_else(
        || "not rated".to_owned(),
        |range| {
            if range.lowest == range.highest {
                range.rating.to_string()
            } else {
                format!("{} with ratings open", range.rating)
            }
        },
    )
}

fn condition(states: Sides<State<'_>>, names: Sides<&str>, condition: &Condition) -> String {
    match condition {
        Condition::Model(sides) => versions("model", names, sides),
        Condition::Framework(sides) => versions("measurement framework", names, sides),
        Condition::Method(sides) => {
            let title = |state: State<'_>, id: &MethodId| {
                let method = state.model.framework.method(id);
                method.map_or_else(|| id.to_string(), |method| method.title.clone())
            };
            format!(
                "The rating method differs. {}: {}. {}: {}.",
                names.from,
                title(states.from, &sides.from),
                names.to,
                title(states.to, &sides.to)
            )
        }
        Condition::HighestLevel(sides) => format!(
            "The highest level assessed differs. {}: {}. {}: {}.",
            names.from, sides.from, names.to, sides.to
        ),
        Condition::Scope(sides) => {
            let only = |name: &str, model: &Model, processes: &[ProcessId]| {
                let named: Vec<String> = processes
                    .iter()
                    .map(|process| words::process(model, process))
                    .collect();
                (!named.is_empty())
                    .then(|| format!("In scope only in {name}: {}.", words::join(&named)))
            };
            let told = [
                only(names.from, states.from.model, &sides.from),
                only(names.to, states.to.model, &sides.to),
            ];
            told.into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
    }
}

fn versions(what: &str, names: Sides<&str>, sides: &Sides<ModelRef>) -> String {
    let version = |found: &ModelRef| format!("{} {}", found.id, found.version);
    let (from, to) = (version(&sides.from), version(&sides.to));
    if from == to {
        return format!("The {what} is {to} on both sides, but its files differ.");
    }
    format!(
        "The {what} differs. {}: {from}. {}: {to}.",
        names.from, names.to
    )
}
