//! What would be if ratings were otherwise, beside what is today: levels, risk and readiness for a standard.

use super::readiness_table::{counts, support};
use super::risk_table::risk_table;
use super::words;
use crate::domain::assessment::Assessment;
use crate::domain::crosswalk::Crosswalk;
use crate::domain::edit::Edit;
use crate::domain::experiment::Experiment;
use crate::domain::id::{AttributeId, ProcessId};
use crate::domain::lift::rank_now;
use crate::domain::model::Model;
use crate::domain::readiness::readiness;
use crate::domain::result::{AttributeResult, ProcessResult, Standing, process_result};
use crate::domain::scale::{Rank, Rating};
use crate::domain::subject::{Item, Subject};
use crate::domain::target::{AttributeTarget, level_rank};

/// Today and what would be, side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIf {
    /// Ids of the attributes in scope, in the order of the framework.
    pub attributes: Vec<AttributeId>,
    pub rows: Vec<WhatIfRow>,
    /// Clauses by what the ratings say of them: "supported", with how many there are. Empty without a crosswalk.
    pub clauses: Vec<(&'static str, Turn)>,
}

/// One process.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIfRow {
    pub process: ProcessId,
    pub name: String,
    pub cells: Vec<WhatIfCell>,
    pub level: Turn,
    /// None where the framework has no tables of risk.
    pub risk: Option<Turn>,
}

/// The rating of one attribute, in whole steps of the scale. None is not rated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WhatIfCell {
    pub today: Option<Rank>,
    /// What the tried ratings stand on.
    pub base: Option<Rank>,
    pub then: Option<Rank>,
}

/// Something as it is today and as it would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    pub today: String,
    pub then: String,
}

/// What is rated under an attribute, and how it would stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Tried {
    pub attribute: String,
    pub subject: Subject,
    pub item: String,
    pub text: String,
    pub cell: WhatIfCell,
    /// Whether the attribute is settled as a whole, so that this rating moves nothing.
    pub settled: bool,
}

/// Computes an experiment. `today` holds the results of the processes in scope.
pub fn what_if(
    model: &Model,
    assessment: &Assessment,
    today: &[ProcessResult],
    experiment: &Experiment,
    crosswalk: Option<&Crosswalk>,
) -> WhatIf {
    let base = experiment.base(model, assessment);
    let tried = experiment.over(model, &base);
    let compute = |assessment: &Assessment| -> Vec<ProcessResult> {
        let processes = today.iter().map(|result| &result.process);
        processes
            .map(|process| process_result(model, assessment, process))
            .collect()
    };
    let (of_base, then) = (compute(&base), compute(&tried));
    let risks = model.framework.risk.as_ref().map(|rules| {
        let risks = |assessment: &Assessment, results: &[ProcessResult]| {
            let rows = risk_table(model, assessment, rules, results).rows;
            rows.into_iter().map(|row| row.overall).collect::<Vec<_>>()
        };
        (risks(assessment, today), risks(&tried, &then))
    });
    let row = |place: usize| {
        let (today, base, then) = (&today[place], &of_base[place], &then[place]);
        let cells = today.attributes.iter().map(|found| {
            let rank = |result: &ProcessResult| {
                let attribute = result.attribute(&found.attribute);
                attribute.and_then(|found| found.standing.rank())
            };
            WhatIfCell {
                today: found.standing.rank(),
                base: rank(base),
                then: rank(then),
            }
        });
        WhatIfRow {
            process: today.process.clone(),
            name: words::process(model, &today.process),
            cells: cells.collect(),
            level: Turn {
                today: level(today),
                then: level(then),
            },
            risk: risks.as_ref().map(|(today, then)| Turn {
                today: today[place].clone(),
                then: then[place].clone(),
            }),
        }
    };
    let clauses = crosswalk.map_or_else(Vec::new, |crosswalk| {
        let now = counts(&readiness(model, assessment, today, crosswalk));
        let then = counts(&readiness(model, &tried, &then, crosswalk));
        let turns = now.into_iter().zip(then);
        turns
            .map(|((kind, now), (_, then))| {
                let turn = Turn {
                    today: now.to_string(),
                    then: then.to_string(),
                };
                (support(kind), turn)
            })
            .collect()
    });
    let attributes = model.attributes(assessment.highest_level);
    WhatIf {
        attributes: attributes.map(|attribute| attribute.id.clone()).collect(),
        rows: (0..today.len()).map(row).collect(),
        clauses,
    }
}

