//! How far ratings support the clauses of a standard that one can conform to. A capability result is no certificate:
//! this shows where to look, not that a clause is met.

use super::assessment::Assessment;
use super::assessment_model::AchievementRef;
use super::cell::{Cell, CellState, process_cells};
use super::crosswalk::{Clause, Crosswalk, Role, Row, Serving};
use super::framework::{Attribute, RatedOn};
use super::id::{AttributeId, IndicatorId, ProcessId};
use super::model::Model;
use super::result::{ProcessResult, rates};
use super::scale::{Rank, Rating};
use super::subject::Item;

/// One clause with what its ratings say.
#[derive(Clone, Debug, PartialEq)]
pub struct ClauseReadiness<'a> {
    pub clause: &'a Clause,
    pub support: Support,
    /// What decides. Empty where no process of the set serves the clause.
    pub deciding: Vec<Deciding<'a>>,
}

/// What ratings say of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
    Supported,
    Partly,
    NotSupported,
    /// Too little is rated to tell. Not rated is never taken for the lowest rating.
    Unknown,
}

/// One rating that decides on a clause.
#[derive(Clone, Debug, PartialEq)]
pub struct Deciding<'a> {
    pub row: &'a Row,
    pub process: ProcessId,
    pub what: Touched,
    /// The rating as it stands; none where nothing is rated yet.
    pub rating: Option<Rating>,
    pub support: Support,
}

/// What a clause touches in a process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Touched {
    Attribute(AttributeId),
    Achievement(IndicatorId),
}

/// Looks at every clause of a crosswalk. Main rows decide; supporting rows where a clause has no main row in this set.
pub fn readiness<'a>(
    model: &Model,
    assessment: &Assessment,
    results: &[ProcessResult],
    crosswalk: &'a Crosswalk,
) -> Vec<ClauseReadiness<'a>> {
    let looking = Looking {
        model,
        assessment,
        results,
    };
    let clauses = crosswalk.clauses.iter().map(|clause| {
        let deciding = looking.deciding(clause);
        ClauseReadiness {
            clause,
            support: together(deciding.iter().map(|one| one.support)),
            deciding,
        }
    });
    clauses.collect()
}

/// The rows of a clause that decide on it, for the processes of a model.
pub fn deciding_rows<'a>(model: &Model, clause: &'a Clause) -> Vec<&'a Row> {
    let of = |role| {
        let rows = clause.rows.iter().filter(move |row| row.role == role);
        rows.filter(|row| {
            let mut processes = model.reference.processes.iter();
            processes.any(|process| row.process.includes(&process.id))
        })
        .collect::<Vec<_>>()
    };
    let main = of(Role::Main);
    if main.is_empty() {
        of(Role::Supporting)
    } else {
        main
    }
}

/// What several ratings say together: the same as each of them, or partly. Unknown where the blanks could change it.
pub fn together(supports: impl IntoIterator<Item = Support>) -> Support {
    let (mut supported, mut partly, mut not, mut unknown) = (false, false, false, false);
    for support in supports {
        match support {
            Support::Supported => supported = true,
            Support::Partly => partly = true,
            Support::NotSupported => not = true,
            Support::Unknown => unknown = true,
        }
    }
    match (supported, not) {
        _ if partly => Support::Partly,
        (true, true) => Support::Partly,
        _ if unknown => Support::Unknown,
        (true, false) => Support::Supported,
        (false, true) => Support::NotSupported,
        (false, false) => Support::Unknown,
    }
}

struct Looking<'m> {
    model: &'m Model,
    assessment: &'m Assessment,
    results: &'m [ProcessResult],
}