/// What is rated under the attributes of one process, in all its instances at once.
pub fn tried(
    model: &Model,
    assessment: &Assessment,
    experiment: &Experiment,
    process: &ProcessId,
) -> Vec<Tried> {
    let base = experiment.base(model, assessment);
    let then = experiment.over(model, &base);
    let results = [assessment, &base, &then].map(|found| process_result(model, found, process));
    let mut all = Vec::new();
    for attribute in model.attributes(assessment.highest_level) {
        let standing = results[2].attribute(&attribute.id);
        let settled = standing.is_some_and(is_settled);
        for indicator in model.indicators(process, attribute) {
            let subject = Subject {
                process: process.clone(),
                instance: None,
                item: Item::Indicator(indicator.id.clone()),
            };
            let rank = |found: &Assessment, result| rank_now(model, found, result, &subject);
            all.push(Tried {
                attribute: words::attribute(model, &attribute.id),
                item: indicator.id.to_string(),
                text: indicator.text.clone(),
                cell: WhatIfCell {
                    today: rank(assessment, &results[0]),
                    base: rank(&base, &results[1]),
                    then: rank(&then, &results[2]),
                },
                settled,
                subject,
            });
        }
    }
    all
}

fn is_settled(found: &AttributeResult) -> bool {
    matches!(found.standing, Standing::Settled { .. })
}

/// The level, once anything is rated.
fn level(result: &ProcessResult) -> String {
    let rated = |found: &AttributeResult| found.standing.rank().is_some();
    if result.attributes.iter().any(rated) {
        result.level.to_string()
    } else {
        "not rated".to_owned()
    }
}

impl Turn {
    pub fn changes(&self) -> bool {
        self.today != self.then
    }
}

impl WhatIfCell {
    pub fn changes(self) -> bool {
        self.today != self.then
    }
}

impl WhatIf {
    /// How many attribute ratings differ from today.
    pub fn changed(&self) -> usize {
        let cells = self.rows.iter().flat_map(|row| &row.cells);
        cells.filter(|cell| cell.changes()).count()
    }

    /// What the experiment changes, in sentences.
    pub fn sentences(&self) -> Vec<String> {
        let changed = self.changed();
        if changed == 0 {
            return vec!["Nothing differs from today.".to_owned()];
        }
        let mut sentences = vec![format!(
            "{} otherwise than today.",
            words::count(changed, "attribute rating")
        )];
        let levels = self.rows.iter().map(|row| (&row.process, &row.level));
        sentences.push(told("Level", "No level changes.", levels));
        let risks = self
            .rows
            .iter()
            .filter_map(|row| Some((&row.process, row.risk.as_ref()?)));
        if self.rows.iter().any(|row| row.risk.is_some()) {
            sentences.push(told("Risk", "No risk changes.", risks));
        }
        let supported = self.clauses.first();
        if let Some((kind, turn)) = supported.filter(|(_, turn)| turn.changes()) {
            sentences.push(format!("Clauses {kind}: {} to {}.", turn.today, turn.then));
        }
        sentences
    }

    /// The edits that make attribute targets of all that differs from today. What the level asks for anyway is no adjustment.
    pub fn targets(&self, model: &Model, assessment: &Assessment) -> Vec<Edit> {
        let mut edits = Vec::new();
        for row in &self.rows {
            let level = assessment
                .target
                .level(&row.process)
                .min(assessment.highest_level);
            for (id, cell) in self.attributes.iter().zip(&row.cells) {
                let (Some(then), true) = (cell.then, cell.changes()) else {
                    continue;
                };
                let attribute = model.framework.attribute(id);
                let asked = attribute.and_then(|found| level_rank(model, found, level));
                let rating = model.framework.scale.rating(then).clone();
                edits.push(Edit::SetAttributeTarget {
                    process: row.process.clone(),
                    attribute: id.clone(),
                    target: (asked != Some(then)).then_some(AttributeTarget::Rating(rating)),
                });
            }
        }
        edits
    }
}

/// "Level: RES-1 from 1 to 2, CON-1 from 0 to 1."
fn told<'a>(
    what: &str,
    nothing: &str,
    turns: impl Iterator<Item = (&'a ProcessId, &'a Turn)>,
) -> String {
    let changed = turns.filter(|(_, turn)| turn.changes());
    let changed: Vec<String> = changed
        .map(|(process, turn)| format!("{process} from {} to {}", turn.today, turn.then))
        .collect();
    match changed.as_slice() {
        [] => nothing.to_owned(),
        changed => format!("{what}: {}.", changed.join(", ")),
    }
}

/// The rating of a rank, "·" for not rated.
pub fn letter(model: &Model, rank: Option<Rank>) -> String {
    let rating = rank.map(|rank| model.framework.scale.rating(rank));
    rating.map_or_else(|| "\u{b7}".to_owned(), Rating::to_string)
}