impl Looking<'_> {
    fn deciding<'a>(&self, clause: &'a Clause) -> Vec<Deciding<'a>> {
        let mut deciding = Vec::new();
        for row in deciding_rows(self.model, clause) {
            let processes = self.model.reference.processes.iter().map(|found| &found.id);
            // A row on every process speaks of those that are assessed; one on a single process asks for that one.
            let all = row.process == Serving::All;
            let meant = processes
                .filter(|id| row.process.includes(id))
                .filter(|id| !all || self.assessment.scope.contains(id));
            for process in meant {
                for (what, attribute) in self.touched(row) {
                    if let Some((rating, support)) = self.look(process, &what, attribute) {
                        deciding.push(Deciding {
                            row,
                            process: process.clone(),
                            what,
                            rating,
                            support,
                        });
                    }
                }
            }
        }
        deciding
    }

    /// The attributes and achievements of this framework that a row names.
    fn touched(&self, row: &Row) -> Vec<(Touched, &Attribute)> {
        let framework = &self.model.framework;
        let whole = row.attributes.iter().filter_map(|id| {
            let attribute = framework.attribute(id)?;
            Some((Touched::Attribute(id.clone()), attribute))
        });
        let single = framework.attributes.iter().flat_map(|attribute| {
            let named = attribute.achievements.iter().filter(|achievement| {
                let wanted = AchievementRef::new(&framework.header.id, &achievement.id);
                row.achievements.contains(&wanted)
            });
            named.map(move |achievement| (Touched::Achievement(achievement.id.clone()), attribute))
        });
        whole.chain(single).collect()
    }

    /// The rating, and what it says. None where nothing applies.
    fn look(
        &self,
        process: &ProcessId,
        what: &Touched,
        attribute: &Attribute,
    ) -> Option<(Option<Rating>, Support)> {
        let in_scope = self.assessment.scope.contains(process);
        let result = self.results.iter().find(|found| found.process == *process);
        let Some(standing) = result.and_then(|found| found.attribute(&attribute.id)) else {
            return Some((None, Support::Unknown));
        };
        if !in_scope {
            return Some((None, Support::Unknown));
        }
        if let Touched::Achievement(id) = what {
            let rates = rates(self.model, self.assessment);
            let cells = process_cells(self.model, self.assessment, process, attribute, rates);
            let item = Item::Indicator(id.clone());
            let cells: Vec<&Cell> = cells
                .iter()
                .filter(|cell| cell.subject.item == item)
                .collect();
            // A settled attribute, or a method that rates attributes, speaks for its achievements.
            if !cells.is_empty() {
                return self.look_at_cells(&cells, attribute);
            }
        }
        let (lowest, highest) = (standing.lowest?, standing.highest?);
        let rating = standing.standing.rating().cloned();
        Some((rating, self.between(attribute, lowest, highest)))
    }

    /// An achievement counts as its lowest instance.
    fn look_at_cells(
        &self,
        cells: &[&Cell],
        attribute: &Attribute,
    ) -> Option<(Option<Rating>, Support)> {
        let top = self.top();
        let (mut lowest, mut highest, mut rating, mut applies) = (top, top, None, false);
        for cell in cells {
            match &cell.state {
                CellState::NotApplicable => {}
                CellState::NotRated => {
                    applies = true;
                    lowest = Rank(0);
                }
                CellState::Rated { rating: said, rank } => {
                    applies = true;
                    lowest = lowest.min(*rank);
                    if rating.is_none() || *rank < highest {
                        rating = Some(said.clone());
                    }
                    highest = highest.min(*rank);
                }
            }
        }
        applies.then(|| (rating, self.between(attribute, lowest, highest)))
    }

    /// The same at both ends of what the blanks allow, or unknown.
    fn between(&self, attribute: &Attribute, lowest: Rank, highest: Rank) -> Support {
        let low = self.support(attribute, lowest);
        if low == self.support(attribute, highest) {
            low
        } else {
            Support::Unknown
        }
    }

    /// What a clause demands must be wholly there: the outcomes need the highest rating. A way of working counts from the
    /// rating that its own level asks for.
    fn support(&self, attribute: &Attribute, rank: Rank) -> Support {
        let needed = match attribute.rated_on {
            RatedOn::Outcomes => self.top(),
            RatedOn::Achievements => self
                .model
                .rule
                .requirement(attribute.level)
                .map_or(self.top(), |requirement| requirement.own),
        };
        match rank {
            rank if rank >= needed => Support::Supported,
            Rank(0) => Support::NotSupported,
            _ => Support::Partly,
        }
    }

    fn top(&self) -> Rank {
        let steps = self.model.framework.scale.ratings.len();
        Rank(u8::try_from(steps.saturating_sub(1)).unwrap_or(u8::MAX))
    }
}
